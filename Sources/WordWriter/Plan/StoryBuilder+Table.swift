internal import HouseStyle
internal import IssueModel
internal import XMLBinding

extension StoryBuilder {
  /// The table with its caption; on a turned page of its own if it is too wide for an upright one.
  mutating func story(of table: Table, _ place: BlockPlace) -> Story {
    let grid = TableGrid(table)
    let columns = columns(of: grid)
    guard place.role == .body, place.listDepth == 0, !isInNote, isTooWide(columns, for: place.width) else {
      return story(of: table, grid, columns, place)
    }
    var turned = place
    turned.width = style.page.turned.textWidth
    return [.sectionEnd(.upright)] + separatingTables(story(of: table, grid, columns, turned)) + [.sectionEnd(.turned)]
  }

  /// Whether columns that want more would have less than four characters, or their words would have to be smaller than
  /// 小五 to stay whole, and a turned page would give them room.
  private func isTooWide(_ columns: TableColumnWidths, for width: Int) -> Bool {
    guard style.page.turned.textWidth > style.page.textWidth else { return false }
    let own = style.style(of: .tableCell).size
    let least = 40 * own + 2 * TableDensity.usualMargin
    if columns.wanted(TableDensity(size: own)).reduce(0, { $0 + min($1, least) }) > width { return true }
    return columns.least(TableDensity(size: min(own, 18), of: own)).reduce(0, +) > width
  }

  private mutating func story(of table: Table, _ grid: TableGrid, _ columns: TableColumnWidths, _ place: BlockPlace)
    -> Story
  {
    var story: Story = []
    if let caption = table.caption {
      let role: Role = place.role == .body ? .tableCaption : place.role
      story.append(.paragraph(paragraph(role, [.flag("w:keepNext")], pieces(caption, role))))
    }
    guard grid.columns > 0 else { return story }
    let density = columns.density(own: style.style(of: .tableCell).size, in: place.width)
    let cellMargin = density.margin
    let widths = columns.widths(density, in: place.width)
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
    _ place: TableGrid.Place, of table: Table, isHeader: Bool, _ density: TableDensity, _ widths: [Int]
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
    if density.isClose { inner.size = min(density.size, style.style(of: inner.role).size) }
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

  /// What the columns of a table hold.
  private mutating func columns(of grid: TableGrid) -> TableColumnWidths {
    var columns = TableColumnWidths(count: grid.columns)
    for row in grid.rows {
      for place in row where place.span == 1 {
        columns.hold(place.body.plainText, in: place.column)
        var pictures = PicturesWithin()
        pictures.visit(place.body)
        for image in pictures.all { columns.hold(pictureOf: width(of: image), in: place.column) }
      }
    }
    return columns
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
