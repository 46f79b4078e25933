import IssueModel
import Testing

@Suite("Front matter beside a printed masthead")
struct FrontMatterTests {
  private let printed = "# 河畔简报\n\n第7期（总第94期）\n\n河畔镇办公室\n\n2031年5月6日\n\n---\n\n## 春播\n\n"

  private func read(_ yaml: String) throws -> Reading { try Reading("---\n\(yaml)\n---\n\n\(printed)\(sentence)\n") }

  @Test(
    "What the masthead prints and the front matter overrules is told, with both",
    arguments: [
      ("title: 河岸简报", "“河畔简报”", "“河岸简报”", 5), ("office: 水务局", "“河畔镇办公室”", "“水务局”", 9),
      ("number: 8", "“第7期（总第94期）”", "“第8期”", 7), ("date: 2031-05-07", "“2031年5月6日”", "“2031-05-07”", 11),
    ])
  func overruled(yaml: String, old: String, new: String, line: Int) throws {
    let reading = try read(yaml)
    let remark = try #require(reading.remarks.first { $0.id == "front-matter-prevails" })
    #expect(remark.message.english.contains(old) && remark.message.english.contains(new))
    #expect(remark.message.chinese.contains(old) && remark.message.chinese.contains(new))
    #expect(remark.position?.line == line)
    #expect(reading.ids == ["front-matter-prevails"])
  }

  @Test("What both say alike is printed as the masthead has it, and nothing is told")
  func alike() throws {
    let reading = try read("title: 河畔简报\nnumber: 7\noffice: 河畔镇办公室\ndate: 2031-05-06")
    #expect(reading.masthead.number?.verbatim == "第7期（总第94期）" && reading.masthead.number?.total == 94)
    #expect(reading.masthead.date?.verbatim == "2031年5月6日")
    #expect(reading.ids == [])
  }

  @Test("Two entries of one field: the last holds, the other is told")
  func twice() throws {
    let reading = try Reading("---\nissue: 7\nnumber: 8\nname: 河畔简报\ntitle: 河畔简报\n---\n\n## 春播\n\n\(sentence)\n")
    #expect(reading.masthead.number?.number == 8)
    #expect(reading.lines(of: "front-matter-repeated") == [2])
    #expect(reading.remarks.first?.message.english.contains("“issue: 7”") == true)
  }

  @Test("An entry that says nothing to a bulletin is told with its words, also one with entries of its own")
  func unknown() throws {
    let reading = try read("abstract: 五月要事\ntags: [泵站, 渠道]\nauthor:\n  name: 石岩\n  mail: shi@example.org")
    #expect(reading.lines(of: "front-matter-unknown") == [2, 3, 4])
    #expect(
      zip(reading.remarks, ["五月要事", "泵站、渠道", "name: 石岩, mail: shi@example.org"])
        .allSatisfy { $0.message.english.contains("“\($1)”") && $0.message.chinese.contains("“\($1)”") })
    #expect(reading.masthead.office == "河畔镇办公室")
  }

  @Test("A date that the calendar lacks is told where the front matter states it")
  func impossibleDate() throws {
    #expect(try read("number: 7\ndate: 2031-02-30").lines(of: "date-impossible") == [3])
  }

  @Test(
    "Front matter that is no YAML stays in the text, and is told with place and reason",
    arguments: [
      ("title: \"河岸简报\nnumber: 7", 2, 8, "quoted scalar"), ("title: 河岸简报\nnumber: [1", 3, 9, "sequence"),
      ("title: 河岸简报\n\tnumber: 7", 3, 1, "tab"), ("title: 河岸: 简报: 一", 2, 10, "mapping"),
      ("name: 河岸简报\nseries: *a", 3, 9, "alias"),
    ])
  func broken(yaml: String, line: Int, column: Int, reason: String) throws {
    let reading = try read(yaml)
    let remark = try #require(reading.remarks.first { $0.id == "front-matter-unread" })
    #expect(remark.position == SourcePosition(line: line, column: column))
    #expect(remark.message.english.contains(reason) && remark.severity == .warning)
    #expect(letters(everythingIn: reading.issue).contains("河岸"))
  }

  @Test(
    "Text between two strokes is text, and no broken front matter",
    arguments: [
      "河畔简报", "编辑：石岩\n时间：二〇三一年", "本期要目: 一是\"春播，二是[渠道\n各站情况见下", "- 春播\n- 渠道",
      "Minutes of the meeting that was held on the sixth of May: \"opened\nat nine",
    ])
  func text(_ words: String) throws {
    let reading = try Reading("---\n\(words)\n---\n\n\(printed)\(sentence)\n")
    #expect(!reading.ids.contains { $0.hasPrefix("front-matter") })
    #expect(letters(everythingIn: reading.issue).contains(letters(of: words).prefix(4)))
  }
}
