import Testing
import XMLBinding
import XSLTBinding

@Suite("XSLT stylesheets")
struct XSLTStylesheetTests {
  static let head = #"<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">"#

  static func compiled(
    _ content: String, _ load: @escaping (String) -> XSLTStylesheet.Import = { _ in .refused("is not there") }
  ) throws(XSLTError) -> XSLTStylesheet {
    let text = head + "\n" + content + "\n</xsl:stylesheet>"
    return try XSLTStylesheet(XMLSource(name: "house.xsl", bytes: Array(text.utf8)), loading: load)
  }

  static func made(
    _ content: String, of document: String = "<a><b>一</b><b>二</b></a>", _ parameters: [(String, String)] = [],
    limits: XSLTLimits = XSLTLimits()
  ) throws(XSLTError) -> String {
    let result = try compiled(content).apply(
      to: Array(document.utf8), parameters: parameters.map { (name: $0.0, value: $0.1) }, limits: limits)
    return String(decoding: result.bytes, as: UTF8.self)
  }

  /// Why `content` fails.
  static func reason(
    _ content: String, of document: String = "<a><b>一</b><b>二</b></a>", limits: XSLTLimits = XSLTLimits()
  ) -> XSLTRemark? {
    do throws(XSLTError) {
      _ = try made(content, of: document, limits: limits)
      return nil
    } catch { return error.reason }
  }

  static let text = #"<xsl:output method="text"/>"#

  @Test("A document is transformed")
  func transforms() throws {
    let made = try Self.made(
      Self.text
        + #"<xsl:template match="/"><xsl:for-each select="//b"><xsl:value-of select="."/>;</xsl:for-each></xsl:template>"#
    )
    #expect(made == "一;二;")
  }

  @Test("An empty result is a result")
  func empty() throws {
    #expect(try Self.made(Self.text + #"<xsl:template match="/"/>"#) == "")
  }

  @Test(
    "A parameter is a string, whatever marks it holds",
    arguments: ["plain", "it's", "say \"no\"", "both ' and \"", "//b", "<&>", "", "刊名", "a\nb"])
  func parameters(_ value: String) throws {
    let made = try Self.made(
      Self.text
        + #"<xsl:param name="p" select="'default'"/><xsl:template match="/"><xsl:value-of select="$p"/></xsl:template>"#,
      [("p", value)])
    #expect(made == value)
  }

  @Test("What xsl:output asks for is known, and an importing stylesheet goes before the imported one")
  func output() throws {
    let sheet = try Self.compiled(
      #"<xsl:import href="base.xsl"/><xsl:output encoding="GB18030"/><xsl:param name="own"/><xsl:template match="/">一</xsl:template>"#
    ) { path in
      path == "base.xsl"
        ? .bytes(
          Array(
            (Self.head
              + #"<xsl:output method="text" media-type="text/x-house"/><xsl:param name="base"/></xsl:stylesheet>"#).utf8
          ))
        : .refused("is not there")
    }
    #expect(sheet.method == "text")
    #expect(sheet.encoding == "GB18030")
    #expect(sheet.mediaType == "text/x-house")
    #expect(sheet.parameterNames == ["own", "base"])
    #expect(try sheet.apply(to: Array("<a/>".utf8)).bytes == [0xD2, 0xBB])
  }

  @Test("An encoding that nobody knows is refused before anything is written in another")
  func unknownEncoding() {
    #expect(Self.reason(#"<xsl:output encoding="x-lake"/>"#)?.text.contains("x-lake") == true)
  }

  @Test("Imports find each other from their own folders, and never lead out of the first one's")
  func folders() throws {
    var asked: [String] = []
    let files = [
      "parts/one.xsl": Self.head
        + #"<xsl:include href="two.xsl"/><xsl:include href="../three%20x.xsl"/></xsl:stylesheet>"#,
      "parts/two.xsl": Self.head + "</xsl:stylesheet>", "three x.xsl": Self.head + "</xsl:stylesheet>",
    ]
    _ = try Self.compiled(#"<xsl:import href="parts/one.xsl"/>"#) { path in
      asked.append(path)
      return files[path].map { .bytes(Array($0.utf8)) } ?? .refused("is not there")
    }
    #expect(asked == ["parts/one.xsl", "parts/two.xsl", "three x.xsl"])
    for href in [
      "../up.xsl", "/etc/passwd", "file:///etc/passwd", "http://example.org/x.xsl", "parts/../../up.xsl", "//host/x",
    ] {
      var isAsked = false
      #expect(throws: XSLTError.self, "\(href)") {
        _ = try Self.compiled(#"<xsl:import href="\#(href)"/>"#) { _ in
          isAsked = true
          return .refused("is not there")
        }
      }
      #expect(!isAsked, "\(href)")
    }
  }

