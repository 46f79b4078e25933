internal import Foundation

/// Compares what a program made with a file that a person has read and accepted.
public enum Snapshot {
  /// Whether this run takes what is made as right: `make accept` sets `GAZETTE_ACCEPT=1`.
  public static let accepts = ProcessInfo.processInfo.environment["GAZETTE_ACCEPT"] == "1"

  /// What differs between `made` and the accepted file at `path`, in words for a test's report; nil if nothing.
  /// A run that accepts writes the file instead, and removes it where `made` is nil.
  public static func difference(_ made: String?, from path: String) throws -> String? {
    let accepted = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    guard accepted != made else { return nil }
    if accepts {
      let url = URL(fileURLWithPath: path)
      guard let made else {
        try FileManager.default.removeItem(at: url)
        return nil
      }
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(made.utf8).write(to: url)
      return nil
    }
    guard let made else { return "\(path) is no longer made; `make accept` removes it" }
    guard let accepted else { return "\(path) is not there yet; read what is made, then `make accept`:\n\(made)" }
    return "\(path) differs (`make accept` takes the new one):\n" + firstDifference(accepted, made)
  }

  /// The first line that differs, with its number, and how many lines there are on each side.
  private static func firstDifference(_ accepted: String, _ made: String) -> String {
    let old = accepted.split(separator: "\n", omittingEmptySubsequences: false)
    let new = made.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
    let was = line < old.count ? String(old[line]) : "(end of file)"
    let now = line < new.count ? String(new[line]) : "(end of file)"
    return "line \(line + 1), of \(old.count) before and \(new.count) now\n- \(was)\n+ \(now)"
  }
}
