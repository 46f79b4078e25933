import Glibc

/// What can be known of a file without reading it. As long as it stays the same, so does what the file holds: each
/// change of content or name gives the file another time or makes it another file.
struct FileState: Sendable, Hashable {
  /// The path it was looked at by.
  let path: String
  private var device = 0 as UInt64
  private var file = 0 as UInt64
  private var size = 0 as Int64
  private var seconds = 0
  private var nanoseconds = 0

  /// Whether there is such a file.
  private(set) var exists = false

  /// The state of the file at `path`, links followed.
  init(of path: String) {
    self.path = path
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    exists = true
    device = UInt64(status.st_dev)
    file = UInt64(status.st_ino)
    size = Int64(status.st_size)
    // The time of the last change of any kind: unlike that of the content, no program can set it back.
    (seconds, nanoseconds) = (status.st_ctim.tv_sec, status.st_ctim.tv_nsec)
  }
}
