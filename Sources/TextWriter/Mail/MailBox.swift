public import ExportPipeline
internal import IssueModel

/// Puts mails into a file of many: mboxrd of RFC 4155, Appendix A, with the quoting of `From ` that can be undone.
public struct MailBox: Sendable {
  /// A box.
  public init() {}

  /// `mail` as it stands in a box: a line that parts it from the mail before, lines that end in a line feed, an
  /// empty line behind.
  /// - Parameter mail: The mail, as `MailWriter` made it.
  /// - Parameter sender: Who sends it, as in ``MailOptions/from``; nil for a draft.
  public func entry(of mail: Artifact, from sender: String?) -> [UInt8] {
    let mark = Array("From ".utf8)
    let address = sender.flatMap { try? MailAddress($0, role: "From").address } ?? "MAILER-DAEMON"
    var result = Array(Self.separator(sender: address).utf8)
    result.reserveCapacity(mail.bytes.count + mail.bytes.count / 64 + 128)
    var lines = mail.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    for line in lines {
      let line = line.last == 0x0D ? line.dropLast() : line
      // "From " at the beginning of a line would begin another mail; one quoted before gets one more sign.
      if line.drop(while: { $0 == UInt8(ascii: ">") }).starts(with: mark) { result.append(UInt8(ascii: ">")) }
      result += line
      result.append(0x0A)
    }
    result.append(0x0A)
    return result
  }

  /// The time is that of no one: the box says when a mail came in, and these have not been sent.
  private static func separator(sender: String) -> String { "From \(sender) Thu Jan  1 00:00:00 1970\n" }
}
