/// Which columns of a table hold nothing but numbers, so that writers set them alike, to be compared down the page.
package enum NumberColumns {
  /// The columns with two cells of text at least, all of them numbers, among `cells`: those below the head that cover one
  /// column, each with its column and its words.
  package static func among(_ cells: some Sequence<(column: Int, text: String)>) -> Set<Int> {
    // How many cells of each column there are, and how many of them are numbers.
    var counts: [Int: (cells: Int, numbers: Int)] = [:]
    for (column, text) in cells where !text.isEmpty {
      counts[column, default: (0, 0)].cells += 1
      if isNumber(text) { counts[column, default: (0, 0)].numbers += 1 }
    }
    return Set(counts.filter { $0.value.cells >= 2 && $0.value.cells == $0.value.numbers }.keys)
  }

  private static let marks: Set<Unicode.Scalar> = [
    ".", ",", "+", "-", "−", "–", "—", "－", "～", "~", "%", "％", "‰", "/", ":", " ", "(", ")", "（", "）",
  ]

  /// Whether it is a number as tables have them: 1,284, -21.4%, 3.7～5.2, or a dash in its place.
  private static func isNumber(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { ("0"..."9").contains($0) || marks.contains($0) }
  }
}
