import Gazette
import Glibc

/// Why a file could not be read or written, as one line for people.
struct FileError: Error, Sendable, Hashable {
  /// The stable name of the failure.
  var id: String
  /// What is wrong, without the file's name.
  var message: Wording
  /// What to do about it.
  var hint: Wording?
  /// Whether the one who reads our output went away (EPIPE): nobody is there to be told.
  var readerIsGone = false
  /// Whether no other file can be written either: the disk is full, or read-only.
  var concernsAll = false
}

/// All that the program does with files. Nothing else in it calls the C library, so that interrupted calls,
/// short writes and half-written files are thought of in one place.
enum Files {
  /// The largest input that is read: far above any issue, far below what would exhaust the machine.
  static let inputLimit = 32 << 20

  // MARK: Reading

  /// The bytes of the regular file at `path`.
  static func read(_ path: String, limit: Int = inputLimit) throws(FileError) -> [UInt8] {
    switch try kind(of: path) {
    case nil:
      throw FileError(id: "file-missing", message: Wording("no such file", zh: "文件不存在"))
    case .folder:
      throw FileError(
        id: "file-is-folder", message: Wording("this is a directory, not an issue", zh: "这是目录，不是文件"),
        hint: Wording("name the files in it", zh: "请写出其中的文件名"))
    case .special:
      throw FileError(
        id: "file-not-regular", message: Wording("not a regular file (a pipe or a device)", zh: "不是普通文件（管道或设备）"),
        hint: Wording("use - to read standard input", zh: "要读标准输入，请写 -"))
    case .file: break
    }
    // Never waits, even if the file has just been replaced by a pipe.
    let descriptor = retrying { open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC) }
    guard descriptor >= 0 else { throw failure("file-unreadable", Wording("cannot be read", zh: "无法读取")) }
    defer { close(descriptor) }
    return try readAll(descriptor, limit: limit)
  }

  /// The bytes of the regular file that `path` leads to from `folder`, a folder at a time. Symbolic links below
  /// `folder` are not followed, not even such that are put in place meanwhile.
  static func read(_ path: [String], below folder: String, limit: Int) throws(ResourceFault) -> [UInt8] {
    var descriptor = retrying { open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw .unreadable }
    for (index, name) in path.enumerated() {
      // A pipe is never waited for.
      let last = index == path.count - 1
      let flags = O_NOFOLLOW | O_CLOEXEC | (last ? O_RDONLY | O_NONBLOCK : O_RDONLY | O_DIRECTORY)
      let next = retrying { openat(descriptor, name, flags) }
      let fault = next < 0 ? fault(of: name, in: descriptor, errno) : nil
      close(descriptor)
      if let fault { throw fault }
      descriptor = next
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular }
    do throws(FileError) {
      return try readAll(descriptor, limit: limit)
    } catch {
      throw error.id == "file-too-large" ? .tooLarge : .unreadable
    }
  }

  /// Why `name` in the folder could not be opened.
  private static func fault(of name: String, in folder: Int32, _ code: Int32) -> ResourceFault {
    var status = stat()
    guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      return code == ENOENT || code == ENOTDIR || code == ENAMETOOLONG ? .missing : .unreadable
    }
    switch status.st_mode & S_IFMT {
    case S_IFLNK: return .link
    case S_IFREG, S_IFDIR: return code == ENOTDIR ? .missing : .unreadable
    default: return .notRegular
    }
  }

  /// The bytes of standard input, up to its end.
  static func readStandardInput(limit: Int = inputLimit) throws(FileError) -> [UInt8] {
    try readAll(STDIN_FILENO, limit: limit)
  }

  static func readAll(_ descriptor: Int32, limit: Int) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_size > 0 {
      bytes.reserveCapacity(min(Int(status.st_size), limit) + 1)
    }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = retrying { Glibc.read(descriptor, &buffer, buffer.count) }
      if count == 0 { return bytes }
      guard count > 0 else { throw failure("file-unreadable", Wording("cannot be read", zh: "无法读取")) }
      guard bytes.count + count <= limit else {
        throw FileError(
          id: "file-too-large",
          message: Wording("larger than \(limit >> 20) MB, the most that is read", zh: "超过\(limit >> 20)MB的上限"))
      }
      bytes.append(contentsOf: buffer[..<count])
    }
  }

  // MARK: Writing

  /// Puts `bytes` under the name `path`: the name shows the old content or the new, never a part of it.
  ///
  /// The bytes go to a temporary file in the same folder, are brought to the disk, and then take the name. An
  /// interruption waits until the name or the temporary file is dealt with. A pipe or device is written to
  /// as it is; a symbolic link stays and its target is replaced.
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
      do throws(FileError) { try stream(bytes, to: path) } catch { throw undo(path, error) }
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

  private static func stream(_ bytes: [UInt8], to path: String) throws(FileError) {
    let descriptor = retrying { open(path, O_WRONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw failure("output-unwritable", Wording("cannot be written", zh: "无法写入")) }
    defer { close(descriptor) }
    try writeAll(bytes, to: descriptor)
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
  private static func makeTemporary(beside path: String) throws(FileError) -> (descriptor: Int32, path: String) {
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
      guard count > 0 else { throw failure("output-unwritable", Wording("cannot be written", zh: "无法写入")) }
      done += count
    }
  }

  // MARK: Names

  /// What a name stands for.
  enum Kind { case file, folder, special }

  /// What stands at `path`, links followed; nil for nothing.
  static func kind(of path: String) throws(FileError) -> Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT { return nil }
      throw failure("file-unreadable", Wording("cannot be reached", zh: "无法访问"))
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .special
    }
  }

  /// Whether `path` is a folder.
  static func isFolder(_ path: String) -> Bool { (try? kind(of: path)) == .folder }

  /// Whether both names stand for the same file, by whatever way.
  static func areSame(_ first: String, _ second: String) -> Bool {
    var (one, other) = (stat(), stat())
    guard stat(first, &one) == 0, stat(second, &other) == 0 else { return false }
    return one.st_dev == other.st_dev && one.st_ino == other.st_ino
  }

  /// The name of what stands at `path`, without links and dots; nil if nothing stands there.
  static func canonical(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Makes the folder `path` and those above it, as far as they are missing.
  static func makeFolder(_ path: String) throws(FileError) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += part + "/"
      if mkdir(made, 0o777) == 0 { continue }
      let reason = errno
      if reason == EEXIST || isFolder(made) { continue }
      errno = reason
      throw failure("output-unwritable", Wording("the directory cannot be created", zh: "无法创建目录"))
    }
    guard isFolder(path) else {
      throw FileError(id: "output-unwritable", message: Wording("not a directory", zh: "不是目录"))
    }
  }

  /// The value of an environment variable; nil if it is not set.
  static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  // MARK: Errors

  /// Repeats a call that a signal cut short.
  static func retrying<Result: BinaryInteger>(_ call: () -> Result) -> Result {
    while true {
      let result = call()
      if result >= 0 || errno != EINTR { return result }
    }
  }

  /// The failure of the last call, with the system's reason.
  static func failure(_ id: String, _ what: Wording) -> FileError {
    let code = errno
    let english = strerror(code).map { String(cString: $0) } ?? "error \(code)"
    let chinese =
      switch code {
      case EACCES, EPERM: "没有权限"
      case ENOSPC, EDQUOT: "磁盘已满"
      case EROFS: "文件系统只读"
      case ENOTDIR: "路径中有一部分不是目录"
      case ENAMETOOLONG: "文件名太长"
      case ELOOP: "符号链接循环"
      case EMFILE, ENFILE: "打开的文件太多"
      case EIO: "读写出错"
      default: english
      }
    return FileError(
      id: id, message: Wording("\(what.english): \(english)", zh: "\(what.chinese)：\(chinese)"),
      readerIsGone: code == EPIPE, concernsAll: [ENOSPC, EDQUOT, EROFS, EIO].contains(code))
  }
}

