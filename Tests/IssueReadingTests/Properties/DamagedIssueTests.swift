import TestSupport
import Testing

@Suite("Issues made at random, and damaged")
struct DamagedIssueTests {
  static let seeds = Array(UInt64(1)...200)
  static let tens = Array(UInt64(0)..<60)

  @Test("A sound issue is read as it was printed", arguments: seeds)
  func sound(seed: UInt64) throws {
    let printed = PrintedIssue(seed: seed)
    let reading = try Reading(printed.markdown())
    #expect(PrintedIssue.parts(of: reading.issue) == printed.parts, "seed \(seed)")
    #expect(reading.remarks == [], "seed \(seed)")
  }

  @Test("Each kind of damage is undone by itself", arguments: PrintedIssue.Damage.allCases)
  func each(damage: PrintedIssue.Damage) throws {
    for seed in Self.seeds.prefix(15) {
      let printed = PrintedIssue(seed: seed)
      let kinds: Set<PrintedIssue.Damage> = [.pageNumbers, .rules].contains(damage) ? [.tears, damage] : [damage]
      let reading = try Reading(printed.markdown(kinds, seed: seed))
      #expect(PrintedIssue.parts(of: reading.issue) == printed.parts, "seed \(seed)")
    }
  }

  /// 600 issues, ten a case: a case of its own for each would cost more than reading it.
  @Test("Damage of several kinds at once is undone, and no word of it lost", arguments: tens)
  func several(ten: UInt64) throws {
    for seed in ten * 10 + 1...ten * 10 + 10 {
      var random = SeededRandom(seed: seed &* 7919)
      let printed = PrintedIssue(seed: seed)
      let kinds = Set(PrintedIssue.Damage.allCases.filter { _ in random.chance(50) })
      let text = printed.markdown(kinds, seed: seed)
      let reading = try Reading(text)
      let what = "seed \(seed), \(kinds.map(\.rawValue).sorted().joined(separator: " "))"
      #expect(PrintedIssue.parts(of: reading.issue) == printed.parts, "\(what)")
      // The contents list says each name of the text once more; page numbers alone may go.
      guard !kinds.contains(.pageNumbers) else { continue }
      #expect(letters(everythingIn: reading.issue).sorted() == letters(of: text).sorted(), "\(what)")
    }
  }

  @Test(
    "A torn paragraph names each line it was joined from, and each page number is named", arguments: seeds.prefix(30))
  func remarks(seed: UInt64) throws {
    let printed = PrintedIssue(seed: seed)
    let text = printed.markdown([.tears, .pageNumbers], seed: seed)
    let reading = try Reading(text)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let numbers = lines.indices.filter {
      lines[$0].hasPrefix("— ") || lines[$0].hasPrefix("- ") && lines[$0].hasSuffix(" -") || lines[$0].hasSuffix("页")
    }
    #expect(reading.lines(of: "page-number-dropped") == numbers.map { $0 + 1 })
    let joined = reading.articles.flatMap(\.body).flatMap { $0.source?.joinedLines ?? [] }
    #expect(reading.lines(of: "paragraph-joined") == joined)
    #expect(joined == numbers.map { $0 + 3 })
  }

  @Test("Without any repair no word of a damaged issue is lost", arguments: seeds.prefix(30))
  func unrepaired(seed: UInt64) throws {
    let printed = PrintedIssue(seed: seed)
    let text = printed.markdown([.tears, .blanks, .boldTitles, .levels, .sectionMarks, .lines], seed: seed)
    let reading = try Reading(text, without: ["all"])
    #expect(letters(everythingIn: reading.issue).sorted() == letters(of: text).sorted(), "seed \(seed)")
  }

  @Test("The same text makes the same issue and the same remarks")
  func determinism() throws {
    let text = PrintedIssue(seed: 5).markdown(Set(PrintedIssue.Damage.allCases), seed: 5)
    let first = try Reading(text)
    for _ in 0..<3 {
      let again = try Reading(text)
      #expect(again.issue == first.issue && again.remarks == first.remarks)
    }
  }
}
