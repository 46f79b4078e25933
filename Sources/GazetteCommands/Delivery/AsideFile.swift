import Gazette
import Glibc

/// A file that is written piece by piece where nobody looks, and takes its name when it is whole. One that does not get
/// so far leaves nothing behind.
final class AsideFile {
  private let path: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var isThere = true

  /// How much is gathered before it is written.
  private static let piece = 1 << 16

  /// A new file at `path`, on the disk of the file it is to become.
  init(_ path: String) throws(FileError) {
    self.path = path
    descriptor = try Files.openOwn(path, O_RDWR | O_TRUNC)
  }

  /// A new file beside `target`, which it is to become.
  init(beside target: String) throws(FileError) {
    (descriptor, path) = try Files.makeTemporary(beside: target)
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    discard()
  }

  /// Adds `text`.
  func add(_ text: String) throws(FileError) { try add(text.utf8) }

  /// Adds `bytes`.
  func add(_ bytes: some Sequence<UInt8>) throws(FileError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.piece { try flush() }
  }

  /// Adds all that `other` holds.
  func add(contentOf other: AsideFile) throws(FileError) {
    try other.flush()
    lseek(other.descriptor, 0, SEEK_SET)
    var piece = [UInt8](repeating: 0, count: Self.piece)
    while true {
      let count = Files.retrying { read(other.descriptor, &piece, piece.count) }
      guard count >= 0 else { throw Files.failure("file-unreadable", Wording("cannot be read", zh: "无法读取")) }
      if count == 0 { return }
      try add(piece[..<count])
    }
  }

  /// Brings the file to the disk and gives it the name `target`, which shows the old content or the new.
  func settle(as target: String) throws(FileError) {
    try flush()
    guard Files.retrying({ fsync(descriptor) }) == 0 else {
      throw Files.failure("output-unwritable", Wording("cannot be written", zh: "无法写入"))
    }
    try Files.settle(path, as: target)
    isThere = false
  }

  /// Removes the file, which has done its service.
  func discard() {
    if isThere { unlink(path) }
    isThere = false
  }

  private func flush() throws(FileError) {
    defer { buffer.removeAll(keepingCapacity: true) }
    try Files.writeAll(buffer, to: descriptor)
  }
}
