internal import ExportPipeline
internal import HouseStyle
internal import IssueModel

extension StoryBuilder {
  /// The imprint between its rules: a table of one column, a row for each row, so that it cannot be torn.
  /// - Parameter head: How many blocks of `body` are the masthead.
  mutating func imprint(behind body: Story, _ head: Int) -> Story {
    let rows = plan.composition.imprint
    guard !rows.isEmpty else { return [] }
    let width = style.page.textWidth
    // One that no page holds is torn between its lines, or the pages before it stay half empty.
    let isTorn = isTallerThanPage(rows)
    var tableRows: [StoryTable.Row] = []
    for (index, row) in rows.enumerated() {
      let isLast = index == rows.count - 1
      var borders: [Element] = []
      if index == 0, row.isRuledAbove {
        borders.append(border("w:top", style.rules[.imprintEdge]))
      } else if index > 0, rows[index - 1].isRuledBelow {
        borders.append(border("w:top", style.rules[.imprintInner]))
      }
      if isLast, row.isRuledBelow { borders.append(border("w:bottom", style.rules[.imprintEdge])) }
      let paragraphs = paragraphs(of: row, keepWithNext: !isLast && !isTorn)
      let properties: [Element] =
        [Element("w:tcW", ["w:w": String(width), "w:type": "dxa"])]
        + (borders.isEmpty ? [] : [Element("w:tcBorders", [:], borders)])
      tableRows.append(
        StoryTable.Row(
          properties: isTorn ? [] : [.flag("w:cantSplit")],
          cells: [StoryTable.Cell(properties: properties, story: paragraphs.map { .paragraph($0) })]))
    }
    var properties: [Element] = [
      Element("w:tblW", ["w:w": String(width), "w:type": "dxa"]),
      Element("w:tblLayout", ["w:type": "fixed"]),
      // The rules are as wide as the text block; the indents of the lines are their styles' matter.
      Element(
        "w:tblCellMar", [:],
        [Element("w:left", ["w:w": "0", "w:type": "dxa"]), Element("w:right", ["w:w": "0", "w:type": "dxa"])]),
    ]
    let place = place(of: tableRows, width, behind: body, head, isTorn: isTorn)
    let isStripped = hasStrip && mayBeStripped(tableRows, width)
    properties += position(of: place, isStripped: isStripped)
    let table = StoryTable(properties: properties, columns: [width], rows: tableRows)
    if place != .behindText {
      if isStripped { return strip(above: table, at: place) + [.table(table), filler(height: ImprintStrip.end)] }
      switch body.last {
      // LibreOffice would take a floating table that begins a section into the section before: onto a turned page.
      case .sectionEnd: return [filler(), .table(table), filler()]
      // The paragraph that parts it from a table keeps the last rows of that on its page.
      case .table: return [filler(height: 240, keepsWithNext: true), .table(table), filler()]
      case .paragraph, nil: return [.table(table), filler()]
      }
    }
    // Behind the text its first rule needs some air, which does not part them.
    return [filler(height: style.page.linePitch / 2, keepsWithNext: !isTorn), .table(table), filler()]
  }

  /// A table that floats must fit on a page.
  private func isTallerThanPage(_ rows: [Composition.Row<ImprintField>]) -> Bool {
    let role = style.style(of: .distribution)
    let perLine = max(1, (style.page.textWidth - typesetter.characters(400, role)) / (role.size * 10))
    let lines = rows.reduce(0) { sum, row in
      sum + row.cells.reduce(0) { $0 + TextWidth.of($1.words) / (perLine * 100) + 1 }
    }
    return lines * (role.linePitch ?? style.page.linePitch) > style.page.textHeight * 9 / 10
  }

  private mutating func paragraphs(
    of row: Composition.Row<ImprintField>, keepWithNext: Bool
  ) -> [StoryParagraph] {
    let role: Role = row.isDistribution ? .distribution : .imprintLine
    let look = style.style(of: role)
    var properties: [Element] = keepWithNext ? [.flag("w:keepNext")] : []
    if row.cells.count == 1 {
      let cell = row.cells[0]
      switch cell.field {
      case .printDate, .copies: properties.append(typesetter.alignment(cell.alignment ?? .right))
      default:
        let isRagged = look.alignment == .justified && isTurnedOverWithWords(cell.words, look)
        if let alignment = cell.alignment ?? (isRagged ? .left : nil) {
          properties.append(typesetter.alignment(alignment))
        }
      }
      if !cell.label.isEmpty { properties.append(hanging(behind: cell.label, look)) }
      return [paragraph(role, properties, words: cell.words)]
    }
    return line(
      row.cells.map { LineCell(text: $0.words, role: role, alignment: $0.alignment) }, role, properties,
      left: typesetter.characters(look.leftIndent, look), right: typesetter.characters(look.rightIndent, look))
  }

  /// Whether `text` fills more than a line of Chinese and has Western words in it, which go to the next line whole: the few
  /// characters before them would be drawn apart.
  private func isTurnedOverWithWords(_ text: String, _ look: RoleStyle) -> Bool {
    let room = style.page.textWidth - typesetter.characters(look.leftIndent + look.rightIndent, look)
    guard isChinese, TextWidth.ofLine(text) * look.size / 10 > room else { return false }
    var run = 0
    return text.unicodeScalars.contains { scalar in
      run = TextWidth.isWestern(scalar) ? run + 1 : 0
      return run >= 3
    }
  }

  /// Lines after the first begin behind the label, unless that is very long.
  private func hanging(behind label: String, _ role: RoleStyle) -> Element {
    let width = min(TextWidth.of(label), 800) * role.size / 10
    return typesetter.indents(
      left: typesetter.characters(role.leftIndent, role) + width, right: typesetter.characters(role.rightIndent, role),
      firstLine: -width)
  }
}

extension StoryParagraph {
  /// Whether a picture stands in one of its lines.
  var hasPicture: Bool { !pictures.isEmpty }

  /// The pictures that stand in its lines.
  var pictures: [PlacedPicture] {
    runs.compactMap { if case .picture(let picture) = $0.content { picture } else { nil } }
  }

  var runs: [Run] {
    pieces.flatMap { piece in
      switch piece {
      case .run(let run): [run]
      case .link(let link): link.runs
      case .control(let control): control.runs
      case .bookmarkStart, .bookmarkEnd: [Run]()
      }
    }
  }

  /// The numbers of the footnotes whose marks stand in it.
  var notes: [Int] { runs.compactMap { if case .noteReference(let number) = $0.content { number } else { nil } } }

  var words: [String] { runs.compactMap { if case .text(let text) = $0.content { text } else { nil } } }
}
