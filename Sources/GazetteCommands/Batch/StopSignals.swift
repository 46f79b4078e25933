import Glibc
import Synchronization

/// The wish of the user to stop: Ctrl-C, or the signal that ends programs. The first lets what is in hand be
/// finished, the second ends the program at once.
enum StopSignals {
  private static let count = Atomic<Int>(0)

  /// Whether the work should come to an end.
  static var wantStop: Bool { count.load(ordering: .relaxed) > 0 }

  /// From here on signals are counted. One that the caller had ignored (`nohup`) stays ignored.
  static func install() {
    _ = wantStop  // makes the counter before a signal needs it
    for number in [SIGINT, SIGTERM, SIGHUP] {
      var action = sigaction()
      sigaction(number, nil, &action)
      if unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1 { continue }  // SIG_IGN
      action = sigaction()
      action.__sigaction_handler.sa_handler = { _ in
        if StopSignals.count.add(1, ordering: .relaxed).oldValue > 0 { _exit(130) }
      }
      sigaction(number, &action, nil)
    }
  }
}
