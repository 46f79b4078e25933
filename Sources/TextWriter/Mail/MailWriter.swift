public import ExportPipeline
public import IssueModel
internal import UnicodeText

/// Writes an issue as a mail ready to be sent: the plain text, beside it a page and with files attached if asked for.
///
/// Nothing in it comes from clock or chance: the date is the issue's, identity and boundary are made of the
/// content, so the same issue makes the same bytes.
public struct MailWriter: IssueWriter {
  /// `eml`.
  public static let format = Format(
    id: "eml", fileExtension: "eml", mediaType: "message/rfc822",
    summary: Wording("A mail with the plain text, ready to be sent", zh: "可直接发送的邮件（纯文本，可带附件）"))

  /// Who gets the mail and how it is put up.
  public var options: MailOptions

  /// A writer with the given options.
  public init(options: MailOptions = MailOptions()) { self.options = options }

  /// The mail: headers and body, lines ending in CR LF (RFC 5322).
  /// - Throws: `StageError` if an address is none, a header would break its line, or a part has no result.
  public func write(_ issue: Issue, _ context: StageContext) throws(StageError) -> Artifact {
    let encoding = options.text.encoding
    let from: MailAddress? =
      if let sender = options.from { try MailAddress(sender, role: "From") } else { nil }
    var to: [MailAddress] = []
    for address in options.to { to.append(try MailAddress(address, role: "To")) }

    let domain = from?.domain ?? "gazette.invalid"
    let entity = try body(of: issue, domain: domain, context)

    var header = HeaderBlock(encoding: encoding)
    if let from {
      header.add("From", [from])
    } else {
      // A sender that is yet to come is a group without members (RFC 6854); mail programs open such a file to edit it.
      header.add("From", group: issue.masthead.office ?? issue.masthead.name)
      header.add("X-Unsent", token: "1")
    }
    if to.isEmpty { header.add("To", token: "undisclosed-recipients:;") } else { header.add("To", to) }
    header.add("Subject", text: try subject(of: issue))
    header.add("Date", token: MailDate.text(of: issue, context.diagnostics))
    var hash = StableHash()
    for field in header.fields { hash.add(field.utf8) }
    for part in entity.parts { hash.add(part.bytes) }
    header.add("Message-ID", token: "<\(hash.hex)@\(domain)>")
    if options.isAutomatic { header.add("Auto-Submitted", token: "auto-generated") }
    if let list = options.list { try header.add(list) }
    header.add("MIME-Version", token: "1.0")

    // No line of a part begins like the boundary: neither base64 nor quoted-printable has "=_".
    return Artifact(format: Self.format, bytes: entity.written(after: header, boundary: "=_\(hash.hex)"))
  }

  /// The text, beside it the page if there is one, behind it what is attached.
  private func body(of issue: Issue, domain: String, _ context: StageContext) throws(StageError) -> MailEntity {
    var textOptions = options.text
    textOptions.lineEnding = .crlf
    textOptions.writesByteOrderMark = false
    let text = try PlainTextWriter(options: textOptions).write(issue, context)
    var body = MailEntity.part(MailPart(type: text.format.mediaType, isText: true, bytes: text.bytes))
    if let writer = options.page {
      let page = MailPage(try writer.write(issue, context).bytes, domain: domain)
      var entity = MailEntity.part(MailPart(type: "text/html; charset=utf-8", isText: true, bytes: page.bytes))
      if !page.pictures.isEmpty {
        let pictures = page.pictures.map { picture in
          MailEntity.part(MailPart(type: picture.type, isText: false, bytes: picture.bytes, contentID: picture.id))
        }
        entity = .several(.related, [entity] + pictures)
      }
      body = .several(.alternative, [body, entity])
    }
    guard !options.attachments.isEmpty else { return body }
    var entities = [body]
    for writer in options.attachments {
      let artifact = try writer.write(issue, context)
      let name = AttachmentName(of: issue, extension: artifact.format.fileExtension)
      entities.append(
        .part(
          MailPart(
            type: artifact.format.mediaType, isText: false, bytes: artifact.bytes,
            name: options.usesASCIINames ? AttachmentName(name: name.ascii, ascii: name.ascii) : name)))
    }
    return .several(.mixed, entities)
  }

  private func subject(of issue: Issue) throws(StageError) -> String {
    let masthead = issue.masthead
    let made = [masthead.name, masthead.number?.verbatim.withoutInnerBlanks ?? ""].filter { !$0.isEmpty }
      .joined(separator: issue.language.isChinese ? "" : ", ")
    let subject = options.subject ?? (made.isEmpty ? (issue.language.isChinese ? "简报" : "Bulletin") : made)
    guard !subject.unicodeScalars.contains(where: \.isMailControl) else {
      throw StageError(
        stage: Self.format.id,
        message: Wording("the subject has a line break or control character", zh: "邮件主题含有换行或控制字符"),
        hint: Wording("give it on one line with --subject", zh: "请用 --subject 写成一行"))
    }
    // Some programs cannot show the whole of a long subject, but all take it.
    return subject
  }
}

extension Unicode.Scalar {
  /// Whether the scalar may stand in no header: it could begin another one, or hide something.
  var isMailControl: Bool {
    value < 0x20 || (0x7F...0x9F).contains(value) || (0x2028...0x202E).contains(value)
      || (0x2066...0x2069).contains(value)
  }
}
