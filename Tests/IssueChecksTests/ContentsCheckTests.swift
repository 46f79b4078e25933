import IssueModel
import Testing

@testable import IssueChecks

@Suite("Contents list against articles")
struct ContentsCheckTests {
  private let articles = [
    article("河畔镇检修七座泵站", line: 10), article("山口镇疏浚河道八公里", line: 20), article("湖心镇发放防汛物资", line: 30),
  ]
  private var entries: [ContentsEntry] {
    articles.enumerated().map { entry($0.element.title, line: 4 + $0.offset) }
  }

  @Test("A list that names each article in its words, but for blanks, punctuation and case, is fine")
  func agreement() {
    var list = entries
    list[0].text = "河畔镇 检修七座泵站"
    #expect(findings(ContentsCheck(), issue(articles, contents: list)) == [])
    let english = issue([article("SUNDAY OPENING BEGINS")], contents: [entry("Sunday opening begins", line: 3)])
    #expect(findings(ContentsCheck(), english) == [])
    #expect(findings(ContentsCheck(), issue(articles)) == [])
  }

  @Test("A line that names no article is told at its own line")
  func unmatched() {
    let list = entries + [entry("春季植树活动启动", line: 7)]
    #expect(findings(ContentsCheck(), issue(articles, contents: list)) == ["contents-entry-unmatched:7"])
    let sections = entries + [entry("他山之石", line: 8, .section)]
    #expect(findings(ContentsCheck(), issue(articles, contents: sections)) == ["contents-section-unmatched:8"])
  }

  @Test("Thousands of lines that name nothing are not each compared with thousands of titles")
  func comparisons() {
    let articles = (0..<1_200).map { article("河畔镇检修第\($0)座泵站", line: $0) }
    let list = (0..<1_200).map { entry("山口镇疏浚\($0)号河", line: $0) }
    let matching = ContentsMatching(list, issue(articles))
    #expect(matching.comparisons == ContentsMatching.mostComparisons)
    #expect(matching.listed.isEmpty)
  }

  @Test("An article the list forgot is told at its title, unless the list names highlights only")
  func unlisted() {
    #expect(findings(ContentsCheck(), issue(articles, contents: Array(entries[..<2]))) == ["article-unlisted:30"])
    #expect(findings(ContentsCheck(), issue(articles, contents: Array(entries[..<1]))) == [])
  }

  @Test("A title that differs in words is told at the title")
  func differs() {
    var list = entries
    list[1].text = "山口镇疏浚河道十公里"
    #expect(findings(ContentsCheck(), issue(articles, contents: list)) == ["title-differs:20"])
  }

  @Test("A list may give the title with its kicker or subtitle, a section, a subheading")
  func otherNames() {
    var told = articles
    told[0].subtitle = "我镇迎接汛期"
    told[1].kicker = "早谋划"
    told[2].body.append(.subheading(Subheading(level: 1, [.text("一、物资到村")])))
    var list = entries
    list[0].text += "——我镇迎接汛期"
    list[1].text = "早谋划 " + list[1].text
    list.append(entry("一、物资到村", line: 9))
    #expect(findings(ContentsCheck(), issue(told, contents: list)) == [])
  }
}
