internal import ExportPipeline
internal import IssueModel

/// A table with every place of its grid filled, as Word wants it: a cell over several rows continues in each.
struct TableGrid {
  enum Merge { case none, begins, continues }
  struct Place {
    var body: [Block]
    var column: Int
    var span: Int
    var merge: Merge
  }
  var columns = 0
  var rows: [[Place]] = []

  /// The composition has parted wider tables; whatever is wider all the same is drawn together into the last column.
  private static let limit = Composition.mostColumns

  init(_ table: Table) {
    // Per column: how many more rows the cell above covers, with its first column and span.
    var covered: [(rows: Int, column: Int, span: Int)] = []
    for row in table.rows {
      var places: [Place] = []
      var column = 0
      func isCovered(_ column: Int) -> Bool { column < covered.count && covered[column].rows > 0 }
      func passCovered() {
        while isCovered(column) {
          let above = covered[column]
          places.append(Place(body: [], column: above.column, span: above.span, merge: .continues))
          column = above.column + above.span
        }
      }
      var next: [(column: Int, rows: Int, span: Int)] = []
      for cell in row {
        passCovered()
        if column >= Self.limit {
          places[places.count - 1].body += cell.body
          continue
        }
        var span = 1
        let wanted = min(max(cell.columnSpan, 1), Self.limit - column)
        while span < wanted, !isCovered(column + span) { span += 1 }
        let rows = max(cell.rowSpan, 1)
        places.append(Place(body: cell.body, column: column, span: span, merge: rows > 1 ? .begins : .none))
        if rows > 1 { next.append((column, rows, span)) }
        column += span
      }
      passCovered()
      while column < covered.count {
        if isCovered(column) {
          passCovered()
        } else {
          column += 1
        }
      }
      columns = max(columns, places.map { $0.column + $0.span }.max() ?? 0)
      for index in covered.indices where covered[index].rows > 0 { covered[index].rows -= 1 }
      for each in next {
        while covered.count < each.column + each.span { covered.append((0, 0, 0)) }
        for index in each.column..<each.column + each.span {
          covered[index] = (each.rows - 1, each.column, each.span)
        }
      }
      rows.append(places)
    }
    // Rows that end early, or leave a place free between merged ones, get empty cells.
    for index in rows.indices {
      var filled: [Place] = []
      var column = 0
      for place in rows[index] {
        while column < place.column {
          filled.append(Place(body: [], column: column, span: 1, merge: .none))
          column += 1
        }
        filled.append(place)
        column = place.column + place.span
      }
      while column < columns {
        filled.append(Place(body: [], column: column, span: 1, merge: .none))
        column += 1
      }
      rows[index] = filled
    }
  }
}
