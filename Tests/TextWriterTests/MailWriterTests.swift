import ExportPipeline
import IssueModel
import TestSupport
import Testing
import TextWriter
import UnicodeText

@Suite("Writing mail")
struct MailWriterTests {
  func mail(_ issue: Issue, _ options: MailOptions) throws -> String {
    String(decoding: try MailWriter(options: options).write(issue, StageContext()).bytes, as: UTF8.self)
  }

  /// The headers of `mail` unfolded, in order.
  func headers(_ mail: String) -> [(name: String, value: String)] {
    let head = mail.split(separator: "\r\n", omittingEmptySubsequences: false).prefix { !$0.isEmpty }
    var result: [(name: String, value: String)] = []
    for line in head {
      if line.first == " ", !result.isEmpty {
        result[result.count - 1].value += line
      } else if let colon = line.firstIndex(of: ":") {
        result.append((String(line[..<colon]), String(line[line.index(after: colon)...].drop { $0 == " " })))
      }
    }
    return result
  }

  func header(_ name: String, _ mail: String) -> String? { headers(mail).first { $0.name == name }?.value }

  static let small = Issue(
    masthead: Masthead(
      name: "Lock News", number: IssueNumber(verbatim: "No. 3", number: 3),
      date: IssueDate(verbatim: "14 May 2024", year: 2024, month: 5, day: 14)),
    sections: [Section(articles: [Article(title: "", body: [paragraph("The lock is open.")])])], language: .english)

  @Test("An English mail is plain to read as it is")
  func golden() throws {
    let made = try mail(
      Self.small, MailOptions(from: "Canal Office <office@canal.example.org>", to: ["all@canal.example.org"]))
    let id = header("Message-ID", made) ?? ""
    let expected = """
      From: Canal Office <office@canal.example.org>
      To: all@canal.example.org
      Subject: Lock News, No. 3
      Date: Tue, 14 May 2024 00:00:00 -0000
      Message-ID: \(id)
      MIME-Version: 1.0
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: 7bit

                                     Lock News

                                       No. 3

                                    14 May 2024
      ========================================================================


      The lock is open.

      """
    #expect(made == expected.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n"))
    #expect(id.hasSuffix("@canal.example.org>"))
  }

