import TestSupport
import Testing
import XMLBinding

@Suite("What is written is read back")
struct RoundTripTests {
  static let names: [XMLName] = ["a", "w:p", "b-c", "_d", "e.1"]

  static func text(_ chance: inout SeededRandom) -> String {
    let pieces = [
      "简报", "x", " ", "  ", "\n", "\r", "\r\n", "\t", "&", "<", ">", "\"", "'", "]]>", "&amp;", "\u{A0}", "\u{3000}",
      "𠮷", "👨‍👩‍👧", "e\u{301}", "\u{FEFF}", "\u{2028}", "\u{85}", "\u{7F}", "<!--", "?>", "\u{E000}",
    ]
    return (0..<Int.random(in: 0...8, using: &chance))
      .map { _ in pieces.randomElement(using: &chance) ?? "" }.joined()
  }

  /// Writes a random element and says what should be read: the names with their prefixes undone.
  static func element(_ writer: inout XMLWriter, depth: Int, _ chance: inout SeededRandom) -> XMLElement {
    func split(_ name: XMLName) -> (name: String, namespace: String?) {
      let parts = name.text.split(separator: ":").map(String.init)
      return parts.count == 2 ? (parts[1], "urn:w") : (parts[0], nil)
    }
    let name = names.randomElement(using: &chance) ?? "a"
    var element = XMLElement(name: split(name).name, namespace: split(name).namespace)
    writer.start(name)
    if depth == 0 { writer.attribute("xmlns:w", "urn:w") }
    for name in names where Bool.random(using: &chance) {
      let value = text(&chance)
      writer.attribute(name, value)
      element.attributes.append(XMLAttribute(name: split(name).name, namespace: split(name).namespace, value: value))
    }
    for _ in 0..<Int.random(in: 0...4, using: &chance) {
      if depth < 6, Bool.random(using: &chance) {
        element.children.append(.element(Self.element(&writer, depth: depth + 1, &chance)))
      } else {
        let text = text(&chance)
        writer.text(text)
        if text.isEmpty { continue }
        if case .text(let before)? = element.children.last {
          element.children[element.children.count - 1] = .text(before + text)
        } else {
          element.children.append(.text(text))
        }
      }
    }
    writer.end()
    return element
  }

  static func placeless(_ element: XMLElement) -> XMLElement {
    var element = element
    element.line = 0
    element.column = 0
    element.children = element.children.map { child in
      if case .element(let element) = child { .element(placeless(element)) } else { child }
    }
    return element
  }

  /// Scalars, since Swift holds `e\u{301}` and `é` for equal.
  static func spelt(_ element: XMLElement) -> [Unicode.Scalar] {
    Array(String(describing: element).unicodeScalars)
  }

  @Test("A random tree comes back as it was", arguments: 0..<300)
  func tree(_ seed: Int) throws {
    var chance = SeededRandom(seed: UInt64(seed))
    var writer = XMLWriter()
    let expected = Self.element(&writer, depth: 0, &chance)
    #expect(writer.droppedCharacters == 0)
    let read = Self.placeless(try XMLDocument(parsing: try writer.finish()).root())
    #expect(read == expected)
    #expect(Self.spelt(read) == Self.spelt(expected))
  }

  @Test("Random damage never harms the readers", arguments: 0..<300)
  func damage(_ seed: Int) throws {
    var chance = SeededRandom(seed: UInt64(seed) &+ 1_000_000)
    var writer = XMLWriter()
    _ = Self.element(&writer, depth: 0, &chance)
    var bytes = try writer.finish()
    for _ in 0..<Int.random(in: 1...6, using: &chance) {
      let place = Int.random(in: 0..<bytes.count, using: &chance)
      switch Int.random(in: 0...2, using: &chance) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &chance)
      case 1: bytes.remove(at: place)
      default: bytes.insert(contentsOf: "<>&;!'\"[]".utf8.shuffled(using: &chance).prefix(2), at: place)
      }
    }
    do throws(XMLReadingError) {
      _ = try XMLDocument(parsing: bytes).root()
    } catch {
      #expect(error.reason.level > .warning)
    }
    _ = try HTMLFragment(parsing: String(decoding: bytes, as: UTF8.self))
  }
}
