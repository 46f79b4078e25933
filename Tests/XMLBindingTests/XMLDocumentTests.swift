import Testing
import XMLBinding

@Suite("Reading XML")
struct XMLDocumentTests {
  func root(_ text: String) throws(XMLReadingError) -> XMLElement {
    try XMLDocument(parsing: Array(text.utf8), file: "issue.xml").root()
  }

  func error(_ text: String, limits: XMLLimits = XMLLimits()) -> XMLReadingError? {
    error(Array(text.utf8), limits: limits)
  }

  func error(_ bytes: [UInt8], limits: XMLLimits = XMLLimits()) -> XMLReadingError? {
    do throws(XMLReadingError) {
      _ = try XMLDocument(parsing: bytes, file: "issue.xml", limits: limits)
      return nil
    } catch { return error }
  }

  @Test("A document is read with its names, namespaces, attributes and text in order")
  func tree() throws {
    let root = try root(
      """
      <a xmlns="urn:one" xmlns:t="urn:two" b="1" t:b="2">头<t:c/>中<![CDATA[<尾>]]><!-- no --><?no no?>&amp;&#x7B80;</a>
      """)
    #expect(
      root
        == XMLElement(
          name: "a", namespace: "urn:one",
          attributes: [
            XMLAttribute(name: "b", value: "1"), XMLAttribute(name: "b", namespace: "urn:two", value: "2"),
          ],
          children: [
            .text("头"), .element(XMLElement(name: "c", namespace: "urn:two", line: 1, column: 53)), .text("中<尾>&简"),
          ],
          line: 1, column: 1))
  }

  @Test("Each element knows the line and column on which its tag begins, even if the tag spans lines")
  func positions() throws {
    let root = try root("<?xml version='1.0'?>\n<简报\n  a='1\n\n'\n>中文<b/>\n  <c\n/><d/></简报>")
    #expect(root.line == 2)
    #expect(root.column == 1)
    #expect(root.elements.map(\.name) == ["b", "c", "d"])
    #expect(root.elements.map(\.line) == [6, 7, 8])
    #expect(root.elements.map(\.column) == [4, 3, 3])
  }

  @Test("Lines are right past 65,535, for elements and for faults")
  func manyLines() throws {
    let lines = String(repeating: "\n", count: 70_000)
    let deep = try root("<a>" + lines + "<b/><c>x</c></a>")
    #expect(deep.elements.map(\.line) == [70_001, 70_001])
    let reason = try #require(error("<a>" + lines + "<b></c></a>")).reason
    #expect(reason.line == 70_001)
  }

  @Test("A document of one long line is read in linear time, with right columns")
  func longLine() throws {
    let root = try root("<a>" + String(repeating: "<b 名='中'>文</b>", count: 50_000) + "</a>")
    #expect(root.elements.count == 50_000)
    #expect(root.elements.last?.column == 4 + 49_999 * 14)
  }

  @Test(
    "A fault of syntax is told with its file, line and column",
    arguments: [
      ("<a>\n  <b></c>\n</a>", 2, "tag mismatch"),
      ("<a>\n\n&nbsp;</a>", 3, "nbsp"),
      ("<a b=1/>", 1, "AttValue"),
      ("<a b='1' b='2'/>", 1, "redefined"),
      ("<a>\n<t:b/></a>", 2, "Namespace prefix t"),
      ("<a>\n\u{1}</a>", 2, "invalid Char"),
      ("<a/>\n<b/>", 2, "Extra content"),
      ("<a>\n", 2, "end"),
      ("", 1, "empty"),
    ])
  func faults(_ text: String, _ line: Int, _ words: String) throws {
    let reason = try #require(error(text)).reason
    #expect(reason.file == "issue.xml")
    #expect(reason.line == line)
    #expect(reason.message.contains(words), "\(reason)")
    #expect(!reason.message.contains("\n"))
    #expect(reason.level > .warning)
  }

  @Test("The column of a fault counts characters, not bytes")
  func column() throws {
    let reason = try #require(error("<a>中文中文<</a>")).reason
    #expect(reason.line == 1)
    #expect(reason.column == 9)
  }

  @Test("All that libxml2 knows of a fault is kept")
  func fields() throws {
    let reason = try #require(error("<a>\n<b></c></a>")).reason
    #expect(reason.domain == .parser)
    #expect(reason.code == 76)  // XML_ERR_TAG_NAME_MISMATCH
    #expect(reason.level == .fatal)
    #expect(reason.details == ["b", "c"])
    #expect(reason.description.hasPrefix("issue.xml:2:"))
    #expect(reason.description.contains(": fatal: "))
  }

  @Test("Bytes that are no text of their encoding are refused")
  func encoding() throws {
    let reason = try #require(error(Array("<a>".utf8) + [0xD6, 0xD0] + Array("</a>".utf8))).reason
    #expect(reason.message.contains("UTF-8"))
  }

  @Test("A document in GB 18030 that says so is read")
  func gb18030() throws {
    let bytes = Array("<?xml version='1.0' encoding='GB18030'?><a>".utf8) + [0xD6, 0xD0] + Array("</a>".utf8)
    #expect(try XMLDocument(parsing: bytes).root().text == "中")
  }

  @Test("A bomb of entities is refused at its document type")
  func bomb() throws {
    let entities = (1...9).map { level in
      "<!ENTITY e\(level) \"" + String(repeating: "&e\(level - 1);", count: 10) + "\">"
    }
    let text = "<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY e0 'ha'>\(entities.joined())]>\n<a>&e9;</a>"
    let fault = try #require(error(text))
    #expect(fault.reason.bindingCode == .documentType)
    #expect(fault.reason.line == 2)
    #expect(fault.diagnostics.count == 1, "\(fault.diagnostics)")
  }

  @Test(
    "An external entity or document type is refused and no file is read",
    arguments: [
      "<!DOCTYPE a SYSTEM 'file:///etc/hostname'><a/>",
      "<!DOCTYPE a PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'http://127.0.0.1:9/x.dtd'><a/>",
      "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>",
      "<!DOCTYPE a [<!ENTITY % x SYSTEM 'file:///etc/hostname'>%x;]><a/>",
    ])
  func external(_ text: String) throws {
    #expect(try #require(error(text)).reason.bindingCode == .documentType)
  }

  @Test("Depth is limited, and the fault says where")
  func depth() throws {
    let deep = String(repeating: "<a>\n", count: 100_000)
    let reason = try #require(error(deep)).reason
    #expect(reason.bindingCode == .tooDeep)
    #expect(reason.line == 1_001)
    let closed = String(repeating: "<a>", count: 1_000) + String(repeating: "</a>", count: 1_000)
    #expect(error(closed) == nil)
    #expect(try #require(error(closed, limits: XMLLimits(depth: 999))).reason.bindingCode == .tooDeep)
  }

  @Test("Size is limited")
  func size() throws {
    #expect(try #require(error("<a>1234</a>", limits: XMLLimits(bytes: 10))).reason.bindingCode == .tooLarge)
    #expect(error("<a>1234</a>", limits: XMLLimits(bytes: 11)) == nil)
  }

  @Test("A text of more than ten million characters is read whole")
  func longText() throws {
    let text = String(repeating: "x", count: 11_000_000)
    #expect(try root("<a>\(text)</a>").text.utf8.count == 11_000_000)
  }
}
