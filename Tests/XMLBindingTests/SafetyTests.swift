import Testing
import XMLBinding

@Suite("Safety of the binding")
struct SafetyTests {
  static let schema = XMLSource(
    name: "n.xsd",
    bytes: Array(
      """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="n"><xs:complexType>
      <xs:attribute name="id" type="xs:int"/></xs:complexType></xs:element></xs:schema>
      """.utf8))

  @Test("A thousand documents read at once have each their own faults")
  func parallel() async throws {
    let schema = try XMLSchema(Self.schema)
    let wrong = await withTaskGroup(of: Bool.self) { group in
      for number in 1...1_000 {
        group.addTask {
          let newlines = String(repeating: "\n", count: number)
          let file = "\(number).xml"
          do throws(XMLReadingError) {
            switch number % 4 {
            case 0:
              let document = try XMLDocument(parsing: Array("\(newlines)<n id='\(number)'/>".utf8), file: file)
              return document.root().attribute("id") == String(number) && schema.validate(document).isEmpty
            case 1:
              let document = try XMLDocument(parsing: Array("\(newlines)<n id='x\(number)'/>".utf8), file: file)
              let faults = schema.validate(document)
              return faults.count == 1 && faults[0].file == file && faults[0].line == number + 1
                && faults[0].message.contains("'x\(number)'")
            case 2:
              let fragment = try HTMLFragment(parsing: newlines + "</h\(number)>", file: file)
              return fragment.diagnostics.count == 1 && fragment.diagnostics[0].file == file
                && fragment.diagnostics[0].line == number + 1
                && fragment.diagnostics[0].message.contains("h\(number)")
            default:
              _ = try XMLDocument(parsing: Array("\(newlines)<n\(number)>".utf8), file: file)
              return false
            }
          } catch {
            return number % 4 == 3 && error.reason.file == file && error.reason.line == number + 1
              && error.diagnostics.contains { $0.message.contains("tag n\(number) ") }
          }
        }
      }
      return await group.reduce(into: 0) { count, right in if !right { count += 1 } }
    }
    #expect(wrong == 0)
  }

  @Test("Schemas compiled at once do not see each other's includes")
  func parallelSchemas() async {
    let wrong = await withTaskGroup(of: Bool.self) { group in
      for number in 1...200 {
        group.addTask {
          let main = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:include schemaLocation="part.xsd"/></xs:schema>
            """
          let part = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="n\(number)"/></xs:schema>
            """
          do throws(XMLReadingError) {
            let schema = try XMLSchema(
              XMLSource(name: "main.xsd", bytes: Array(main.utf8)),
              including: [XMLSource(name: "part.xsd", bytes: Array(part.utf8))])
            return schema.validate(try XMLDocument(parsing: Array("<n\(number)/>".utf8))).isEmpty
          } catch { return false }
        }
      }
      return await group.reduce(into: 0) { count, right in if !right { count += 1 } }
    }
    #expect(wrong == 0)
  }

  @Test("Nothing is printed, whatever is read")
  func silence() async {
    let result = await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
      for text in [
        "<a>\n<b></c>", "", "<a xmlns:b='::'/>", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "<a b='1' b='2'>",
        "<t:a/>",
        "\u{0}", "<?xml version='1.0' encoding='x-no'?><a/>", String(repeating: "<a>", count: 3_000),
      ] {
        _ = try? XMLDocument(parsing: Array(text.utf8))
        _ = try? HTMLFragment(parsing: text + "</p></x><p a=1 a=2><div></span>&x;")
        _ = try? XMLSchema(XMLSource(name: "x", bytes: Array(text.utf8)))
      }
      for type in ["xs:whole", "xs:int", "x:y"] {
        let text = """
          <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:import schemaLocation="/no"/>
          <xs:element name="n" type="\(type)" default="x"/></xs:schema>
          """
        for text in [text, text.replacing("<xs:import schemaLocation=\"/no\"/>", with: "")] {
          if let schema = try? XMLSchema(XMLSource(name: "n.xsd", bytes: Array(text.utf8))) {
            _ = schema.validate(try XMLDocument(parsing: Array("<n><m/></n>".utf8)))
          }
        }
      }
      var writer = XMLWriter()
      writer.end()
      writer.attribute("a", "b")
      _ = try? writer.finish()
    }
    #expect(result.map { String(decoding: $0.standardErrorContent, as: UTF8.self) } == "")
  }
}
