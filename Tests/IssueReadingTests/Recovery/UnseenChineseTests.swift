import IssueModel
import Testing

@Suite("Recovery: kickers, rows of groups, duty logs and other Chinese shapes")
struct UnseenChineseTests {
  private let head = "# 河畔简报\n\n第7期\n\n河畔镇办公室　　2031年5月6日\n\n---\n\n"

  @Test("A picture without words, before a line break, keeps its place and its caption")
  func pictureBeforeBreak() throws {
    let reading = try Reading(
      "<html><body><h1>河畔简报</h1><p>第7期　2031年5月6日</p><hr><h2>新泵站投入运行</h2><p>\(sentence)</p><p align=\"center\"><img src=\"a.jpg\" alt=\"\"><br>副镇长（左三）在泵站听取介绍</p><p>\(sentence)</p></body></html>",
      as: .html)
    #expect(reading.titles == ["新泵站投入运行"])
    guard case .figure(let figure)? = reading.articles.first?.body.dropFirst().first else {
      Issue.record("no figure")
      return
    }
    #expect(figure.image.target == "a.jpg")
    #expect(figure.caption?.plainText == "副镇长（左三）在泵站听取介绍")
  }

  @Test("Page numbers whose dashes OCR took for 一 go")
  func onesForDashes() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n一一 1 一一\n\n\(sentence)\n\n一2一\n\n\(sentence)\n\n一、"))
    #expect(reading.lines(of: "page-number-dropped") == [bodyLine + 2, bodyLine + 6])
    #expect(reading.paragraphs.filter { $0 == sentence }.count == 3)
  }

  @Test("Words with a colon above the title, which the list runs together, are its kicker")
  func announced() throws {
    let list = "目录\n\n1\\.上游：泵站提前投入运行\n\n2\\.下游：渠道疏通接近完工\n\n"
    let body = "**上游：**\n\n**泵站提前投入运行**\n\n\(sentence)\n\n**下游：**\n\n**渠道疏通接近完工**\n\n\(sentence)\n"
    let reading = try Reading(head + list + body)
    #expect(reading.titles == ["泵站提前投入运行", "渠道疏通接近完工"])
    #expect(reading.articles.map(\.kicker) == ["上游：", "下游："])
    #expect(reading.issue.printedContents?.entries.map(\.text) == ["上游：泵站提前投入运行", "下游：渠道疏通接近完工"])
    #expect(reading.sections == [nil])
  }

  @Test("A couplet between the list's rule and the first title stands above the title")
  func couplet() throws {
    let reading = try Reading(
      "河畔简报\n第7期　河畔镇办公室　2031年5月6日\n==========\n\n本期要目\n\n泵站提前投入运行\n渠道疏通接近完工\n\n==========\n\n　　　　顶着风雨上　踩着泥水干\n　　　　泵站提前投入运行\n\n　　\(sentence)\n\n　　　　渠道疏通接近完工\n\n　　\(sentence)\n",
      as: .text)
    #expect(reading.issue.printedContents?.entries.map(\.text) == ["泵站提前投入运行", "渠道疏通接近完工"])
    #expect(reading.titles == ["泵站提前投入运行", "渠道疏通接近完工"])
    #expect(reading.articles.map(\.kicker) == ["顶着风雨上　踩着泥水干", nil])
  }

  @Test("A list that goes a level deeper than the articles names their parts")
  func deeperList() throws {
    let list = "## 目录\n\n·生产运行情况\n\n　·水量与水位\n\n　·设备可靠性\n\n·用户服务情况\n\n"
    let body =
      "## 生产运行情况\n\n### 一、水量与水位\n\n\(sentence)\n\n### 二、设备可靠性\n\n\(sentence)\n\n## 用户服务情况\n\n\(sentence)\n"
    let reading = try Reading(head + list + body)
    #expect(reading.titles == ["生产运行情况", "用户服务情况"])
    #expect(reading.body.prefix(3) == ["h1:一、水量与水位", "p:" + sentence, "h1:二、设备可靠性"])
  }

  @Test("Where the first group's report is a title, those of the others are, at whatever level")
  func groups() throws {
    let reading = try Reading(
      head
        + "## 第一组：泵站要早修\n\n\(sentence)\n\n## 第三组：渠道不能只疏不管\n\n\(sentence)\n\n### 第五组：几点修改意见\n\n\(sentence)\n\n#### 水位记录\n\n\(sentence)\n"
    )
    #expect(reading.titles == ["第一组：泵站要早修", "第三组：渠道不能只疏不管", "第五组：几点修改意见"])
  }

  @Test("What an office issues by itself is a title, however low its heading")
  func documents() throws {
    let reading = try Reading(
      head + "## 新泵站投入运行\n\n\(sentence)\n\n## 渠道疏通完工\n\n\(sentence)\n\n#### 关于近期用电事故的通报\n\n\(sentence)\n")
    #expect(reading.titles.last == "关于近期用电事故的通报")
  }

  @Test("Who was on duty, beside the distribution list at the head, goes to the imprint with it")
  func onDuty() throws {
    let reading = try Reading(
      "值 班 信 息\n\n河畔镇防汛办公室\n2031年7月1日\n\n==========\n报：县委总值班室、县政府总值班室\n值班员：温小舟　　电话：0000-331270\n==========\n\n泵站险情处置情况\n\n　　\(sentence)\n",
      as: .text)
    #expect(reading.issue.imprint?.distribution.map(\.recipients) == [["县委总值班室", "县政府总值班室"]])
    #expect(reading.issue.imprint?.people.first?.names == ["温小舟"])
    #expect(reading.issue.imprint?.contact == "电话：0000-331270")
    #expect(reading.titles == ["泵站险情处置情况"])
  }

  @Test("A heading of words that elsewhere are a note on use is the name where nothing else is")
  func nameLikeNotice() throws {
    let reading = try Reading(
      "# 内 部 情 况\n\n总第 118 期\n\n河畔工人报社总编室编\n\n2031年5月6日\n\n阅后请妥存\n\n## 新泵站投入运行\n\n\(sentence)\n")
    #expect(reading.masthead.name == "内部情况")
    #expect(reading.masthead.notice == "阅后请妥存")
  }

  @Test("Where people complained, in brackets behind the last sentence, is the source")
  func sources() throws {
    let reading = try Reading(bulletin("\(sentence)（市民热线）\n\n### 渠道疏通完工\n\n\(sentence)（双向各一条）\n"))
    #expect(reading.articles.map(\.attribution) == ["市民热线", nil])
  }

  @Test("A writer made a heading, above the first heading of the article, is its writer")
  func writerAboveHeading() throws {
    let list = "## 目录\n\n1. 新泵站投入运行…… 1\n2. 四十年修渠记…… 2\n\n"
    let body =
      "## 新泵站投入运行\n\n\(sentence)\n\n## 四十年修渠记\n\n## 温大川\n\n## 第一把铁锹\n\n\(sentence)\n\n## 今天的渠\n\n\(sentence)\n"
    let reading = try Reading(head + list + body)
    #expect(reading.articles.map(\.byline) == [nil, "温大川"])
    #expect(
      reading.articles.last.map { $0.body.map(Reading.described).filter { $0.hasPrefix("h") } } == [
        "h1:第一把铁锹", "h1:今天的渠",
      ])
    #expect(reading.lines(of: "heading-unmarked").count == 1)
  }

  @Test("＊ before titles is their mark; a post before a nickname is a writer")
  func starsAndNicknames() throws {
    let reading = try Reading(
      head + "**【消息】**\n\n**＊新泵站投入运行**\n\n\(sentence)\n\n**＊夜班司机的话**\n\n路线12车长　阿全\n\n\(sentence)\n")
    #expect(reading.titles == ["新泵站投入运行", "夜班司机的话"])
    #expect(reading.articles.last?.byline == "路线12车长　阿全")
  }

  @Test(
    "Titles in brackets at the head of their text are titles, and bulleted lines above that say them are the contents list"
  )
  func bracketedHeads() throws {
    let text = "截至16日7时，柳河水库水位达到118.42米，距汛限水位0.58米，抢险队伍前置坝区。"
    let heads = ["柳河水库水位逼近汛限", "城南高架因积水封闭"]
    let reading = try Reading(
      head + "【今日关注】\n\n▲ \(heads[0])\n\n▲ \(heads[1])\n\n【\(heads[0])】 \(text)\n\n【\(heads[1])】 \(sentence)\n")
    #expect(reading.issue.printedContents?.entries.map(\.text) == heads)
    #expect(reading.titles == heads)
    #expect(reading.paragraphs == [text, sentence])
    let bare = try Reading(head + "【\(heads[0])】 \(text)\n\n【\(heads[1])】 \(sentence)\n")
    #expect(bare.titles == heads)
    // Short words in brackets part a report.
    let report = try Reading(bulletin("【做法】 \(text)\n\n【成效】 \(sentence)"))
    #expect(report.titles == ["新泵站投入运行"])
  }

  @Test("A section's name above bulleted titles heads no contents list")
  func sectionAboveBullets() throws {
    let list = "【水利】\n\n▲泵站提前投入运行\n\n▲渠道疏通接近完工\n\n【农事】\n\n▲早稻全部插完\n\n"
    let body =
      "## 【水利】\n\n### 泵站提前投入运行\n\n\(sentence)\n\n### 渠道疏通接近完工\n\n\(sentence)\n\n## 【农事】\n\n### 早稻全部插完\n\n\(sentence)\n"
    let reading = try Reading(head + list + body)
    #expect(reading.issue.printedContents?.heading == nil)
    #expect(reading.issue.printedContents?.entries.filter { $0.kind == .section }.map(\.text) == ["水利", "农事"])
    #expect(reading.sections == ["水利", "农事"])
  }
}
