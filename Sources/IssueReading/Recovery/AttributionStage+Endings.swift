import IssueModel

/// Where an article ends.
extension AttributionStage {
  /// Whether an article begins right behind the block at `index`, or nothing does; a picture may stand between, the head of
  /// the next section.
  func isFollowedByHead(_ index: Int, _ draft: Draft) -> Bool {
    guard let next = draft.blocks.dropFirst(index + 1).first(where: { !$0.isRule && !$0.isFigure }) else { return true }
    switch next.role {
    case .section, .title, .kicker: return true
    default: return false
    }
  }

  /// For each block whether nothing of its article follows it but contributor, signature and attachments.
  func endings(of draft: Draft) -> [Bool] {
    var result = [Bool](repeating: false, count: draft.blocks.count)
    var ends = true
    for index in draft.blocks.indices.reversed() {
      result[index] = ends
      let block = draft.blocks[index]
      // A picture may stand below the contributor.
      if block.isRule || block.isFigure { continue }
      switch block.role {
      case .section, .title, .kicker: ends = true
      case .attribution, .signatureOffice, .signatureDate, .paragraph(.attachments): break
      // A note of the editors behind all that (编后).
      case .editorsNote where ends: break
      case nil:
        guard ends, case .paragraph = block.form else {
          ends = false
          break
        }
        let text = block.text
        let isTail =
          text.utf8.count <= 600
          && (LineGrammar.wholeBracket(text) != nil || DateGrammar.whole(text) != nil || text.trimmed.hasPrefix("附件")
            || text.trimmed.hasPrefix("附：") || Self.isAnnotation(text)
            || Self.enclosure(text) != nil || Self.announcesEnclosures(text) && enclosureFollows(index, draft)
            || Self.isFurtherEnclosure(index, draft.blocks)
            || SignatureLines.isClosing(block)
            || SignatureLines.isBelowSigner(index, draft))
        if !isTail { ends = false }
      default: ends = false
      }
    }
    return result
  }
}
