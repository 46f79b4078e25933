import Gazette

/// Says how far a batch is: a bar that moves on a terminal, a line every few seconds elsewhere.
final class BatchProgress {
  private let isTerminal: Bool
  private let isQuiet: Bool
  private let language: Language
  private let write: ([UInt8]) -> Void
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var last: ContinuousClock.Instant
  private var bar = ""
  /// How many had ended at times of the last half minute, the first of which is the oldest: how fast it goes is to be
  /// seen there, since what an earlier run has done is skipped much faster than the rest is done.
  private var marks: [(time: ContinuousClock.Instant, ended: Int)] = []

  init(isTerminal: Bool, isQuiet: Bool, in language: Language, to write: @escaping ([UInt8]) -> Void) {
    (self.isTerminal, self.isQuiet, self.language, self.write) = (isTerminal, isQuiet, language, write)
    start = clock.now
    last = start
  }

  /// Seconds since the beginning.
  var seconds: Double { Self.seconds(clock.now - start) }

  /// Shows how far it is, if it is time to.
  func show(_ summary: BatchSummary, of total: Int) {
    guard !isQuiet, Self.seconds(clock.now - last) >= (isTerminal ? 0.1 : 5) else { return }
    last = clock.now
    let rate = rate(at: last, ended: summary.all)
    let failed = summary.failed
    var (english, chinese) = ("\(summary.all)/\(total)", "\(summary.all)/\(total)")
    if rate > 0 {
      let left = Span(seconds: Double(total - summary.all) / rate)
      english += ", \(Self.digits(of: rate))/s, \(left.english) left"
      chinese += "，每秒\(Self.digits(of: rate))，剩余\(left.chinese)"
    }
    if failed > 0 { (english, chinese) = (english + ", \(failed) failed", chinese + "，失败\(failed)") }
    let words = Wording(english, zh: chinese).text(in: language)
    guard isTerminal else { return write(Array("gazette: \(words)\n".utf8)) }
    let filled = total > 0 ? summary.all * 24 / total : 24
    bar = "[" + String(repeating: "#", count: filled) + String(repeating: ".", count: 24 - filled) + "] " + words
    write(Array("\r\u{1B}[K\(bar)".utf8))
  }

  /// How many end in a second, by the last half minute.
  private func rate(at now: ContinuousClock.Instant, ended: Int) -> Double {
    if marks.isEmpty { marks.append((start, 0)) }
    while marks.count > 1, Self.seconds(now - marks[0].time) > 30 { marks.removeFirst() }
    let span = Self.seconds(now - marks[0].time)
    let rate = Double(ended - marks[0].ended) / max(span, 0.001)
    marks.append((now, ended))
    return rate
  }

  /// A rate for people: whole, but for a slow one.
  static func digits(of rate: Double) -> String {
    guard rate < 10 else { return "\(Int(rate))" }
    let tenths = Int(rate * 10)
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// Lets `speak` write where the bar is.
  func interrupt(_ speak: () -> Void) {
    if !bar.isEmpty { write(Array("\r\u{1B}[K".utf8)) }
    speak()
    if !bar.isEmpty { write(Array(bar.utf8)) }
  }

  /// Takes the bar away.
  func end() {
    if !bar.isEmpty { write(Array("\r\u{1B}[K".utf8)) }
    bar = ""
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }
}

/// A time as people say it: as exact as matters.
struct Span {
  let english: String
  let chinese: String

  init(seconds: Double) {
    let whole = Int(min(seconds, 1e9))
    let (hours, minutes) = (whole / 3600, whole / 60 % 60)
    switch whole {
    case ..<120: (english, chinese) = ("\(whole) s", "\(whole)秒")
    case ..<7200: (english, chinese) = ("\(whole / 60) min \(whole % 60) s", "\(whole / 60)分\(whole % 60)秒")
    default: (english, chinese) = ("\(hours) h \(minutes) min", "\(hours)小时\(minutes)分")
    }
  }
}
