import IssueModel

/// A contents list that was laid out as a table for each of its parts, the name of the part above it: English Pages, and
/// the titles with their pages; 中文版, and those in the other language.
enum ContentsTables {
  /// Makes lines of such a list: the names as names of sections, the rows as titles with their pages. A single table is
  /// opened by ``ContentsLayout/openTable(_:_:)``.
  static func open(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    guard let heading = ContentsStage.headingPlace(in: draft)
    else { return }
    var entries: [DraftBlock] = []
    var tables = 0
    var end = heading + 1
    while end < draft.blocks.count, draft.blocks[end].isRule { end += 1 }
    while end < draft.blocks.count {
      var place = end
      var name: DraftBlock?
      if isName(draft.blocks[place]) {
        name = draft.blocks[place]
        place += 1
      }
      guard place < draft.blocks.count, let rows = rows(of: draft.blocks[place]) else { break }
      // Only the first of the tables may do without a name.
      guard name != nil || tables == 0 else { break }
      if let name { entries.append(DraftBlock(text: "【" + name.text.trimmed + "】", number: name.line)) }
      let number = draft.blocks[place].line
      for (offset, row) in rows.enumerated() {
        entries.append(
          DraftBlock(text: row.title + "\t" + row.page, number: offset == 0 ? number : number + 1 + offset))
      }
      tables += 1
      end = place + 1
    }
    guard tables >= 2 || tables == 1 && entries.first?.text.hasPrefix("【") == true else { return }
    diagnostics.repaired(
      "layout-table-opened", line: draft.blocks[heading + 1].line,
      tables == 1
        ? "a table that held the contents list was opened" : "\(tables) tables that held the contents list were opened",
      zh: "目录的\(tables)个表格已拆成文字行", severity: .note)
    draft.blocks.replaceSubrange((heading + 1)..<end, with: entries)
  }

  private static func isName(_ block: DraftBlock) -> Bool {
    block.isText && block.lines.count == 1 && block.text.fits(40) && !LineGrammar.isProse(block.text)
      && LineGrammar.wholeBracket(block.text) == nil && ContentsLine(block.text).page == nil
  }

  /// The titles and pages in a table that has nothing else, not even a head.
  private static func rows(of block: DraftBlock) -> [(title: String, page: String)]? {
    guard case .ready(.table(let table)) = block.form, table.caption == nil, (1...40).contains(table.rows.count) else {
      return nil
    }
    let rows = table.rows.map { $0.map(\.body.plainText.trimmed) }
    guard
      rows.allSatisfy({ row in
        row.count == 2 && row[0].columns >= 4 && (1...3).contains(row[1].count)
          && row[1].unicodeScalars.allSatisfy(\.isASCIIDigit)
      })
    else { return nil }
    return rows.map { ($0[0], $0[1]) }
  }
}
