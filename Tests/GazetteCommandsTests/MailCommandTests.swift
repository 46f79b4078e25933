import Foundation
import TestSupport
import Testing

@testable import GazetteCommands

@Suite("gazette mail")
struct MailCommandTests {
  static let issue = """
    # 柳溪水务简报

    2031年第3期

    柳溪县水务局　　2031年5月6日

    ## 春灌按期完成

    全县春灌面积十二万亩，From 各乡镇的报表看，比去年早了四天。From the outset, 各站轮流值守。

    ## 泵站检修

    二十座泵站检修完毕。
    """

  private func folder() throws -> Folder {
    let folder = try Folder()
    try folder.write(Self.issue, to: "a.md")
    return folder
  }

  @Test("The mail stands beside the issue, or goes where -o says")
  func places() throws {
    let folder = try folder()
    #expect(try Program.run(["mail", "a.md", "--from", "o@example.org"], in: folder).status == 0)
    let beside = try #require(folder.text(of: "a.eml"))
    #expect(beside.hasPrefix("From: o@example.org\r\nTo: undisclosed-recipients:;\r\n"))
    let printed = try Program.run(["mail", "a.md", "--from", "o@example.org", "-o", "-"], in: folder)
    #expect(printed.output == beside)
    let piped = try Program.run(["mail", "-", "--from", "o@example.org"], input: Self.issue, in: folder)
    #expect(piped.output == beside)
  }

  @Test(
    "What could begin a header of its own is a bad command line, and nothing is written",
    arguments: [
      ["--from", "a@example.org\r\nBcc: x@example.org"], ["--from", "a@example.org", "--to", "x\ny@example.org"],
      ["--from", "a@example.org", "--subject", "a\nBcc: x@example.org"], ["--from", "nobody"],
      ["--from", "a@example.org", "--list-id", "a\r\nX: y"],
      ["--from", "a@example.org", "--list-id", "a.example.org", "--list-unsubscribe", "http://a.example.org/u"],
      ["--from", "a@example.org", "--list-unsubscribe", "https://a.example.org/u"],
      ["--from", "a@example.org", "--attach", "eml"], ["--from", "a@example.org", "--attach", "pdf"],
      ["--from", "a@example.org", "--mbox", "b", "-o", "c"], ["--from", "a@example.org", "--width", "5"],
      ["--from", "a@example.org", "--charset", "latin1"], [], ["--from", "a@example.org", "--subject", ""],
      ["--from", "a@example.org", "--subject", " "], ["--from", "a@example.org", "--justify", "--flow", "flowed"],
    ])
  func refused(_ arguments: [String]) throws {
    let folder = try folder()
    let outcome = try Program.run(["mail", "a.md"] + arguments, in: folder)
    #expect(outcome.status == 64)
    #expect(folder.names == ["a.md"])
  }

