/// A piece of a document's content. Comments and processing instructions are not kept.
public enum XMLNode: Sendable, Hashable {
  case element(XMLElement)
  /// Text, all that stands between two tags in one piece, its references resolved.
  case text(String)
}

/// An element, as a value that owns all within it.
public struct XMLElement: Sendable, Hashable {
  /// The name without a prefix; in lower case for one of HTML.
  public var name: String
  /// The namespace; absent for none.
  public var namespace: String?
  /// The attributes, in the order of the document. Declarations of namespaces are not among them.
  public var attributes: [XMLAttribute]
  /// What stands within.
  public var children: [XMLNode]
  /// The line on which its tag begins, from 1; 0 for one made by program.
  public var line: Int
  /// The column at which its tag begins, in characters, from 1; 0 if unknown.
  public var column: Int

  /// An element of the given parts.
  public init(
    name: String, namespace: String? = nil, attributes: [XMLAttribute] = [], children: [XMLNode] = [], line: Int = 0,
    column: Int = 0
  ) {
    self.name = name
    self.namespace = namespace
    self.attributes = attributes
    self.children = children
    self.line = line
    self.column = column
  }

  /// The value of the attribute `name` that is in no namespace; nil if there is none.
  public func attribute(_ name: String) -> String? {
    attributes.first { $0.name == name && $0.namespace == nil }?.value
  }

  /// The elements right within this one.
  public var elements: [XMLElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The first element called `name` right within this one; nil if there is none.
  public func first(_ name: String) -> XMLElement? {
    for case .element(let element) in children where element.name == name { return element }
    return nil
  }

  /// All text within, also that of the elements within, in order.
  public var text: String {
    if children.count == 1, case .text(let text) = children[0] { return text }
    return children.reduce(into: "") { result, child in
      switch child {
      case .element(let element): result += element.text
      case .text(let text): result += text
      }
    }
  }
}

/// An attribute.
public struct XMLAttribute: Sendable, Hashable {
  /// The name without a prefix.
  public var name: String
  /// The namespace; absent for none.
  public var namespace: String?
  /// The value, its references resolved.
  public var value: String
  /// An attribute of the given parts.
  public init(name: String, namespace: String? = nil, value: String) {
    self.name = name
    self.namespace = namespace
    self.value = value
  }
}
