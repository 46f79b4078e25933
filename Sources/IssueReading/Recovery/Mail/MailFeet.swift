/// What stands below the mail that an issue was sent as.
enum MailFeet {
  /// The last block, if it is what an office puts below all its mail: that the mail is for whom it is addressed to.
  static func disclaimer(in blocks: [DraftBlock]) -> Int? {
    guard let place = blocks.lastIndex(where: { !$0.isRule }), blocks[place].role == nil, blocks[place].isText else {
      return nil
    }
    let text = blocks[place].text.lowercased().filter { $0 != "-" }
    guard text.utf8.count <= 1200,
      ["this email", "this message", "the information in this email", "this communication"].contains(
        where: text.hasPrefix)
    else { return nil }
    return text.contains("confidential") && (text.contains("intended") || text.contains("recipient")) ? place : nil
  }

  /// The words of whoever keeps a list, on why a mail came and how no more will.
  private static let leaving = [
    "you receive this", "you are receiving this", "you received this", "you are getting this", "to leave the list",
    "to leave this list", "to be taken off", "to stop receiving", "to opt out", "取消订阅", "取消訂閱",
  ]

  /// The first block of what a mailing list puts below all its mails, behind a line of two strokes or of low ones: how to leave it.
  static func listFoot(in draft: Draft) -> Int? {
    guard let rule = draft.blocks.lastIndex(where: \.isRule), rule > 4, rule + 1 < draft.blocks.count,
      case let stroke = draft.source[draft.blocks[rule].line].trimmed,
      stroke == "--" || stroke.utf8.count >= 20 && stroke.utf8.allSatisfy({ $0 == UInt8(ascii: "_") })
    else { return nil }
    let foot = draft.blocks[(rule + 1)...]
    guard foot.count <= 4, foot.allSatisfy({ $0.isText && $0.role == nil && $0.text.utf8.count <= 600 }),
      foot.contains(where: { block in
        let text = block.text.lowercased()
        return [
          "unsubscribe", "mailing list", "you are subscribed", "leave this list", "leave the list", "off this list",
          "sign off", "stop receiving", "no longer wish to receive", "subscription options", "list archive", "退订", "退訂",
        ].contains(where: text.contains)
          // A colophon may say so too: then other lines stand beside it.
          || foot.allSatisfy { block in
            block.lines.allSatisfy { line in leaving.contains(where: line.text.lowercased().contains) }
          }
      })
    else { return nil }
    return rule + 1
  }

  /// The first block of the signature that a mail program set below the text, behind the line `-- ` (RFC 3676, 4.3), where an imprint
  /// stands above it: the line itself, or the paragraph that begins with it. Below a text without an imprint such lines may be one.
  static func signature(in draft: Draft) -> Int? {
    let last = draft.blocks.suffix(6)
    guard let place = last.indices.last(where: { isDelimiter(draft.blocks[$0], draft) }), place > 3 else { return nil }
    let below = draft.blocks[place...]
    let lines = below.flatMap(\.lines).map(\.text)
    let words = draft.blocks[place].isRule ? lines[...] : lines.dropFirst()
    guard (1...8).contains(words.count), below.allSatisfy({ ($0.isRule || $0.isText) && $0.headingLevel == nil }),
      words.allSatisfy({ $0.fits(100) && !LineGrammar.isProse($0) && !isOfImprint($0) })
    else { return nil }
    let above = draft.blocks[max(0, place - 8)..<place]
    return above.contains { $0.isText && $0.lines.contains { isOfImprint($0.text) } } ? place : nil
  }

  private static func isDelimiter(_ block: DraftBlock, _ draft: Draft) -> Bool {
    draft.source[block.line].trimmed == "--"
      && (block.isRule || block.isText && block.lines.first?.text.trimmed == "--")
  }

  private static func isOfImprint(_ line: String) -> Bool {
    LineGrammar.distribution(line) != nil || LineGrammar.copies(line) != nil
      || LineGrammar.labelled(line, Vocabulary.roles) != nil
  }
}
