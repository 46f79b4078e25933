import Foundation
import Gazette
import Glibc
import TestSupport
import Testing

@testable import GazetteCommands

@Suite("The built program, from outside", .timeLimit(.minutes(2)))
struct ProgramTests {
  let folder: Folder
  let issue: String
  init() throws {
    folder = try Folder()
    issue = folder["issue.md"]
  }

  private func writeStarter() throws {
    let outcome = try Program.run(["new", "issue.md", "--lang", "zh"], in: folder)
    #expect(outcome.status == 0)
  }

  @Test("new writes an issue that is read without a warning", arguments: ["zh", "en"])
  func starter(_ language: String) throws {
    #expect(try Program.run(["new", "issue.md", "--lang", language], in: folder).status == 0)
    let check = try Program.run(["check", "issue.md"], in: folder)
    #expect(check.status == 0)
    #expect(check.error.isEmpty)
    let tree = try Program.run(["dump", "issue.md", "--format", "tree"], in: folder).output
    #expect(tree.contains(language == "zh" ? "article \"第一篇稿件的标题\"" : "article \"Title of the first article\""))
    #expect(tree.contains(language == "zh" ? "office \"某某办公室\"" : "office \"Name of the Office\""))
  }

  @Test("dump prints issue XML and JSON")
  func dump() throws {
    try writeStarter()
    #expect(try Program.run(["dump", issue, "--format", "xml"]).output.contains("urn:gazette:issue:"))
    let json = try Program.run(["dump", issue])
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.outputBytes)) as? [String: Any])
    #expect((object["masthead"] as? [String: Any])?["name"] as? String == "工作简报")
  }

  @Test("Issue XML is read back to the same issue, by its name or as told")
  func readXML() throws {
    try writeStarter()
    let xml = try Program.run(["dump", issue, "--format", "xml"]).output
    try folder.write(xml, to: "copy.xml")
    let json = try Program.run(["dump", issue]).output
    #expect(try Program.run(["dump", folder["copy.xml"]]).output == json)
    #expect(try Program.run(["dump", "-", "--from", "xml"], input: xml).output == json)
    let broken = try Program.run(["check", "-", "--from", "xml"], input: "<issue>\n<masthead>")
    #expect(broken.status == 1)
    #expect(broken.error.hasPrefix("<stdin>:"))
  }

  @Test("Every command takes issue XML, issue JSON and web pages, by name and from standard input")
  func forms() throws {
    try writeStarter()
    let text = try Program.run(["export", issue, "--to", "txt", "-o", "-"]).output
    for (form, arguments) in [
      ("xml", ["dump", issue, "--format", "xml"]), ("json", ["dump", issue]),
      ("html", ["export", issue, "--to", "html", "-o", "-"]),
    ] {
      let content = try Program.run(arguments).output
      try folder.write(content, to: "in/7.\(form)")
      for (input, piped) in [("in/7.\(form)", nil), ("-", content)] as [(String, String?)] {
        let exported = try Program.run(["export", input, "--to", "txt", "-o", "-"], input: piped, in: folder)
        #expect(exported.output == text, "\(form) \(exported.error)")
        #expect(try Program.run(["dump", input, "--format", "tree"], input: piped, in: folder).status == 0)
        #expect(try Program.run(["check", input], input: piped, in: folder).status == 0)
        let mail = try Program.run(["mail", input, "--from", "o@example.org", "-o", "-"], input: piped, in: folder)
        #expect(mail.status == 0 && mail.output.contains("o@example.org"))
      }
      let batch = try Program.run(["batch", "in/7.\(form)", "-o", "out-\(form)", "--to", "txt"], in: folder)
      #expect(batch.status == 0 && folder.text(of: "out-\(form)/7.txt") == text)
    }
  }

  @Test("check tells a file's name that is unlike the masthead; only --strict fails for it; export does not check")
  func check() throws {
    try writeStarter()
    let text = try #require(folder.text(of: "issue.md"))
    try folder.write(text.replacing("第 1 期", with: "第 7 期"), to: "第3期.md")
    let loose = try Program.run(["check", "第3期.md"], in: folder)
    #expect(loose.status == 0)
    #expect(loose.errorLines.first?.hasSuffix("[file-name-number]") == true, "\(loose.error)")
    #expect(try Program.run(["check", "--strict", "第3期.md"], in: folder).status == 1)
    #expect(try Program.run(["check", "--strict", "issue.md"], in: folder).status == 0)
    #expect(try Program.run(["export", "--strict", "第3期.md"], in: folder).status == 0)
  }

  @Test("export writes a Word file and a text that holds the words")
  func export() throws {
    try writeStarter()
    let outcome = try Program.run(["export", "issue.md"], in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty)
    #expect(folder.names == ["issue.docx", "issue.md", "issue.txt"])
    #expect(FileManager.default.contents(atPath: folder["issue.docx"])?.starts(with: [0x50, 0x4B, 3, 4]) == true)
    #expect(folder.text(of: "issue.txt")?.contains("正文从这里写起。") == true)
  }

  @Test("Standard input and output work as a pipe, with the same bytes as files")
  func pipe() throws {
    try writeStarter()
    let piped = try Program.run(["export", "-", "--to", "txt"], input: folder.text(of: "issue.md"))
    #expect(piped.status == 0)
    #expect(try Program.run(["export", issue, "--to", "txt", "-o", "-"]).output == piped.output)
    #expect(piped.output.contains("正文从这里写起。"))
  }

  @Test("The same input gives the same bytes in any locale, time zone and folder")
  func deterministic() throws {
    try writeStarter()
    var outputs: Set<[UInt8]> = []
    for variables in [[:], ["LANG": "zh_CN.UTF-8", "TZ": "Asia/Shanghai"], ["LC_ALL": "C", "TZ": "America/New_York"]] {
      outputs.insert(try Program.run(["export", issue, "--to", "docx", "-o", "-"], variables: variables).outputBytes)
    }
    #expect(outputs.count == 1)
  }

  @Test(
    "An input that is empty or no text is told in one line",
    arguments: [Data(), Data([0, 1, 2, 0xFF, 0, 0x50] + [UInt8](repeating: 0, count: 500))])
  func noText(_ data: Data) throws {
    try data.write(to: URL(fileURLWithPath: issue))
    let outcome = try Program.run(["export", "issue.md"], in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.errorLines.filter { !$0.hasPrefix("  ") }.count == 1)
    #expect(outcome.error.hasPrefix("issue.md:1:1: error: "))
    #expect(folder.names == ["issue.md"])
  }

  @Test("A Word file is read back as the issue it was written from, by name or by content")
  func wordFile() throws {
    try writeStarter()
    #expect(try Program.run(["export", issue, "--to", "docx"]).status == 0)
    let wanted = try Program.run(["dump", issue]).output
    let word = try Program.run(["dump", "issue.docx"], in: folder)
    #expect(word.status == 0)
    #expect(word.output == wanted)
    #expect(word.error.isEmpty)
    try FileManager.default.moveItem(atPath: folder["issue.docx"], toPath: folder["issue.bin"])
    #expect(try Program.run(["dump", "issue.bin"], in: folder).output == wanted)
    #expect(
      try Program.run(["export", "issue.bin", "--to", "txt", "-o", "-"], in: folder).output
        == Program.run(["export", issue, "--to", "txt", "-o", "-"]).output)
  }

  @Test("A Word file that is none, or is cut off, is told in one line")
  func noWordFile() throws {
    try Data("# text".utf8).write(to: URL(fileURLWithPath: folder["a.docx"]))
    let outcome = try Program.run(["check", "a.docx"], in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.errorLines.first?.hasSuffix("[docx-no-zip]") == true)
    #expect(outcome.errorLines.filter { !$0.hasPrefix("  ") }.count == 1)
  }

  @Test("Each shipped style is one to export in", arguments: HouseStyle.shippedNames)
  func styles(_ name: String) throws {
    try writeStarter()
    let outcome = try Program.run(["export", issue, "--to", "docx,txt", "--style", name])
    #expect(outcome.status == 0)
    #expect(outcome.error.isEmpty)
    // Of the same name, which the file tells in its properties.
    let ours = "<house xmlns='urn:gazette:house:1' version='1.0' name='\(name)' extends='\(name)'/>"
    try Data(ours.utf8).write(to: URL(fileURLWithPath: folder["ours.xml"]))
    let word = try Program.run(["export", issue, "--to", "docx", "-o", "-", "--style", name]).outputBytes
    #expect(
      try Program.run(["export", issue, "--to", "docx", "-o", "-", "--style", folder["ours.xml"]]).outputBytes == word)
  }

  @Test("A reader that goes away ends the program quietly")
  func closedPipe() throws {
    let process = Program.make(["styles", "--show", "gbt9704"])
    let (output, error) = (Pipe(), Pipe())
    try output.fileHandleForReading.close()
    process.standardOutput = output
    process.standardError = error
    process.standardInput = FileHandle.nullDevice
    try process.run()
    try output.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 1)
    #expect(error.fileHandleForReading.availableData.isEmpty)
  }

  @Test("Interrupted, the program leaves with status 130", arguments: [SIGINT, SIGTERM])
  func interrupted(_ signal: Int32) throws {
    let process = Program.make(["check", "-"])
    let input = Pipe()
    process.standardInput = input
    process.standardError = FileHandle.nullDevice
    try process.run()
    usleep(300_000)  // it waits for standard input by now
    kill(process.processIdentifier, signal)
    usleep(500_000)
    #expect(!process.isRunning)
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 130)
  }

  @Test("A signal while a file is written waits until nothing is left half done")
  func interruptedWhileWriting() throws {
    // In this process no handler is installed: the signal stays pending, and the write gives up and tidies.
    let path = folder["big.txt"]
    let thread = Thread {
      let outer = Interruption()
      pthread_kill(pthread_self(), SIGTERM)
      #expect(throws: FileError.self) { try Files.replace(path, with: [UInt8](repeating: 65, count: 1 << 20)) }
      var pending = sigset_t()
      sigemptyset(&pending)
      sigaddset(&pending, SIGTERM)
      var number: Int32 = 0
      sigwait(&pending, &number)  // takes it away, so that it ends nobody
      #expect(number == SIGTERM)
      outer.allow()
    }
    thread.start()
    while !thread.isFinished { usleep(1000) }
    #expect(folder.names.isEmpty)
  }

  @Test("The program links no Foundation beyond its essentials")
  func lean() throws {
    let binary = try #require(FileManager.default.contents(atPath: Program.path))
    #expect(binary.range(of: Data("libFoundation.so".utf8)) == nil)
  }

  @Test("A Word file brings its pictures along, wherever it lies")
  func picturesOfWordFiles() throws {
    try writeStarter()
    try Data(TinyPictures.png(3, 4)).write(to: URL(filePath: folder["seal.png"]))
    try folder.write("\n![印章](seal.png)\n\n" + (try #require(folder.text(of: "issue.md"))), to: "issue.md")
    #expect(try Program.run(["export", "issue.md", "--to", "docx"], in: folder).status == 0)
    try folder.write("", to: "elsewhere/x")
    let first = try Data(contentsOf: URL(filePath: folder["issue.docx"]))
    try first.write(to: URL(filePath: folder["elsewhere/old.docx"]))
    let again = try Program.run(["export", "elsewhere/old.docx", "--to", "docx", "-o", "again.docx"], in: folder)
    #expect(again.status == 0 && again.error.isEmpty)
    #expect(try Data(contentsOf: URL(filePath: folder["again.docx"])) == first)
  }

  @Test("A Word file is a house style; what it lacks is told in one line, and a broken one is refused in one")
  func wordFileAsStyle() throws {
    try writeStarter()
    #expect(try Program.run(["export", "issue.md", "--to", "docx", "-o", "office.docx"], in: folder).status == 0)
    let outcome = try Program.run(["export", "issue.md", "--to", "docx", "--style", "office.docx"], in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.errorLines.count == 1 && outcome.error.contains("[reference-style-missing]"))
    let bytes = try Data(contentsOf: URL(filePath: folder["office.docx"]))
    try bytes.prefix(bytes.count / 2).write(to: URL(filePath: folder["half.docx"]))
    let refused = try Program.run(["export", "issue.md", "--style", "half.docx", "-o", "out/"], in: folder)
    #expect(refused.status == 1)
    #expect(refused.errorLines.count == 1 && refused.error.hasPrefix("half.docx:1:1: error: "))
    #expect(!folder.names.contains { $0.hasPrefix("out") })
    #expect(try Program.run(["styles", "--show", "office.docx"], in: folder).output.contains("<house "))
  }

  @Test("An old Word file, an empty file and text are no styles: each is told in one line with what to do")
  func noStyles() throws {
    try writeStarter()
    try Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)).write(
      to: URL(filePath: folder["old.doc"]))
    try folder.write("", to: "empty.xml")
    try folder.write("版式如下。", to: "text.xml")
    for (name, words) in [("old.doc", "as .docx"), ("empty.xml", "<house xmlns="), ("text.xml", "<house xmlns=")] {
      let outcome = try Program.run(["export", "issue.md", "--to", "txt", "-o", "-", "--style", name], in: folder)
      #expect(outcome.status == 1 && outcome.output.isEmpty)
      #expect(outcome.errorLines.count == 1 && outcome.error.contains(words))
    }
  }
}
