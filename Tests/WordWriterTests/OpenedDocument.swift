import ExportPipeline
import IssueModel
import TestSupport
import WordWriter

/// A written document, taken apart for tests.
struct OpenedDocument: Sendable {
  let bytes: [UInt8]
  let zip: ZipReader
  let diagnostics: [Diagnostic]

  init(
    _ issue: Issue, writer: WordWriter = WordWriter(), resources: any ResourceProvider = OnePicture()
  ) throws {
    let context = StageContext(resources: resources)
    bytes = try writer.write(issue, context).bytes
    zip = try ZipReader(bytes)
    diagnostics = context.diagnostics.diagnostics
  }

  func part(_ name: String) throws -> XMLTree? { try zip.text(name).map { try XMLTree.parse($0) } }

  func document() throws -> XMLTree {
    guard let document = try part("word/document.xml") else { throw XMLTree.Malformed(reason: "no document") }
    return document
  }

  /// The paragraphs of the body in the style `id`.
  func paragraphs(_ id: String) throws -> [XMLTree] {
    try document().descendants("w:p").filter { $0.child("w:pPr")?.child("w:pStyle")?.attributes["w:val"] == id }
  }
}

extension XMLTree {
  /// The text of the runs within; a line end is a newline, a tab a tab.
  var words: String {
    all.map { element in
      switch element.name {
      case "w:t": element.ownText
      case "w:br": "\n"
      // Not the stops of `w:tabs`, which have attributes.
      case "w:tab" where element.attributes.isEmpty: "\t"
      default: ""
      }
    }.joined()
  }
}
