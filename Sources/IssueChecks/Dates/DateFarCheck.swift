public import IssueModel

/// A date that lies far from the issue's own: a digit misread, or text of another issue.
public struct DateFarCheck: IssueCheck {
  /// The ids of the remarks.
  public let ids = ["date-far"]
  /// The check.
  public init() {}

  /// Years between an issue and what signs or prints it that no office lets pass.
  private static let signatureYears = 3
  /// Years ahead of the issue that no text tells to the day.
  private static let textYears = 20

  /// Reports an issue's number and date that name different years; signatures and dates of printing far from
  /// the issue's date; days in the text that lie far ahead of it. The past is not judged: texts tell history.
  public func callAsFunction(_ subject: CheckedIssue) -> [Diagnostic] {
    guard let issued = subject.issue.masthead.date, let year = issued.year else { return [] }
    var found: [Diagnostic] = []
    func report(_ text: String, _ position: SourcePosition) {
      found.append(
        .finding(
          "date-far", at: position, "“\(text.excerpt())” is far from the issue's date “\(issued.verbatim.excerpt())”",
          zh: "“\(text.excerpt())”与本期日期“\(issued.verbatim.excerpt())”相差太远",
          hint: Wording("check the year", zh: "请核对年份")))
    }
    // An issue that counts in one year may come out early in the next.
    if let number = subject.issue.masthead.number, let counted = number.year, abs(counted - year) > 1 {
      report(number.verbatim, SourcePosition(line: subject.mastheadLine))
    }
    for article in subject.issue.articles {
      guard let date = article.signature?.date, let signed = date.year, abs(signed - year) > Self.signatureYears
      else { continue }
      report(
        date.verbatim,
        SourcePosition(line: article.body.last?.source?.endLine ?? article.line ?? subject.mastheadLine))
    }
    if let date = subject.issue.imprint?.printDate, let printed = date.year, abs(printed - year) > Self.signatureYears {
      report(date.verbatim, SourcePosition(line: subject.imprintLine))
    }
    for passage in subject.passages where passage.mayTellDays {
      for inText in DateInText.all(in: passage.scalars) {
        guard let told = inText.date.year, told - year > Self.textYears else { continue }
        report(inText.date.verbatim, subject.position(of: inText.range.lowerBound, in: passage))
      }
    }
    return found
  }
}
