import IssueModel
import Testing

/// What closes the articles of Chinese issues, and what lists them, where forms and margins went lost.
@Suite("Recovery: closing lines and lists without their form")
struct ClosingLinesTests {
  private let first = "五月以来，河畔镇对沿河七座泵站逐一检修，更换老旧水泵十二台，疏通渠道三十余里，确保汛期排水顺畅。"
  private let second = "镇党委要求各村落实汛期值班制度，二十四小时有人在岗，遇有险情第一时间报告，不得迟报漏报瞒报。"
  private let head = "# 河畔简报\n\n第7期\n\n河畔镇办公室　2031年5月6日\n\n---\n\n"

  // MARK: Closing lines

  @Test("Behind an article, where somebody works and the name are its contributor, at the margin or not")
  func placeAndPerson() throws {
    for line in ["河畔水利站 卢大江", "水利站 卢大江 供稿", "河畔水利站 供稿"] {
      let reading = try Reading(head + "## 新泵站投入运行\n\n\(first)\n\n\(line)\n\n## 夜间巡堤有讲究\n\n\(second)\n")
      #expect(reading.articles.first?.attribution == line)
      #expect(reading.articles.count == 2)
    }
    // A sentence that ends in a name is none.
    let none = try Reading(head + "## 新泵站投入运行\n\n\(first)\n\n获奖名单如下 河畔镇 卢大江等\n")
    #expect(none.articles.first?.attribution == nil)
  }

  @Test("A reader's name behind the last sentence and a gap signs it, unless more stands below")
  func nameBehindGap() throws {
    let letter = "贵刊所载《提存须知》附表中邮政划拨账号末二码误植，请更正。\u{3000}\u{3000}\u{3000}\u{3000}读者\u{3000}卢大江"
    let reading = try Reading(bulletin(letter))
    #expect(reading.articles.first?.attribution == "读者\u{3000}卢大江")
    #expect(reading.paragraphs == ["贵刊所载《提存须知》附表中邮政划拨账号末二码误植，请更正。"])
    let more = try Reading(bulletin(letter + "\n\n（本刊谨致歉意）"))
    #expect(more.articles.first?.attribution == "本刊谨致歉意")
  }

  @Test("附件1 below a signed text begins an article of its own, so that the signature stays where it is")
  func appendices() throws {
    let reading = try Reading(
      bulletin("\(sentence)\n\n河畔镇办公室\n\n2031年5月5日\n\n附件1\n\n**泵站检修进度表**\n\n\(sentence)"))
    #expect(reading.titles.last == "泵站检修进度表")
    #expect(reading.articles.last?.kicker == "附件1")
    #expect(reading.articles.first?.signature?.office == "河畔镇办公室")
  }

  // MARK: Contents lists

  @Test("校园新闻：读书节闭幕 lists a section of the text and a title in it; 本期要点 heads a list")
  func sectionBeforeColon() throws {
    let reading = try Reading(
      "河畔家校简报\n\n第7期　2031年5月6日\n\n本 期 要 点\n\n●校园新闻：读书节闭幕\n●家长课堂：孩子磨蹭怎么办\n\n【校园新闻】\n\n读书节闭幕\n\n"
        + "    \(first)\n\n【家长课堂】\n\n孩子磨蹭怎么办\n\n    \(second)\n", as: .text)
    #expect(reading.issue.printedContents?.heading == "本期要点")
    #expect(reading.issue.printedContents?.entries.map(\.text) == ["校园新闻", "读书节闭幕", "家长课堂", "孩子磨蹭怎么办"])
    #expect(reading.titles == ["读书节闭幕", "孩子磨蹭怎么办"])
    #expect(!reading.ids.contains("contents-entry-unmatched"))
  }

  @Test("What the contents list names is a title, though 二、 stands before it and the writer below")
  func numberedTitlesListed() throws {
    let reading = try Reading(
      "河畔司法通讯\n\n第7期　2031年5月6日\n\n目次\n\n一、院务纪要 …………… 一\n二、模拟法庭侧记 …………… 二\n三、裁判辑要 …………… 四\n\n"
        + "一、院务纪要\n\n    \(first)\n\n二、模拟法庭侧记\n\n刑二庭法官　卢大江\n\n    \(second)\n\n三、裁判辑要\n\n刑一庭法官　范小舟\n\n    \(first)\n",
      as: .text)
    #expect(reading.titles == ["一、院务纪要", "二、模拟法庭侧记", "三、裁判辑要"])
    #expect(reading.sections == [nil])
  }

  @Test("Letters set apart are one name among others")
  func spacedNames() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n编　辑：卢　江　范小舟\n"))
    #expect(reading.issue.imprint?.people.first?.names == ["卢江", "范小舟"])
  }

  @Test("A label before the office may have blanks for a colon")
  func spacedLabel() throws {
    let reading = try Reading(
      "# 河畔司法通訊\n\n第 18 號\n\n編　輯　河畔法院書記處\n\n2031年5月6日\n\n---\n\n## 院務紀要\n\n\(first)\n")
    #expect(reading.masthead.office == "河畔法院書記處")
  }

  @Test("A list that goes on counting below the first enclosure is enclosed too")
  func countedOn() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n附件：1. 泵站名单\n\n2. 渠道走向图\n3. 值班表\n"))
    #expect(
      reading.body == ["p:" + sentence, "attachments:附件：1. 泵站名单", "attachments:2. 渠道走向图", "attachments:3. 值班表"])
  }
}
