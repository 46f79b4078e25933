public import IssueModel

/// Two stops in a row, of which one is too many: ，， or 。，
public struct PunctuationDoubledCheck: IssueCheck {
  /// The ids of the remarks.
  public let ids = ["punctuation-doubled"]
  /// The check.
  public init() {}

  /// Reports them, once a passage. Exclamation and question marks may be repeated.
  public func callAsFunction(_ subject: CheckedIssue) -> [Diagnostic] {
    subject.passages.compactMap { passage in
      guard passage.kinds.contains(.stopPair) else { return nil }
      let scalars = passage.scalars
      guard
        let place = scalars.indices.dropLast().first(where: {
          ScalarKinds.of(scalars[$0]).contains(.stop) && ScalarKinds.of(scalars[$0 + 1]).contains(.stop)
            // A row of three is an ellipsis typed as 。。。
            && !(scalars[$0] == "。" && scalars[$0 + 1] == "。" && $0 + 2 < scalars.count && scalars[$0 + 2] == "。")
            && !($0 > 0 && scalars[$0] == "。" && scalars[$0 + 1] == "。" && scalars[$0 - 1] == "。")
        })
      else { return nil }
      let text = passage.excerpt(around: place..<(place + 2))
      return .finding(
        "punctuation-doubled", at: subject.position(of: place, in: passage), "two stops in a row: “\(text)”",
        zh: "标点重复：“\(text)”",
        hint: Wording("take one out", zh: "请删去一个"))
    }
  }
}
