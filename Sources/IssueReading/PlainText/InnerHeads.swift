/// Finds heads that no empty line parts from the text around them: On fog signals.
enum InnerHeads {
  /// The indices of lines in the midst of wrapped Western text that break off though the next word would have had room, begin
  /// with a capital, end without any mark and stand between a finished sentence and a line that is full: no line of a
  /// paragraph does all of that.
  static func places(in lines: [PlainTextLine], width: Int?) -> Set<Int> {
    guard let width, width >= 48, lines.count > 2 else { return [] }
    return Set(
      lines.indices.dropFirst().dropLast().filter { index in
        let (above, line, below) = (lines[index - 1], lines[index], lines[index + 1])
        guard !above.isEmpty, !line.isEmpty, !line.text.hasHan, !line.hasColumns, !above.hasColumns,
          line.indent == above.indent, below.indent == line.indent
        else { return false }
        // A short line between full ones.
        guard above.columns + 16 >= width, below.columns + 16 >= width, line.columns * 10 <= width * 6,
          line.columns + 1 + below.firstWordColumns + 8 <= width, line.text.columns >= 4
        else { return false }
        guard line.text.first?.isUppercase == true, line.text.last.map({ $0.isLetter || $0.isNumber }) == true,
          !line.text.contains(", "), below.text.first?.isUppercase == true,
          [".", "!", "?", "\"", "”"].contains(where: above.text.hasSuffix)
        else { return false }
        return ItemMark(line.text) == nil && ItemMark(above.text) == nil && ItemMark(below.text) == nil
      })
  }
}
