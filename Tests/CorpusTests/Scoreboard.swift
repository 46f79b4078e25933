import Foundation

/// How often a field was there, found, and found right.
struct Tally {
  var expected = 0
  var found = 0
  var correct = 0

  var precision: Double { found == 0 ? 1 : Double(correct) / Double(found) }
  var recall: Double { expected == 0 ? 1 : Double(correct) / Double(expected) }
  var f1: Double { expected + found == 0 ? 1 : 2 * Double(correct) / Double(expected + found) }
}

/// A field of an issue that the reader got wrong.
struct Miss {
  var issue: String
  var field: String
  /// What the truth says; absent where the reader found too much.
  var expected: String?
  /// What the reader says; absent where it found nothing.
  var got: String?
}

/// The figures of a run over the corpus.
struct Scoreboard {
  /// The fields in the order of the table.
  private(set) var fields: [String] = []
  private(set) var tallies: [String: Tally] = [:]
  private(set) var misses: [Miss] = []
  /// All fields of each issue together, without the counts of characters.
  private(set) var issues: [String: Tally] = [:]
  /// The issue whose fields are compared now.
  var issue = ""

  /// Counts a field that stands at most once; `same` decides whether a found value is right.
  mutating func compare<Value>(
    _ field: String, _ expected: Value?, _ found: Value?, same: (Value, Value) -> Bool
  ) {
    let right = if let expected, let found { same(expected, found) } else { false }
    add(field, Tally(expected: expected == nil ? 0 : 1, found: found == nil ? 0 : 1, correct: right ? 1 : 0))
    if !right, expected != nil || found != nil {
      miss(field, expected.map { "\($0)" }, found.map { "\($0)" })
    }
  }

  /// Counts a text that stands at most once.
  mutating func compare(_ field: String, _ expected: String?, _ found: String?) {
    func meant(_ text: String?) -> String? { text.flatMap { normalised($0).isEmpty ? nil : $0 } }
    compare(field, meant(expected), meant(found)) { normalised($0) == normalised($1) }
  }

  /// Counts a number that stands at most once.
  mutating func compare(_ field: String, _ expected: Int?, _ found: Int?) {
    compare(field, expected, found, same: ==)
  }

  /// Counts things of which only the number is known.
  mutating func compareCount(_ field: String, _ expected: Int, _ found: Int) {
    add(field, Tally(expected: expected, found: found, correct: min(expected, found)))
    if expected != found { miss(field, String(expected), String(found)) }
  }

  /// Counts a sequence: what is right is what both have in the same order.
  mutating func compare(_ field: String, _ expected: [String], _ found: [String]) {
    compare(field, expected, found, show: { $0 }, display: { $0 }, same: { normalised($0) == normalised($1) })
  }

  /// Counts a sequence of unlike things.
  mutating func compare<Expected, Found>(
    _ field: String, _ expected: [Expected], _ found: [Found], show: (Expected) -> String,
    display: (Found) -> String, same: (Expected, Found) -> Bool
  ) {
    let pairs = alignment(expected, found) { same($0, $1) ? 1 : 0 }
    add(field, Tally(expected: expected.count, found: found.count, correct: pairs.count))
    let hit = Set(pairs.map(\.0))
    let taken = Set(pairs.map(\.1))
    for index in expected.indices where !hit.contains(index) { miss(field, show(expected[index]), nil) }
    for index in found.indices where !taken.contains(index) { miss(field, nil, display(found[index])) }
  }

  /// Adds figures to a field.
  mutating func add(_ field: String, _ tally: Tally) {
    if tallies[field] == nil { fields.append(field) }
    tallies[field, default: Tally()].expected += tally.expected
    tallies[field, default: Tally()].found += tally.found
    tallies[field, default: Tally()].correct += tally.correct
    guard !field.hasPrefix("text ") else { return }
    issues[issue, default: Tally()].expected += tally.expected
    issues[issue, default: Tally()].found += tally.found
    issues[issue, default: Tally()].correct += tally.correct
  }

  /// Notes a wrong field.
  mutating func miss(_ field: String, _ expected: String?, _ got: String?) {
    misses.append(Miss(issue: issue, field: field, expected: expected, got: got))
  }

  /// All fields together, without the counts of characters.
  var whole: Tally {
    issues.values.reduce(into: Tally()) {
      $0.expected += $1.expected
      $0.found += $1.found
      $0.correct += $1.correct
    }
  }

  /// The table, a line a field, and the misses of each issue under it.
  var report: String {
    func column(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.count)) + text
    }
    func row(_ name: String, _ tally: Tally) -> String {
      let numbers = [tally.expected, tally.found, tally.correct].map { column(String($0), 9) }
      let shares = [tally.precision, tally.recall, tally.f1].map { column(String(format: "%.3f", $0), 10) }
      return name.padding(toLength: 28, withPad: " ", startingAt: 0) + numbers.joined() + shares.joined()
    }
    var lines = [
      "field".padding(toLength: 28, withPad: " ", startingAt: 0)
        + ["expected", "found", "correct"].map { column($0, 9) }.joined()
        + ["precision", "recall", "F1"].map { column($0, 10) }.joined()
    ]
    for field in fields { lines.append(row(field, tallies[field] ?? Tally())) }
    lines.append(row("all fields", whole))
    lines.append("")
    for (name, tally) in issues.sorted(by: { $0.key < $1.key }) { lines.append(row(name, tally)) }
    var last = ""
    for miss in misses {
      if miss.issue != last {
        last = miss.issue
        lines.append("\n" + last)
      }
      func line(_ text: String?) -> String {
        text.map { "“" + $0.replacingOccurrences(of: "\n", with: "⏎").prefix(160) + "”" } ?? "nothing"
      }
      lines.append("  \(miss.field): expected \(line(miss.expected)), got \(line(miss.got))")
    }
    return lines.joined(separator: "\n")
  }
}

/// The pairs of indices, ascending in both, whose weights add up to the most; pairs without weight are left out.
func alignment<A, B>(_ a: [A], _ b: [B], weight: (A, B) -> Double) -> [(Int, Int)] {
  var best = [[Double]](repeating: [Double](repeating: 0, count: b.count + 1), count: a.count + 1)
  var weights = [[Double]](repeating: [Double](repeating: 0, count: b.count), count: a.count)
  for i in a.indices.reversed() {
    for j in b.indices.reversed() {
      weights[i][j] = weight(a[i], b[j])
      best[i][j] = max(best[i + 1][j], best[i][j + 1], weights[i][j] + best[i + 1][j + 1])
    }
  }
  var pairs: [(Int, Int)] = []
  var (i, j) = (0, 0)
  while i < a.count, j < b.count {
    if weights[i][j] > 0, best[i][j] == weights[i][j] + best[i + 1][j + 1] {
      pairs.append((i, j))
      i += 1
      j += 1
    } else if best[i][j] == best[i + 1][j] {
      i += 1
    } else {
      j += 1
    }
  }
  return pairs
}