  @Test("A fault is told with the file and the line where its tag begins")
  func lines() {
    let fault = Self.reason("<xsl:template match=\"/\">\n<xsl:value-of\n  select=\"$nothing\"/>\n</xsl:template>")
    #expect(
      fault == XSLTRemark(kind: .error, file: "house.xsl", line: 3, text: "Variable 'nothing' has not been declared."))
    let syntax = Self.reason("<xsl:template match=\"/\">\n<xsl:value-of select=\"a[[\"/>\n</xsl:template>")
    #expect(syntax?.line == 3)
    #expect(syntax?.text.contains("a[[") == true)
    #expect(Self.reason("<a>\n<b></a>")?.line == 3)
    #expect(
      Self.reason(#"<xsl:template match="/"><xsl:value-of select="nothing()"/></xsl:template>"#)?.text
        == "function nothing not found")
  }

  @Test("A fault of an imported file is told with that file")
  func importedFault() {
    #expect {
      try Self.compiled(#"<xsl:import href="x.xsl"/>"#) { _ in
        .bytes(Array((Self.head + "\n\n<xsl:template match=\"[\"/></xsl:stylesheet>").utf8))
      }
    } throws: { error in
      let reason = (error as? XSLTError)?.reason
      return reason?.file == "x.xsl" && reason?.line == 3
    }
  }

  @Test("What a stylesheet says is handed on, and why it ended itself")
  func messages() throws {
    let talk = try Self.compiled(
      Self.text
        + "<xsl:template match=\"/\">\n<xsl:message>one <xsl:value-of select=\"1 + 1\"/></xsl:message><xsl:message>two</xsl:message></xsl:template>"
    )
    let messages = try talk.apply(to: Array("<a/>".utf8)).messages
    #expect(messages.map(\.text) == ["one 2", "two"])
    #expect(messages.allSatisfy { $0.kind == .message && $0.line == 3 })
    let end = Self.reason(#"<xsl:template match="/"><xsl:message terminate="yes">没有刊名</xsl:message></xsl:template>"#)
    #expect(end?.kind == .ended)
    #expect(end?.text == "没有刊名")
  }

  @Test("Many threads use one stylesheet at once, and each gets its own result and its own errors")
  func threads() async throws {
    let sheet = try Self.compiled(
      Self.text
        + #"<xsl:template match="/"><xsl:message><xsl:value-of select="/a/@n"/></xsl:message><xsl:if test="/a/@n mod 3 = 0"><xsl:message terminate="yes">end <xsl:value-of select="/a/@n"/></xsl:message></xsl:if><xsl:value-of select="/a/@n * 2"/></xsl:template>"#
    )
    await withTaskGroup(of: Bool.self) { group in
      for number in 0..<400 {
        group.addTask {
          do throws(XSLTError) {
            let result = try sheet.apply(to: Array("<a n=\"\(number)\"/>".utf8))
            return number % 3 != 0 && result.bytes == Array(String(number * 2).utf8)
              && result.messages.map(\.text) == [String(number)]
          } catch {
            return number % 3 == 0 && error.reason.text == "end \(number)"
              && error.messages.map(\.text) == [String(number)]
          }
        }
      }
      for await isRight in group { #expect(isRight) }
    }
  }
}
