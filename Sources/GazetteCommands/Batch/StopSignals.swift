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
    for number in signals {
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

  /// From here on the signals wait, on this thread.
  /// - Returns: What held before, for ``release(_:)``.
  static func hold() -> sigset_t {
    var (set, before) = (sigset_t(), sigset_t())
    sigemptyset(&set)
    for number in signals { sigaddset(&set, number) }
    pthread_sigmask(SIG_BLOCK, &set, &before)
    return before
  }

  /// From here on they come as they did; those that waited come now.
  static func release(_ before: sigset_t) {
    var before = before
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }

  private static let signals = [SIGINT, SIGTERM, SIGHUP]
}
