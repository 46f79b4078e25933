import Gazette

import struct IssueModel.Issue

// The Swift that README and the documentation show and no example holds, line by line, so that it is compiled.
// `DocumentationTests` looks for each of their lines here and in the examples.

/// README, “As a library”.
func readTransformWrite(_ bytes: [UInt8]) throws -> [Artifact] {
  let diagnostics = DiagnosticSink()
  let issue = try AnyIssueReader().read(bytes, fileName: "issue.md", diagnostics: diagnostics)
  let pipeline = ExportPipeline(transforms: [PublicEdition()], writers: [WordWriter(stages: .selfContained)])
  let word = try pipeline(issue, StageContext(diagnostics: diagnostics))[0]  // word.bytes: the .docx
  return [word]
}

/// The transform of `examples/custom-writer`, in short.
private struct PublicEdition: IssueTransform {
  let name = "public-edition"
  func callAsFunction(_ issue: Issue, _ context: StageContext) throws(StageError) -> Issue {
    var issue = issue
    issue.imprint = nil
    return issue
  }
}

/// Gazette.md.
func overview(_ bytes: [UInt8]) throws -> Artifact {
  let diagnostics = DiagnosticSink()
  let issue = try AnyIssueReader().read(bytes, fileName: "issue.md", diagnostics: diagnostics)
  let context = StageContext(houseStyle: .gbt9704, diagnostics: diagnostics)
  let word = try WordWriter().write(issue, context)  // word.bytes is the .docx
  return word
}

/// IssueFormats.md.
func issueFormats(_ issue: Issue) throws -> Bool {
  let xml = try IssueXML.write(issue)
  let json = try IssueJSON.write(issue)
  let same = try IssueXML.read(xml) == IssueJSON.read(json)
  return same
}

/// Stylesheets.md.
func ownStylesheet(_ bytes: [UInt8], _ folder: any ResourceProvider, _ issue: Issue) throws -> Artifact {
  let context = StageContext()
  // swift-format-ignore
  let writer = try StylesheetWriter(bytes, name: "house.xsl", imports: folder, parameters: [.init(name: "place", value: "Lakeside")])
  let artifact = try writer.write(issue, context)
  return artifact
}
