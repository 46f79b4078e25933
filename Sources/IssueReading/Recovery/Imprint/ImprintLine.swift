import IssueModel

/// What a line of an imprint is by its form alone.
enum ImprintLine {
  /// Whether a line can be nothing but part of an imprint.
  static func isStrong(_ text: String) -> Bool {
    // Hundreds of recipients are still a list, unlike text that begins as one.
    guard text.utf8.count < 1500 else {
      return text.utf8.count < 24_000 && LineGrammar.distribution(text) != nil && !text.dropLast().contains("。")
    }
    let bare = GluedFields.parted(unwrapped(text))
    if LineGrammar.distribution(bare) != nil || LineGrammar.copies(bare) != nil { return true }
    if LineGrammar.labelled(bare, ["主题词", "主題詞", "关键词"]) != nil { return bare.columns < 120 }
    if LineGrammar.labelledParts(bare, Vocabulary.rolesAndContacts) != nil { return bare.columns < 160 }
    if LineGrammar.spacedParts(bare, Vocabulary.rolesAndContacts) != nil { return bare.columns < 120 }
    if isContactLine(bare) { return bare.columns < 160 }
    // Lower case is dear, and only words of ASCII are asked for.
    let low = bare.unicodeScalars.first?.isASCII == true ? bare.lowercased() : ""
    if ["edited and printed", "edited by", "printed by", "published by", "produced by", "printed and published"]
      .contains(where: low.hasPrefix)
    {
      return bare.columns < 200
    }
    // Typed and mimeographed by Dot Hanlon.
    if low.contains(" by "),
      let done = LineGrammar.doneBy(bare.columnsByGaps.first ?? bare) ?? doneInFirstSentence(bare),
      LineGrammar.isDeedOfIssue(done.label)
    {
      return bare.columns < 200
    }
    // Compiled by the Control Room · Tel 555 0911
    if ["compiled by", "put together by", "prepared by"].contains(where: low.hasPrefix), tellsHowToReach(bare) {
      return bare.columns < 200
    }
    // For further information, please contact: alone on its line.
    if low.hasSuffix(":"), bare.columns <= 60,
      ["for further information", "for more information", "further information", "for enquiries", "contact us"]
        .contains(where: low.hasPrefix)
    {
      return true
    }
    // Weir Port Office, Box 9. Editor: Tom Lui. 140 copies.
    if low.contains(":") || low.contains(" copies"), let sentences = ImprintCells.sentences(of: bare),
      sentences.contains(where: { LineGrammar.labelled($0, Vocabulary.roles) != nil || LineGrammar.copies($0) != nil })
    {
      return bare.columns < 260
    }
    // Published monthly by the Welfare Department
    if ["published ", "issued ", "printed "].contains(where: low.hasPrefix), low.prefix(32).contains(" by ") {
      return bare.columns < 260
    }
    return printingLine(bare) != nil || countsCopies(bare)
  }

  /// Put together by Ada Moor. Send what you have to her.
  private static func doneInFirstSentence(_ text: String) -> LineGrammar.Labelled? {
    ImprintCells.sentences(of: text)?.first.flatMap(LineGrammar.doneBy)
  }

  /// （内部资料　免费交流）　　　　共印三百本: how many were printed, far from another word or two.
  private static func countsCopies(_ text: String) -> Bool {
    guard text.hasHan, text.fits(100), text.hasBlank else { return false }
    let columns = text.columnsByGaps
    return (2...4).contains(columns.count) && columns.contains { LineGrammar.copies($0) != nil }
  }

  /// 投诉举报电话：12315; （联系人：某某，电话：…）.
  static func isContactLine(_ text: String) -> Bool {
    guard text.contains("：") || text.contains(":") else { return false }
    let pieces = text.split { $0 == "，" || $0 == "；" || $0 == "," }.map { String($0).trimmed }
    return !pieces.isEmpty
      && pieces.allSatisfy { piece in
        guard let colon = piece.firstIndex(ofAny: "：:") else { return false }
        let label = String(piece[..<colon]).withoutBlanks.lowercased()
        return Vocabulary.isContact(label) || Vocabulary.roles.contains(label)
      }
  }

  /// Whether a line right above the imprint is of it too: a label, known or not, before nothing but names: 文字：甲、乙.
  static func isStaff(_ text: String) -> Bool {
    if !text.hasHan { return isBoard(text) }
    guard text.columns <= 60, let part = LineGrammar.anyLabelled(text), (2...5).contains(part.label.count),
      part.label.hanCount == part.label.count,
      !["供稿", "来稿", "來稿", "作者", "通讯员", "通訊員", "执笔", "執筆", "来源", "來源", "撰稿"].contains(part.label)
    else { return false }
    return TitleStage.isNames(part.rest)
  }

