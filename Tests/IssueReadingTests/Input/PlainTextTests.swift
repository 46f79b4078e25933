import Testing

@Suite("Plain text")
struct PlainTextTests {
  private let head =
    "                              河畔简报\n\n                               第7期\n\n河畔镇办公室                                          2031年5月6日\n\n------------------------------------------------------------------------\n\n"

  /// `text` in lines of `columns` columns, the first with an indent of two ideographs.
  private func wrapped(_ text: String, _ columns: Int = 68) -> String {
    var lines = ["　　"]
    var width = 4
    for character in text {
      if width + 2 > columns {
        lines.append("")
        width = 0
      }
      lines[lines.count - 1].append(character)
      width += 2
    }
    return lines.joined(separator: "\n")
  }

  private let long =
    "五月以来河畔镇对沿河七座泵站逐一检修更换老旧水泵十二台并疏通渠道三十余里，排水更加顺畅，值班更加规范，群众更加放心，成效更加明显，县水务局给予充分肯定，并在全县水务工作会上作了介绍，多个乡镇前来参观学习。"
  private let other =
    "六月上旬又添水泵三台修补闸门两扇清理淤泥四百方并把值班记录逐日登记造册，下一步将继续巡查，发现一处整改一处，做到有人管、有人修、不留死角，确保安全度汛，同时组织党员干部分片包段，逐户宣传护河公约。"

  @Test("Hard-wrapped lines are one paragraph, an indent begins the next")
  func hardWrapped() throws {
    let reading = try Reading(
      head + "【水利】\n\n                        河畔镇泵站检修完毕\n\n" + wrapped(long) + "\n" + wrapped(other) + "\n", as: .text)
    #expect(reading.masthead.name == "河畔简报")
    #expect(reading.masthead.number?.number == 7)
    #expect(reading.masthead.office == "河畔镇办公室")
    #expect(reading.masthead.date?.iso == "2031-05-06")
    #expect(reading.sections == ["水利"])
    #expect(reading.titles == ["河畔镇泵站检修完毕"])
    #expect(reading.body == ["p:" + long, "p:" + other])
  }

  @Test("Where lines are paragraphs, each line is one")
  func lineParagraphs() throws {
    let reading = try Reading("河畔简报\n第7期\n2031年5月6日\n\n河畔镇泵站检修完毕\n\(sentence)\n六月又添水泵三台，全镇排水顺畅。\n", as: .text)
    #expect(reading.titles == ["河畔镇泵站检修完毕"])
    #expect(reading.body == ["p:" + sentence, "p:六月又添水泵三台，全镇排水顺畅。"])
  }

  @Test("A form feed parts pages, and a paragraph goes on behind it")
  func formFeed() throws {
    let cut = other.index(other.startIndex, offsetBy: 65)
    let reading = try Reading(
      head + "河畔镇泵站检修完毕\n\n" + wrapped(long) + "\n" + wrapped(String(other[..<cut]))
        + "\n                                 - 1 -\n\u{0C}" + String(other[cut...]) + "\n", as: .text)
    #expect(reading.titles == ["河畔镇泵站检修完毕"])
    #expect(reading.lines(of: "page-number-dropped").count == 1)
    #expect(reading.paragraphs == [long, other])
  }

  @Test("Marks of Markdown are characters in plain text")
  func noMarkdown() throws {
    let reading = try Reading(
      "河畔简报\n第7期\n2031年5月6日\n\n河畔镇泵站检修完毕\n\n面积*约*三百亩，`a_b_c`为代号，<b>不加粗</b>，[甲](乙)，&amp;也不变。\n", as: .text)
    #expect(reading.body == ["p:面积*约*三百亩，`a_b_c`为代号，<b>不加粗</b>，[甲](乙)，&amp;也不变。"])
  }

  @Test("The imprint of a plain text is read")
  func imprint() throws {
    let reading = try Reading(
      head + "河畔镇泵站检修完毕\n\n" + wrapped(long)
        + "\n\n------------------------------\n报：县水务局、县农业局\n送：各镇人民政府\n------------------------------\n共印16份\n",
      as: .text)
    #expect(reading.issue.imprint?.distribution.map(\.label) == ["报", "送"])
    #expect(reading.issue.imprint?.copies == 16)
    #expect(reading.paragraphs == [long])
  }

  @Test("Every kind of blank before a line is an indent", arguments: ["　　", "    ", "\t", "\u{A0}\u{A0}\u{A0}\u{A0}"])
  func indents(indent: String) throws {
    let reading = try Reading(
      "河畔简报\n第7期\n2031年5月6日\n\n河畔镇泵站检修完毕\n\n\(indent)\(sentence)\n\(indent)\(sentence)\n", as: .text)
    #expect(reading.body == ["p:" + sentence, "p:" + sentence])
  }

  @Test("Below an indented line that ends no sentence, a line further left goes on with it, whatever their widths")
  func ragged() throws {
    let reading = try Reading(
      "河畔简报\n第7期　2031年5月6日\n\n一节没有讲完的课\n\n    5月12日上午第三节，我在东楼听了青年教师的语文\n课。下课铃响的时候，她还有两张幻灯片没有放。\n    我以为她会拖堂。\n",
      as: .text)
    #expect(reading.paragraphs.first?.hasPrefix("5月12日上午第三节") == true)
    #expect(reading.paragraphs.first?.hasSuffix("没有放。") == true)
  }

  @Test("A line set further in than paragraphs begin is a title, though not exactly in the middle")
  func setIn() throws {
    let reading = try Reading(
      "河畔民意\n第7期　2031年9月18日\n\n        关于规范校门口管理的建议\n\n    县第三小学教师反映：近年来，我县城区校门口的小店发展到六十\n余家，接纳学生约二千三百人，方便了双职工家庭，但也存在不少问题。\n\n    一是证照不全。取得许可的仅九家，占百分之十五，其余均为住户私\n自开办，夜里也不关门。\n",
      as: .text)
    #expect(reading.titles == ["关于规范校门口管理的建议"])
  }

  @Test("A row of wide stars across the page is a rule, no title and no text")
  func wideStars() throws {
    let row = String(repeating: "＊", count: 20)
    let reading = try Reading(
      "河畔晚报\n第7期\n河畔镇办公室　2031年9月18日\n\n\(row)\n\n一、新泵站投入运行\n\n\(sentence)\n\n\(row)\n\n分送：各村\n",
      as: .text)
    #expect(reading.titles == ["一、新泵站投入运行"])
    #expect(reading.paragraphs == [sentence])
  }
}

extension PlainTextTests {
  @Test("Lines that a mail quotes do not make Markdown of a text file")
  func quotedLines() throws {
    let text = """
      HERON POND NOTES
      No. 7                                             6 May 2031
      ==========================================================

      THE SLUICE
      ----------

      The sluice was opened on Monday, as a member writes:

      > It was opened at noon, and nobody was near it but two
      > herons, and one of them was asleep.

      """
    let reading = try Reading(bytes: Array(text.utf8), as: nil, named: "notes.txt")
    #expect(reading.masthead.name == "HERON POND NOTES" && reading.titles == ["THE SLUICE"])
    #expect(reading.body.count == 2 && reading.body.last?.hasPrefix("quote:It was opened") == true)
  }
}
