import Gazette

/// Word files that carry their issue, to be damaged as a whole or part by part.
struct WordSeeds {
  /// A part as it stands in the file: name and content.
  typealias Entry = (name: String, content: [UInt8])

  /// The files.
  let files: [[UInt8]]
  /// The parts of each, with those of the package itself.
  private let entries: [[Entry]]
  /// Those that the reader looks into: the issue, relationships, the name of the program that wrote it.
  private let places: [[Int]]

  /// Files of the shortest of `issues`: damage finds the places that matter sooner in few bytes.
  init(of issues: [Issue], limit: Int) {
    let written = issues.compactMap { issue in
      try? WordWriter(stages: .selfContained).write(issue, StageContext(diagnostics: DiagnosticSink())).bytes
    }
    files = Array(written.sorted { $0.count < $1.count }.prefix(24)).filter { $0.count < limit }
    entries = files.map { file in
      guard let package = try? PackageReader(file) else { return [] }
      return package.names.compactMap { name in
        (try? package.content(of: name)).flatMap { $0 }.map { (String(name.rawValue.dropFirst()), $0) }
      }
    }
    places = entries.map { entries in
      entries.indices.filter { index in
        ["customXml/item", ".rels", "docProps/app"].contains { entries[index].name.contains($0) }
      }
    }
  }

  /// What parts are made of, to be spliced into others.
  var contents: [[UInt8]] { zip(entries, places).flatMap { entries, places in places.map { entries[$0].content } } }

  /// The file `number` with the content of one part put through `damage`, whole as a ZIP file: check sums are right, so
  /// that reading goes on behind them.
  func damaged(_ number: Int, part: Int, _ damage: ([UInt8]) -> [UInt8]) -> [UInt8] {
    var entries = entries[number % entries.count]
    let places = places[number % places.count]
    guard !places.isEmpty else { return [] }
    let place = places[part % places.count]
    entries[place].content = damage(entries[place].content)
    return Self.packed(entries)
  }

  /// A ZIP file of the entries, none compressed.
  private static func packed(_ entries: [Entry]) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    func little(_ value: Int, _ size: Int) -> [UInt8] {
      (0..<size).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
    for entry in entries {
      let offset = file.count
      let name = Array(entry.name.utf8)
      let sum = Part(PartName(rawValue: "/" + entry.name), contentType: "", content: entry.content).checksum
      let common =
        little(20, 2) + little(0, 2) + little(0, 2) + little(0, 2) + little(0x21, 2) + little(Int(sum), 4)
        + little(entry.content.count, 4) + little(entry.content.count, 4) + little(name.count, 2) + little(0, 2)
      file += [0x50, 0x4B, 3, 4] + common + name + entry.content
      directory += [0x50, 0x4B, 1, 2] + little(20, 2) + common + little(0, 10) + little(offset, 4) + name
    }
    let end = little(entries.count, 2) + little(entries.count, 2) + little(directory.count, 4) + little(file.count, 4)
    return file + directory + [0x50, 0x4B, 5, 6] + little(0, 4) + end + little(0, 2)
  }
}
