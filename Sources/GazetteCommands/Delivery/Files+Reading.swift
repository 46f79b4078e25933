import Gazette
import Glibc

extension Files {
  /// The largest input that is read: far above any issue, far below what would exhaust the machine.
  static let inputLimit = 32 << 20

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
}
