import Gazette

/// The pictures of an issue: files in the folder of its source or below it, and nothing else. A link or `..`
/// that leads out of the folder, an absolute name and a URL give nothing.
struct FolderResources: ResourceProvider {
  /// The folder, without links in its name; absent for an issue that comes from no folder.
  private let folder: String?

  /// The files beside the source at `path`.
  init(beside path: String) {
    let parent = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    folder = Files.canonical(parent)
  }

  func bytes(of target: String) -> [UInt8]? {
    guard let folder, !target.isEmpty, !target.hasPrefix("/"), !target.contains("://"),
      let path = Files.canonical(folder + "/" + target), path.hasPrefix(folder == "/" ? "/" : folder + "/")
    else { return nil }
    return try? Files.read(path)
  }
}
