import IssueModel

/// What single pieces of a masthead line are.
extension MastheadLine {
  /// 000086, No.000217, №000012: six digits or more with zeros before them.
  static func isCopyNumber(_ line: String) -> Bool {
    guard line.unicodeScalars.contains(where: { $0.halfWidth == "0" }) else { return false }
    var digits = line.halfWidth.withoutBlanks.lowercased()
    for word in ["no.", "no", "№", "编号:", "编号", "份号:", "份号"] where digits.hasPrefix(word) {
      digits = String(digits.dropFirst(word.count))
    }
    return digits.count >= 5 && digits.count <= 8 && digits.hasPrefix("0")
      && digits.unicodeScalars.allSatisfy(\.isASCIIDigit)
  }

  /// Whether a piece behind a signer's name is another name, or the other half of that one.
  static func isFurtherName(_ piece: String, _ names: String) -> Bool {
    guard piece.hanCount == piece.count, !Vocabulary.looksLikeOffice(piece) else { return false }
    if piece.count == 1 { return names.splitAtScalars(where: \.isBlank).last?.count == 1 }
    return TitleWork.isPerson(piece)
  }

  /// Whether an English line stands in two columns, one of which names an office: WEIR PORT      Harbour Master's Office.
  static func partsOffices(_ line: String) -> Bool {
    guard line.hanCount == 0, line.contains("     ") else { return false }
    let columns = line.columnsByGaps
    return columns.count == 2 && columns.contains(where: Vocabulary.looksLikeOffice)
  }

  static func part(_ text: String) -> Part {
    let bare = text.halfWidth.withoutBlanks.lowercased()
    if let signer = LineGrammar.labelled(
      text, ["签发人", "签发", "簽發人", "簽發"],
      english: ["approved", "approvedby"]),
      !signer.rest.isEmpty || signer.label.hasHan
    {
      return .signer(signer.rest)
    }
    if EnglishVocabulary.classifications.contains(bare), text == text.uppercased() { return .classification(text) }
    if Vocabulary.holdsNotice(bare), bare.count <= 40 { return .notice(text) }
    if text.hanCount == 0, EnglishVocabulary.isNotice((LineGrammar.wholeBracket(text) ?? text).lowercased()) {
      return .notice(text)
    }
    if isEnglishCopyNumber(text.lowercased()) { return .copyNumber(text) }
    if bare.hasPrefix("仅供") && bare.count <= 16
      || bare.hasPrefix("供") && (bare.hasSuffix("参考") || bare.hasSuffix("参阅")) && bare.count <= 16
    {
      return .notice(text)
    }
    if Vocabulary.saysToWhom(bare) { return .notice(text) }
    if Vocabulary.urgencies.contains(bare) { return .notice(text) }
    if bare == "内部" || bare == "內部" || bare == "内刊" { return .notice(text) }
    let open = bare.drop { "【[(★".contains($0) }
    if let word = Vocabulary.classifications.first(where: { open.hasPrefix($0) }),
      open.count <= word.count + 12,
      open.count == word.count || "★☆*※】)]".contains(open.dropFirst(word.count).first ?? " ")
    {
      return .classification(text)
    }
    if let degree = LineGrammar.labelled(text, ["密级", "密級", "保密等级", "保密級別", "秘密等级", "秘密等級"]) {
      // 密级：内部 is none of the degrees.
      return Vocabulary.classifications.contains { degree.rest.hasPrefix($0) } ? .classification(text) : .notice(text)
    }
    if LineGrammar.labelled(text, ["份号", "编号", "份數", "copyno", "copynumber"]) != nil { return .copyNumber(text) }
    // Six digits as a rule (GB/T 9704, 7.2.1), of old four; a year does not begin with a zero.
    if bare.count == 6 || bare.count == 4 && bare.hasPrefix("0"), bare.unicodeScalars.allSatisfy(\.isASCIIDigit) {
      return .copyNumber(text)
    }
    return .text(text, 0)
  }

  /// Copy No. 14 of 60, Copy 12.
  static func isEnglishCopyNumber(_ text: String) -> Bool {
    guard text.hasPrefix("copy "), text.columns <= 24, text.contains(where: \.isDigit) else { return false }
    let words = text.split { !$0.isLetter }.map(String.init)
    return words.dropFirst().allSatisfy { ["no", "number", "of"].contains($0) }
  }
}
