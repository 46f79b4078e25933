import IssueModel
import IssueReading
import Testing

@Suite("Mails as they are saved")
struct MailMessageTests {
  private static let issue =
    "河畔简报\n第7期\n河畔镇办公室　2031年5月6日\n\n新泵站投入运行\n\n　　\(sentence)\n\n报：县水利局\n送：各村民委员会\n"
  private static let head =
    "Received: from mail.example.org\nFrom: =?utf-8?B?5byg5bCP5rKz?= <zhang@example.org>\nSubject: =?UTF-8?Q?=E6=B2=B3=E7=95=94?=\n =?UTF-8?Q?=E7=AE=80=E6=8A=A5?=\nDate: Tue, 06 May 2031 09:00:00 +0800\nMIME-Version: 1.0\n"

  private static func base64(_ text: String) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    let bytes = Array(text.utf8)
    var result = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let piece = bytes[start..<min(start + 3, bytes.count)]
      let bits = piece.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - piece.count))
      for place in 0..<4 {
        result.append(place <= piece.count ? letters[bits >> (18 - 6 * place) & 63] : "=")
      }
      if start % 57 == 54 { result += "\r\n" }
    }
    return result
  }

  private static func quotedPrintable(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return text.utf8.enumerated().map { place, byte in
      let letter = byte == 0x0A ? "\n" : "=\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      return letter + (place % 20 == 19 ? "=\n" : "")
    }.joined()
  }

  private static func parted(_ text: String) -> String {
    """
    Content-Type: multipart/mixed; boundary="=_a b"

    --=_a b
    Content-Type: multipart/alternative; boundary=inner

    --inner
    Content-Type: text/plain; charset=utf-8
    Content-Transfer-Encoding: base64

    \(base64(text))
    --inner
    Content-Type: text/html; charset=utf-8

    <p>another form</p>
    --inner--
    --=_a b
    Content-Type: application/pdf; name="=?utf-8?B?6ZmE5Lu2?=.pdf"
    Content-Disposition: attachment
    Content-Transfer-Encoding: base64

    JVBERi0=
    --=_a b--
    """
  }

  private func expectIssue(_ reading: Reading) {
    #expect(reading.masthead.name == "河畔简报" && reading.masthead.number?.number == 7)
    #expect(reading.titles == ["新泵站投入运行"] && reading.paragraphs.contains(sentence))
    #expect(reading.remarks.filter { $0.id == "mail-header-dropped" }.contains { $0.message.chinese.contains("张小河") })
    #expect(reading.remarks.contains { $0.message.chinese.contains("Subject: 河畔简报") })
  }

  @Test(
    "The issue in a mail is read out of its encoding and its parts; its header is told as that of any mail",
    arguments: [
      "Content-Type: text/plain; charset=\"utf-8\"\nContent-Transfer-Encoding: base64\n\n" + base64(issue),
      "Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: quoted-printable\n\n"
        + quotedPrintable(issue),
      "Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n\n" + issue, parted(issue),
    ])
  func text(rest: String) throws {
    let mail = Self.head + rest
    for text in [mail, mail.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n")] {
      expectIssue(try Reading(bytes: Array(text.utf8), as: nil, named: "mail.eml"))
    }
  }

  @Test(
    "What a scanner or a list of mails wrote below an encoded issue is text below it",
    arguments: ["Scanned by MailGuard", "此邮件由河畔邮件列表转发", "-- \nList: leave@example.org"])
  func belowEncoding(footer: String) throws {
    // With and without a mark of the encoding's end.
    for text in [Self.issue, Self.issue + "\n", Self.issue + "\n\n"] {
      let mail =
        Self.head + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
        + Self.base64(text) + "\r\n" + footer + "\n"
      let reading = try Reading(bytes: Array(mail.utf8), as: nil, named: "mail.eml")
      expectIssue(reading)
      let said = "\(reading.issue)" + reading.remarks.map(\.message.english).joined()
      #expect(said.contains(String(footer.suffix(9))))
    }
  }

  @Test("What came with the mail is told by its name, the page beside the text by its kind")
  func attachments() throws {
    let reading = try Reading(bytes: Array((Self.head + Self.parted(Self.issue)).utf8), as: nil, named: "mail.eml")
    let remarks = reading.remarks.filter { $0.id == "mail-attachment-dropped" }
    #expect(remarks.count == 2)
    for name in ["附件.pdf", "text/html"] { #expect(remarks.contains { $0.message.chinese.contains(name) }) }
  }

  @Test("UTF-8 that a mail calls Latin is read as what it is, and text whose parts never begin is text")
  func statedWrongly() throws {
    let latin =
      Self.head + "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\n\n" + Self.issue
    expectIssue(try Reading(bytes: Array(latin.utf8), as: nil, named: "mail.eml"))
    let parts = Self.head + "Content-Type: multipart/mixed; boundary=none\n\n" + Self.issue
    expectIssue(try Reading(bytes: Array(parts.utf8), as: nil, named: "mail.eml"))
  }

  @Test("A mail that is nothing but a page is read as one")
  func page() throws {
    let page =
      "<html><body><h1>河畔简报</h1><p>第7期</p><p>河畔镇办公室　2031年5月6日</p><hr><h2>新泵站投入运行</h2><p>　　\(sentence)</p></body></html>"
    expectIssue(
      try Reading(
        bytes: Array(
          (Self.head + "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
            + Self.base64(page)).utf8), as: nil))
  }

  @Test("A text that begins with a label is no mail, and a mail cut off keeps what it has")
  func noMail() throws {
    let text = try Reading(bytes: Array("MIME-Version: 1.0\n\n\(Self.issue)".utf8), as: .text)
    #expect(letters(everythingIn: text.issue).contains("河畔简报"))
    let cut = Self.head + Self.parted(Self.issue).components(before: "--inner\nContent-Type: text/html")
    expectIssue(try Reading(bytes: Array(cut.utf8), as: nil))
  }
}

extension String {
  fileprivate func components(before mark: String) -> String {
    var rest = self[...]
    while !rest.isEmpty, !rest.hasPrefix(mark) { rest = rest.dropFirst() }
    return String(dropLast(rest.count))
  }
}
