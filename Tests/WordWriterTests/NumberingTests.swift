import ExportPipeline
import HouseStyle
import IssueModel
import TestSupport
import Testing
import WordWriter

@Suite("Numbers of lists")
struct NumberingTests {
  /// The marks of the first six levels of the ordered lists of a document in `style`.
  private func marks(_ style: HouseStyle, _ language: Language) throws -> [String] {
    var list = List(start: 1, items: [[.paragraph(Paragraph([.text("a")]))]])
    for _ in 0..<4 {
      list = List(start: 1, items: [[.paragraph(Paragraph([.text("a")])), .list(list)]])
    }
    let issue = IssueModel.Issue(
      masthead: Masthead(name: "N"), sections: [Section(articles: [Article(title: "T", body: [.list(list)])])],
      language: language)
    let bytes = try WordWriter().write(issue, StageContext(houseStyle: style)).bytes
    let numbering = try #require(try ZipReader(bytes).text("word/numbering.xml"))
    let ordered = try #require(
      try XMLTree.parse(numbering).children.first { $0.attributes["w:abstractNumId"] == "1" })
    return ordered.descendants("w:lvl").prefix(6).map { level in
      let format = level.child("w:numFmt")?.attributes["w:val"] ?? ""
      let text = level.child("w:lvlText")?.attributes["w:val"] ?? ""
      return "\(format) \(text.replacing(#/[0-9]/#, with: "n"))"
    }
  }

  @Test("Five levels of a Chinese list have five marks, as real numbers")
  func chinese() throws {
    #expect(
      try marks(.gbt9704, .simplifiedChinese) == [
        "decimal %n.", "decimal （%n）", "decimalEnclosedCircle %n", "lowerLetter %n.", "lowerLetter （%n）",
        "lowerLetter （%n）",
      ])
  }

  @Test("The English style has 1. (a) (i), and two further levels")
  func english() throws {
    let style = try #require(HouseStyle.shipped.first { $0.name == "newsletter-en" })
    #expect(
      try marks(style, .english) == [
        "decimal %n.", "lowerLetter (%n)", "lowerRoman (%n)", "decimal (%n)", "lowerLetter %n.", "lowerLetter %n.",
      ])
  }

  @Test("English text in the Chinese style has no full-width brackets before its items")
  func englishInChineseStyle() throws {
    #expect(
      try marks(.gbt9704, .english).prefix(5) == [
        "decimal %n.", "lowerLetter (%n)", "lowerRoman (%n)", "decimal (%n)", "lowerLetter %n.",
      ])
  }

  @Test("A house that numbers by 一、（一）1.（1）① gets these")
  func headingNumbers() throws {
    var style = HouseStyle.gbt9704
    style.lists.numbers = [
      .init(.chinese, suffix: "、"), .init(.chinese, prefix: "（", suffix: "）"), .init(.decimal, suffix: "."),
      .init(.decimal, prefix: "（", suffix: "）"), .init(.circled),
    ]
    #expect(
      try marks(style, .simplifiedChinese).prefix(5) == [
        "chineseCounting %n、", "chineseCounting （%n）", "decimal %n.", "decimal （%n）", "decimalEnclosedCircle %n",
      ])
  }
}
