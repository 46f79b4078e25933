import Foundation
import TestSupport
import Testing

@testable import GazetteCommands

@Suite("What a batch keeps account of, however large the archive")
struct BatchAccountTests {
  private func line(_ input: String, _ number: Int) -> String {
    """
    {"input":"\(input)","source":"s","settings":"t","outputs":[{"path":"\(number).txt","bytes":1,"sha256":"x"}],\
    "warnings":\(number),"pictures":[],"catalogue":{"name":"柳溪水务简报","issue":"第\(number)期","year":2031,\
    "number":\(number),"total":null,"kind":"regular","date":"2031-05-06","office":"柳溪县水务局","titles":["春灌"]}}

    """
  }

  private func open(_ folder: Folder) throws -> BatchJournal {
    try #require(try BatchJournal.open(below: folder["out/"], shard: nil))
  }

  @Test("Of the lines about an input the last counts, in the place of the first; a line that was cut short does not")
  func index() throws {
    let folder = try Folder()
    let journal = try open(folder)
    let retraction = "{\"input\":\"c\",\"retracted\":true}\n"
    let lines =
      line("b", 1) + line("a", 2) + line("c", 3) + retraction + line("b", 4) + String(line("a", 5).dropLast(9))
    try folder.write(lines, to: "out/.gazette-batch/journal.jsonl")
    let index = try journal.index()
    #expect(journal.proof(of: "b", in: index)?.warnings == 4)
    #expect(journal.proof(of: "a", in: index)?.warnings == 2)
    #expect(journal.proof(of: "c", in: index) == nil && journal.proof(of: "d", in: index) == nil)
    #expect(journal.proof(of: "a", in: index)?.outputs.first?.path == folder["out/2.txt"])
    let kept = try index.places().map { JSONValue(try index.line(at: $0))?["input"]?.string }
    #expect(kept == ["b", "a"])
    // The index of a run that goes on in the file sees it as it was: a later file of that name is another.
    try folder.write("", to: "out/.gazette-batch/other")
    #expect(rename(folder["out/.gazette-batch/other"], folder["out/.gazette-batch/journal.jsonl"]) == 0)
    #expect(journal.proof(of: "b", in: index)?.warnings == 4)
  }

  @Test("For each input the index of the journal holds 32 bytes and no line")
  func indexSize() {
    #expect(MemoryLayout<JournalIndex.Entry>.stride == 32)
  }

  @Test("A line that a crash cut short does not spoil what is added behind it")
  func torn() throws {
    let folder = try Folder()
    let journal = try open(folder)
    let name = "out/.gazette-batch/journal"
    try folder.write(line("a", 1) + "{\"input\":\"b\",\"sou", to: name + ".jsonl")
    try folder.write(line("c", 3) + line("d", 4) + "{\"inp", to: name + ".new")
    try journal.begin(resumes: true)
    let index = try journal.index()
    #expect(["a", "c", "d"].map { journal.proof(of: $0, in: index)?.warnings } == [1, 3, 4])
    #expect(!folder.names.contains(name + ".new"))
  }

  @Test("The catalogue is on the disk while it is made, but for some pieces, and has its names when it is whole")
  func streamed() throws {
    let folder = try Folder()
    let journal = try open(folder)
    var catalogue = try Catalogue(journal)
    let count = 3000
    func size(_ names: [String]) -> Int {
      names.compactMap { FileManager.default.contents(atPath: folder["out/" + $0])?.count }.reduce(0, +)
    }
    for number in 1...count {
      try catalogue.add(
        Array(line("\(number)", number).utf8), at: .init(file: 0, offset: number, isRetraction: false))
    }
    let aside = size([
      ".gazette-batch/index.csv.tmp", ".gazette-batch/index.json.tmp", ".gazette-batch/index-rows.html.tmp",
    ])
    #expect(!folder.names.contains("out/index.csv"))
    let findings = try catalogue.finish { _ throws(FileError) in "" }
    #expect(findings.count == 0)
    let whole = size(["index.csv", "index.json", "index.html"])
    #expect(whole > 1_000_000 && whole - aside < 3 * (1 << 16) + 3000)
    #expect(!folder.names.contains { $0.hasSuffix(".tmp") })
    let json = try #require(FileManager.default.contents(atPath: folder["out/index.json"]))
    #expect((try JSONSerialization.jsonObject(with: json) as? [Any])?.count == count)
  }

