/// A table whose cells are drawn with strokes on all sides: `+---+` and `|`, or ┌──┬──┐ and │.
struct GridTable {
  /// The words of the cells, row by row; a row of fewer cells than the others is filled up.
  private(set) var rows: [[String]] = []
  /// Whether strokes set the first row off as the head.
  private(set) var hasHead = false
  /// The index of the line behind the table.
  private(set) var end: Int

  /// The table that begins with line `start`; nil if none does.
  init?(_ lines: [some StringProtocol], from start: Int) {
    guard let top = Self.content(lines[start]), case .border = top else { return nil }
    var segments: [[[String]]] = []
    var open: [[String]] = []
    var isPandoc = false
    end = start + 1
    var isClosed = false
    scan: while end < lines.count, end - start < 1000, let content = Self.content(lines[end]) {
      switch content {
      case .border(let isDouble):
        isClosed = true
        if isDouble { isPandoc = true }
        if !open.isEmpty { segments.append(open) }
        open = []
      case .row(let cells):
        isClosed = false
        open.append(cells)
      }
      end += 1
    }
    let count = segments.joined().map(\.count).max() ?? 0
    guard isClosed, count >= 2, count <= 40, !segments.isEmpty else { return nil }
    // Strokes below the head alone: each line is a row. Strokes below each row: what stands between two is one.
    let isLined = segments.count > 2 || isPandoc
    for segment in segments {
      let whole = segment.map { $0 + Array(repeating: "", count: count - $0.count) }
      if isLined {
        rows.append(LineJoining.joined(rows: whole))
      } else {
        rows += whole
      }
    }
    hasHead = isPandoc || segments.count > 1 && segments[0].count == 1
  }

  /// Whether `line` may be the upper edge of such a table.
  static func mayBegin(_ line: some StringProtocol) -> Bool {
    guard let first = line.unicodeScalars.first(where: { !$0.isBlank }) else { return false }
    return first == "+" || first == "┌" || first == "┏" || first == "╔" || first == "╭"
  }

  private enum Content {
    case border(isDouble: Bool)
    case row([String])
  }

  /// What the line is in a table; nil for one of none.
  private static func content(_ line: some StringProtocol) -> Content? {
    let text = line.trimmed
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return nil }
    let isEdge = { (scalar: Unicode.Scalar) in
      (0x2500...0x257F).contains(scalar.value) || scalar == "+" || scalar == "|"
    }
    guard isEdge(first), isEdge(last) else { return nil }
    if text.unicodeScalars.allSatisfy({ isEdge($0) && !sides.contains($0) || "-=: ".unicodeScalars.contains($0) }) {
      return text.utf8.count >= 5 ? .border(isDouble: first == "+" && text.contains("=")) : nil
    }
    guard sides.contains(first), sides.contains(last) else { return nil }
    let cells = text.unicodeScalars.split(omittingEmptySubsequences: false) { sides.contains($0) }
      .dropFirst().dropLast().map { String(String.UnicodeScalarView($0)).trimmed }
    return .row(Array(cells))
  }

  private static let sides: [Unicode.Scalar] = ["|", "│", "┃", "║", "┆", "┊"]
}
