import Gazette

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
  /// The extensions of the formats that can be written: what has one may be the output of what stands beside it.
  var outputExtensions: Set<String> = []
  /// Is told of each folder before it is looked through, and of the folders of files.
  var willRead: ((_ folder: String) -> Void)?

  /// The inputs so far, in order.
  private(set) var inputs = InputList()
  /// What was left out as an output of an input beside it.
  private(set) var outputsLeftOut = OutputsLeftOut()

  /// Files that stand beside what they were made of.
  struct OutputsLeftOut {
    /// The first of them, and its source; nil for none.
    fileprivate(set) var first: (path: String, source: String)?
    /// How many there are.
    fileprivate(set) var count = 0
  }

  /// What is an issue by its name. Where several have one name, the first is what the others were made of.
  private static let endings = ["md", "markdown", "html", "htm", "xml", "txt"]

  /// Adds the file or the folder `path`.
  mutating func add(_ path: String) throws(FileError) {
    guard try Files.kind(of: path) == .folder else {
      // One that is missing fails by itself, in its place of the report.
      willRead?(Self.folder(of: path))
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
      willRead?(Self.folder(of: path))
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
    willRead?(name)
    let entries = try Files.entries(of: name).filter { entry in
      let below = relative.isEmpty ? entry.name : relative + "/" + entry.name
      return !entry.name.hasPrefix(".") && !exclude.contains { $0.matches(below) }
    }
    var names: [String: String] = [:]
    for entry in entries where !entry.isFolder { names[Self.comparable(entry.name)] = entry.name }
    for entry in entries {
      let path = folder + "/" + entry.name
      let below = relative.isEmpty ? entry.name : relative + "/" + entry.name
      if entry.isFolder {
        if entry.isLink, !followsLinks { continue }
        try addFolder(path, below: below, ancestors: ancestors + [identity])
      } else if isWanted(below), !isCatalogue(entry.name, among: names) {
        if let source = source(of: entry.name, among: names) {
          if outputsLeftOut.count == 0 { outputsLeftOut.first = (path, folder + "/" + source) }
          outputsLeftOut.count += 1
        } else {
          append(path, stem: below, isMangled: entry.isMangled)
        }
      }
    }
  }

  /// Whether the file is the page of a catalogue (`--index`), by the other two beside it.
  private func isCatalogue(_ name: String, among names: [String: String]) -> Bool {
    include.isEmpty && name == "index.html" && names["index.csv"] != nil && names["index.json"] != nil
  }

  private func isWanted(_ name: String) -> Bool {
    guard include.isEmpty else { return include.contains { $0.matches(name) } }
    return Self.endings.contains(Self.parts(of: name).ending)
  }

  /// The one of `names`, all in one folder and by their ``comparable(_:)`` forms, of which the file `name` is an output
  /// by all appearance: the same name with an ending that comes first. Nil where the user has said by patterns what an
  /// input is.
  private func source(of name: String, among names: [String: String]) -> String? {
    let (stem, ending) = Self.parts(of: name)
    guard include.isEmpty, outputExtensions.contains(ending), let rank = Self.endings.firstIndex(of: ending) else {
      return nil
    }
    return Self.endings[..<rank].lazy.compactMap { names["\(stem).\($0)"] }.first
  }

  /// `name` with its ending in lower case.
  private static func comparable(_ name: String) -> String {
    let (stem, ending) = parts(of: name)
    return ending.isEmpty ? name : "\(stem).\(ending)"
  }

  /// `name` without its ending, and the ending in lower case.
  private static func parts(of name: String) -> (stem: Substring, ending: String) {
    guard let dot = name.lastIndex(of: ".") else { return (name[...], "") }
    return (name[..<dot], name[name.index(after: dot)...].lowercased())
  }

  /// The folder that the file `path` is in.
  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
