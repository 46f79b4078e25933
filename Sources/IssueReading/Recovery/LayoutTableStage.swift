import IssueModel

/// Opens tables that only place text on the page: a masthead or imprint set in cells, a line in a box. Their
/// rows become lines again, the cells set apart by wide blanks.
struct LayoutTableStage: RecoveryStage {
  static let name = "layout-tables"
  static let summary = Wording("open tables that only hold masthead or imprint", zh: "拆开仅用于排版的表格（报头、报尾、单格框）")

  func callAsFunction(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    let lastText =
      draft.blocks.lastIndex { $0.isText && LineGrammar.isProse($0.text) && LineGrammar.distribution($0.text) == nil }
      ?? -1
    var result: [DraftBlock] = []
    for (index, block) in draft.blocks.enumerated() {
      guard case .ready(.table(let whole)) = block.form, index < 8 || index > lastText || Self.isBox(whole),
        let (table, pictures) = Self.pictures(of: whole),
        let lines = Self.lines(of: table, block.line),
        Self.isBox(table) || index < 6 && Self.isMasthead(lines) || index > lastText && Self.isImprint(lines)
          || index < 8 && Self.isContents(lines, table)
      else {
        result.append(block)
        continue
      }
      diagnostics.repaired(
        "layout-table-opened", line: block.line, "a table that only placed text on the page was opened",
        zh: "仅用于排版的表格已拆成文字行", severity: .note)
      for row in Self.repeatedRows(of: table) where !lines.isEmpty {
        let words = excerpt(table.rows[row][0].body.plainText)
        diagnostics.repaired(
          "layout-table-opened", line: block.line + (row == 0 ? 0 : row + 1),
          "the cells of a row all say “\(words)”, as converters write a cell across the columns; it is kept once",
          zh: "跨列单元格“\(words)”被转换程序逐列重复，已合并为一处", severity: .note)
      }
      // An emblem beside the lines stands above them.
      result += pictures.map {
        DraftBlock(form: .ready(.figure($0)), source: $0.source ?? SourceRange(line: block.line))
      }
      result += lines.map { DraftBlock(form: .paragraph, lines: [$0], source: SourceRange(line: $0.number)) }
    }
    draft.blocks = result
  }

  private static func isBox(_ table: Table) -> Bool {
    table.rows.count == 1 && table.rows[0].count == 1 && table.caption == nil
  }

  /// The table without its pictures, and these; nil where one has a caption, for then it is more than an emblem.
  private static func pictures(of table: Table) -> (Table, [Figure])? {
    var table = table
    var pictures: [Figure] = []
    for row in table.rows.indices {
      for cell in table.rows[row].indices {
        var body: [Block] = []
        for block in table.rows[row][cell].body {
          switch block {
          case .figure(let figure):
            guard figure.caption == nil else { return nil }
            pictures.append(figure)
          case .paragraph(var paragraph):
            for case .image(let image) in paragraph.inlines {
              pictures.append(Figure(image: image, source: paragraph.source))
            }
            paragraph.inlines.removeAll { if case .image = $0 { true } else { false } }
            if !paragraph.inlines.plainText.trimmed.isEmpty { body.append(.paragraph(paragraph)) }
          default: body.append(block)
          }
        }
        table.rows[row][cell].body = body
      }
    }
    return (table, pictures)
  }

  /// The rows as lines; nil for a table with more than lines of words in its cells.
  private static func lines(of table: Table, _ number: Int) -> [DraftLine]? {
    guard table.rows.count <= 12 || isColumn(table) && table.rows.count <= 60, table.caption == nil else { return nil }
    var lines: [DraftLine] = []
    let repeated = repeatedRows(of: table)
    for (row, cells) in table.rows.enumerated() {
      // One cell holds lines one below the other.
      let filled = cells.filter { !$0.body.isEmpty }
      if filled.count == 1, cells.count == 1 || filled[0].body.count > 1,
        filled[0].body.allSatisfy({ if case .paragraph = $0 { true } else { false } })
      {
        lines += filled[0].body.flatMap { $0.plainText.split(separator: "\n") }.map { String($0).trimmed }
          .filter { !$0.isEmpty }.map { DraftLine(text: $0, number: number + (row == 0 ? 0 : row + 1)) }
        continue
      }
      guard cells.count <= 4, cells.allSatisfy({ $0.body.count <= 2 }) else { return nil }
      // Name above office at the left, number above date at the right: lines side by side.
      let columns = cells.map {
        $0.body.plainText.split(separator: "\n").map { String($0).trimmed }.filter { !$0.isEmpty }
      }
      if let count = columns.map(\.count).max(), count > 1, columns.count > 1 {
        for line in 0..<count {
          let words = columns.compactMap { $0.indices.contains(line) ? $0[line] : nil }
          lines.append(
            DraftLine(text: words.joined(separator: "\u{3000}\u{3000}"), number: number + (row == 0 ? 0 : row + 1)))
        }
        continue
      }
      var words = cells.map { $0.body.plainText.trimmed }.filter { !$0.isEmpty }
      // A cell across the columns that a converter repeats in each.
      if repeated.count > 1 || words.first?.letters.count ?? 0 >= 8, repeated.contains(row) { words = [words[0]] }
      // Issued by | Roads Directorate: the label of a masthead in a cell of its own.
      if words.count == 2, cells.count == 2, !words[0].hasHan, words[0].fits(24),
        [
          "date", "date of issue", "issued", "issued by", "published by", "published", "office", "from", "to",
          "subject", "editor",
        ]
        .contains(words[0].lowercased())
      {
        lines.append(DraftLine(text: words[0] + ": " + words[1], number: number + (row == 0 ? 0 : row + 1)))
      } else if words.count == 2, cells.count == 2, words[0].hasHan, words[0].withoutBlanks.count <= 6,
        !words[0].hasAny(of: "：:"), ImprintLine.isStrong(words[0] + "：" + words[1])
      {
        // 报 | 市政府: the label of an imprint likewise.
        lines.append(DraftLine(text: words[0] + "：" + words[1], number: number + (row == 0 ? 0 : row + 1)))
      } else if !words.isEmpty {
        lines.append(
          DraftLine(text: words.joined(separator: "\u{3000}\u{3000}"), number: number + (row == 0 ? 0 : row + 1)))
      }
    }
    return lines
  }

  private static func isMasthead(_ lines: [DraftLine]) -> Bool {
    lines.contains { MastheadLine($0.text).isStrong } && lines.allSatisfy { !LineGrammar.isProse($0.text) }
  }

  /// The rows of several cells that all say the same.
  private static func repeatedRows(of table: Table) -> [Int] {
    table.rows.indices.filter { row in
      let words = table.rows[row].map { $0.body.plainText.trimmed }
      return words.count > 1 && !words[0].isEmpty && words.allSatisfy { $0 == words[0] }
    }
  }

  /// Whether the table has a single column.
  private static func isColumn(_ table: Table) -> Bool { table.rows.allSatisfy { $0.count == 1 } }

  /// Whether a single column holds the heading of a contents list and short lines below it.
  private static func isContents(_ lines: [DraftLine], _ table: Table) -> Bool {
    guard isColumn(table), lines.count >= 2, let first = lines.first, ContentsStage.isHeading(first.text) else {
      return false
    }
    return lines.dropFirst().allSatisfy { $0.text.fits(120) && !LineGrammar.isProse($0.text) }
  }

  private static func isImprint(_ lines: [DraftLine]) -> Bool {
    lines.filter { ImprintLine.isStrong($0.text) }.count * 2 >= lines.count && !lines.isEmpty
  }
}