  @Test("A Chinese mail travels in ASCII lines of mail length, its subject in encoded words")
  func chinese() throws {
    let made = try mail(
      FictionalIssues.chinese,
      MailOptions(from: "清河市水务局办公室 <office@water.example.org>", to: ["各成员单位 <all@water.example.org>", "x@example.org"]))
    let lines = made.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.utf8.count <= 78 && $0.utf8.allSatisfy { $0 < 0x7F && $0 >= 0x20 } })
    #expect(header("Content-Transfer-Encoding", made) == "base64")
    #expect(header("Content-Type", made) == "text/plain; charset=utf-8")
    #expect(decodedWords(header("Subject", made) ?? "") == "清河水务简报2024年第7期（总第52期）")
    #expect(header("Date", made) == "Fri, 8 Mar 2024 00:00:00 -0000")
    #expect(header("From", made)?.hasSuffix(" <office@water.example.org>") == true)
    #expect(header("To", made)?.hasSuffix("<all@water.example.org>, x@example.org") == true)
  }

  @Test("The body is the plain text")
  func body() throws {
    let made = try mail(FictionalIssues.chinese, MailOptions(from: "a@example.org"))
    let body = made.components(behind: "\r\n\r\n")
    let plain = try text(FictionalIssues.chinese, TextOptions(lineEnding: .crlf))
    #expect(String(decoding: base64(body), as: UTF8.self) == plain)
    #expect(header("To", made) == "undisclosed-recipients:;")
  }

  @Test("Subject, names and body can be in GB 18030")
  func gb18030() throws {
    let made = try mail(
      FictionalIssues.chinese,
      MailOptions(from: "办公室 <a@example.org>", subject: "简报", text: TextOptions(encoding: .gb18030)))
    #expect(header("Subject", made) == "=?GB18030?B?vPKxqA==?=")
    #expect(header("Content-Type", made) == "text/plain; charset=gb18030")
    let bytes = base64(made.components(behind: "\r\n\r\n"))
    #expect(try TextDecoder(.gb18030).decode(bytes).text.contains("清河水务简报"))
  }

  @Test("Long subjects are cut between characters, and every word of them can be read")
  func longSubject() throws {
    let subject = String(repeating: "全市河道清淤现场会召开\u{20BB7}", count: 9)
    let made = try mail(Self.small, MailOptions(from: "a@example.org", subject: subject))
    #expect(decodedWords(header("Subject", made) ?? "") == subject)
    #expect(made.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 76 })
  }

  @Test("What looks like an encoded word is encoded, and blanks are kept", arguments: ["=?UTF-8?B?xx?=", "a  b", " a"])
  func literal(subject: String) throws {
    let made = try mail(Self.small, MailOptions(from: "a@example.org", subject: subject))
    #expect(decodedWords(header("Subject", made) ?? "") == subject)
  }

  @Test("A few curly quotes do not make English unreadable")
  func quotedPrintable() throws {
    let issue = issue(
      paragraph("From the start, “nobody” believed it = a fact."), paragraph("."), language: .english)
    let made = try mail(issue, MailOptions(from: "a@example.org"))
    #expect(header("Content-Transfer-Encoding", made) == "quoted-printable")
    #expect(made.hasSuffix("=46rom the start, =E2=80=9Cnobody=E2=80=9D believed it =3D a fact.\r\n\r\n=2E\r\n"))
  }

  @Test("An attached file has a name for every program")
  func attachment() throws {
    let made = try mail(
      FictionalIssues.chinese, MailOptions(from: "a@example.org", attachments: [Attached()]))
    #expect(header("Content-Type", made)?.hasPrefix("multipart/mixed; boundary=\"=_") == true)
    #expect(
      made.contains("Content-Type: application/x-test; name=\"=?UTF-8?B?") || made.contains("\r\n name=\"=?UTF-8?B?"))
    #expect(made.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 78 })
    #expect(!made.contains("filename="))
    #expect(made.contains("filename*0*=UTF-8''%E6%B8%85"))
    #expect(made.contains("\r\nAAEC\r\n--=_"))
    #expect(made.hasSuffix("--\r\n"))
    let names = try mail(
      FictionalIssues.chinese, MailOptions(from: "a@example.org", attachments: [Attached()], usesASCIINames: true))
    #expect(names.contains("Content-Disposition: attachment; filename=issue-7.bin\r\n"))
    #expect(names.contains("Content-Type: application/x-test; name=issue-7.bin\r\n"))
  }

  @Test("A page stands beside the text, without scripts, its pictures as parts of the mail")
  func page() throws {
    let options = MailOptions(from: "a@example.org", page: Page(), attachments: [Attached()])
    let made = try mail(Self.small, options)
    #expect(try mail(Self.small, options) == made)
    #expect(made.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 78 })
    // One inside the other: what is attached, the two forms of the letter, the page with its pictures.
    let kinds = made.matches(of: /Content-Type: ([a-z]+\/[a-z-]+)/).map { String($0.1) }
    #expect(
      kinds == [
        "multipart/mixed", "multipart/alternative", "text/plain", "multipart/related", "text/html", "image/gif",
        "application/x-test",
      ])
    let boundaries = made.matches(of: /boundary="([^"]+)"/).map { String($0.1) }
    #expect(Set(boundaries).count == 3)
    for boundary in boundaries {
      #expect(made.ranges(of: "\r\n--\(boundary)\r\n").count == 2)
      #expect(made.ranges(of: "\r\n--\(boundary)--\r\n").count == 1)
    }
    let page = try #require(made.firstMatch(of: /(?s)text\/html; charset=utf-8\r\n.*?\r\n\r\n(.*?)\r\n--/)?.1)
    let id = try #require(made.firstMatch(of: /Content-ID: <([^>]+)>/)?.1)
    #expect(page == "<p>1</p>\r\n<img src=\"cid:\(id)\">\r\n<img src=\"cid:\(id)\" alt=\"\">\r\n<p>2</p>\r\n")
    #expect(made.contains("\r\nContent-Disposition: inline\r\n\r\nR0lGODlh\r\n--"))
    // Without pictures and attachments there is no more than needed.
    let plain = try mail(Self.small, MailOptions(from: "a@example.org", page: Page(html: "<p>清</p>")))
    #expect(header("Content-Type", plain)?.hasPrefix("multipart/alternative; ") == true)
    #expect(plain.contains("\r\nPHA+5riFPC9wPg0K\r\n"))
  }

  @Test("List headers come together, and a click needs https")
  func list() throws {
    let list = MailingList(
      id: "news.canal.example.org", name: "闸讯", unsubscribeURL: "https://canal.example.org/u?x=1",
      unsubscribeAddress: "leave@canal.example.org")
    let made = try mail(Self.small, MailOptions(from: "a@example.org", list: list))
    #expect(header("List-Id", made) == "=?UTF-8?B?6Ze46K6v?= <news.canal.example.org>")
    #expect(header("List-Unsubscribe", made) == "<https://canal.example.org/u?x=1>, <mailto:leave@canal.example.org>")
    #expect(header("List-Unsubscribe-Post", made) == "List-Unsubscribe=One-Click")
    let unsafe = MailingList(id: "x.example.org", unsubscribeURL: "http://canal.example.org/u")
    #expect(throws: StageError.self) { try mail(Self.small, MailOptions(from: "a@example.org", list: unsafe)) }
    // No line holds more than 998 octets.
    let long = MailingList(
      id: "x.example.org", archive: "https://canal.example.org/" + String(repeating: "u", count: 1100))
    #expect(throws: StageError.self) { try mail(Self.small, MailOptions(from: "a@example.org", list: long)) }
  }

  @Test(
    "Nothing a caller gives can begin a header of its own",
    arguments: [
      "a@example.org\r\nBcc: x@example.org", "a@example.org>, <b@example.org", "not an address", "a@b@c", "", "<>",
      "é@example.org",
      "Office\n <a@example.org>",
    ])
  func injection(address: String) {
    #expect(throws: StageError.self) { try mail(Self.small, MailOptions(from: address)) }
    #expect(throws: StageError.self) { try mail(Self.small, MailOptions(from: "a@example.org", to: [address])) }
  }

  @Test("A subject with a line break is refused")
  func subject() {
    #expect(throws: StageError.self) {
      try mail(Self.small, MailOptions(from: "a@example.org", subject: "a\r\nBcc: x@example.org"))
    }
  }

  @Test("Without a sender it is a draft that a person completes")
  func draft() throws {
    let made = try mail(Self.small, MailOptions())
    #expect(made.hasPrefix("From: Lock News :;\r\nX-Unsent: 1\r\nTo: undisclosed-recipients:;\r\n"))
    #expect(header("Message-ID", made)?.hasSuffix("@gazette.invalid>") == true)
  }

  @Test("A mail that no person sent says so if asked to")
  func automatic() throws {
    let made = try mail(Self.small, MailOptions(from: "a@example.org", isAutomatic: true))
    #expect(header("Auto-Submitted", made) == "auto-generated")
    #expect(header("Auto-Submitted", try mail(Self.small, MailOptions(from: "a@example.org"))) == nil)
  }

  @Test("In a file of many mails, each can be told from the next and had back as it was")
  func mailBox() throws {
    let body = "Date: x\r\n\r\nFrom here\r\n>From there\r\nnot From\r\n"
    let entry = MailBox().entry(
      of: Artifact(format: MailWriter.format, bytes: Array(body.utf8)), from: "Office <a@example.org>")
    #expect(
      String(decoding: entry, as: UTF8.self) == """
        From a@example.org Thu Jan  1 00:00:00 1970
        Date: x

        >From here
        >>From there
        not From


        """)
  }

  @Test("An issue without a date says so")
  func dateless() throws {
    let context = StageContext()
    _ = try MailWriter(options: MailOptions(from: "a@example.org")).write(issue(paragraph("清")), context)
    #expect(context.diagnostics.diagnostics.map(\.id) == ["mail-date-missing"])
  }

  @Test("Whatever the issue, the mail is well formed and always the same", arguments: 1...15)
  func generated(seed: UInt64) throws {
    let generated = IssueGenerator.issue(seed: seed, options: .init(awkwardCharacters: true))
    for flow in TextOptions.Flow.allCases {
      let options = MailOptions(from: "a@example.org", text: TextOptions(flow: flow))
      let made = try mail(generated, options)
      for line in made.split(separator: "\r\n", omittingEmptySubsequences: false) {
        #expect(line.utf8.count <= 78, "seed \(seed): \(line)")
        #expect(!line.utf8.contains { $0 > 0x7E || $0 == 0x0A || $0 == 0x0D }, "seed \(seed): \(line)")
      }
      #expect(try mail(generated, options) == made)
    }
  }

  // MARK: Reading back

  /// The text of encoded words of UTF-8 and of what stands between them.
  func decodedWords(_ value: String) -> String {
    var result = ""
    var bytes: [UInt8] = []
    for token in value.split(separator: " ") {
      guard token.hasPrefix("=?UTF-8?B?"), token.hasSuffix("?=") else { return value }
      #expect(token.utf8.count <= 75)
      let word = base64(String(token.dropFirst(10).dropLast(2)))
      #expect(String(validating: word, as: UTF8.self) != nil, "cut within a character")
      bytes += word
    }
    result += String(decoding: bytes, as: UTF8.self)
    return result
  }

  func base64(_ text: String) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    var (bits, count) = (0, 0)
    for byte in text.utf8 {
      guard let value = alphabet.firstIndex(of: byte) else { continue }
      (bits, count) = (bits << 6 | value, count + 6)
      if count >= 8 {
        count -= 8
        result.append(UInt8(bits >> count & 0xFF))
      }
    }
    return result
  }
}

