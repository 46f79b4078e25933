import Gazette
import Glibc

/// All that the program does with files. Nothing else in it calls the C library, so that interrupted calls,
/// short writes and half-written files are thought of in one place.
enum Files {
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
    guard stat(second, &other) == 0, stat(first, &one) == 0 else { return false }
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

  /// Repeats a call that a signal cut short.
  static func retrying<Result: BinaryInteger>(_ call: () -> Result) -> Result {
    while true {
      let result = call()
      if result >= 0 || errno != EINTR { return result }
    }
  }
}
