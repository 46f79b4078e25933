/// The letters and digits of a title, by which two spellings of it are compared: blanks and punctuation do
/// not count.
struct Letters: Hashable {
  let scalars: [Unicode.Scalar]

  init(_ text: String) {
    scalars = text.unicodeScalars.filter { scalar in
      // Of common Han the tables need not be asked.
      (0x4E00...0x9FFF).contains(scalar.value) || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }

  func hash(into hasher: inout Hasher) {
    scalars.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}

extension String {
  /// The text without the blanks that OCR and hand leave between digits and Han: `2023 年 1 月` becomes
  /// `2023年1月`. A blank between two ASCII letters or digits stays, and one before what says the same in English:
  /// `2023年12月20日 20 December 2023`, `第4期 No. 4`.
  package var withoutInnerBlanks: String {
    guard contains(where: { $0 == " " || $0 == "\u{3000}" || $0 == "\u{A0}" }) else { return self }
    let all = Array(self)
    var result = ""
    for (index, character) in all.enumerated() {
      if character == " " || character == "\u{3000}" || character == "\u{A0}" {
        let before = result.last
        let after = all[(index + 1)...].first { $0 != " " && $0 != "\u{3000}" && $0 != "\u{A0}" }
        guard let before, let after, before != " " else { continue }
        let beginsEnglish =
          before.isLetter && !before.isASCII && after.isASCII && (after.isLetter || before == "日" && after.isNumber)
        guard before.isASCII && after.isASCII || beginsEnglish else { continue }
        result.append(" ")
      } else {
        result.append(character)
      }
    }
    return result
  }

  /// Whether the text begins with a Chinese number and its mark: 一、 or （二）.
  package var hasChineseNumbering: Bool {
    let numerals: Set<Character> = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    let opened = first == "（" || first == "("
    let rest = opened ? dropFirst() : self[...]
    let digits = rest.prefix { numerals.contains($0) }
    guard !digits.isEmpty, let mark = rest.dropFirst(digits.count).first else { return false }
    return opened ? mark == "）" || mark == ")" : mark == "、" || mark == "．"
  }
}
