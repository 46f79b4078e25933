extension String {
  /// Whether the text is a rule as somebody typed it: three or more of one mark, * * *, ~ ~ ~, ____, or six wide strokes, and nothing else.
  var isRuleOfMarks: Bool {
    var mark: Unicode.Scalar?
    var count = 0
    for scalar in unicodeScalars where !scalar.isBlank && !scalar.isInvisible {
      switch scalar {
      case "*", "_", "＊", "~", "～", "◇", "◆", "☆", "★", "※", "•", "●", "=":
        guard mark == nil || mark == scalar else { return false }
        mark = scalar
        count += 2
      case "—", "─", "━", "－", "═", "＝":
        guard mark == nil || mark == scalar else { return false }
        mark = scalar
        count += 1
      default: return false
      }
    }
    return count >= 6
  }
}
