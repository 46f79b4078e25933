import IssueModel

/// Offices that sign without a date.
extension SignatureBlock {
  /// 工程處 Engineering Division, an office in both languages; THE EDITORS, The Lock Committee.
  func officeAlone(_ before: [DraftBlock]) -> [DraftBlock]? {
    guard lines.count == 1 else { return nil }
    if !isWestern, words.fits(60), SignatureLines.isBilingualOffice(words), SignatureLines.endsInProse(before) {
      return [signer(words.trimmed)]
    }
    guard isWestern, !block.isBold, words.fits(40), words.lowercased().hasPrefix("the "), SignatureLines.isPost(words),
      !words.hasSuffix("."), Vocabulary.looksLikeOffice(words) || EnglishVocabulary.namesPost(words),
      SignatureLines.endsInProse(before)
    else { return nil }
    return [signer(words.trimmed)]
  }
}
