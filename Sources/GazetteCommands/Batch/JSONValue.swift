import Gazette

/// A value of JSON (RFC 8259), as far as reports need it.
enum JSONValue: Hashable {
  case null
  case truth(Bool)
  /// A whole number; others are read as null.
  case number(Int)
  case text(String)
  case array([JSONValue])
  case object([Member])

  /// A member of an object.
  struct Member: Hashable {
    var key: String
    var value: JSONValue
  }

  /// The member called `key`; nil if there is none.
  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  var string: String? { if case .text(let text) = self { text } else { nil } }
  var int: Int? { if case .number(let number) = self { number } else { nil } }
  var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }

  /// The value that `bytes` are; nil if they are not exactly one, such as a line that a crash cut short.
  init?(_ bytes: some Collection<UInt8>) {
    guard let tree = try? JSONTree(parsing: bytes) else { return nil }
    self.init(tree)
  }

  /// The value as JSON again, on one line.
  var json: String {
    switch self {
    case .null: "null"
    case .truth(let truth): truth ? "true" : "false"
    case .number(let number): String(number)
    case .text(let text): JSONText.quoted(text)
    case .array(let elements): "[" + elements.map(\.json).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { JSONText.quoted($0.key) + ":" + $0.value.json }.joined(separator: ",") + "}"
    }
  }

  private init(_ tree: JSONTree) {
    switch tree.content {
    case .null: self = .null
    case .truth(let truth): self = .truth(truth)
    case .number(let number): self = Int(number).map(JSONValue.number) ?? .null
    case .text(let text): self = .text(text)
    case .array(let elements): self = .array(elements.map { JSONValue($0) })
    case .object(let members): self = .object(members.map { Member(key: $0.key, value: JSONValue($0.value)) })
    }
  }
}
