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

extension Files {
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
