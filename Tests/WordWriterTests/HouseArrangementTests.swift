import ExportPipeline
import HouseStyle
import IssueModel
import TestSupport
import Testing
import WordWriter

@Suite("Masthead and imprint where the house wants them")
struct HouseArrangementTests {
  private func paragraphs(_ change: (inout HouseStyle) -> Void) throws -> [XMLTree] {
    var style = HouseStyle.gbt9704
    change(&style)
    let zip = try ZipReader(WordWriter().write(SampleIssues.full, StageContext(houseStyle: style)).bytes)
    return try XMLTree.parse(#require(zip.text("word/document.xml"))).descendants("w:p")
  }

  @Test("The date line above the name has its rule, another stands under the name")
  func dateLine() throws {
    let all = try paragraphs {
      $0.masthead = Arrangement(
        .always,
        [
          .row([.init(.office, alignment: .left), .init(.date, alignment: .right)]), .rule,
          .row([.init(.name, alignment: .left)]), .rule,
        ])
    }
    #expect(all[0].words == "云溪县文化广电旅游局办公室\t2031年7月1日")
    #expect(all[0].descendants("w:tab").first?.attributes == ["w:val": "right", "w:pos": "8844"])
    #expect(all[1].child("w:pPr")?.child("w:jc")?.attributes["w:val"] == "left")
    let ruled = all.filter { $0.descendants("w:pBdr").first?.child("w:bottom") != nil }
    let rules = ruled.map { $0.descendants("w:pBdr").first?.child("w:bottom")?.attributes }
    #expect(ruled.first?.words == all[0].words)
    #expect(rules.prefix(2).allSatisfy { $0?["w:color"] == "FF0000" })
  }

  @Test("An office alone on its row stands where the house has it, and a cell in the middle of its line")
  func places() throws {
    let all = try paragraphs {
      $0.masthead = Arrangement(
        .always,
        [
          .row([.init(.office, alignment: .right)]),
          .row([.init(.number, alignment: .center), .init(.date, alignment: .right)]),
        ])
    }
    #expect(all[0].child("w:pPr")?.child("w:jc")?.attributes["w:val"] == "right")
    #expect(all[1].child("w:pPr")?.child("w:tabs")?.children.map { $0.attributes["w:val"] } == ["center", "right"])
    #expect(all[1].words.hasPrefix("\t2031年第7期"))
    #expect(all.prefix(6).allSatisfy { $0.descendants("w:pBdr").isEmpty })
  }

  @Test("Rules below two rows in a row are two: borders that are the same would be one below both")
  func twoRules() throws {
    let all = try paragraphs {
      $0.masthead = Arrangement(
        .always, [.row([.init(.date)]), .rule, .row([.init(.office)]), .rule, .row([.init(.name)])])
    }
    let rules = all.prefix(2).map { $0.descendants("w:pBdr").first?.child("w:bottom")?.attributes["w:space"] }
    #expect(rules[0] != nil && rules[1] != nil && rules[0] != rules[1])
  }

  @Test("An imprint without rules has none; one with a rule below its office has it there")
  func imprint() throws {
    let lines: [Arrangement<ImprintPart>.Line] = [
      .row([.init(.office), .init(.printDate)]), .row([.init(.distribution)]),
    ]
    func borders(_ lines: [Arrangement<ImprintPart>.Line]) throws -> [[String]] {
      var style = HouseStyle.gbt9704
      style.imprint = Arrangement(.always, lines)
      let zip = try ZipReader(WordWriter().write(SampleIssues.full, StageContext(houseStyle: style)).bytes)
      let document = try XMLTree.parse(#require(zip.text("word/document.xml")))
      let table = try #require(document.descendants("w:tbl").last)
      return table.descendants("w:tr").map { row in
        row.descendants("w:tcBorders").flatMap(\.children).map { "\($0.name) \($0.attributes["w:sz"] ?? "")" }
      }
    }
    #expect(try borders(lines).allSatisfy(\.isEmpty))
    let ruled = try borders([lines[0], .rule, lines[1], .rule])
    #expect(ruled[0].isEmpty && ruled[1] == ["w:top 6"] && ruled.last == ["w:bottom 8"])
  }

  @Test(
    "Keywords are the names of sections; without any the titles, without those series and office; 255 letters at most")
  func keywords() throws {
    func keywords(_ issue: IssueModel.Issue) throws -> String? {
      let zip = try ZipReader(WordWriter().write(issue, StageContext()).bytes)
      return try XMLTree.parse(#require(zip.text("docProps/core.xml"))).descendants("cp:keywords").first?.ownText
    }
    var issue = IssueModel.Issue(
      masthead: Masthead(series: "湖畔丛刊", name: "湖畔简报", office: "湖畔区政府办公室"),
      sections: [
        Section(name: "要闻", articles: [Article(title: "春耕会议召开", body: []), Article(title: "水闸检修", body: [])])
      ])
    #expect(try keywords(issue)?.contains("要闻") == true)
    #expect(try keywords(issue)?.contains("春耕") == false)
    issue.sections[0].name = nil
    #expect(try keywords(issue)?.contains("春耕会议召开") == true && keywords(issue)?.contains("水闸检修") == true)
    issue.sections[0].articles = (0..<40).map { Article(title: "全区春耕备耕工作会议第\($0)次召开", body: []) }
    #expect(try (1...255).contains(keywords(issue)?.utf16.count ?? 0))
    issue.sections = []
    let last = try keywords(issue)
    #expect(last?.contains("湖畔丛刊") == true && last?.contains("湖畔区政府办公室") == true)
  }
}
