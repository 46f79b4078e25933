import IssueModel

/// Reads a table of HTML whose cells hold Markdown: empty lines end the HTML and begin it anew, so that its tags
/// and what is in the cells are neighbours.
struct StatedTable {
  let blocks: StatedBlocks
  private(set) var table: Table
  private var cell: Table.Cell?
  private var isInCaption = false
  private var statedHead: Int?
  /// HTML within the cell at hand.
  private var html = ""

  init(blocks: StatedBlocks, source: SourceRange) {
    self.blocks = blocks
    table = Table(rows: [], source: source)
  }

  /// Reads the table that begins with the node at `start`.
  /// - Returns: The index of the node behind it.
  mutating func read(_ nodes: [MarkdownNode], from start: Int) -> Int {
    var index = start
    while index < nodes.count {
      let node = nodes[index]
      let end = max(node.range.endLine, table.source?.endLine ?? 0)
      table.source?.endLine = end
      if case .htmlBlock(let html) = node.kind, !Self.isInner(html, isFirst: index == start) {
        index += 1
        if read(html) { break }
        continue
      }
      // What stands in the cell up to the next of the table's own tags.
      var inner: [MarkdownNode] = []
      var depth = 0
      while index < nodes.count {
        if case .htmlBlock(let html) = nodes[index].kind {
          let opens = html.lowercased().components(of: "<table"), closes = html.lowercased().components(of: "</table")
          if depth == 0, opens == 0, Self.isOwn(html) { break }
          depth = max(0, depth + opens - closes)
        }
        inner.append(nodes[index])
        index += 1
      }
      add(inner)
    }
    if let statedHead { table.headerRows = statedHead }
    return index
  }

  /// Whether `html` belongs into a cell.
  private static func isInner(_ html: String, isFirst: Bool) -> Bool {
    !isFirst && (html.trimmed.lowercased().hasPrefix("<table") || !isOwn(html))
  }

  /// Whether `html` goes on with the table.
  private static func isOwn(_ html: String) -> Bool {
    let text = html.trimmed.lowercased()
    return ["</td", "</th", "</tr", "</table", "</caption", "<tr", "<td", "<th", "<caption", "</tbody", "<tbody"]
      .contains { text.hasPrefix($0) }
  }

  private mutating func add(_ nodes: [MarkdownNode]) {
    if isInCaption {
      for node in nodes {
        if case .paragraph = node.kind {
          table.caption = (table.caption ?? []) + blocks.inlines.inlines(of: node.children)
        }
      }
    } else {
      cell?.body += blocks.blocks(of: nodes)
    }
  }

  /// Reads tags, and the HTML between them.
  /// - Returns: Whether the table ended.
  private mutating func read(_ html: String) -> Bool {
    var rest = html[...]
    while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
      self.html += rest[..<open]
      let tag = String(rest[open...close])
      rest = rest[rest.index(after: close)...]
      guard let name = HTMLTag(tag), Self.own.contains(name.name) else {
        self.html += tag
        continue
      }
      flush()
      if take(name.name, name.isEnd, tag) { return true }
    }
    self.html += rest
    flush()
    return false
  }

  private static let own: Set<String> = ["table", "caption", "tr", "td", "th", "thead", "tbody", "tfoot"]

  /// - Returns: Whether the tag ends the table.
  private mutating func take(_ name: String, _ isEnd: Bool, _ tag: String) -> Bool {
    switch (name, isEnd) {
    case ("table", false):
      statedHead = Self.value("data-head", tag).flatMap { Int($0) }
      table.alignments = (Self.value("data-align", tag) ?? "").split(separator: " ").compactMap {
        Table.Alignment(rawValue: String($0))
      }
    case ("table", true): return true
    case ("caption", false):
      isInCaption = true
      table.caption = []
    case ("caption", true): isInCaption = false
    case ("tr", false): table.rows.append([])
    case ("td", false), ("th", false):
      cell = Table.Cell(
        [], columnSpan: Self.value("colspan", tag).flatMap { Int($0) } ?? 1,
        rowSpan: Self.value("rowspan", tag).flatMap { Int($0) } ?? 1)
      if name == "th", statedHead == nil { table.headerRows = max(table.headerRows, table.rows.count) }
    case ("td", true), ("th", true):
      if table.rows.isEmpty { table.rows.append([]) }
      if let cell { table.rows[table.rows.count - 1].append(cell) }
      cell = nil
    default: break
    }
    return false
  }

  /// Puts the HTML met so far into the cell.
  private mutating func flush() {
    let words = html
    html = ""
    guard cell != nil, !words.trimmed.isEmpty else { return }
    cell?.body += HTMLBlocks.blocks(of: words, firstLine: table.source?.line ?? 1).flatMap { ModelBlocks.plain($0) }
  }

  /// The value of an attribute within double quotes.
  private static func value(_ name: String, _ tag: String) -> String? {
    guard let start = tag.firstRange(of: name + "=\"") else { return nil }
    return String(tag[start.upperBound...].prefix { $0 != "\"" })
  }
}

extension String {
  /// How often `part` stands in it.
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
