internal import HouseStyle
internal import IssueModel

/// Where blocks stand, as far as it changes how they are laid out.
struct BlockPlace {
  /// What plain paragraphs there are for.
  var role: Role
  /// The width they have, in twips.
  var width: Int
  /// How many lists they lie within.
  var listDepth = 0
  /// How lines stand, where it is not as the style says.
  var alignment: RoleStyle.Alignment?
  /// The size of the type in half-points, where it is not as the style says.
  var size: Int?
}

extension StoryBuilder {
  mutating func story(of blocks: [Block], _ place: BlockPlace) -> Story {
    var story: Story = []
    for block in blocks {
      var added = self.story(of: block, place)
      if place.role != .tableCell, place.role != .tableHeader { keepClear(&story, &added) }
      story += added
    }
    return story
  }

  private mutating func story(of block: Block, _ place: BlockPlace) -> Story {
    position = block.source?.start ?? position
    blockWidth = place.width
    switch block {
    case .paragraph(let paragraph):
      let role = role(of: paragraph, place)
      var properties: [Element] = []
      if role == .attachments {
        let words = paragraph.inlines.plainText
        if isChinese { properties.append(attachmentIndents(words)) }
        // 附件： above a list of them.
        if words.hasSuffix("：") || words.hasSuffix(":") { properties.append(.flag("w:keepNext")) }
      }
      return divided(self.paragraph(paragraph.inlines, role, place, properties))
    case .subheading(let subheading): return [.paragraph(heading(subheading, place))]
    case .list(let list): return story(of: list, place)
    case .table(let table): return story(of: table, place)
    case .figure(let figure): return story(of: figure, place)
    case .quote(let quote):
      var inner = place
      if place.role == .body { inner.role = .quote }
      return story(of: quote.body, inner)
    case .rule: return [rule()]
    case .preformatted(let preformatted):
      return [.paragraph(paragraph(.preformatted, words: preformatted.text))]
    }
  }

  /// Keeps half a line free between a table and the text above and below it.
  private func keepClear(_ story: inout Story, _ added: inout Story) {
    guard let last = story.indices.last, let first = added.indices.first else { return }
    switch (story[last], added[first]) {
    case (.paragraph(let above), .table): story[last] = .paragraph(spaced(above, after: 50))
    case (.table, .paragraph(let below)): added[first] = .paragraph(spaced(below, before: 50))
    default: break
    }
  }

  private func spaced(_ paragraph: StoryParagraph, before: Int = 0, after: Int = 0) -> StoryParagraph {
    var look = style.style(of: paragraph.role)
    look.spaceBefore = max(look.spaceBefore, before)
    look.spaceAfter = max(look.spaceAfter, after)
    var paragraph = paragraph
    if let own = paragraph.properties.firstIndex(where: { $0.name == "w:spacing" }) {
      if paragraph.hasPicture {
        // Its lines stay as they are: they grow with the picture.
        look.linePitch = 0
        paragraph.properties[own] = typesetter.spacing(look)
      } else if !paragraph.words.isEmpty {
        // One between two tables has space on both sides.
        if before > 0 { paragraph.setSpacing(typesetter.spacing(look), of: "w:before") }
        if after > 0 { paragraph.setSpacing(typesetter.spacing(look), of: "w:after") }
      }
    } else {
      paragraph.properties.append(typesetter.spacing(look))
    }
    return paragraph
  }

  private func role(of paragraph: Paragraph, _ place: BlockPlace) -> Role {
    guard place.role == .body else { return place.role }
    switch paragraph.role {
    case .body: return .body
    case .salutation: return .salutation
    case .attachments: return .attachments
    }
  }

