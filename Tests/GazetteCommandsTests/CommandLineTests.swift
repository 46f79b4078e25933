import ArgumentParser
import Foundation
import Gazette
import TestSupport
import Testing

@testable import GazetteCommands

@Suite("The command line")
struct CommandLineTests {
  @Test("--version prints the version alone")
  func version() {
    let outcome = gazette(["--version"])
    #expect(outcome.status == 0)
    #expect(outcome.output == GazetteProgram.version + "\n")
  }

  @Test(
    "A bad command line is status 64, told on standard error",
    arguments: [
      ["bogus"], ["export"], ["export", "--bogus", "a.md"], ["dump"], ["dump", "a.md", "b.md"],
      ["dump", "a.md", "--format", "yaml"], ["check", "a.md", "--diagnostics", "xml"], ["export", "a.md", "-o"],
      ["export", "a.md", "--style", "bogus"],
      ["styles", "--show", "bogus"], ["styles", "--fonts", "bogus"],
      ["new"], ["new", "a.md", "--style", "bogus"], ["check", "a.md", "--from", "pdf"],
      ["check", "a.md", "--no-repair", "masthead"],
      ["export", "a.md", "--no-repair", "bogus"],
    ])
  func badCommandLine(_ arguments: [String]) {
    let outcome = gazette(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(!outcome.error.isEmpty)
  }

  /// The help of a command, as on a terminal of 80 columns.
  private static let commands: [(name: String, help: String)] = [
    ("gazette", GazetteCommand.helpMessage(columns: 80)),
    ("export", GazetteCommand.helpMessage(for: ExportCommand.self, columns: 80)),
    ("batch", GazetteCommand.helpMessage(for: BatchCommand.self, columns: 80)),
    ("mail", GazetteCommand.helpMessage(for: MailCommand.self, columns: 80)),
    ("check", GazetteCommand.helpMessage(for: CheckCommand.self, columns: 80)),
    ("dump", GazetteCommand.helpMessage(for: DumpCommand.self, columns: 80)),
    ("formats", GazetteCommand.helpMessage(for: FormatsCommand.self, columns: 80)),
    ("styles", GazetteCommand.helpMessage(for: StylesCommand.self, columns: 80)),
    ("new", GazetteCommand.helpMessage(for: NewCommand.self, columns: 80)),
  ]

  @Test("The help is as it was read and accepted")
  func helpSnapshots() throws {
    for (name, help) in Self.commands {
      let path = Repository.root + "/Tests/GazetteCommandsTests/Help/\(name).txt"
      let difference = try Snapshot.difference(help + "\n", from: path)
      #expect(difference == nil, "\(difference ?? "")")
    }
  }

  @Test("The examples in the help are not torn by the edge of the screen")
  func helpWidth() {
    for (name, help) in Self.commands {
      for line in help.split(separator: "\n") where line.hasPrefix("  gazette ") {
        #expect(line.count <= 78, "\(name)")
        #expect(GazetteCommand.configuration.subcommands.contains { line.hasPrefix("  gazette \($0._commandName)") })
      }
    }
  }

  @Test(
    "--help goes to standard output, with status 0",
    arguments: [["--help"], ["export", "--help"], ["help", "dump"], []])
  func help(_ arguments: [String]) {
    let outcome = gazette(arguments)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("USAGE: gazette"))
    #expect(outcome.error.isEmpty)
  }

  @Test("formats lists each format with what it is for, in the user's language")
  func formats() {
    #expect(gazette(["formats"]).output.hasPrefix("docx  Word\ntxt   plain text\njson  "))
    #expect(gazette(["formats"], variables: ["LANG": "zh_CN"]).output.hasPrefix("docx  Word文档\ntxt   纯文本\n"))
  }

  @Test("styles lists the shipped styles and shows one")
  func styles() {
    let names = gazette(["styles"]).output.split(separator: "\n").map { $0.prefix { $0 != " " } }
    #expect(names.map(String.init) == HouseStyle.shippedNames)
    #expect(gazette(["styles", "--lang", "zh"]).output.contains("红色报头"))
    let shown = gazette(["styles", "--show", "gbt9704"]).output
    #expect(shown.contains("width=\"11906\""))
    #expect(shown.contains("仿宋"))
  }

