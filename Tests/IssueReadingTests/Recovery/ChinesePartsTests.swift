import IssueModel
import Testing

/// Headings within articles, sections and lists that say how they are counted, and fields that OCR ran together.
@Suite("Recovery: parts and sections of Chinese issues")
struct ChinesePartsTests {
  private let sentence = "五月六日，柳堤村泵站完成改造，全村排涝能力提高三成，村民代表到场查看了机组试运行情况。"
  private let head = "# 河畔简报\n\n第7期\n\n河畔镇办公室　　2031年5月6日\n\n---\n\n"

  @Test("On a web page, an indent within the bold of 一、 is the paragraph's, and the line divides the report")
  func indentWithinBold() throws {
    let parts = ["一、基本情况", "二、原因分析", "三、下步打算"].map {
      "<p><strong>　　\($0)</strong></p><p>　　\(sentence)</p>"
    }
    let reading = try Reading(
      "<html><body><p style='text-align:center'><strong>河畔简报</strong></p><p>第7期</p><p>河畔镇办公室　2031年5月6日</p><hr><p style='text-align:center'><strong>关于泵站改造的专题报告</strong></p><p>　　\(sentence)</p>\(parts.joined())</body></html>",
      as: .html)
    #expect(reading.titles == ["关于泵站改造的专题报告"])
    #expect(
      reading.body == [
        "p:\(sentence)", "h1:一、基本情况", "p:\(sentence)", "h1:二、原因分析", "p:\(sentence)", "h1:三、下步打算", "p:\(sentence)",
      ])
  }

  @Test(
    "Names of parts that any report has divide it, though they are written as its title is",
    arguments: [("## ", ""), ("**", "**"), ("### ", "")])
  func partNames(open: String, close: String) throws {
    let parts = ["基本情况", "存在的主要问题", "下一步打算"].map { "\(open)\($0)\(close)\n\n\(sentence)\n\n" }.joined()
    let reading = try Reading(head + "\(open)关于泵站改造情况的报告\(close)\n\n\(sentence)\n\n" + parts)
    #expect(reading.titles == ["关于泵站改造情况的报告"])
    #expect(reading.body.filter { $0.hasPrefix("h") } == ["h1:基本情况", "h1:存在的主要问题", "h1:下一步打算"])
    #expect(reading.lines(of: "heading-within-article").count == 3)
    let news = try Reading(
      head + ["泵站改造情况", "渠道疏通进展", "下一步打算"].map { "\(open)\($0)\(close)\n\n\(sentence)\n\n" }.joined())
    #expect(news.titles == ["泵站改造情况", "渠道疏通进展", "下一步打算"])
  }

  @Test("A title that a break by hand parts within a phrase is one; elsewhere the break stays")
  func brokenTitle() throws {
    func title(_ words: String) throws -> String? {
      try Reading(
        "<html><body><h1>河畔简报</h1><p>第7期　2031年5月6日</p><hr><p><strong>\(words)</strong></p><p>　　\(sentence)</p></body></html>",
        as: .html
      ).titles.first
    }
    #expect(try title("柳堤村三座老旧泵站亟待<br>抓紧改造") == "柳堤村三座老旧泵站亟待抓紧改造")
    #expect(try title("迎着风雪上<br>顶着石头干") == "迎着风雪上\n顶着石头干")
  }

  @Test("一 、 set apart by OCR is a number, and the name that comes again heads a page")
  func spread() throws {
    func apart(_ text: String) -> String { text.map(String.init).joined(separator: " ") }
    func wrapped(_ text: String) -> String {
      stride(from: 0, to: text.count, by: 20).map { apart(String(text.dropFirst($0).prefix(20))) }.joined(
        separator: "\n")
    }
    let name = apart("河畔简报")
    let text =
      "\(name)\n第 7 期\n河 畔 镇 办 公 室        2031 年 5 月 6 日\n\n\(apart("关于泵站改造的通报"))\n\n\(wrapped(sentence))\n\n\(apart("一、工期安排过紧"))\n\n\(wrapped(sentence))\n\n\(apart("二、验收走了过场"))\n\n\(wrapped(sentence))\n\(name)\n\n\n\(apart("三、管护没有到人"))\n\n\(wrapped(sentence))\n\n\(wrapped(sentence))\n\(name)\n\n\(wrapped(sentence))\n"
    let reading = try Reading(text, as: .text)
    #expect(reading.titles == ["关于泵站改造的通报"])
    #expect(reading.body.filter { $0.hasPrefix("h") } == ["h1:一、工期安排过紧", "h1:二、验收走了过场", "h1:三、管护没有到人"])
    #expect(reading.lines(of: "running-head-dropped").count == 2)
  }

  @Test("A name of the bulletin that stands once below the masthead stays")
  func nameOnce() throws {
    let reading = try Reading("河畔简报\n第7期\n2031年5月6日\n\n泵站提前投入运行\n\n\(sentence)\n\n河畔简报\n\n\(sentence)\n", as: .text)
    #expect(reading.lines(of: "running-head-dropped").isEmpty)
  }

  @Test(
    "A name that counts what stands below it is a section, and its items are articles",
    arguments: ["短讯三则", "简讯（三则）", "读者来信3封", "啟事三則"])
  func counted(name: String) throws {
    let items = ["古桥修缮完工", "码头换了新灯", "渡口开通夜航"]
    let list = "## 本期导读\n\n- 泵站提前投入运行，汛前完成全部验收 1\n- \(name) 2\n\n"
    let body =
      "## 泵站提前投入运行，汛前完成全部验收\n\n\(sentence)\n\n（水利站）\n\n## \(name)\n\n"
      + items.map { "## \($0)\n\n\(sentence)\n\n" }.joined()
    let reading = try Reading(head + list + body)
    #expect(reading.sections == [nil, name])
    #expect(reading.titles == ["泵站提前投入运行，汛前完成全部验收"] + items)
    #expect(reading.issue.printedContents?.entries.map(\.kind) == [.article, .section])
    let bare = try Reading(head + body)
    #expect(bare.sections.last == name)
  }

  @Test("Where text stands right below such a name, or other than it counts, it is a title")
  func notCounted() throws {
    let text = try Reading(head + "## 泵站提前投入运行\n\n\(sentence)\n\n## 简讯三则\n\n\(sentence)\n\n\(sentence)\n")
    #expect(text.titles == ["泵站提前投入运行", "简讯三则"])
    #expect(text.sections == [nil])
    let parts = try Reading(
      head + "## 目录\n\n- 泵站提前投入运行\n- 防汛工作建议三条\n\n## 泵站提前投入运行\n\n\(sentence)\n\n## 防汛工作建议三条\n\n"
        + ["抓早", "抓细", "抓实"].map { "### \($0)\n\n\(sentence)\n\n" }.joined())
    #expect(parts.titles == ["泵站提前投入运行", "防汛工作建议三条"])
  }

  @Test("A word of four letters that begins with a surname, the first of several headings, is no writer")
  func firstOfHeadings() throws {
    let reading = try Reading(
      head + "## 目录\n\n- 泵站提前投入运行\n- 一张欠条引出的改进\n\n## 泵站提前投入运行\n\n\(sentence)\n\n（水利站）\n\n## 一张欠条引出的改进\n\n"
        + ["游客来信", "处理经过", "改进措施"].map { "## \($0)\n\n\(sentence)\n\n" }.joined())
    #expect(reading.articles.map(\.byline) == [nil, nil])
    #expect(reading.body.filter { $0.hasPrefix("h") } == ["h1:游客来信", "h1:处理经过", "h1:改进措施"])
  }

  @Test("In a list, numbered names above titles set in below them are sections, also one with none below it")
  func numberedSections() throws {
    let text = """
      河畔簡報
      第7期
      2031年5月6日

      本期目錄

      壹、鎮長的話
      貳、鎮務報導
      　泵站提前投入運行
      　渠道疏通接近完工
      參、校園安全
      　門前斑馬線終於重畫

      壹、鎮長的話

      新年度的三個期望

      \(sentence)

      貳、鎮務報導

      泵站提前投入運行

      \(sentence)

      渠道疏通接近完工

      \(sentence)

      參、校園安全

      門前斑馬線終於重畫

      \(sentence)
      """
    let reading = try Reading(text, as: .text)
    #expect(reading.sections == ["壹、鎮長的話", "貳、鎮務報導", "參、校園安全"])
    #expect(reading.titles == ["新年度的三個期望", "泵站提前投入運行", "渠道疏通接近完工", "門前斑馬線終於重畫"])
  }

  @Test(
    "A contents list set as a table whose head is its heading, with pages in Chinese numbers",
    arguments: [("今期內容", "頁", "一", "十二"), ("目录", "页码", "1", "3"), ("本期要目", "版次", "二版", "三版")])
  func table(heading: String, pages: String, first: String, second: String) throws {
    let list = "| \(heading) | \(pages) |\n| --- | --- |\n| 泵站提前投入運行 | \(first) |\n| 渠道疏通接近完工 | \(second) |\n\n"
    let reading = try Reading(
      head + list + "**泵站提前投入運行**\n\n\(sentence)\n\n**渠道疏通接近完工**\n\n\(sentence)\n")
    #expect(reading.issue.printedContents?.entries.map(\.text) == ["泵站提前投入運行", "渠道疏通接近完工"])
    #expect(reading.titles == ["泵站提前投入運行", "渠道疏通接近完工"])
    #expect(!reading.body.contains { $0.hasPrefix("table") })
  }

  @Test("A page number in HTML within Markdown goes, and the paragraph that it tore is one")
  func pageInHTML() throws {
    let reading = try Reading(
      head
        + "## 泵站提前投入运行\n\n五月六日，柳堤村泵站完成改造，全村排涝\n\n<div style=\"text-align: center;\">2</div>\n\n能力提高三成。\n\n\(sentence)\n\n<div style=\"text-align: center;\">3</div>\n\n\(sentence)\n"
    )
    #expect(reading.paragraphs.first == "五月六日，柳堤村泵站完成改造，全村排涝能力提高三成。")
    #expect(reading.lines(of: "page-number-dropped").count == 2)
  }

  @Test("Fields of an imprint that OCR ran together are parted, and copies behind what the bulletin costs are told")
  func gluedFields() throws {
    func imprint(_ lines: String) throws -> Imprint? {
      try Reading(head + "## 泵站提前投入运行\n\n\(sentence)\n\n---\n\n\(lines)\n").issue.imprint
    }
    let first = try imprint("报：县水利局\n\n发：各村民委员会\n\n共印70份责任编辑：楚立言")
    #expect(first?.copies == 70)
    #expect(first?.people.map(\.names) == [["楚立言"]])
    #expect(first?.distribution.flatMap(\.recipients) == ["县水利局", "各村民委员会"])
    let second = try imprint("发：各村民委员会共印70份\n\n撰稿：楚立言审核：米嘉禾")
    #expect(second?.copies == 70)
    #expect(second?.people.map(\.role) == ["撰稿", "审核"])
    #expect(second?.distribution.flatMap(\.recipients) == ["各村民委员会"])
    #expect(try imprint("本刊赠阅，印三百册。\n\n编辑：楚立言")?.copies == 300)
    // A label that none of them is stays whole.
    #expect(try imprint("美术编辑：楚立言")?.people.map(\.role) == ["美术编辑"])
  }
}
