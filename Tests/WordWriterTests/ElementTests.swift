import Testing
import XMLBinding

@testable import WordWriter

@Suite("Elements")
struct ElementTests {
  func xml(_ element: Element) throws -> String {
    var xml = XMLWriter()
    xml.write(element)
    let text = String(decoding: try xml.finish(), as: UTF8.self)
    return String(text.dropFirst("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".count).dropLast())
  }

  @Test("Properties come out in schema order, however they are given")
  func schemaOrder() throws {
    let properties: [Element] = [
      .val("w:jc", "center"), .val("w:outlineLvl", 1), Element("w:ind", ["w:left": "0"]), .val("w:pStyle", "Title"),
      .flag("w:keepNext"),
    ]
    let expected =
      "<w:pPr><w:pStyle w:val=\"Title\"/><w:keepNext/><w:ind w:left=\"0\"/><w:jc w:val=\"center\"/>"
      + "<w:outlineLvl w:val=\"1\"/></w:pPr>"
    #expect(try xml(Element("w:pPr", [:], properties)) == expected)
    #expect(try xml(Element("w:pPr", [:], properties.reversed())) == expected)
  }

  @Test("Two of one name keep their order")
  func stable() throws {
    let element = Element(
      "w:sectPr", [:],
      [
        .val("w:titlePg", "1"), Element("w:footerReference", ["w:type": "default"]),
        Element("w:footerReference", ["w:type": "even"]),
      ])
    #expect(
      try xml(element)
        == "<w:sectPr><w:footerReference w:type=\"default\"/><w:footerReference w:type=\"even\"/>"
        + "<w:titlePg w:val=\"1\"/></w:sectPr>")
  }

  @Test("Order goes all the way down")
  func nested() throws {
    let borders = Element("w:tcBorders", [:], [.val("w:bottom", "single"), .val("w:top", "single")])
    #expect(
      try xml(Element("w:tcPr", [:], [.val("w:vAlign", "center"), borders, .val("w:gridSpan", 2)]))
        == "<w:tcPr><w:gridSpan w:val=\"2\"/><w:tcBorders><w:top w:val=\"single\"/><w:bottom w:val=\"single\"/>"
        + "</w:tcBorders><w:vAlign w:val=\"center\"/></w:tcPr>")
  }

  @Test("No table of order names a child twice")
  func tables() {
    for (parent, names) in ElementOrder.names { #expect(Set(names).count == names.count, "\(parent)") }
  }
}
