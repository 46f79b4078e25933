internal import ExportPipeline
internal import HouseStyle
internal import OpenPackaging
internal import XMLBinding

// A letterhead as parts of a document: for the stage of the footers, in whose place it stands.
extension Letterhead {
  /// Announces the parts.
  func prepare(_ plan: inout WordPlan) {
    for (part, target) in announced {
      let pages = WordPlan.MarginPart.Pages(rawValue: part.pages) ?? .odd
      plan.announce(part.isHeader ? .header : .footer, on: [pages], target: target)
    }
  }

  /// Adds the parts with their pictures.
  func write(to package: inout Package, stage: String) throws(StageError) {
    var pictureParts: [String: PartName] = [:]
    for (index, name) in pictures.keys.sorted().enumerated() {
      guard let bytes = pictures[name], let format = try? PictureHeader(bytes).format else { continue }
      let part = PartName(rawValue: "/word/media/letterhead\(index + 1).\(format.rawValue)")
      package.add(OpenPackaging.Part(part, contentType: format.mediaType, content: bytes))
      pictureParts[name] = part
    }
    var drawings = Self.firstDrawing
    for (part, target) in announced {
      var relationships = Relationships()
      var xml = XMLWriter(standalone: true)
      xml.write(copied: Self.renumbered(part.content, &drawings), isRoot: true) { name in
        pictureParts[name].map {
          relationships.add(.image, target: String($0.rawValue.dropFirst("/word/".count)))
        }
      }
      try package.add(
        PartName(rawValue: "/word/" + target), part.isHeader ? "header+xml" : "footer+xml", xml, stage: stage,
        relationships: relationships)
    }
  }

  /// The number of the first drawing: those of the text are counted from 1, and no two of a document may have the same.
  private static let firstDrawing = 1_000_000_000

  /// `element` with its drawings counted on from `number`, which is that of the next one then.
  private static func renumbered(_ element: XMLElement, _ number: inout Int) -> XMLElement {
    var copy = element
    if element.name == "docPr", element.namespace == WordNamespace.placement {
      for index in copy.attributes.indices where copy.attributes[index].name == "id" {
        copy.attributes[index].value = String(number)
      }
      number += 1
    }
    copy.children = element.children.map { child in
      guard case .element(let inner) = child else { return child }
      return .element(renumbered(inner, &number))
    }
    return copy
  }

  /// The fonts that it names, each once, in the order of the text.
  var fontNames: [String] {
    var names: [String] = []
    func collect(_ element: XMLElement) {
      if element.isWord("rFonts") {
        for place in ["eastAsia", "ascii", "hAnsi", "cs"] {
          if let name = element.value(place), !names.contains(name) { names.append(name) }
        }
      }
      element.elements.forEach(collect)
    }
    styles.forEach(collect)
    for part in parts { collect(part.content) }
    return names
  }

  /// The parts with the names of their files. Pages that differ and have no part of their own get an empty one, for
  /// else they would have that of other pages.
  private var announced: [(part: Part, target: String)] {
    var all = parts.filter { ($0.pages != "first" || firstPageDiffers) && ($0.pages != "even" || evenPagesDiffer) }
    for (pages, differs) in [("first", firstPageDiffers), ("even", evenPagesDiffer)] where differs {
      for isHeader in [true, false] where all.contains(where: { $0.isHeader == isHeader }) {
        guard !all.contains(where: { $0.isHeader == isHeader && $0.pages == pages }) else { continue }
        let paragraph = XMLElement(name: "p", namespace: WordNamespace.main)
        all.append(
          Part(
            isHeader: isHeader, pages: pages,
            content: XMLElement(
              name: isHeader ? "hdr" : "ftr", namespace: WordNamespace.main, children: [.element(paragraph)])))
      }
    }
    var counts = (headers: 0, footers: 0)
    return all.map { part in
      if part.isHeader {
        counts.headers += 1
        return (part, "header\(counts.headers).xml")
      }
      counts.footers += 1
      return (part, "footer\(counts.footers).xml")
    }
  }
}
