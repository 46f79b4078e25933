public import IssueModel

/// An office that is to get the issue twice.
public struct RecipientRepeatedCheck: IssueCheck {
  /// The ids of the remarks.
  public let ids = ["recipient-repeated"]
  /// The check.
  public init() {}

  /// Reports the second mention of a recipient, on whichever line of the list.
  public func callAsFunction(_ subject: CheckedIssue) -> [Diagnostic] {
    var first: [[Unicode.Scalar]: String] = [:]
    var found: [Diagnostic] = []
    for row in subject.issue.imprint?.distribution ?? [] {
      for recipient in row.recipients {
        let letters = recipient.letters
        guard letters.count > 1 else { continue }
        guard let label = first[letters] else {
          first[letters] = row.label
          continue
        }
        let name = recipient.excerpt()
        found.append(
          .finding(
            "recipient-repeated", line: subject.imprintLine,
            "“\(name)” stands in the distribution list twice (\(label), \(row.label))",
            zh: "发送对象“\(name)”重复（\(label)、\(row.label)）",
            hint: Wording("take one out", zh: "请删去一处")))
      }
    }
    return found
  }
}
