import ExportPipeline
import HouseStyle
import IssueModel
import TestSupport
import Testing

import struct IssueModel.Issue

@testable import WordWriter

@Suite("Whatever the issue, its document")
struct GeneratedDocumentTests {
  // The last has no paragraph of plain text.
  static let seeds: [UInt64] = Array(1...16) + [261]

  static func issue(_ seed: UInt64) -> Issue {
    IssueGenerator.issue(seed: seed, options: .init(awkwardCharacters: seed % 2 == 0))
  }

  /// Each is written once for all the tests.
  static let documents = Dictionary(
    uniqueKeysWithValues: seeds.map { seed in (seed, Result { try OpenedDocument(issue(seed)) }) })

  func document(_ seed: UInt64) throws -> OpenedDocument { try #require(Self.documents[seed]).get() }

  @Test("says every word of the composition, in order, once", arguments: seeds)
  func words(_ seed: UInt64) throws {
    let issue = Self.issue(seed)
    let composition = Composition(issue, style: .gbt9704)
    let document = try self.document(seed)
    #expect(try document.document().words.bare == composition.words.joined().bare)
    let notes = try document.part("word/footnotes.xml")?.words ?? ""
    #expect(notes.bare == composition.noteWords.joined().bare)
  }

  @Test("has the children of every element in the order of the schema", arguments: seeds)
  func order(_ seed: UInt64) throws {
    let zip = try document(seed).zip
    for entry in zip.entries where entry.name.hasPrefix("word/") && entry.name.hasSuffix(".xml") {
      for element in try XMLTree.parse(entry.text).all {
        guard let names = ElementOrder.names[element.name] else { continue }
        let ranks = element.children.map { child in names.firstIndex(of: child.name) }
        #expect(ranks.allSatisfy { $0 != nil }, "\(element.name) has a child the table does not know")
        // References to footers are one group in the schema, in any order.
        #expect(ranks.compactMap { $0 } == ranks.compactMap { $0 }.sorted(), "\(element.name) in \(entry.name)")
      }
    }
  }

  @Test("refers to nothing that is not there", arguments: seeds)
  func references(_ seed: UInt64) throws {
    let document = try self.document(seed)
    func values(_ part: String, _ element: String, _ attribute: String) throws -> [String] {
      try document.part(part)?.descendants(element).compactMap { $0.attributes[attribute] } ?? []
    }
    let body = try document.document()
    // Relationships, in the part that refers and in the package.
    for part in ["document", "footnotes"] {
      guard let tree = try document.part("word/\(part).xml") else { continue }
      let relationships = try document.part("word/_rels/\(part).xml.rels")?.children ?? []
      let ids = relationships.compactMap { $0.attributes["Id"] }
      #expect(Set(ids).count == ids.count)
      for element in tree.all {
        for (name, value) in element.attributes where name == "r:id" || name == "r:embed" {
          #expect(ids.contains(value))
        }
      }
      for each in relationships where each.attributes["TargetMode"] == nil {
        #expect(document.zip.text("word/" + (each.attributes["Target"] ?? "")) != nil)
      }
    }
    // Styles.
    let styles = Set(try values("word/styles.xml", "w:style", "w:styleId"))
    for part in ["document", "footnotes", "footer1", "footer2"] {
      for element in ["w:pStyle", "w:rStyle"] {
        for style in try values("word/\(part).xml", element, "w:val") { #expect(styles.contains(style)) }
      }
    }
    for element in ["w:basedOn", "w:next"] {
      for style in try values("word/styles.xml", element, "w:val") { #expect(styles.contains(style)) }
    }
    // Bookmarks.
    let bookmarks = body.descendants("w:bookmarkStart").compactMap { $0.attributes["w:name"] }
    #expect(Set(bookmarks).count == bookmarks.count)
    #expect(
      body.descendants("w:bookmarkStart").map { $0.attributes["w:id"] }
        == body.descendants("w:bookmarkEnd").map { $0.attributes["w:id"] })
    for link in body.descendants("w:hyperlink") {
      if let anchor = link.attributes["w:anchor"] { #expect(bookmarks.contains(anchor)) }
    }
    // Footnotes: each referred to once, in the order of their numbers.
    let notes = try values("word/footnotes.xml", "w:footnote", "w:id").dropFirst(2)
    #expect(body.descendants("w:footnoteReference").compactMap { $0.attributes["w:id"] } == Array(notes))
    // Lists.
    let lists = Set(try values("word/numbering.xml", "w:num", "w:numId"))
    for list in body.descendants("w:numId") { #expect(lists.contains(list.attributes["w:val"] ?? "")) }
  }

  @Test("has tables whose cells fill the grid and end with a paragraph", arguments: seeds)
  func tables(_ seed: UInt64) throws {
    for table in try document(seed).document().descendants("w:tbl") {
      let columns = table.child("w:tblGrid")?.children ?? []
      let width = columns.compactMap { Int($0.attributes["w:w"] ?? "") }.reduce(0, +)
      #expect(table.child("w:tblPr")?.child("w:tblW")?.attributes["w:w"] == String(width))
      for row in table.children where row.name == "w:tr" {
        let spans = row.children.filter { $0.name == "w:tc" }.map {
          Int($0.child("w:tcPr")?.child("w:gridSpan")?.attributes["w:val"] ?? "1") ?? 0
        }
        #expect(spans.reduce(0, +) == columns.count)
      }
      for cell in table.descendants("w:tc") { #expect(cell.children.last?.name == "w:p") }
    }
  }

  @Test("is the same, byte for byte, however often it is written", arguments: seeds.prefix(10))
  func sameBytes(_ seed: UInt64) throws {
    #expect(try OpenedDocument(Self.issue(seed)).bytes == document(seed).bytes)
  }

  @Test("names a font in all four places, and never one of a theme", arguments: seeds.prefix(10))
  func fonts(_ seed: UInt64) throws {
    let document = try self.document(seed)
    let table = Set(
      try document.part("word/fontTable.xml")?.descendants("w:font").compactMap { $0.attributes["w:name"] } ?? [])
    for part in ["document", "styles", "footnotes", "numbering", "footer1"] {
      for fonts in try document.part("word/\(part).xml")?.descendants("w:rFonts") ?? [] {
        for place in ["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"] {
          let name = try #require(fonts.attributes[place])
          #expect(table.contains(name), "\(name) is not in the font table")
        }
        #expect(!fonts.attributes.keys.contains { $0.hasSuffix("Theme") })
      }
    }
  }
}
