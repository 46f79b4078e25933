import Testing
import XMLBinding

@Suite("Writing XML")
struct XMLWriterTests {
  static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  /// What `write` makes, as text.
  func written(
    _ writer: consuming XMLWriter = XMLWriter(), _ write: (inout XMLWriter) -> Void
  ) throws(XMLWritingError) -> String {
    write(&writer)
    return String(decoding: try writer.finish(), as: UTF8.self)
  }

  @Test("A document begins with its declaration and ends with a newline")
  func declaration() throws {
    let text = try written(XMLWriter(standalone: true)) { $0.element("a", text: "正文") }
    #expect(
      text == "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<a>正文</a>\n")
  }

  @Test("What would be a mark is escaped, in text and in attributes, and white space of attributes is kept")
  func escapes() throws {
    var writer = XMLWriter()
    writer.element("a", ["b": "<\"&'>\t\n\r"], text: "<\"&'>\t\n\r]]>")
    let bytes = try writer.finish()
    let root = try XMLDocument(parsing: bytes).root()
    #expect(root.attribute("b") == "<\"&'>\t\n\r")
    #expect(root.text == "<\"&'>\t\n\r]]>")
    #expect(!String(decoding: bytes, as: UTF8.self).contains("]]>"))
  }

  /// One of each class of characters that production 2 leaves out, and the neighbours it allows.
  static let illegal: [Unicode.Scalar] =
    ["\u{0}", "\u{1}", "\u{8}", "\u{B}", "\u{C}", "\u{E}", "\u{1F}", "\u{FFFE}", "\u{FFFF}"]
  static let legal: [Unicode.Scalar] = [
    "\u{9}", "\u{A}", "\u{D}", " ", "\u{7F}", "\u{85}", "\u{D7FF}", "\u{E000}", "\u{FFFD}", "\u{1FFFE}", "\u{10FFFF}",
    "\u{FEFF}", "\u{2028}",
  ]

  @Test("A character that XML 1.0 cannot hold is dropped and counted", arguments: illegal)
  func illegalCharacter(_ scalar: Unicode.Scalar) throws {
    var writer = XMLWriter()
    writer.element("a", ["b": "x\(scalar)y"], text: "前\(scalar)\(scalar)后")
    #expect(writer.droppedCharacters == 3)
    let root = try XMLDocument(parsing: try writer.finish()).root()
    #expect(root.attribute("b") == "xy")
    #expect(root.text == "前后")
  }

  @Test("Every character that XML 1.0 can hold comes back as it was", arguments: legal)
  func legalCharacter(_ scalar: Unicode.Scalar) throws {
    var writer = XMLWriter()
    writer.element("a", ["b": "x\(scalar)y"], text: "前\(scalar)后")
    #expect(writer.droppedCharacters == 0)
    let root = try XMLDocument(parsing: try writer.finish()).root()
    #expect(Array((root.attribute("b") ?? "").unicodeScalars) == ["x", scalar, "y"])
    #expect(Array(root.text.unicodeScalars) == ["前", scalar, "后"])
  }

  @Test("The writer tells the fault of a program that nests wrongly")
  func nesting() {
    func fault(_ write: (inout XMLWriter) -> Void) -> XMLWritingError? {
      do throws(XMLWritingError) {
        _ = try written(XMLWriter(), write)
        return nil
      } catch { return error }
    }
    #expect(fault { _ in } == .noRoot)
    #expect(fault { $0.start("a") } == .unended("a"))
    #expect(
      fault {
        $0.element("a"); $0.end()
      } == .surplusEnd)
    #expect(
      fault {
        $0.element("a"); $0.element("b")
      } == .secondRoot("b"))
    #expect(fault { $0.text("a") } == .textOutsideRoot)
    #expect(
      fault {
        $0.element("a"); $0.text("b")
      } == .textOutsideRoot)
    #expect(
      fault {
        $0.start("a"); $0.text("b"); $0.attribute("c", "d"); $0.end()
      } == .attributeAfterContent("c"))
    #expect(
      fault {
        $0.start("a"); $0.element("b"); $0.attribute("c", "d"); $0.end()
      } == .attributeAfterContent("c"))
    #expect(fault { $0.element("a", ["b": "1", "b": "2"]) } == .secondAttribute("b"))
    #expect(fault { $0.element("a", ["b": "1"]) { $0.element("a", ["b": "2"]) } } == nil)
  }

  @Test("The first fault is the one that is told")
  func firstFault() {
    #expect(throws: XMLWritingError.surplusEnd) {
      try written(XMLWriter()) {
        $0.end()
        $0.text("x")
      }
    }
  }

  @Test("Indented output has each element on a line of its own")
  func indent() throws {
    let text = try written(XMLWriter(indent: true)) { $0.element("a") { $0.element("b", ["c": "d"]) } }
    #expect(text == Self.head + "<a>\n  <b c=\"d\"/>\n</a>\n")
  }
}
