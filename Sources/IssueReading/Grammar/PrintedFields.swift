public import IssueModel

extension IssueNumber {
  /// The number that `words` of a masthead print: 第8期（总第92期）, 二〇三一年第八期, Vol. 12 No. 3; nil if they print none.
  /// All of them are kept as its `verbatim`.
  public init?(printed words: String) {
    let words = words.trimmed
    guard var number = IssueNumberGrammar.find(in: words)?.value else { return nil }
    number.verbatim = words
    self = number
  }
}

extension IssueDate {
  /// The date that `words` of a masthead print: 2031年7月8日, 二〇三一年七月八日（星期二）, 2031-07-08, 8 July 2031, or a stretch of
  /// days, of which only the words are known; nil if they print none. All of them are kept as its `verbatim`.
  public init?(printed words: String) {
    let words = words.trimmed
    // A stretch of days begins with one: it must be asked first.
    guard var date = DateGrammar.period(in: words)?.value ?? DateGrammar.find(in: words)?.value else { return nil }
    date.verbatim = words
    self = date
  }
}
