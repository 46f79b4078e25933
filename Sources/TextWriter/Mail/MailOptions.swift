public import ExportPipeline

/// Who gets a mailing and how it is put up.
public struct MailOptions: Sendable {
  /// The sender: `office@example.org` or `办公室 <office@example.org>`.
  public var from: String
  /// The receivers, written like the sender; empty for a mailing that does not say them.
  public var to: [String]
  /// The subject; nil for the name and the number of the issue.
  public var subject: String?
  /// The layout of the text; its line ends are always those of mail.
  public var text: TextOptions
  /// The writers whose files are attached, in order.
  public var attachments: [any IssueWriter]
  /// Whether names of attachments are ASCII only, for receivers with old programs.
  public var usesASCIINames: Bool
  /// The headers of a mailing list; nil for a letter that comes from none.
  public var list: MailingList?

  /// Options of the given values.
  public init(
    from: String, to: [String] = [], subject: String? = nil, text: TextOptions = TextOptions(),
    attachments: [any IssueWriter] = [], usesASCIINames: Bool = false, list: MailingList? = nil
  ) {
    self.from = from
    self.to = to
    self.subject = subject
    self.text = text
    self.attachments = attachments
    self.usesASCIINames = usesASCIINames
    self.list = list
  }
}

/// What the headers of a mailing list say (RFC 2919, RFC 2369).
public struct MailingList: Sendable, Hashable {
  /// The identity of the list, in the form of a domain: `bulletin.example.org`.
  public var id: String
  /// The name of the list for people; nil for none.
  public var name: String?
  /// Where a click cancels the subscription, an `https` URL (RFC 8058); nil for none.
  public var unsubscribeURL: String?
  /// Where a letter cancels the subscription, an e-mail address; nil for none.
  public var unsubscribeAddress: String?
  /// Where past issues are, a URL; nil for none.
  public var archive: String?

  /// A list of the given parts.
  public init(
    id: String, name: String? = nil, unsubscribeURL: String? = nil, unsubscribeAddress: String? = nil,
    archive: String? = nil
  ) {
    self.id = id
    self.name = name
    self.unsubscribeURL = unsubscribeURL
    self.unsubscribeAddress = unsubscribeAddress
    self.archive = archive
  }
}
