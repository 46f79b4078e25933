public import ExportPipeline
internal import IssueModel
public import OpenPackaging

/// The core properties, `/docProps/core.xml`: title, office, date of the issue. The clock is never asked.
public struct CorePropertiesStage: WordPartStage {
  /// `core-properties`.
  public let name = "core-properties"
  /// The stage.
  public init() {}

  /// Adds the part.
  public func write(_ plan: WordPlan, to package: inout Package, _ context: StageContext) throws(StageError) {
    let masthead = plan.issue.masthead
    let number = plan.printed(.number)
    var title = masthead.name
    if let number { title += (title.isEmpty ? "" : plan.typesetter.isChinese ? "　" : " ") + number }
    // A date that lacks its day has no time of day either.
    let date = masthead.date.flatMap { date -> String? in
      guard date.isPossible, date.day != nil, let year = date.year, (1...9999).contains(year) else { return nil }
      return date.iso.map { $0 + "T00:00:00Z" }
    }
    let properties = CoreProperties(
      title: title.isEmpty ? nil : title, subject: masthead.series, creator: masthead.office,
      keywords: keywords(plan.issue), language: plan.issue.language.rawValue, created: date,
      modified: date)
    do throws(PackagingError) { try package.add(properties) } catch { throw StageError(stage: name, error) }
  }
}

extension CorePropertiesStage {
  /// By what an archive finds the issue: the names of its sections; without any the titles of its articles; without
  /// those its series and its office. As many as Word has room for.
  private func keywords(_ issue: Issue) -> [String] {
    let all = [
      issue.sections.compactMap(\.name), issue.articles.map(\.title),
      [issue.masthead.series, issue.masthead.office].compactMap { $0 },
    ].map { $0.filter { !$0.isEmpty } }.first { !$0.isEmpty }
    var room = Self.room
    return (all ?? []).enumerated().prefix { index, word in
      room -= word.utf16.count + 2
      return room >= 0 || index == 0
    }.map(\.element)
  }

  /// What Word takes for a property, in UTF-16.
  private static let room = 255
}

/// The properties of the application, `/docProps/app.xml`.
public struct ExtendedPropertiesStage: WordPartStage {
  /// `extended-properties`.
  public let name = "extended-properties"
  /// The stage.
  public init() {}

  /// Adds the part.
  public func write(_ plan: WordPlan, to package: inout Package, _ context: StageContext) throws(StageError) {
    let properties = ExtendedProperties(application: "Gazette", company: plan.issue.masthead.office)
    do throws(PackagingError) { try package.add(properties) } catch { throw StageError(stage: name, error) }
  }
}

/// Properties of the issue for registries, `/docProps/custom.xml`: its number, date and office, the house
/// style, and a check sum of the text (`EmbeddedIssue` tells by it whether somebody changed the text).
public struct CustomPropertiesStage: WordPartStage {
  /// `custom-properties`.
  public let name = "custom-properties"
  /// The name of the property that holds that of the house style, for ``ReferenceDocument``.
  static let styleProperty = "HouseStyle"
  /// The stage.
  public init() {}

  /// Adds the part, if there is anything to tell.
  public func write(_ plan: WordPlan, to package: inout Package, _ context: StageContext) throws(StageError) {
    let masthead = plan.issue.masthead
    var properties = CustomProperties()
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { properties.all.append(.init(name, value)) }
    }
    add("IssueNumber", plan.printed(.number))
    add("IssueDate", masthead.date?.iso ?? masthead.date?.verbatim)
    add("IssuingOffice", masthead.office)
    add(Self.styleProperty, plan.houseStyle.name)
    // Of use only where there is something that the text can differ from.
    if plan.boundData != nil { add(TextChecksum.property, String(plan.textChecksum, radix: 16)) }
    do throws(PackagingError) { try package.add(properties) } catch { throw StageError(stage: name, error) }
  }
}
