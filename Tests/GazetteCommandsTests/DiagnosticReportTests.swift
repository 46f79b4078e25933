import Foundation
import Gazette
import Testing

@testable import GazetteCommands

@Suite("What the program says, and how")
struct DiagnosticReportTests {
  let folder: Folder
  init() throws { folder = try Folder() }

  @Test("A remark is one line with file, line, column, severity and id, its hint behind the message")
  func textForm() throws {
    let issue = try folder.write("A\nwarn\nnote\nfail", to: "a.md")
    let outcome = gazette(["check", issue])
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.error == """
        \(issue):2:3: warning: a line\\nsays warn [line-warn]
        \(issue):3:3: note: a line\\nsays note [line-note]
        \(issue):4:3: error: a line\\nsays fail; take it out [line-fail]

        """)
  }

  @Test("As JSON each remark is one object with the same keys, null where there is nothing")
  func jsonForm() throws {
    let issue = try folder.write("A\nwarn\nfail", to: "a \"b\".md")
    let outcome = gazette(["check", issue, folder["gone.md"], "--diagnostics", "json"])
    #expect(outcome.status == 1)
    let objects = try outcome.errorLines.map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(objects.count == 3)
    for object in objects {
      #expect(Set(object.keys) == ["file", "line", "column", "severity", "id", "message", "hint"])
    }
    #expect(objects[0]["file"] as? String == issue)
    #expect(objects[0]["line"] as? Int == 2)
    #expect(objects[0]["column"] as? Int == 3)
    #expect(objects[0]["severity"] as? String == "warning")
    #expect(objects[0]["id"] as? String == "line-warn")
    #expect(objects[0]["message"] as? String == "a line\nsays warn")
    #expect(objects[0]["hint"] is NSNull)
    #expect(objects[1]["hint"] as? String == "take it out")
    #expect(objects[2]["line"] is NSNull && objects[2]["column"] is NSNull)
    #expect(objects[2]["id"] as? String == "file-missing")
  }

  @Test("Remarks come in the order of their lines, whatever found them first")
  func order() throws {
    let issue = try folder.write("A\nwarn\n\nnote\nwarn", to: "a.md")
    let lines = gazette(["check", issue]).errorLines.map { $0.dropFirst(issue.count + 1).prefix { $0 != ":" } }
    #expect(lines == ["2", "4", "5"])
  }

  @Test(
    "Messages are Chinese where the locale is, by LC_ALL before LC_MESSAGES before LANG",
    arguments: [
      ([:], false), (["LANG": "zh_CN.UTF-8"], true), (["LANG": "en_GB.UTF-8"], false),
      (["LANG": "en_GB.UTF-8", "LC_MESSAGES": "zh_TW"], true), (["LC_ALL": "C", "LC_MESSAGES": "zh_CN"], false),
      (["LC_ALL": "", "LANG": "zh_CN"], true), (["LC_ALL": "zh", "LANG": "en"], true),
      (["LC_CTYPE": "zh_CN.UTF-8"], false),
    ] as [([String: String], Bool)])
  func locale(_ variables: [String: String], isChinese: Bool) {
    let outcome = gazette(["check", folder["gone.md"]], variables: variables)
    #expect(outcome.error.contains("文件不存在") == isChinese)
    #expect(outcome.error.contains("no such file") == !isChinese)
  }

  @Test("--lang has the last word on the language")
  func languageOption() throws {
    let issue = try folder.write("A\nfail", to: "a.md")
    let chinese = gazette(["check", issue, "--lang", "zh"], variables: ["LANG": "en_US"])
    #expect(chinese.error == "\(issue):2:3: error: 某行说fail；请删去 [line-fail]\n")
    #expect(
      gazette(["check", issue, "--lang", "en"], variables: ["LC_ALL": "zh_CN"]).error.contains("; take it out ["))
    #expect(gazette(["check", issue, "--lang", "fr"]).status == 64)
  }

  @Test("check fails on errors, not on warnings, and writes nothing")
  func checkStatus() throws {
    let issue = try folder.write("A\nwarn", to: "a.md")
    #expect(gazette(["check", issue]).status == 0)
    #expect(gazette(["check", "-"], input: "A\nfail").error.hasPrefix("<stdin>:2:3: error: "))
    #expect(folder.names == ["a.md"])
  }

  @Test("A file's name can neither break a line of the report nor steer the terminal")
  func namesAreEscaped() throws {
    let issue = try folder.write("A\nwarn", to: "a\nb\u{1B}[31m\u{202E}.md")
    let outcome = gazette(["check", issue])
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.error.contains("a\\nb\\u{1B}[31m\\u{202E}.md:2:3: warning: "))
  }
}
