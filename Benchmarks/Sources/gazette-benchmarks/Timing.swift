import Glibc

/// The times a job took, of the processor: what other programs do at the same time counts for less than on the clock.
struct Timing {
  private var samples: [Double] = []

  /// Runs `job` once to warm up, then until `budget` milliseconds are spent, but three times at least and 2,000 times at
  /// most.
  static func of(_ budget: Double = 600, _ job: () throws -> Void) rethrows -> Timing {
    var timing = Timing()
    try job()
    let start = now
    while timing.samples.count < 3 || (now - start < budget && timing.samples.count < 2000) {
      let before = now
      try job()
      timing.samples.append(now - before)
    }
    timing.samples.sort()
    return timing
  }

  /// Runs `job` so many times.
  static func of(runs: Int, _ job: () throws -> Void) rethrows -> Timing {
    var timing = Timing()
    for _ in 0..<max(1, runs) {
      let before = now
      try job()
      timing.samples.append(now - before)
    }
    timing.samples.sort()
    return timing
  }

  /// The median in milliseconds: what is left of noise when other programs run beside.
  var median: Double { samples[samples.count / 2] }
  /// The shortest in milliseconds: what the work costs undisturbed.
  var best: Double { samples[0] }
  var count: Int { samples.count }

  /// The milliseconds this process has had of the processor.
  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
}
