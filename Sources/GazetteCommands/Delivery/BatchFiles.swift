import CLinux
import Gazette
import Glibc

/// What a batch does with files beyond ``Files``: it writes many, and brings them to the disk together.
extension Files {
  /// Writes `bytes` to the new file `path`, which nobody looks at yet, and has them on their way to the disk.
  static func writeAside(_ path: String, _ bytes: [UInt8]) throws(FileError) {
    let descriptor: Int32
    do throws(FileError) { descriptor = try openOwn(path, O_WRONLY | O_TRUNC) } catch {
      var error = error
      // The folder was there when the batch began.
      if errno == ENOENT { error.concernsAll = true }
      throw error
    }
    defer { close(descriptor) }
    do throws(FileError) { try writeAll(bytes, to: descriptor) } catch {
      unlink(path)
      throw error
    }
    // Begins to write, waits for nothing: what is synchronised together later costs one wait, not one a file.
    _ = gazette_begin_writeback(descriptor)
  }

  /// Waits until the file at `path` is on the disk.
  static func synchronise(_ path: String) throws(FileError) {
    let descriptor = retrying { open(path, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw vanished(path) }
    defer { close(descriptor) }
    guard retrying({ fsync(descriptor) }) == 0 else {
      throw failure("output-unwritable", Wording("cannot be written", zh: "无法写入"))
    }
  }

  /// Gives the file at `path` its name, which shows the old content or the new.
  static func settle(_ path: String, as target: String) throws(FileError) {
    guard rename(path, target) != 0 else { return }
    if errno == ENOENT, (try? kind(of: path)) == nil { throw vanished(path) }
    let error = failure("output-unwritable", Wording("cannot be written", zh: "无法写入"))
    unlink(path)
    throw error
  }

  private static func vanished(_ path: String) -> FileError {
    FileError(
      id: "output-folder-missing", message: Wording("the directory has gone", zh: "目录已不存在"),
      hint: Wording("bring it back and run again with --resume", zh: "请恢复目录，再用 --resume 继续"), concernsAll: true)
  }

  /// Removes the file at `path`, if it is there.
  static func remove(_ path: String) { unlink(path) }

  /// Gives the file at `path` another name.
  static func move(_ path: String, to target: String) { rename(path, target) }

  /// One name in a folder.
  struct Entry {
    var name: String
    var isFolder: Bool
    var isLink: Bool
    /// Whether the name is no UTF-8, so that no file can be opened by it.
    var isMangled = false
  }

  /// What is in the folder `path`, ordered by the bytes of the names.
  static func entries(of path: String) throws(FileError) -> [Entry] {
    guard let folder = opendir(path) else { throw failure("file-unreadable", Wording("cannot be read", zh: "无法读取")) }
    defer { closedir(folder) }
    var entries: [Entry] = []
    while let entry = readdir(folder) {
      let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      let exact = String(validating: bytes, as: UTF8.self)
      let name = exact ?? String(decoding: bytes, as: UTF8.self)
      if name == "." || name == ".." { continue }
      var status = stat()
      guard exact != nil, lstat(path + "/" + name, &status) == 0 else {
        entries.append(Entry(name: name, isFolder: false, isLink: false, isMangled: exact == nil))
        continue
      }
      let isLink = status.st_mode & S_IFMT == S_IFLNK
      if isLink { _ = stat(path + "/" + name, &status) }
      entries.append(Entry(name: name, isFolder: status.st_mode & S_IFMT == S_IFDIR, isLink: isLink))
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// How many bytes the file at `path` has; nil if there is none.
  static func size(of path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// Takes the lock at `path` for as long as the program runs; false if another program has it.
  static func lock(_ path: String, shared: Bool) throws(FileError) -> Bool {
    let descriptor = retrying { open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666) }
    guard descriptor >= 0 else { throw failure("output-unwritable", Wording("cannot be written", zh: "无法写入")) }
    if retrying({ flock(descriptor, (shared ? LOCK_SH : LOCK_EX) | LOCK_NB) }) == 0 { return true }
    close(descriptor)
    return false
  }

  /// How many cores the machine has.
  static var coreCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Whether standard error goes to a person's screen.
  static var standardErrorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}
