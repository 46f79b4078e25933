extension String {
  /// Whether the text is a rule as somebody typed it: three or more of one mark, * * *, ~ ~ ~, ____, or six wide strokes,
  /// and nothing else.
  var isRuleOfMarks: Bool {
    var mark: Unicode.Scalar?
    // A stroke counts half: two of them make a dash.
    var count = 0
    for scalar in unicodeScalars where !scalar.isBlank && !scalar.isInvisible {
      switch scalar {
      case "*", "_", "＊", "~", "～", "◇", "◆", "☆", "★", "※", "•", "●", "=":
        count += 2
      case "—", "─", "━", "－", "═", "＝":
        count += 1
      default: return false
      }
      guard mark == nil || mark == scalar else { return false }
      mark = scalar
    }
    return count >= 6
  }
}
