import IssueModel
import Testing

@Suite("Recovery: shapes that converters and web editors leave")
struct ShapesTests {
  @Test("A contents list in a table with sections, or quoted, is opened")
  func contents() throws {
    let articles = "## 【农事】\n\n### 春播如期开始\n\n\(sentence)\n\n### 夏收准备就绪\n\n\(sentence)"
    let head = "# 河畔简报\n\n第7期\n\n2031年5月6日\n\n**目录**\n\n"
    let table = try Reading(
      head + "| 栏目 | 题目 | 页 |\n|---|---|---|\n| 农事 | 春播如期开始 | 1 |\n| 农事 | 夏收准备就绪 | 2 |\n\n" + articles)
    let quoted = try Reading(head + "> **【农事】**\n>\n> 春播如期开始\n>\n> 夏收准备就绪\n\n---\n\n" + articles)
    for reading in [table, quoted] {
      #expect(reading.issue.printedContents?.entries.map(\.kind) == [.section, .article, .article])
      #expect(reading.titles == ["春播如期开始", "夏收准备就绪"])
      #expect(reading.sections == ["农事"])
    }
  }

  @Test("Marks of pages and places that a converter wrote are no text")
  func marks() throws {
    let text =
      "{0}------------------------------------------------\n\n<span id=\"page-0-0\"></span># **河畔简报**\n\n第7期\n\n2031年5月6日\n\n---\n\n[]{#_Toc55 .anchor}## 春播如期开始\n\n\(sentence)五月十日又添\n\n{1}------------------------------------------------\n\n水泵三台。\n"
    let reading = try Reading(text)
    #expect(reading.masthead.name == "河畔简报")
    #expect(reading.titles == ["春播如期开始"])
    #expect(reading.body == ["p:\(sentence)五月十日又添水泵三台。"])
    #expect(reading.lines(of: "page-number-dropped") == [1, 15])
  }

  @Test("What a web editor put between the articles goes, and is named")
  func web() throws {
    let text =
      "# 河畔简报\n\n第7期\n\n2031年5月6日\n\n**点击蓝字　关注我们**\n\n**PART 01**\n\n**春播如期开始，七村同日下种**\n\n\(sentence)\n\n**怎么种？**\n\n\(sentence)\n\n**PART 02**\n\n**夏收准备就绪，农机全部检修**\n\n\(sentence)\n\nEND\n"
    let reading = try Reading(text)
    #expect(reading.titles == ["春播如期开始，七村同日下种", "夏收准备就绪，农机全部检修"])
    #expect(reading.body.contains("h1:怎么种？"))
    #expect(reading.lines(of: "web-furniture-dropped") == [7, 9, 19, 25])
    let kept = try Reading(text, without: ["page-furniture"])
    #expect(kept.lines(of: "web-furniture-dropped") == [])
  }

  @Test("A paragraph that a picture tore is joined, the picture behind it")
  func picture() throws {
    let reading = try Reading(bulletin("\(sentence)电网负荷两度刷新同期\n\n![](a.png)\n\n纪录。"))
    #expect(reading.body.map { $0.prefix(2) } == ["p:", "fi"])
    #expect(reading.body[0].hasSuffix("刷新同期纪录。"))
  }

  @Test("A line below a picture in italics or behind ▲ is its caption")
  func caption() throws {
    for line in ["*老泵轴磨得像一根甘蔗*", "▲老泵轴磨得像一根甘蔗"] {
      let reading = try Reading(bulletin("\(sentence)\n\n![](a.png)\n\n\(line)\n\n\(sentence)"))
      guard case .figure(let figure)? = reading.articles.first?.body.dropFirst().first else {
        Testing.Issue.record("no figure")
        continue
      }
      #expect(figure.caption?.plainText == "老泵轴磨得像一根甘蔗")
    }
  }

  @Test("A title on the first line of its paragraph is parted from it")
  func firstLine() throws {
    let text =
      "# 河畔简报\n\n第7期\n\n2031年5月6日\n\n---\n\n一、上游村：修通环岛巡逻小路\n\(sentence)（上游村）\n\n二、下游村：一岛一策守护河堤\n\(sentence)（下游村）\n"
    let reading = try Reading(text)
    #expect(reading.titles == ["一、上游村：修通环岛巡逻小路", "二、下游村：一岛一策守护河堤"])
    #expect(reading.articles.map(\.attribution) == ["上游村", "下游村"])
  }

  @Test("Words underlined with as many strokes are a heading, a short stroke under them is a rule")
  func setext() throws {
    let head = "# 河畔简报\n\n第7期\n\n2031年5月6日\n\n"
    let reading = try Reading(head + "春播如期开始\n------------\n\n\(sentence)\n\n夏收准备就绪\n------------\n\n\(sentence)\n")
    #expect(reading.titles == ["春播如期开始", "夏收准备就绪"])
    #expect(reading.body == ["p:" + sentence, "p:" + sentence])
  }

  @Test("Sentences of unlike length without empty lines between are paragraphs")
  func pasted() throws {
    let short = "下一步将继续巡查，做到有人管、有人修。"
    #expect(
      try Reading(bulletin("\(sentence)\(sentence)\n\(short)\n\(sentence)")).paragraphs == [
        sentence + sentence, short, sentence,
      ])
  }
}
