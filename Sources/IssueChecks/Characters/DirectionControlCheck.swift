public import IssueModel

/// Invisible characters that turn the direction of text: what is read may not be what is written.
public struct DirectionControlCheck: IssueCheck {
  /// The ids of the remarks.
  public let ids = ["direction-control"]
  /// The check.
  public init() {}

  /// Reports them, once a passage.
  public func callAsFunction(_ subject: CheckedIssue) -> [Diagnostic] {
    subject.passages.compactMap { passage in
      guard passage.kinds.contains(.directionControl),
        let place = passage.scalars.firstIndex(where: \.isDirectionControl)
      else { return nil }
      let code = "U+" + String(passage.scalars[place].value, radix: 16, uppercase: true)
      let text = passage.excerpt(around: place..<(place + 1))
      return .finding(
        "direction-control", at: subject.position(of: place, in: passage),
        "an invisible character turns the text's direction (\(code)): “\(text)”",
        zh: "有改变文字方向的隐藏字符（\(code)）：“\(text)”",
        hint: Wording("take it out and read the line again", zh: "请删去后重读该行"))
    }
  }
}