  /// A paragraph of `inlines`. One with a picture in it grows with that: an exact line pitch would cut it off.
  mutating func paragraph(
    _ inlines: [Inline], _ role: Role, _ place: BlockPlace, _ properties: [Element] = [], look: RunLook = RunLook()
  ) -> StoryParagraph {
    var look = look
    if let size = place.size { look.size = size }
    let pieces = pieces(inlines, role, look)
    var result = paragraph(role, properties, pieces)
    let hasPicture = result.hasPicture
    if let alignment = place.alignment {
      result.properties.append(typesetter.alignment(alignment))
    } else if isChinese, style.style(of: role).alignment == .justified, hasPicture || hasGap(result, place) {
      // The few characters before a picture or a long number that goes to the next line would be drawn apart.
      result.properties.append(typesetter.alignment(.left))
    }
    if hasPicture { result.properties.append(growing(role)) }
    return result
  }

  /// Whether justified lines of `paragraph` would have holes: a long number or address goes to the next one whole and leaves more than
  /// four characters free, or the text is Western, whose words are not hyphenated.
  private func hasGap(_ paragraph: StoryParagraph, _ place: BlockPlace) -> Bool {
    let words = paragraph.words
    var western = 0
    var longest = 0
    var others = 0
    var run = 0
    // By bytes, for this is asked of every paragraph.
    for text in words {
      for byte in text.utf8 {
        if byte < 0x80 {
          western += 1
          run = byte > 0x20 ? run + 1 : 0
          longest = max(longest, run)
        } else {
          run = 0
          if byte >= 0xE3 { others += 1 }
        }
      }
    }
    if western > 40, others * 8 < western { return true }
    guard longest >= 9 else { return false }
    let look = style.style(of: paragraph.role)
    let em = look.size * 10 + typesetter.squeeze(look)
    let room = place.width - typesetter.characters(look.leftIndent + look.rightIndent, look)
    let first = typesetter.characters(look.firstLineIndent, look)
    // Where a line ends depends on the Western type of the machine: some are a quarter wider than that of the style.
    return [100, 125].contains { western in
      var count = LineCount(room: room * 100 / em, first: first * 100 / em, western: western, hangs: true)
      for text in words { for scalar in text.unicodeScalars { count.add(scalar) } }
      return count.widestGap > 400
    }
  }

  /// Lines of 附件：1.… turn over under the name, and further attachments stand under the first (GB/T 9704-2012,
  /// 7.3.5).
  private func attachmentIndents(_ words: String) -> Element {
    let look = style.style(of: .attachments)
    let scalars = words.unicodeScalars
    let label = scalars.prefix { $0 != "：" && $0 != ":" && $0 != "\n" }
    let hasLabel = words.hasPrefix("附") && label.count <= 4 && label.count < scalars.count
    let rest = hasLabel ? scalars.dropFirst(label.count + 1) : scalars[...]
    let digits = rest.prefix { $0.properties.numericType != nil }
    let mark = rest.dropFirst(digits.count).first
    // Several in one paragraph, a line each, all begin where the first does.
    let hasNumber =
      !digits.isEmpty && digits.count <= 2 && mark.map(".．、".unicodeScalars.contains) == true
      && !scalars.contains("\n")
    let number = hasNumber ? rest.prefix(digits.count + 1).reduce(0) { $0 + TextWidth.of($1) } : 0
    let em = look.size * 10
    let labelWidth = -look.firstLineIndent * em / 100
    let left = typesetter.characters(look.leftIndent, look) + number * em / 100
    return typesetter.indents(
      left: left, right: typesetter.characters(look.rightIndent, look),
      firstLine: -(hasLabel ? labelWidth : 0) - number * em / 100)
  }

  func growing(_ role: Role, spaceBefore: Int = 0) -> Element {
    var look = style.style(of: role)
    look.linePitch = 0
    look.spaceBefore = max(look.spaceBefore, spaceBefore)
    return typesetter.spacing(look)
  }

  private mutating func heading(_ heading: Subheading, _ place: BlockPlace) -> StoryParagraph {
    guard place.role == .body else {
      var look = RunLook()
      look.isStrong = true
      return paragraph(heading.inlines, place.role, place, [.flag("w:keepNext")], look: look)
    }
    let roles: [Role] = [.subheading1, .subheading2, .subheading3, .subheading4]
    return paragraph(heading.inlines, roles[min(max(heading.level, 1), roles.count) - 1], place)
  }

