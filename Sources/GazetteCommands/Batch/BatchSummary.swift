import Gazette

/// What a batch came to.
struct BatchSummary: Sendable {
  private(set) var done = 0
  private(set) var skipped = 0
  private(set) var failed = 0
  private(set) var warnings: [String: Int] = [:]
  /// The inputs that took longest, the longest first.
  private(set) var slowest: [(input: String, milliseconds: Int)] = []

  /// How many inputs have come to an end.
  var all: Int { done + skipped + failed }

  /// Counts `result`.
  mutating func add(_ result: BatchWork.Result) {
    count(result.record.status)
    for (id, count) in result.warningCounts { warnings[id, default: 0] += count }
    let milliseconds = result.record.milliseconds
    if milliseconds > slowest.last?.milliseconds ?? 0 || slowest.count < 3 {
      let place = slowest.firstIndex { $0.milliseconds < milliseconds } ?? slowest.count
      slowest.insert((result.record.input, milliseconds), at: place)
      if slowest.count > 3 { slowest.removeLast() }
    }
  }

  /// Counts one more of `status`.
  mutating func count(_ status: BatchRecord.Status) {
    switch status {
    case .done: done += 1
    case .skipped: skipped += 1
    case .failed: failed += 1
    }
  }

  /// The closing words, each line with its end.
  func text(of total: Int, seconds: Double, in language: Language) -> String {
    let rate = BatchProgress.digits(of: seconds > 0 ? Double(all) / seconds : Double(all))
    let tenths = "\(Int(seconds)).\(Int(seconds * 10) % 10)"
    let span = Span(seconds: seconds)
    let (time, zhTime) = seconds < 120 ? ("\(tenths) s", "\(tenths)秒") : (span.english, span.chinese)
    let left = total - all
    var english = "gazette: \(done) done, \(skipped) skipped, \(failed) failed"
    var chinese = "gazette：完成\(done)，跳过\(skipped)，失败\(failed)"
    if left > 0 { (english, chinese) = (english + ", \(left) not begun", chinese + "，未处理\(left)") }
    english += " in \(time) (\(rate) issues a second)\n"
    chinese += "，用时\(zhTime)（每秒\(rate)期）\n"
    let counted = warnings.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    if !counted.isEmpty {
      let sum = counted.reduce(0) { $0 + $1.value }
      let list = counted.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
      english += "  warnings: \(sum) (\(list))\n"
      chinese += "  警告：\(sum)（\(list)）\n"
    }
    if done > 0 {
      let list = slowest.map { "\($0.input.onOneLine) \($0.milliseconds) ms" }.joined(separator: ", ")
      english += "  slowest: \(list)\n"
      chinese += "  最慢：\(list)\n"
    }
    return Wording(english, zh: chinese).text(in: language)
  }
}
