import CLinux
import Gazette
import Glibc

/// Pipes and devices as outputs: what is written to them is gone at once, and whoever reads it may keep us waiting.
extension Files {
  /// Opens the pipe or device at `path` to write to it, by `flags` beside those that are needed. A pipe that nobody reads
  /// is not waited for: it may never be read.
  static func openStream(_ path: String, flags: Int32 = 0) throws(FileError) -> Int32 {
    var status = stat()
    // What is written to a disk as a device is the end of all files on it.
    if stat(path, &status) == 0, [S_IFBLK, S_IFSOCK].contains(status.st_mode & S_IFMT) {
      throw FileError(
        id: "output-unwritable", message: Wording("cannot be written: it is a disk or a socket", zh: "无法写入：这是磁盘设备或套接字"),
        hint: Wording("name a file, or use - for standard output", zh: "请指定文件，或用 - 写到标准输出"))
    }
    let descriptor = retrying { open(path, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | flags, 0o666) }
    guard descriptor >= 0 else {
      guard errno == ENXIO else { throw failure("output-unwritable", Wording("cannot be written", zh: "无法写入")) }
      throw FileError(
        id: "output-unwritable", message: Wording("cannot be written: a pipe that nobody reads", zh: "无法写入：这是没有读取方的管道"),
        hint: Wording("start first what reads it, or use - for standard output", zh: "请先启动读取方，或用 - 写到标准输出"))
    }
    return descriptor
  }

  /// Writes `bytes` to the pipe or device at `path`. Whoever reads it is waited for, but not longer than the user likes.
  static func stream(_ bytes: [UInt8], to path: String, until interruption: Interruption) throws(FileError) {
    let descriptor = try openStream(path)
    defer { close(descriptor) }
    try writeAll(bytes, to: descriptor, until: interruption)
  }

  /// Opens the file at `path`, which only we write, by `flags` and makes it if there is none. Nothing else that has been put
  /// under its name is followed or waited for.
  static func openOwn(_ path: String, _ flags: Int32) throws(FileError) -> Int32 {
    let descriptor = retrying { open(path, flags | O_CREAT | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC, 0o666) }
    guard descriptor >= 0 else { throw failure("output-unwritable", Wording("cannot be written", zh: "无法写入")) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw FileError(
        id: "output-unwritable", message: Wording("cannot be written: not a regular file", zh: "无法写入：不是普通文件"))
    }
    return descriptor
  }

  /// Waits until something can be written to `descriptor`, or a little while.
  static func waitUntilWritable(_ descriptor: Int32) {
    var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    poll(&entry, 1, 100)
  }
}
