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
    let rate = Double(summary.all) / max(seconds, 0.001)
    let left = rate > 0 ? Int(Double(total - summary.all) / rate) : 0
    let failed = summary.failed
    let words = Wording(
      "\(summary.all)/\(total), \(Int(rate))/s, \(left) s left" + (failed > 0 ? ", \(failed) failed" : ""),
      zh: "\(summary.all)/\(total)，每秒\(Int(rate))，剩余\(left)秒" + (failed > 0 ? "，失败\(failed)" : "")
    ).text(in: language)
    guard isTerminal else { return write(Array("gazette: \(words)\n".utf8)) }
    let filled = total > 0 ? summary.all * 24 / total : 24
    bar = "[" + String(repeating: "#", count: filled) + String(repeating: ".", count: 24 - filled) + "] " + words
    write(Array("\r\u{1B}[K\(bar)".utf8))
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
