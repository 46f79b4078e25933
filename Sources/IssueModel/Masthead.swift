/// The head of the first page (报头).
public struct Masthead: Sendable, Hashable, Codable {
  /// A theme line or the series the bulletin belongs to, printed with the name.
  public var series: String?
  /// The name of the bulletin (刊名); empty if none was found.
  public var name: String
  /// The number of the issue (期号).
  public var number: IssueNumber?
  /// The name of the publishing office (编印单位).
  public var office: String?
  /// The office as printed where that says more than its name: 某某办公室 编印, Published by the …, or its address
  /// behind it. Absent where it says no more.
  public var officeVerbatim: String?
  /// The date of the issue.
  public var date: IssueDate?
  /// Degree of secrecy with its period, 秘密★1年 (GB/T 9704-2012, 7.2.2).
  public var classification: String?
  /// A line on how the issue may be used, such as 内部资料 注意保存.
  public var notice: String?
  /// The number of this copy (份号).
  public var copyNumber: String?
  /// Who approved the issue (签发人), without the label.
  public var signer: String?
  /// Lines of the masthead that are none of the above, kept so that nothing is lost.
  public var otherLines: [String]
  /// How the fields stood on the page: rows from top to bottom, each from left to right. Empty for the
  /// house style's own arrangement.
  public var arrangement: [[MastheadField]]
  /// The lines of the source the masthead was read from.
  public var source: SourceRange?

  /// Degrees of urgency (GB/T 9704-2012, 7.2.3), which stand among ``classification`` or ``notice``.
  package static let urgencies = ["特急", "加急", "平急", "特提", "急件"]

  /// A masthead of the given parts.
  public init(
    series: String? = nil, name: String = "", number: IssueNumber? = nil, office: String? = nil,
    officeVerbatim: String? = nil, date: IssueDate? = nil, classification: String? = nil, notice: String? = nil,
    copyNumber: String? = nil,
    signer: String? = nil, otherLines: [String] = [], arrangement: [[MastheadField]] = [], source: SourceRange? = nil
  ) {
    self.series = series
    self.name = name
    self.number = number
    self.office = office
    self.officeVerbatim = officeVerbatim
    self.date = date
    self.classification = classification
    self.notice = notice
    self.copyNumber = copyNumber
    self.signer = signer
    self.otherLines = otherLines
    self.arrangement = arrangement
    self.source = source
  }
}

/// One field of a ``Masthead``.
public enum MastheadField: Sendable, Hashable {
  case series, name, number, office, date, classification, notice, copyNumber, signer
  /// The line of this index in ``Masthead/otherLines``.
  case other(Int)
}

/// The number of an issue (期号), as printed and as understood.
public struct IssueNumber: Sendable, Hashable, Codable {
  /// What sort of issue the number counts.
  public enum Kind: String, Sendable, Hashable, Codable {
    /// One of the regular row.
    case regular
    /// A supplement (增刊), counted by itself.
    case supplement
    /// A special issue (专刊, 特刊), counted by itself.
    case special
  }

  /// The number as printed, with its words: `2023年第12期（总第434期）`.
  public var verbatim: String
  /// The year the number counts in.
  public var year: Int?
  /// The volume, `12` in `Vol. 12 No. 3`.
  public var volume: Int?
  /// The number within the year, the volume or the series.
  public var number: Int?
  /// The running total (总期).
  public var total: Int?
  /// The sort of issue.
  public var kind: Kind

  /// A number of the given parts.
  public init(
    verbatim: String, year: Int? = nil, volume: Int? = nil, number: Int? = nil, total: Int? = nil, kind: Kind = .regular
  ) {
    self.verbatim = verbatim
    self.year = year
    self.volume = volume
    self.number = number
    self.total = total
    self.kind = kind
  }
}

/// A date as printed and as understood. An impossible date keeps its verbatim text and what could be read.
public struct IssueDate: Sendable, Hashable {
  /// The date as printed.
  public var verbatim: String
  /// The year of the common era; absent if the text did not say.
  public var year: Int?
  /// The month, 1 to 12.
  public var month: Int?
  /// The day of the month.
  public var day: Int?

  /// A date of the given parts.
  public init(verbatim: String, year: Int? = nil, month: Int? = nil, day: Int? = nil) {
    self.verbatim = verbatim
    self.year = year
    self.month = month
    self.day = day
  }

  /// The date by ISO 8601 as far as it is known: `2023-01-28`, `2023-01` or `2023`; absent without a year.
  public var iso: String? {
    guard let year else { return nil }
    var text = padded(year, 4)
    guard let month else { return text }
    text += "-" + padded(month, 2)
    guard let day else { return text }
    return text + "-" + padded(day, 2)
  }

  /// Whether the calendar has such a day (month 1–12, day within the month).
  public var isPossible: Bool {
    guard let month else { return day == nil }
    guard (1...12).contains(month) else { return false }
    guard let day else { return true }
    let leap = (year ?? 4) % 4 == 0 && ((year ?? 4) % 100 != 0 || (year ?? 4) % 400 == 0)
    let days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[month - 1]).contains(day)
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
