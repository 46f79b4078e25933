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
      // Words of a field; words bound to the issue; and what stands for a drawing where it cannot be shown.
      case "fldSimple", "Fallback": break
      case "sdt" where child.isReadBack: break
      default: add(within: child)
      }
    }
  }
}

extension XMLElement {
  /// Whether it is an element of WordprocessingML, transitional or strict.
  fileprivate func isWord(_ name: String) -> Bool {
    self.name == name
      && [
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
      ].contains(namespace)
  }

  /// Whether the words of this control are bound to the embedded issue, and so read from there; those bound to the part
  /// that only repeats what is printed are not.
  fileprivate var isReadBack: Bool {
    guard
      let binding = elements.first(where: { $0.isWord("sdtPr") })?.elements.first(where: { $0.isWord("dataBinding") })
    else { return false }
    let mappings = binding.attributes.first { $0.name == "prefixMappings" }?.value ?? ""
    return !mappings.contains(EmbeddedIssueStage.printedNamespace)
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
