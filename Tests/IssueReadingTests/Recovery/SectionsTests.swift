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
}
