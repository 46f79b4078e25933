extension Draft {
  /// The places of the headings that divide an article from its first line on and have no mark: St. Ann, Little Weir, each
  /// alone above text or a list; empty where its first line is none, or the only one. Behind text such a line may as well
  /// sign it; below the title, with nothing signed yet, it cannot.
  func plainHeads(in article: Range<Int>) -> [Int] {
    guard let first = article.first, isPlainHead(first, before: article.upperBound) else { return [] }
    let heads = article.filter { index in
      isPlainHead(index, before: article.upperBound) && blocks[index].isIndented == blocks[first].isIndented
        && blocks[index].isCentred == blocks[first].isCentred
    }
    return heads.count >= 2 ? heads : []
  }

  /// Whether a few Western words with a capital, and without a number or a point, stand alone above text or a list.
  private func isPlainHead(_ index: Int, before end: Int) -> Bool {
    let block = blocks[index]
    guard block.role == nil, case .paragraph = block.form, block.lines.count == 1, block.text.utf8.count <= 40 else {
      return false
    }
    let text = block.text.trimmed
    guard text.first?.isUppercase == true, text.last?.isLetter == true, !text.hasHan,
      text.allSatisfy({ $0.isLetter || " .'’-&".contains($0) }), text.split(separator: " ").count <= 5,
      !LineGrammar.isProse(text), index + 1 < end
    else { return false }
    let next = blocks[index + 1]
    guard next.role == nil, next.line > block.line + 1 else { return false }
    return switch next.form {
    case .paragraph: LineGrammar.isProse(next.text)
    case .list: true
    default: false
    }
  }
}
