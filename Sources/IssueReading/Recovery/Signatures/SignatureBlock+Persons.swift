import IssueModel

/// Persons who sign, alone or with what they are.
extension SignatureBlock {
  /// Yours sincerely, | Hugh Pomfret
  func underFarewell(_ before: [DraftBlock]) -> [DraftBlock]? {
    guard isWestern, let above = before.last, above.role == nil, above.lines.count == 1,
      TornParagraphStage.isValediction(above.text), PersonNames.isSigner(lines[0].text), lines.count <= 2,
      lines.count == 1 || SignatureLines.isPost(lines[1].text)
    else { return nil }
    return [signer(joined())]
  }

  /// Below the date, or below who signs: the name, then the post.
  func goingOn(_ before: inout [DraftBlock]) -> [DraftBlock]? {
    guard let above = before.last, SignatureLines.mayGoOn(block) else { return nil }
    if above.role == .signatureDate, PersonNames.isSigner(lines[0].text) || SignatureLines.isOffice(words, draft) {
      return [signer(joined())]
    }
    guard above.role == .signatureOffice, SignatureLines.isPost(words), EnglishVocabulary.namesPost(words),
      !EnglishVocabulary.namesPost(above.text)
    else { return nil }
    // A comma behind the name, above its post, was left out as long as nothing followed.
    let comma = draft.source[above.source.endLine].trimmed.hasSuffix(",") && !above.text.hasSuffix(",") ? "," : ""
    before[before.count - 1].lines = [
      DraftLine(text: SignatureLines.joined([above.text + comma, words]), number: above.line)
    ]
    before[before.count - 1].source = above.source.extended(to: block.source)
    return []
  }

  /// Joan Pettifer, or 會長 郭海生 Kwok Hoi Sang, alone behind the last words of an article.
  func personAlone(_ before: [DraftBlock]) -> [DraftBlock]? {
    guard lines.count == 1 else { return nil }
    if isWestern, !block.isBold, !block.inlines.isAllEmphasis, words.fits(40), PersonNames.isSigner(words),
      SignatureLines.endsInProse(before)
    {
      return [signer(SignatureLines.joined([words]))]
    }
    if !isWestern, words.fits(60), words.contains(where: { $0.isASCII && $0.isLetter }),
      AttributionStage.isPostAndName(words.trimmed), SignatureLines.endsInProse(before)
    {
      return [signer(words.trimmed)]
    }
    return nil
  }

  /// With every blessing, | Jane Pollock, in one paragraph.
  func withFarewell() -> [DraftBlock]? {
    guard isWestern, (2...4).contains(lines.count), TornParagraphStage.isValediction(lines[0].text),
      PersonNames.isSigner(lines[1].text), arePosts(from: 2)
    else { return nil }
    var farewell = part(lines[0], block.role)
    farewell.lines[0].endsHard = false
    return [farewell, signer(joined(from: 1))]
  }

  /// Helen Marsh, Safety Officer, behind the last words of an article.
  func personAndPost(_ before: [DraftBlock]) -> [DraftBlock]? {
    guard isWestern, lines.count == 1, words.fits(72), let comma = words.firstIndex(of: ","),
      PersonNames.isSigner(String(words[..<comma]))
    else { return nil }
    let post = String(words[words.index(after: comma)...])
    guard
      EnglishVocabulary.namesPost(post) && (SignatureLines.isPost(post) || SignatureLines.isPlainPost(post))
        || SignatureLines.speaksFor(post)
        || SignatureLines.isHonour(post),
      // Behind a list a post of the known ones is needed: items may be persons and what they do.
      SignatureLines.endsInProse(before) || before.last?.isList == true && EnglishVocabulary.namesPost(post)
    else { return nil }
    return [signer(words.trimmed)]
  }

  /// **J. ARDWICK** Brigadier, Colonel of the Regiment: the name in bold, the post behind it on its line.
  func boldPersonAndPost(_ before: [DraftBlock]) -> [DraftBlock]? {
    guard isWestern, lines.count == 1, words.fits(90), case .strong(let name)? = block.inlines.first,
      PersonNames.isSigner(name.plainText), SignatureLines.endsInProse(before)
    else { return nil }
    let post = words.dropFirst(name.plainText.count).trimmed
    guard !post.isEmpty, EnglishVocabulary.namesPost(post) || PersonNames.beginsWithRank(post),
      post.split(separator: ",").allSatisfy({ SignatureLines.isPost(String($0)) })
    else { return nil }
    return [signer(words.trimmed)]
  }

  /// **Bev Ashworth** above *Chair of Trustees*: name and post, each by its letters.
  func boldPersonAbovePost(_ before: inout [DraftBlock]) -> [DraftBlock]? {
    guard isWestern, lines.count == 1, words.fits(60), SignatureLines.isEmphasisedPost(block), let name = before.last,
      name.role == nil, name.lines.count == 1, case .paragraph = name.form, name.isBold,
      PersonNames.isSigner(name.text), SignatureLines.endsInProse(before.dropLast())
    else { return nil }
    before[before.count - 1].lines = [DraftLine(text: SignatureLines.joined([name.text, words]), number: name.line)]
    before[before.count - 1].source = name.source.extended(to: block.source)
    before[before.count - 1].role = .signatureOffice
    return []
  }

  /// A. R. Holt, and below it: Chief Officer.
  func personAbovePost(_ before: inout [DraftBlock]) -> [DraftBlock]? {
    guard words.fits(60 + 40 * (lines.count / 3)), isWestern, !block.isBold else { return nil }
    if (2...4).contains(lines.count), PersonNames.isSigner(lines[0].text), arePosts(from: 1) {
      return [signer(joined())]
    }
    guard lines.count == 1, SignatureLines.isPost(words), let name = before.last, name.role == nil,
      name.lines.count == 1, case .paragraph = name.form, PersonNames.isSigner(name.text),
      name.source.endLine + 1 >= block.line
    else { return nil }
    before[before.count - 1].lines[0] = DraftLine(
      text: SignatureLines.joined([name.text, words]), number: name.line)
    before[before.count - 1].role = .signatureOffice
    return []
  }

  /// 某某某敬上
  func personWithRegards() -> [DraftBlock]? {
    guard words.fits(44), ["敬上", "謹啟", "谨启", "敬启", "敬啟", "謹識", "谨识"].contains(where: words.trimmed.hasSuffix)
    else { return nil }
    return [whole(.signatureOffice)]
  }

  /// 盧潔儀 | 部長: name and post, a line each, the date below them perhaps.
  func nameAndPostLines() -> [DraftBlock]? {
    guard (2...3).contains(lines.count), lines.allSatisfy({ $0.text.hasHan && $0.text.columns <= 24 }),
      SignatureLines.isNameAndPost(lines[0].text, lines[1].text)
        || SignatureLines.isNameAndPost(lines[1].text, lines[0].text)
    else { return nil }
    let texts = lines.map { $0.text.trimmed }
    if lines.count == 2 { return [signer(texts.joined(separator: "　"))] }
    guard let date = lines.last, SignatureLines.date(date.text) != nil else { return nil }
    return [signer(texts.dropLast().joined(separator: "　")), part(date, .signatureDate)]
  }

  /// 會長　某某某, behind the last words of a letter.
  func postAndPerson(_ before: [DraftBlock]) -> [DraftBlock]? {
    guard SignatureLines.isSigner(block), words.splitAtScalars(where: \.isBlank).count == 2,
      SignatureLines.endsInProse(before)
    else { return nil }
    return [whole(.signatureOffice)]
  }
}
