import Gazette

/// The folder `.gazette-batch` in the output folder: the lock, files on their way, and the journal, which knows what
/// each output was made from. `--resume` believes nothing else.
struct BatchJournal {
  /// What a journal proves of one input.
  struct Proof: Sendable {
    var source: String
    var settings: String
    var outputs: [BatchRecord.Output]
    var pictures: [BatchRecord.Picture]
    var warnings: Int
    var catalogue: String
  }

  /// The output folder, with a slash behind it.
  let parent: String
  /// The folder of the batch in it, with a slash behind it.
  let folder: String
  /// What sets this run apart from those of other shards: empty, or such as `-1-of-4`.
  let mark: String

  /// The journal that is kept.
  var path: String { "\(folder)journal\(mark).jsonl" }
  /// The journal of this run, which takes the other's place when the run is over.
  var newPath: String { "\(folder)journal\(mark).new" }

  /// Makes the folder below `output`, which has a slash behind it, and takes the lock.
  /// - Returns: nil if another batch has it.
  static func open(below output: String, shard: Shard?) throws(FileError) -> BatchJournal? {
    let folder = output + ".gazette-batch/"
    try Files.makeFolder(folder)
    let journal = BatchJournal(
      parent: output, folder: folder, mark: shard.map { "-\($0.index)-of-\($0.count)" } ?? "")
    guard try Files.lock(folder + "lock", shared: shard != nil) else { return nil }
    if shard != nil, try !Files.lock("\(folder)lock\(journal.mark)", shared: false) { return nil }
    return journal
  }

  /// A file of this run on its way.
  func aside(_ index: Int, _ output: Int) -> String { "\(folder)\(index)-\(output)\(mark).tmp" }

  /// Removes what a run that was killed left behind. Only the holder of the lock may.
  func tidy() throws(FileError) {
    for entry in try Files.entries(of: folder) where entry.name.hasSuffix("\(mark).tmp") {
      if mark.isEmpty || entry.name.hasSuffix("\(mark).tmp") { Files.remove(folder + entry.name) }
    }
  }

  /// What earlier runs prove, by input. Lines that a crash cut short prove nothing.
  func proofs() throws(FileError) -> [String: Proof] {
    var proofs: [String: Proof] = [:]
    // Those of other shards too, so that a run may be shared out otherwise than the last; ours last.
    let names = try Files.entries(of: folder).map(\.name).filter { $0.hasPrefix("journal") }
    for name in names.filter({ $0.hasSuffix(".jsonl") }) + names.filter({ $0.hasSuffix(".new") }) {
      for line in try Files.read(folder + name, limit: .max).split(separator: 0x0A) {
        guard let value = JSONValue(line), let input = value["input"]?.string else { continue }
        guard let source = value["source"]?.string, let settings = value["settings"]?.string else {
          proofs[input] = nil
          continue
        }
        let outputs = BatchRecord.outputs(in: value).map { output in
          BatchRecord.Output(path: parent + output.path, bytes: output.bytes, sha256: output.sha256)
        }
        proofs[input] = Proof(
          source: source, settings: settings, outputs: outputs, pictures: BatchRecord.pictures(in: value),
          warnings: value["warnings"]?.int ?? 0, catalogue: value["catalogue"].map(Self.text) ?? "null")
      }
    }
    return proofs
  }

  /// Makes ready for a run: what an interrupted one wrote is kept for one that resumes, and else forgotten.
  func begin(resumes: Bool) throws(FileError) {
    try tidy()
    guard resumes else {
      Files.remove(path)
      Files.remove(newPath)
      return
    }
    guard Files.size(of: newPath) != nil else { return }
    var lines = try Files.read(newPath, limit: .max)
    // A line cut short would take the next one with it.
    if lines.last != 0x0A { lines = lines.lastIndex(of: 0x0A).map { Array(lines[...$0]) } ?? [] }
    let file = try LineFile(path, keepsContent: true)
    try file.add(lines)
    Files.remove(newPath)
  }

  /// The lines of all journals, each input once: where a later line amends an earlier one, the later.
  func allLines() throws(FileError) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    for entry in try Files.entries(of: folder) where entry.name.hasPrefix("journal") && entry.name.hasSuffix(".jsonl") {
      lines += try Files.read(folder + entry.name, limit: .max).split(separator: 0x0A)
    }
    // Where a line stood first, its successor stands.
    var places: [ArraySlice<UInt8>: Int] = [:]
    var kept: [ArraySlice<UInt8>?] = []
    for line in lines {
      guard let input = Self.input(of: line) else { continue }
      let isRetracted = line.reversed().starts(with: Self.retractedEnd.reversed())
      if let place = places[input] {
        kept[place] = isRetracted ? nil : line
      } else if !isRetracted {
        places[input] = kept.count
        kept.append(line)
      }
    }
    return kept.compactMap(\.self)
  }

  private static let retractedEnd = Array("\"retracted\":true}".utf8)

  /// The input that `line` is about, as it is written there; nil for no line of a journal.
  private static func input(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let start = Array("{\"input\":\"".utf8)
    guard line.starts(with: start) else { return nil }
    var index = line.startIndex + start.count
    while index < line.endIndex, line[index] != UInt8(ascii: "\"") {
      index += line[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard index < line.endIndex else { return nil }
    return line[(line.startIndex + start.count)..<index]
  }

  /// Puts the journal of this run in the place of the one before. That of a run without shards tells of all inputs:
  /// what shards have written before is in it.
  func end() {
    Files.move(newPath, to: path)
    guard mark.isEmpty, let entries = try? Files.entries(of: folder) else { return }
    for entry in entries where entry.name.hasPrefix("journal-") { Files.remove(folder + entry.name) }
  }

  /// `value` as JSON again.
  static func text(_ value: JSONValue) -> String {
    switch value {
    case .null: "null"
    case .truth(let truth): truth ? "true" : "false"
    case .number(let number): String(number)
    case .text(let text): JSONText.quoted(text)
    case .array(let elements): "[" + elements.map(text).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { JSONText.quoted($0.key) + ":" + text($0.value) }.joined(separator: ",") + "}"
    }
  }
}

/// The part of a batch that this run does.
struct Shard: Sendable, Hashable {
  /// Which one, from 1.
  var index: Int
  /// Of how many.
  var count: Int

  /// The shard that `text` names: `1/4`.
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let index = parts[0], let count = parts[1], count >= 1, (1...count).contains(index) else {
      return nil
    }
    (self.index, self.count) = (index, count)
  }

  /// Whether the input `path` belongs to it: by the path alone, whatever else there is (FNV-1a).
  func holds(_ path: String) -> Bool {
    let hash = path.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    // The upper half is mixed better.
    return Int((hash >> 32) % UInt64(count)) == index - 1
  }
}
