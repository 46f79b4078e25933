// Feeds damaged issues to the readers: no input may crash them, keep them for more than a few seconds, or make
// them hold on to memory. See CONTRIBUTING.
//
//   ReaderFuzz COUNT [SEED]      runs inputs SEED, SEED + 1, …
//   ReaderFuzz --print NUMBER    prints the input of that number

import Foundation
import Gazette
import TestSupport

/// The issues of the corpus, the examples and the golden cases as text or page, and what was read of them as issue XML,
/// issue JSON and Word file.
struct Seeds {
  var texts: [[UInt8]] = []
  /// Those of them that are web pages; some carry their issue.
  var pages: [[UInt8]] = []
  let documents: [[UInt8]]
  let values: [[UInt8]]
  let words: WordSeeds
  /// What the parts of Word files are made of.
  let parts: [[UInt8]]

  init() {
    for folder in ["Tests/Corpus", "examples", "Tests/GoldenTests/Cases"] {
      let root = Repository.root + "/" + folder
      for name in ((try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? []).sorted() {
        // A page that an example was made into carries its issue: it is a seed too.
        guard [".md", ".txt", ".html"].contains(where: name.hasSuffix), !name.contains("expected"),
          !name.hasSuffix("README.md"),
          let data = FileManager.default.contents(atPath: root + "/" + name), data.count < Mutator.limit
        else { continue }
        texts.append([UInt8](data))
        if name.hasSuffix(".html") { pages.append([UInt8](data)) }
      }
    }
    let issues = texts.compactMap { try? IssueReader().read($0, diagnostics: DiagnosticSink()) }
    documents = issues.compactMap { try? IssueXML.write($0) }
    values = issues.compactMap { try? IssueJSON.write($0) }
    words = WordSeeds(of: issues, limit: Mutator.limit)
    parts = words.contents
  }
}

let seeds = Seeds()

/// What an input is made of; the readers are told by the name it is given.
enum Form {
  /// Text or a page.
  case text
  /// A web page, read as one.
  case page
  /// Issue XML.
  case document
  /// Issue JSON.
  case value
  /// A Word file, damaged anywhere.
  case file
  /// A Word file of which one part is damaged.
  case part
}

/// The input of a number: of sixteen, four are XML, one is JSON, one is a page, two are Word files.
func made(_ number: UInt64) -> (bytes: [UInt8], mutator: Mutator, form: Form) {
  let form: Form =
    switch number % 16 {
    case 1: .value
    case 5: .file
    case 9: .part
    case 13: .page
    case 3, 7, 11, 15: .document
    default: .text
    }
  let all =
    switch form {
    case .text: seeds.texts
    case .page: seeds.pages
    case .document: seeds.documents
    case .value: seeds.values
    case .file: seeds.words.files
    case .part: seeds.parts
    }
  var mutator = Mutator(seed: number, seeds: all)
  if form == .part {
    let (file, part) = (mutator.choice(1000), mutator.choice(1000))
    return (seeds.words.damaged(file, part: part) { mutator.damaged($0) }, mutator, form)
  }
  var bytes = mutator.input()
  // A damaged byte makes most texts undecodable: nearly all are made whole again, so that more than the decoder is tried.
  if mutator.choice(8) != 0, form != .file { bytes = Array(String(decoding: bytes, as: UTF8.self).utf8) }
  return (bytes, mutator, form)
}

/// Reads the input of a number; true if an issue came of it.
func run(_ number: UInt64) -> Bool {
  var (bytes, mutator, form) = made(number)
  do {
    var reader = AnyIssueReader()
    var name: String?
    switch form {
    case .document: name = "issue.xml"
    case .value: name = "issue.json"
    case .file, .part: name = "issue.docx"
    case .text, .page:
      if mutator.choice(8) == 0 { reader.options.disabledRepairs = ["all"] }
      if mutator.choice(16) == 0 {
        reader.options.encoding = ["gb18030", "big5", "utf-16le", "utf-8"][mutator.choice(4)]
      }
      name = form == .page ? "issue.html" : ["issue.md", "issue.txt", "issue.html", "第12期.md", nil][mutator.choice(5)]
    }
    let sink = DiagnosticSink()
    let issue = try reader.read(bytes, fileName: name, diagnostics: sink)
    IssueChecks.run(on: issue, fileName: name, diagnostics: sink)
    if form == .file || form == .part { _ = EmbeddedPictures(bytes) }
    return true
  } catch {
    return false
  }
}

let arguments = CommandLine.arguments.dropFirst()
if arguments.first == "--print", let number = arguments.dropFirst().first.flatMap({ UInt64($0) }) {
  FileHandle.standardOutput.write(Data(made(number).bytes))
  exit(0)
}
let count = arguments.first.flatMap { UInt64($0) } ?? 100_000
let first = arguments.dropFirst().first.flatMap { UInt64($0) } ?? 1
print(
  "\(seeds.texts.count) texts, \(seeds.pages.count) of them pages, \(seeds.documents.count) XML documents, \(seeds.values.count) JSON values, "
    + "\(seeds.words.files.count) Word files; inputs \(first)..<\(first + count)")
Watch.install()
var (issues, slowest, slowestInput) = (0, 0.0, first)
var (started, early) = (Watch.clock, 0)
for number in first..<(first + count) {
  Watch.begin(number)
  let before = Watch.clock
  if run(number) { issues += 1 }
  let took = Watch.clock - before
  if took > slowest { (slowest, slowestInput) = (took, number) }
  if took > 0.5 { print("slow: input \(number) took \(Int(took * 1000)) ms") }
  if number - first == count / 10 { early = Watch.megabytes }
  if (number - first + 1) % 10_000 == 0 {
    print("\(number - first + 1) inputs, \(Int(Watch.clock - started)) s, \(Watch.megabytes) MB")
    fflush(nil)
  }
}
let grown = Watch.megabytes - early
print(
  "\(count) inputs, \(issues) gave an issue; slowest \(Int(slowest * 1000)) ms (input \(slowestInput)); memory grew \(grown) MB"
)
exit(grown > 32 ? 1 : 0)
