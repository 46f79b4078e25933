// Feeds damaged issues to the readers: no input may crash them, keep them for more than a few seconds, or make
// them hold on to memory. See CONTRIBUTING.
//
//   ReaderFuzz COUNT [SEED]      runs inputs SEED, SEED + 1, …
//   ReaderFuzz --print NUMBER    prints the input of that number

import Foundation
import IssueChecks
import IssueModel
import IssueReading
import IssueXML
import TestSupport

/// The issues of the corpus and the examples; those that can be read also as XML.
func seedInputs() -> (texts: [[UInt8]], documents: [[UInt8]], values: [[UInt8]]) {
  var texts: [[UInt8]] = []
  for folder in ["Tests/Corpus", "examples", "Tests/GoldenTests/Cases"] {
    let root = Repository.root + "/" + folder
    for name in ((try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? []).sorted() {
      guard [".md", ".txt", ".html"].contains(where: name.hasSuffix), !name.contains("expected"),
        !name.hasSuffix("README.md"),
        let data = FileManager.default.contents(atPath: root + "/" + name), data.count < Mutator.limit
      else { continue }
      texts.append([UInt8](data))
    }
  }
  let issues = texts.compactMap { try? IssueReader().read($0, diagnostics: DiagnosticSink()) }
  return (texts, issues.compactMap { try? IssueXML.write($0) }, issues.compactMap { try? IssueJSON.write($0) })
}

let seeds = seedInputs()

enum Form { case text, document, value }

/// The input of a number: one in four is XML, one in sixteen JSON.
func made(_ number: UInt64) -> (bytes: [UInt8], mutator: Mutator, form: Form) {
  let form: Form = number % 4 == 3 ? .document : number % 16 == 1 ? .value : .text
  let all = form == .document ? seeds.documents : form == .value ? seeds.values : seeds.texts
  var mutator = Mutator(seed: number, seeds: all)
  var bytes = mutator.input()
  // A damaged byte makes most texts undecodable: nearly all are made whole again, so that more than the decoder is tried.
  if mutator.choice(8) != 0 { bytes = Array(String(decoding: bytes, as: UTF8.self).utf8) }
  return (bytes, mutator, form)
}

/// Reads the input of a number; true if an issue came of it.
func run(_ number: UInt64) -> Bool {
  var (bytes, mutator, form) = made(number)
  do {
    if form != .text {
      let issue =
        form == .document ? try IssueXML.read(bytes) : try IssueJSON.read(bytes, diagnostics: DiagnosticSink())
      IssueChecks.run(on: issue, diagnostics: DiagnosticSink())
      return true
    }
    let names = ["issue.md", "issue.txt", "issue.html", "第12期.md", nil]
    var options = IssueReader.Options()
    if mutator.choice(8) == 0 { options.disabledRepairs = ["all"] }
    if mutator.choice(16) == 0 { options.encoding = ["gb18030", "big5", "utf-16le", "utf-8"][mutator.choice(4)] }
    let name = names[mutator.choice(5)]
    let sink = DiagnosticSink()
    let issue = try IssueReader(options: options).read(bytes, fileName: name, diagnostics: sink)
    IssueChecks.run(on: issue, fileName: name, diagnostics: sink)
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
print("\(seeds.texts.count) texts, \(seeds.documents.count) XML documents, inputs \(first)..<\(first + count)")
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
