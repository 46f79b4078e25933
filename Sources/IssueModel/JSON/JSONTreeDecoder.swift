/// Makes coded values of JSON, and says of each fault where it stands. Foundation's decoder knows no lines.
struct JSONTreeDecoder: Decoder {
  let tree: JSONTree
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }
  /// Told of members that nothing asked for.
  let leftovers: Leftovers

  /// Collects the members that no value took.
  final class Leftovers {
    var faults: [Fault] = []
  }

  /// What is wrong with a place.
  struct Fault: Error, Hashable {
    var position: SourcePosition
    var message: Wording
    var hint: Wording
  }

  /// The value in `tree`.
  static func decode<Value: Decodable>(_ type: Value.Type, from tree: JSONTree, _ leftovers: Leftovers) throws
    -> Value
  {
    do {
      return try Value(from: JSONTreeDecoder(tree: tree, leftovers: leftovers))
    } catch is DecodingError {
      // The model knows the values, but not where they stand.
      throw fault(tree, "\(tree.words) is none of the values that may stand here", zh: "\(tree.words) 不是此处可用的值")
    }
  }

  static func fault(_ tree: JSONTree, _ english: String, zh chinese: String) -> Fault {
    Fault(
      position: tree.position, message: Wording(english, zh: chinese),
      hint: Wording(
        "issue.schema.json says what may stand here", zh: "此处可用的内容见 issue.schema.json"))
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .object(let members) = tree.content else {
      throw Self.fault(tree, "an object is wanted here, not \(tree.words)", zh: "此处应为对象，而不是 \(tree.words)")
    }
    return KeyedDecodingContainer(Keyed<Key>(tree: tree, members: members, leftovers: leftovers))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .array(let elements) = tree.content else {
      throw Self.fault(tree, "an array is wanted here, not \(tree.words)", zh: "此处应为数组，而不是 \(tree.words)")
    }
    return Unkeyed(elements: elements, leftovers: leftovers)
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer { Single(tree: tree, leftovers: leftovers) }

  // MARK: Scalars

  static func string(_ tree: JSONTree) throws -> String {
    guard case .text(let text) = tree.content else {
      throw fault(tree, "a text in quotes is wanted here, not \(tree.words)", zh: "此处应为带引号的文字，而不是 \(tree.words)")
    }
    return text
  }

  static func integer(_ tree: JSONTree) throws -> Int {
    guard case .number(let number) = tree.content, let integer = Int(number) else {
      throw fault(tree, "a whole number is wanted here, not \(tree.words)", zh: "此处应为整数，而不是 \(tree.words)")
    }
    return integer
  }

  static func truth(_ tree: JSONTree) throws -> Bool {
    guard case .truth(let truth) = tree.content else {
      throw fault(tree, "true or false is wanted here, not \(tree.words)", zh: "此处应为 true 或 false，而不是 \(tree.words)")
    }
    return truth
  }

  static func value<Value: Decodable>(_ type: Value.Type, _ tree: JSONTree, _ leftovers: Leftovers) throws -> Value {
    switch type {
    case is String.Type: if let text = try string(tree) as? Value { return text }
    case is Int.Type: if let number = try integer(tree) as? Value { return number }
    case is Bool.Type: if let truth = try truth(tree) as? Value { return truth }
    default: break
    }
    return try decode(type, from: tree, leftovers)
  }

  // MARK: Containers

  /// A class, so that it sees its own end: whatever was not asked for by then is left over.
  private final class Members {
    let members: [JSONTree.Member]
    let leftovers: Leftovers
    /// Whether a key of that name may stand in such an object.
    let isKnown: (String) -> Bool
    private var taken: Set<String> = []
    private var failed = false

    /// Members that are written for the reader's sake and are not read.
    private static let derived: Set<String> = ["text", "line", "iso"]

    init(_ members: [JSONTree.Member], _ leftovers: Leftovers, isKnown: @escaping (String) -> Bool) {
      self.members = members
      self.leftovers = leftovers
      self.isKnown = isKnown
    }

    func take(_ key: String) -> JSONTree? {
      taken.insert(key)
      return members.last { $0.key == key }?.value
    }

    deinit {
      for member in members where !taken.contains(member.key) {
        guard !isKnown(member.key) || !Self.derived.contains(member.key) else { continue }
        leftovers.faults.append(
          Fault(
            position: member.position,
            message: Wording(
              "there is no member “\(member.key)” here", zh: "此处没有名为“\(member.key)”的成员"),
            hint: Wording(
              "remove it, or check its spelling: issue.schema.json says what may stand here",
              zh: "请删除，或检查其拼写：此处可用的内容见 issue.schema.json")))
      }
      var seen: Set<String> = []
      for member in members where !seen.insert(member.key).inserted {
        leftovers.faults.append(
          Fault(
            position: member.position,
            message: Wording("the member “\(member.key)” stands here twice", zh: "成员“\(member.key)”出现了两次"),
            hint: Wording("remove one of them", zh: "请删除其中之一")))
      }
    }
  }

  private struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let tree: JSONTree
    let members: Members
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { members.members.compactMap { Key(stringValue: $0.key) } }

    init(tree: JSONTree, members: [JSONTree.Member], leftovers: Leftovers) {
      self.tree = tree
      self.members = Members(members, leftovers) { Key(stringValue: $0) != nil }
    }

    private func member(_ key: Key) throws -> JSONTree {
      guard let value = members.take(key.stringValue) else {
        throw Fault(
          position: tree.position,
          message: Wording("the member “\(key.stringValue)” is missing", zh: "缺少成员“\(key.stringValue)”"),
          hint: Wording(
            "add it: issue.schema.json says what it holds", zh: "请补上：其内容见 issue.schema.json"))
      }
      return value
    }

    func contains(_ key: Key) -> Bool { members.take(key.stringValue) != nil }
    func decodeNil(forKey key: Key) throws -> Bool {
      if case .null? = members.take(key.stringValue)?.content { true } else { false }
    }
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try truth(member(key)) }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try string(member(key)) }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try integer(member(key)) }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
      try value(type, member(key), members.leftovers)
    }
    func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
      try JSONTreeDecoder(tree: member(key), leftovers: members.leftovers).container(keyedBy: type)
    }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
      try JSONTreeDecoder(tree: member(key), leftovers: members.leftovers).unkeyedContainer()
    }
    func superDecoder() throws -> any Decoder { JSONTreeDecoder(tree: tree, leftovers: members.leftovers) }
    func superDecoder(forKey key: Key) throws -> any Decoder {
      JSONTreeDecoder(tree: try member(key), leftovers: members.leftovers)
    }
  }

  private struct Unkeyed: UnkeyedDecodingContainer {
    let elements: [JSONTree]
    let leftovers: Leftovers
    var currentIndex = 0
    var codingPath: [any CodingKey] { [] }
    var count: Int? { elements.count }
    var isAtEnd: Bool { currentIndex >= elements.count }

    init(elements: [JSONTree], leftovers: Leftovers) {
      self.elements = elements
      self.leftovers = leftovers
    }

    private mutating func next() throws -> JSONTree {
      guard !isAtEnd else {
        throw DecodingError.valueNotFound(JSONTree.self, .init(codingPath: [], debugDescription: "no more elements"))
      }
      defer { currentIndex += 1 }
      return elements[currentIndex]
    }
    mutating func decodeNil() throws -> Bool {
      guard !isAtEnd, case .null = elements[currentIndex].content else { return false }
      currentIndex += 1
      return true
    }
    mutating func decode(_ type: Bool.Type) throws -> Bool { try truth(next()) }
    mutating func decode(_ type: String.Type) throws -> String { try string(next()) }
    mutating func decode(_ type: Int.Type) throws -> Int { try integer(next()) }
    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try value(type, next(), leftovers) }
    mutating func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
      try JSONTreeDecoder(tree: next(), leftovers: leftovers).container(keyedBy: type)
    }
    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
      try JSONTreeDecoder(tree: next(), leftovers: leftovers).unkeyedContainer()
    }
    mutating func superDecoder() throws -> any Decoder { JSONTreeDecoder(tree: try next(), leftovers: leftovers) }
  }

  private struct Single: SingleValueDecodingContainer {
    let tree: JSONTree
    let leftovers: Leftovers
    var codingPath: [any CodingKey] { [] }
    func decodeNil() -> Bool { if case .null = tree.content { true } else { false } }
    func decode(_ type: Bool.Type) throws -> Bool { try truth(tree) }
    func decode(_ type: String.Type) throws -> String { try string(tree) }
    func decode(_ type: Int.Type) throws -> Int { try integer(tree) }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try value(type, tree, leftovers) }
  }
}

extension JSONTree {
  /// The value in a remark.
  fileprivate var words: String {
    switch content {
    case .null: "null"
    case .truth(let truth): "\(truth)"
    case .number(let number): number
    case .text(let text): "“\(text.excerpt(25))”"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
