internal import ExportPipeline
internal import HouseStyle
internal import IssueModel
internal import XMLBinding

extension StoryBuilder {
  /// The masthead with its rules.
  mutating func masthead() -> Story {
    var paragraphs: [StoryParagraph] = []
    var followsNumber = false
    var lastRule: RuleStyle?
    for row in plan.composition.masthead {
      var added = self.paragraphs(of: row)
      // A line under the number belongs to it: 第 7 期, under it （总第 86 期）.
      if followsNumber, row.cells.count == 1, case .other = row.cells[0].field, row.cells[0].alignment == nil {
        added = [paragraph(.issueNumber, words: row.cells[0].words)]
      } else {
        followsNumber = row.cells.count == 1 && row.cells[0].field == .number
      }
      lastRule = rule(added: &added, row, behind: lastRule)
      paragraphs += added
    }
    return paragraphs.map { StoryBlock.paragraph($0) }
  }

  /// Draws the rules of `row` at its paragraphs.
  /// - Parameter last: The rule below the row before; nil for none.
  /// - Returns: The rule below this row; nil for none.
  private func rule(
    added paragraphs: inout [StoryParagraph], _ row: Composition.Row<MastheadField>, behind last: RuleStyle?
  ) -> RuleStyle? {
    guard let first = paragraphs.indices.first, let end = paragraphs.indices.last,
      var rule = style.rules[.masthead], row.isRuledAbove || row.isRuledBelow
    else { return nil }
    // Paragraphs one below the other with equal borders are taken for one, with a border at its end alone.
    if rule == last { rule.distance += rule.distance < 31 ? 1 : -1 }
    func add(_ borders: [Element], _ index: Int) {
      paragraphs[index].properties.append(Element("w:pBdr", [:], borders))
    }
    if row.isRuledAbove, row.isRuledBelow, first == end {
      add([border("w:top", rule), border("w:bottom", rule)], first)
    } else {
      if row.isRuledAbove { add([border("w:top", rule)], first) }
      if row.isRuledBelow { add([border("w:bottom", rule)], end) }
    }
    guard row.isRuledBelow else { return nil }
    if !paragraphs[end].properties.contains(where: { $0.name == "w:spacing" }) {
      var spacing = style.style(of: paragraphs[end].role)
      spacing.spaceAfter = rule.spaceAfter
      paragraphs[end].properties.append(typesetter.spacing(spacing))
    }
    return rule
  }

  /// Sets a title that follows the masthead as far below its rule as rule and title ask for together: two lines, by
  /// GB/T 9704-2012, 7.3.1. The space of both is the title's, since programs take the larger of two, or their sum.
  /// - Parameter end: How many blocks of `body` are the masthead's.
  mutating func partTitle(from end: Int, in body: inout Story) {
    guard end > 0, end < body.count, let rule = style.rules[.masthead], rule.spaceAfter > 0,
      plan.composition.masthead.last?.isRuledBelow == true,
      case .paragraph(var last) = body[end - 1], case .paragraph(var title) = body[end],
      title.role == .kicker || title.role == .articleTitle
    else { return }
    var above = style.style(of: last.role)
    above.spaceAfter = 0
    last.setSpacing(typesetter.spacing(above), of: "w:after")
    var below = style.style(of: title.role)
    below.spaceBefore += rule.spaceAfter
    title.setSpacing(typesetter.spacing(below), of: "w:before")
    body[end - 1] = .paragraph(last)
    body[end] = .paragraph(title)
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
    guard row.cells.count == 1, let alignment = row.cells[0].alignment else { return unplacedParagraphs(of: row) }
    return unplacedParagraphs(of: row).map { paragraph in
      var paragraph = paragraph
      paragraph.properties.append(typesetter.alignment(alignment))
      return paragraph
    }
  }

