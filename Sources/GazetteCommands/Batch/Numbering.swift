import Gazette

/// Finds gaps and duplicates in the numbers of issues: for each bulletin its running totals, else its numbers year
/// by year. It holds 24 bytes an issue, and the names of the bulletins.
struct Numbering {
  private struct Series: Hashable {
    var name: String
    var kind: String
    /// The year whose numbers they are; nil for running totals, 0 for none known.
    var year: Int?
  }
  private struct Numbered {
    var series: Int32
    /// How many have been added before.
    var sequence: Int32
    var number: Int
    var place: JournalIndex.Place
  }
  private var series: [Series] = []
  private var known: [Series: Int32] = [:]
  private var numbered: [Numbered] = []

  /// How many paths of a duplicate are named.
  private static let pathLimit = 5

  /// Takes note of the number in `entry`, whose line of the journal stands at `place`.
  mutating func add(_ entry: JSONValue, at place: JournalIndex.Place) {
    let kind = entry["kind"]?.string ?? "regular"
    let name = entry["name"]?.string ?? ""
    if let total = entry["total"]?.int {
      add(total, of: Series(name: name, kind: kind, year: nil), place)
    } else if let number = entry["number"]?.int {
      let year = entry["year"]?.int ?? entry["date"]?.string.flatMap { Int($0.prefix(4)) }
      add(number, of: Series(name: name, kind: kind, year: year ?? 0), place)
    }
  }

  private mutating func add(_ number: Int, of one: Series, _ place: JournalIndex.Place) {
    let index = known[one] ?? Int32(series.count)
    if index == series.count {
      known[one] = index
      series.append(one)
    }
    numbered.append(
      Numbered(series: index, sequence: Int32(truncatingIfNeeded: numbered.count), number: number, place: place))
  }

  /// Gives what there is to say to `tell`, one by one: first the duplicates and then the gaps of each series.
  /// - Parameter path: The file that the line at a place is about.
  mutating func findings(
    path: (JournalIndex.Place) throws(FileError) -> String, tell: (Wording) throws(FileError) -> Void
  ) throws(FileError) {
    numbered.sort { ($0.series, $0.number, $0.sequence) < ($1.series, $1.number, $1.sequence) }
    // Where in `numbered` those of each series are.
    var runs: [Range<Int>] = Array(repeating: 0..<0, count: series.count)
    var start = 0
    for end in numbered.indices.map({ $0 + 1 })
    where end == numbered.count || numbered[end].series != numbered[start].series {
      runs[Int(numbered[start].series)] = start..<end
      start = end
    }
    let ordered = series.indices.sorted {
      (series[$0].name, series[$0].kind, series[$0].year ?? 0) < (
        series[$1].name, series[$1].kind, series[$1].year ?? 0
      )
    }
    for one in ordered {
      let year = series[one].year.flatMap { $0 > 0 ? " \($0)" : nil } ?? ""
      let label = "\(series[one].name)\(year)"
      try tellDuplicates(in: numbered[runs[one]], of: label, path, tell)
      for (one, next) in zip(numbered[runs[one]], numbered[runs[one]].dropFirst()) where next.number - one.number > 1 {
        let gap = next.number - one.number == 2 ? "\(one.number + 1)" : "\(one.number + 1)–\(next.number - 1)"
        try tell(Wording("\(label): \(gap) is missing", zh: "\(label)：缺第\(gap)期"))
      }
    }
  }

  private func tellDuplicates(
    in run: ArraySlice<Numbered>, of label: String, _ path: (JournalIndex.Place) throws(FileError) -> String,
    _ tell: (Wording) throws(FileError) -> Void
  ) throws(FileError) {
    var rest = run
    while let first = rest.first {
      let end = rest.firstIndex { $0.number != first.number } ?? rest.endIndex
      let same = rest[..<end]
      rest = rest[end...]
      guard same.count > 1 else { continue }
      var paths: [String] = []
      for each in same.prefix(Self.pathLimit) { paths.append(try path(each.place)) }
      let list = paths.joined(separator: ", ") + (same.count > paths.count ? ", …" : "")
      try tell(
        Wording(
          "\(label): \(first.number) is there \(same.count) times: \(list)",
          zh: "\(label)：第\(first.number)期有\(same.count)份：\(list)"))
    }
  }
}
