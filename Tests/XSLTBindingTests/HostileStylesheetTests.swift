import Testing
import XMLBinding
import XSLTBinding

@Suite("Hostile stylesheets")
struct HostileStylesheetTests {
  private typealias Sheet = XSLTStylesheetTests

  @Test(
    "No stylesheet reads or writes a file or asks the network",
    arguments: [
      #"<xsl:value-of select="document('/etc/passwd')"/>"#, #"<xsl:value-of select="document('')"/>"#,
      #"<xsl:value-of select="document('http://127.0.0.1:9/')"/>"#, #"<xsl:copy-of select="document('x.xsl')"/>"#,
      #"<xsl:document href="out.txt">x</xsl:document>"#, #"<xsl:document href="http://127.0.0.1:9/">x</xsl:document>"#,
    ])
  func access(_ instruction: String) {
    let fault = Sheet.reason("<xsl:template match=\"/\">\n\(instruction)\n</xsl:template>")
    #expect(fault?.kind == .error)
    #expect(fault?.text.hasSuffix("refused") == true)
    #expect(fault?.line == 3)
  }

  @Test("A document type, with or without a bomb in it, is refused")
  func documentType() {
    #expect(throws: XSLTError.self) {
      try XSLTStylesheet(
        XMLSource(
          name: "x.xsl",
          bytes: Array(
            ("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + Sheet.head + "</xsl:stylesheet>").utf8)),
        loading: { _ in .refused("is not there") })
    }
  }

  static let loops: [(String, XSLTRemark.Kind)] = [
    (#"<xsl:template match="/"><xsl:apply-templates select="."/></xsl:template>"#, .depth),
    (
      #"<xsl:template match="/"><xsl:call-template name="a"/></xsl:template><xsl:template name="a"><xsl:param name="n" select="0"/><xsl:call-template name="a"><xsl:with-param name="n" select="$n + 1"/></xsl:call-template></xsl:template>"#,
      .depth
    ),
    // Twice in each step: 2^40 steps at no depth.
    (
      #"<xsl:template match="/"><xsl:call-template name="a"/></xsl:template><xsl:template name="a"><xsl:param name="n" select="40"/><xsl:if test="$n &gt; 0"><xsl:call-template name="a"><xsl:with-param name="n" select="$n - 1"/></xsl:call-template><xsl:call-template name="a"><xsl:with-param name="n" select="$n - 1"/></xsl:call-template></xsl:if></xsl:template>"#,
      .operations
    ),
    (
      #"<xsl:template match="/"><xsl:value-of select="count(//b[count(//b[count(//b[count(//b[count(//b) &gt; 0]) &gt; 0]) &gt; 0]) &gt; 0])"/></xsl:template>"#,
      .operations
    ),
  ]

  @Test("What never ends is ended, with its line", arguments: 0..<loops.count)
  func endless(_ index: Int) {
    let (content, kind) = Self.loops[index]
    let document = "<a>" + String(repeating: "<b/>", count: 40) + "</a>"
    let fault = Sheet.reason(content, of: document, limits: XSLTLimits(operations: 200_000))
    #expect(fault?.kind == kind)
    #expect(fault?.line == 2)
  }

  @Test("The same end comes also on the small stack of a task")
  func smallStack() async {
    let kind = await Task.detached { Sheet.reason(Self.loops[1].0)?.kind }.value
    #expect(kind == .depth)
  }

  @Test(
    "Neither do expressions nested without measure, or as long as a book, exhaust that stack",
    arguments: [
      String(repeating: "(", count: 20_000) + "1" + String(repeating: ")", count: 20_000),
      "1" + String(repeating: "+1", count: 50_000), String(repeating: "-", count: 50_000) + "1",
      "a" + String(repeating: "[a", count: 20_000) + String(repeating: "]", count: 20_000),
      String(repeating: "string(", count: 20_000) + "1" + String(repeating: ")", count: 20_000),
    ])
  func longExpressions(_ expression: String) async {
    let isOver = await Task.detached {
      _ = Sheet.reason("<xsl:template match=\"/\"><xsl:value-of select=\"\(expression)\"/></xsl:template>")
      return true
    }.value
    #expect(isOver)
  }

  static let growths = [
    // A string that doubles.
    #"<xsl:template match="/"><xsl:call-template name="d"/></xsl:template><xsl:template name="d"><xsl:param name="s" select="'0123456789'"/><xsl:call-template name="d"><xsl:with-param name="s" select="concat($s, $s)"/></xsl:call-template></xsl:template>"#,
    // A tree that doubles.
    #"<xsl:template match="/">"#
      + (0..<60).map { n in
        let before = n == 0 ? "/" : "$v\(n - 1)"
        return
          "<xsl:variable name=\"v\(n)\"><xsl:copy-of select=\"\(before)\"/><xsl:copy-of select=\"\(before)\"/></xsl:variable>"
      }.joined() + "</xsl:template>",
    // An attribute that doubles.
    #"<xsl:template match="/"><xsl:call-template name="d"/></xsl:template><xsl:template name="d"><xsl:param name="s" select="'0123456789'"/><xsl:variable name="t"><x a="{$s}{$s}"/></xsl:variable><xsl:call-template name="d"><xsl:with-param name="s" select="string($t)"/></xsl:call-template><xsl:call-template name="d"><xsl:with-param name="s" select="concat($s, $s)"/></xsl:call-template></xsl:template>"#,
    // An output beyond measure.
    #"<xsl:template match="/"><xsl:for-each select="//b"><xsl:for-each select="//b"><xsl:for-each select="//b"><x>0123456789012345678901234567890123456789</x></xsl:for-each></xsl:for-each></xsl:for-each></xsl:template>"#,
  ]

  @Test("What grows beyond all memory is stopped, with its line", arguments: 0..<growths.count)
  func growth(_ index: Int) {
    let document = "<a>" + String(repeating: "<b/>", count: 100) + "</a>"
    let fault = Sheet.reason(Self.growths[index], of: document, limits: XSLTLimits(memory: 16 << 20))
    #expect(fault?.kind == .memory || index == 2 && fault?.kind == .depth)
    #expect(fault?.line == 2)
  }

  @Test("After a stylesheet that was stopped the next one works as ever")
  func afterwards() throws {
    _ = Sheet.reason(Self.growths[0], limits: XSLTLimits(memory: 8 << 20))
    #expect(
      try Sheet.made(Sheet.text + #"<xsl:template match="/"><xsl:value-of select="count(//b)"/></xsl:template>"#) == "2"
    )
    // And so does the rest of libxml2.
    #expect(
      try XMLDocument(parsing: Array("<a>\(String(repeating: "x", count: 20 << 20))</a>".utf8)).root().text.count == 20
        << 20)
  }

  @Test("Elements that write files with other programs mean nothing here")
  func foreign() throws {
    let made = try Sheet.made(
      #"<xsl:output omit-xml-declaration="yes"/><xsl:template match="/"><r:write xmlns:r="org.apache.xalan.xslt.extensions.Redirect" file="evil.txt">x</r:write></xsl:template>"#
    )
    #expect(made.contains("evil.txt"))
  }
}
