import Gazette
import Synchronization

/// Provides what another provider does, and notes which files were asked for: an issue is made of its pictures too.
/// Pictures that an input brings along are part of it, and not noted.
final class NotedResources: ResourceProvider {
  private let base: any ResourceProvider
  private let noted = Mutex<Noted>(Noted())

  private struct Noted {
    var pictures: [BatchRecord.Picture] = []
    var files: [FileState] = []
  }

  init(_ base: any ResourceProvider) { self.base = base }

  /// What was asked for, each name once, in the order of asking.
  var pictures: [BatchRecord.Picture] { noted.withLock { $0.pictures } }
  /// The files that these names stand for, as they were before they were read.
  var files: [FileState] { noted.withLock { $0.files } }

  func bytes(of target: String) -> [UInt8]? { try? load(target) }

  func load(_ target: String) throws(ResourceFault) -> [UInt8] {
    guard let folder = base as? FolderResources else { return try base.load(target) }
    let files = folder.places(of: target).map(FileState.init)
    do throws(ResourceFault) {
      let bytes = try base.load(target)
      note(target, SHA256.hex(bytes), files)
      return bytes
    } catch {
      note(target, "", files)
      throw error
    }
  }

  private func note(_ name: String, _ sha256: String, _ files: [FileState]) {
    noted.withLock { noted in
      guard !noted.pictures.contains(where: { $0.name == name }) else { return }
      noted.pictures.append(.init(name: name, sha256: sha256))
      noted.files += files
    }
  }
}
