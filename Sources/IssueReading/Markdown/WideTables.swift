/// Tables of very many columns, parted before Markdown is parsed and joined behind it: to put a cell into a row, cmark-gfm goes
/// through all the cells before it (`cmark_llist_append`), and a row of 5,000 takes it 12 million steps.
struct WideTables {
  /// The text with each wide table as several, one below the other, a blank line between.
  let text: String
  /// The line of the source that each line of the text comes from, from 1.
  let lines: [Int32]
  /// The first line of each wide table in the source, and in how many it was parted.
  private let tables: [(line: Int, parts: Int)]

  /// Tables of more columns are parted.
  private static let most = 1_000
  /// How many columns a part has.
  private static let width = 250
  /// What cmark counts columns in: more are no table to it.
  private static let limit = 65_535

  /// Looks for wide tables; nil if `markdown` has none, as nearly always.
  init?(in markdown: String) {
    var markdown = markdown
    let found = markdown.withUTF8 { Self.parted($0) }
    guard let found else { return nil }
    text = String(decoding: found.text, as: UTF8.self)
    lines = found.lines
    tables = found.tables
  }

  /// The tree of ``text`` with its tables whole again; nil if what looked like a table was none, such as one within code.
  func joined(_ tree: MarkdownNode) -> MarkdownNode? {
    var tree = tree
    var children: [MarkdownNode] = []
    var found = 0
    var missing = 0
    for node in tree.children {
      guard case .table(let columns) = node.kind else {
        guard missing == 0 else { return nil }
        children.append(node)
        continue
      }
      if missing > 0 {
        // A part begins where the table does.
        guard let whole = children.indices.last, case .table(let before) = children[whole].kind,
          node.line == children[whole].line, node.children.count == children[whole].children.count
        else { return nil }
        children[whole].kind = .table(alignments: before + columns)
        for row in node.children.indices { children[whole].children[row].children += node.children[row].children }
        missing -= 1
      } else {
        if found < tables.count, node.line == tables[found].line {
          missing = tables[found].parts - 1
          found += 1
        }
        children.append(node)
      }
    }
    guard found == tables.count, missing == 0 else { return nil }
    tree.children = children
    return tree
  }

  private typealias Bytes = UnsafeBufferPointer<UInt8>

  private static func parted(_ source: Bytes) -> (text: [UInt8], lines: [Int32], tables: [(line: Int, parts: Int)])? {
    var lines: [Range<Int>] = []
    var start = 0
    while let end = ByteSearch.first(0x0A, in: source, from: start) {
      lines.append(start..<end)
      start = end + 1
    }
    if start < source.count { lines.append(start..<source.count) }
    var text: [UInt8] = []
    var numbers: [Int32] = []
    var tables: [(line: Int, parts: Int)] = []
    // Up to where the lines stand in `text`.
    var done = 0
    func copy(to end: Int) {
      for line in done..<end {
        text.append(contentsOf: source[lines[line]])
        text.append(0x0A)
        numbers.append(Int32(clamping: line + 1))
      }
      done = end
    }
    for place in lines.indices.dropFirst() where lines[place].count > 2 * most && place > done {
      guard isDelimiter(source[lines[place]]), let rows = rows(at: place - 1, lines, source) else { continue }
      copy(to: place - 1)
      let columns = rows[0].count - 1
      let starts = stride(from: 0, to: columns, by: width)
      for first in starts {
        if first > 0 {
          text.append(0x0A)
          numbers.append(Int32(clamping: place))
        }
        for (offset, bars) in rows.enumerated() {
          text.append(contentsOf: source[bars[first]...bars[min(first + width, columns)]])
          text.append(0x0A)
          numbers.append(Int32(clamping: place + offset))
        }
      }
      tables.append((place, (columns + width - 1) / width))
      done = place - 1 + rows.count
    }
    guard !tables.isEmpty else { return nil }
    copy(to: lines.count)
    return (text, numbers, tables)
  }

  /// Where the bars of each row stand in the table whose head is the line `head`; nil unless it is wide, and each line of it
  /// begins and ends with a bar and has as many. What else cmark makes of a row stays cmark's: escaped bars, notes
  /// (they are numbered in the order of the text), lines without bars.
  private static func rows(at head: Int, _ lines: [Range<Int>], _ source: Bytes) -> [[Int]]? {
    var rows: [[Int]] = []
    for line in lines[head...] {
      let row = source[line]
      if row.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { break }
      guard row.first == 0x7C, let bars = bars(of: row) else { return nil }
      if let first = rows.first {
        guard bars.count == first.count else { return nil }
      } else {
        guard bars.count > most, bars.count <= limit else { return nil }
      }
      rows.append(bars)
    }
    return rows.count > 1 ? rows : nil
  }

  /// Where the bars of a row stand; nil if it does not end with one, or holds what this does not read.
  private static func bars(of row: Slice<Bytes>) -> [Int]? {
    var bars: [Int] = []
    for place in row.indices {
      switch row[place] {
      case 0x7C: bars.append(place)
      case 0x5C, 0x5E, 0x0D: return nil
      default: break
      }
    }
    guard let last = bars.last, row[(last + 1)...].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { return nil }
    return bars
  }

  private static func isDelimiter(_ line: Slice<Bytes>) -> Bool {
    line.allSatisfy { $0 == 0x7C || $0 == 0x2D || $0 == 0x3A || $0 == 0x20 || $0 == 0x09 }
  }
}
