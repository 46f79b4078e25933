internal import ExportPipeline
internal import HouseStyle
internal import IssueModel
internal import XMLBinding

extension StoryBuilder {
  /// The table with its caption; on a turned page of its own if it is too wide for an upright one.
  mutating func story(of table: Table, _ place: BlockPlace) -> Story {
    let grid = TableGrid(table)
    let columns = columns(of: grid)
    if isInNote { return lines(of: table, grid, columns, place) }
    guard place.role == .body, place.listDepth == 0, !isInNote, isTooWide(columns, for: place.width) else {
      return story(of: table, grid, columns, place)
    }
    var turned = place
    turned.width = style.page.turned.textWidth
    return [.sectionEnd(.upright)] + separatingTables(story(of: table, grid, columns, turned)) + [.sectionEnd(.turned)]
  }

  /// The rows of a table within a footnote, as lines with tab stops where its columns begin: LibreOffice shows of a table in a
  /// footnote the last row alone.
  private mutating func lines(
    of table: Table, _ grid: TableGrid, _ columns: TableColumnWidths, _ place: BlockPlace
  ) -> Story {
    var story: Story = []
    if let caption = table.caption { story.append(.paragraph(paragraph(place.role, [], pieces(caption, place.role)))) }
    let density = columns.density(own: style.style(of: place.role).size, in: place.width)
    let widths = columns.widths(density, in: place.width)
    let stops = widths.indices.dropFirst().map { index in
      Element("w:tab", ["w:val": "left", "w:pos": String(widths[..<index].reduce(0, +))])
    }
    for (index, places) in grid.rows.enumerated() {
      var pieces: [StoryParagraph.Piece] = []
      var column = 0
      for cell in places {
        while column < cell.column {
          pieces.append(.run(Run(content: .tab)))
          column += 1
        }
        var look = RunLook()
        look.isStrong = index < table.headerRows
        guard cell.merge != .continues else { continue }
        let inner = self.story(of: cell.body, place).flatMap { block -> [StoryParagraph] in
          if case .paragraph(let paragraph) = block { [paragraph] } else { [] }
        }
        for (number, paragraph) in inner.enumerated() {
          if number > 0 { pieces.append(.run(Run(content: .text(" ")))) }
          pieces += paragraph.pieces.map { piece in
            guard look.isStrong, case .run(var run) = piece, case .text = run.content else { return piece }
            run.properties += [.flag("w:b"), .flag("w:bCs")].filter { !run.properties.contains($0) }
            return .run(run)
          }
        }
      }
      let tabs: [Element] = stops.isEmpty ? [] : [Element("w:tabs", [:], stops)]
      story.append(.paragraph(paragraph(place.role, tabs + [typesetter.alignment(.left)], pieces)))
    }
    return story
  }

  /// Whether the table can stand on an upright page only in type too small: its columns would hold less than four
  /// characters of 五号, or its words be whole only below 小五; and a turned page would give them room.
  private func isTooWide(_ columns: TableColumnWidths, for width: Int) -> Bool {
    guard style.page.turned.textWidth > style.page.textWidth else { return false }
    let own = style.style(of: .tableCell).size
    if columns.comfortable(TableDensity(size: min(own, 21), of: own)).reduce(0, +) > width { return true }
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
    let alignments = alignments(of: table, grid)
    var shapes: [CellShape: [Element]] = [:]
    var rows: [StoryTable.Row] = []
    for (index, places) in grid.rows.enumerated() {
      let isHeader = index < table.headerRows
      var row = StoryTable.Row(properties: [.flag("w:cantSplit")], cells: [])
      if isHeader { row.properties.append(.flag("w:tblHeader")) }
      for place in places {
        row.cells.append(cell(place, isHeader: isHeader, alignments[place.column], density, widths, &shapes))
      }
      rows.append(row)
    }
    // A small table goes to the next page whole, as a clerk would move it, rather than with its head and a row left behind.
    if place.role == .body, isSmall(grid, density, widths) {
      for index in rows.indices.dropLast() { rows[index].keepWithNext() }
    }
    return story + [.table(StoryTable(properties: properties, columns: widths, rows: rows))]
  }

  /// How the text of each column stands: as the source has it; where it says nothing, numbers are centred, in English text
  /// at the right, unless the style has them elsewhere than at the left. Nil for as the style has it.
  private func alignments(of table: Table, _ grid: TableGrid) -> [RoleStyle.Alignment?] {
    let mayMove = [.left, .justified].contains(style.style(of: .tableCell).alignment)
    let numbers = NumberColumns.among(
      grid.rows.dropFirst(table.headerRows).joined().filter { $0.span == 1 && $0.merge != .continues }.map {
        ($0.column, $0.body.plainText)
      })
    return (0..<grid.columns).map { column in
      switch table.alignments.indices.contains(column) ? table.alignments[column] : .none {
      case .left: return .left
      case .center: return .center
      case .right: return .right
      case .none: break
      }
      guard mayMove, table.headerRows > 0, numbers.contains(column) else { return nil }
      return isChinese ? .center : .right
    }
  }

  /// Whether the table takes a third of a page at most, by the count of its characters.
  private func isSmall(_ grid: TableGrid, _ density: TableDensity, _ widths: [Int]) -> Bool {
    let most = style.page.textHeight / 3
    var height = 0
    for row in grid.rows {
      var lines = 1
      for place in row where place.merge == .none {
        let width = max(widths[place.column..<place.column + place.span].reduce(0, +) - 2 * density.margin, 100)
        let own = place.body.plainText.split(separator: "\n").reduce(0) {
          $0 + TextWidth.of($1) * density.size / 10 / width + 1
        }
        lines = max(lines, own)
        var pictures = PicturesWithin()
        pictures.visit(place.body)
        if !pictures.all.isEmpty { return false }
      }
      height += lines * density.size * 13 + 2 * (density.margin / 3)
      if height > most { return false }
    }
    return true
  }

  private mutating func cell(
    _ place: TableGrid.Place, isHeader: Bool, _ alignment: RoleStyle.Alignment?, _ density: TableDensity,
    _ widths: [Int], _ shapes: inout [CellShape: [Element]]
  ) -> StoryTable.Cell {
    let width = widths[place.column..<place.column + place.span].reduce(0, +)
    let shape = CellShape(width: width, span: place.span, merge: place.merge)
    let properties = shapes[shape] ?? shape.properties
    shapes[shape] = properties
    var inner = BlockPlace(role: isHeader ? .tableHeader : .tableCell, width: max(width - 2 * density.margin, 100))
    if density.isClose { inner.size = min(density.size, style.style(of: inner.role).size) }
    if !isHeader { inner.alignment = alignment }
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

/// What the properties of a cell depend on. Cells of one shape share theirs: a large table has a hundred thousand cells of few
/// shapes.
private struct CellShape: Hashable {
  var width: Int
  var span: Int
  var merge: TableGrid.Merge

  var properties: [Element] {
    var properties: [Element] = [
      Element("w:tcW", ["w:w": String(width), "w:type": "dxa"]), .val("w:vAlign", "center"),
    ]
    if span > 1 { properties.append(.val("w:gridSpan", span)) }
    switch merge {
    case .none: break
    case .begins: properties.append(.val("w:vMerge", "restart"))
    case .continues: properties.append(Element("w:vMerge"))
    }
    return properties
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
