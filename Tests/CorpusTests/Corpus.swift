import Foundation
import IssueModel
import IssueReading
import TestSupport
import UnicodeText

/// The fictional back issues under `Tests/Corpus`, each an input and its truth.
struct Corpus {
  /// One issue of the corpus.
  struct Item {
    var name: String
    var fileName: String
    var bytes: [UInt8]
    var truth: Truth
  }

  static let folder = ProcessInfo.processInfo.environment["CORPUS_AT"] ?? Repository.root + "/Tests/Corpus"

  /// All issues, by name.
  static func items() throws -> [Item] {
    let files = FileManager.default
    return try files.contentsOfDirectory(atPath: folder).sorted().compactMap { name in
      let place = folder + "/" + name
      guard let file = try? files.contentsOfDirectory(atPath: place).first(where: { $0.hasPrefix("input.") })
      else { return nil }
      let truth = try JSONDecoder().decode(Truth.self, from: Data(contentsOf: URL(filePath: place + "/truth.json")))
      let bytes = try Data(contentsOf: URL(filePath: place + "/" + file))
      return Item(name: name, fileName: file, bytes: [UInt8](bytes), truth: truth)
    }
  }

  /// Reads every issue and compares it with its truth.
  static func score() throws -> Scoreboard {
    var board = Scoreboard()
    for item in try items() {
      board.issue = item.name
      let issue = try IssueReader().read(item.bytes, fileName: item.fileName, diagnostics: DiagnosticSink())
      board.compare(item.truth, with: issue)
      let loss = TextLoss(
        input: try text(of: item), form: form(of: item.fileName), dropped: item.truth.dropped ?? [], issue: issue)
      board.add("text kept", Tally(expected: loss.expected, found: loss.expected, correct: loss.kept))
      board.add("text in order", Tally(expected: loss.expected, found: loss.expected, correct: loss.inOrder))
      for run in loss.lost { board.miss("text kept", run, nil) }
    }
    return board
  }

  private static func form(of fileName: String) -> TextLoss.Form {
    fileName.hasSuffix(".md") ? .markdown : fileName.hasSuffix(".html") ? .html : .text
  }

  private static func text(of item: Item) throws -> String {
    try TextDecoder(item.truth.encoding.flatMap { TextEncoding(name: $0) }).decode(item.bytes).text
  }

  /// Keeps `report` beside what was built.
  static func file(_ report: String) throws {
    let place = Repository.root + "/.build"
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    try Data((report + "\n").utf8).write(to: URL(filePath: place + "/corpus-report.txt"))
  }

  // MARK: Thresholds

  private static let thresholdFile = folder + "/thresholds.json"

  /// The least F1 of each field, times 1000; raised when the reader gets better, never lowered to please it.
  static func thresholds() throws -> [String: Int] {
    try JSONDecoder().decode([String: Int].self, from: Data(contentsOf: URL(filePath: thresholdFile)))
  }

  /// Sets the thresholds to what `board` reached.
  static func keep(_ board: Scoreboard) throws {
    let reached = board.tallies.mapValues { Int($0.f1 * 1000) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try (encoder.encode(reached) + Data("\n".utf8)).write(to: URL(filePath: thresholdFile))
  }
}
