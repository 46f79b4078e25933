import IssueModel

/// Contents lists set as one table: titles and pages, perhaps with sections and writers.
extension ContentsLayout {
  /// A contents list set as a table becomes lines, its pages behind a tab.
  static func openTable(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    guard
      let index = draft.blocks.prefix(10).firstIndex(where: { if case .ready(.table) = $0.form { true } else { false } }
      ),
      case .ready(.table(let table)) = draft.blocks[index].form, table.caption == nil, table.rows.count <= 40
    else { return }
    var rows = table.rows.map { $0.map(\.body.plainText.trimmed) }.drop { $0.allSatisfy(\.isEmpty) }.map { $0 }
    dropEmptyColumns(&rows)
    // The heading may be the table's first row.
    var heading = takeHeading(&rows)
    if heading == nil, let first = rows.first, first.count >= 2,
      let place = first.dropLast().firstIndex(where: ContentsStage.isHeading),
      namesPages(first.last ?? "")
    {
      // 今期內容 | 頁: what the titles are called is the list's heading.
      heading = first[place]
    }
    if rows.first.map({ $0.count > 3 }) == true { takeNumbers(&rows) }
    let writers = rows.first.map { $0.count >= 3 } == true ? takeWriters(&rows) : []
    guard rows.allSatisfy({ (2...3).contains($0.count) }), let head = rows.first else { return }
    func isPage(_ text: String?) -> Bool {
      guard let text, !text.isEmpty else { return false }
      let bare = text.lowercased()
      let word = ["page", "pp.", "p.", "pg.", "第"].first(where: bare.hasPrefix) ?? ""
      let digits = bare.dropFirst(word.count).trimmed
      let number = "页頁版".contains(digits.last ?? " ") ? String(digits.dropLast()) : digits
      return (1...3).contains(number.count)
        && (number.unicodeScalars.allSatisfy(\.isASCIIDigit)
          || number.unicodeScalars.allSatisfy { !$0.isASCIIDigit && ChineseNumerals.isNumeral($0) })
    }
    let paged = rows.dropFirst(isPage(rows[0].last) ? 0 : 1).filter { isPage($0.last) }
    // A row without a page names the section of those below it.
    let groups = rows.filter { $0.count == 2 && !$0[0].isEmpty && $0[1].isEmpty }.count
    let named = head.contains(where: namesPages)
    guard paged.count >= 2, paged.count + groups + 1 >= rows.count,
      named || heading != nil
        || draft.blocks[..<index].last(where: { !$0.isRule }).map({ ContentsStage.isHeading($0.text) }) ?? false
    else { return }
    let line = draft.blocks[index].line
    tellWriters(writers, line, diagnostics)
    diagnostics.repaired(
      "layout-table-opened", line: line,
      "a table that held the contents list was opened\(named ? ", its head “\(head.joined(separator: " "))” left out" : "")",
      zh: "目录表格已拆成文字行\(named ? "，表头“\(head.joined(separator: " "))”未收入" : "")", severity: .note)
    let isHeadless = isPage(head.last) || groups > 0 && head.last?.isEmpty == true
    var entries: [DraftBlock] = []
    func add(_ text: String, _ number: Int) {
      entries.append(DraftBlock(text: text, number: number))
    }
    // The first of three columns names sections if a name of it comes again, or its head says so.
    let names = rows.dropFirst(isHeadless ? 0 : 1).map { $0.count == 3 ? $0[0] : "" }
    let sectioned =
      names.contains { name in !name.isEmpty && names.filter { $0 == name }.count > 1 }
      || head.count == 3 && ["栏目", "欄目", "类别", "類別", "分类", "分類", "section", "sections"].contains(head[0].lowercased())
    if let heading { add(heading, line) }
    if sectioned { tellRepeated(names, line, diagnostics) }
    var section = ""
    for (offset, row) in rows.dropFirst(named || !isHeadless ? 1 : 0).enumerated() {
      let number = line + 2 + offset
      if row.count == 2, row[1].isEmpty {
        add("【" + row[0] + "】", number)
      } else if sectioned, row.count == 3 {
        if !row[0].isEmpty, row[0] != section {
          section = row[0]
          add("【" + section + "】", number)
        }
        add(row[1] + "\t" + row[2], number)
      } else {
        add(withoutLeader(row.dropLast().joined(separator: " ")) + "\t" + (row.last ?? ""), number)
      }
    }
    draft.blocks.replaceSubrange(index...index, with: entries)
  }

  /// Leaves out the columns that are empty in all rows: a scan has them where leaders stood.
  private static func dropEmptyColumns(_ rows: inout [[String]]) {
    guard let count = rows.first?.count, count > 2, rows.allSatisfy({ $0.count == count }) else { return }
    let empty = (0..<count).filter { column in rows.allSatisfy { $0[column].allSatisfy { ".·…".contains($0) } } }
    guard !empty.isEmpty, count - empty.count >= 2 else { return }
    rows = rows.map { row in row.indices.filter { !empty.contains($0) }.map { row[$0] } }
  }

  /// A title without what is left of the dots that led to its page: Landing rights . or Landing rights ...
  private static func withoutLeader(_ title: String) -> String {
    var text = title.trimmed[...]
    while text.last == "." || text.last == "…" || text.last == "·" { text = text.dropLast() }
    let isLeader =
      text.last?.isBlankCharacter == true || title.trimmed.count - text.count >= 2 || title.trimmed.last != "."
    return isLeader ? text.trimmed : title
  }

  /// Tells that a section's name, of those of each row, is kept once.
  static func tellRepeated(_ names: [String], _ line: Int, _ diagnostics: DiagnosticSink) {
    guard let again = zip(names, names.dropFirst()).first(where: { !$0.isEmpty && $0 == $1 })?.0 else { return }
    diagnostics.repaired(
      "layout-table-opened", line: line,
      "the contents list names “\(again)” in each of its rows; it is kept once, above them",
      zh: "目录表格逐行重复栏目名“\(again)”，已合并为一处", severity: .note)
  }

  /// Whether a cell heads a column of pages.
  private static func namesPages(_ text: String) -> Bool {
    ["页", "頁", "页码", "頁碼", "頁次", "页次", "版", "版次", "page", "pages", "p.", "pp."].contains(
      text.withoutBlanks.lowercased())
  }
}
