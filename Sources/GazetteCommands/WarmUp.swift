import Gazette
import Glibc

/// Makes ready on a second processor, while the issue is read on the first, what the writers need and what is slow to
/// come by: the house style, and ICU's dictionary of Chinese words. Together they cost as much as reading the issue.
/// Nothing depends on it: whoever comes first makes these things, and whoever comes second finds them.
struct WarmUp {
  private let thread: pthread_t

  /// Begins, if the command line is one that will need it; nil otherwise.
  static func start(for arguments: [String]) -> WarmUp? {
    guard arguments.first == "export", arguments.count > 1, !arguments.contains("--help") else { return nil }
    var thread = pthread_t()
    let status = pthread_create(&thread, nil, { _ in WarmUp.work() }, nil)
    return status == 0 ? WarmUp(thread: thread) : nil
  }

  /// Waits for the end: a program that ends beneath a running thread may crash.
  func wait() { pthread_join(thread, nil) }

  private static func work() -> UnsafeMutableRawPointer? {
    _ = HouseStyle.gbt9704
    var words = TextBreaks(.word, locale: "zh")
    _ = words.places(in: "简报")
    return nil
  }
}
