import Gazette

/// Makes one report of several: those of shards, or of one archive done in parts.
enum ReportMerger {
  /// The lines of `reports` ordered by input, and what they come to. Where an input is in several, the last counts.
  /// - Throws: ``CommandFailure`` naming the line that is none of a report.
  static func merge(_ reports: [String]) throws(CommandFailure) -> (lines: [UInt8], summary: BatchSummary) {
    var lines: [String: (line: ArraySlice<UInt8>, status: BatchRecord.Status)] = [:]
    for path in reports {
      let bytes: [UInt8]
      do throws(FileError) { bytes = try Files.read(path, limit: .max) } catch { throw .file(path, error) }
      for (number, line) in bytes.split(separator: 0x0A).enumerated() {
        guard let value = JSONValue(line), let input = value["input"]?.string,
          let status = value["status"]?.string.flatMap(BatchRecord.Status.init)
        else {
          throw .content(
            path,
            [
              Diagnostic(
                id: "report-line-invalid", severity: .error, at: SourcePosition(line: number + 1),
                message: Wording("this is no line of a report", zh: "不是报告中的一行"),
                hint: Wording("name files that --report wrote", zh: "请写出 --report 生成的文件"))
            ])
        }
        lines[input] = (line, status)
      }
    }
    var (merged, summary) = ([UInt8](), BatchSummary())
    for (_, each) in lines.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      merged += each.line
      merged.append(0x0A)
      summary.count(each.status)
    }
    return (merged, summary)
  }
}
