/// Writes coded values as JSON text (RFC 8259): members in the order the value gives them, two blanks of
/// indent, the same bytes for the same value. Foundation's encoder sorts or shuffles members, and drags
/// Foundation in.
public enum JSONText {
  /// `value` as JSON, over several lines unless `compact`, without a final newline.
  /// - Throws: what the value's `encode(to:)` throws.
  public static func encode(_ value: some Encodable, compact: Bool = false) throws -> String {
    let node = JSONNode()
    try node.fill(with: value)
    var text = ""
    node.write(to: &text, indent: compact ? nil : 0)
    return text
  }

  /// `text` as a JSON string, in quotes.
  public static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

/// A place in the text that containers fill: a literal, an array or an object.
private final class JSONNode {
  enum Content {
    case literal(String)
    case array([JSONNode])
    case object([(key: String, value: JSONNode)])
  }
  var content: Content = .literal("null")

  func member(_ key: String) -> JSONNode {
    let node = JSONNode()
    if case .object(var members) = content {
      content = .literal("null")  // give up the reference, so that appending does not copy
      members.append((key, node))
      content = .object(members)
    }
    return node
  }

  func element() -> JSONNode {
    let node = JSONNode()
    if case .array(var elements) = content {
      content = .literal("null")
      elements.append(node)
      content = .array(elements)
    }
    return node
  }

  func fill(with value: some Encodable) throws {
    switch value {
    case let text as String: content = .literal(JSONText.quoted(text))
    case let number as Int: content = .literal(String(number))
    case let number as Int64: content = .literal(String(number))
    case let number as Double: content = .literal(number.isFinite ? "\(number)" : "null")
    case let truth as Bool: content = .literal(truth ? "true" : "false")
    default: try value.encode(to: JSONNodeEncoder(node: self))
    }
  }

  func write(to text: inout String, indent: Int?) {
    switch content {
    case .literal(let literal): text += literal
    case .array(let elements):
      write(elements, "[", "]", to: &text, indent: indent) { element, text, indent in
        element.write(to: &text, indent: indent)
      }
    case .object(let members):
      write(members, "{", "}", to: &text, indent: indent) { member, text, indent in
        text += JSONText.quoted(member.key) + (indent == nil ? ":" : ": ")
        member.value.write(to: &text, indent: indent)
      }
    }
  }

  private func write<Item>(
    _ items: [Item], _ open: String, _ close: String, to text: inout String, indent: Int?,
    one: (Item, inout String, Int?) -> Void
  ) {
    let inner = indent.map { $0 + 1 }
    text += open
    for (index, item) in items.enumerated() {
      if index > 0 { text += "," }
      if let inner { text += "\n" + String(repeating: "  ", count: inner) }
      one(item, &text, inner)
    }
    if let indent, !items.isEmpty { text += "\n" + String(repeating: "  ", count: indent) }
    text += close
  }
}

private struct JSONNodeEncoder: Encoder {
  let node: JSONNode
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    if case .object = node.content {} else { node.content = .object([]) }
    return KeyedEncodingContainer(Keyed<Key>(node: node))
  }
  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    if case .array = node.content {} else { node.content = .array([]) }
    return Unkeyed(node: node)
  }
  func singleValueContainer() -> any SingleValueEncodingContainer { Single(node: node) }

  struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let node: JSONNode
    var codingPath: [any CodingKey] { [] }
    mutating func encodeNil(forKey key: Key) { _ = node.member(key.stringValue) }
    mutating func encode(_ value: some Encodable, forKey key: Key) throws {
      try node.member(key.stringValue).fill(with: value)
    }
    mutating func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
      JSONNodeEncoder(node: node.member(key.stringValue)).container(keyedBy: type)
    }
    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
      JSONNodeEncoder(node: node.member(key.stringValue)).unkeyedContainer()
    }
    mutating func superEncoder() -> any Encoder { JSONNodeEncoder(node: node.member("super")) }
    mutating func superEncoder(forKey key: Key) -> any Encoder {
      JSONNodeEncoder(node: node.member(key.stringValue))
    }
  }

  struct Unkeyed: UnkeyedEncodingContainer {
    let node: JSONNode
    var codingPath: [any CodingKey] { [] }
    var count: Int {
      if case .array(let elements) = node.content { return elements.count }
      return 0
    }
    mutating func encodeNil() { _ = node.element() }
    mutating func encode(_ value: some Encodable) throws { try node.element().fill(with: value) }
    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
      JSONNodeEncoder(node: node.element()).container(keyedBy: type)
    }
    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
      JSONNodeEncoder(node: node.element()).unkeyedContainer()
    }
    mutating func superEncoder() -> any Encoder { JSONNodeEncoder(node: node.element()) }
  }

  struct Single: SingleValueEncodingContainer {
    let node: JSONNode
    var codingPath: [any CodingKey] { [] }
    mutating func encodeNil() { node.content = .literal("null") }
    mutating func encode(_ value: some Encodable) throws { try node.fill(with: value) }
  }
}
