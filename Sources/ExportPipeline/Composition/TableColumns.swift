internal import IssueModel

/// The columns of a table: those in which a cell begins. What cells only cover, as one that spans a hundred columns to
/// be sure it spans all, is none.
struct TableColumns {
  /// The most columns a cell is taken to span: as many as in web pages.
  static let widestSpan = 1_000

  /// How many columns there are.
  var count: Int { starts.count }

  private struct Place {
    var cell: Table.Cell
    /// The columns it covers.
    var columns: Range<Int>
  }

  private let table: Table
  /// The places in which a cell begins, in order; the columns are their indices.
  private var starts: [Int] = []
  private var rows: [[Place]] = []

  init(_ table: Table) {
    self.table = table
    // Where cells of rows above reach down, in order.
    var open: [(columns: Range<Int>, rows: Int)] = []
    for row in table.rows {
      var places: [Place] = []
      var next = open.compactMap { $0.rows > 1 ? (columns: $0.columns, rows: $0.rows - 1) : nil }
      var column = 0
      var above = 0
      for cell in row {
        while above < open.count, open[above].columns.lowerBound <= column {
          column = max(column, open[above].columns.upperBound)
          above += 1
        }
        var end = column + min(max(cell.columnSpan, 1), Self.widestSpan)
        if above < open.count { end = min(end, open[above].columns.lowerBound) }
        places.append(Place(cell: cell, columns: column..<end))
        if cell.rowSpan > 1 { next.append((column..<end, cell.rowSpan - 1)) }
        column = end
      }
      rows.append(places)
      open = next.sorted { $0.columns.lowerBound < $1.columns.lowerBound }
    }
    starts = Set(rows.joined().map(\.columns.lowerBound)).sorted()
    for row in rows.indices {
      for place in rows[row].indices { rows[row][place].columns = ranks(rows[row][place].columns) }
    }
  }

  /// The columns that begin within `places`.
  private func ranks(_ places: Range<Int>) -> Range<Int> { rank(places.lowerBound)..<rank(places.upperBound) }

  /// How many columns begin before `place`.
  private func rank(_ place: Int) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: Parts

  /// The table in parts of at most `limit` columns that can be read on a page with `room`, if that is given: of much the
  /// same width, the first column in each; one if it is not wider than that.
  func parts(atMost limit: Int, in room: TableRoom?) -> [Table] {
    let cuts = cuts(below: limit, in: room)
    return zip([0] + cuts, cuts + [count]).enumerated().map { part($1.0..<$1.1, isFirst: $0 == 0) }
  }

  /// The columns before which the table is cut; none if it can stay whole.
  private func cuts(below limit: Int, in room: TableRoom?) -> [Int] {
    let numbers = room == nil ? [] : longestNumbers()
    let isTooWide = room.map { !$0.holds(numbers) } ?? false
    guard count > limit || isTooWide else { return [] }
    let crossed = crossed()
    if let room, isTooWide {
      // In as few parts as can be read with ease; where not even two columns can, it is in vain.
      var limit = min(limit, count - 1)
      while limit > 2 {
        let cuts = cuts(below: limit, crossed)
        let fit = zip([0] + cuts, cuts + [count]).allSatisfy { start, end in
          room.holdsWithEase((start == 0 ? [] : [numbers[0]]) + numbers[start..<end])
        }
        if fit { return cuts }
        limit -= 1
      }
    }
    return count > limit ? cuts(below: limit, crossed) : []
  }

  /// The longest number of each column, in hundredths of an em.
  private func longestNumbers() -> [Int] {
    var numbers = [Int](repeating: 0, count: count)
    for place in rows.joined() where place.columns.count == 1 {
      let column = place.columns.lowerBound
      numbers[column] = max(numbers[column], TableRoom.longestNumber(in: place.cell.body.plainText))
    }
    return numbers
  }

  /// How many cells stand on both sides of each place between columns.
  private func crossed() -> [Int] {
    var crossed = [Int](repeating: 0, count: count + 1)
    for place in rows.joined() where place.columns.count > 1 {
      for column in (place.columns.lowerBound + 1)..<place.columns.upperBound { crossed[column] += 1 }
    }
    return crossed
  }

  /// The columns before which parts of at most `limit` columns begin: where few cells are cut, none if that can be.
  private func cuts(below limit: Int, _ crossed: [Int]) -> [Int] {
    var cuts: [Int] = []
    // The first part has the first column as one of its own.
    var start = 1
    let most = limit - 1
    while count - start > most {
      let left = count - start
      let parts = (left + most - 1) / most
      let ideal = start + (left + parts - 1) / parts
      let range = max(start + 1, ideal - most / 4)...(start + most)
      let best = range.min { (crossed[$0], abs($0 - ideal)) < (crossed[$1], abs($1 - ideal)) } ?? ideal
      cuts.append(best)
      start = best
    }
    return cuts
  }

  /// The part that has the columns `range` and, if it is not the first, the first column before them.
  private func part(_ range: Range<Int>, isFirst: Bool) -> Table {
    var part = table
    if !isFirst { part.caption = nil }
    part.rows = rows.enumerated().map { index, places in
      places.compactMap { place in
        let within = place.columns.clamped(to: range)
        let isHead = !isFirst && place.columns.lowerBound == 0
        guard !within.isEmpty || isHead else { return nil }
        var cell = place.cell
        cell.columnSpan = within.count + (isHead ? 1 : 0)
        if isHead || place.columns.lowerBound < range.lowerBound {
          // The first column and the heads of columns are said again, anything else once.
          cell.body = isHead || index < table.headerRows ? cell.body.withoutNoteMarks : []
        }
        return cell
      }
    }
    let columns = (isFirst ? [] : [0]) + Array(range)
    part.alignments = columns.map {
      table.alignments.indices.contains(starts[$0]) ? table.alignments[starts[$0]] : .none
    }
    return part
  }
}

extension [Block] {
  /// The blocks without marks of footnotes: those stand where the words are said first.
  fileprivate var withoutNoteMarks: [Block] {
    map { block in
      switch block {
      case .rule, .preformatted: return block
      case .paragraph(var paragraph):
        paragraph.inlines = paragraph.inlines.withoutNoteMarks
        return .paragraph(paragraph)
      case .subheading(var heading):
        heading.inlines = heading.inlines.withoutNoteMarks
        return .subheading(heading)
      case .figure(var figure):
        figure.caption = figure.caption?.withoutNoteMarks
        return .figure(figure)
      case .quote(var quote):
        quote.body = quote.body.withoutNoteMarks
        return .quote(quote)
      case .list(var list):
        list.items = list.items.map(\.withoutNoteMarks)
        return .list(list)
      case .table(var table):
        table.caption = table.caption?.withoutNoteMarks
        table.rows = table.rows.map {
          $0.map { .init($0.body.withoutNoteMarks, columnSpan: $0.columnSpan, rowSpan: $0.rowSpan) }
        }
        return .table(table)
      }
    }
  }
}

extension [Inline] {
  fileprivate var withoutNoteMarks: [Inline] {
    compactMap { inline in
      switch inline {
      case .noteReference: nil
      case .text, .code, .lineBreak, .image: inline
      case .strong(let inner): .strong(inner.withoutNoteMarks)
      case .emphasis(let inner): .emphasis(inner.withoutNoteMarks)
      case .superscript(let inner): .superscript(inner.withoutNoteMarks)
      case .subscript(let inner): .subscript(inner.withoutNoteMarks)
      case .link(let target, let inner): .link(target: target, inner.withoutNoteMarks)
      }
    }
  }
}
