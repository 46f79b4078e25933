import CLinux
import Gazette
import Glibc

/// Tells that something has changed in folders, as soon as it has (inotify).
///
/// It does not tell what: events may be lost, and what they name may be gone again. Whoever is told looks for himself.
final class FolderWatch {
  private let descriptor: Int32
  /// Why a folder cannot be watched; nil while all can.
  private(set) var fault: FileError?

  /// A watch of nothing yet.
  init() throws(FileError) {
    descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard descriptor >= 0 else {
      throw Files.failure("watch-failed", Wording("changes cannot be watched", zh: "无法监视文件变化"))
    }
  }

  deinit { close(descriptor) }

  /// Watches what is in `folder` too, but not below; one that is watched already stays so. A folder that has just gone
  /// is no fault.
  func add(_ folder: String) {
    let events =
      IN_CREATE | IN_CLOSE_WRITE | IN_ATTRIB | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF
    guard inotify_add_watch(descriptor, folder, UInt32(events)) < 0, fault == nil, errno != ENOENT, errno != ENOTDIR
    else { return }
    if errno == ENOSPC {
      fault = FileError(
        id: "watch-failed", message: Wording("there are more directories than may be watched", zh: "目录数超过可监视的上限"),
        hint: Wording("raise fs.inotify.max_user_watches (sysctl)", zh: "请用 sysctl 提高 fs.inotify.max_user_watches"))
    } else {
      fault = Files.failure("watch-failed", Wording("changes cannot be watched", zh: "无法监视文件变化"))
    }
  }

  /// Waits until something has changed and then, for `calm` milliseconds, nothing has: programs save in several steps.
  /// Where it never gets calm, the wait is over after `patience` milliseconds.
  /// - Returns: false if the user wants to stop.
  func waitForChange(calm: Int32 = 200, patience: Int = 2000) -> Bool {
    guard news(within: -1) == .change else { return false }
    let clock = ContinuousClock()
    let start = clock.now
    while clock.now - start < .milliseconds(patience) {
      switch news(within: calm) {
      case .change: continue
      case .nothing: return true
      case .stop: return false
      }
    }
    return true
  }

  private enum News { case change, nothing, stop }

  /// Waits for a change, or for the time to run out, or for the user.
  private func news(within milliseconds: Int32) -> News {
    // Between looking for the wish to stop and waiting, no signal may slip through: it comes while we wait.
    var before = StopSignals.hold()
    defer { StopSignals.release(before) }
    while !StopSignals.wantStop {
      let ready = gazette_wait_readable(descriptor, milliseconds, &before)
      if ready == 0 { return .nothing }
      if ready < 0, errno != EINTR { return .stop }
      guard ready > 0 else { continue }
      var buffer = [UInt8](repeating: 0, count: 1 << 14)
      while read(descriptor, &buffer, buffer.count) > 0 {}
      return .change
    }
    return .stop
  }
}
