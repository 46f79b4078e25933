/// Lines that begin with a label: 报：, 责任编辑：, 共印20份.
extension LineGrammar {
  /// A label at the start of a line and what follows its colon.
  struct Labelled {
    var label: String
    var rest: String
  }

  /// `text` split behind its first colon, if what stands before it is one of `labels`.
  static func labelled(_ text: String, _ labels: [String], english: [String] = []) -> Labelled? {
    // The colon comes early or never: running text need not be searched for one.
    guard text.unicodeScalars.prefix(48).contains(where: { $0 == "：" || $0 == ":" || $0 == "︰" }) else { return nil }
    let line = text.trimmed
    guard let colon = line.firstIndex(where: { $0 == "：" || $0 == ":" || $0 == "︰" }) else { return nil }
    let label = String(line[..<colon])
    var bare = label.withoutBlanks.halfWidth.lowercased()
    if bare.hasSuffix(".") { bare.removeLast() }
    guard bare.count <= 24 else { return nil }
    var known = labels.contains(bare) || english.contains(bare)
    if !known, bare.hanCount > 0, bare.hanCount < bare.count {
      // 编辑 Editor: either of the two will do.
      let han = String(bare.filter(\.isHanCharacter))
      known = labels.contains(han)
    }
    guard known else { return nil }
    return Labelled(
      label: label.hanCount > 0 ? label.withoutBlanks : label.trimmed,
      rest: String(line[line.index(after: colon)...]).trimmed)
  }

  /// A line of the distribution list.
  static func distribution(_ text: String) -> Labelled? {
    labelled(text, Vocabulary.distributionLabels, english: Vocabulary.englishDistributionLabels)
  }

  /// The parts of a line such as 责任编辑：甲　审核：乙, each with a label of `labels`.
  static func labelledParts(_ text: String, _ labels: [String]) -> [Labelled]? {
    guard text.utf8.count <= 600, text.unicodeScalars.contains(where: { $0 == "：" || $0 == ":" || $0 == "︰" }) else {
      return nil
    }
    var parts: [Labelled] = []
    let text = closedLabels(
      text.contains("|") || text.contains("｜")
        ? text.replacing("|", with: "  ").replacing("｜", with: "  ") : text)
    let latin = text.unicodeScalars.contains(where: \.isASCIILetter)
    let pieces =
      latin
      ? text.trimmed.columnsByGaps
      : text.trimmed.split(whereSeparator: { $0.isBlankCharacter || $0 == "；" || $0 == ";" }).map(String.init)
    for piece in pieces {
      if let part = labelled(String(piece), labels) {
        parts.append(part)
      } else if let part = anyLabel(String(piece)),
        !parts.isEmpty || piece == pieces.first && pieces.dropFirst().contains(where: { labelled($0, labels) != nil })
      {
        // A label we do not know among some that we do.
        parts.append(part)
      } else if parts.isEmpty || parts[parts.count - 1].rest.isEmpty && piece.contains(where: { "：:".contains($0) }) {
        return nil
      } else if piece.contains(where: { "：:".contains($0) }) {
        return nil
      } else {
        parts[parts.count - 1].rest += (parts[parts.count - 1].rest.isEmpty ? "" : " ") + String(piece)
      }
    }
    if parts.isEmpty, let whole = labelled(text, labels) { parts = [whole] }
    return parts.isEmpty ? nil : parts
  }

  /// 审　核： as 审核：, a label of two letters set apart.
  private static func closedLabels(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      if scalars[index].isHan, index == 0 || scalars[index - 1].isBlank {
        var next = index + 1
        while next < scalars.count, scalars[next].isBlank { next += 1 }
        if next > index + 1, next + 1 < scalars.count, scalars[next].isHan,
          "：:".unicodeScalars.contains(scalars[next + 1])
        {
          result.append(scalars[index])
          index = next
          continue
        }
      }
      result.append(scalars[index])
      index += 1
    }
    return String(result)
  }

  /// Any short Chinese label with its value.
  private static func anyLabel(_ text: String) -> Labelled? {
    guard let colon = text.firstIndex(where: { "：:".contains($0) }) else { return nil }
    let label = String(text[..<colon]).withoutBlanks
    let rest = String(text[text.index(after: colon)...]).trimmed
    guard (2...6).contains(label.count), label.hanCount == label.count, rest.columns <= 60 else { return nil }
    return Labelled(label: label, rest: rest)
  }

  /// The number of copies in 共印16份, （共印 120 份）, 印数：60份.
  static func copies(_ text: String) -> Int? {
    guard text.utf8.count <= 80, text.unicodeScalars.contains(where: mayCountCopies) else { return nil }
    var scanner = FieldScanner(text)
    _ = scanner.take("(")
    var english = scanner
    if english.takeWord(oneOf: ["circulation", "printed", "print"]) != nil { _ = english.take(":") }
    if let count = english.arabic(digits: 1...7), english.takeWord(oneOf: ["copies"]) != nil {
      _ = english.takeWord(oneOf: ["printed"])
      _ = english.take(".")
      _ = english.take(")")
      return english.atEnd ? count : nil
    }
    _ = scanner.take("本期")
    guard scanner.take(oneOf: ["共印刷", "共印", "印刷", "印数:", "印数", "印數:", "印數", "印发", "印", "共发", "共"]) != nil,
      let count = scanner.number(),
      scanner.take(oneOf: ["份", "册", "冊", "本"]) != nil
    else { return nil }
    _ = scanner.take(")")
    _ = scanner.take("。")
    return scanner.atEnd ? count : nil
  }

  /// What 16份, 16册, 16本 or 16 copies cannot do without.
  private static func mayCountCopies(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "份", "册", "冊", "本", "c", "C", "ｃ", "Ｃ": true
    default: false
    }
  }
}
