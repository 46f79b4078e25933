internal import XMLBinding

/// An element of WordprocessingML with all that is in it. Its children may be given in any order: they are
/// written in the order of ``ElementOrder``.
struct Element: Equatable {
  struct Attribute: Equatable {
    var name: XMLName
    var value: String
  }
  var name: XMLName
  var attributes: [Attribute]
  var children: [Element]

  init(_ name: XMLName, _ attributes: KeyValuePairs<XMLName, String> = [:], _ children: [Element] = []) {
    self.name = name
    self.attributes = attributes.map { Attribute(name: $0.key, value: $0.value) }
    self.children = children
  }

  init(_ name: XMLName, _ attributes: [Attribute]) {
    self.name = name
    self.attributes = attributes
    children = []
  }

  /// An element whose whole meaning is its `w:val`.
  static func val(_ name: XMLName, _ value: String) -> Element { Element(name, ["w:val": value]) }
  static func val(_ name: XMLName, _ value: Int) -> Element { Element(name, ["w:val": String(value)]) }
  /// A property that is on or off; on is written without a value.
  static func flag(_ name: XMLName, _ isOn: Bool = true) -> Element { isOn ? Element(name) : val(name, "0") }

  mutating func set(_ name: XMLName, _ value: String) { attributes.append(Attribute(name: name, value: value)) }
  mutating func set(_ name: XMLName, _ value: Int) { set(name, String(value)) }
}

extension XMLWriter {
  /// Writes `element`, the children within it in schema order.
  mutating func write(_ element: Element) {
    start(element.name)
    for attribute in element.attributes { self.attribute(attribute.name, attribute.value) }
    if element.children.count == 1 {
      write(element.children[0])
    } else if !element.children.isEmpty {
      for child in ElementOrder.sorted(element.children, in: element.name) { write(child) }
    }
    end()
  }

  /// Writes the element `name` of `properties` in schema order, or nothing if there are none.
  mutating func write(_ name: XMLName, _ properties: [Element]) {
    guard !properties.isEmpty else { return }
    start(name)
    for property in ElementOrder.sorted(properties, in: name) { write(property) }
    end()
  }

  /// Begins the root element of a part, with the namespaces that the parts of a document use.
  mutating func startRoot(_ name: XMLName) {
    start(name)
    attribute("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main")
    attribute("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
  }
}
