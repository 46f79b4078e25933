internal import ExportPipeline
internal import HouseStyle
internal import IssueModel
internal import XMLBinding

extension StoryBuilder {
  /// The masthead with the rule under its last row.
  mutating func masthead() -> Story {
    var paragraphs: [StoryParagraph] = []
    var followsNumber = false
    for row in plan.composition.masthead {
      var added = self.paragraphs(of: row)
      // A line under the number belongs to it: 第 7 期, under it （总第 86 期）.
      if followsNumber, row.cells.count == 1, case .other = row.cells[0].field {
        added = [paragraph(.issueNumber, words: row.cells[0].words)]
      } else {
        followsNumber = row.cells.count == 1 && row.cells[0].field == .number
      }
      paragraphs += added
    }
    if let last = paragraphs.indices.last, let rule = style.rules[.masthead] {
      let role = style.style(of: paragraphs[last].role)
      var spacing = role
      spacing.spaceAfter = rule.spaceAfter
      let keepsLine = paragraphs[last].properties.contains { $0.name.text == "w:spacing" }
      paragraphs[last].properties.append(Element("w:pBdr", [:], [border("w:bottom", rule)]))
      if !keepsLine { paragraphs[last].properties.append(typesetter.spacing(spacing)) }
    }
    return paragraphs.map { StoryBlock.paragraph($0) }
  }

  func border(_ side: XMLName, _ rule: RuleStyle?) -> Element {
    guard let rule else { return Element(side, ["w:val": "nil"]) }
    return Element(
      side,
      [
        "w:val": "single", "w:sz": String(rule.width), "w:space": String(rule.distance),
        "w:color": rule.color ?? "auto",
      ])
  }

  private func role(of field: MastheadField) -> Role {
    switch field {
    case .series: .series
    case .name: .mastheadName
    case .number: .issueNumber
    case .office, .date, .other: .mastheadLine
    case .classification: .classification
    case .notice: .notice
    case .copyNumber: .copyNumber
    case .signer: .signer
    }
  }

  private mutating func paragraphs(of row: Composition.Row<MastheadField>) -> [StoryParagraph] {
    let cells = row.cells.map { LineCell(label: $0.label, words: $0.words, role: role(of: $0.field), field: $0.field) }
    if cells.count == 1 {
      let cell = cells[0]
      if !row.cells[0].label.isEmpty { return [labelled(row.cells[0], cell.role)] }
      if cell.role == .mastheadName { return [name(cell.words)] }
      return [paragraph(cell.role, [], controlled(cell.field, runs(cell.words, cell.role)))]
    }
    let size = cells.map { style.style(of: $0.role).size }.max() ?? 0
    var properties = [typesetter.alignment(.left)]
    if size > style.style(of: .mastheadLine).size {
      var role = style.style(of: .mastheadLine)
      role.linePitch = size * 14
      properties.append(typesetter.spacing(role))
    }
    return line(
      cells, .mastheadLine, properties, left: 0, right: 0)
  }

  /// A cell with a label: the label in the look of the masthead's lines, only the names in their own
  /// (GB/T 9704-2012, 7.2.6).
  private mutating func labelled(_ cell: Composition.Cell<MastheadField>, _ role: Role) -> StoryParagraph {
    var look = RunLook()
    look.role = .mastheadLine
    let label = runs(cell.label, role, look).map { StoryParagraph.Piece.run($0) }
    return paragraph(role, [], label + controlled(cell.field, runs(cell.text, role)))
  }

  /// The name as large as the style has it, or smaller if it would not stand on one line.
  private mutating func name(_ words: String) -> StoryParagraph {
    let role = style.style(of: .mastheadName)
    // A little air on both sides, as a name that touches both edges looks crammed.
    // Western fonts, bold ones and capitals above all, are wider than can be told here.
    let room = style.page.textWidth * (isChinese ? 96 : 84) / 100
    let ems = max(TextWidth.of(words), 1)
    let fitting = room * 100 / (ems * 10)
    guard fitting < role.size else {
      return paragraph(.mastheadName, [], controlled(.name, runs(words, .mastheadName)))
    }
    // Below the size of a title it is better broken than smaller.
    let least = min(role.size, style.style(of: .articleTitle).size)
    var look = RunLook()
    look.size = max(fitting, least)
    let lines = fitting >= least ? [words] : lines(of: words, size: least, room: room)
    var spacing = role
    spacing.linePitch = max((look.size ?? role.size) * 14, style.page.linePitch)
    let pieces =
      lines.count == 1
      ? controlled(.name, runs(words, .mastheadName, look)) : broken(lines, .mastheadName, look)
    return paragraph(.mastheadName, [typesetter.spacing(spacing)], pieces)
  }

  /// `runs`, the words of `field`, in a content control: if they are one run in the look of the paragraph, which
  /// LibreOffice gives all plain text of controls, and just what the model holds, which Word will put there.
  private mutating func controlled(_ field: MastheadField?, _ runs: [Run]) -> [StoryParagraph.Piece] {
    guard let field, let name = ControlName(field), runs.count == 1, runs[0].properties.isEmpty,
      case .text(let text) = runs[0].content,
      plan.issue.masthead.verbatim(field) == text
    else { return runs.map { .run($0) } }
    controls += 1
    return [
      .control(
        ContentControl(
          number: controls, field: field, title: isChinese ? name.chinese : name.english, tag: name.tag, run: runs[0]))
    ]
  }

