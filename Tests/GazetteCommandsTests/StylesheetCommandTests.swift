import Testing

@testable import GazetteCommands

@Suite("--to FILE.xsl")
struct StylesheetCommandTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.write(Self.issue, to: "a.md")
  }

  static let issue = "# 柳溪水务简报\n\n2031年第4期\n\n柳溪县水务局　　2031年5月6日\n\n## 春灌按期完成\n\n全县春灌比去年早了四天。\n"

  /// A stylesheet with `content`, and `attributes` on its root.
  static func sheet(_ content: String, _ attributes: String = "") -> String {
    """
    <xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:i="urn:gazette:issue:1"
      xmlns:gazette="urn:gazette:stylesheet:1" \(attributes)>
    \(content)
    </xsl:stylesheet>
    """
  }

  static let titles =
    #"<xsl:output method="text"/><xsl:param name="place" select="'nowhere'"/>"#
    + #"<xsl:template match="/"><xsl:value-of select="concat($place, ': ', //i:article/i:title)"/></xsl:template>"#

  @Test("The stylesheet writes an output whose name has the extension it states")
  func writes() throws {
    try folder.write(Self.sheet(Self.titles, #"gazette:extension="titles.txt""#), to: "house.xsl")
    let outcome = gazette(["export", folder["a.md"], "--to", folder["house.xsl"]])
    #expect(outcome.status == 0)
    #expect(folder.names == ["a.md", "a.titles.txt", "house.xsl"])
  }

  @Test("Parameters are strings, the last of a name counts, and a name that no stylesheet has is told")
  func parameters() throws {
    try folder.write(Self.sheet(Self.titles), to: "house.xsl")
    let run = ["export", "a.md", "--to", "house.xsl", "-o", "-"]
    let value = #"it's "here" & //b"#
    #expect(
      try Program.run(run + ["--param", "place=x", "--param", "place=\(value)"], in: folder).output
        == "\(value): 春灌按期完成")
    #expect(try Program.run(run, in: folder).output == "nowhere: 春灌按期完成")
    #expect(try Program.run(run + ["--param", "place="], in: folder).output == ": 春灌按期完成")
    for wrong in ["plaice=x", "place", "=x", "1=x"] {
      let outcome = try Program.run(run + ["--param", wrong], in: folder)
      #expect(outcome.status == 64, "\(wrong)")
      #expect(outcome.errorLines.count == 1, "\(wrong)")
    }
    let none = try Program.run(["export", "a.md", "--to", "txt", "-o", "-", "--param", "place=x"], in: folder)
    #expect(none.status == 64)
  }

  @Test("A stylesheet imports from its own folder, and nothing from elsewhere")
  func imports() throws {
    try folder.write(Self.sheet(Self.titles), to: "in/parts/base.xsl")
    try folder.write(Self.sheet(#"<xsl:import href="parts/base.xsl"/>"#), to: "in/house.xsl")
    #expect(
      try Program.run(["export", "a.md", "--to", "in/house.xsl", "-o", "-"], in: folder).output == "nowhere: 春灌按期完成")
    try folder.write(Self.sheet(Self.titles), to: "secret.xsl")
    try FileLinks.link(folder["in/link.xsl"], to: folder["secret.xsl"])
    for href in [
      "../secret.xsl", "/etc/passwd", "file:///etc/passwd", "http://127.0.0.1:9/x.xsl", "link.xsl", "%2e%2e/secret.xsl",
      "gone.xsl",
    ] {
      try folder.write(Self.sheet("\n<xsl:import href=\"\(href)\"/>"), to: "in/evil.xsl")
      let outcome = try Program.run(["export", "a.md", "--to", "in/evil.xsl", "-o", "out/"], in: folder)
      #expect(outcome.status == 1, "\(href)")
      #expect(outcome.errorLines.count == 1, "\(href): \(outcome.error)")
      #expect(outcome.error.hasPrefix("in/evil.xsl:4:1: error: "), "\(href): \(outcome.error)")
      #expect(!folder.names.contains { $0.hasPrefix("out") }, "\(href)")
    }
  }

  static let hostile = [
    #"<xsl:value-of select="document('/etc/passwd')"/>"#,
    #"<xsl:document href="evil.txt">x</xsl:document>"#,
    #"<xsl:apply-templates select="."/>"#,
    #"<xsl:call-template name="grow"/>"#,
    #"<xsl:message terminate="yes">no</xsl:message>"#,
    #"<xsl:value-of select="$nothing"/>"#,
  ]

  @Test("A hostile stylesheet is stopped with one line, and nothing is left behind", arguments: hostile)
  func stopped(_ instruction: String) throws {
    let content =
      "<xsl:template match=\"/\">\n\(instruction)\n</xsl:template>"
      + #"<xsl:template name="grow"><xsl:param name="s" select="'0123456789'"/><xsl:call-template name="grow"><xsl:with-param name="s" select="concat($s, $s)"/></xsl:call-template></xsl:template>"#
    try folder.write(Self.sheet(content), to: "evil.xsl")
    let before = folder.names
    for command in [["export", "a.md"], ["batch", "a.md", "--quiet"]] {
      let outcome = try Program.run(command + ["--to", "txt,evil.xsl", "-o", "out/"], in: folder)
      #expect(outcome.status == 1)
      #expect(outcome.errorLines.count == 1, "\(outcome.error)")
      #expect(outcome.error.contains("error: evil.xsl:"), "\(outcome.error)")
    }
    #expect(folder.names.filter { !$0.hasPrefix("out/.gazette-batch") && $0 != "out" } == before)
  }

  @Test("What is no stylesheet is told with its line")
  func noStylesheet() throws {
    for (text, line) in [
      ("", 1), ("<a>\n</b>", 2), ("<house/>", 1), (Self.sheet("<xsl:nonsense/>\n<xsl:template match=\"[\"/>"), 3),
    ] {
      try folder.write(text, to: "bad.xsl")
      let outcome = try Program.run(["export", "a.md", "--to", "bad.xsl", "-o", "-"], in: folder)
      #expect(outcome.status == 1)
      #expect(outcome.errorLines.count == 1)
      #expect(outcome.error.hasPrefix("bad.xsl:\(line):1: error: "), "\(outcome.error)")
    }
    #expect(try Program.run(["export", "a.md", "--to", "gone.xsl", "-o", "-"], in: folder).status == 1)
    try folder.write(Self.sheet(Self.titles, #"gazette:extension="../x""#), to: "bad.xsl")
    #expect(try Program.run(["export", "a.md", "--to", "bad.xsl"], in: folder).status == 1)
  }

  @Test("A batch is done anew when the stylesheet, what it imports, or a parameter has changed")
  func resume() throws {
    try folder.write(Self.sheet(Self.titles), to: "base.xsl")
    try folder.write(Self.sheet(#"<xsl:import href="base.xsl"/>"#, #"gazette:extension="titles""#), to: "house.xsl")
    func batch(_ more: [String] = []) throws -> Bool {
      let run = ["batch", "a.md", "--to", "house.xsl", "-o", "out/", "--resume", "--report", "-", "--quiet"]
      return try Program.run(run + more, in: folder).output.contains(#""status":"skipped""#)
    }
    #expect(try !batch())
    #expect(try batch())
    #expect(try !batch(["--param", "place=here"]))
    #expect(try batch(["--param", "place=here"]))
    try folder.write(Self.sheet(Self.titles + "<!-- changed -->"), to: "base.xsl")
    #expect(try !batch(["--param", "place=here"]))
  }

  @Test("Two stylesheets that would write to one name are refused")
  func clash() throws {
    try folder.write(Self.sheet(Self.titles), to: "one.xsl")
    try folder.write(Self.sheet(Self.titles), to: "two.xsl")
    for command in [["export", "a.md"], ["batch", "a.md"]] {
      let outcome = try Program.run(command + ["--to", "one.xsl,two.xsl", "-o", "out/"], in: folder)
      #expect(outcome.status == 64)
      #expect(outcome.errorLines.count == 1)
    }
  }

  @Test("What a stylesheet says is a warning")
  func message() throws {
    let content =
      #"<xsl:output method="text"/><xsl:template match="/"><xsl:message>no picture</xsl:message></xsl:template>"#
    try folder.write(Self.sheet(content), to: "talk.xsl")
    let outcome = try Program.run(["export", "a.md", "--to", "talk.xsl", "-o", "-"], in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.errorLines == ["a.md:1:1: warning: the stylesheet says: no picture [stylesheet-message]"])
  }
}
