/// The header of the mail that an issue was sent as, when the archive kept it: From, To, Subject above everything.
enum MailHeaders {
  /// In small letters, without their hyphens.
  private static let names: Set<String> = [
    "from", "to", "cc", "bcc", "subject", "date", "sender", "replyto", "sent", "received", "returnpath", "messageid",
    "mimeversion", "contenttype", "contenttransferencoding", "precedence", "organization", "deliveredto",
    "发件人", "收件人", "抄送", "主题", "寄件者", "收件者", "主旨",
  ]

  /// How many of the first blocks are such a header; 0 where there is none. A memorandum has lines of the same names: a
  /// mail gives an address behind From, or says when it was Sent, and a subject.
  static func count(in blocks: [DraftBlock]) -> Int {
    var lines: [(name: String, value: String)] = []
    var count = 0
    for block in blocks.prefix(24) {
      guard block.isText, block.role == nil else { break }
      let fields = block.lines.map { field($0.text) }
      guard fields.allSatisfy({ $0 != nil }) else { break }
      lines += fields.compactMap(\.self)
      count += 1
    }
    let isSent = lines.contains { ["from", "sender", "发件人", "寄件者"].contains($0.name) && $0.value.contains("@") }
    let isDated = lines.contains { $0.name == "sent" } && lines.contains { $0.name == "from" }
    let isNamed = lines.contains { ["subject", "主题", "主旨"].contains($0.name) }
    return (isSent || isDated) && isNamed ? count : 0
  }

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

  private static func field(_ text: String) -> (name: String, value: String)? {
    guard text.utf8.count <= 400, let colon = text.firstIndex(ofAny: ":：") else { return nil }
    let name = text[..<colon].trimmed.lowercased()
    let value = text[text.index(after: colon)...].trimmed
    guard names.contains(name.filter { $0 != "-" }) || name.hasPrefix("list-") || name.hasPrefix("x-"),
      !name.contains(" ")
    else {
      return nil
    }
    return (name, value)
  }
}
