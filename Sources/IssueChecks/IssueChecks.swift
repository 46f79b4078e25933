public import IssueModel

/// The checks of `gazette check`.
public enum IssueChecks {
  /// All checks that come with the library.
  public static let standard: [any IssueCheck] = [
    MastheadCheck(), FileNameCheck(), IssueTextCheck(), ContentsCheck(), ArticleEmptyCheck(), SectionEmptyCheck(),
    TitleDuplicateCheck(), DateImpossibleCheck(), DateFarCheck(), PrintDateCheck(), RecipientRepeatedCheck(),
    FootnoteCheck(), ImageDescriptionCheck(), BracketCheck(), PunctuationMixedCheck(), PunctuationDoubledCheck(),
    CharacterSuspectCheck(), DirectionControlCheck(),
  ]

  /// Runs `checks` on `issue` and tells `diagnostics` what looks wrong, in the order of their places.
  ///
  /// What has been said of the same line already, by the reader or a check, is not said again.
  /// - Parameters:
  ///   - checks: What is looked for.
  ///   - issue: The issue that is looked at.
  ///   - fileName: The name of the issue's file, without its folder; nil if it has none.
  ///   - source: The text it was read from, for the columns of what is found; nil if it is not known.
  ///   - diagnostics: Holds what has been said, and takes what is found.
  public static func run(
    _ checks: [any IssueCheck] = standard, on issue: Issue, fileName: String? = nil, source: String? = nil,
    diagnostics: DiagnosticSink
  ) {
    struct Place: Hashable {
      var id: String
      var line: Int
    }
    let known = Set(diagnostics.diagnostics.map { Place(id: $0.id, line: $0.position?.line ?? 1) })
    let subject = CheckedIssue(issue, fileName: fileName, source: source)
    let found = checks.flatMap { $0(subject) }.filter {
      !known.contains(Place(id: $0.id, line: $0.position?.line ?? 1))
    }
    // Sorting is stable by hand: checks of one place keep the order of the list.
    let ordered = found.enumerated().sorted {
      let whole = SourcePosition(line: 1)
      return ($0.element.position ?? whole, $0.offset) < ($1.element.position ?? whole, $1.offset)
    }
    for (_, diagnostic) in ordered { diagnostics.report(diagnostic) }
  }
}
