/// Lines of labels that no colon parts from their values: 编辑｜葛亮, Tel. 0555 31.
extension LineGrammar {
  /// 编辑｜葛亮, **执行编辑** 翁景行 **电话** 8790 4412, Tel. 0555 31: words of `labels` with a blank or a stroke
  /// instead of a colon, each with its value. The first word has to be one.
  static func spacedParts(_ text: String, _ labels: [String]) -> [Labelled]? {
    guard text.utf8.count <= 240, !text.hasAny(of: "：:") else { return nil }
    if let parts = dottedParts(text, labels) { return parts }
    let words = text.splitAtScalars { $0.isBlank || "|｜".unicodeScalars.contains($0) }.map(String.init)
    var parts: [Labelled] = []
    for word in words {
      var bare = word.halfWidth.lowercased()
      if bare.hasSuffix(".") { bare.removeLast() }
      if labels.contains(bare), bare.count >= 2 {
        if let last = parts.last, last.rest.isEmpty { return nil }
        parts.append(Labelled(label: word.hasSuffix(".") ? String(word.dropLast()) : word, rest: ""))
      } else if parts.isEmpty {
        return nil
      } else {
        parts[parts.count - 1].rest += (parts[parts.count - 1].rest.isEmpty ? "" : " ") + word
      }
    }
    // Secretary to the Senate is a post, not a label with its value.
    if text.hanCount == 0, parts.contains(where: { $0.rest.first?.isLowercase == true }) { return nil }
    return parts.isEmpty || parts.contains { $0.rest.isEmpty || $0.rest.columns > 60 } ? nil : parts
  }

  /// Editor Peter Quill • Assistant Editor Mary Fold: a label, of up to three words, and its value between dots.
  private static func dottedParts(_ text: String, _ labels: [String]) -> [Labelled]? {
    let pieces = text.split { "•·|｜".contains($0) }.map { String($0).trimmed }
    guard !pieces.isEmpty, !text.hasHan, text.first?.isUppercase == true else { return nil }
    var parts: [Labelled] = []
    for piece in pieces {
      let words = piece.splitAtScalars(where: \.isBlank).map(String.init)
      let count = [3, 2, 1].first { count in
        words.count > count && labels.contains(words.prefix(count).joined().lowercased().filter { $0 != "." })
      }
      // A single label of one word is the caller's.
      guard let count, pieces.count > 1 || count > 1 else { return nil }
      parts.append(
        Labelled(
          label: words.prefix(count).joined(separator: " "), rest: words.dropFirst(count).joined(separator: " ")))
    }
    return parts
  }
}
