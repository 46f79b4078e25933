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
        return ["unsubscribe", "mailing list", "you are subscribed", "退订", "退訂"].contains(where: text.contains)
      })
    else { return nil }
    return rule + 1
  }
}
