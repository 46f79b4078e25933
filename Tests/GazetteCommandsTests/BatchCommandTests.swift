import Foundation
import TestSupport
import Testing

@testable import GazetteCommands

@Suite("gazette batch")
struct BatchCommandTests {
  private static func issue(_ number: Int) -> String {
    "# 柳溪水务简报\n\n2031年第\(number)期\n\n柳溪县水务局　　2031年5月6日\n\n## 春灌按期完成\n\n全县春灌第\(number)次会商，比去年早了四天。\n"
  }

  /// A folder `in` of twelve issues in three folders, one of which is no text.
  private func archive() throws -> Folder {
    let folder = try Folder()
    for number in 1...12 { try folder.write(Self.issue(number), to: "in/20\(number % 3 + 30)/\(number).md") }
    try folder.write("\0\0\0\u{1}", to: "in/2030/bad.md")
    return folder
  }

  /// The files below `out`, with what they hold.
  private func tree(_ folder: Folder, _ name: String = "out") throws -> [String: Data] {
    var tree: [String: Data] = [:]
    for path in folder.names where path.hasPrefix(name + "/") {
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: folder[path], isDirectory: &isFolder), !isFolder.boolValue {
        tree[String(path.dropFirst(name.count))] = FileManager.default.contents(atPath: folder[path])
      }
    }
    return tree
  }

  private func reportLines(_ folder: Folder, _ name: String = "r.jsonl") throws -> [[String: Any]] {
    try (folder.text(of: name) ?? "").split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  @Test("The output folder mirrors the archive, one bad issue stops no other, and the report tells of each in order")
  func mirror() throws {
    let folder = try archive()
    let outcome = try Program.run(
      ["batch", "in", "-o", "out", "--report", "r.jsonl", "--jobs", "3", "--quiet"], in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errorLines.first?.hasPrefix("in/2030/bad.md:1:1: error: ") == true)
    let files = try tree(folder).keys.filter { !$0.hasPrefix("/.gazette-batch/") }
    #expect(files.count == 24)
    #expect(files.contains("/2031/1.docx"))
    let lines = try reportLines(folder)
    #expect(lines.count == 13)
    #expect(lines.compactMap { $0["input"] as? String } == lines.compactMap { $0["input"] as? String }.sorted())
    let keys: Set = ["input", "status", "outputs", "warnings", "errors", "milliseconds"]
    for line in lines {
      #expect(Set(line.keys) == keys)
      let isBad = (line["input"] as? String) == "in/2030/bad.md"
      #expect(line["status"] as? String == (isBad ? "failed" : "done"))
      #expect((line["errors"] as? Int) == (isBad ? 1 : 0))
      for output in try #require(line["outputs"] as? [[String: Any]]) {
        let path = try #require(output["path"] as? String)
        let bytes = try #require(FileManager.default.contents(atPath: folder[path]))
        #expect(output["bytes"] as? Int == bytes.count)
        #expect(output["sha256"] as? String == SHA256.hex([UInt8](bytes)))
        #expect(Set(output.keys) == ["path", "bytes", "sha256"])
      }
    }
  }

  @Test("However many work at it, the bytes are those of export")
  func sameBytes() throws {
    let folder = try archive()
    for jobs in ["1", "2", "7"] {
      _ = try Program.run(["batch", "in", "-o", "out\(jobs)", "--jobs", jobs, "--quiet"], in: folder)
    }
    let one = try tree(folder, "out1").filter { !$0.key.hasPrefix("/.gazette-batch/journal") }
    for jobs in ["2", "7"] {
      #expect(try tree(folder, "out\(jobs)").filter { !$0.key.hasPrefix("/.gazette-batch/journal") } == one)
    }
    _ = try Program.run(["export", "in/2031/1.md", "-o", "e/"], in: folder)
    for ending in ["docx", "txt"] {
      #expect(FileManager.default.contents(atPath: folder["e/1.\(ending)"]) == one["/2031/1.\(ending)"])
    }
  }

  @Test("--resume does what is new, changed or damaged, and skips the rest")
  func resume() throws {
    let folder = try archive()
    let command = ["batch", "in", "-o", "out", "--resume", "--report", "r.jsonl", "--quiet"]
    func statuses() throws -> [String: Int] {
      _ = try Program.run(command, in: folder)
      return try reportLines(folder).reduce(into: [:]) { $0[$1["status"] as? String ?? "", default: 0] += 1 }
    }
    #expect(try statuses() == ["done": 12, "failed": 1])
    let first = try tree(folder)
    #expect(try statuses() == ["skipped": 12, "failed": 1])
    #expect(try tree(folder) == first)
    try folder.write(Self.issue(90), to: "in/2031/1.md")  // another input
    try folder.write("damaged", to: "out/2032/2.txt")  // another output
    try FileManager.default.removeItem(atPath: folder["out/2030/3.docx"])
    #expect(try statuses() == ["done": 3, "skipped": 9, "failed": 1])
    #expect(try tree(folder)["/2032/2.txt"] == first["/2032/2.txt"])
    #expect(try tree(folder)["/2031/1.txt"] != first["/2031/1.txt"])
    // Another style of text makes all of it anew; the journal cut short by a crash costs an issue at most.
    _ = try Program.run(command + ["--width", "60"], in: folder)
    #expect(try reportLines(folder).filter { $0["status"] as? String == "done" }.count == 12)
    let journal = try #require(folder.text(of: "out/.gazette-batch/journal.jsonl"))
    try folder.write(String(journal.dropLast(20)), to: "out/.gazette-batch/journal.jsonl")
    _ = try Program.run(command + ["--width", "60"], in: folder)
    #expect(try reportLines(folder).filter { $0["status"] as? String == "done" }.count == 1)
  }

  @Test("Killed at any time, it leaves whole files only, and --resume makes the tree of an undisturbed run")
  func killed() throws {
    let folder = try Folder()
    for number in 1...150 { try folder.write(Self.issue(number), to: "in/\(number).md") }
    #expect(try Program.run(["batch", "in", "-o", "whole", "--quiet"], in: folder).status == 0)
    let whole = try tree(folder, "whole")
    for pause in [60, 150, 300, 500] {
      let process = Program.make(["batch", "in", "-o", "out", "--resume", "--quiet"], in: folder)
      try process.run()
      usleep(UInt32(pause) * 1000)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      for (name, bytes) in try tree(folder) where !name.hasPrefix("/.gazette-batch/") { #expect(bytes == whole[name]) }
    }
    #expect(try Program.run(["batch", "in", "-o", "out", "--resume", "--quiet"], in: folder).status == 0)
    // The journal too, wherever the folder is.
    #expect(try tree(folder) == tree(folder, "whole"))
    try FileManager.default.moveItem(atPath: folder["out"], toPath: folder["moved"])
    let moved = try Program.run(["batch", "in", "-o", "moved", "--resume"], in: folder)
    #expect(moved.error.hasPrefix("gazette: 0 done, 150 skipped, 0 failed"))
  }

  @Test("Interrupted, it finishes what is in hand and ends with 130")
  func interrupted() throws {
    let folder = try Folder()
    for number in 1...1200 { try folder.write(Self.issue(number), to: "in/\(number).md") }
    let process = Program.make(["batch", "in", "-o", "out", "--report", "r.jsonl", "--quiet"], in: folder)
    process.standardError = Pipe()
    try process.run()
    for _ in 0..<400 where (folder.text(of: "r.jsonl") ?? "").isEmpty { usleep(10000) }
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    let lines = try reportLines(folder)
    #expect(!lines.isEmpty && lines.count < 1200)
    #expect(try tree(folder).keys.filter { $0.hasSuffix(".docx") }.count == lines.count)
    #expect(!folder.names.contains { $0.hasSuffix(".tmp") })
  }

  @Test("Two batches do not write into one folder; shards do, and their reports merge into that of the whole")
  func lockAndShards() throws {
    let folder = try archive()
    for shard in 1...3 {
      let outcome = try Program.run(
        ["batch", "in", "-o", "out", "--shard", "\(shard)/3", "--report", "\(shard).jsonl", "--quiet"], in: folder)
      #expect(outcome.status <= 1)
    }
    let merged = try Program.run(
      ["batch", "--merge-reports", "3.jsonl", "1.jsonl", "2.jsonl", "--report", "all.jsonl"], in: folder)
    #expect(merged.status == 1)
    #expect(merged.error == "gazette: 12 done, 0 skipped, 1 failed\n")
    // Where an input is in several, the last counts; the file may be one of those that are merged.
    try folder.write(#"{"input":"in/2030/bad.md","status":"done"}"#, to: "later.jsonl")
    let again = try Program.run(
      ["batch", "--merge-reports", "all.jsonl", "later.jsonl", "--report", "later.jsonl"], in: folder)
    #expect(again.status == 0 && again.error == "gazette: 13 done, 0 skipped, 0 failed\n")
    #expect(folder.text(of: "later.jsonl")?.split(separator: "\n").count == 13)
    try folder.write("{}\nno report\n", to: "none.jsonl")
    let none = try Program.run(["batch", "--merge-reports", "all.jsonl", "none.jsonl"], in: folder)
    #expect(none.status == 1 && none.output.isEmpty)
    #expect(none.error.hasPrefix("none.jsonl:1:1: error: this is no line of a report"))
    _ = try Program.run(["batch", "in", "-o", "out", "--resume", "--report", "r.jsonl", "--quiet"], in: folder)
    #expect(try reportLines(folder).filter { $0["status"] as? String == "skipped" }.count == 12)
    #expect(
      try reportLines(folder, "all.jsonl").compactMap { $0["input"] as? String }
        == reportLines(folder).compactMap { $0["input"] as? String })
    // Somebody else has the lock.
    let descriptor = open(folder["out/.gazette-batch/lock"], O_RDWR)
    flock(descriptor, LOCK_EX)
    let second = try Program.run(["batch", "in", "-o", "out"], in: folder)
    close(descriptor)
    #expect(second.status == 1)
    #expect(
      second.errorLines.first
        == "out: error: another batch is writing to this folder; wait for it to end, or give -o another folder [output-locked]"
    )
  }

  @Test("Two inputs for one name are told before anything is written")
  func clash() throws {
    let folder = try Folder()
    try folder.write(Self.issue(1), to: "in/a.md")
    try folder.write(Self.issue(1), to: "in/a.markdown")
    let outcome = try Program.run(["batch", "in", "-o", "out"], in: folder)
    #expect(outcome.status == 64)
    #expect(outcome.error.contains("in/a.markdown and in/a.md would both be written to out/a"))
    #expect(!folder.names.contains("out"))
    #expect(try Program.run(["batch", "in", "-o", "out", "--exclude", "*.markdown"], in: folder).status == 0)
    try folder.write(Self.issue(1), to: "in/b.txt")
    #expect(try Program.run(["batch", "in", "-o", "in", "--include", "*.txt"], in: folder).status == 64)
  }

  @Test("An issue that would be written over the catalogue is told before anything is written")
  func clashWithCatalogue() throws {
    let folder = try Folder()
    try folder.write(Self.issue(1), to: "in/index.md")
    let command = ["batch", "in", "-o", "out", "--to", "html"]
    let outcome = try Program.run(command + ["--index"], in: folder)
    #expect(outcome.status == 64)
    #expect(outcome.error.contains("in/index.md and the catalogue would both be written to out/index.html"))
    #expect(!folder.names.contains("out"))
    #expect(try Program.run(command, in: folder).status == 0)
  }

  @Test("Exports that stand beside their issues are not taken for issues, unless the user says so")
  func outputsBesideInputs() throws {
    let folder = try Folder()
    for name in ["a.md", "B.MD", "c.txt", "d.xml.md"] { try folder.write(Self.issue(1), to: "in/\(name)") }
    for name in ["a.txt", "B.txt", "a.xml", "d.xml"] { try folder.write("another\n", to: "in/\(name)") }
    func made(_ arguments: String...) throws -> Outcome {
      try? FileManager.default.removeItem(atPath: folder["out"])
      return try Program.run(["batch", "-o", "out", "--to", "txt"] + arguments, in: folder)
    }
    let outcome = try made("in")
    #expect(
      outcome.errorLines.first?.contains(
        "in/B.txt: note: taken for an output of in/B.MD and left out, like 2 more files beside their issues") == true)
    #expect(folder.text(of: "out/a.txt")?.contains("春灌") == true)
    #expect(folder.text(of: "out/c.txt")?.contains("春灌") == true)
    // An .xml that nothing stands beside is an issue, if a bad one.
    #expect(outcome.status == 1 && outcome.error.contains("in/d.xml:1:1: error: "))
    #expect(try !made("in", "--quiet").error.contains("taken for"))
    #expect(try made("in", "--include", "*.txt").error.contains("3 done"))
    #expect(try made("in/a.txt").error.contains("1 done"))
    #expect(try made("in", "--include", "a.*").status == 64)
    // A folder may be exported into itself, again and again.
    for _ in 1...2 {
      #expect(try Program.run(["batch", "in", "-o", "in", "--exclude", "[cd].*"], in: folder).error.contains("2 done"))
    }
  }

  @Test("Inputs come from folders by pattern, from lists, and not through links unless asked")
  func inputs() throws {
    let folder = try archive()
    try folder.write(Self.issue(1), to: "else/x.md")
    try FileLinks.link(folder["in/link"], to: "../else")
    try FileLinks.link(folder["in/loop"], to: ".")
    func made(_ arguments: String..., input: String? = nil) throws -> [String] {
      try? FileManager.default.removeItem(atPath: folder["out"])
      _ = try Program.run(["batch", "-o", "out", "--to", "txt", "--quiet"] + arguments, input: input, in: folder)
      return try tree(folder).keys.filter { $0.hasSuffix(".txt") }.sorted()
    }
    #expect(try made("in", "--include", "2031/*") == ["/2031/1.txt", "/2031/10.txt", "/2031/4.txt", "/2031/7.txt"])
    #expect(try made("in", "--exclude", "203[01]", "--exclude", "?.md") == ["/2032/11.txt"])
    #expect(try made("in").count == 12)
    #expect(try made("in", "--follow-links", "--include", "x.*") == ["/link/x.txt"])
    let list = "in/2031/1.md\n./else/x.md\n"
    #expect(try made("--files-from", "-", input: list) == ["/else/x.txt", "/in/2031/1.txt"])
    let parted = list.replacingOccurrences(of: "\n", with: "\0")
    #expect(try made("--files-from", "-", input: parted) == ["/else/x.txt", "/in/2031/1.txt"])
    #expect(try made("in/2031/1.md", "else") == ["/1.txt", "/x.txt"])
  }

  @Test("The catalogue lists issues, links to their files, and names gaps and duplicates in the numbering")
  func catalogue() throws {
    let folder = try Folder()
    for (name, number) in [("a", 1), ("b", 2), ("c & d", 2), ("e", 5)] {
      try folder.write(Self.issue(number), to: "in/\(name).md")
    }
    let outcome = try Program.run(["batch", "in", "-o", "out", "--index"], in: folder)
    #expect(outcome.error.contains("柳溪水务简报 2031: 2 is there 2 times: b.docx, c & d.docx\n"))
    #expect(outcome.error.contains("柳溪水务简报 2031: 3–4 is missing\n"))
    let csv = try #require(folder.text(of: "out/index.csv"))
    #expect(csv.hasPrefix("\u{FEFF}name,issue,"))
    #expect(csv.contains("柳溪水务简报,2031年第5期,2031,5,,2031-05-06,柳溪县水务局,春灌按期完成,e.docx; e.txt\r\n"))
    let json = try #require(folder.text(of: "out/index.json"))
    #expect((try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [Any])?.count == 4)
    #expect(folder.text(of: "out/index.html")?.contains("<a href=\"./c%20%26%20d.docx\">docx</a>") == true)
  }

  @Test(
    "A bad command line is told before anything is written",
    arguments: [
      ["in"], ["-o", "out"], ["in", "-o", "out", "--jobs", "0"], ["in", "-o", "out", "--shard", "3/2"],
      ["in", "-o", "out", "--to", "pdf"], ["--merge-reports"], ["in", "-o", ""],
    ])
  func refused(_ arguments: [String]) throws {
    let folder = try archive()
    #expect(try Program.run(["batch"] + arguments, in: folder).status == 64)
    #expect(!folder.names.contains("out"))
  }

  @Test("--fail-fast stops after the first failure")
  func failFast() throws {
    let folder = try archive()
    for number in 100...900 { try folder.write(Self.issue(number), to: "in/2033/\(number).md") }
    let outcome = try Program.run(
      ["batch", "in", "-o", "out", "--fail-fast", "--jobs", "1", "--report", "r.jsonl"], in: folder)
    #expect(outcome.status == 1)
    #expect(try reportLines(folder).count < 800)
    #expect(outcome.error.contains(" not begun in "))
  }

  @Test("Checksums are those of the standard")
  func checksums() {
    #expect(SHA256.hex([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(SHA256.hex(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      SHA256.hex([UInt8](repeating: 0x61, count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    #expect(
      SHA256.hex(Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8))
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
  }

  @Test(
    "Patterns mean what they mean to shells",
    arguments: [
      ("*.md", "a/b.md", true), ("*.md", "a.txt", false), ("a?c", "x/abc", true), ("a/*.md", "a/b.md", true),
      ("a/*.md", "a/b/c.md", false), ("**/c.md", "a/b/c.md", true), ("a/**", "a/b/c", true),
      ("**/x/*", "a/x/b/x/c", true),
      ("[a-c]1", "b1", true), ("[!a-c]1", "b1", false), ("[", "[", true), ("203[01]/*", "2031/5.md", true),
      ("*a*a*a*a*a*a*b", String(repeating: "a", count: 200), false), ("期*.md", "第/期三.md", true),
    ])
  func globs(pattern: String, path: String, matches: Bool) { #expect(Glob(pattern).matches(path) == matches) }

  @Test("JSON is read as it is written, and a line cut short is none")
  func json() {
    let text = #"{"a":[1,-2,null,true,"x\"\\\n\u4e00\ud842\udfb7/"],"b":{}}"#
    let value = JSONValue(Array(text.utf8))
    #expect(value?["a"]?.elements.last?.string == "x\"\\\n一𠮷/")
    #expect((value?.json).flatMap { JSONValue(Array($0.utf8)) } == value)
    for count in 0..<text.utf8.count { #expect(JSONValue(Array(text.utf8.prefix(count))) == nil) }
    #expect(JSONValue(Array(String(repeating: "[", count: 100_000).utf8)) == nil)
  }
}
