import Gazette
import Glibc

extension Files {
  /// Puts `bytes` under the name `path`: the name shows the old content or the new, never a part of it.
  ///
  /// The bytes go to a temporary file in the same folder, are brought to the disk, and then take the name. An
  /// interruption waits until the name or the temporary file is dealt with. A pipe or device is written to
  /// as it is, if somebody reads it; a symbolic link stays and its target is replaced.
  static func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
    do throws(FailedOutput) { try replace([(path, bytes)]) } catch { throw error.error }
  }

  /// Why one of several files could not be written.
  struct FailedOutput: Error {
    var path: String
    var error: FileError
  }

  /// Puts several files under their names, all of them or none: none takes its name before all are on the disk.
  static func replace(_ files: [(path: String, bytes: [UInt8])]) throws(FailedOutput) {
    let interruption = Interruption()
    defer { interruption.allow() }
    var staged: [(path: String, temporary: String, target: String)] = []
    var streams: [(path: String, bytes: [UInt8])] = []
    func undo(_ path: String, _ error: FileError) -> FailedOutput {
      for file in staged { unlink(file.temporary) }
      return FailedOutput(path: path, error: error)
    }
    for (path, bytes) in files {
      do throws(FileError) {
        guard let target = try target(of: path) else {
          streams.append((path, bytes))
          continue
        }
        staged.append((path, try stage(bytes, for: target, until: interruption), target))
      } catch {
        throw undo(path, error)
      }
    }
    for (path, bytes) in streams {
      do throws(FileError) { try stream(bytes, to: path, until: interruption) } catch { throw undo(path, error) }
    }
    for (index, file) in staged.enumerated() where rename(file.temporary, file.target) != 0 {
      let error = failure("output-unwritable", Wording("cannot be written", zh: "无法写入"))
      staged.removeFirst(index)
      throw undo(file.path, error)
    }
  }

  /// The file whose name is to be taken, links followed; nil for a pipe or device.
  private static func target(of path: String) throws(FileError) -> String? {
    switch try kind(of: path) {
    case .folder:
      throw FileError(id: "output-is-folder", message: Wording("a directory has this name", zh: "已有同名目录"))
    case .special: return nil
    case .file:
      guard access(path, W_OK) == 0 else {
        throw failure("output-unwritable", Wording("cannot be written", zh: "无法写入"))
      }
      return canonical(path) ?? path
    case nil: return path
    }
  }

  /// Writes `bytes` to a temporary file beside `target` and brings them to the disk.
  private static func stage(
    _ bytes: [UInt8], for target: String, until interruption: Interruption
  ) throws(FileError) -> String {
    let (descriptor, temporary) = try makeTemporary(beside: target)
    do throws(FileError) {
      defer { close(descriptor) }
      var status = stat()
      if stat(target, &status) == 0 { fchmod(descriptor, status.st_mode & 0o777) }
      try writeAll(bytes, to: descriptor, until: interruption)
      guard retrying({ fsync(descriptor) }) == 0 else {
        throw failure("output-unwritable", Wording("cannot be written", zh: "无法写入"))
      }
    } catch {
      unlink(temporary)
      throw error
    }
    return temporary
  }

  /// Puts `bytes` behind what the file at `path` holds, all or none; makes the file if there is none.
  ///
  /// Others who append hold off meanwhile, also mail programs: the lock is the one they use (`fcntl`). The whole is
  /// written aside and takes the name, so that a full disk or a crash leaves the file as it was.
  static func append(_ bytes: [UInt8], to path: String) throws(FileError) {
    while true {
      guard try kind(of: path) != .special else {
        throw FileError(id: "file-not-regular", message: Wording("not a regular file", zh: "不是普通文件"))
      }
      let descriptor = retrying { open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666) }
      guard descriptor >= 0 else { throw failure("output-unwritable", Wording("cannot be written", zh: "无法写入")) }
      defer { close(descriptor) }
      var lock = flock()
      lock.l_type = Int16(F_WRLCK)
      lock.l_whence = Int16(SEEK_SET)
      guard retrying({ fcntl(descriptor, F_SETLKW, &lock) }) == 0 else {
        throw failure("output-unwritable", Wording("cannot be locked", zh: "无法加锁"))
      }
      // Who held the lock before may have put another file in its place.
      var (ours, named) = (stat(), stat())
      guard fstat(descriptor, &ours) == 0, stat(path, &named) == 0, ours.st_ino == named.st_ino,
        ours.st_dev == named.st_dev
      else { continue }
      return try replace(path, with: try readAll(descriptor, limit: .max) + bytes)
    }
  }

  /// Writes `bytes` to standard output.
  static func writeStandardOutput(_ bytes: [UInt8]) throws(FileError) { try writeAll(bytes, to: STDOUT_FILENO) }

  /// Writes `bytes` to standard error; nobody can be told if that fails.
  static func writeStandardError(_ bytes: [UInt8]) { try? writeAll(bytes, to: STDERR_FILENO) }

  /// Whether standard output is a terminal, on which a binary file would be noise.
  static var standardOutputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Opens a new file that only we know, by the permissions of the umask.
  static func makeTemporary(beside path: String) throws(FileError) -> (descriptor: Int32, path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    var attempt = 0
    while true {
      let temporary = "\(folder).gazette-\(getpid())-\(attempt).tmp"
      let descriptor = retrying { open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
      if descriptor >= 0 { return (descriptor, temporary) }
      guard errno == EEXIST, attempt < 1000 else {
        guard errno != ENOENT && errno != ENOTDIR else {
          throw FileError(
            id: "output-folder-missing", message: Wording("its directory does not exist", zh: "所在目录不存在"),
            hint: Wording("create it, or give -o a directory", zh: "请先创建，或用 -o 指定目录"))
        }
        throw failure("output-unwritable", Wording("cannot be written", zh: "无法写入"))
      }
      attempt += 1
    }
  }

  static func writeAll(
    _ bytes: [UInt8], to descriptor: Int32, until interruption: Interruption? = nil
  ) throws(FileError) {
    var done = 0
    while done < bytes.count {
      if let interruption, interruption.isPending {
        throw FileError(id: "interrupted", message: Wording("interrupted", zh: "已中断"), readerIsGone: true)
      }
      let count = bytes[done...].withUnsafeBytes { rest in
        retrying { write(descriptor, rest.baseAddress, min(rest.count, 1 << 20)) }
      }
      if count < 0, errno == EAGAIN {
        waitUntilWritable(descriptor)
        continue
      }
      guard count > 0 else { throw failure("output-unwritable", Wording("cannot be written", zh: "无法写入")) }
      done += count
    }
  }
}
