// Times the stages of an export, and how they grow with the size of the issue. See README.md.
import Foundation

var arguments = CommandLine.arguments.dropFirst()
// `--only STAGE RUNS`: that stage and nothing else, for a profiler to look at, or to time it in one large issue.
var only: (stage: String, runs: Int)?
if arguments.first == "--only", arguments.count >= 3 {
  only = (arguments[arguments.startIndex + 1], Int(arguments[arguments.startIndex + 2]) ?? 1)
  arguments = arguments.dropFirst(3)
}
let path =
  arguments.first
  ?? URL(filePath: #filePath).appending(path: "../../../../examples/clean/issue.md").standardizedFileURL.path()
guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8) else {
  FileHandle.standardError.write(Data("cannot read \(path) as UTF-8\n".utf8))
  exit(2)
}

func rounded(_ value: Double) -> String { String(format: "%.3f", value) }

if let only {
  let stages = try Stages(Array(text.utf8), named: path)
  let timing = try Timing.of(runs: only.runs) { try stages.run(only.stage) }
  print("\(only.stage): best \(rounded(timing.best)) ms, median \(rounded(timing.median)) ms of \(timing.count) runs")
  exit(0)
}

func padded(_ text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.count)) + text
}

print(
  padded("size", 6), padded("bytes", 9), padded("stage", 8), padded("median ms", 11), padded("best ms", 10),
  padded("ms per MB", 10), padded("growth", 8), padded("runs", 6))
var first: [String: Double] = [:]
for factor in [1, 4, 16, 64, 256, 1024] {
  let source = Array(Repetition.of(text, times: factor).utf8)
  // A long issue repeated so often is larger than the reader takes.
  guard let stages = try? Stages(source) else {
    print("\(factor)x, \(source.count) bytes: not read")
    break
  }
  let size = Double(source.count) / 1e6
  for name in Stages.names {
    let timing = try Timing.of { try stages.run(name) }
    let perMB = timing.best / size
    // How much dearer a byte is than in the single issue: about 1 where cost is linear.
    let growth = perMB / (first[name] ?? perMB)
    if first[name] == nil { first[name] = perMB }
    print(
      padded("\(factor)x", 6), padded("\(source.count)", 9), padded(name, 8), padded(rounded(timing.median), 11),
      padded(rounded(timing.best), 10), padded(String(format: "%.1f", perMB), 10),
      padded(String(format: "%.2f", growth), 8), padded("\(timing.count)", 6))
  }
}
