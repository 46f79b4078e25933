import Glibc

/// The time that work takes of the processor. The clock would count what other tests and programs do meanwhile.
public enum ThreadTime {
  /// How long this thread was at `work`.
  public static func measure(_ work: () throws -> Void) rethrows -> Duration {
    let start = now
    try work()
    return now - start
  }

  private static var now: Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
