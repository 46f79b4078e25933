import ExportPipeline
import OpenPackaging
import TestSupport
import Testing
import WordWriter

/// A stage as a user of the package would write it.
struct RemarkStage: WordPartStage {
  let name = "remark"
  let type: RelationshipType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"

  func prepare(_ plan: inout WordPlan, _ context: StageContext) {
    plan.relationships.add(type, target: "../customXml/item1.xml")
  }

  func write(_ plan: WordPlan, to package: inout Package, _ context: StageContext) throws(StageError) {
    let content = "<remark>\(plan.issue.masthead.name)</remark>"
    package.add(Part("/customXml/item1.xml", contentType: "application/xml", content: Array(content.utf8)))
  }
}

@Suite("Stages of the writer")
struct StagesTests {
  @Test("A part of the user's own is added from outside")
  func inserting() throws {
    let stages = WordStages.standard.inserting(RemarkStage(), before: "settings")
    #expect(stages.names.firstIndex(of: "remark") == 2)
    let document = try OpenedDocument(SampleIssues.minimal, writer: WordWriter(stages: stages))
    #expect(document.zip.text("customXml/item1.xml") == "<remark>简报</remark>")
    #expect(document.zip.text("word/_rels/document.xml.rels")?.contains("../customXml/item1.xml") == true)
  }

  @Test("A part can be dropped, and nothing refers to it then", arguments: WordStages.standard.names.dropFirst())
  func dropping(_ name: String) throws {
    let stages = WordStages.standard.removing(name)
    #expect(!stages.names.contains(name))
    // Pictures are announced by the plan: an issue without any does without their stage.
    let issue = name == "pictures" ? SampleIssues.english : SampleIssues.full
    let document = try OpenedDocument(issue, writer: WordWriter(stages: stages))
    let zip = document.zip
    if name == "footers" {
      #expect(try document.document().descendants("w:footerReference").isEmpty)
      #expect(zip.text("word/settings.xml")?.contains("evenAndOddHeaders") == false)
    }
    if name == "footnotes" {
      #expect(try document.document().descendants("w:footnoteReference").isEmpty)
      #expect(zip.text("word/settings.xml")?.contains("footnotePr") == false)
    }
    if name == "numbering" { #expect(try document.document().descendants("w:numPr").isEmpty) }
    for relationship in try document.part("word/_rels/document.xml.rels")?.children ?? [] {
      guard relationship.attributes["TargetMode"] == nil else { continue }
      #expect(zip.text("word/" + (relationship.attributes["Target"] ?? "")) != nil)
    }
  }

  @Test("A part can be made by another stage in its place")
  func replacing() {
    let stages = WordStages.standard.replacing("font-table", with: RemarkStage())
    #expect(stages.names.contains("remark"))
    #expect(!stages.names.contains("font-table"))
    #expect(stages.all.count == WordStages.standard.all.count)
    #expect(WordStages.standard.replacing("nothing", with: RemarkStage()).names.last == "remark")
  }

  @Test("A stage that announces a part and never writes it is found out")
  func brokenStage() {
    struct Broken: WordPartStage {
      let name = "broken"
      func prepare(_ plan: inout WordPlan, _ context: StageContext) {
        plan.relationships.add("http://example.org/x", target: "nowhere.xml")
      }
      func write(_ plan: WordPlan, to package: inout Package, _ context: StageContext) throws(StageError) {}
    }
    #expect(throws: StageError.self) {
      try WordWriter(stages: .standard.adding(Broken())).write(SampleIssues.minimal, StageContext())
    }
  }
}
