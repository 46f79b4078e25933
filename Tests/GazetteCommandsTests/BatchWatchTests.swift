import Foundation
import TestSupport
import Testing

@testable import GazetteCommands

@Suite("gazette batch --watch")
struct BatchWatchTests {
  private static func issue(_ number: Int, _ words: String = "全县春灌按期完成。") -> String {
    "# 柳溪水务简报\n\n2031年第\(number)期\n\n柳溪县水务局　　2031年5月6日\n\n## 春灌按期完成\n\n\(words)\n"
  }

  /// A batch that watches, with what it has said so far.
  private final class Watching {
    let process: Process
    let folder: Folder
    private var seen = 0

    init(_ arguments: [String], in folder: Folder) throws {
      self.folder = folder
      try folder.write("", to: "log")
      process = Program.make(["batch"] + arguments + ["--watch", "--to", "txt"], in: folder)
      process.standardError = FileHandle(forWritingAtPath: folder["log"])
      try process.run()
    }

    /// Waits until it says `words`, behind what was waited for before.
    func awaits(_ words: String) -> Bool {
      for _ in 0..<1500 {
        let log = folder.text(of: "log") ?? ""
        if let range = log.dropFirst(seen).range(of: words) {
          seen = log.distance(from: log.startIndex, to: range.upperBound)
          return true
        }
        usleep(10_000)
      }
      return false
    }

    /// Ends it as Ctrl-C does, and gives its status.
    func end() -> Int32 {
      process.interrupt()
      process.waitUntilExit()
      return process.terminationStatus
    }

    /// Whether it ends by itself, with that status.
    func ends(with status: Int32) -> Bool {
      for _ in 0..<1000 where process.isRunning { usleep(10_000) }
      return !process.isRunning && process.terminationStatus == status
    }

    deinit { if process.isRunning { process.terminate() } }
  }

  @Test("It does again what is saved, in place or by renaming, what is new and what moves, and ends by Ctrl-C")
  func edits() throws {
    let folder = try Folder()
    for number in 1...3 { try folder.write(Self.issue(number), to: "in/\(number).md") }
    let watching = try Watching(["in", "-o", "out"], in: folder)
    #expect(watching.awaits("watching 3 issues"))

    // An editor that writes in place, in two steps.
    let handle = try #require(FileHandle(forWritingAtPath: folder["in/1.md"]))
    try handle.truncate(atOffset: 0)
    try handle.write(contentsOf: Data(Self.issue(1, "改了一次").utf8))
    usleep(50_000)
    try handle.write(contentsOf: Data("又改了一次。\n".utf8))
    try handle.close()
    #expect(watching.awaits("in/1.md -> out/1.txt"))
    #expect(folder.text(of: "out/1.txt")?.contains("又改了一次。") == true)

    // One that writes beside and renames over.
    try folder.write(Self.issue(2, "换了文件。"), to: "in/.2.md.swp")
    #expect(rename(folder["in/.2.md.swp"], folder["in/2.md"]) == 0)
    #expect(watching.awaits("in/2.md -> out/2.txt"))
    #expect(folder.text(of: "out/2.txt")?.contains("换了文件。") == true)

    // A new file in a new folder, which then moves; one that is no issue; one that goes.
    try folder.write(Self.issue(4), to: "in/new/deep/4.md")
    #expect(watching.awaits("in/new/deep/4.md -> out/new/deep/4.txt"))
    #expect(rename(folder["in/new/deep"], folder["in/late"]) == 0)
    #expect(
      watching.awaits("in/new/deep/4.md: note: is gone; what was made of it stays: out/new/deep/4.txt [input-gone]"))
    #expect(watching.awaits("in/late/4.md -> out/late/4.txt"))
    try folder.write("\0\0", to: "in/bad.md")
    #expect(watching.awaits("in/bad.md:1:1: error: "))
    try FileManager.default.removeItem(atPath: folder["in/3.md"])
    #expect(watching.awaits("in/3.md: note: is gone"))

