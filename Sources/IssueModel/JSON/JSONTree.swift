/// JSON (RFC 8259) as it was read: a value, what is within it, and where each stands.
public struct JSONTree: Sendable {
  /// What a value is.
  public enum Content: Sendable {
    case null
    case truth(Bool)
    /// A number as it was spelt.
    case number(String)
    case text(String)
    case array([JSONTree])
    case object([Member])
  }

  /// A member of an object.
  public struct Member: Sendable {
    /// The name.
    public var key: String
    /// Where the name stands.
    public var position: SourcePosition
    /// The value.
    public var value: JSONTree
  }

  /// What it is.
  public var content: Content
  /// Where it begins.
  public var position: SourcePosition

  /// The value that `bytes` are, in UTF-8, with a byte order mark or without.
  /// - Throws: ``JSONSyntaxError`` if they are not exactly one value, or nest deeper than any issue does.
  public init(parsing bytes: some Collection<UInt8>) throws(JSONSyntaxError) {
    var parser = JSONParser(bytes: Array(bytes))
    self = try parser.document()
  }

  init(_ content: Content, at position: SourcePosition) {
    self.content = content
    self.position = position
  }

  /// The member called `key`, the last of several; nil if there is none, or no object.
  public subscript(key: String) -> JSONTree? {
    guard case .object(let members) = content else { return nil }
    return members.last { $0.key == key }?.value
  }
}

/// Why bytes are no JSON.
public struct JSONSyntaxError: Error, Sendable, Hashable {
  /// Where.
  public var position: SourcePosition
  /// What is wrong.
  public var message: Wording
}

/// Reads JSON, and keeps count of lines and columns. What it does not know is an error, never repaired.
private struct JSONParser {
  /// Values within each other: more than any issue has, and no more than a thread's stack holds.
  private static let greatestDepth = 1_000

  let bytes: [UInt8]
  private var index = 0
  private var line = 1
  /// The column of the byte `counted`: a program may write all on one line, of which each byte is counted once.
  private var column = 1
  private var counted = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { (index, counted) = (3, 3) }
  }

  mutating func document() throws(JSONSyntaxError) -> JSONTree {
    let value = try value(depth: 1)
    skipBlanks()
    guard index == bytes.count else {
      throw fault("the JSON goes on behind its end", zh: "JSON 结束之后还有内容")
    }
    return value
  }

  private mutating func position() -> SourcePosition {
    // Columns count characters: continuation bytes of UTF-8 are none.
    while counted < min(index, bytes.count) {
      if bytes[counted] & 0xC0 != 0x80 { column += 1 }
      counted += 1
    }
    return SourcePosition(line: line, column: column)
  }

  private mutating func fault(_ english: String, zh chinese: String) -> JSONSyntaxError {
    JSONSyntaxError(position: position(), message: Wording(english, zh: chinese))
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipBlanks() {
    while let byte = next {
      switch byte {
      case 0x20, 0x09, 0x0D: index += 1
      case 0x0A:
        index += 1
        line += 1
        (column, counted) = (1, index)
      default: return
      }
    }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard let next, UInt32(next) == character.value else { return false }
    index += 1
    return true
  }

  private mutating func expected(_ what: String, zh chinese: String) -> JSONSyntaxError {
    guard index < bytes.count else { return fault("the JSON ends too early", zh: "JSON 不完整，提前结束") }
    return fault("\(what) is wanted here", zh: "此处应为\(chinese)")
  }

  private mutating func value(depth: Int) throws(JSONSyntaxError) -> JSONTree {
    skipBlanks()
    let start = position()
    guard depth <= Self.greatestDepth else {
      throw fault(
        "more than \(Self.greatestDepth) values stand within each other", zh: "嵌套超过 \(Self.greatestDepth) 层")
    }
    switch next {
    case UInt8(ascii: "{"): return JSONTree(.object(try members(depth: depth)), at: start)
    case UInt8(ascii: "["): return JSONTree(.array(try elements(depth: depth)), at: start)
    case UInt8(ascii: "\""): return JSONTree(.text(try string()), at: start)
    default: return JSONTree(try word(), at: start)
    }
  }

  private mutating func members(depth: Int) throws(JSONSyntaxError) -> [JSONTree.Member] {
    index += 1
    var members: [JSONTree.Member] = []
    if take("}") { return members }
    repeat {
      skipBlanks()
      let start = position()
      guard next == UInt8(ascii: "\"") else { throw expected("a name in quotes", zh: "带引号的名称") }
      let key = try string()
      guard take(":") else { throw expected("a colon", zh: "冒号") }
      members.append(.init(key: key, position: start, value: try value(depth: depth + 1)))
    } while take(",")
    guard take("}") else { throw expected("a comma or a closing brace", zh: "逗号或右花括号") }
    return members
  }

  private mutating func elements(depth: Int) throws(JSONSyntaxError) -> [JSONTree] {
    index += 1
    var elements: [JSONTree] = []
    if take("]") { return elements }
    repeat { elements.append(try value(depth: depth + 1)) } while take(",")
    guard take("]") else { throw expected("a comma or a closing bracket", zh: "逗号或右方括号") }
    return elements
  }

  private mutating func word() throws(JSONSyntaxError) -> JSONTree.Content {
    let start = index
    while let byte = next, byte > 0x20, ![0x2C, 0x5D, 0x7D, 0x3A].contains(byte) { index += 1 }
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    switch word {
    case "null": return .null
    case "true": return .truth(true)
    case "false": return .truth(false)
    default:
      let isNumber = word.utf8.allSatisfy { (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) }
      guard !word.isEmpty, isNumber, Double(word) != nil else {
        index = max(start, counted)
        throw expected("a value", zh: "一个值")
      }
      return .number(word)
    }
  }

  private mutating func string() throws(JSONSyntaxError) -> String {
    index += 1
    var units: [UInt8] = []
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        guard let text = String(validating: units, as: UTF8.self) else {
          throw fault("the text is no valid UTF-8", zh: "文字不是有效的 UTF-8")
        }
        return text
      case UInt8(ascii: "\\"):
        index += 1
        try escape(into: &units)
      case 0..<0x20:
        throw fault("a text ends before its closing quote", zh: "文字缺少右引号")
      default:
        units.append(byte)
        index += 1
      }
    }
    throw expected("", zh: "")
  }

  private mutating func escape(into units: inout [UInt8]) throws(JSONSyntaxError) {
    guard let escaped = next else { throw expected("", zh: "") }
    index += 1
    switch escaped {
    case UInt8(ascii: "n"): units.append(0x0A)
    case UInt8(ascii: "r"): units.append(0x0D)
    case UInt8(ascii: "t"): units.append(0x09)
    case UInt8(ascii: "b"): units.append(0x08)
    case UInt8(ascii: "f"): units.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): units.append(escaped)
    case UInt8(ascii: "u"):
      guard let scalar = escapedScalar() else { throw fault("\\u is no character here", zh: "\\u 转义不是有效字符") }
      units += Array(String(scalar).utf8)
    default: throw fault("a backslash stands before no known escape", zh: "反斜杠后不是有效的转义")
    }
  }

  private mutating func escapedScalar() -> Unicode.Scalar? {
    guard let first = fourDigits() else { return nil }
    guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
    guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u") else {
      return nil
    }
    index += 2
    guard let second = fourDigits(), (0xDC00..<0xE000).contains(second) else { return nil }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private mutating func fourDigits() -> UInt32? {
    guard index + 4 <= bytes.count else { return nil }
    defer { index += 4 }
    return UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
  }
}
