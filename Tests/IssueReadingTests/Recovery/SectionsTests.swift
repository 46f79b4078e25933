import Testing

@Suite("Recovery: sections")
struct SectionsTests {
  @Test("Every way one issue marks its sections makes sections, in order")
  func marks() throws {
    let reading = try Reading(
      "# 河畔简报\n\n第7期\n\n2031年5月6日\n\n---\n\n【农事】\n\n## 春播如期开始\n\n\(sentence)\n\n### 【水利】\n\n## **闸门换新完成**\n\n\(sentence)\n\n**【文教】**\n\n# 读书会开讲\n\n\(sentence)\n"
    )
    #expect(reading.sections == ["农事", "水利", "文教"])
    #expect(reading.titles == ["春播如期开始", "闸门换新完成", "读书会开讲"])
    #expect(reading.issue.sections.map { $0.source?.line } == [9, 15, 21])
  }

  @Test("A line that the contents list names as a section is one, without any mark")
  func named() throws {
    let reading = try Reading(
      "# 河畔简报\n\n第7期\n\n2031年5月6日\n\n---\n\n目录\n\n一、农事\n\n- 春播如期开始\n\n二、水利\n\n- 闸门换新完成\n\n---\n\n一、农事\n\n## 春播如期开始\n\n\(sentence)\n\n二、水利\n\n## 闸门换新完成\n\n\(sentence)\n"
    )
    #expect(reading.sections == ["一、农事", "二、水利"])
    #expect(reading.titles == ["春播如期开始", "闸门换新完成"])
  }

  @Test("Headings above headings are sections where no section is marked")
  func levels() throws {
    let reading = try Reading(
      "# 河畔简报\n\n第7期\n\n2031年5月6日\n\n---\n\n## 农事\n\n### 河畔镇春播如期开始\n\n\(sentence)\n\n### 河畔镇夏收准备就绪\n\n\(sentence)\n\n## 水利\n\n### 河畔镇闸门换新完成\n\n\(sentence)\n"
    )
    #expect(reading.sections == ["农事", "水利"])
    #expect(reading.titles == ["河畔镇春播如期开始", "河畔镇夏收准备就绪", "河畔镇闸门换新完成"])
  }

  @Test("Articles before the first section stand in a section without a name")
  func unnamed() throws {
    let reading = try Reading(
      "# 河畔简报\n\n第7期\n\n2031年5月6日\n\n---\n\n## 春播如期开始\n\n\(sentence)\n\n【水利】\n\n## 闸门换新完成\n\n\(sentence)\n")
    #expect(reading.sections == [nil, "水利"])
    #expect(reading.issue.sections.map { $0.articles.map(\.title) } == [["春播如期开始"], ["闸门换新完成"]])
  }

  @Test("A name between ornaments is a section, without the ornaments")
  func ornaments() throws {
    let reading = try Reading(
      "# 河畔简报\n\n第7期\n\n2031年5月6日\n\n---\n\n**≡ 一、农事≡**\n\n## 春播如期开始\n\n\(sentence)\n\n**≡≡ 二、水利 ≡≡**\n\n## 闸门换新完成\n\n\(sentence)\n"
    )
    #expect(reading.sections == ["一、农事", "二、水利"])
    #expect(reading.titles == ["春播如期开始", "闸门换新完成"])
  }

  @Test("第一部分, 第二部分, each above a title, are sections")
  func countedParts() throws {
    let reading = try Reading(
      bulletin(
        ["第一部分　农事", "## 春播如期开始", sentence, "第二部分　水利", "## 闸门换新完成", sentence].joined(separator: "\n\n")))
    #expect(reading.sections.suffix(2) == ["第一部分　农事", "第二部分　水利"])
    #expect(reading.titles.suffix(2) == ["春播如期开始", "闸门换新完成"])
  }

  @Test("A few letters above a title, in its own form, name a section if two such pairs stand in the issue")
  func pairs() throws {
    let head = "# 河畔简讯\n\n第7期\n\n2031年5月6日\n\n---\n\n"
    let reading = try Reading(
      head
        + "**临床观察**\n\n**六十八分钟取出半粒花生**\n\n\(sentence)\n\n**血透室开出夜班车时刻表**\n\n\(sentence)\n\n**院务通知**\n\n**二月份表扬与投诉情况**\n\n\(sentence)\n"
    )
    #expect(reading.sections == ["临床观察", "院务通知"])
    #expect(reading.titles == ["六十八分钟取出半粒花生", "血透室开出夜班车时刻表", "二月份表扬与投诉情况"])
  }

