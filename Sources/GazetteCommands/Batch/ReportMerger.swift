import Gazette

/// Makes one report of several: those of shards, or of one archive done in parts. It holds the names of the inputs and
/// where their lines stand, no line.
enum ReportMerger {
  private struct Entry {
    /// Where the name of the input begins among all names, and how long it is.
    var start: Int
    var count: Int32
    /// Which report the line is in, and where it begins there.
    var report: Int32
    var offset: Int
    var status: BatchRecord.Status
  }

  /// Writes the lines of `reports`, ordered by input, to the file `place` or, for `-` and nil, to the standard output.
  /// Where an input is in several, the last counts.
  /// - Returns: What they come to.
  /// - Throws: ``CommandFailure`` naming the line that is none of a report.
  static func merge(
    _ reports: [String], into place: String?, in environment: CommandEnvironment
  ) throws(CommandFailure) -> BatchSummary {
    var (sources, names, entries): ([LineSource], [UInt8], [Entry]) = ([], [], [])
    for path in reports {
      let source: LineSource
      var invalid: Int?
      do throws(FileError) {
        source = try LineSource(path)
        var number = 0
        try source.forEachLine { line throws(FileError) in
          number += 1
          guard !line.bytes.isEmpty, invalid == nil else { return }
          guard let value = JSONValue(line.bytes), let input = value["input"]?.string,
            let status = value["status"]?.string.flatMap(BatchRecord.Status.init)
          else {
            invalid = number
            return
          }
          entries.append(
            Entry(
              start: names.count, count: Int32(input.utf8.count), report: Int32(sources.count), offset: line.offset,
              status: status))
          names += Array(input.utf8)
        }
      } catch {
        throw .file(path, error)
      }
      if let invalid { throw notAReport(path, line: invalid) }
      sources.append(source)
    }
    let last = lastOfEach(entries, names)
    var summary = BatchSummary()
    for entry in last { summary.count(entry.status) }
    do throws(FileError) {
      try write(last, from: sources, to: place ?? "-", in: environment)
    } catch {
      throw .file(place ?? "-", error)
    }
    return summary
  }

  private static func notAReport(_ path: String, line: Int) -> CommandFailure {
    .content(
      path,
      [
        Diagnostic(
          id: "report-line-invalid", severity: .error, at: SourcePosition(line: line),
          message: Wording("this is no line of a report", zh: "不是报告中的一行"),
          hint: Wording("name files that --report wrote", zh: "请写出 --report 生成的文件"))
      ])
  }

  /// `entries` ordered by their inputs, of each input the last.
  private static func lastOfEach(_ entries: [Entry], _ names: [UInt8]) -> [Entry] {
    func name(_ entry: Entry) -> ArraySlice<UInt8> { names[entry.start..<entry.start + Int(entry.count)] }
    let ordered = entries.sorted { one, other in
      let (first, second) = (name(one), name(other))
      if first.lexicographicallyPrecedes(second) { return true }
      return one.start < other.start && first == second
    }
    return ordered.indices.filter { $0 + 1 == ordered.count || name(ordered[$0]) != name(ordered[$0 + 1]) }
      .map { ordered[$0] }
  }

  private static func write(
    _ entries: [Entry], from sources: [LineSource], to place: String, in environment: CommandEnvironment
  ) throws(FileError) {
    func line(_ entry: Entry) throws(FileError) -> [UInt8] {
      try sources[Int(entry.report)].line(at: entry.offset) + [0x0A]
    }
    if place == "-" {
      for entry in entries { try environment.writeOutput(try line(entry)) }
    } else if try Files.kind(of: place) == .special {
      let stream = try LineFile(place)
      for entry in entries { try stream.add(try line(entry)) }
    } else {
      let file = try AsideFile(beside: place)
      for entry in entries { try file.add(try line(entry)) }
      try file.settle(as: place)
    }
  }
}
