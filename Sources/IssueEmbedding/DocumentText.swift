internal import OpenPackaging
internal import WordWriter
internal import XMLBinding

/// What the document of a Word file says now, and what it said when it was written.
struct DocumentText {
  /// Whether the one is not the other.
  let isChanged: Bool

  /// The text of `document`; nil if the file has no check sum of what it was.
  init?(_ document: PartName, in package: PackageReader) throws(PackageReadingError) {
    guard let part = try package.targets(of: .customProperties).first,
      let written = try Self.root(of: part, in: package)?.elements.first(where: {
        $0.attribute("name") == TextChecksum.property
      }),
      let before = UInt32(written.text.trimmed, radix: 16)
    else { return nil }
    guard let root = try Self.root(of: document, in: package) else { return nil }
    var now = Self.checksum(of: root)
    for part in try package.targets(of: Self.footnotes, from: document) {
      // Notes with a type are the lines between text and notes.
      for note in try Self.root(of: part, in: package)?.elements ?? []
      where note.isWord("footnote") && !note.attributes.contains(where: { $0.name == "type" }) {
        now &+= Self.checksum(of: note)
      }
    }
    isChanged = now != before
  }

  private static let footnotes: RelationshipType =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"

  private static func root(of part: PartName, in package: PackageReader) throws(PackageReadingError) -> XMLElement? {
    try package.content(of: part).flatMap { try? XMLDocument(parsing: $0).root() }
  }

  private static func checksum(of story: XMLElement) -> UInt32 {
    var sum = TextChecksum()
    sum.add(within: story)
    return sum.value
  }
}

extension TextChecksum {
  fileprivate mutating func add(within element: XMLElement) {
    for child in element.elements {
      switch child.name {
      case "t" where child.isWord("t"): add(child.text)
      case "fldChar":
        switch child.attributes.first(where: { $0.name == "fldCharType" })?.value {
        case "begin": addField(begins: true)
        case "end": addField(begins: false)
        default: break
        }
      // Words of a field; words bound to data; and what stands for a drawing where it cannot be shown.
      case "fldSimple", "Fallback": break
      case "sdt"
      where child.elements.first(where: { $0.isWord("sdtPr") })?.elements.contains { $0.isWord("dataBinding") } == true:
        break
      default: add(within: child)
      }
    }
  }
}

extension XMLElement {
  fileprivate func isWord(_ name: String) -> Bool {
    self.name == name && namespace == "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