  @Test("Headings of a few letters on a lower level than the titles below them are sections")
  func lower() throws {
    let head = "# 河畔社区报\n\n第7期\n\n2031年5月6日\n\n---\n\n"
    let reading = try Reading(
      head
        + "##### 头条\n\n## 加装电梯最后一票投下来了\n\n\(sentence)\n\n##### 身边事\n\n## 楼道里的共享雨伞\n\n\(sentence)\n\n## 遛狗地图上线\n\n\(sentence)\n"
    )
    #expect(reading.sections == ["头条", "身边事"])
    #expect(reading.titles.count == 3)
  }

  @Test("第一部分 and 第二部分 above titles are sections")
  func parts() throws {
    let head = "# 河畔简报\n\n第7期\n\n2031年5月6日\n\n---\n\n"
    let reading = try Reading(
      head
        + "**第一部分　综合情况**\n\n**新泵站投入运行满一百天**\n\n\(sentence)\n\n**第二部分　附件材料**\n\n**夏收准备工作全部就绪**\n\n\(sentence)\n"
    )
    #expect(reading.sections == ["第一部分　综合情况", "第二部分　附件材料"])
  }

  @Test("Short names behind one bullet, the first at the head of the text, are sections, whatever stands below them")
  func heads() throws {
    let reading = try Reading(
      "河畔直通车　第7期\n2031年2月6日\n\n■ 民声回应\n\n\(sentence)\n\n■ 督办通报\n\n\(sentence)\n\n■ 一线手记\n\n三个没想到的电话\n\n\(sentence)\n",
      as: .text)
    #expect(reading.sections == ["民声回应", "督办通报", "一线手记"])
  }

  @Test("【】 around what the contents list names, above text, is the title of an article")
  func bracketedTitles() throws {
    let reading = try Reading(
      "# 河畔社訊\n\n第7期\n\n2031年5月6日\n\n【本期目次】\n\n理事長的話\n\n社務統計\n\n【理事長的話】\n\n\(sentence)\n\n【社務統計】\n\n\(sentence)")
    #expect(reading.titles == ["理事長的話", "社務統計"])
    #expect(reading.sections == [nil])
    #expect(reading.issue.printedContents?.entries.map(\.text) == ["理事長的話", "社務統計"])
  }

  @Test("Where every heading is numbered and of one level, 一、 above 1. is a section")
  func numberedAlone() throws {
    let body = "# 一、要闻\n\n# 1. 泵站投入运行\n\n\(sentence)\n\n# 二、市场\n\n# 2. 水价调整\n\n\(sentence)\n\n# 3. 水表换新\n\n\(sentence)"
    let reading = try Reading("# 河畔快报\n\n第7期\n\n2031年5月6日\n\n\(body)")
    #expect(reading.sections == ["一、要闻", "二、市场"])
    #expect(reading.titles == ["1. 泵站投入运行", "2. 水价调整", "3. 水表换新"])
  }

  @Test("The first heading below a section's name is a title, however deep its level")
  func deepTitle() throws {
    let body = "## 一、镇村\n\n### 泵站投入运行\n\n\(sentence)\n\n### 渠道清淤\n\n\(sentence)\n\n## 二、市场\n\n#### 水价调整\n\n\(sentence)"
    let reading = try Reading("# 河畔快报\n\n第7期\n\n2031年5月6日\n\n\(body)")
    #expect(reading.sections == ["一、镇村", "二、市场"])
    #expect(reading.titles == ["泵站投入运行", "渠道清淤", "水价调整"])
  }

  @Test("A title that begins with a bracket is whole where the contents list has it so and no other has one")
  func bracketOfTitle() throws {
    let text = { (list: String) in
      "# 河畔简报\n\n第7期\n\n河畔镇办公室　2031年5月6日\n\n目录\n\n\(list)\n\n---\n\n### 新泵站投入运行\n\n\(sentence)\n\n### 【政策问答】搬迁满二十年还能领补助吗\n\n\(sentence)\n"
    }
    let whole = try Reading(text("新泵站投入运行……（1）\n\n【政策问答】搬迁满二十年还能领补助吗……（2）"))
    #expect(whole.titles == ["新泵站投入运行", "【政策问答】搬迁满二十年还能领补助吗"])
    #expect(whole.sections == [nil])
    #expect(!whole.ids.contains("title-differs"))
    let apart = try Reading(text("新泵站投入运行……（1）\n\n搬迁满二十年还能领补助吗……（2）"))
    #expect(apart.sections == [nil, "政策问答"])
  }
}
