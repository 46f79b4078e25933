/// How far the end of a paragraph leaves it open.
extension TornParagraphStage {
  /// Whether running text stops in `text` without an end.
  static func isUnfinished(_ text: String) -> Bool { openness(of: text.trimmed, next: nil) >= 1 }

  /// How sure it is that `text` goes on: -1 it is finished, 0 it may be a line by itself, 1 likely, 2 sure.
  static func openness(of text: String, next: Unicode.Scalar?) -> Int {
    guard let last = text.unicodeScalars.last else { return -1 }
    if last.leavesOpen { return text.columns >= 16 ? 2 : 0 }
    // A number torn at its point: 3. | 41%.
    if last == ".", let next, next.isASCIIDigit, text.unicodeScalars.dropLast().last?.isASCIIDigit == true,
      text.hanCount > 0, text.columns >= 24
    {
      return 2
    }
    if last.endsSentence || last == "：" || last == ":" || last == "." && !endsInAbbreviation(text) { return -1 }
    // A comma alone makes no prose of a line in a list: 张三，市委办主任.
    let marks = text.utf8.count > 200 || text.columns >= 36 && text.unicodeScalars.contains { $0 == "，" || $0 == "," }
    let isProse = marks || text.columns >= 48 || text.unicodeScalars.contains("。")
    if !isProse, text.columns >= 14, !last.endsSentence, unclosed(text) { return 2 }
    guard isProse else { return 0 }
    if last.isASCIILetter || last == "-" || last.isASCIIDigit && text.hanCount == 0 {
      guard text.hanCount * 3 < text.unicodeScalars.count else { return 1 }
      guard let next else { return 1 }
      if next.isASCIILetter, next.properties.isLowercase { return 2 }
      // Sentences, and then one that stops without a point: a name or a number may go on with it.
      if last.isASCIILetter, text.columns >= 100 && text.contains(", ") || text.columns >= 60 && text.contains(". ") {
        return 1
      }
      return endsInFunctionWord(text) || next.isASCIIDigit && text.columns >= 60 ? 1 : 0
    }
    if last.isClosing {
      let inner = text.unicodeScalars.reversed().drop { $0.isClosing }
      if let end = inner.first, end.endsSentence || end == "." { return -1 }
      if last == "）" || last == ")" || last == "】" || last == "]" {
        // （附后）, （某某局） end a paragraph as often as not.
        return unclosed(text) ? 2 : text.columns >= 60 && !endsInRemark(text) ? 1 : 0
      }
      return text.columns >= 40 ? 1 : 0
    }
    if unclosed(text) { return 2 }
    return 1
  }

  /// Whether what the last brackets hold is a remark that stands at the end of paragraphs.
  private static func endsInRemark(_ text: String) -> Bool {
    guard let open = text.lastIndex(where: { "（(".contains($0) }) else { return false }
    let inner = String(text[text.index(after: open)...].dropLast())
    let before = text[..<open].trimmed.unicodeScalars.last
    return before?.endsSentence == true || Vocabulary.looksLikeOffice(inner) || inner.contains("：")
      || inner.contains("附") || inner.contains("见")
      || Vocabulary.contributorEndings.contains { inner.hasSuffix($0) }
  }

  /// Whether a bracket or quote opened in `text` is not closed there.
  static func unclosed(_ text: String) -> Bool {
    // Counted by kind; what is opened more often than closed is open.
    let depth = text.reduceScalars(into: (0, 0, 0, 0, 0, 0)) { depth, scalar in
      guard !scalar.isPlainHan else { return }
      switch scalar {
      case "（", "(": depth.0 += 1
      case "）", ")": depth.0 -= 1
      case "《": depth.1 += 1
      case "》": depth.1 -= 1
      case "“": depth.2 += 1
      case "”": depth.2 -= 1
      case "‘": depth.3 += 1
      case "’": depth.3 -= 1
      case "「", "『": depth.4 += 1
      case "」", "』": depth.4 -= 1
      case "〔": depth.5 += 1
      case "〕": depth.5 -= 1
      default: break
      }
    }
    return depth.0 > 0 || depth.1 > 0 || depth.2 > 0 || depth.3 > 0 || depth.4 > 0 || depth.5 > 0
  }

  private static func endsInAbbreviation(_ text: String) -> Bool {
    [" Mr.", " Mrs.", " Ms.", " Dr.", " St.", " No.", " Prof.", " vs.", " cf.", " e.g.", " i.e."].contains {
      text.hasSuffix($0)
    }
  }

  /// Whether the last word is one that ends no line of its own: the, of, which.
  static func endsInFunctionWord(_ text: String) -> Bool {
    guard let word = text.split(separator: " ").last?.lowercased() else { return false }
    return [
      "the", "a", "an", "of", "and", "or", "to", "in", "on", "at", "for", "with", "by", "from", "that", "which", "is",
      "are", "was", "were", "as", "its", "their", "this", "between",
    ].contains(word)
  }
}