  @Test("The fonts that a style asks for are listed, and named by check where readers may lack them, once a run")
  func fonts() {
    let fonts = gazette(["styles", "--fonts", "gbt9704"]).output
    #expect(fonts.contains("方正小标宋_GBK (does not come with Windows): or 方正小标宋简体"))
    #expect(gazette(["styles", "--fonts", "gbt9704", "--lang", "zh"]).output.contains("方正小标宋_GBK（Windows 不自带）：或 "))
    let check = gazette(["check", "-", "--style", "gbt9704"], input: "Seven")
    #expect(check.status == 0)
    #expect(check.error.components(separatedBy: "[fonts-needed]").count == 2)
    #expect(!gazette(["check", "-"], input: "Seven").error.contains("fonts-needed"))
    #expect(!gazette(["check", "-", "--style", "newsletter-en"], input: "Seven").error.contains("fonts-needed"))
  }

  @Test("Export names, once a run, fonts in whose place neither Windows nor Office brings any; the note fails nothing")
  func missingFonts() throws {
    let house = """
      <house xmlns="urn:gazette:house:1" version="1.0" name="ours" extends="gbt9704">
        <fonts><font class="xiaobiaosong" han="汉仪大宋简"/></fonts>
      </house>
      """
    let folder = try Folder()
    try folder.write(house, to: "ours.xml")
    try folder.write("# 湖畔简报\n\n第7期\n\n湖畔区档案馆　　2031年5月6日\n\n## 开馆\n\n新馆开放。\n", to: "a.md")
    try folder.write("# 湖畔简报\n\n第8期\n\n湖畔区档案馆　　2031年5月7日\n\n## 开馆\n\n新馆开放。\n", to: "b.md")
    func export(_ style: String, _ format: String = "docx") -> Outcome {
      gazette(
        ["export", folder["a.md"], folder["b.md"], "--strict", "--to", format, "--style", style])
    }
    let ours = export(folder["ours.xml"])
    #expect(ours.status == 0)
    #expect(ours.error.components(separatedBy: "[fonts-needed]").count == 2 && ours.error.contains("汉仪大宋简"))
    #expect(!ours.error.contains("仿宋"), "which comes with Windows")
    #expect(export("gbt9704").error.isEmpty && export("gbt9704-gb2312").error.isEmpty, "华文中宋 comes with Office")
    #expect(export(folder["ours.xml"], "txt").error.isEmpty)
  }

  @Test("dump prints JSON, or a tree")
  func dump() throws {
    let json = gazette(["dump", "-"], input: "Seven\nwarn")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.outputBytes)) as? [String: Any])
    #expect((object["masthead"] as? [String: Any])?["name"] as? String == "Seven")
    #expect(json.error.hasPrefix("<stdin>:2:3: warning: "))
    #expect(gazette(["dump", "-", "--format", "tree"], input: "Seven").output.hasPrefix("issue zh-Hans\n  masthead"))
  }

  @Test("A style can come from a file, and what is wrong in it is told with its line")
  func styleFile() throws {
    let folder = try Folder()
    let issue = try folder.write("A", to: "a.md")
    let style = try folder.write(gazette(["styles", "--show", "gbt9704"]).output, to: "ours.xml")
    #expect(gazette(["export", issue, "--style", style]).status == 0)
    try folder.write(
      "<?xml version=\"1.0\"?>\n<house xmlns=\"urn:gazette:house:1\" version=\"1.0\" pages=\"1\"/>", to: "bad.xml")
    let bad = gazette(["export", issue, "--style", folder["bad.xml"], "-o", folder["out"]])
    #expect(bad.status == 1)
    #expect(bad.error.hasPrefix("\(folder["bad.xml"]):2:"))
    #expect(!folder.names.contains("out"))
    let gone = gazette(["export", issue, "--style", "gone/house.xml"])
    #expect(gone.error == "gone/house.xml: error: no such file [file-missing]\n")
  }

  @Test("A name that begins with a hyphen is given behind --")
  func hyphenName() throws {
    let outcome = gazette(["check", "--", "-x.md"])
    #expect(outcome.status == 1)
    #expect(outcome.error == "-x.md: error: no such file [file-missing]\n")
  }
}