  @Test("Receivers can come from a file; one that is no address is named with its line")
  func receivers() throws {
    let folder = try folder()
    try folder.write("# members\n王芳 <wang@example.org>\n\nli@example.org # away in May\n", to: "members.txt")
    let arguments = ["mail", "a.md", "--from", "o@example.org", "--to", "x@example.org", "--to-file"]
    let outcome = try Program.run(arguments + ["members.txt", "-o", "-"], in: folder)
    #expect(
      outcome.output.contains("\r\nTo: x@example.org, =?UTF-8?B?546L6Iqz?= <wang@example.org>, li@example.org\r\n"))
    try folder.write("li@example.org\nnobody\n", to: "wrong.txt")
    let wrong = try Program.run(arguments + ["wrong.txt"], in: folder)
    #expect(wrong.status == 1)
    #expect(wrong.errorLines.first?.hasPrefix("wrong.txt:2:1: error: 'nobody' is no mail address") == true)
    #expect(folder.text(of: "a.eml") == nil)
  }

  @Test("Mails gather in a box that parts them again, and a second run appends")
  func mailBox() throws {
    let folder = try folder()
    try folder.write("# The Lock\n\nNo. 4, 3 March 2031\n\n## Opening\n\nFrom May on the lock is open.\n", to: "b.md")
    let arguments = ["mail", "a.md", "b.md", "--from", "o@example.org", "--mbox", "all.mbox"]
    #expect(try Program.run(arguments, in: folder).status == 0)
    let once = try #require(folder.text(of: "all.mbox"))
    #expect(once.matches(of: #/(?m)^From /#).count == 2)
    #expect(!once.contains("\r"))
    #expect(try Program.run(arguments, in: folder).status == 0)
    #expect(folder.text(of: "all.mbox") == once + once)
    #expect(folder.names == ["a.md", "all.mbox", "b.md"])
  }

  @Test("Text that does not fit its charset names each character once with all its places, and nothing is written")
  func charset() throws {
    let folder = try Folder()
    try folder.write("# 简报\n\n第一期　2031年4月8日\n\n## 题目𠮷\n\n古字𠮷在此，又\n见**𠮷**与ő。\n", to: "a.md")
    let outcome = try Program.run(["export", "a.md", "--charset", "gbk"], in: folder)
    #expect(outcome.status == 1)
    let hint = "; use utf-8 or gb18030, which hold every character [character-not-encodable]"
    #expect(
      outcome.errorLines == [
        "a.md:5:6: error: gbk lacks 𠮷 (U+20BB7) in “题目𠮷”, also at 7:3, 8:4" + hint,
        "a.md:8:8: error: gbk lacks ő (U+0151) in “此，又见𠮷与ő。”" + hint,
      ])
    #expect(folder.names == ["a.md"])
    try folder.write(
      "<html><body><h1>河道简报</h1>\n<p>第3期 2031年4月8日</p>\n<h2>题目</h2>\n<p>正文一段，\n接着是𠮷字。</p>\n<p>完了。</p></body></html>",
      to: "page.html")
    let page = try Program.run(["export", "page.html", "--charset", "gbk", "--to", "txt"], in: folder)
    #expect(page.errorLines.contains { $0.hasPrefix("page.html:5:4: error: gbk lacks 𠮷 (U+20BB7) in ") })
    let chinese = try Program.run(
      ["batch", "a.md", "-o", "out", "--charset", "gbk", "--lang", "zh", "--to", "txt"], in: folder)
    #expect(chinese.errorLines.contains { $0.hasPrefix("a.md:8:8: error: 编码 gbk 缺“此，又见𠮷与ő。”中的ő（U+0151）；") })
    #expect(try Program.run(["export", "a.md", "--charset", "gb18030", "--to", "txt"], in: folder).status == 0)
  }

  @Test("A mail can be in Big5, as subscribers of old programs want it; what it lacks is told and nothing is written")
  func big5() throws {
    let folder = try Folder()
    try folder.write("# 河道簡報\n\n第一期　2031年4月8日\n\n## 清淤完工\n\n西渠清淤昨日完工。\n", to: "a.md")
    let arguments = ["mail", "--from", "水利會 <o@example.org>", "--charset", "big5", "-o", "-"]
    let mail = try Program.run(arguments + ["a.md"], in: folder)
    #expect(mail.status == 0)
    #expect(mail.output.contains("\r\nContent-Type: text/plain; charset=big5\r\n"))
    #expect(mail.output.hasPrefix("From: =?BIG5?B?"))
    try folder.write("# 河道简报\n\n第一期　2031年4月8日\n\n## 清淤\n\n西渠完工。\n", to: "b.md")
    let lacking = try Program.run(arguments + ["b.md"], in: folder)
    #expect(lacking.status == 1)
    #expect(lacking.output.isEmpty)
    #expect(lacking.error.contains("b.md:1:5: error: big5 lacks 简 (U+7B80)"))
  }

  @Test("Text can have other line ends, a byte order mark, another width and another flow")
  func textFlags() throws {
    let folder = try folder()
    func text(_ arguments: String...) throws -> [UInt8] {
      try Program.run(["export", "a.md", "--to", "txt", "-o", "-"] + arguments, in: folder).outputBytes
    }
    let plain = try text()
    let windows = try text("--line-ends", "crlf", "--bom")
    #expect(windows.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(windows.dropFirst(3).filter { $0 != 0x0D } == plain)
    #expect(windows.filter { $0 == 0x0D }.count == plain.filter { $0 == 0x0A }.count)
    let narrow = String(decoding: try text("--width", "30"), as: UTF8.self)
    #expect(narrow.split(separator: "\n").allSatisfy { $0.unicodeScalars.count <= 30 })
    #expect(narrow.contains(String(repeating: "=", count: 30) + "\n"))
    #expect(String(decoding: try text("--flow", "none"), as: UTF8.self).contains("早了四天。From the outset, 各站轮流值守。\n"))
  }

  @Test("The example mailing is what the program makes")
  func example() throws {
    let folder = Repository.root + "/examples/mailing"
    let words = try String(contentsOfFile: folder + "/README.md", encoding: .utf8)
    let command = try #require(words.split(separator: "\n").first { $0.hasPrefix("    gazette mail ") })
    // The command of the README, as a shell would read it: quotation marks keep blanks.
    var arguments: [String] = []
    for (index, part) in command.split(separator: "'", omittingEmptySubsequences: false).enumerated() {
      if index % 2 == 1 {
        arguments.append(String(part))
      } else {
        arguments += part.split(separator: " ").map(String.init)
      }
    }
    let output = try #require(arguments.firstIndex(of: "-o"))
    arguments[output + 1] = "-"
    let process = arguments.dropFirst().map { $0.hasPrefix("examples/") ? Repository.root + "/" + $0 : $0 }
    let made = try Program.run(process).output
    #expect(made.utf8.count > 5000)
    let difference = try Snapshot.difference(made, from: folder + "/issue.eml")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test("A mail of every kind is understood by Python without a complaint", .enabled(if: Python.isThere))
  func python() throws {
    let folder = try folder()
    let kinds: [[String]] = [
      [], ["--charset", "gb18030"], ["--charset", "gbk"], ["--flow", "flowed"], ["--flow", "none", "--attach", "docx"],
      ["--attach", "docx,txt", "--ascii-names", "--automatic"],
      [
        "--list-id", "news.example.org", "--list-name", "柳溪水务", "--list-unsubscribe", "https://example.org/u?a=1",
        "--list-unsubscribe", "mailto:leave@example.org", "--subject", String(repeating: "防汛抗旱", count: 30),
      ],
    ]
    for kind in kinds {
      let made = try Program.run(
        ["mail", "a.md", "--from", "水务局 <o@example.org>", "--to", "王芳 <w@example.org>", "-o", "-"] + kind, in: folder)
      #expect(made.status == 0, "\(made.error)")
      let answer = try Python.run(Self.script, input: made.outputBytes)
      #expect(answer.hasPrefix("defects: 0\nfrom: 水务局 o@example.org\nto: 王芳 w@example.org\n"), "\(kind): \(answer)")
      #expect(answer.contains("各站轮流值守。"))
      for line in made.output.split(separator: "\r\n") { #expect(line.utf8.count <= 78) }
      if kind.contains("docx") { #expect(answer.contains("attachment: 柳溪水务简报2031年第3期.docx PK")) }
      let draft = try Program.run(["export", "a.md", "--to", "eml", "-o", "-"], in: folder)
      #expect(try Python.run(Self.script, input: draft.outputBytes).hasPrefix("defects: 0\n"))
    }
  }

  private static let script = """
    import email, email.policy, sys
    m = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
    d = list(m.defects)
    for p in m.walk():
        d += p.defects
        for k, v in p.items():
            # Names of attachments stand in Content-Type too, in a form that only old programs read.
            if k != 'Content-Type' or not p.is_attachment(): d += getattr(v, 'defects', [])
    print('defects:', len(d), *map(repr, d))
    for h in ('from', 'to'): print(h + ':', *(a.display_name + ' ' + a.addr_spec for a in m[h].addresses))
    print('subject:', m['subject'])
    print(m.get_body().get_content())
    for a in m.iter_attachments(): print('attachment:', a.get_filename(), bytes(a.get_payload(decode=True))[:2].decode())
    """
}

/// The interpreter of Python, where the machine has one.
enum Python {
  static let isThere = FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")

  /// What `script` prints when it is given `input`.
  static func run(_ script: String, input: [UInt8]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = ["-c", script]
    process.environment = ["PYTHONIOENCODING": "utf-8"]
    let (output, standardInput) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardInput = standardInput
    try process.run()
    try standardInput.fileHandleForWriting.write(contentsOf: Data(input))
    try standardInput.fileHandleForWriting.close()
    let answer = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: answer, as: UTF8.self)
  }
}
