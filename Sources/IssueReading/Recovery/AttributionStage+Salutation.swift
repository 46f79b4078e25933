import IssueModel

/// To whom an article is directed.
extension AttributionStage {
  func isHead(_ block: DraftBlock) -> Bool {
    switch block.role {
    case .title, .subtitle, .byline: true
    default: false
    }
  }

  static func isSalutation(_ text: String) -> Bool {
    guard text.hasSuffix("：") || text.hasSuffix(":"), text.fits(120), !text.contains("。") else { return false }
    let names = String(text.dropLast())
    // 各大厦工程进度如下表： leads to something.
    if ["如下", "下列", "以下", "下表", "下图", "下圖"].contains(where: names.suffix(6).contains) { return false }
    // A sentence that leads to a list names an office too.
    if !names.hasHan,
      names.split(separator: " ").contains(where: {
        $0.first?.isLowercase == true && !["of", "the", "and", "for", "all", "to", "in"].contains(String($0))
      })
    {
      return false
    }
    return names.hasPrefix("各") || names.hasSuffix("同志") || names.hasSuffix("同志们")
      || names.split { "、，".contains($0) }.allSatisfy { Vocabulary.looksLikeOffice(String($0)) }
  }
}
