extension Draft {
  /// The places of the headings that divide an article from its first line on and have no mark: St. Ann, Little Weir, each
  /// alone above text or a list; empty where its first line is none, or the only one. Behind text such a line may as well
  /// sign it; below the title, with nothing signed yet, it cannot, nor can one that ends in a small word (Letters home).
  func plainHeads(in article: Range<Int>) -> [Int] {
    guard let first = article.first else { return [] }
    guard isPlainHead(first, before: article.upperBound) else { return headsBehindText(in: article) }
    let heads = article.filter { index in
      isPlainHead(index, before: article.upperBound) && blocks[index].isIndented == blocks[first].isIndented
        && blocks[index].isCentred == blocks[first].isCentred
    }
    return heads.count >= 2 ? heads : []
  }

  /// Bail without money, Letters home: lines behind whole sentences and above text, two or more alike in the article, of which
  /// none ends as names of persons and offices do.
  private func headsBehindText(in article: Range<Int>) -> [Int] {
    let heads = article.dropFirst().filter { index in
      guard isPlainHead(index, before: article.upperBound), blocks[index + 1].isText else { return false }
      let words = blocks[index].text.trimmed.split(separator: " ")
      guard words.count >= 2, let last = words.last, last.count > 2, last.allSatisfy({ $0.isLetter && $0.isLowercase }),
        !EnglishVocabulary.namesPost(blocks[index].text), !TornParagraphStage.isValediction(blocks[index].text)
      else { return false }
      let above = blocks[index - 1]
      return above.role == nil && above.source.endLine + 1 < blocks[index].line
        && (!above.isText || LineGrammar.isProse(above.text) && !TornParagraphStage.isUnfinished(above.text))
    }
    guard heads.count >= 2, let first = heads.first else { return [] }
    let isAlike = heads.allSatisfy {
      blocks[$0].isIndented == blocks[first].isIndented && blocks[$0].isCentred == blocks[first].isCentred
    }
    return isAlike ? heads : []
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
