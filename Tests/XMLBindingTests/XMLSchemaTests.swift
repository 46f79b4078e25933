import Testing
import XMLBinding

@Suite("Validating XML")
struct XMLSchemaTests {
  static let text = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:x" targetNamespace="urn:x"
      elementFormDefault="qualified">
      <xs:element name="list"><xs:complexType><xs:sequence>
        <xs:element name="item" maxOccurs="unbounded"><xs:complexType>
          <xs:attribute name="count" type="xs:int" use="required"/>
        </xs:complexType></xs:element>
      </xs:sequence></xs:complexType></xs:element>
    </xs:schema>
    """

  func source(_ text: String, _ name: String = "x.xsd") -> XMLSource { XMLSource(name: name, bytes: Array(text.utf8)) }

  func validate(_ schema: XMLSchema, _ text: String) throws -> [XMLDiagnostic] {
    schema.validate(try XMLDocument(parsing: Array(text.utf8), file: "list.xml"))
  }

  func error(_ text: String, _ others: [XMLSource] = []) -> XMLReadingError? {
    do throws(XMLReadingError) {
      _ = try XMLSchema(source(text), including: others)
      return nil
    } catch { return error }
  }

  @Test("A valid document has no remarks")
  func valid() throws {
    #expect(try validate(XMLSchema(source(Self.text)), "<list xmlns='urn:x'><item count='1'/></list>").isEmpty)
  }

  @Test("Each faulty line is told once, with what is wrong and where its tag begins")
  func faults() throws {
    let faults = try validate(
      XMLSchema(source(Self.text)),
      """
      <list xmlns='urn:x'>
        <item
          count='many'/>
        <item/>  <item/>
        <thing/>
      </list>
      """)
    #expect(faults.map(\.line) == [2, 4, 5])
    #expect(faults.map(\.column) == [3, 3, 3])
    #expect(faults.allSatisfy { $0.file == "list.xml" && $0.domain == .validity })
    #expect(faults[0].message.contains("'many'"))
    #expect(faults[1].message.contains("'count' is required but missing"))
    #expect(faults[2].message == "Element 'thing': This element is not expected. Expected is ( item ).")
  }

  @Test("The lines of faults are right past 65,535")
  func manyLines() throws {
    let lines = String(repeating: "\n", count: 70_000)
    let faults = try validate(
      XMLSchema(source(Self.text)), "<list xmlns='urn:x'><item count='1'/>\(lines)<item/><thing/></list>")
    #expect(faults.map(\.line) == [70_001])
  }

  @Test("A wrong schema is told with its file and line")
  func wrongSchema() throws {
    let wrong = try #require(error(Self.text.replacing("xs:int", with: "xs:whole"))).reason
    #expect(wrong.file == "x.xsd")
    #expect(wrong.line == 5)
    #expect(wrong.message.contains("whole"))
    #expect(try #require(error("<schema")).reason.domain == .parser)
    #expect(error("<a/>") != nil)
  }

  static let including = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:o="urn:o">
      <xs:import namespace="urn:o" schemaLocation="other.xsd"/>
      <xs:include schemaLocation="part.xsd"/>
      <xs:element name="a"><xs:complexType><xs:sequence>
        <xs:element name="n" type="number"/><xs:element ref="o:e"/>
      </xs:sequence></xs:complexType></xs:element>
    </xs:schema>
    """
  static let part = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
      <xs:simpleType name="number"><xs:restriction base="xs:int"/></xs:simpleType>
    </xs:schema>
    """
  static let other = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:o">
      <xs:element name="e" type="xs:date"/>
    </xs:schema>
    """

  @Test("Imports and includes are taken from what is given")
  func imports() throws {
    let schema = try XMLSchema(
      source(Self.including), including: [source(Self.other, "other.xsd"), source(Self.part, "part.xsd")])
    #expect(try validate(schema, "<a><n>1</n><e xmlns='urn:o'>2023-01-28</e></a>").isEmpty)
    #expect(try validate(schema, "<a>\n<n>x</n>\n<e xmlns='urn:o'>today</e></a>").map(\.line) == [2, 3])
  }

  @Test(
    "A schema that was not given is never looked for",
    arguments: ["part.xsd", "/etc/hostname", "file:///etc/hostname", "http://127.0.0.1:9/x.xsd"])
  func unknownImport(_ name: String) throws {
    let text = Self.including.replacing("part.xsd", with: name)
    let reason = try #require(error(text, [source(Self.other, "other.xsd")])).reason
    #expect(reason.bindingCode == .unknownSchema)
    #expect(reason.line == 3)
    #expect(reason.message.contains(name))
  }

  @Test("A fault in an included schema is told with the name of that one")
  func wrongInclude() throws {
    let part = Self.part.replacing("xs:int", with: "xs:whole")
    let others = [source(Self.other, "other.xsd"), source(part, "part.xsd")]
    let reason = try #require(error(Self.including, others)).reason
    #expect(reason.file == "part.xsd")
    #expect(reason.line == 2)
  }

  @Test("A document cannot make the validator load a schema")
  func schemaLocation() throws {
    let faults = try validate(
      XMLSchema(source(Self.text)),
      """
      <list xmlns='urn:x' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'
        xsi:schemaLocation='urn:x file:///etc/hostname urn:y http://127.0.0.1:9/y.xsd'><item count='1'/></list>
      """)
    #expect(faults.isEmpty)
  }
}
