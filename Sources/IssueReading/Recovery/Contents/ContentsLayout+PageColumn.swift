import IssueModel

/// Pages of a contents list that a converter set below its titles: the second column of the page, by itself.
extension ContentsLayout {
  /// `lines` with the numbers that stand below the titles from `start` on behind these: two or more lines of nothing but a
  /// number, which rise, none of the titles above with a page. Where a title takes two lines there are fewer of them: then they
  /// go, and are told.
  static func withPagesBelow(_ lines: [FlatLine], from start: Int, _ diagnostics: DiagnosticSink) -> [FlatLine] {
    func number(_ line: FlatLine) -> Int? {
      guard !line.isRule, !line.isOther, line.text.utf8.count <= 4, let page = Int(line.text.trimmed),
        (1...999).contains(page)
      else { return nil }
      return page
    }
    let rest = lines.indices.dropFirst(start)
    guard let first = rest.prefix(60).first(where: { number(lines[$0]) != nil }), first > start + 1 else {
      return lines
    }
    let end = rest.dropFirst(first - start).first { number(lines[$0]) == nil } ?? lines.count
    let pages = lines[first..<end].compactMap(number)
    let titles = (start..<first).filter { !lines[$0].isRule }
    guard pages.count >= 2, pages.count <= titles.count, pages.count * 2 >= titles.count,
      zip(pages, pages.dropFirst()).allSatisfy({ $0 <= $1 }), end < lines.count,
      titles.allSatisfy({ index in
        !lines[index].isOther && lines[index].text.fits(120) && ContentsLine(lines[index].text).page == nil
          && !LineGrammar.isProse(lines[index].text)
      })
    else { return lines }
    var result = lines
    if pages.count == titles.count {
      for (index, page) in zip(titles, pages) { result[index].text += "\t\(page)" }
    } else {
      for index in first..<end {
        diagnostics.repaired(
          "page-number-dropped", line: lines[index].number,
          "page number “\(lines[index].text)” of the contents list dropped",
          zh: "去掉目录中的页码“\(lines[index].text)”", confidence: 0.9)
      }
    }
    result.removeSubrange(first..<end)
    return result
  }
}
