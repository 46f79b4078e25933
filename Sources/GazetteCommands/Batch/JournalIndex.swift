import Gazette

/// Where in the journals of a folder the line about each input stands. It holds no line, but 32 bytes for each input:
/// what a line says is read when it is asked for.
struct JournalIndex: Sendable {
  /// The input by a digest of its name, and where the lines about it stand.
  struct Entry {
    var input: SHA256.Prefix
    /// The first of them, which says where in the order the input comes.
    var first: Place
    /// The last of them, which counts.
    var last: Place
  }

  /// A line of a file: the number of the file, where the line begins, and whether it takes back what was told before.
  struct Place: Comparable {
    private var bits: UInt64

    init(file: Int, offset: Int, isRetraction: Bool) {
      bits = UInt64(truncatingIfNeeded: file) << 48 | UInt64(truncatingIfNeeded: offset) << 1 | (isRetraction ? 1 : 0)
    }

    var file: Int { Int(bits >> 48) }
    var offset: Int { Int(bits & 0xFFFF_FFFF_FFFF) >> 1 }
    var isRetraction: Bool { bits & 1 == 1 }

    static func < (one: Place, other: Place) -> Bool { one.bits < other.bits }
  }

  /// Ordered by the digest.
  private let entries: [Entry]
  private let files: [LineSource]

  /// The index of the journals at `paths`, of which the later amend the earlier. One that has gone is left out.
  init(of paths: [String]) throws(FileError) {
    var (entries, files): ([Entry], [LineSource]) = ([], [])
    for path in paths {
      let file: LineSource
      do throws(FileError) { file = try LineSource(path) } catch {
        // Another shard may have come to its end.
        if error.id == "file-missing" { continue }
        throw error
      }
      try file.forEachLine { line throws(FileError) in
        // What a crash cut short tells nothing.
        guard line.isWhole, line.bytes.last == UInt8(ascii: "}"), let input = Self.input(of: line.bytes) else { return }
        let place = Place(file: files.count, offset: line.offset, isRetraction: Self.isRetraction(line.bytes))
        entries.append(Entry(input: SHA256.prefix(of: input), first: place, last: place))
      }
      files.append(file)
    }
    entries.sort { ($0.input, $0.first) < ($1.input, $1.first) }
    Self.join(&entries)
    self.entries = entries
    self.files = files
  }

  /// Makes one of the entries of each input.
  private static func join(_ entries: inout [Entry]) {
    var count = 0
    for index in entries.indices {
      if count > 0, entries[count - 1].input == entries[index].input {
        entries[count - 1].last = entries[index].last
      } else {
        entries[count] = entries[index]
        count += 1
      }
    }
    entries.removeLast(entries.count - count)
  }

  /// What the last line about `input` says; nil if there is none, or if it takes back what was said.
  func line(about input: String) -> JSONValue? {
    let key = SHA256.prefix(of: JSONText.quoted(input).utf8.dropFirst().dropLast())
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].input < key { low = middle + 1 } else { high = middle }
    }
    guard low < entries.count, entries[low].input == key, !entries[low].last.isRetraction,
      let bytes = try? line(at: entries[low].last), let value = JSONValue(bytes), value["input"]?.string == input
    else { return nil }
    return value
  }

  /// Where the lines are that count, one for each input, in the order in which the inputs first came.
  func places() -> [Place] {
    entries.filter { !$0.last.isRetraction }.sorted { $0.first < $1.first }.map(\.last)
  }

  /// The line at `place`.
  func line(at place: Place) throws(FileError) -> [UInt8] { try files[place.file].line(at: place.offset) }

  private static let start = Array("{\"input\":\"".utf8)
  private static let retractedEnd = Array("\"retracted\":true}".utf8)

  private static func isRetraction(_ line: ArraySlice<UInt8>) -> Bool {
    line.suffix(retractedEnd.count).elementsEqual(retractedEnd)
  }

  /// The input that `line` is about, as it is written there; nil for no line of a journal.
  private static func input(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard line.starts(with: start) else { return nil }
    var index = line.startIndex + start.count
    while index < line.endIndex, line[index] != UInt8(ascii: "\"") {
      index += line[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard index < line.endIndex else { return nil }
    return line[(line.startIndex + start.count)..<index]
  }
}
