internal import HouseStyle
public import IssueModel

/// A table that was parted because its columns cannot be read beside each other on a page, or no Word file can hold them.
public struct PartedTable: Sendable, Hashable {
  /// Where the table stands in the source; absent where that is not known.
  public var source: SourceRange?
  /// How many columns it has.
  public var columns: Int
  /// How many tables it became.
  public var parts: Int
}

extension Composition {
  /// The most columns a table has in print: as many as Word knows.
  public static let mostColumns = 63

  /// Reports the tables that were parted (`table-parted`). Every writer of the composition does; the user reads it once.
  public func reportPartedTables(to diagnostics: DiagnosticSink) {
    for table in partedTables {
      diagnostics.report(
        Diagnostic(
          id: "table-parted", severity: .warning, at: table.source?.start,
          message: Wording(
            "the table with its \(table.columns) columns is too wide for a page; it became \(table.parts) tables, its first column in each",
            zh: "表格有\(table.columns)列，一页放不下，已分为\(table.parts)张表，每张都带首列"),
          hint: Wording(
            "part it where it makes sense, or turn rows into columns", zh: "请按内容自行分表，或将行列互换")))
    }
  }

  /// Parts all tables that are too wide for a page of `style`, or have more columns than there may be.
  mutating func partTables(_ style: HouseStyle) {
    var parting = TableParting(room: TableRoom(style: style))
    for index in front.indices {
      guard case .editorsNote(var note) = front[index] else { continue }
      if parting.changes(&note.body) { front[index] = .editorsNote(note) }
    }
    for section in sections.indices {
      for article in sections[section].articles.indices {
        parting.part(&sections[section].articles[article])
      }
    }
    partedTables = parting.parted
  }
}

/// Finds tables that are too wide among blocks, and puts their parts in their place.
private struct TableParting {
  /// The room of a table that stands between paragraphs; what is within others is as wide as it must be.
  let room: TableRoom
  var parted: [PartedTable] = []

  mutating func part(_ article: inout ComposedArticle) {
    if var note = article.editorsNote, changes(&note.body) { article.editorsNote = note }
    _ = changes(&article.body, in: room)
    _ = changes(&article.closing, in: room)
    for index in article.notes.indices { _ = changes(&article.notes[index].body) }
  }

  /// Parts the tables among `blocks`; tells whether there was one. Few issues have any, so nothing is copied before
  /// one is found.
  mutating func changes(_ blocks: inout [Block], in room: TableRoom? = nil) -> Bool {
    guard blocks.contains(where: mayBeWide) else { return false }
    blocks = blocks.flatMap { self.parts(of: $0, in: room) }
    return true
  }

  private func mayBeWide(_ block: Block) -> Bool {
    switch block {
    case .paragraph, .subheading, .figure, .rule, .preformatted: false
    case .quote(let quote): quote.body.contains(where: mayBeWide)
    case .list(let list): list.items.contains { $0.contains(where: mayBeWide) }
    case .table(let table):
      table.mayBeWide || table.rows.contains { $0.contains { $0.body.contains(where: mayBeWide) } }
    }
  }

  private mutating func parts(of block: Block, in room: TableRoom?) -> [Block] {
    switch block {
    case .paragraph, .subheading, .figure, .rule, .preformatted: return [block]
    case .quote(var quote):
      _ = changes(&quote.body)
      return [.quote(quote)]
    case .list(var list):
      for index in list.items.indices { _ = changes(&list.items[index]) }
      return [.list(list)]
    case .table(var table):
      for row in table.rows.indices {
        for cell in table.rows[row].indices { _ = changes(&table.rows[row][cell].body) }
      }
      guard table.mayBeWide else { return [.table(table)] }
      let columns = TableColumns(table)
      let parts = columns.parts(atMost: Composition.mostColumns, in: room)
      if parts.count > 1 {
        parted.append(PartedTable(source: table.source, columns: columns.count, parts: parts.count))
      } else if table.mostColumns <= Composition.mostColumns {
        return [.table(table)]
      }
      return parts.map { .table($0) }
    }
  }
}

extension Table {
  /// Whether it can be too wide; false is certain.
  fileprivate var mayBeWide: Bool { mostColumns > Self.surelyFitting }

  /// So many columns stand on a page, however long their numbers are.
  private static let surelyFitting = 6

  /// The most columns it can have, by the cells of its rows.
  fileprivate var mostColumns: Int {
    var widest = 0
    var merged = 0
    for row in rows {
      var width = 0
      for cell in row {
        let span = min(max(cell.columnSpan, 1), TableColumns.widestSpan)
        width += span
        if cell.rowSpan > 1 { merged += span }
      }
      widest = max(widest, width)
    }
    return widest + merged
  }
}
