// Not Foundation: it brings a copy of ICU of its own, and a test that looks into a module over our ICU
// (`@testable`) would see both, which does not compile.
#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Compares what a program made with a file that a person has read and accepted.
public enum Snapshot {
  /// Whether this run takes what is made as right: `make accept` sets `GAZETTE_ACCEPT=1`.
  public static let accepts = getenv("GAZETTE_ACCEPT").map { String(cString: $0) } == "1"

  /// What differs between `made` and the accepted file at `path`, in words for a test's report; nil if nothing.
  /// A run that accepts writes the file instead, and removes it where `made` is nil.
  public static func difference(_ made: String?, from path: String) throws -> String? {
    let accepted = contents(of: path)
    guard accepted != made else { return nil }
    if accepts {
      guard let made else {
        guard remove(path) == 0 else { throw NotWritten(path: path) }
        return nil
      }
      try write(made, to: path)
      return nil
    }
    guard let made else { return "\(path) is no longer made; `make accept` removes it" }
    guard let accepted else { return "\(path) is not there yet; read what is made, then `make accept`:\n\(made)" }
    return "\(path) differs (`make accept` takes the new one):\n" + firstDifference(accepted, made)
  }

  /// A file that could not be written or removed.
  public struct NotWritten: Error {
    /// Its path.
    public var path: String
  }

  private static func contents(of path: String) -> String? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func write(_ text: String, to path: String) throws {
    // Its folders, from the top; those that are there stay as they are.
    for index in path.indices where path[index] == "/" && index > path.startIndex {
      mkdir(String(path[..<index]), 0o777)
    }
    let bytes = Array(text.utf8)
    guard let file = fopen(path, "wb") else { throw NotWritten(path: path) }
    let count = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, count == bytes.count else { throw NotWritten(path: path) }
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
