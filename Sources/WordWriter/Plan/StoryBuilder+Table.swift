internal import HouseStyle
internal import IssueModel
internal import XMLBinding

extension StoryBuilder {
  /// How closely a table is set.
  private struct Density {
    /// Left and right of the text in a cell, in twips: Word's own default.
    var margin = 108
    /// The size of the type in half-points, where it is not that of the style.
    var size: Int?
  }

  /// How closely a table of so many columns must be set within `width`: as the style has it, or where not even two
  /// characters would fit into a column, so that three do. Less than four points nobody can read.
  private func density(of grid: TableGrid, in width: Int) -> Density {
    let own = style.style(of: .tableCell).size
    let share = width / max(grid.columns, 1)
    guard share < 20 * own + 2 * Density().margin else { return Density() }
    let margin = min(Density().margin, share / 10)
    return Density(margin: margin, size: min(own, max(8, (share - 2 * margin) / 30)))
  }

  /// The table with its caption; on a turned page of its own if it is too wide for an upright one.
  mutating func story(of table: Table, _ place: BlockPlace) -> Story {
    let grid = TableGrid(table)
    guard place.role == .body, place.listDepth == 0, !isInNote, isTooWide(grid, for: place.width) else {
      return story(of: table, grid, place)
    }
    var turned = place
    turned.width = style.page.turned.textWidth
    return [.sectionEnd(.upright)] + separatingTables(story(of: table, grid, turned)) + [.sectionEnd(.turned)]
  }

  /// Whether columns that want more would have less than four characters, and a turned page would give them room.
  private mutating func isTooWide(_ grid: TableGrid, for width: Int) -> Bool {
    guard style.page.turned.textWidth > style.page.textWidth else { return false }
    let least = 40 * style.style(of: .tableCell).size + 2 * Density().margin
    return needs(of: grid, Density()).reduce(0) { $0 + min($1, least) } > width
  }

  private mutating func story(of table: Table, _ grid: TableGrid, _ place: BlockPlace) -> Story {
    var story: Story = []
    if let caption = table.caption {
      let role: Role = place.role == .body ? .tableCaption : place.role
      story.append(.paragraph(paragraph(role, [.flag("w:keepNext")], pieces(caption, role))))
    }
    guard grid.columns > 0 else { return story }
    let density = density(of: grid, in: place.width)
    let cellMargin = density.margin
    let widths = columnWidths(of: grid, density, in: place.width)
    let rule = style.rules[.table]
    let sides: [XMLName] = ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"]
    let properties: [Element] = [
      Element("w:tblW", ["w:w": String(widths.reduce(0, +)), "w:type": "dxa"]),
      Element("w:tblBorders", [:], sides.map { border($0, rule) }),
      Element("w:tblLayout", ["w:type": "fixed"]),
      Element(
        "w:tblCellMar", [:],
        [
          Element("w:top", ["w:w": String(cellMargin / 3), "w:type": "dxa"]),
          Element("w:bottom", ["w:w": String(cellMargin / 3), "w:type": "dxa"]),
          Element("w:left", ["w:w": String(cellMargin), "w:type": "dxa"]),
          Element("w:right", ["w:w": String(cellMargin), "w:type": "dxa"]),
        ]),
    ]
    var rows: [StoryTable.Row] = []
    for (index, places) in grid.rows.enumerated() {
      let isHeader = index < table.headerRows
      var row = StoryTable.Row(properties: [.flag("w:cantSplit")], cells: [])
      if isHeader { row.properties.append(.flag("w:tblHeader")) }
      for place in places { row.cells.append(cell(place, of: table, isHeader: isHeader, density, widths)) }
      rows.append(row)
    }
    return story + [.table(StoryTable(properties: properties, columns: widths, rows: rows))]
  }

  private mutating func cell(
    _ place: TableGrid.Place, of table: Table, isHeader: Bool, _ density: Density, _ widths: [Int]
  ) -> StoryTable.Cell {
    let width = widths[place.column..<place.column + place.span].reduce(0, +)
    var properties: [Element] = [
      Element("w:tcW", ["w:w": String(width), "w:type": "dxa"]), .val("w:vAlign", "center"),
    ]
    if place.span > 1 { properties.append(.val("w:gridSpan", place.span)) }
    switch place.merge {
    case .none: break
    case .begins: properties.append(.val("w:vMerge", "restart"))
    case .continues: properties.append(Element("w:vMerge"))
    }
    var inner = BlockPlace(role: isHeader ? .tableHeader : .tableCell, width: max(width - 2 * density.margin, 100))
    inner.size = density.size
    if !isHeader, table.alignments.indices.contains(place.column) {
      switch table.alignments[place.column] {
      case .none: break
      case .left: inner.alignment = .left
      case .center: inner.alignment = .center
      case .right: inner.alignment = .right
      }
    }
    var story = self.story(of: place.body, inner)
    // A cell ends with a paragraph, whatever is in it.
    if case .paragraph? = story.last {} else { story.append(.paragraph(paragraph(inner.role))) }
    return StoryTable.Cell(properties: properties, story: separatingTables(story))
  }