  /// `lines` with a line end between two.
  mutating func broken(_ lines: [String], _ role: Role, _ look: RunLook = RunLook()) -> [StoryParagraph.Piece] {
    var pieces: [StoryParagraph.Piece] = []
    for (index, line) in lines.enumerated() {
      if index > 0 { pieces.append(.run(Run(content: .lineBreak))) }
      pieces += runs(line, role, look).map { .run($0) }
    }
    return pieces
  }

  /// The tab stops of a line: the last cell at the right, one between two in the middle, more at equal distances; where cells
  /// would touch then, with equal gaps.
  private func tabs(of cells: [LineCell], left: Int, width: Int) -> [Element] {
    let widths = cells.map { TextWidth.of($0.words) * style.style(of: $0.role).size / 10 }
    let last = cells.count - 1
    var starts = cells.indices.map { width * $0 / last }
    if cells.count == 3 { starts[1] = (width - widths[1]) / 2 }
    starts[last] = width - widths[last]
    let em = style.style(of: cells[0].role).size * 10
    let touch = (1...last).contains { starts[$0] < starts[$0 - 1] + widths[$0 - 1] + em / 2 }
    let isCentred = cells.count == 3 && !touch
    if touch {
      let gap = (width - widths.reduce(0, +)) / last
      for index in 1...last { starts[index] = starts[index - 1] + widths[index - 1] + gap }
    }
    return (1...last).map { index in
      let kind = index == last ? "right" : isCentred ? "center" : "left"
      let place = index == last ? width : isCentred ? width / 2 : starts[index]
      return Element("w:tab", ["w:val": kind, "w:pos": String(left + place)])
    }
  }

  /// The words of `cell` in a line of `role`: its label as the line, the rest in the look of its own role.
  private mutating func pieces(of cell: LineCell, _ role: Role) -> [StoryParagraph.Piece] {
    var look = RunLook()
    look.role = cell.role
    let label = runs(cell.label, role).map { StoryParagraph.Piece.run($0) }
    let words = cell.label.isEmpty ? cell.words : String(cell.words.dropFirst(cell.label.count))
    return label + controlled(cell.field, runs(words, role, look))
  }

  /// Cells side by side on one line: the first at the left edge, the last at the right one. Where they need
  /// more room than there is, each gets a line of its own.
  mutating func line(
    _ cells: [LineCell], _ role: Role, _ properties: [Element], left: Int, right: Int
  ) -> [StoryParagraph] {
    let width = style.page.textWidth - left - right
    let needed = cells.reduce(0) { sum, cell in
      // An em between two cells at least.
      sum + (TextWidth.of(cell.words) + 100) * style.style(of: cell.role).size / 10
    }
    guard needed <= width else {
      var paragraphs: [StoryParagraph] = []
      for (index, cell) in cells.enumerated() {
        let alignment: RoleStyle.Alignment =
          index == 0 ? .left : index == cells.count - 1 ? .right : cells.count == 3 ? .center : .left
        let others = properties.filter { $0.name.text != "w:jc" }
        paragraphs.append(paragraph(role, others + [typesetter.alignment(alignment)], pieces(of: cell, role)))
      }
      return paragraphs
    }
    let tabs = tabs(of: cells, left: left, width: width)
    var pieces: [StoryParagraph.Piece] = []
    for (index, cell) in cells.enumerated() {
      if index > 0 { pieces.append(.run(Run(content: .tab))) }
      pieces += self.pieces(of: cell, role)
    }
    return [paragraph(role, properties + [Element("w:tabs", [:], tabs)], pieces)]
  }
}

/// Words that share a line with others.
struct LineCell {
  /// The part of the words that is in the look of the line, not of their role.
  var label = ""
  var words: String
  var role: Role
  /// The field of the masthead that the words are; nil for others.
  var field: MastheadField?
}

/// What a control of the masthead is called.
private struct ControlName {
  let tag: String
  let english: String
  let chinese: String

  /// The name for `field`; nil for lines that are no certain field.
  init?(_ field: MastheadField) {
    switch field {
    case .series: (tag, english, chinese) = ("series", "Series", "丛刊名")
    case .name: (tag, english, chinese) = ("name", "Name", "刊名")
    case .number: (tag, english, chinese) = ("number", "Issue number", "期号")
    case .office: (tag, english, chinese) = ("office", "Office", "编印单位")
    case .date: (tag, english, chinese) = ("date", "Date", "日期")
    case .classification: (tag, english, chinese) = ("classification", "Classification", "密级")
    case .notice: (tag, english, chinese) = ("notice", "Notice", "使用说明")
    case .copyNumber: (tag, english, chinese) = ("copyNumber", "Copy number", "份号")
    case .signer: (tag, english, chinese) = ("signer", "Approved by", "签发人")
    case .other: return nil
    }
  }
}

extension Masthead {
  /// The text of `field` as the model holds it.
  fileprivate func verbatim(_ field: MastheadField) -> String? {
    switch field {
    case .series: series
    case .name: name
    case .number: number?.verbatim
    case .office: officeVerbatim ?? office
    case .date: date?.verbatim
    case .classification: classification
    case .notice: notice
    case .copyNumber: copyNumber
    case .signer: signer
    case .other: nil
    }
  }
}
