import IssueModel

/// What mails and web pages put between and behind articles to lead their readers on: Read more, Back to top, Unsubscribe.
enum ReaderLinks {
  /// Whether the block says nothing but such words, those of one kind or several parted by strokes. A heading never does.
  static func isReaderLink(_ block: DraftBlock) -> Bool {
    guard block.role == nil, case .paragraph = block.form, (1...3).contains(block.lines.count),
      block.text.utf8.count <= 160, !block.text.isEmpty, !block.text.hasHan
    else { return false }
    return block.lines.allSatisfy { isReaderLink($0.text, linked: isLinked($0.inlines)) }
  }

  /// Whether the block, one of the last, says why a mail was sent and how to leave its list.
  static func isMailFoot(_ block: DraftBlock) -> Bool {
    guard block.role == nil, case .paragraph = block.form, block.text.utf8.count <= 600, !block.text.hasHan else {
      return false
    }
    let text = block.text.lowercased().replacing("’", with: "'")
    return text.contains("unsubscribe")
      && [
        "you are receiving", "you're receiving", "you received", "you have received", "you are getting", "you get this",
        "this email was sent", "this e-mail was sent", "this message was sent", "sent to you because", "you subscribed",
        "you signed up", "you are subscribed", "no longer wish to", "don't want these", "do not want these",
      ].contains(where: text.contains)
  }

  /// Whether the block, one of the first, says where a mail may be read if it cannot be read here.
  static func isMailHead(_ block: DraftBlock) -> Bool {
    guard block.role == nil, case .paragraph = block.form, block.text.utf8.count <= 160, !block.text.hasHan else {
      return false
    }
    let text = block.text.lowercased()
    return ["browser", "online", "web version", "webpage", "web page"].contains(where: text.contains)
      && [
        "view ", "having trouble", "can't read", "cannot read", "trouble reading", "trouble viewing", "read it",
        "see it",
        "not displaying", "doesn't look right", "click here",
      ].contains(where: text.contains)
  }

  /// The inlines without such a link at their end, behind a whole sentence, and its words; nil where there is none.
  static func withoutLast(_ inlines: [Inline]) -> (inlines: [Inline], words: String)? {
    var rest = inlines
    var words: [String] = []
    func isBlank(_ inline: Inline) -> Bool {
      guard case .text(let text) = inline else { return false }
      return text.allSatisfy { $0.isBlankCharacter || "|·•/[]()".contains($0) }
    }
    while let last = rest.last {
      if isBlank(last) {
        rest.removeLast()
      } else if case .link = last, isReaderLink(last.plainText, linked: true) {
        words.insert(last.plainText.trimmed, at: 0)
        rest.removeLast()
      } else {
        break
      }
    }
    guard !words.isEmpty, let end = rest.plainText.trimmed.unicodeScalars.last,
      end.endsSentence || ".!?…\"”'’)".unicodeScalars.contains(end)
    else { return nil }
    return (rest.trimmedAtEnds, words.joined(separator: " | "))
  }

  private static func isLinked(_ inlines: [Inline]) -> Bool {
    inlines.contains { if case .link = $0 { true } else { false } }
  }

  private static func isReaderLink(_ text: String, linked: Bool) -> Bool {
    // ↑ Top, Read more », [Unsubscribe]: a mark points on or up.
    let points = text.unicodeScalars.contains { "»›→↑⇧▲>↩".unicodeScalars.contains($0) }
    let pieces = text.lowercased().split { "|·•/‖".contains($0) }
      .map { piece in
        piece.split { !$0.isLetter && $0 != "'" && $0 != "’" && $0 != "-" }.joined(separator: " ")
          .replacing("’", with: "'")
      }.filter { !$0.isEmpty }
    guard !pieces.isEmpty else { return false }
    let sure = pieces.count { phrases.contains($0) }
    if sure == pieces.count { return true }
    return sure + pieces.count(where: { weak.contains($0) }) == pieces.count && (sure > 0 || linked || points)
  }

  private static let phrases: Set<String> = [
    "read more", "continue reading", "keep reading", "read on", "read full story", "read the full story",
    "read the full article", "read full article", "read the rest", "read the whole article", "read more here",
    "full story",
    "find out more", "learn more", "see more", "view more", "click here", "click here to read more",
    "click here for more", "click to read more", "back to top", "back to the top", "back to contents",
    "back to the contents", "return to top", "return to contents", "top of page", "go to top", "unsubscribe",
    "unsubscribe here", "unsubscribe from this list", "click here to unsubscribe", "view in browser",
    "view in your browser", "view this email in your browser", "view this e-mail in your browser", "view online",
    "view this email online", "view as web page", "read online", "read in browser", "open in browser",
    "forward to a friend", "forward this email", "forward to a colleague", "update your preferences",
    "update preferences", "update subscription preferences", "manage preferences", "manage your preferences",
    "manage subscription", "manage your subscription", "email preferences", "privacy policy", "share this article",
    "share on facebook", "share on twitter", "print this page", "print this article", "email this page",
    "subscribe here",
    "view web version", "web version", "add to address book", "add us to your address book", "skip to content",
  ]

  /// Words that may be anything where they are no links and nothing points.
  private static let weak: Set<String> = [
    "top", "more", "home", "share", "tweet", "print", "email", "next", "previous", "contents", "subscribe", "forward",
    "up", "menu", "facebook", "twitter", "like", "contact us", "website", "archive", "preferences", "terms",
  ]
}

extension PageFurnitureStage {
  /// Drops what leads readers on: lines of nothing else, links of the kind behind a paragraph's last sentence, and what the
  /// foot of a mail says about its list.
  func dropReaderLinks(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    var dropped: Set<Int> = []
    let last = max(0, draft.blocks.count - 5)
    for index in draft.blocks.indices {
      if ReaderLinks.isReaderLink(draft.blocks[index]) || index >= last && ReaderLinks.isMailFoot(draft.blocks[index])
        || index < 3 && ReaderLinks.isMailHead(draft.blocks[index])
      {
        dropped.insert(index)
        report(draft.blocks[index].text, draft.blocks[index].line, diagnostics)
        continue
      }
      guard draft.blocks[index].role == nil, case .paragraph = draft.blocks[index].form,
        let line = draft.blocks[index].lines.last,
        line.inlines.suffix(2).contains(where: { if case .link = $0 { true } else { false } }),
        let (rest, words) = ReaderLinks.withoutLast(line.inlines)
      else { continue }
      report(words, line.number, diagnostics)
      draft.blocks[index].lines[draft.blocks[index].lines.count - 1] = DraftLine(inlines: rest, number: line.number)
    }
    draft.blocks.remove(dropped)
  }

  private func report(_ words: String, _ line: Int, _ diagnostics: DiagnosticSink) {
    diagnostics.repaired(
      "web-furniture-dropped", line: line, "“\(excerpt(words, 30))”, which leads readers on, dropped",
      zh: "去掉引导读者的链接“\(excerpt(words, 30))”",
      hint: Wording("keep it with --no-repair page-furniture", zh: "如需保留，请用 --no-repair page-furniture"),
      confidence: 0.95)
  }
}
