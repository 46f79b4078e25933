import IssueModel

/// Signatures with their date: office or person above it, below it or beside it.
extension SignatureBlock {
  /// 某某局 | 2023年1月5日, two lines of one paragraph.
  func signerAboveDate() -> [DraftBlock]? {
    guard lines.count == 2, DateGrammar.whole(lines[1].text) != nil,
      SignatureLines.isOffice(lines[0].text, draft) || SignatureLines.isSigner(part(lines[0], .signatureOffice))
        || SignatureLines.isPostOfPlace(lines[0].text)
        || block.isFlushRight && SignatureLines.isFewWords(lines[0].text)
    else { return nil }
    return [part(lines[0], .signatureOffice), part(lines[1], .signatureDate)]
  }

  /// Dated: 2 March 1949 | A. R. Holt | Welfare Officer, in one paragraph.
  func signerBelowDate() -> [DraftBlock]? {
    guard isWestern, (2...4).contains(lines.count), SignatureLines.date(lines[0].text) != nil,
      PersonNames.isSigner(lines[1].text) || SignatureLines.isOffice(lines[1].text, draft), arePosts(from: 2)
    else { return nil }
    return [part(lines[0], .signatureDate), signer(joined(from: 1))]
  }

  /// A. R. Holt | Chief Officer | 2 March 1949, in one paragraph.
  func personsAboveDate() -> [DraftBlock]? {
    guard (2...4).contains(lines.count), let date = lines.last, DateGrammar.whole(date.text) != nil else { return nil }
    let texts = lines.dropLast().map { $0.text.trimmed }
    guard PersonNames.isSigner(texts[0]),
      texts.dropFirst().allSatisfy({ SignatureLines.isPost($0) || SignatureLines.isOffice($0, draft) })
    else { return nil }
    return [signer(SignatureLines.joined(texts)), part(date, .signatureDate)]
  }

  /// 屠三宝 above 11月17日: a letter may leave out the year.
  func day(_ before: inout [DraftBlock]) -> [DraftBlock]? {
    guard SignatureLines.isDay(words), before.count > 1, let name = before.last, name.role == nil,
      SignatureLines.isSigner(name) || SignatureLines.isGroup(name, above: before)
    else { return nil }
    before[before.count - 1].role = .signatureOffice
    return [whole(.signatureDate)]
  }

  /// Training Committee, 17 February 1993; Walks Secretary, 3 May 1994: an office or a post and a date, a comma between; a place
  /// stands before a date so too.
  func officeBeforeDate() -> [DraftBlock]? {
    guard words.utf8.count <= 90, isWestern, words.utf8.contains(UInt8(ascii: ",")),
      let found = DateGrammar.find(in: words)
    else { return nil }
    let scalars = Array(words.unicodeScalars)
    var office = String(scalars: scalars[..<found.range.lowerBound]).trimmed
    guard office.hasSuffix(","), office.split(separator: " ").count >= 2,
      scalars[found.range.upperBound...].allSatisfy({ $0.isBlank || $0 == "." })
    else { return nil }
    office.removeLast()
    guard SignatureLines.isPost(office),
      SignatureLines.isOffice(office, draft) || EnglishVocabulary.namesPost(office)
    else { return nil }
    return [signer(office), part(DraftLine(text: found.value.verbatim, number: block.line), .signatureDate)]
  }

  /// A date by itself; who signs may stand in the block before: an office, or a post and its place (Warden, Mbarani Park).
  func date(_ before: inout [DraftBlock]) -> [DraftBlock]? {
    guard SignatureLines.date(words) != nil else { return nil }
    if !SignatureLines.joinSigner(&before), let office = before.last, office.role == nil, case .paragraph = office.form,
      SignatureLines.isOffice(office.text, draft)
        || office.lines.count == 1 && SignatureLines.isPostOfPlace(office.text)
        || before.count > 1 && (SignatureLines.isSigner(office) || SignatureLines.isGroup(office, above: before))
    {
      before[before.count - 1].role = .signatureOffice
    }
    return [whole(.signatureDate)]
  }

  /// 某某局　2023年1月5日; M. Dearlove, Deputy Registrar, 30 April 2007.
  func signerBesideDate() -> [DraftBlock]? {
    guard words.fits(90), let found = DateGrammar.find(in: words) else { return nil }
    let scalars = Array(words.unicodeScalars)
    var office = String(scalars: scalars[..<found.range.lowerBound]).trimmed
    if office.hanCount == 0, office.hasSuffix(",") { office = String(office.dropLast()) }
    let person = office.split(separator: ",", maxSplits: 1).first.map { String($0).trimmed } ?? ""
    guard scalars[found.range.upperBound...].allSatisfy({ $0.isBlank || $0 == "）" }),
      SignatureLines.isOffice(office, draft) || PersonNames.isSigner(person) && !LineGrammar.isProse(office)
    else { return nil }
    return [signer(office), part(DraftLine(text: found.value.verbatim, number: block.line), .signatureDate)]
  }
}
