internal import XMLBinding

/// The namespaces of a Word file's parts (ISO/IEC 29500-4, transitional).
enum WordNamespace {
  static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
  static let placement = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
  static let picture = "http://schemas.openxmlformats.org/drawingml/2006/picture"
  static let compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"
  static let vector = "urn:schemas-microsoft-com:vml"
  static let office = "urn:schemas-microsoft-com:office:office"
  static let wordVector = "urn:schemas-microsoft-com:office:word"

  /// The namespaces above by those that the strict format (ISO/IEC 29500-1) has for them.
  static let transitional = [
    "http://purl.oclc.org/ooxml/wordprocessingml/main": main,
    "http://purl.oclc.org/ooxml/officeDocument/relationships": relationships,
    "http://purl.oclc.org/ooxml/drawingml/main": drawing,
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": placement,
    "http://purl.oclc.org/ooxml/drawingml/picture": picture,
  ]
}

extension XMLElement {
  /// The element in the namespaces of the transitional format, whichever of the two it is in.
  var inTransitionalNamespaces: XMLElement {
    var copy = self
    if let namespace, let own = WordNamespace.transitional[namespace] { copy.namespace = own }
    for index in attributes.indices {
      let attribute = attributes[index]
      if let own = attribute.namespace.flatMap({ WordNamespace.transitional[$0] }) {
        copy.attributes[index].namespace = own
      } else if attribute.name == "uri", let own = WordNamespace.transitional[attribute.value] {
        copy.attributes[index].value = own
      }
    }
    copy.children = children.map {
      if case .element(let element) = $0 { .element(element.inTransitionalNamespaces) } else { $0 }
    }
    return copy
  }
}

extension XMLElement {
  /// Whether it is the element `name` of WordprocessingML.
  func isWord(_ name: String) -> Bool { self.name == name && namespace == WordNamespace.main }

  /// The first element `name` of WordprocessingML right within this one; nil if there is none.
  func word(_ name: String) -> XMLElement? { elements.first { $0.isWord(name) } }

  /// The attribute `name` of WordprocessingML; nil if there is none.
  func value(_ name: String) -> String? {
    attributes.first { $0.name == name && $0.namespace == WordNamespace.main }?.value
  }

  /// The attribute `name` of WordprocessingML as a number, a length with a unit in twips (ISO/IEC 29500-1, 22.9.2.15);
  /// nil if there is none, or it is no number.
  func number(_ name: String) -> Int? { value(name).flatMap { Self.number($0, perPoint: 20) } }

  /// `text` as a whole number, or as a length with a unit, of which a point has `perPoint`; nil if it is neither.
  static func number(_ text: String, perPoint: Double) -> Int? {
    // Far beyond what any attribute means, so that sums of some never overflow.
    let limit = 1_000_000_000
    if let number = Int(text) { return (-limit...limit).contains(number) ? number : nil }
    let points: [String: Double] = [
      "pt": 1, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72, "pc": 12, "pi": 12,
    ]
    guard let unit = points[String(text.suffix(2))], let number = Double(text.dropLast(2)), abs(number) < 100_000
    else { return nil }
    return Int((number * unit * perPoint).rounded())
  }

  /// The attribute `val` of the element `name` right within this one; nil if there is none.
  func wordValue(_ name: String) -> String? { word(name)?.value("val") }

  /// Whether a property that is on or off is on; nil if it is not there (ISO/IEC 29500-1, 17.17.4).
  func wordFlag(_ name: String) -> Bool? {
    word(name).map { !["0", "false", "off"].contains($0.value("val") ?? "1") }
  }
}
