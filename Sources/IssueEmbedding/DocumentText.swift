internal import OpenPackaging
internal import WordWriter
internal import XMLBinding

/// What the document of a Word file says now, and what it said when it was written.
struct DocumentText {
  /// Whether the one is not the other.
  let isChanged: Bool

  /// The text of `document`; nil if the file has no check sum of what it was.
  /// - Parameter issue: The root of the embedded issue, which says what bound words should be.
  /// - Parameter root: The root of the document.
  init?(
    _ document: PartName, root: XMLElement, issue: XMLElement, in package: PackageReader
  ) throws(PackageReadingError) {
    guard let part = try package.targets(of: .customProperties).first,
      let written = try Self.root(of: part, in: package)?.elements.first(where: {
        $0.attribute("name") == TextChecksum.property
      }),
      let before = UInt32(written.text.trimmed, radix: 16)
    else { return nil }
    guard Self.boundWordsAgree(root, issue) else {
      isChanged = true
      return
    }
    var notes: UInt32 = 0
    for part in try package.targets(of: Self.footnotes, from: document) {
      // Notes with a type are the lines between text and notes.
      for note in try Self.root(of: part, in: package)?.elements ?? []
      where note.isWord("footnote") && !note.attributes.contains(where: { $0.name == "type" }) {
        notes &+= Self.checksum(of: note)
      }
    }
    // Older files count number and date too, which could not be changed in Word.
    isChanged = ![false, true].contains { countsPrinted in
      Self.checksum(of: root, countsPrinted: countsPrinted) &+ notes == before
    }
  }

  private static let footnotes: RelationshipType =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"

  private static func root(of part: PartName, in package: PackageReader) throws(PackageReadingError) -> XMLElement? {
    try package.content(of: part).flatMap { try? XMLDocument(parsing: $0).root() }
  }

  /// Whether the words in the controls that are bound to `issue` are those that stand there. Word sees to that;
  /// LibreOffice changes only what shows, so that nothing of it would be read back.
  private static func boundWordsAgree(_ element: XMLElement, _ issue: XMLElement) -> Bool {
    if let path = element.pathOfIssue {
      let shown = checksum(of: element.elements.first { $0.isWord("sdtContent") } ?? XMLElement(name: "sdtContent"))
      var held = TextChecksum()
      held.add(path.reduce(issue as XMLElement?) { $0?.first($1) }?.text ?? "")
      return shown == held.value
    }
    return element.elements.allSatisfy { boundWordsAgree($0, issue) }
  }

  private static func checksum(of story: XMLElement, countsPrinted: Bool = true) -> UInt32 {
    var sum = TextChecksum()
    sum.add(within: story, countsPrinted: countsPrinted)
    return sum.value
  }
}

extension TextChecksum {
  /// - Parameter countsPrinted: Whether words that are bound to the part that repeats what is printed count.
  fileprivate mutating func add(within element: XMLElement, countsPrinted: Bool) {
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
      case "sdt" where child.pathOfIssue != nil || !countsPrinted && child.isBoundToPrinted: break
      default: add(within: child, countsPrinted: countsPrinted)
      }
    }
  }
}

extension XMLElement {
  /// Whether it is an element of WordprocessingML, transitional or strict.
  func isWord(_ name: String) -> Bool {
    self.name == name
      && [
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
      ].contains(namespace)
  }

  /// Where in the embedded issue the words of this control stand, as names of elements below the root; nil for one that
  /// is bound to nothing there. What is bound to the part that only repeats what is printed is not.
  fileprivate var pathOfIssue: [String]? {
    guard let binding = dataBinding, !isBoundToPrinted else { return nil }
    return Array(binding.steps.dropFirst())
  }

  /// Whether it is a control that is bound to the part that repeats what is printed.
  fileprivate var isBoundToPrinted: Bool {
    dataBinding?.mappings.contains(EmbeddedIssueStage.printedNamespace) == true
  }

  /// What a control is bound to: its prefixes, and the names of the elements on the way from the root,
  /// `/i:issue[1]/i:masthead[1]/i:name[1]`; nil for any other element.
  var dataBinding: (mappings: String, steps: [String])? {
    guard isWord("sdt"),
      let binding = elements.first(where: { $0.isWord("sdtPr") })?.elements.first(where: { $0.isWord("dataBinding") })
    else { return nil }
    func value(_ name: String) -> String { binding.attributes.first { $0.name == name }?.value ?? "" }
    let steps = value("xpath").split(separator: "/").map { step in
      String(step.split(separator: ":").last?.prefix { $0 != "[" } ?? "")
    }
    return (value("prefixMappings"), steps)
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
