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

  /// A file of that name on its way.
  func aside(_ name: String) -> String { "\(folder)\(name)\(mark).tmp" }

  /// Removes what a run that was killed left behind. Only the holder of the lock may.
  func tidy() throws(FileError) {
    for entry in try Files.entries(of: folder) where entry.name.hasSuffix("\(mark).tmp") {
      Files.remove(folder + entry.name)
    }
  }

  /// Where earlier runs say what they prove.
  func index() throws(FileError) -> JournalIndex {
    // Those of other shards too, so that a run may be shared out otherwise than the last; ours last.
    let names = try Files.entries(of: folder).map(\.name).filter { $0.hasPrefix("journal") }
    let ordered = names.filter { $0.hasSuffix(".jsonl") } + names.filter { $0.hasSuffix(".new") }
    return try JournalIndex(of: ordered.map { folder + $0 })
  }

  /// Where the journals of runs that came to their end say what is in the folder.
  func finishedIndex() throws(FileError) -> JournalIndex {
    let names = try Files.entries(of: folder).map(\.name).filter { $0.hasPrefix("journal") && $0.hasSuffix(".jsonl") }
    return try JournalIndex(of: names.map { folder + $0 })
  }

  /// What `index` proves of `input`; nil for nothing.
  func proof(of input: String, in index: JournalIndex) -> Proof? {
    guard let value = index.line(about: input), let source = value["source"]?.string,
      let settings = value["settings"]?.string
    else { return nil }
    let outputs = BatchRecord.outputs(in: value).map { output in
      BatchRecord.Output(path: parent + output.path, bytes: output.bytes, sha256: output.sha256)
    }
    return Proof(
      source: source, settings: settings, outputs: outputs, pictures: BatchRecord.pictures(in: value),
      warnings: value["warnings"]?.int ?? 0, catalogue: value["catalogue"]?.json ?? "null")
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
    let file = try LineFile(continuing: path)
    var lines: [UInt8] = []
    try LineSource(newPath).forEachLine { line throws(FileError) in
      // One that was cut short proves nothing.
      guard line.isWhole else { return }
      lines += line.bytes + [0x0A]
      guard lines.count > 1 << 16 else { return }
      try file.add(lines)
      lines.removeAll(keepingCapacity: true)
    }
    try file.add(lines)
    Files.remove(newPath)
  }

  /// Puts the journal of this run in the place of the one before. That of a run without shards tells of all inputs:
  /// what shards have written before is in it.
  func end() {
    Files.move(newPath, to: path)
    guard mark.isEmpty, let entries = try? Files.entries(of: folder) else { return }
    for entry in entries where entry.name.hasPrefix("journal-") { Files.remove(folder + entry.name) }
  }
}
