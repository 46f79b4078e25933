import Testing

@Suite("Recovery: places of pictures")
struct PicturePlaceholderTests {
  @Test("What a converter leaves of a picture is a figure with the caption below it; without one it goes, and is told")
  func comment() throws {
    let reading = try Reading(
      bulletin("\(sentence)\n\n<!-- image -->\n\n图为工作人员教摊主辨认光变数字\n\n\(sentence)\n\n<!-- image -->\n\n\(sentence)"))
    #expect(reading.body.filter { $0.hasPrefix("figure:") }.count == 1)
    #expect(reading.body.contains { $0.contains("图为工作人员教摊主辨认光变数字") && $0.hasPrefix("figure:") })
    #expect(reading.paragraphs.count == 3)
    #expect(reading.lines(of: "picture-place") == [bodyLine + 2, bodyLine + 8])
    #expect(reading.remarks.contains { $0.message.english.contains("no caption") && $0.position?.line == bodyLine + 8 })
  }

  @Test("[图] and a caption on one line are a figure; 【图书】 is none")
  func bracket() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n[图] 鋦釘近觀（攝影：龐德）\n\n\(sentence)"))
    #expect(reading.body.filter { $0.hasPrefix("figure:") }.count == 1)
    let book = try Reading(bulletin("\(sentence)\n\n【图书】本月上架的新书四十七种\n\n\(sentence)"))
    #expect(book.body.allSatisfy { !$0.hasPrefix("figure:") })
  }

  @Test("▼ above a picture points at it: a caption")
  func pointing() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n▼ 开幕式入场\n\n![](a.jpg)\n\n\(sentence)"))
    #expect(reading.body == ["p:" + sentence, "figure:开幕式入场", "p:" + sentence])
  }

  @Test("A picture that tore a paragraph has the caption that stands below the rest of it")
  func tearing() throws {
    let reading = try Reading(
      bulletin("镇里把七座泵站逐一检修，更换老旧水泵十二台，又疏通渠道三十余里，\n\n<!-- image -->\n\n沿线四个村都用上了水。\n\n图1 新换的水泵\n\n\(sentence)"))
    #expect(reading.body == ["p:镇里把七座泵站逐一检修，更换老旧水泵十二台，又疏通渠道三十余里，沿线四个村都用上了水。", "figure:图1 新换的水泵", "p:" + sentence])
    let later = try Reading(bulletin("\(sentence)\n\n<!-- image -->\n\n\(sentence)\n\n\(sentence)\n\n图1 新换的水泵"))
    #expect(later.body.filter { $0.hasPrefix("figure:") } == ["figure:图1 新换的水泵"])
  }
}
