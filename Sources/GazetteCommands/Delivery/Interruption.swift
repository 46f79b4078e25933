import Glibc

/// Holds signals that end the program off while a file is half done.
///
/// The handler only leaves, with the status that says so; what must be tidied is never left lying while it
/// can run. One thread writes at a time.
struct Interruption {
  private var before = sigset_t()

  /// From here on the signals wait.
  init() {
    var set = Self.signalSet
    pthread_sigmask(SIG_BLOCK, &set, &before)
  }

  /// From here on they count again; one that waited ends the program now.
  func allow() {
    var set = before
    pthread_sigmask(SIG_SETMASK, &set, nil)
  }

  /// Whether one is waiting.
  var isPending: Bool {
    var pending = sigset_t()
    sigpending(&pending)
    return Self.signals.contains { sigismember(&pending, $0) == 1 }
  }

  /// Makes the program leave with status 130 when it is interrupted, and lets writing to a closed pipe fail
  /// instead of killing it. A signal that the caller had ignored (`nohup`) stays ignored.
  static func install() {
    signal(SIGPIPE, SIG_IGN)
    for number in signals {
      var action = sigaction()
      sigaction(number, nil, &action)
      if unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1 { continue }  // SIG_IGN
      action = sigaction()
      action.__sigaction_handler.sa_handler = { _ in _exit(130) }
      sigaction(number, &action, nil)
    }
    // A parent that runs us from a worker thread may hand them down blocked.
    var set = signalSet
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }

  private static let signals = [SIGINT, SIGTERM, SIGHUP]
  private static var signalSet: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for number in signals { sigaddset(&set, number) }
    return set
  }
}
