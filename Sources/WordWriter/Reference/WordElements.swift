internal import XMLBinding

/// The namespaces of a Word file's parts (ISO/IEC 29500-4, transitional).
enum WordNamespace {
  static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
  static let placement = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
  static let picture = "http://schemas.openxmlformats.org/drawingml/2006/picture"
  static let compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"
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

  /// The attribute `name` of WordprocessingML as a number; nil if there is none, or it is no number.
  func number(_ name: String) -> Int? { value(name).flatMap { Int($0) } }

  /// The attribute `val` of the element `name` right within this one; nil if there is none.
  func wordValue(_ name: String) -> String? { word(name)?.value("val") }

  /// Whether a property that is on or off is on; nil if it is not there (ISO/IEC 29500-1, 17.17.4).
  func wordFlag(_ name: String) -> Bool? {
    word(name).map { !["0", "false", "off"].contains($0.value("val") ?? "1") }
  }
}
