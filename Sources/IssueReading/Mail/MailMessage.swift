import IssueModel
import UnicodeText

/// A mail as it is sent and saved (`.eml`): its header, and its text out of the parts and encodings of MIME (RFC 2045, RFC 2046).
struct MailMessage {
  /// The bytes of the text.
  private(set) var body: [UInt8] = []
  /// The encoding that the mail states for them.
  private(set) var charset: String?
  /// Whether the text is a page.
  private(set) var isPage = false
  /// The lines of the header that people read, decoded.
  let headerLines: [String]
  /// The names of what else came with the mail.
  private(set) var attachments: [String] = []

  private var hasText = false
  private var joinsLines = false
  private var deletesSpace = false

  /// The mail in `bytes`; nil for anything that does not begin with the header of one that says how its text is encoded.
  init?(_ bytes: [UInt8]) {
    // Cheap for what is none: a field's name and a colon on the first line.
    guard bytes.prefix(80).contains(UInt8(ascii: ":")), let header = MailHeader(bytes[...]),
      header["content-transfer-encoding"] != nil || header["mime-version"] != nil && header["content-type"] != nil,
      header["from"] != nil || header["subject"] != nil || header["date"] != nil
    else { return nil }
    let shown = ["from", "sender", "to", "cc", "date", "subject"]
    headerLines = header.fields.filter { shown.contains($0.name) }.map { field in
      let name = field.name.prefix(1).uppercased() + field.name.dropFirst()
      return name + ": " + EncodedWords.decoded(field.value)
    }
    read(bytes[header.end...], header, depth: 0)
    if joinsLines { body = Self.joined(body, deletesSpace: deletesSpace) }
  }

  /// How deep parts stand within parts.
  private static let deepest = 8
  private static let mostParts = 200

  private mutating func read(_ bytes: ArraySlice<UInt8>, _ header: MailHeader, depth: Int) {
    let type = header.token("content-type") ?? "text/plain"
    if type.hasPrefix("multipart/"), depth < Self.deepest,
      let boundary = header.parameter("boundary", of: "content-type")
    {
      let parts = Self.parts(of: bytes, boundary)
      // A mark that never comes parts nothing.
      if parts.isEmpty { return take(bytes, header: nil, isPage: false) }
      for part in parts {
        if let inner = MailHeader(part) {
          read(part[inner.end...], inner, depth: depth + 1)
        } else {
          // A part without a header is text.
          take(part, header: nil, isPage: false)
        }
      }
      return
    }
    let isAttached = header.token("content-disposition") == "attachment"
    guard !isAttached, type == "text/plain" || type == "text/html" else {
      let name =
        header.parameter("filename", of: "content-disposition") ?? header.parameter("name", of: "content-type")
      attachments.append(name ?? type)
      return
    }
    take(bytes, header: header, isPage: type == "text/html")
  }

  /// Takes a text: the first plain one, or a page where there is none. A second one of the kind comes with the mail.
  private mutating func take(_ bytes: ArraySlice<UInt8>, header: MailHeader?, isPage: Bool) {
    if hasText, isPage == self.isPage {
      attachments.append(header?.parameter("name", of: "content-type") ?? (isPage ? "text/html" : "text/plain"))
      return
    }
    // A page beside a plain text says the same as a rule; where that is a mere line, the page is the mail.
    let text = TransferDecoding.decoded(bytes, header?.token("content-transfer-encoding"))
    if hasText, isPage, body.count * 8 > text.count || body.count > 400 {
      attachments.append(header?.parameter("name", of: "content-type") ?? "text/html")
      return
    }
    if hasText { attachments.append(self.isPage ? "text/html" : "text/plain") }
    hasText = true
    self.isPage = isPage
    body = text
    // What is not known, such as us-ascii, the bytes themselves tell.
    charset = header?.parameter("charset", of: "content-type").flatMap { TextEncoding(name: $0) == nil ? nil : $0 }
    // Many programs call all text Latin; what is valid UTF-8 beyond ASCII is that.
    if let charset, TextEncoding(name: charset) == .windows1252, String(validating: body, as: UTF8.self) != nil {
      self.charset = nil
    }
    deletesSpace = header?.parameter("delsp", of: "content-type")?.lowercased() == "yes"
    joinsLines = header?.parameter("format", of: "content-type")?.lowercased() == "flowed"
  }

  /// What stands between the lines `--boundary`.
  private static func parts(of bytes: ArraySlice<UInt8>, _ boundary: String) -> [ArraySlice<UInt8>] {
    let mark = Array("--\(boundary)".utf8)
    var parts: [ArraySlice<UInt8>] = []
    var begin: Int?
    var place = bytes.startIndex
    while place < bytes.endIndex, parts.count < mostParts {
      let lineEnd = bytes[place...].firstIndex(of: 0x0A) ?? bytes.endIndex
      if bytes[place...].starts(with: mark) {
        if let begin { parts.append(bytes[begin..<place]) }
        begin = min(lineEnd + 1, bytes.endIndex)
        if bytes[(place + mark.count)...].starts(with: "--".utf8) { return parts }
      }
      place = min(lineEnd + 1, bytes.endIndex)
    }
    // A mail that was cut off.
    if let begin { parts.append(bytes[begin...]) }
    return parts
  }

  /// The lines that the mail broke (RFC 3676: a blank at their end) as one.
  private static func joined(_ bytes: [UInt8], deletesSpace: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for var line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.last == 0x0D { line = line.dropLast() }
      let isSignature = line.elementsEqual("-- ".utf8)
      result += line
      if line.last == 0x20, !isSignature {
        if deletesSpace { result.removeLast() }
      } else {
        result.append(0x0A)
      }
    }
    return result
  }
}

extension DiagnosticSink {
  /// Tells of what came with a mail and is no part of its text.
  func report(_ attachments: [String]) {
    for name in attachments {
      repaired(
        "mail-attachment-dropped", line: 1, "“\(excerpt(name, toldLength))”, which came with the mail, was left out",
        zh: "邮件附件“\(excerpt(name, toldLength))”未读入",
        hint: Wording("save it from the mail, and give it by itself", zh: "如需处理，请从邮件中另存后单独给出"))
    }
  }
}
