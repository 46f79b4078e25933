public import ExportPipeline
internal import IssueModel
internal import IssueXML
public import OpenPackaging
public import WordWriter
internal import XMLBinding

/// The issue itself, `/customXml/item1.xml`: the Word file carries the model it was made from, as issue XML, so
/// that it can be read back whole (``EmbeddedIssue``), and the fields of its masthead are bound to it. Where there
/// are pictures, `/customXml/item2.xml` says which part is which (``EmbeddedPictures``). The last of these parts repeats
/// number and date as they are printed, for their fields to be bound to: what the issue says of them is more than words.
public struct EmbeddedIssueStage: WordPartStage {
  /// `embedded-issue`.
  public let name = "embedded-issue"
  /// The stage.
  public init() {}

  /// The ids of the parts among a document's custom XML: one for all issues, since a document holds one.
  private static let id = "{6B1F8E52-9A0C-4C57-8D3E-27A5D0C4B961}"
  private static let picturesID = "{0D7C3A94-51E6-4B2F-9C18-E3F6A8B27D05}"
  private static let printedID = "{C4A2E1D7-3B68-4F90-A5C1-7E0B92D6F834}"
  /// The namespace of the part with number and date.
  static let printedNamespace = "urn:gazette:printed:1"

  /// Announces the parts, and what the document may bind to in it.
  public func prepare(_ plan: inout WordPlan, _ context: StageContext) {
    plan.relationships.add(.customXML, target: "../customXml/item1.xml")
    if !plan.pictureParts.isEmpty { plan.relationships.add(.customXML, target: "../customXml/item2.xml") }
    if !Self.printedFields(plan).isEmpty {
      plan.relationships.add(.customXML, target: "../customXml/item\(Self.printedItem(plan)).xml")
      plan.printedData = WordPlan.BoundData(id: Self.printedID, namespace: Self.printedNamespace) {
        $0 == .number ? "/i:printed[1]/i:number[1]" : $0 == .date ? "/i:printed[1]/i:date[1]" : nil
      }
    }
    let officeSaysMore = plan.issue.masthead.officeVerbatim != nil
    plan.boundData = WordPlan.BoundData(
      id: Self.id, namespace: IssueXML.namespace, path: { Self.path($0, officeSaysMore: officeSaysMore) })
  }

  /// Adds the part with its properties (ISO/IEC 29500-1, 15.2.5 and 15.2.6).
  public func write(_ plan: WordPlan, to package: inout Package, _ context: StageContext) throws(StageError) {
    // What XML cannot hold is reported by the document, where it is missing too.
    try add(1, try IssueXML.write(plan.issue), id: Self.id, namespace: IssueXML.namespace, to: &package)
    if !plan.pictureParts.isEmpty {
      let list = try EmbeddedPictures.list(plan, stage: name)
      try add(2, list, id: Self.picturesID, namespace: EmbeddedPictures.namespace, to: &package)
    }
    let fields = Self.printedFields(plan)
    guard !fields.isEmpty else { return }
    var xml = XMLWriter()
    xml.start("printed")
    xml.attribute("xmlns", Self.printedNamespace)
    for field in fields { xml.element(field.name, text: field.words) }
    xml.end()
    let content: [UInt8]
    do throws(XMLWritingError) { content = try xml.finish() } catch { throw Self.failure(name, error) }
    try add(Self.printedItem(plan), content, id: Self.printedID, namespace: Self.printedNamespace, to: &package)
  }

  /// Number and date, as far as the masthead has them.
  private static func printedFields(_ plan: WordPlan) -> [(name: XMLName, words: String)] {
    [("number", plan.printed(.number)), ("date", plan.printed(.date))].compactMap { name, words in
      words.map { (name, $0) }
    }
  }

  /// The number of their part.
  private static func printedItem(_ plan: WordPlan) -> Int { plan.pictureParts.isEmpty ? 2 : 3 }

  private static func failure(_ stage: String, _ error: XMLWritingError) -> StageError {
    StageError(
      stage: stage,
      message: Wording("The issue could not be put into the Word file: \(error).", zh: "无法将期刊数据写入 Word 文件：\(error)。"))
  }

  /// Adds the custom XML part of that number with its properties, without which programs do not take it for data.
  private func add(
    _ number: Int, _ content: [UInt8], id: String, namespace: String, to package: inout Package
  ) throws(StageError) {
    var relationships = Relationships()
    relationships.add(.customXMLProperties, target: "itemProps\(number).xml")
    var xml = XMLWriter(standalone: false)
    xml.start("ds:datastoreItem")
    xml.attribute("ds:itemID", id)
    xml.attribute("xmlns:ds", "http://schemas.openxmlformats.org/officeDocument/2006/customXml")
    xml.element("ds:schemaRefs") { $0.element("ds:schemaRef", ["ds:uri": namespace]) }
    xml.end()
    let properties: [UInt8]
    do throws(XMLWritingError) {
      properties = try xml.finish()
    } catch {
      throw Self.failure(name, error)
    }
    package.add(
      Part(
        PartName(rawValue: "/customXml/item\(number).xml"), contentType: "application/xml", content: content,
        relationships: relationships))
    package.add(
      Part(
        PartName(rawValue: "/customXml/itemProps\(number).xml"),
        contentType: "application/vnd.openxmlformats-officedocument.customXmlProperties+xml", content: properties))
  }

  /// Where a field of the masthead stands in issue XML, as XPath with the prefix `i`; nil for one that is not bound.
  ///
  /// Number and date are not, but to words of their own: their elements say in attributes what the words mean, which
  /// would no longer agree once Word changed the words; it is read from them anew (``PrintedMasthead``). LibreOffice even drops the attributes of all bound elements when it saves.
  private static func path(_ field: MastheadField, officeSaysMore: Bool) -> String? {
    let name: String? =
      switch field {
      case .series: "series"
      case .name: "name"
      case .office: officeSaysMore ? "officeVerbatim" : "office"
      case .classification: "classification"
      case .notice: "notice"
      case .copyNumber: "copyNumber"
      case .signer: "signer"
      case .number, .date, .other: nil
      }
    return name.map { "/i:issue[1]/i:masthead[1]/i:\($0)[1]" }
  }
}

extension WordStages {
  /// The parts of a complete document that carries its issue with it: what `gazette export` writes.
  public static let selfContained = standard.adding(EmbeddedIssueStage())
}

extension RelationshipType {
  static let customXML: RelationshipType =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
  static let customXMLProperties: RelationshipType =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps"
}
