import Glibc

/// What a signal handler needs to know of the input at hand. Written by the one thread there is.
nonisolated(unsafe) private var current: UInt64 = 0

/// Ends the run with the number of the input when that crashes or takes too long.
enum Watch {
  /// The seconds of the processor an input may take: on a machine that does other things the clock tells little.
  static let seconds = 5
  /// The seconds on the clock after which an input is taken to wait for something that never comes.
  static let longest: UInt32 = 120

  static func install() {
    for number in [SIGALRM, SIGPROF, SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE] {
      signal(number) { number in
        var digits = [UInt8](repeating: 0, count: 20)
        var (count, rest) = (20, current)
        repeat {
          count -= 1
          digits[count] = 48 + UInt8(rest % 10)
          rest /= 10
        } while rest > 0
        let words: StaticString = number == SIGALRM || number == SIGPROF ? "\nHANG at input " : "\nCRASH at input "
        _ = write(STDERR_FILENO, words.utf8Start, words.utf8CodeUnitCount)
        _ = digits[count...].withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
        _ = write(STDERR_FILENO, "\n", 1)
        _exit(1)
      }
    }
  }

  /// The input of this number begins.
  static func begin(_ number: UInt64) {
    current = number
    alarm(longest)
    var timer = itimerval()
    timer.it_value.tv_sec = seconds
    setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &timer, nil)
  }

  /// The seconds this process has had of the processor.
  static var clock: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The memory that the process holds, in megabytes.
  static var megabytes: Int {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 128)
    guard fgets(&line, 128, file) != nil else { return 0 }
    let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return (text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * Int(getpagesize()) / (1 << 20)
  }
}
