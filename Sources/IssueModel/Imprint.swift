/// The foot of the last page (报尾): who receives the issue, who made it.
public struct Imprint: Sendable, Hashable, Codable {
  /// The lines 报, 送, 发 and their kin, in printed order.
  public var distribution: [Distribution]
  /// How many copies were printed, 16 in 共印16份.
  public var copies: Int?
  /// The line on the copies as printed: 共印16份; absent when made by program.
  public var copiesVerbatim: String?
  /// Those who edited, checked or approved the issue.
  public var people: [Responsibility]
  /// The name of the issuing office.
  public var office: String?
  /// The office as printed where that says more than its name: 某某办公室 编印, Published by the …, or its address
  /// behind it. Absent where it says no more.
  public var officeVerbatim: String?
  /// The date of printing (印发日期).
  public var printDate: IssueDate?
  /// Telephone, address or the like, as printed.
  public var contact: String?
  /// Lines that are none of the above, kept so that nothing is lost.
  public var otherLines: [String]
  /// How the fields stood on the page: rows from top to bottom, each from left to right. Empty for the
  /// house style's own arrangement.
  public var arrangement: [[ImprintField]]
  /// The lines of the source the imprint was read from.
  public var source: SourceRange?

  /// An imprint of the given parts.
  public init(
    distribution: [Distribution] = [], copies: Int? = nil, copiesVerbatim: String? = nil,
    people: [Responsibility] = [], office: String? = nil, officeVerbatim: String? = nil,
    printDate: IssueDate? = nil, contact: String? = nil,
    otherLines: [String] = [],
    arrangement: [[ImprintField]] = [], source: SourceRange? = nil
  ) {
    self.distribution = distribution
    self.copies = copies
    self.copiesVerbatim = copiesVerbatim
    self.people = people
    self.office = office
    self.officeVerbatim = officeVerbatim
    self.printDate = printDate
    self.contact = contact
    self.otherLines = otherLines
    self.arrangement = arrangement
    self.source = source
  }
}

/// One field of an ``Imprint``.
public enum ImprintField: Sendable, Hashable {
  /// The line of this index in ``Imprint/distribution``.
  case distribution(Int)
  case copies
  /// The entry of this index in ``Imprint/people``.
  case people(Int)
  case office, printDate, contact
  /// The line of this index in ``Imprint/otherLines``.
  case other(Int)
}

/// One line of the distribution list: 送：the offices it goes to.
public struct Distribution: Sendable, Hashable, Codable {
  /// The word before the colon: 报, 送, 发, 抄送.
  public var label: String
  /// The recipients, one by one.
  public var recipients: [String]
  /// The recipients as printed, with the marks between them; absent when made by program.
  public var verbatim: String?
  /// A line of the given parts.
  public init(label: String, recipients: [String], verbatim: String? = nil) {
    self.label = label
    self.recipients = recipients
    self.verbatim = verbatim
  }
}

/// People with their part in making the issue: 责任编辑：…
public struct Responsibility: Sendable, Hashable, Codable {
  /// The word before the colon: 责任编辑, 审核, 签发.
  public var role: String
  /// The names, one by one.
  public var names: [String]
  /// The names as printed; absent when made by program.
  public var verbatim: String?
  /// A line of the given parts.
  public init(role: String, names: [String], verbatim: String? = nil) {
    self.role = role
    self.names = names
    self.verbatim = verbatim
  }
}
