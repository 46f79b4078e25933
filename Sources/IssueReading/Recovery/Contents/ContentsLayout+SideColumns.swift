import IssueModel

/// Columns of a contents table beside those of titles, sections and pages.
extension ContentsLayout {
  /// Takes the column that counts the entries out of `rows`: 序号, or 1, 2, 3 without a name.
  static func takeNumbers(_ rows: inout [[String]]) {
    guard let width = rows.first?.count, width >= 2, rows.count >= 3, rows.allSatisfy({ $0.count == width }) else {
      return
    }
    let names: Set<String> = ["序号", "序號", "编号", "編號", "号", "號", "no", "no.", "#", "item", ""]
    let isNamed = names.contains(rows[0][0].withoutBlanks.lowercased())
    let counts = rows.dropFirst(isNamed ? 1 : 0).map { number(in: $0[0]) }
    guard counts.count >= 2, counts.enumerated().allSatisfy({ $1 == $0 + 1 }) else { return }
    rows = rows.map { Array($0.dropFirst()) }
  }

  /// Takes the column of writers out of `rows`: the articles have them too.
  ///
  /// - Returns: What stood in it, its name first; empty where there is none.
  static func takeWriters(_ rows: inout [[String]]) -> [String] {
    let names: Set<String> = [
      "作者", "撰稿", "撰稿人", "供稿", "供稿单位", "供稿單位", "供稿人", "报送单位", "報送單位", "来稿单位", "來稿單位", "来源", "來源", "執筆", "执笔",
      "author", "authors", "contributor", "by",
    ]
    guard let head = rows.first, head.count >= 2, rows.allSatisfy({ $0.count == head.count }),
      let column = head.firstIndex(where: { names.contains($0.withoutBlanks.lowercased()) })
    else { return [] }
    let writers = rows.map { $0[column] }.filter { !$0.isEmpty }
    for row in rows.indices { rows[row].remove(at: column) }
    return writers
  }

  /// Tells whom ``takeWriters(_:)`` took out.
  static func tellWriters(_ writers: [String], _ line: Int, _ diagnostics: DiagnosticSink) {
    guard !writers.isEmpty else { return }
    let names = writers.joined(separator: " ")
    diagnostics.repaired(
      "layout-table-opened", line: line, "the writers in the table of contents were left out: “\(names)”",
      zh: "目录表格中的作者一栏未收入：“\(names)”", severity: .note)
  }

  private static func number(in cell: String) -> Int? {
    let bare = cell.trimmed.filter { !".、．()（）".contains($0) }
    guard (1...3).contains(bare.count) else { return nil }
    return Int(bare) ?? ChineseNumerals.value(bare)
  }
}
