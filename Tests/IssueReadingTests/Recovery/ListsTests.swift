import IssueModel
import Testing

@Suite("Recovery: lists of lines with marks")
struct ListsTests {
  private func lists(_ reading: Reading) -> [List] {
    reading.articles.flatMap(\.body).compactMap { if case .list(let list) = $0 { list } else { nil } }
  }

  @Test("Short lines behind bullets are a list, the bullets gone")
  func bullets() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n●水泵房周六停电\n\n●渡口加开夜班\n\n●失物招领在门房"))
    let list = try #require(lists(reading).first)
    #expect(list.items.map(\.plainText) == ["水泵房周六停电", "渡口加开夜班", "失物招领在门房"])
    #expect(!list.printsOwnMarks)
    #expect(reading.body.count == 2)
  }

  @Test("Pieces of news behind bullets are paragraphs, each as it was printed")
  func news() throws {
    let news = ["△5月6日，河畔镇召开防汛会，部署泵站检修和渠道清淤，十二个村的负责人参加。", "△5月9日，河畔镇小学师生到泵站参观，听老站长讲防汛的故事，画下了四十张水泵。"]
    let reading = try Reading(bulletin(news.joined(separator: "\n\n")))
    #expect(reading.body == news.map { "p:" + $0 })
  }

  @Test("A piece of news behind a bullet goes before a list of short lines behind bullets, not into it")
  func newsBeforeList() throws {
    let news = "●5月6日，河畔镇召开防汛会，部署泵站检修和渠道清淤，十二个村的负责人都来了，镇长在会上逐个村地过了一遍清单，当场定下时间和人，还说了奖惩。"
    let reading = try Reading(bulletin("\(sentence)\n\n\(news)\n\n●水泵房周六停电\n\n●渡口加开夜班"))
    #expect(lists(reading).map { $0.items.map(\.plainText) } == [["水泵房周六停电", "渡口加开夜班"]])
    #expect(reading.body.contains("p:" + news))
  }

  @Test("Tasks are boxes, empty or ticked, in the place of bullets")
  func tasks() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n- [ ] 泵站检修\n- [x] 渠道清淤\n  - [X] 东渠"))
    let list = try #require(lists(reading).first)
    #expect(list.printsOwnMarks)
    #expect(list.items.map(\.plainText) == ["☐ 泵站检修", "☑ 渠道清淤\n☑ 东渠"])
    let mixed = try #require(lists(try Reading(bulletin("\(sentence)\n\n- [x] 清淤\n- 检修\n- [待定] 演练\n- [ ]"))).first)
    #expect(!mixed.printsOwnMarks)
    #expect(mixed.items.map(\.plainText) == ["☑ 清淤", "检修", "[待定] 演练", "[ ]"])
  }

  @Test("Numbered lines are a list where a colon announces them, and keep their numbers")
  func announced() throws {
    let reading = try Reading(bulletin("\(sentence)办理时请带：\n\n（1）身份证原件；\n\n（2）房产证复印件；\n\n（3）近期照片。"))
    let list = try #require(lists(reading).first)
    #expect(list.printsOwnMarks)
    #expect(list.items.map(\.plainText) == ["（1）身份证原件；", "（2）房产证复印件；", "（3）近期照片。"])
  }

  @Test("Numbered paragraphs of an argument stay paragraphs")
  func argument() throws {
    let parts = ["1.加强值守。\(sentence)", "2.落实责任。\(sentence)"]
    #expect(try Reading(bulletin(parts.joined(separator: "\n\n"))).body == parts.map { "p:" + $0 })
  }

  @Test("In plain text an item goes on below its words, not below its mark")
  func hanging() throws {
    let text = """
      THE RIVER LEAFLET
      No. 7
      6 May 2031

      FOUND AT THE LOCK

      Three things were handed in during April and may be fetched on any day but
      Sunday from the keeper, who would like his kitchen table back.

      (a) One boot, left.
      (b) A cello in its case, which holds also two kippers and a letter that
          nobody has opened.
      (c) A whistle.
      """
    let reading = try Reading(text, as: .text)
    let list = try #require(lists(reading).first)
    #expect(list.items.map(\.plainText).map { $0.prefix(3) } == ["(a)", "(b)", "(c)"])
    #expect(list.items[1].plainText.hasSuffix("two kippers and a letter that nobody has opened."))
  }

  @Test("Short lines behind （一） or 甲 that semicolons part are a list, their numbers kept")
  func counted() throws {
    for (first, second, third) in [("（一）", "（二）", "（三）"), ("甲　", "乙　", "丙　")] {
      let items = [first + "逐座检修水泵；", second + "逐段疏通渠道；", third + "逐村落实人员。"]
      let reading = try Reading(bulletin(sentence + "\n\n" + items.joined(separator: "\n\n") + "\n\n" + sentence))
      #expect(lists(reading).map { $0.items.map(\.plainText) } == [items])
      #expect(lists(reading).first?.printsOwnMarks == true)
    }
  }

  @Test("Numbered paragraphs of several sentences are text to the last")
  func numberedText() throws {
    let texts = ["（一）挖潜增岗。支持各村增设岗位。", "（二）培训提能。开设订单班，每月一期。"]
    let reading = try Reading(bulletin(texts.joined(separator: "\n\n") + "\n\n" + sentence))
    #expect(reading.body == (texts + [sentence]).map { "p:" + $0 })
  }

  @Test("Notices of one sentence that are a whole article are a list, whether numbers or bullets count them")
  func wholeArticle() throws {
    for marks in [["一、", "二、"], ["1. ", "2. "], ["●", "●"]] {
      let items = [marks[0] + "周年大会定于下月第一个星期天下午三时假本社礼堂举行。", marks[1] + "新社员证已到，请向各组组长领取。"]
      let lines = items.map { "<p>" + $0 + "</p>" }.joined()
      let reading = try Reading(
        "<html><body><h1>河畔社讯</h1><p>第7期</p><p>2031年5月6日</p><h2>通告</h2>\(lines)</body></html>", as: .html)
      #expect(lists(reading).map(\.items.count) == [2], "\(marks)")
    }
  }

  @Test("Items behind （一） that semicolons part may be as long as a line of print")
  func countedLong() throws {
    let items = ["（一）船只经过渡口前一百公尺，应鸣笛两长声，并减速至每小时四公里以下；", "（二）严禁船工于行进中允许孩童攀登船舷；", "（三）夜间末船应悬挂红灯。"]
    let reading = try Reading(bulletin(sentence + "\n\n" + items.joined(separator: "\n\n") + "\n\n" + sentence))
    #expect(lists(reading).map { $0.items.map(\.plainText) } == [items])
  }
}
