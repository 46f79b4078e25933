import Testing

@Suite("Recovery: stray blanks")
struct SpacingTests {
  @Test(
    "Blanks between Han and digits or letters go, with a note",
    arguments: [
      ("共检修水泵 12 台，疏通渠道 30 里。", "共检修水泵12台，疏通渠道30里。"), ("采用 GIS 系统和 A 型闸门。", "采用GIS系统和A型闸门。"),
      ("完成率达 98.5% 以上。", "完成率达98.5%以上。"), ("检修完毕 ，排水顺畅 。", "检修完毕，排水顺畅。"), ("推行“ 一站一策 ”做法。", "推行“一站一策”做法。"),
    ])
  func tightened(line: String, wanted: String) throws {
    let reading = try Reading(bulletin("\(line)\n\n\(sentence)"))
    #expect(reading.body.first == "p:" + wanted)
    #expect(reading.lines(of: "spacing-tightened") == [bodyLine])
    #expect(reading.remarks.first { $0.id == "spacing-tightened" }?.severity == .note)
  }

  @Test("A blank between two Han in a paragraph stays")
  func han() throws {
    let line = "镇里组织“百姓大舞台 有才你就来”活动，唱响护河之歌。"
    let reading = try Reading(bulletin("\(line)\n\n\(sentence)"))
    #expect(reading.body.first == "p:" + line)
    #expect(reading.lines(of: "spacing-tightened") == [])
  }

  @Test("A paragraph spaced out letter by letter is closed")
  func spacedOut() throws {
    let reading = try Reading(bulletin("镇 里 组 织 检 修 七 座 泵 站 ， 更 换 水 泵 十 二 台 。\n\n\(sentence)"))
    #expect(reading.body.first == "p:镇里组织检修七座泵站，更换水泵十二台。")
  }

  @Test("Blanks between words of another script stay")
  func latin() throws {
    let line = "引进Grundfos pump and valve两套设备，用Windows Server 2022管理。"
    let reading = try Reading(bulletin("\(line)\n\n\(sentence)"))
    #expect(reading.body.first == "p:" + line)
  }

  @Test("Code, tables and English issues keep their blanks")
  func untouched() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n`水泵 12 台`\n\n| 水泵 12 台 |\n|---|\n| 闸门 3 扇 |"))
    #expect(reading.body == ["p:" + sentence, "p:水泵 12 台", "table:水泵 12 台\n闸门 3 扇"])
    let english = try Reading(
      "# River Bulletin\n\nIssue 7\n\n6 May 2031\n\n---\n\n## Pumps\n\nThe town of 河畔 12 miles upstream had all of its pumps checked.\n"
    )
    #expect(english.body == ["p:The town of 河畔 12 miles upstream had all of its pumps checked."])
  }

  @Test("Switched off, blanks stay", arguments: ["spacing", "all"])
  func switchedOff(name: String) throws {
    let reading = try Reading(bulletin("共检修水泵 12 台。\n\n\(sentence)"), without: [name])
    #expect(reading.body.contains("p:共检修水泵 12 台。"))
  }

  @Test("Names set apart by wide blanks stay apart")
  func wideBlanks() throws {
    #expect(try Reading(bulletin("请假：童　谣　贺　冰\n\n\(sentence)")).paragraphs.first == "请假：童　谣　贺　冰")
  }
}
