internal import ExportPipeline
internal import IssueModel
internal import UnicodeText

/// One part of a mail: a text, a picture in it, or an attached file.
struct MailPart {
  /// Its media type with all parameters.
  var type: String
  /// Whether it is text to be read in the mail.
  var isText: Bool
  var bytes: [UInt8]
  /// The name of an attachment.
  var name: AttachmentName?
  /// What `cid:` calls a picture of the page it stands in.
  var contentID: String?

  /// How the bytes travel (RFC 2045, 6).
  private enum Transfer: String {
    case sevenBit = "7bit"
    case quotedPrintable = "quoted-printable"
    case base64
  }

  /// Base64 costs four bytes for three, quoted-printable three for each one beyond ASCII: so Han travel in base64,
  /// English with a few curly quotes stays readable.
  private var transfer: Transfer {
    guard isText else { return .base64 }
    let beyond = bytes.reduce(0) { $0 + ($1 > 0x7E ? 1 : 0) }
    if beyond * 6 > bytes.count { return .base64 }
    if beyond > 0 || hasRiskyLine { return .quotedPrintable }
    return .sevenBit
  }

  /// Whether a line is longer than mail allows, begins like a mail box's separator, or ends in a blank that may go.
  private var hasRiskyLine: Bool {
    let isFlowed = type.contains("format=flowed")
    return bytes.split(separator: 0x0A, omittingEmptySubsequences: false).contains { line in
      let line = line.last == 0x0D ? line.dropLast() : line
      return line.count > 78 || line.starts(with: Array("From ".utf8)) || line == [UInt8(ascii: ".")]
        || (!isFlowed && line.last == 0x20)
    }
  }

  /// The part with its headers behind those of `header`.
  func written(after header: HeaderBlock) -> [UInt8] {
    var header = header
    let pieces = type.split(separator: ";").map { $0.drop { $0 == " " } }
    var parameters = pieces.dropFirst().compactMap { piece -> (name: String, value: String)? in
      guard let equals = piece.firstIndex(of: "=") else { return nil }
      return (String(piece[..<equals]), String(piece[piece.index(after: equals)...]))
    }
    // Against RFC 2047, but the only name that many programs know (see RFC 2231 below).
    if let name { parameters += name.contentTypeParameters }
    header.add(
      "Content-Type", value: pieces.first.map(String.init) ?? "application/octet-stream", parameters: parameters)
    let transfer = transfer
    header.add("Content-Transfer-Encoding", token: transfer.rawValue)
    if let contentID {
      header.add("Content-ID", token: "<\(contentID)>")
      header.add("Content-Disposition", token: "inline")
    }
    if let name {
      header.add("Content-Disposition", value: "attachment", parameters: name.dispositionParameters)
    }
    let body =
      switch transfer {
      case .sevenBit: bytes
      case .quotedPrintable: QuotedPrintable.lines(of: bytes)
      case .base64: Base64.lines(of: bytes)
      }
    return header.bytes + [0x0D, 0x0A] + body
  }
}

/// The name of an attached file, for all programs and for those that know ASCII only.
struct AttachmentName {
  var name: String
  var ascii: String

  init(name: String, ascii: String) {
    self.name = name
    self.ascii = ascii
  }

  /// The name by the bulletin's name and number: `工作简报第7期.docx` and `issue-7.docx`.
  init(of issue: Issue, extension ending: String) {
    let number = issue.masthead.number
    let words = [issue.masthead.name, number?.verbatim.withoutInnerBlanks ?? ""].filter { !$0.isEmpty }
      .joined(separator: issue.language.isChinese ? "" : " ")
    // No character that a file name cannot have somewhere.
    let safe = words.unicodeScalars.filter { !$0.isMailControl && !"/\\:*?\"<>|".unicodeScalars.contains($0) }
    let base = String(String.UnicodeScalarView(safe.prefix(40)))
    let count = number?.number ?? number?.total
    ascii = "issue" + (count.map { "-\($0)" } ?? "") + "." + ending
    name = base.isEmpty ? ascii : base + "." + ending
  }

  private var isASCII: Bool { name.unicodeScalars.allSatisfy { (0x20...0x7E).contains($0.value) } }

  /// `name` of Content-Type.
  var contentTypeParameters: [(name: String, value: String)] {
    if isASCII { return [("name", name)] }
    return [("name", EncodedWords.tokens(of: name, in: .utf8).joined(separator: " "))]
  }

  /// `filename` of Content-Disposition: beyond ASCII in pieces that fit a line (RFC 2231, 3 and 4).
  var dispositionParameters: [(name: String, value: String)] {
    if isASCII { return [("filename", name)] }
    var pieces: [String] = []
    var piece = "UTF-8''"
    for scalar in name.unicodeScalars {
      let next =
        scalar.isASCIIWord || scalar == "." || scalar == "-" || scalar == "_"
        ? String(scalar)
        : String(scalar).utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
      if piece.utf8.count + next.utf8.count > 60 {
        pieces.append(piece)
        piece = ""
      }
      piece += next
    }
    pieces.append(piece)
    // No plain `filename` beside it: in mail that is the same parameter twice, and some programs take the first.
    if pieces.count == 1 { return [("filename*", pieces[0])] }
    return pieces.enumerated().map { ("filename*\($0)*", $1) }
  }
}
