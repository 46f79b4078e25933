import Foundation
import Glibc

/// Things in a folder that are no ordinary files.
enum FileLinks {
  /// Makes `path` a symbolic link to `target`.
  static func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
  }

  /// Makes `path` a pipe with a name.
  static func pipe(_ path: String) { mkfifo(path, 0o600) }

  /// Sets the permissions of `path`.
  static func permit(_ mode: mode_t, _ path: String) { chmod(path, mode) }

  /// The permissions of `path`.
  static func permissions(of path: String) -> mode_t {
    var status = stat()
    stat(path, &status)
    return status.st_mode & 0o777
  }

  /// Whether permissions mean nothing to us.
  static var weAreRoot: Bool { geteuid() == 0 }
}