/// Writes three bytes of no meaning.
private struct Attached: IssueWriter {
  static let format = Format(
    id: "bin", fileExtension: "bin", mediaType: "application/x-test", summary: Wording("three bytes", zh: "三个字节"))
  func write(_ issue: Issue, _ context: StageContext) -> Artifact { Artifact(format: Self.format, bytes: [0, 1, 2]) }
}

extension String {
  /// What stands behind the first `mark`.
  fileprivate func components(behind mark: String) -> String {
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(mark) { return String(rest.dropFirst(mark.count)) }
      rest = rest.dropFirst()
    }
    return ""
  }
}

/// A page that has what mail must not have, and the same picture twice.
private struct Page: IssueWriter {
  static let format = Format(
    id: "html", fileExtension: "html", mediaType: "text/html; charset=utf-8", summary: Wording("page", zh: "网页"))
  var html = """
    <link rel="alternate" type="application/xml" href="data:application/xml;base64,PGk+"><p>1</p><SCRIPT type="x">if (1 < 2) { "</p>" }</script >
    <img src="data:image/gif;base64,R0lGODlh">
    <img src="data:image/gif;base64,R0lGODlh" alt="">
    <p>2</p><script>never ends
    """

  func write(_ issue: Issue, _ context: StageContext) throws(StageError) -> Artifact {
    Artifact(format: Self.format, bytes: Array(html.utf8))
  }
}
