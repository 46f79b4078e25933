import Gazette

/// One issue of a batch: where it is, and where below the output folder its outputs go.
struct BatchInput: Sendable, Hashable {
  /// The path as it is opened and reported.
  var path: String
  /// The path of the outputs below the output folder, without extension.
  var stem: String
  /// Whether the name is no UTF-8 and cannot be opened.
  var isMangled = false
}

/// Finds the issues that paths, folders and lists of files name.
struct InputFinder {
  /// The names that are taken; empty for those an issue can have.
  var include: [Glob] = []
  /// The names that are left out, of files and of folders.
  var exclude: [Glob] = []
  /// Whether links to folders are followed.
  var followsLinks = false
  /// The output folder, by its true name: nothing in it is an input.
  var output: String?

  /// The inputs so far, in order.
  private(set) var inputs: [BatchInput] = []

  private static let endings = [".md", ".markdown", ".txt", ".xml", ".html", ".htm"]

  /// Adds the file or the folder `path`.
  mutating func add(_ path: String) throws(FileError) {
    guard try Files.kind(of: path) == .folder else {
      // One that is missing fails by itself, in its place of the report.
      return append(path, stem: path.split(separator: "/").last.map(String.init) ?? path)
    }
    let root = path == "/" ? "" : String(path.reversed().drop { $0 == "/" }.reversed())
    try addFolder(root, below: "", ancestors: [])
  }

  /// Adds what a list of names holds, one a line, or parted by NUL. The outputs keep the folders of such a name.
  mutating func add(list bytes: [UInt8]) {
    let separator: UInt8 = bytes.contains(0) ? 0 : 0x0A
    for each in bytes.split(separator: separator) {
      var each = each
      if separator == 0x0A, each.last == 0x0D { each.removeLast() }
      guard !each.isEmpty else { continue }
      let path = String(decoding: each, as: UTF8.self)
      // As tar does: a name stays below the output folder, wherever it comes from.
      let parts = path.split(separator: "/").filter { $0 != "." && $0 != ".." }
      append(path, stem: parts.joined(separator: "/"), isMangled: String(validating: each, as: UTF8.self) == nil)
    }
  }

  private mutating func append(_ path: String, stem: String, isMangled: Bool = false) {
    var stem = stem
    let start = stem.lastIndex(of: "/").map { stem.index(after: $0) } ?? stem.startIndex
    if let dot = stem[start...].lastIndex(of: "."), dot != start { stem = String(stem[..<dot]) }
    inputs.append(BatchInput(path: path, stem: stem, isMangled: isMangled))
  }

  private mutating func addFolder(_ folder: String, below relative: String, ancestors: [String]) throws(FileError) {
    let name = folder.isEmpty ? "/" : folder
    // Outputs are no inputs, unless the user says that the folder is both.
    guard let identity = Files.canonical(name), relative.isEmpty || identity != output, !ancestors.contains(identity)
    else { return }
    for entry in try Files.entries(of: name) {
      let path = folder + "/" + entry.name
      let below = relative.isEmpty ? entry.name : relative + "/" + entry.name
      if entry.name.hasPrefix(".") || exclude.contains(where: { $0.matches(below) }) { continue }
      if entry.isFolder {
        if entry.isLink, !followsLinks { continue }
        try addFolder(path, below: below, ancestors: ancestors + [identity])
      } else if isWanted(below) {
        append(path, stem: below, isMangled: entry.isMangled)
      }
    }
  }

  private func isWanted(_ name: String) -> Bool {
    guard include.isEmpty else { return include.contains { $0.matches(name) } }
    let lower = name.lowercased()
    return Self.endings.contains { lower.hasSuffix($0) }
  }
}
