internal import HouseStyle
internal import IssueModel

/// What goes to the page of the imprint where the text leaves that no room: it must not stand on a page without text, nor on
/// one with nothing but signatures (此页无正文).
extension StoryBuilder {
  /// `body` with its last lines kept on the page of `imprint`: two of text, or the last rows of a table.
  ///
  /// By the standard a paragraph has at least a part of it on the page of the next (ISO/IEC 29500-1, 17.3.1.15: `w:keepNext`), and
  /// a long one is broken. LibreOffice moves it whole, with the title above it, even one that goes on to the next page anyway. So one
  /// longer than a third of a page is kept only where the imprint would be alone without, where that cannot be told up to half a
  /// page; nor is what would not fit on one page with the imprint, nor the whole text, which would leave the masthead alone.
  /// - Parameter head: How many blocks stand above the text: the masthead.
  func keepingWithImprint(_ body: Story, behind head: Int, _ imprint: StoryTable) -> Story {
    let estimate = PageEstimate([], notes: [], style, typesetter)
    let page = style.page
    let imprintHeight = estimate.height(of: [.table(imprint)], width: page.textWidth)
    // A line less than there is: the count may be one too low.
    var room = page.textHeight - page.linePitch - imprintHeight
    var kept = body
    var lines = 0
    var index = body.count
    while lines < 2, index > head {
      index -= 1
      switch body[index] {
      case .sectionEnd: return kept
      case .table(var table):
        // One line below it is company already.
        guard lines == 0, keepLastRows(of: &table, in: room, estimate) else { return kept }
        if table.rows[0].keepsWithNext, isAllText(before: index, behind: head, in: body) { return kept }
        kept[index] = .table(table)
        return kept
      case .paragraph(var paragraph):
        let height = estimate.height(of: [body[index]], width: page.textWidth)
        let own = estimate.lineCount(of: paragraph, width: page.textWidth)
        // One line is company already: more than two others would leave a gap for little.
        guard height <= room, lines == 0 || own <= 2 else { return kept }
        if own > 2, isAllText(before: index, behind: head, in: body) { return kept }
        if height * 3 > page.textHeight {
          guard leavesAlone(body, imprintHeight) ?? (height * 2 <= page.textHeight) else { return kept }
        }
        room -= height
        if ![.attribution, .signatureOffice, .signatureDate].contains(paragraph.role) { lines += own }
        paragraph.keepWithNext()
        if imprint.floats, index == body.count - 1 { closeUp(&paragraph) }
        kept[index] = .paragraph(paragraph)
      }
    }
    return kept
  }

  /// Whether `body` is likely to end where an imprint of that height has no room below it: as it is counted, or a line higher or
  /// lower. Nil where that cannot be told, of Western text and behind twenty pages: lines of Chinese hold so many characters.
  private func leavesAlone(_ body: Story, _ imprint: Int) -> Bool? {
    guard isChinese else { return nil }
    let line = style.page.linePitch
    let estimates = [0, -line, line].map {
      PageEstimate(body, notes: plan.notes, style, typesetter, .init(shift: $0))
    }
    guard estimates[0].page <= 20 else { return nil }
    return estimates.contains { $0.height + imprint > style.page.textHeight }
  }

  /// LibreOffice leaves a last paragraph with space below it on the page before, and the imprint alone on its own.
  private func closeUp(_ paragraph: inout StoryParagraph) {
    var close = style.style(of: paragraph.role)
    guard close.spaceAfter > 0, !paragraph.properties.contains(where: { $0.name == "w:spacing" }) else { return }
    close.spaceAfter = 0
    paragraph.properties.append(typesetter.spacing(close))
  }

  /// Keeps the last two rows of `table` with what follows it, or all where no more would be left than its head; false if they
  /// do not fit in `room`.
  private func keepLastRows(of table: inout StoryTable, in room: Int, _ estimate: PageEstimate) -> Bool {
    let heads = table.rows.prefix(while: \.isHeader).count
    var first = table.rows.count - 2
    if first <= heads { first = 0 }
    // A table that is kept whole anyway goes whole.
    while first > 0, table.rows[first - 1].keepsWithNext { first -= 1 }
    guard first < table.rows.count else { return false }
    var last = table
    last.rows = Array(table.rows.prefix(first > 0 ? heads : 0) + table.rows[first...])
    guard estimate.height(of: [.table(last)], width: style.page.textWidth) <= room else { return false }
    for index in first..<table.rows.count { table.rows[index].keepWithNext() }
    return true
  }

  /// Whether nothing but what goes with the block at `index` stands between the masthead and it.
  private func isAllText(before index: Int, behind head: Int, in body: Story) -> Bool {
    body[head..<index].allSatisfy { block in
      guard case .paragraph(let paragraph) = block else { return false }
      return paragraph.keepsWithNext || style.style(of: paragraph.role).keepWithNext
    }
  }
}