    #expect(watching.end() == 130)
    #expect(!folder.names.contains { $0.hasSuffix(".tmp") })
    // What it has done, nobody has to do again.
    let after = try Program.run(["batch", "in", "-o", "out", "--to", "txt", "--resume"], in: folder)
    #expect(after.error.contains("gazette: 0 done, 3 skipped, 1 failed"))
  }

  @Test("It begins with what is not up to date, and a folder may hold inputs and outputs alike")
  func sameFolder() throws {
    let folder = try Folder()
    for number in 1...3 { try folder.write(Self.issue(number), to: "in/\(number).md") }
    #expect(try Program.run(["batch", "in", "-o", "in", "--to", "txt", "--quiet"], in: folder).status == 0)
    try folder.write(Self.issue(2, "改了。"), to: "in/2.md")
    let watching = try Watching(["in", "-o", "in", "--index"], in: folder)
    #expect(watching.awaits("gazette: 1 done, 2 skipped, 0 failed"))
    #expect(watching.awaits("watching 3 issues"))
    try folder.write(Self.issue(9), to: "in/3.md")
    #expect(watching.awaits("in/3.md -> in/3.txt"))
    for _ in 0..<500 where folder.text(of: "in/index.csv")?.contains("第9期") != true { usleep(10_000) }
    let index = try #require(folder.text(of: "in/index.csv"))
    #expect(index.contains("第9期") && !index.contains("第3期") && index.split(separator: "\r\n").count == 4)
    #expect(watching.end() == 130)
    #expect(folder.text(of: "log")?.contains("error") == false)
  }

  @Test("A picture that changes is a change of its issue")
  func picture() throws {
    let folder = try Folder()
    try folder.write(Self.issue(1, "![渠首](pictures/1.png)"), to: "in/1.md")
    try folder.write("", to: "in/pictures/1.png")
    try Data(TinyPictures.png(40, 30)).write(to: URL(fileURLWithPath: folder["in/pictures/1.png"]))
    let command = ["batch", "in", "-o", "out", "--to", "docx", "--resume"]
    #expect(try Program.run(command, in: folder).error.contains("1 done, 0 skipped"))
    #expect(try Program.run(command, in: folder).error.contains("0 done, 1 skipped"))
    try Data(TinyPictures.png(50, 30)).write(to: URL(fileURLWithPath: folder["in/pictures/1.png"]))
    #expect(try Program.run(command, in: folder).error.contains("1 done, 0 skipped"))

    let watching = try Watching(["in", "-o", "out", "--to", "docx"], in: folder)
    #expect(watching.awaits("watching 1 issue;"))
    try Data(TinyPictures.png(60, 30)).write(to: URL(fileURLWithPath: folder["in/pictures/1.png"]))
    #expect(watching.awaits("in/1.md -> "))
    #expect(watching.end() == 130)
  }

  @Test("A style that changes is a change of all issues; one that is broken is told, and the one before holds")
  func style() throws {
    let folder = try Folder()
    func style(_ width: Int) -> String {
      "<house xmlns=\"urn:gazette:house:1\" version=\"1.0\" name=\"own\" extends=\"gbt9704\">"
        + "<text width=\"\(width)\"/></house>"
    }
    for number in 1...2 { try folder.write(Self.issue(number), to: "in/\(number).md") }
    try folder.write(style(60), to: "styles/own.xml")
    let watching = try Watching(["in", "-o", "out", "--style", "styles/own.xml"], in: folder)
    #expect(watching.awaits("watching 2 issues"))
    func rule() -> Int? { folder.text(of: "out/1.txt")?.split(separator: "\n").first { $0.hasPrefix("==") }?.count }
    #expect(rule() == 60)
    try folder.write(style(40), to: "styles/own.xml")
    #expect(watching.awaits("the style has changed, 2 issues are exported again"))
    #expect(watching.awaits("in/2.md -> out/2.txt"))
    #expect(rule() == 40)
    try folder.write("<house", to: "styles/own.xml")
    #expect(watching.awaits("styles/own.xml:1:"))
    try folder.write(Self.issue(7), to: "in/1.md")
    #expect(watching.awaits("in/1.md -> out/1.txt"))
    #expect(rule() == 40)
    try folder.write(style(50), to: "styles/next.xml")
    #expect(rename(folder["styles/next.xml"], folder["styles/own.xml"]) == 0)
    #expect(watching.awaits("in/2.md -> out/2.txt"))
    #expect(rule() == 50)
    #expect(watching.end() == 130)
    #expect(folder.text(of: "log")?.components(separatedBy: "styles/own.xml:1:").count == 2)
    let after = try Program.run(
      ["batch", "in", "-o", "out", "--to", "txt", "--resume", "--style", "styles/own.xml"], in: folder)
    #expect(after.error.contains("gazette: 0 done, 2 skipped, 0 failed"))
  }

  @Test("A stylesheet that changes is a change of all issues, and so is what it imports")
  func stylesheet() throws {
    let folder = try Folder()
    func sheet(_ word: String) -> String {
      StylesheetCommandTests.sheet(
        #"<xsl:output method="text"/><xsl:template name="word">\#(word)</xsl:template>"#, #"gazette:extension="x.txt""#)
    }
    try folder.write(Self.issue(1), to: "in/1.md")
    try folder.write(sheet("one"), to: "sheets/parts/word.xsl")
    try folder.write(
      StylesheetCommandTests.sheet(
        #"<xsl:import href="parts/word.xsl"/><xsl:output method="text"/>"#
          + #"<xsl:template match="/"><xsl:call-template name="word"/></xsl:template>"#, #"gazette:extension="x.txt""#),
      to: "sheets/house.xsl")
    let watching = try Watching(["in", "-o", "out", "--to", "sheets/house.xsl"], in: folder)
    #expect(watching.awaits("watching 1 issue"))
    #expect(folder.text(of: "out/1.x.txt") == "one")
    try folder.write(sheet("two"), to: "sheets/parts/word.xsl")
    #expect(watching.awaits("in/1.md -> "))
    #expect(folder.text(of: "out/1.x.txt") == "two")
    try FileManager.default.removeItem(atPath: folder["sheets/parts/word.xsl"])
    #expect(watching.awaits("error: "))
    try folder.write(sheet("three"), to: "sheets/parts/word.xsl")
    #expect(watching.awaits("in/1.md -> "))
    #expect(folder.text(of: "out/1.x.txt") == "three")
    #expect(watching.end() == 130)
  }

  @Test("Two drafts for one name are complained of once, and it goes on when one of them is gone")
  func clash() throws {
    let folder = try Folder()
    try folder.write(Self.issue(1), to: "in/1.md")
    let watching = try Watching(["in", "-o", "out"], in: folder)
    #expect(watching.awaits("watching 1 issue"))
    try folder.write(Self.issue(1), to: "in/1.markdown")
    #expect(watching.awaits("in/1.markdown and in/1.md would both be written to out/1"))
    try FileManager.default.removeItem(atPath: folder["in/1.markdown"])
    try folder.write(Self.issue(2), to: "in/1.md")
    #expect(watching.awaits("in/1.md -> out/1.txt"))
    #expect(watching.end() == 130)
  }

  @Test("A folder that goes is waited for; one that it writes to and that goes ends it")
  func vanished() throws {
    let folder = try Folder()
    try folder.write(Self.issue(1), to: "in/1.md")
    let watching = try Watching(["in", "-o", "out"], in: folder)
    #expect(watching.awaits("watching 1 issue"))
    #expect(rename(folder["in"], folder["elsewhere"]) == 0)
    #expect(watching.awaits("in/1.md: note: is gone"))
    #expect(rename(folder["elsewhere"], folder["in"]) == 0)
    #expect(watching.awaits("in/1.md -> out/1.txt"))
    try FileManager.default.removeItem(atPath: folder["out"])
    try folder.write(Self.issue(2), to: "in/1.md")
    #expect(watching.awaits("out/: error: ") && watching.ends(with: 1))
  }
}