  private mutating func rule() -> StoryBlock {
    let half = style.page.linePitch / 2
    return .paragraph(
      paragraph(
        .body,
        [
          Element("w:pBdr", [:], [border("w:bottom", style.rules[.body])]),
          Element(
            "w:spacing",
            ["w:before": "0", "w:after": String(half), "w:line": String(half), "w:lineRule": "exact"]),
          typesetter.indents(left: 0, right: 0, firstLine: 0),
        ]))
  }

  // MARK: Lists

  private mutating func story(of list: List, _ place: BlockPlace) -> Story {
    if list.printsOwnMarks { return list.items.flatMap { self.story(of: $0, place) } }
    plan.lists.append(WordPlan.PlannedList(start: list.start, depth: place.listDepth))
    let id = plan.lists.count
    // Levels beyond the ninth do not exist (ISO/IEC 29500-1, 17.9.3).
    let level = min(place.listDepth, 8)
    let number = Element("w:numPr", [:], [.val("w:ilvl", level), .val("w:numId", id)])
    let role = place.role == .body ? Role.listItem : place.role
    var inner = place
    inner.listDepth += 1
    var story: Story = []
    for (index, item) in list.items.enumerated() {
      var rest = item[...]
      if case .paragraph(let first)? = rest.first {
        rest.removeFirst()
        story += divided(
          paragraph(first.inlines, role, place, [number]),
          behind: list.start.map { .number($0 + index, level) } ?? .bullet(level))
      } else {
        story.append(.paragraph(paragraph(role, [number])))
      }
      story += self.story(of: Array(rest), inner)
    }
    return story
  }

  /// A mark of a list, behind which text stands.
  private enum ListMark {
    case bullet(Int)
    case number(Int, Int)
  }

  /// The lines of a Chinese paragraph that the source has broken, each a paragraph: behind a line break Word begins at the left
  /// edge, where Chinese text indents the first line. Those of a list's item begin below its text.
  private func divided(_ paragraph: StoryParagraph, behind mark: ListMark? = nil) -> Story {
    let look = style.style(of: paragraph.role)
    let isIndented = look.firstLineIndent > 0 && paragraph.role != .attachments
    guard isChinese, isIndented, !paragraph.hasPicture else { return [.paragraph(paragraph)] }
    var lines: [[StoryParagraph.Piece]] = [[]]
    for piece in paragraph.pieces {
      if case .run(let run) = piece, case .lineBreak = run.content {
        lines.append([])
      } else {
        lines[lines.count - 1].append(piece)
      }
    }
    return lines.enumerated().map { index, pieces in
      var line = paragraph
      line.pieces = pieces
      guard index > 0, let mark else { return .paragraph(line) }
      line.properties.removeAll { $0.name == "w:numPr" }
      let (level, width) = measures(of: mark)
      line.properties.append(
        typesetter.indents(
          left: typesetter.characters(look.leftIndent + 200 * level, look),
          right: typesetter.characters(look.rightIndent, look),
          firstLine: typesetter.characters(look.firstLineIndent + width, look)))
      return .paragraph(line)
    }
  }

  /// The level of a mark and its width in hundredths of a character.
  private func measures(of mark: ListMark) -> (level: Int, width: Int) {
    func at<Mark>(_ marks: [Mark], _ level: Int) -> Mark? { marks.isEmpty ? nil : marks[min(level, marks.count - 1)] }
    switch mark {
    case .bullet(let level): return (level, TextWidth.of(at(style.lists.bullets, level) ?? "•"))
    case .number(let value, let level):
      guard let number = at(style.lists.numbers, level) else { return (level, 100) }
      let digits =
        switch number.digits {
        case .decimal: 50 * String(value).count
        case .letters, .roman: 60
        case .circled: 100
        // 一 to 十, then two or three.
        case .chinese: value <= 10 ? 100 : value < 20 || value % 10 == 0 ? 200 : 300
        }
      return (level, TextWidth.of(number.prefix) + digits + TextWidth.of(number.suffix))
    }
  }
}
