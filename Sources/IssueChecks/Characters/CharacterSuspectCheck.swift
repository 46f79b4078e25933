public import IssueModel

/// Characters that look like damage done by OCR. They are reported and never guessed at.
public struct CharacterSuspectCheck: IssueCheck {
  /// The ids of the remarks.
  public let ids = ["character-suspect"]
  /// The check.
  public init() {}

  /// As many of one passage as are told one by one.
  private static let limit = 5

  /// Reports characters that one of the rules in `SuspectRule.swift` finds, each place once.
  public func callAsFunction(_ subject: CheckedIssue) -> [Diagnostic] {
    guard subject.issue.language.isChinese else { return [] }
    return subject.passages.flatMap { passage -> [Diagnostic] in
      guard passage.kinds.contains(.doubtful), !passage.kinds.isDisjoint(with: [.han, .suspect]) else { return [] }
      let places = passage.scalars.indices.filter { index in
        ScalarKinds.of(passage.scalars[index]).contains(.doubtful)
          && SuspectRule.all.contains { $0.matches(passage.scalars, index) }
      }
      let told = Array(places.prefix(Self.limit))
      return zip(told, subject.positions(of: told, in: passage)).map { index, position in
        let text = passage.excerpt(around: index..<(index + 1))
        let scalar = passage.scalars[index]
        let code = "U+" + String(scalar.value, radix: 16, uppercase: true)
        return .finding(
          "character-suspect", at: position, "“\(scalar)” (\(code)) looks misread: “\(text)”",
          zh: "“\(scalar)”（\(code)）疑为识别错误：“\(text)”",
          hint: Wording("compare it with the printed page", zh: "请与原件核对"))
      }
    }
  }
}
