public import IssueModel

extension Diagnostic {
  /// The remark on a reference to the footnote `name`, which the article does not have: every writer meets it, the
  /// user reads it once.
  public static func noteMissing(_ name: String) -> Diagnostic {
    Diagnostic(
      id: "note-missing", severity: .warning,
      message: Wording("There is no footnote called \(name).", zh: "没有名为“\(name)”的脚注。"),
      hint: Wording("Add the footnote or delete its mark.", zh: "请补上脚注，或删去脚注标记。"))
  }
}