/// Holds signals that end the program off while a file is half done.
///
/// The handler only leaves, with the status that says so; what must be tidied is never left lying while it
/// can run. One thread writes at a time.
struct Interruption {
  private var before = sigset_t()

  /// From here on the signals wait.
  init() {
    var set = Self.signalSet
    pthread_sigmask(SIG_BLOCK, &set, &before)
  }

  /// From here on they count again; one that waited ends the program now.
  func allow() {
    var set = before
    pthread_sigmask(SIG_SETMASK, &set, nil)
  }

  /// Whether one is waiting.
  var isPending: Bool {
    var pending = sigset_t()
    sigpending(&pending)
    return Self.signals.contains { sigismember(&pending, $0) == 1 }
  }

  /// Makes the program leave with status 130 when it is interrupted, and lets writing to a closed pipe fail
  /// instead of killing it. A signal that the caller had ignored (`nohup`) stays ignored.
  static func install() {
    signal(SIGPIPE, SIG_IGN)
    for number in signals {
      var action = sigaction()
      sigaction(number, nil, &action)
      if unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1 { continue }  // SIG_IGN
      action = sigaction()
      action.__sigaction_handler.sa_handler = { _ in _exit(130) }
      sigaction(number, &action, nil)
    }
    // A parent that runs us from a worker thread may hand them down blocked.
    var set = signalSet
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }

  private static let signals = [SIGINT, SIGTERM, SIGHUP]
  private static var signalSet: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for number in signals { sigaddset(&set, number) }
    return set
  }
}
