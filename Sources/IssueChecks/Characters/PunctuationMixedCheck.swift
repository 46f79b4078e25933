public import IssueModel

/// Half-width punctuation in Chinese text, as OCR and hasty typing leave it.
public struct PunctuationMixedCheck: IssueCheck {
  /// The ids of the remarks.
  public let ids = ["punctuation-mixed"]
  /// The check.
  public init() {}

  /// Reports, once a passage, marks that stand behind Han and before Han, a blank or the end. Numbers, addresses
  /// and Latin words keep their own marks.
  public func callAsFunction(_ subject: CheckedIssue) -> [Diagnostic] {
    subject.passages.compactMap { passage in
      guard passage.kinds.contains(.markBehindHan) else { return nil }
      let places = Self.places(in: passage.scalars)
      guard let first = places.first else { return nil }
      let text = passage.excerpt(around: first..<(first + 1))
      let count = places.count
      return .finding(
        "punctuation-mixed", at: subject.position(of: first, in: passage),
        "half-width punctuation in Chinese text: “\(text)”" + (count > 1 ? ", and \(count - 1) more" : ""),
        zh: "中文中夹有半角标点：“\(text)”" + (count > 1 ? "，另有\(count - 1)处" : ""),
        hint: Wording("use the Chinese marks ，。；：？！", zh: "请改用全角标点"))
    }
  }

  static func places(in scalars: [Unicode.Scalar]) -> [Int] {
    scalars.indices.filter { index in
      guard ScalarKinds.of(scalars[index]).contains(.halfWidthMark), index > 0 else { return false }
      let before = scalars[index - 1]
      // English has curly quotes too: what stands within them decides.
      let isQuote = before == "”" || before == "’"
      let quoted = isQuote ? scalars[..<index].last { !$0.isWideClosing } : nil
      guard before.isHan || before.isWideClosing && !isQuote || quoted?.isHan == true else { return false }
      guard let after = scalars[(index + 1)...].first(where: { !$0.isBlank }) else { return true }
      // 某某.1 and …站.com are names of things; a row of dots is an ellipsis or a leader.
      return after.isHan || after.isWideOpening
    }
  }
}
