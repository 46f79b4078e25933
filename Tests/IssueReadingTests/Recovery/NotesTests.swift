import IssueModel
import Testing

@Suite("Recovery: footnotes that were flattened")
struct NotesTests {
  @Test("A paragraph that Word's web page linked to a reference is a footnote")
  func word() throws {
    let reading = try Reading(
      bulletin("泵站共检修七座<sup>[\\[1\\]](#_ftn1)</sup>，\(sentence)\n\n\(sentence)\n\n[\\[1\\]](#_ftnref1) 不含停用的两座。"))
    let article = try #require(reading.articles.first)
    #expect(article.notes.map(\.body.plainText) == ["不含停用的两座。"])
    #expect(reading.paragraphs.count == 2)
    #expect(reading.lines(of: "note-recognised") == [bodyLine + 4])
  }

  @Test("So is one behind the circled number that stands raised in the text")
  func circled() throws {
    let reading = try Reading(bulletin("泵站共检修七座<sup>①</sup>，\(sentence)\n\n① 不含停用的两座。\n\n\(sentence)"))
    #expect(reading.articles.first?.notes.map(\.body.plainText) == ["不含停用的两座。"])
  }

  @Test("A circled number that nothing refers to begins a paragraph like any other")
  func plain() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n① 不含停用的两座。"))
    #expect(reading.articles.first?.notes == [])
    #expect(reading.paragraphs.last == "① 不含停用的两座。")
  }

  @Test("Footnotes that only the editor's note refers to, or a title, keep their words")
  func unclaimed() throws {
    let reading = try Reading(
      "# 河畔简报\n\n第7期\n\n2031年5月6日\n\n---\n\n编者按：本期刊发泵站检修的做法[^a]，供各镇参考。\n\n"
        + "## 新泵站投入运行\n\n\(sentence)\n\n## 河畔公园开放[^b]\n\n\(sentence)\n\n[^a]: 原文较长，有删节。\n\n[^b]: 公园在镇北。\n")
    #expect(reading.articles.map { $0.notes.map(\.body.plainText) } == [["原文较长，有删节。"], ["公园在镇北。"]])
    #expect(reading.lines(of: "note-moved") == [15])
    #expect(!reading.ids.contains("note-missing") && !reading.ids.contains("note-unreferenced"))
  }

  @Test("A footnote's mark in a cell of an HTML table refers to its note")
  func inCell() throws {
    let reading = try Reading(
      bulletin(
        "\(sentence)\n\n<table><tr><td>泵站[^1]</td><td>七座<sup>[^b]</sup></td></tr></table>\n\n[^1]: 不含停用的两座。\n\n[^b]: 截至五月。"
      ))
    let article = try #require(reading.articles.first)
    #expect(article.notes.map(\.body.plainText) == ["不含停用的两座。", "截至五月。"])
    #expect(reading.body.last == "table:泵站\t七座")
    #expect(reading.ids == [])
  }

  @Test("[1] before a paragraph is the footnote of a raised [1] further up; without one it is text")
  func bracketed() throws {
    let reading = try Reading(bulletin("收成来自村里的食堂田<sup>[1]</sup>。\(sentence)\n\n<small>[1] 做法见去年第四期。</small>"))
    #expect(reading.articles.first?.notes.map(\.body.plainText) == ["做法见去年第四期。"])
    let plain = try Reading(bulletin("\(sentence)\n\n[1] 做法见去年第四期。"))
    #expect(plain.articles.first?.notes.isEmpty == true)
  }

  @Test("[1] behind a sentence is the mark of the paragraph further down that begins with it")
  func plainBrackets() throws {
    let reading = try Reading(bulletin("\(sentence)[1]\n\n\(sentence)\n\n[1] 参见院内讲义第九讲。"))
    #expect(reading.articles.first?.notes.map(\.body.plainText) == ["参见院内讲义第九讲。"])
    #expect(reading.paragraphs == [sentence, sentence])
  }

  @Test("In a plain text ① between a word and a full stop refers to the paragraph that it begins")
  func circledInText() throws {
    let reading = try Reading(bulletin("著录应当抓住六个要素①。\(sentence)\n\n①  见国家标准。"))
    #expect(reading.articles.first?.notes.map(\.body.plainText) == ["见国家标准。"])
    let counted = try Reading(bulletin("要做好两件事：①修泵站；②清渠道。\n\n①修泵站要赶在汛前。"))
    #expect(counted.articles.first?.notes.isEmpty == true)
  }

  @Test(
    "A circled number in the midst of words is a note's if it stands there alone and is not the first; several count")
  func circledWithinWords() throws {
    let reading = try Reading(
      bulletin("泵站检修七座①，其中水泵②不合格占五成，\(sentence)\n\n\(sentence)余下闸门③待修。\n\n① 不含停用的两座。\n\n③ 即东渠闸门。"))
    #expect(reading.articles.first?.notes.map(\.body.plainText) == ["不含停用的两座。", "即东渠闸门。"])
    let counting = try Reading(bulletin("\(sentence)\n\n一要①查水泵②修闸门③清渠道。\n\n③ 清渠道由各村负责。"))
    #expect(counting.articles.first?.notes == [])
  }

  @Test("A number that a converter of scans circled as a formula refers to the note below")
  func circledFormula() throws {
    let reading = try Reading(
      bulletin("水位回落了半尺，岸上的人都说好。 $^{\\textcircled{1}}$\n\n① 以新水尺读数为准。\n\n\(sentence)"))
    #expect(reading.articles.first?.notes.map(\.body.plainText) == ["以新水尺读数为准。"])
    #expect(reading.paragraphs.count == 2)
  }
}
