/// An element of an XML document, for tests that look into one. It reads what a serialiser writes, not all
/// that XML allows: no document type, no CDATA.
public final class XMLTree {
  /// The name with its prefix.
  public let name: String
  /// The attributes by their names.
  public var attributes: [String: String] = [:]
  /// The elements within.
  public var children: [XMLTree] = []
  /// The text within, without that of the elements within.
  public var ownText = ""

  init(name: String) { self.name = name }

  /// A document that is not well-formed.
  public struct Malformed: Error {
    /// What is wrong.
    public var reason: String
    /// Something wrong, in words.
    public init(reason: String) { self.reason = reason }
  }

  /// This element and all within it, in document order.
  public var all: [XMLTree] {
    var all: [XMLTree] = []
    collect(into: &all)
    return all
  }

  private func collect(into all: inout [XMLTree]) {
    all.append(self)
    for child in children { child.collect(into: &all) }
  }

  /// The first child called `name`.
  public func child(_ name: String) -> XMLTree? { children.first { $0.name == name } }
  /// All elements within that are called `name`, in document order.
  public func descendants(_ name: String) -> [XMLTree] { all.filter { $0.name == name } }

  /// The root of the document `text`.
  public static func parse(_ text: String) throws -> XMLTree {
    var open: [XMLTree] = []
    var root: XMLTree?
    var rest = text.utf8[...]
    while let byte = rest.first {
      if byte != UInt8(ascii: "<") {
        let end = rest.firstIndex(of: UInt8(ascii: "<")) ?? rest.endIndex
        let piece = String(decoding: rest[..<end], as: UTF8.self)
        if let last = open.last { last.ownText += try unescaped(piece) }
        rest = rest[end...]
        continue
      }
      guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { throw Malformed(reason: "tag without end") }
      var tag = String(decoding: rest[rest.index(after: rest.startIndex)..<end], as: UTF8.self)
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("?") { continue }
      if tag.hasPrefix("/") {
        guard let last = open.popLast(), last.name == tag.dropFirst() else {
          throw Malformed(reason: "\(tag) ends nothing")
        }
        continue
      }
      let isEmpty = tag.hasSuffix("/")
      if isEmpty { tag.removeLast() }
      let name = tag.prefix { !$0.isWhitespace }
      let element = XMLTree(name: String(name))
      var attributes = tag.dropFirst(name.count)
      while let equals = attributes.firstIndex(of: "=") {
        let key = attributes[..<equals].filter { !$0.isWhitespace }
        let value = attributes[attributes.index(equals, offsetBy: 2)...].prefix { $0 != "\"" }
        guard element.attributes.updateValue(try unescaped(String(value)), forKey: String(key)) == nil else {
          throw Malformed(reason: "\(key) given twice")
        }
        attributes = attributes[value.endIndex...].dropFirst()
      }
      if let parent = open.last { parent.children.append(element) } else if root == nil { root = element }
      if !isEmpty { open.append(element) }
    }
    guard let root, open.isEmpty else { throw Malformed(reason: "elements left open") }
    return root
  }

  private static func unescaped(_ text: String) throws -> String {
    guard text.contains("&") else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      guard let end = rest[start...].firstIndex(of: ";") else { throw Malformed(reason: "bare &") }
      let name = rest[rest.index(after: start)..<end]
      switch name {
      case "lt": result += "<"
      case "gt": result += ">"
      case "amp": result += "&"
      case "quot": result += "\""
      case "apos": result += "'"
      default:
        let digits = name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
        guard let scalar = digits.flatMap(Unicode.Scalar.init) else { throw Malformed(reason: "&\(name);") }
        result.unicodeScalars.append(scalar)
      }
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }
}