  /// The paragraphs of a row; one of a single cell stands where its role does.
  private mutating func unplacedParagraphs(of row: Composition.Row<MastheadField>) -> [StoryParagraph] {
    // Secrecy and urgency have a line each (GB/T 9704-2012, 7.2.2 and 7.2.3), whatever shares one in the source.
    if isChinese, row.cells.contains(where: { $0.text.firstUrgency != nil }),
      row.cells.allSatisfy({ [.copyNumber, .classification, .notice].contains($0.field) })
    {
      return row.cells.map { paragraph(of: $0) }
    }
    guard row.cells.count > 1 else { return row.cells.map { paragraph(of: $0) } }
    let cells = row.cells.map { lineCell($0) }
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

  private func lineCell(_ cell: Composition.Cell<MastheadField>) -> LineCell {
    LineCell(
      label: cell.label, text: cell.text, role: role(of: cell.field), field: cell.field, alignment: cell.alignment)
  }

  /// A cell that has the line for itself.
  private mutating func paragraph(of cell: Composition.Cell<MastheadField>) -> StoryParagraph {
    let line = lineCell(cell)
    if !cell.label.isEmpty { return labelled(cell, line.role) }
    if line.role == .mastheadName { return name(line.words) }
    if isChinese, [.classification, .notice].contains(cell.field), let lines = cell.text.linesOfUrgency {
      let control = control(cell.field, broken(lines, line.role, RunLook()))
      return paragraph(line.role, [], [control].compactMap { $0 })
    }
    return paragraph(line.role, [], controlled(line, line.role, RunLook()))
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
      ? controlled(.name, runs(words, .mastheadName, look))
      : [control(.name, broken(lines, .mastheadName, look))].compactMap { $0 }
    return paragraph(.mastheadName, [typesetter.spacing(spacing)], pieces)
  }

  /// `runs`, the words of `field`, in a content control: if they are just what the model or the list of printed fields
  /// holds, which Word will put there.
  private mutating func controlled(_ field: MastheadField?, _ runs: [Run]) -> [StoryParagraph.Piece] {
    let words = runs.reduce(into: "") { if case .text(let text) = $1.content { $0 += text } }
    guard let field, runs.allSatisfy({ if case .text = $0.content { true } else { false } }),
      plan.printed(field) == words, let control = control(field, runs)
    else { return runs.map { .run($0) } }
    return [control]
  }

  /// The words of `cell` in a paragraph of `role`, its label in the look of that (GB/T 9704-2012, 7.2.6: only the names are
  /// in 楷体), its text in a content control if it is a field of the masthead.
  mutating func controlled(_ cell: LineCell, _ role: Role, _ look: RunLook) -> [StoryParagraph.Piece] {
    guard cell.field != nil else { return runs(cell.words, role, look).map { .run($0) } }
    return runs(cell.label, role).map { .run($0) } + controlled(cell.field, runs(cell.text, role, look))
  }

  /// `runs` in a control for `field`; nil for a field that has none.
  private mutating func control(_ field: MastheadField, _ runs: [Run]) -> StoryParagraph.Piece? {
    guard let name = ControlName(field) else { return nil }
    controls += 1
    return .control(
      ContentControl(
        number: controls, field: field, title: isChinese ? name.chinese : name.english, tag: name.tag, runs: runs))
  }

  /// `lines` with a line end between two.
  private mutating func broken(_ lines: [String], _ role: Role, _ look: RunLook) -> [Run] {
    var all: [Run] = []
    for (index, line) in lines.enumerated() {
      if index > 0 { all.append(Run(content: .lineBreak)) }
      all += runs(line, role, look)
    }
    return all
  }

  /// `lines` with a line end between two.
  mutating func broken(_ lines: [String], _ role: Role) -> [StoryParagraph.Piece] {
    broken(lines, role, RunLook()).map { .run($0) }
  }
}

extension String {
  /// The first of its words that is a degree of urgency; nil if none is.
  fileprivate var firstUrgency: Substring? {
    split(whereSeparator: \.isWhitespace).first { Masthead.urgencies.contains(String($0)) }
  }

  /// Its words with the degree of urgency on a line of its own; nil if it has none, or nothing else.
  fileprivate var linesOfUrgency: [String]? {
    guard let urgency = firstUrgency else { return nil }
    let words = [self[..<urgency.startIndex], urgency, self[urgency.endIndex...]].map { words in
      String(words.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
    let lines = words.filter { !$0.isEmpty }
    return lines.count > 1 ? lines : nil
  }
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
