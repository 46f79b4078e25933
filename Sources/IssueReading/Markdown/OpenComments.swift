import IssueModel

/// What is begun and never ended, such as a comment, `<!--`: Markdown (CommonMark 4.6) takes all that follows for a part of it,
/// and none of that would be seen. The begin is text instead, so that nothing behind it gets lost.
struct OpenComments {
  /// The text with a backslash before each such begin.
  let text: String
  /// The lines on which they stand, and what they are.
  let found: [(line: Int, begin: String)]

  /// What hides all up to its end, whatever that is; in small letters.
  private static let marks: [(begin: String, end: String)] = [
    ("<!--", "-->"), ("<?", "?>"), ("<![cdata[", "]]>"), ("<script", "</script"), ("<style", "</style"),
  ]

  /// Looks for open comments in `tree`, which was made of `markdown`; nil if there is none.
  init?(in markdown: String, _ tree: MarkdownNode) {
    let open = Self.open(in: tree)
    guard !open.isEmpty else { return nil }
    var lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
    var found: [(line: Int, begin: String)] = []
    for (begin, end) in Self.marks {
      guard let first = open.first(where: { $0.begin == begin })?.line else { continue }
      // Behind the last end none is ended; before that only what the parser took for open is.
      let lastEnd = lines.indices.last { lines[$0].lowercased().contains(end) } ?? -1
      for index in lines.indices.dropFirst(first - 1) {
        guard index > lastEnd || open.contains(where: { $0.line == index + 1 && $0.begin == begin }),
          let place = lines[index].lowercased().firstRange(of: begin),
          // Small letters may take another room than capitals; those of ASCII do not.
          lines[index].utf8.count == lines[index].lowercased().utf8.count
        else { continue }
        let offset = lines[index].lowercased().utf8.distance(
          from: lines[index].lowercased().startIndex, to: place.lowerBound)
        let start = lines[index].utf8.index(lines[index].startIndex, offsetBy: offset)
        lines[index] = lines[index][..<start] + "\\" + lines[index][start...]
        found.append((index + 1, begin))
      }
    }
    guard !found.isEmpty else { return nil }
    text = lines.joined(separator: "\n")
    self.found = found
  }

  /// The lines of blocks that are begun and not ended.
  private static func open(in node: MarkdownNode) -> [(line: Int, begin: String)] {
    if case .htmlBlock(let html) = node.kind {
      let low = html.lowercased()
      let begin = low.drop { $0.isBlankCharacter || $0 == "\n" }
      guard let mark = marks.first(where: { begin.hasPrefix($0.begin) }), !low.contains(mark.end) else { return [] }
      return [(node.line, mark.begin)]
    }
    return node.children.flatMap { $0.kind.isInline ? [] : open(in: $0) }
  }
}

extension DiagnosticSink {
  /// Tells of comments without an end.
  func report(_ comments: OpenComments) {
    for (line, begin) in comments.found {
      repaired(
        "comment-unclosed", line: line, "what “\(begin)” begins has no end; it stays in the text",
        zh: "“\(begin)”没有结束标记，已作为文字保留", hint: Wording("end it, or take it out", zh: "请补上结束标记，或删去"))
    }
  }
}
