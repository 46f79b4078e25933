public import IssueModel

/// The file is named after another number or date than the masthead says: most often the wrong file, or a
/// masthead that was copied from the issue before.
public struct FileNameCheck: IssueCheck {
  /// The ids of the remarks.
  public let ids = ["file-name-number", "file-name-date"]
  /// The check.
  public init() {}

  /// Reports a number and a date of the file's name that the masthead contradicts.
  public func callAsFunction(_ subject: CheckedIssue) -> [Diagnostic] {
    guard let fileName = subject.fileName else { return [] }
    let masthead = subject.issue.masthead
    let claim = FileNameClaim(fileName)
    var found: [Diagnostic] = []
    if let verbatim = masthead.number?.verbatim, contradicts(claim, masthead) {
      found.append(
        .finding(
          "file-name-number", line: subject.mastheadLine,
          "the file's name says number \(claim.number.map(String.init) ?? "?"), the masthead “\(verbatim.excerpt())”",
          zh: "文件名中的期号是\(claim.number.map(String.init) ?? "？")，报头是“\(verbatim.excerpt())”",
          hint: Wording("check which is right; rename the file if it is the masthead", zh: "请核对；如报头无误，请改文件名")))
    }
    if let date = masthead.date, contradicts(claim, date, masthead.number) {
      found.append(
        .finding(
          "file-name-date", line: subject.mastheadLine,
          "the file's name says \(claim.dateText), the masthead “\(date.verbatim.excerpt())”",
          zh: "文件名中的日期是\(claim.dateText)，报头是“\(date.verbatim.excerpt())”",
          hint: Wording("check which is right; rename the file if it is the masthead", zh: "请核对；如报头无误，请改文件名")))
    }
    return found
  }

  private func contradicts(_ claim: FileNameClaim, _ masthead: Masthead) -> Bool {
    guard let claimed = claim.number, let number = masthead.number else { return false }
    var known = [number.number, number.total].compactMap { $0 }
    guard !known.isEmpty else { return false }
    // 2023-12 may be the twelfth issue or December.
    if claim.numberMayBeMonth, let month = masthead.date?.month { known.append(month) }
    return !known.contains(claimed)
  }

  private func contradicts(_ claim: FileNameClaim, _ date: IssueDate, _ number: IssueNumber?) -> Bool {
    if let year = claim.year, let printed = date.year, year != printed, year != number?.year { return true }
    if let month = claim.month, let printed = date.month, month != printed { return true }
    if let day = claim.day, let printed = date.day, day != printed { return true }
    return false
  }
}

/// What the name of a file says of number and date. Digits in any other form say nothing.
struct FileNameClaim: Equatable {
  var number: Int?
  /// Whether ``number`` may as well be a month.
  var numberMayBeMonth = false
  var year: Int?
  var month: Int?
  var day: Int?

  /// The date as far as it is claimed, `2023-01-28`.
  var dateText: String {
    [year, month, day].compactMap { $0 }.map { $0 < 10 ? "0\($0)" : String($0) }.joined(separator: "-")
  }

  /// What `fileName` says; its extension is ignored.
  init(_ fileName: String) {
    var stem = fileName[...]
    if let dot = stem.lastIndex(of: "."), dot != stem.startIndex { stem = stem[..<dot] }
    let words = Self.words(String(stem))
    var yearsAlone: Set<Int> = []
    for index in words.indices where words[index].isNumber {
      func word(_ offset: Int) -> String? {
        words.indices.contains(index + offset) ? words[index + offset].text : nil
      }
      let text = words[index].text
      let before = word(-1) ?? ""
      if text.count == 8 {
        take(date: text.prefix(4), text.dropFirst(4).prefix(2), text.suffix(2))
      } else if Self.isYear(text) {
        let after = word(1) ?? ""
        if let second = word(2), second.allSatisfy(\.isNumber), let third = word(4), third.allSatisfy(\.isNumber),
          after == "年" && word(3) == "月" || Self.separators.contains(after) && word(3) == after
        {
          take(date: text[...], second[...], third[...])
        } else if after.hasPrefix("年") {
          if let alone = Int(text) { yearsAlone.insert(alone) }
        } else if Self.separators.contains(after), let second = word(2), second.count <= 3, words.count == index + 3 {
          (year, number, numberMayBeMonth) = (Int(text), Int(second), true)
        }
      } else if text.count <= 5, number == nil {
        let counted = before.hasSuffix("第") && ["期", "号", "號"].contains { word(1)?.hasPrefix($0) == true }
        let labels = Self.separators.contains(before) || before == " " ? word(-2) ?? "" : before
        if counted || ["issue", "no", "nr"].contains(labels.lowercased()) { number = Int(text) }
      }
    }
    // From one year to another: that is no date of one issue.
    if year == nil, yearsAlone.count == 1 { year = yearsAlone.first }
  }

  private static let separators: Set<String> = ["-", "_", "."]

  private static func isYear(_ text: String) -> Bool {
    text.count == 4 && (text.hasPrefix("19") || text.hasPrefix("20"))
  }

  /// The name as rows of digits, of ASCII letters, and of anything else; full-width digits as common ones.
  private static func words(_ name: String) -> [(text: String, isNumber: Bool)] {
    var words: [(text: String, kind: Int)] = []
    for character in name {
      let plain = halfWidth[character] ?? character
      let kind = !plain.isASCII ? 2 : plain.isNumber ? 0 : plain.isLetter ? 1 : 2
      if words.last?.kind == kind {
        words[words.count - 1].text.append(plain)
      } else {
        words.append((String(plain), kind))
      }
    }
    return words.map { ($0.text, $0.kind == 0) }
  }

  private mutating func take(date year: Substring, _ month: Substring, _ day: Substring) {
    guard Self.isYear(String(year)) else { return }
    let date = IssueDate(verbatim: "", year: Int(year), month: Int(month), day: Int(day))
    guard date.isPossible else { return }
    (self.year, self.month, self.day) = (date.year, date.month, date.day)
  }

  private static let halfWidth = Dictionary(uniqueKeysWithValues: zip("０１２３４５６７８９", "0123456789"))
}