  /// What each column needs for its longest line and its widest picture, in twips; two characters at least.
  private mutating func needs(of grid: TableGrid, _ density: Density) -> [Int] {
    let size = density.size ?? style.style(of: .tableCell).size
    var needs = [Int](repeating: 20 * size, count: grid.columns)
    for row in grid.rows {
      for place in row where place.span == 1 {
        for line in place.body.plainText.split(separator: "\n") {
          // A character more than it measures: a line that just fits in one font is broken in another.
          needs[place.column] = max(needs[place.column], (TextWidth.of(line) + 100) * size / 10)
        }
        var pictures = PicturesWithin()
        pictures.visit(place.body)
        for image in pictures.all { needs[place.column] = max(needs[place.column], width(of: image)) }
      }
    }
    return needs.map { $0 + 2 * density.margin }
  }

  /// The widths of the columns: what they hold decides, and together they fill `width`.
  private mutating func columnWidths(of grid: TableGrid, _ density: Density, in width: Int) -> [Int] {
    var needs = needs(of: grid, density)
    // Where that is too much, the widest give way, to one width: what is short stays on its line.
    if needs.reduce(0, +) > width {
      var room = width
      for (rank, need) in needs.sorted().enumerated() {
        let share = room / (needs.count - rank)
        guard need > share else {
          room -= need
          continue
        }
        needs = needs.map { min($0, share) }
        break
      }
    }
    let total = max(needs.reduce(0, +), 1)
    var widths = needs.map { $0 * width / total }
    widths[widths.count - 1] += width - widths.reduce(0, +)
    return widths
  }
}

/// Finds the pictures of blocks.
private struct PicturesWithin: IssueVisitor {
  var all: [ImageReference] = []

  mutating func visit(_ body: [Block]) { for block in body { visit(block) } }

  mutating func visit(_ block: Block) {
    if case .figure(let figure) = block { all.append(figure.image) }
    descend(block)
  }

  mutating func visit(_ inline: Inline) {
    if case .image(let image) = inline { all.append(image) }
    descend(inline)
  }
}

/// A table with every place of its grid filled, as Word wants it: a cell over several rows continues in each.
struct TableGrid {
  enum Merge { case none, begins, continues }
  struct Place {
    var body: [Block]
    var column: Int
    var span: Int
    var merge: Merge
  }
  var columns = 0
  var rows: [[Place]] = []

  /// More columns than Word has (63) are drawn together into the last.
  private static let limit = 63

  init(_ table: Table) {
    // Per column: how many more rows the cell above covers, with its first column and span.
    var covered: [(rows: Int, column: Int, span: Int)] = []
    for row in table.rows {
      var places: [Place] = []
      var column = 0
      func isCovered(_ column: Int) -> Bool { column < covered.count && covered[column].rows > 0 }
      func passCovered() {
        while isCovered(column) {
          let above = covered[column]
          places.append(Place(body: [], column: above.column, span: above.span, merge: .continues))
          column = above.column + above.span
        }
      }
      var next: [(column: Int, rows: Int, span: Int)] = []
      for cell in row {
        passCovered()
        if column >= Self.limit {
          places[places.count - 1].body += cell.body
          continue
        }
        var span = 1
        let wanted = min(max(cell.columnSpan, 1), Self.limit - column)
        while span < wanted, !isCovered(column + span) { span += 1 }
        let rows = max(cell.rowSpan, 1)
        places.append(Place(body: cell.body, column: column, span: span, merge: rows > 1 ? .begins : .none))
        if rows > 1 { next.append((column, rows, span)) }
        column += span
      }
      passCovered()
      while column < covered.count {
        if isCovered(column) {
          passCovered()
        } else {
          column += 1
        }
      }
      columns = max(columns, places.map { $0.column + $0.span }.max() ?? 0)
      for index in covered.indices where covered[index].rows > 0 { covered[index].rows -= 1 }
      for each in next {
        while covered.count < each.column + each.span { covered.append((0, 0, 0)) }
        for index in each.column..<each.column + each.span {
          covered[index] = (each.rows - 1, each.column, each.span)
        }
      }
      rows.append(places)
    }
    // Rows that end early, or leave a place free between merged ones, get empty cells.
    for index in rows.indices {
      var filled: [Place] = []
      var column = 0
      for place in rows[index] {
        while column < place.column {
          filled.append(Place(body: [], column: column, span: 1, merge: .none))
          column += 1
        }
        filled.append(place)
        column = place.column + place.span
      }
      while column < columns {
        filled.append(Place(body: [], column: column, span: 1, merge: .none))
        column += 1
      }
      rows[index] = filled
    }
  }
}
