import IssueModel

/// Offices that sign without a date.
extension SignatureBlock {
  /// 工程處 Engineering Division, an office in both languages; THE EDITORS, The Lock Committee, Falls Prevention Group.
  func officeAlone(_ before: [DraftBlock]) -> [DraftBlock]? {
    guard lines.count == 1 else { return nil }
    if !isWestern, words.fits(60), SignatureLines.isBilingualOffice(words), SignatureLines.endsInProse(before) {
      return [signer(words.trimmed)]
    }
    guard isWestern, !block.isBold, words.fits(40), SignatureLines.isPost(words), !words.hasSuffix("."),
      words.lowercased().hasPrefix("the ")
        ? Vocabulary.looksLikeOffice(words) || EnglishVocabulary.namesPost(words)
        : words.contains(" ") && Vocabulary.looksLikeOffice(words),
      SignatureLines.endsInProse(before) || before.last.map({ $0.role == nil && $0.isFigure }) == true
    else { return nil }
    return [signer(words.trimmed)]
  }
}
