import ExportPipeline
import HouseStyle
import IssueModel
import Testing

@Suite("Contents lists lead to their articles")
struct ContentsTargetsTests {
  private func targets(_ lines: [(label: String?, text: String)], _ articles: [Article]) -> [Int?] {
    var issue = IssueModel.Issue(masthead: Masthead(name: "湖畔简报"), sections: [Section(articles: articles)])
    issue.printedContents = PrintedContents(
      entries: lines.map { ContentsEntry(kind: .article, text: $0.text, label: $0.label, page: "9") })
    for case .contents(let contents) in Composition(issue, style: .gbt9704).front {
      return contents.entries.map(\.target)
    }
    return []
  }

  private func article(_ title: String, _ subtitle: String? = nil) -> Article {
    Article(title: title, subtitle: subtitle, body: [])
  }

  @Test(
    "A line with another number, spelling of capitals, subtitle, section or translation leads there, so its page is right"
  )
  func alike() {
    #expect(targets([("1.", "General")], [article("1. General")]) == [0])
    #expect(targets([("一、", "理事长的话")], [article("一、理事长的话")]) == [0])
    #expect(targets([(nil, "Sunday opening begins")], [article("1. SUNDAY OPENING BEGINS")]) == [0])
    #expect(targets([(nil, "一案一访——柏岭法庭纪实")], [article("一案一访", "柏岭法庭纪实")]) == [0])
    #expect(targets([(nil, "卫教园地：流感疫苗五问")], [article("流感疫苗五问")]) == [0])
    #expect(
      targets([(nil, "Minister of Trade Visits 商务部长到访")], [article("Minister of Trade Visits")]) == [0])
  }

  @Test("What may be two articles, or only begins like one, leads nowhere; a title that is the same goes first")
  func unlike() {
    #expect(targets([(nil, "水闸检修工作简讯")], [article("水闸检修工作简讯一"), article("水闸检修工作简讯二")]) == [nil])
    #expect(targets([(nil, "简讯")], [article("简讯两则：水闸")]) == [nil])
    #expect(
      targets([(nil, "水闸检修工作简讯"), ("一、", "水闸检修工作简讯")], [article("一、水闸检修工作简讯"), article("水闸检修工作简讯")])
        == [1, 0])
  }
}
