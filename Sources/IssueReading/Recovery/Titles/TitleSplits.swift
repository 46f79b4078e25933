import IssueModel

/// Blocks that hold a title and something else, taken apart.
extension TitleWork {
  /// A heading one of whose further lines begins with a dash holds title and subtitle: two blocks.
  mutating func splitSubtitles() {
    func isHead(_ block: DraftBlock) -> Bool {
      guard (2...4).contains(block.lines.count), block.isText, block.role == nil else { return false }
      return block.headingLevel != nil || block.isBold || block.isCentred && !LineGrammar.isProse(block.lines[0].text)
    }
    draft.blocks.replace { block in
      guard isHead(block),
        let dash = block.lines.dropFirst().firstIndex(where: { Self.subtitle($0.text) != nil })
      else { return nil }
      var title = block
      title.lines = Array(block.lines[..<dash])
      title.lines[dash - 1].endsHard = false
      var subtitle = block
      subtitle.form = .paragraph
      subtitle.lines = Array(block.lines[dash...])
      subtitle.source = SourceRange(line: block.lines[dash].number)
      return [title, subtitle]
    }
  }

  /// A paragraph of two or three short lines of which one alone is bold: that is a title, what stands above it announces it,
  /// and below it stands a subtitle or who wrote it.
  mutating func splitBoldLines() {
    func parts(_ block: DraftBlock) -> Int? {
      guard block.role == nil, case .paragraph = block.form, (2...3).contains(block.lines.count),
        block.lines.allSatisfy({ $0.text.fits(72) && !LineGrammar.isProse($0.text) })
      else { return nil }
      let bold = block.lines.indices.filter { block.lines[$0].inlines.isAllStrong }
      guard bold.count == 1, bold[0] < 2, block.lines[bold[0]].text.hasHan,
        (8...72).contains(block.lines[bold[0]].text.columns) || block.lines[bold[0]].text.hanCount >= 3,
        !draft.lists(block.text.letters)
      else { return nil }
      let below = block.lines.dropFirst(bold[0] + 1)
      guard
        below.allSatisfy({ line in
          Self.subtitle(line.text) != nil || Self.isWriter(line.text) || Self.isPerson(line.text.withoutBlanks)
        }), below.count <= 1, bold[0] == 1 || !below.isEmpty
      else { return nil }
      return bold[0]
    }
    var blocks = draft.blocks
    blocks.replace { block in
      guard block.lines.count > 1, let bold = parts(block) else { return nil }
      return block.lines.enumerated().map { place, line in
        var part = block
        part.lines = [DraftLine(inlines: line.inlines, number: line.number)]
        part.source = SourceRange(line: line.number)
        if place < bold { part.role = .kicker }
        // Where no list says what the titles are, such lines are sure.
        if place == bold, draft.contents == nil {
          part.role = .title
          part.lines[0] = DraftLine(inlines: line.inlines.withoutStrong, number: line.number)
        }
        return part
      }
    }
    draft.blocks = blocks
  }

  /// A paragraph whose first line is numbered 一、 as that of another paragraph is, and ends no sentence, holds a title and
  /// text: two blocks.
  mutating func splitTitleLines() {
    func isTitleLine(_ block: DraftBlock) -> Bool {
      guard block.role == nil, case .paragraph = block.form, block.lines.count > 1, !block.isBold else { return false }
      let first = block.lines[0].text.trimmed
      guard LineGrammar.numbering(first)?.level == 1, (8...80).contains(first.columns),
        let last = first.unicodeScalars.last, !"。；，、：…;,:.！？!?”".unicodeScalars.contains(last),
        let second = block.lines.dropFirst().first,
        LineGrammar.isProse(second.text), second.text.unicodeScalars.first?.continuesText == false
      else { return false }
      // In wrapped text, a first line as wide as the others goes on in them.
      return block.lines.dropFirst().contains { $0.text.columns >= first.columns + 8 }
    }
    var found = 0
    var blocks = draft.blocks
    blocks.replace { block in
      guard isTitleLine(block) else { return nil }
      found += 1
      var title = block
      title.lines = [title.lines[0]]
      title.lines[0].endsHard = false
      title.source = SourceRange(line: title.lines[0].number)
      var text = block
      text.lines.removeFirst()
      text.source.start.line = text.lines[0].number
      return [title, text]
    }
    // One alone has no other to be told by.
    if found >= 2 { draft.blocks = blocks }
  }

  /// A title and, at the right margin of its line, who wrote the article: two blocks.
  mutating func splitBylines() {
    let listed = draft.listedTitles
    draft.blocks.replace { block in
      if block.role == nil, block.isText, block.lines.count == 2, Self.isByline(block.lines[1].text),
        (6...80).contains(block.lines[0].text.columns), !LineGrammar.isProse(block.lines[0].text),
        !Self.isByline(block.lines[0].text), !block.lines[0].text.hasHan,
        block.lines[0].text.trimmed.last.map({ !",;:".contains($0) }) ?? false
      {
        // The writer on the next line.
        var title = block
        title.lines = [block.lines[0]]
        title.lines[0].endsHard = false
        title.source = SourceRange(line: block.lines[0].number)
        var byline = block
        byline.form = .paragraph
        byline.lines = [block.lines[1]]
        byline.source = SourceRange(line: block.lines[1].number)
        return [title, byline]
      }
      guard block.role == nil, block.isText, block.lines.count == 1, let line = block.lines.first,
        line.text.utf8.count <= 240, line.text.contains("    ") || line.text.contains("\u{3000}\u{3000}")
      else { return nil }
      let columns = line.text.columnsByGaps
      guard columns.count == 2, (6...80).contains(columns[0].columns), !LineGrammar.isProse(columns[0]),
        Self.isByline(columns[1]) && !Self.isByline(columns[0])
          || Self.isNames(columns[1]) && LineGrammar.bulleted(columns[0]) != nil
          || columns[1].columns <= 24 && listed.contains(columns[0].letters),
        LineGrammar.anyLabelled(columns[0]) == nil || listed.contains(columns[0].letters)
      else { return nil }
      var title = block
      title.lines = [DraftLine(text: columns[0], number: line.number)]
      var byline = block
      byline.form = .paragraph
      byline.lines = [DraftLine(text: columns[1], number: line.number)]
      if !Self.isByline(columns[1]) { byline.role = .byline }
      return [title, byline]
    }
  }
}