  /// Trustees: Ada Moor, Mrs. B. Weir: what several persons are, and they, two or more.
  private static func isBoard(_ text: String) -> Bool {
    guard text.fits(160), let part = LineGrammar.anyLabelled(text),
      let word = part.label.lowercased().split(separator: " ").last,
      ["committee", "board", "council", "executive", "staff"].contains(word)
        || word.hasSuffix("s") && EnglishVocabulary.namesPost(String(word.dropLast()))
    else { return false }
    let names = LineGrammar.unpointed(part.rest, behind: 3).replacing(" and ", with: ",").split { ",;".contains($0) }
    return names.count >= 2 && names.allSatisfy { PersonNames.isSigner($0.trimmed) }
  }

  /// Whether a line, a sentence perhaps, gives a telephone number or an address on the net.
  static func tellsHowToReach(_ text: String) -> Bool {
    let low = text.lowercased()
    // Ph. 08192 555 210
    if ["ph.", "ph:", "ph ", "mob.", "mob:", "mobile", "cell", "fax"].contains(where: low.hasPrefix), text.fits(80),
      ImprintBuilder.reaches(text)
    {
      return true
    }
    let numbered = ["tel.", "tel ", "telephone", "phone", "电话", "電話", "热线", "熱線", "传真", "傳真"].contains(
      where: low.contains)
    return text.columns <= 300 && (numbered && text.contains(where: \.isDigit) || low.contains("@"))
  }

  /// Guestmaster: Brother Anselm Tighe; Clerk of Court: M. Dolan: what somebody is, and a person's name. Among the lines of an
  /// imprint it says who answers for the issue.
  static func isPostAndPerson(_ text: String) -> Bool {
    guard !text.hasHan, text.fits(72), let part = LineGrammar.anyLabelled(text) else { return false }
    return EnglishVocabulary.namesPost(part.label) && SignatureLines.isPost(part.label)
      && PersonNames.isSigner(part.rest)
  }

  /// Whether a line right above the imprint says in columns where the office is and how to reach it.
  static func isAddress(_ text: String) -> Bool {
    text.hanCount == 0 && text.columnsByGaps.count > 1 && tellsHowToReach(text) && !LineGrammar.isProse(text)
      && LineGrammar.anyLabelled(text) != nil
  }

  /// The text without brackets around the whole.
  static func unwrapped(_ text: String) -> String { LineGrammar.wholeBracket(text) ?? text.trimmed }

  static func isText(_ text: String) -> Bool {
    LineGrammar.isProse(text) && text.columns > 60 || text.columns > 150
  }

  /// A sentence of the publisher's about the bulletin: how to write to it, who prints it.
  static func isColophon(_ text: String) -> Bool {
    guard text.columns <= 260 else { return false }
    let low = text.lowercased()
    return [
      "published", "telephone", "subscri", "copyright", "reproduc", "www.", "http", "@", "©", "issn", "charity",
      "next issue", "next number", "copy should", "copy for", "copy to", "will appear in", "contributions",
      "the editor", "printed at", "printed by",
      "may be quoted", "printed in", "put together by", "edited by", "compiled by", "you are getting",
      "removed from this list",
      "copy date",
      "you are receiving",
      "you receive", "monday to friday", "mon–fri", "opening hours", "office hours", "all correspondence",
      "all communications", "telegrams", "投稿", "来稿", "來稿", "赐稿", "本刊",
      "欢迎", "歡迎",
    ].contains(where: low.contains)
  }

  /// Office and date of 某某办公室　2026年1月5日印发.
  static func printingLine(_ text: String) -> (office: String?, date: IssueDate)? {
    let bare = text.trimmed
    guard bare.hasSuffix("印发") || bare.hasSuffix("印") || bare.hasSuffix("印制"), bare.columns <= 100,
      let found = DateGrammar.find(in: bare)
    else { return nil }
    let scalars = Array(bare.unicodeScalars)
    let before = String(scalars: scalars[..<found.range.lowerBound]).trimmed
    // 编辑：某某　2023年9月8日印发 has two fields.
    if let part = LineGrammar.anyLabelled(before), Vocabulary.roles.contains(part.label.withoutBlanks) { return nil }
    let after = String(scalars: scalars[found.range.upperBound...]).trimmed
    guard after.count <= 3 else { return nil }
    var date = found.value
    date.verbatim = String(scalars: scalars[found.range.lowerBound...]).trimmed
    return (before.isEmpty ? nil : before, date)
  }
}
