/// A line of what mail programs put around the words of a mail: a field of its header, or what announces the mail that was
/// forwarded or answered below.
enum MailLine: Equatable {
  /// From: somebody; the name in small letters, without its hyphens and blanks.
  case field(name: String, value: String)
  /// -----原始邮件-----, Begin forwarded message:, somebody 写道：
  case announcement

  /// Reads a line of a mail's head; nil where it is none.
  init?(_ line: String) {
    let text = line.trimmed
    guard text.utf8.count <= 400 else { return nil }
    if Self.announces(text) {
      self = .announcement
    } else if let (name, value) = Self.field(text) {
      self = .field(name: name, value: value)
    } else {
      return nil
    }
  }

  /// What a field of these says of the mail.
  enum Sort { case sender, sent, date, subject, other }

  /// What the field says; nil for an announcement.
  var sort: Sort? {
    guard case .field(let name, _) = self else { return nil }
    return Self.names[name] ?? .other
  }

  /// What stands behind the colon.
  var value: String { if case .field(_, let value) = self { value } else { "" } }

  /// Whether the lines are the header of a mail: From and Subject, and an address behind From or a time of sending, since a
  /// memorandum and a fax have lines of the same names. Below an announcement they need neither.
  static func areHeader(_ lines: [MailLine], announced: Bool) -> Bool {
    let hasSubject = lines.contains { $0.sort == .subject }
    let hasSender = lines.contains { $0.sort == .sender }
    if announced { return hasSender && (hasSubject || lines.count >= 2) }
    guard hasSubject, hasSender else { return false }
    return lines.contains { line in
      line.sort == .sender && line.value.contains("@") || line.sort == .sent
        || line.sort == .date && hasTime(line.value)
    }
  }

  /// Whether 17:22 stands in the text.
  private static func hasTime(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.indices.dropFirst().dropLast(2).contains { place in
      bytes[place] == UInt8(ascii: ":")
        && [place - 1, place + 1, place + 2].allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[$0]) }
    }
  }

  private static func field(_ text: String) -> (name: String, value: String)? {
    guard let colon = text.firstIndex(ofAny: ":：") else { return nil }
    let words = text[..<colon].trimmed.lowercased()
    let name = words.filter { $0 != "-" && $0 != "*" && !$0.isBlankCharacter }
    // Of the fields in Latin letters none has a blank, of those in Han all may: 主　题.
    guard names[name] != nil || words.hasPrefix("list-") || words.hasPrefix("x-"),
      name.hasHan || !words.contains(" ")
    else { return nil }
    return (name, text[text.index(after: colon)...].trimmed)
  }

  private static let names: [String: Sort] = {
    var names: [String: Sort] = [:]
    let others = [
      "to", "cc", "bcc", "replyto", "received", "returnpath", "messageid", "mimeversion", "contenttype",
      "contenttransferencoding", "precedence", "organization", "deliveredto", "importance", "attachments",
      "收件人", "收件者", "收信人", "抄送", "抄送人", "副本", "密送", "密件抄送", "密件副本", "回复", "回复至", "回覆", "答复", "附件",
      "重要性", "优先级", "優先順序", "邮件标识", "敏感度",
    ]
    for name in others { names[name] = .other }
    for name in ["from", "sender", "发件人", "发信人", "發件人", "發信人", "寄件者", "寄件人", "寄信人"] { names[name] = .sender }
    for name in ["sent", "发送时间", "发送日期", "發送時間", "發送日期", "寄件日期", "寄信日期", "傳送時間", "傳送日期", "已傳送"] {
      names[name] = .sent
    }
    for name in ["date", "日期", "时间", "時間"] { names[name] = .date }
    for name in ["subject", "主题", "主題", "主旨", "标题", "標題", "邮件主题"] { names[name] = .subject }
    return names
  }()

  /// Whether the line says that the mail below is another's: between strokes, or with a colon behind it.
  private static func announces(_ text: String) -> Bool {
    if let last = text.unicodeScalars.last, last == ":" || last == "：" {
      let words = text.dropLast().trimmed
      if announcements.contains(String(scalars: words.letters)) { return true }
      let small = words.lowercased()
      // With the address or the time: a text says that somebody wrote something, too.
      return ["写道", "寫道", "wrote", "写到", "寫到"].contains(where: small.hasSuffix)
        && (words.contains("@") || hasTime(words))
    }
    let strokes = "-—─=_*–\\".unicodeScalars
    let lead = text.unicodeScalars.prefix { strokes.contains($0) }
    let inner = text[lead.endIndex...]
    guard lead.count >= 2, let last = inner.unicodeScalars.last, strokes.contains(last) else { return false }
    return announcements.contains(String(scalars: String(inner).letters))
  }

  private static let announcements: Set<String> = {
    var words: Set<String> = [
      "originalmessage", "originalmail", "forwardedmessage", "forwardedmail", "forwardingmessages",
      "beginforwardedmessage",
      "forwardedemail", "originalemail", "originalappointment", "邮件原件", "郵件原件",
    ]
    for head in [
      "原始", "原", "转发", "转发的", "轉寄", "轉寄的", "轉發", "轉發的", "开始转发的", "以下是转发的", "開始轉寄", "開始轉寄的", "已转发的", "已轉寄的", "回复的",
    ] {
      for mail in ["邮件", "郵件", "信件", "消息", "訊息", "邮件信息", "郵件內容", "邮件内容", "电子邮件", "電子郵件"] { words.insert(head + mail) }
    }
    return words
  }()
}
