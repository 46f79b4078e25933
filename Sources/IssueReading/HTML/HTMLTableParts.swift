import XMLBinding

/// What a `<table>` holds: its captions, its rows, and what stands between them, where HTML has no place for it. Browsers show
/// that above the table (HTML standard, 13.2.6.4.9, foster parenting).
struct HTMLTableParts {
  /// One row.
  struct Row {
    /// The `<tr>`, or what stands for one where the page forgot it.
    var element: XMLElement
    var cells: [XMLElement]
    /// Whether it stands in a `<thead>`.
    var isHead: Bool
  }
  private(set) var captions: [XMLElement] = []
  private(set) var rows: [Row] = []
  private(set) var strays: [XMLNode] = []

  /// The parts of `table`, not those of tables within it.
  init(_ table: XMLElement) { collect(table, isHead: false) }

  private static func isCell(_ element: XMLElement) -> Bool {
    let name = element.name.lowercased()
    return name == "td" || name == "th"
  }

  /// Whether rows or cells stand in it that are the table's own: a `<form>` around them is common.
  private static func holdsRows(_ element: XMLElement) -> Bool {
    element.elements.contains { child in
      let name = child.name.lowercased()
      return name != "table" && (isCell(child) || name == "tr" || holdsRows(child))
    }
  }

  private mutating func collect(_ element: XMLElement, isHead: Bool) {
    // Cells that stand in no row: those side by side are one.
    var loose: [XMLElement] = []
    func flush() {
      guard let first = loose.first else { return }
      let row = XMLElement(name: "tr", children: loose.map { .element($0) }, line: first.line, column: first.column)
      rows.append(Row(element: row, cells: loose, isHead: isHead))
      loose = []
    }
    for child in element.children {
      guard case .element(let inner) = child else {
        if case .text(let text) = child, text.holdsWords { strays.append(child) }
        continue
      }
      if Self.isCell(inner) {
        loose.append(inner)
        continue
      }
      flush()
      switch inner.name.lowercased() {
      case "caption": captions.append(inner)
      case "thead": collect(inner, isHead: true)
      case "tbody", "tfoot": collect(inner, isHead: false)
      case "tr": add(row: inner, isHead)
      case "script", "style": break
      default:
        if inner.name != "table", Self.holdsRows(inner) { collect(inner, isHead: isHead) } else { add(stray: child) }
      }
    }
    flush()
  }

  private mutating func add(stray node: XMLNode) {
    // <colgroup> and the like hold no words as a rule.
    if case .element(let element) = node, ["col", "colgroup"].contains(element.name.lowercased()) {
      for child in element.children {
        if case .text(let text) = child, !text.holdsWords { continue }
        add(stray: child)
      }
      return
    }
    strays.append(node)
  }

  private mutating func add(row: XMLElement, _ isHead: Bool) {
    var cells: [XMLElement] = []
    var inner: [XMLElement] = []
    func visit(_ element: XMLElement) {
      for child in element.children {
        guard case .element(let element) = child else {
          if case .text(let text) = child, text.holdsWords { strays.append(child) }
          continue
        }
        let name = element.name.lowercased()
        if Self.isCell(element) {
          cells.append(element)
        } else if name == "tr" {
          inner.append(element)
        } else if name != "table", Self.holdsRows(element) {
          visit(element)
        } else if name != "script", name != "style" {
          add(stray: child)
        }
      }
    }
    visit(row)
    if !cells.isEmpty {
      var clean = row
      clean.children = cells.map { .element($0) }
      rows.append(Row(element: clean, cells: cells, isHead: isHead))
    }
    for row in inner { add(row: row, isHead) }
  }
}
