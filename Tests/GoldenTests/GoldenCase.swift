import Foundation
import Gazette
import TestSupport

import struct IssueModel.Issue

/// One issue with what is made of it: a folder with `issue.md`, `issue.txt`, `issue.html` or the same called `input`,
/// and what a person has read and accepted in `expected/`.
struct GoldenCase: Sendable, CustomStringConvertible {
  /// The folder, relative to the package.
  let folder: String

  var description: String { folder }

  /// All cases: those of the tests, and the examples, which so are always current.
  static let all: [GoldenCase] = ["Tests/GoldenTests/Cases", "examples"].flatMap { parent in
    let names = (try? FileManager.default.contentsOfDirectory(atPath: Repository.root + "/" + parent)) ?? []
    return names.sorted().map { GoldenCase(folder: parent + "/" + $0) }.filter { $0.inputName != nil }
  }

  private var root: String { Repository.root + "/" + folder }

  /// The name of the input in the folder.
  private var inputName: String? {
    ["issue.md", "issue.txt", "issue.html", "input.md", "input.txt", "input.html"].first {
      FileManager.default.fileExists(atPath: root + "/" + $0)
    }
  }

  /// What is made of the input: the content of each file in `expected/`, by name.
  func made() throws -> [String: String] {
    let input = inputName ?? ""
    let bytes = [UInt8](FileManager.default.contents(atPath: root + "/" + input) ?? Data())
    let diagnostics = DiagnosticSink()
    let issue = try IssueReader().read(bytes, fileName: input, diagnostics: diagnostics)
    let context = StageContext(diagnostics: diagnostics)
    var files = ["tree.txt": issue.tree]
    files["issue.txt"] = String(decoding: try PlainTextWriter().write(issue, context).bytes, as: UTF8.self)
    if folder.hasPrefix("examples/") {
      let page = String(decoding: try StylesheetWriter.html.write(issue, context).bytes, as: UTF8.self)
      // The styles are no work of the issue's.
      files["issue.html"] = page.replacing(#/<style>[^<]*</style>/#, with: "<style>…</style>").replacing(
        #/(</(?:p|h[1-6]|li|tr|header|nav|article|section|div|figure)>)/#, with: { $0.output.1 + "\n" })
      files["stated.md"] = String(decoding: try StylesheetWriter.markdown.write(issue, context).bytes, as: UTF8.self)
    }
    for part in try ZipReader(try WordWriter(stages: .selfContained).write(issue, context).bytes).entries
    where keeps(part.name) {
      files["docx/" + part.name] = ReadableXML.lines(of: part.text)
    }
    files["diagnostics.txt"] = diagnostics.diagnostics.map(\.line).joined()
    return files
  }

  /// Whether a part of the Word file is compared: all of them for the examples; for other cases those that hold
  /// the issue's own words, since styles, fonts and settings are the same for all.
  private func keeps(_ part: String) -> Bool {
    folder.hasPrefix("examples/") || part == "word/document.xml" || part == "word/footnotes.xml"
  }

  /// What differs from what was accepted, a text a file.
  func differences() throws -> [String] {
    let made = try made()
    let expected = root + "/expected"
    let accepted = ((try? FileManager.default.subpathsOfDirectory(atPath: expected)) ?? []).filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: expected + "/" + name, isDirectory: &isFolder)
        && !isFolder.boolValue
    }
    return try Set(made.keys).union(accepted).sorted().compactMap { name in
      try Snapshot.difference(made[name], from: expected + "/" + name)
    }
  }
}

extension Diagnostic {
  /// The remark as a line of `diagnostics.txt`.
  fileprivate var line: String {
    let place = position.map { "\($0.line):\($0.column): " } ?? ""
    return "\(place)\(severity.rawValue): \(message.english) [\(id)]\n"
  }
}
