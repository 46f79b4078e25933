import Gazette
import Glibc

/// A file to which lines are added.
struct LineFile: ~Copyable {
  private let descriptor: Int32
  private let owns: Bool

  /// The file at `path`; `-` is standard output.
  init(_ path: String) throws(FileError) {
    guard path != "-" else {
      (descriptor, owns) = (STDOUT_FILENO, false)
      return
    }
    descriptor = try Files.openStream(path, flags: O_CREAT | O_APPEND | O_TRUNC)
    owns = true
  }

  /// The file at `path` with what it holds. A last line that a crash cut short gets its end, so that it does not spoil
  /// the next.
  init(continuing path: String) throws(FileError) {
    descriptor = try Self.continued(path)
    owns = true
  }

  private static func continued(_ path: String) throws(FileError) -> Int32 {
    let descriptor = try Files.openOwn(path, O_RDWR | O_APPEND)
    var (status, last) = (stat(), 0x0A as UInt8)
    if fstat(descriptor, &status) == 0, status.st_size > 0 { pread(descriptor, &last, 1, status.st_size - 1) }
    guard last != 0x0A else { return descriptor }
    do throws(FileError) { try Files.writeAll([0x0A], to: descriptor) } catch {
      close(descriptor)
      throw error
    }
    return descriptor
  }

  deinit { if owns, descriptor >= 0 { close(descriptor) } }

  /// Adds `lines`, each with its end.
  func add(_ lines: [UInt8]) throws(FileError) { try Files.writeAll(lines, to: descriptor) }
}

/// A file of lines that is read line by line, in order or here and there, and never held as a whole. It stays the same
/// file whatever name it gets meanwhile.
final class LineSource: Sendable {
  private let descriptor: Int32

  /// The file at `path`.
  init(_ path: String) throws(FileError) {
    // Not even a pipe that nobody writes to is waited for.
    descriptor = Files.retrying { open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC) }
    guard descriptor >= 0 else {
      if errno == ENOENT { throw FileError(id: "file-missing", message: Wording("no such file", zh: "文件不存在")) }
      throw Files.failure("file-unreadable", Wording("cannot be read", zh: "无法读取"))
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw FileError(id: "file-not-regular", message: Wording("not a regular file", zh: "不是普通文件"))
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// A line, without its end.
  struct Line {
    var bytes: ArraySlice<UInt8>
    /// Where it begins, in bytes from the beginning of the file.
    var offset: Int
    /// Whether it has an end; only the last may have none.
    var isWhole: Bool
  }

  /// Gives all lines to `take`, in order.
  func forEachLine(_ take: (Line) throws(FileError) -> Void) throws(FileError) {
    var (pending, offset): ([UInt8], Int) = ([], 0)
    while true {
      let chunk = try read(at: offset + pending.count, 1 << 16)
      guard !chunk.isEmpty else { break }
      var (start, search) = (0, pending.count)
      pending += chunk
      while let end = pending[search...].firstIndex(of: 0x0A) {
        try take(Line(bytes: pending[start..<end], offset: offset + start, isWhole: true))
        start = end + 1
        search = start
      }
      pending.removeFirst(start)
      offset += start
    }
    if !pending.isEmpty { try take(Line(bytes: pending[...], offset: offset, isWhole: false)) }
  }

  /// The line that begins at `offset`.
  func line(at offset: Int) throws(FileError) -> [UInt8] {
    var line: [UInt8] = []
    while true {
      let chunk = try read(at: offset + line.count, 4096)
      if let end = chunk.firstIndex(of: 0x0A) { return line + chunk[..<end] }
      guard !chunk.isEmpty else { return line }
      line += chunk
    }
  }

  private func read(at offset: Int, _ count: Int) throws(FileError) -> [UInt8] {
    var got = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      got = Files.retrying { pread(descriptor, buffer.baseAddress, count, offset) }
      filled = max(0, got)
    }
    guard got >= 0 else { throw Files.failure("file-unreadable", Wording("cannot be read", zh: "无法读取")) }
    return bytes
  }
}
