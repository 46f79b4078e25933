import IssueModel

/// A block at an article's end that may say who signs, and when. Each question answers with what the block consists of, or
/// nil; those of persons, offices and dates have files of their own.
struct SignatureBlock {
  let block: DraftBlock
  let draft: Draft
  let words: String
  let isWestern: Bool

  init(_ block: DraftBlock, _ draft: Draft) {
    self.block = block
    self.draft = draft
    words = block.text
    isWestern = !words.hasHan
  }

  var lines: [DraftLine] { block.lines }

  /// The line of the block by itself.
  func part(_ line: DraftLine, _ role: DraftRole?) -> DraftBlock {
    var part = block
    part.lines = [line]
    part.role = role
    return part
  }

  /// Who signs, in these words.
  func signer(_ words: String) -> DraftBlock { part(DraftLine(text: words, number: block.line), .signatureOffice) }

  /// The whole block as it stands.
  func whole(_ role: DraftRole) -> DraftBlock {
    var whole = block
    whole.role = role
    return whole
  }

  /// Whether all lines from the one at `index` on say what somebody is, or of which office.
  func arePosts(from index: Int) -> Bool {
    lines.dropFirst(index).allSatisfy { SignatureLines.isPost($0.text) || SignatureLines.isOffice($0.text, draft) }
  }

  /// The lines from the one at `index` on as one.
  func joined(from index: Int = 0) -> String { SignatureLines.joined(lines.dropFirst(index).map(\.text)) }
}
