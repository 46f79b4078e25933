public import ExportPipeline
public import IssueModel

/// Who gets a mailing and how it is put up.
public struct MailOptions: Sendable {
  /// The sender: `office@example.org` or `办公室 <office@example.org>`; nil for a draft, which a mail program opens
  /// for editing and sends in the name of its user.
  public var from: String?
  /// The receivers, written like the sender; empty for a mailing that does not say them.
  public var to: [String]
  /// The subject; nil for the name and the number of the issue.
  public var subject: String?
  /// The layout of the text; its line ends are always those of mail.
  public var text: TextOptions
  /// The writer of the HTML page that programs show instead of the text if they can; nil for text alone.
  public var page: (any IssueWriter)?
  /// The writers whose files are attached, in order.
  public var attachments: [any IssueWriter]
  /// Whether names of attachments are ASCII only, for receivers with old programs.
  public var usesASCIINames: Bool
  /// Whether the mail says that no person sent it, so that no absence notice answers it (RFC 3834, 5).
  public var isAutomatic: Bool
  /// The headers of a mailing list; nil for a letter that comes from none.
  public var list: MailingList?

  /// Options of the given values.
  public init(
    from: String? = nil, to: [String] = [], subject: String? = nil, text: TextOptions = TextOptions(),
    page: (any IssueWriter)? = nil, attachments: [any IssueWriter] = [], usesASCIINames: Bool = false,
    isAutomatic: Bool = false,
    list: MailingList? = nil
  ) {
    self.from = from
    self.to = to
    self.subject = subject
    self.text = text
    self.page = page
    self.attachments = attachments
    self.usesASCIINames = usesASCIINames
    self.isAutomatic = isAutomatic
    self.list = list
  }

  /// Whether `text` can be a sender or a receiver: `name <local@domain>` or `local@domain`, on one line.
  public static func isMailbox(_ text: String) -> Bool { (try? MailAddress(text, role: "")) != nil }
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

extension MailingList {
  /// Why no header can say this; nil if it can.
  public var fault: Wording? {
    let everything = [id, name, unsubscribeURL, unsubscribeAddress, archive].compactMap { $0 }
    let isClean = everything.allSatisfy { !$0.unicodeScalars.contains(where: \.isMailControl) }
    let hasPlainURLs = [unsubscribeURL, archive].compactMap { $0 }.allSatisfy { url in
      url.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value < 0x7F && $0 != "<" && $0 != ">" }
    }
    guard isClean, hasPlainURLs, MailAddress.isAddress("list@" + Substring(id)) else {
      return Wording("its identity or an address cannot stand in a header", zh: "标识或地址无法写入邮件头")
    }
    // A header line holds 998 octets (RFC 5322, 2.1.1), and an address is never broken.
    guard everything.allSatisfy({ $0.utf8.count <= 900 }) else {
      return Wording("one of its parts has more than 900 octets, too many for a line", zh: "其中一项超过900字节，邮件头一行写不下")
    }
    if let url = unsubscribeURL, !url.hasPrefix("https://") {
      return Wording("the address to unsubscribe must be https (RFC 8058)", zh: "退订地址须为 https（RFC 8058）")
    }
    if let address = unsubscribeAddress, !MailAddress.isAddress(address[...]) {
      return Wording("\"\(address)\" to unsubscribe is no mail address", zh: "退订地址“\(address)”不是邮件地址")
    }
    return nil
  }
}
