import IssueModel

/// Numbers of a masthead that are not the issue's.
extension MastheadJoining {
  /// The lines with TYPOGRAPHICAL UNION NO. 418, Lodge No. 7, as one name each, where another line gives the number of the issue.
  static func withNumberedOffices(_ lines: [(FlatLine, MastheadLine)]) -> [(FlatLine, MastheadLine)] {
    guard lines.contains(where: { $0.1.hasNumber && $0.1.numberedOffice == nil }) else { return lines }
    return lines.map { line, fields in (line, fields.numberedOffice.map { MastheadLine(whole: $0) } ?? fields) }
  }

  /// The lines with 第023号 as the number of the copy, where another line says in 期 which issue it is.
  static func withCopyNumbers(_ lines: [(FlatLine, MastheadLine)]) -> [(FlatLine, MastheadLine)] {
    guard
      lines.contains(where: { line in
        line.1.parts.contains { if case .number(let number) = $0 { number.verbatim.contains("期") } else { false } }
      })
    else { return lines }
    return lines.map { line, fields in (line, fields.numberingCopies) }
  }
}

extension MastheadLine {
  /// The line with a number that begins with a zero, and counts no issues, as that of the copy.
  var numberingCopies: MastheadLine {
    MastheadLine(
      parts: parts.map { part in
        guard case .number(let number) = part, number.year == nil, number.total == nil, number.volume == nil,
          number.kind == .regular
        else { return part }
        let bare = number.verbatim.withoutBlanks.halfWidth
        let digits = bare.drop { $0 == "第" }.prefix { $0.isASCII && $0.isNumber }
        guard digits.count >= 3, digits.first == "0", bare.hasSuffix("号") || bare.hasSuffix("號") else { return part }
        return .copyNumber(number.verbatim)
      })
  }

  /// The whole line, if it is the name of a body and behind it No. and a number: that of the local, the lodge or the school,
  /// unless nothing else is numbered. Where the words name a bulletin too, the number is the issue's.
  var numberedOffice: String? {
    guard parts.count == 2, case .text(let name, _) = parts[0], case .number(let number) = parts[1],
      number.number != nil, number.volume == nil, number.total == nil, number.year == nil, number.kind == .regular,
      name.hanCount == 0, ["no", "number", "#"].contains(where: number.verbatim.lowercased().hasPrefix),
      Vocabulary.looksLikeOffice(name) || Self.isBranch(name), !MastheadName.isKind(name),
      !Vocabulary.looksLikeBulletinName(name), OfficeName.bare(name) == name
    else { return nil }
    return name + " " + number.verbatim
  }

  /// Rose of Wick Lodge No. 7: a part of a body, and its number.
  static func isNumberedBranch(_ text: String) -> Bool {
    guard text.hanCount == 0, let number = IssueNumberGrammar.find(in: text) else { return false }
    let scalars = Array(text.unicodeScalars)
    return number.range.upperBound == scalars.count
      && isBranch(String(scalars: scalars[..<number.range.lowerBound]))
  }

  /// Rose of Wick Lodge, Typographical Local: the last word names a part of a body that counts its parts.
  private static func isBranch(_ name: String) -> Bool {
    let last = name.lowercased().split { !$0.isLetter }.last.map(String.init) ?? ""
    return ["local", "lodge", "chapter", "post", "troop", "branch", "grange", "ward", "court", "tent", "aerie", "pack"]
      .contains(last)
  }
}
