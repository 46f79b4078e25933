import UnicodeText

/// Numbers in Han that items of a list begin with: （一）, 甲、, （甲）, 甲 before a wide blank.
extension ItemMark {
  private static let stems = Array("甲乙丙丁戊己庚辛壬癸")
  private static let stemLetters = HanSet("甲乙丙丁戊己庚辛壬癸")

  /// The number in Han that `line` begins with; nil for none. Headings begin with such numbers as well, so that only what
  /// stands around a line tells whether it is an item.
  static func counted(_ line: String) -> ItemMark? {
    guard let start = line.unicodeScalars.first else { return nil }
    let open = start == "（" || start == "("
    // Most lines begin with another Han.
    guard open || start.isHan && (stemLetters.contains(start) || LineGrammar.numbering(line) != nil) else { return nil }
    let characters = Array(line.prefix(8))
    let first = open ? 1 : 0
    guard first < characters.count else { return nil }
    if let stem = stems.firstIndex(of: characters[first]), first + 1 < characters.count {
      let mark = characters[first + 1]
      guard open ? "）)".contains(mark) : "、．.：".contains(mark) || mark == "\u{3000}" || mark == "\t" else {
        return nil
      }
      return ItemMark(kind: .number(open ? "（甲）" : "甲"), ordinal: stem + 1, ending: first + 2, of: characters, line)
    }
    guard let numbering = LineGrammar.numbering(line), numbering.level == (open ? 2 : 1) else { return nil }
    let kind = ItemMark.Kind.number(open ? "（一）" : "一、")
    return ItemMark(kind: kind, ordinal: numbering.value, ending: numbering.length, of: characters, line)
  }
}
