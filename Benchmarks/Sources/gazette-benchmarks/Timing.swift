/// The times a job took.
struct Timing {
  private var samples: [Duration] = []

  /// Runs `job` once to warm up, then until `budget` is spent, but five times at least and 2,000 times at most.
  static func of(_ budget: Duration = .milliseconds(600), _ job: () throws -> Void) rethrows -> Timing {
    var timing = Timing()
    let clock = ContinuousClock()
    try job()
    let start = clock.now
    while timing.samples.count < 5 || (clock.now - start < budget && timing.samples.count < 2000) {
      timing.samples.append(try clock.measure { try job() })
    }
    timing.samples.sort()
    return timing
  }

  /// The median in milliseconds: what is left of noise when other programs run beside.
  var median: Double { samples[samples.count / 2].milliseconds }
  /// The shortest in milliseconds: what the work costs undisturbed.
  var best: Double { samples[0].milliseconds }
  var count: Int { samples.count }
}

extension Duration {
  fileprivate var milliseconds: Double {
    Double(components.seconds) * 1e3 + Double(components.attoseconds) / 1e15
  }
}