  @Test("A catalogue that does not come to its end leaves the one before, and nothing else")
  func unfinished() throws {
    let folder = try Folder()
    let journal = try open(folder)
    try folder.write("before", to: "out/index.csv")
    do {
      var catalogue = try Catalogue(journal)
      try catalogue.add(Array(line("1", 1).utf8), at: .init(file: 0, offset: 0, isRetraction: false))
    }
    #expect(folder.text(of: "out/index.csv") == "before")
    #expect(!folder.names.contains { $0.hasSuffix(".tmp") })
  }

  @Test("Of the findings in the numbering some are shown and all are counted, and a duplicate names five files at most")
  func numbering() throws {
    let folder = try Folder()
    let journal = try open(folder)
    var catalogue = try Catalogue(journal)
    var place = 0
    for number in stride(from: 1, to: 100, by: 3) + Array(repeating: 100, count: 7) {
      try catalogue.add(
        Array(line("\(place)", number).utf8), at: .init(file: 0, offset: place, isRetraction: false))
      place += 1
    }
    let findings = try catalogue.finish { place throws(FileError) in "f\(place.offset)" }
    #expect(findings.count == 34 && findings.first.count == 20)
    #expect(
      findings.first.first?.english == "柳溪水务简报 2031: 100 is there 7 times: f33, f34, f35, f36, f37, …")
    #expect(findings.first[1].english == "柳溪水务简报 2031: 2–3 is missing")
    let page = try #require(folder.text(of: "out/index.html"))
    #expect(page.components(separatedBy: "<li>").count == 35 && page.contains("Numbering (34)"))
  }

  @Test("The list of inputs gives back what was put in, and finds the first two with one name")
  func inputs() {
    var list = InputList()
    let inputs = [
      BatchInput(path: "in/a.md", stem: "a"), BatchInput(path: "./x/../in/b.md", stem: "x/in/b"),
      BatchInput(path: "in/期.1/说明", stem: "期.1/说明"), BatchInput(path: "/in//c.d.md", stem: "in/c.d"),
      BatchInput(path: "in/\u{FFFD}.md", stem: "\u{FFFD}", isMangled: true),
    ]
    for input in inputs { list.append(input) }
    #expect(Array(list) == inputs && list.clash() == nil)
    for input in [
      BatchInput(path: "z.txt", stem: "z"), BatchInput(path: "in/a.txt", stem: "a"),
      BatchInput(path: "z.md", stem: "z"),
      BatchInput(path: "a.xml", stem: "a"),
    ] { list.append(input) }
    let clash = list.clash()
    #expect(clash?.one.path == "in/a.md" && clash?.other.path == "in/a.txt" && clash?.more == 2)
  }

  @Test(
    "Times and rates are told as exactly as matters",
    arguments: [
      (0.4, "0 s", "0秒"), (119.9, "119 s", "119秒"), (125, "2 min 5 s", "2分5秒"), (7199, "119 min 59 s", "119分59秒"),
      (29_000, "8 h 3 min", "8小时3分"),
    ])
  func spans(seconds: Double, english: String, chinese: String) {
    #expect(Span(seconds: seconds).english == english)
    #expect(Span(seconds: seconds).chinese == chinese)
    #expect([0.25, 9.99, 10, 184.6].map(BatchProgress.digits) == ["0.2", "9.9", "10", "184"])
  }
}
