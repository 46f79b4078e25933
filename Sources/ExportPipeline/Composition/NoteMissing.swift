public import IssueModel

extension Diagnostic {
  /// The remark on a reference to the footnote `name`, which the article does not have.
  /// - Parameters:
  ///   - name: What the reference calls the footnote.
  ///   - position: Where the block with the reference begins; nil where that is not known.
  public static func noteMissing(_ name: String, at position: SourcePosition?) -> Diagnostic {
    Diagnostic(
      id: "note-missing", severity: .warning, at: position,
      message: Wording("the footnote “\(name)” is referred to but is not there", zh: "正文引用了脚注“\(name)”，但没有该脚注"),
      hint: Wording("add the footnote, or take the mark out", zh: "请补上脚注，或删去注号"))
  }
}
