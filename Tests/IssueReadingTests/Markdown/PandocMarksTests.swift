import IssueModel
import IssueReading
import Testing

@Suite("Markdown of pandoc and of converters: nothing of it stays raw")
struct PandocMarksTests {
  private func read(_ body: String) throws -> Reading { try Reading(bulletin("\(sentence)\n\n\(body)\n\n\(sentence)")) }

  @Test("A note within its sentence is a footnote, also over several lines")
  func notes() throws {
    for note in ["由水利站负责。", "由水利站\n负责。", "见[网页](http://example.org)，由水利站负责。"] {
      let reading = try read("泵站逐一检修^[\(note)]，水泵十二台\n已经更换。")
      let article = try #require(reading.articles.first)
      #expect(article.notes.count == 1 && article.notes.first?.source?.line == bodyLine + 2)
      #expect(letters(of: article.notes.flatMap(\.body).plainText).hasSuffix("由水利站负责"))
      #expect(reading.paragraphs.contains("泵站逐一检修，水泵十二台已经更换。"))
    }
  }

  @Test("A pattern, a program and an escaped mark are no notes")
  func noNotes() throws {
    for text in ["甲`x^[乙丙]`丁", "甲[^[乙丙]丁", "甲\\^[乙丙]丁"] {
      #expect(try read(text).articles.allSatisfy(\.notes.isEmpty))
    }
  }

  @Test("Raised and lowered letters are those; ranges and addresses keep their signs")
  func raised() throws {
    #expect(try read("面积30m^2^，水质H~2~O合格。").paragraphs.contains("面积30m2，水质H2O合格。"))
    for text in ["共3~5人，8~9点到。", "见http://example.org/~a~b/。", "甲~乙~丙三地同日开工。", "坡度2^3，另有4^5。"] {
      #expect(try read(text).paragraphs.contains(text))
    }
  }

  @Test("Terms and what explains them, and lines behind strokes, stand on lines of their own without marks")
  func termsAndLines() throws {
    let terms = try read("泵站\n:   抽水的房子\n\n渠道\n\n:   引水的沟")
    #expect(terms.paragraphs.contains { $0.hasPrefix("泵站") && $0.hasSuffix("抽水的房子") && !$0.contains(":") })
    #expect(terms.paragraphs.contains("引水的沟"))
    let lines = try read("| 春风又绿\n| 江南岸")
    #expect(letters(lines.articles).contains("春风又绿江南岸") && !lines.body.contains { $0.contains("|") })
    #expect(try read("| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |").body.contains { $0.hasPrefix("table:") })
  }

  @Test("Two marks before each item are one")
  func doubledMarks() throws {
    func list(_ text: String) throws -> List {
      try #require(
        read(text).articles.flatMap(\.body).compactMap { if case .list(let list) = $0 { list } else { nil } }.first)
    }
    let numbered = try list("- 1. 检修水泵\n- 2. 疏通渠道")
    #expect(numbered.start == 1 && numbered.items.map(\.plainText) == ["检修水泵", "疏通渠道"])
    let dotted = try list("- • 检修水泵\n- • 疏通渠道")
    #expect(dotted.start == nil && !dotted.printsOwnMarks && dotted.items.map(\.plainText) == ["检修水泵", "疏通渠道"])
    let dressed = try list("- （1）检修水泵\n- （2）疏通渠道")
    #expect(dressed.printsOwnMarks && dressed.items.map(\.plainText) == ["（1）检修水泵", "（2）疏通渠道"])
  }

  @Test("Front matter may be TOML, have aliases, and stand below a comment")
  func frontMatter() throws {
    let body = "\n\n### 新泵站投入运行\n\n\(sentence)\n"
    let toml = try Reading(
      "+++\ntitle = \"河畔简报\" # 刊名\nissue = 7\n[params]\noffice = '河畔镇办公室'\ntags = [\"泵站\", \"渠道\"]\n+++" + body)
    #expect(toml.masthead.name == "河畔简报" && toml.masthead.number?.number == 7)
    #expect(toml.masthead.office == "河畔镇办公室" && toml.lines(of: "front-matter-unknown") == [6])
    let yaml = try Reading("\n<!-- 此文 待核 -->\n\n---\ntitle: &t 河畔简报\nseries: *t\nissue: 7\n---" + body)
    #expect(yaml.masthead.name == "河畔简报" && yaml.masthead.series == "河畔简报")
    #expect(yaml.lines(of: "comment-dropped") == [2])
    let grown = (1...9).map { "k\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1), *a\($0 - 1), *a\($0 - 1)]" }
    let bomb = try Reading("---\ntitle: &a0 河畔简报\nissue: 7\n\(grown.joined(separator: "\n"))\n---" + body)
    #expect(bomb.ids.contains("front-matter-unread"))
  }

  @Test("A mail's signature below the imprint is told and is no recipient")
  func signature() throws {
    for format in [InputFormat.text, .markdown] {
      let reading = try Reading(
        "# 河畔简报\n\n第7期\n\n河畔镇办公室　2031年5月6日\n\n# 新泵站投入运行\n\n　　\(sentence)\n\n报：县委办公室、县政府办公室\n\n发：各村\n\n-- \n张小河\n河畔镇办公室 电话 12345678\n",
        as: format)
      #expect(reading.issue.imprint?.distribution.last?.recipients == ["各村"])
      let remark = try #require(reading.remarks.first { $0.id == "mail-header-dropped" })
      #expect(remark.message.chinese.contains("张小河") && remark.message.chinese.contains("12345678"))
    }
  }

  @Test("More raised letters than any issue has stay as they stand, and an address keeps its marks")
  func manyRaised() throws {
    let reading = try Reading(bulletin(String(repeating: "m^2^、", count: 20_010)))
    let words = reading.paragraphs.joined()
    #expect(words.hasSuffix("m^2^、m^2^、"))
    #expect(words.hasPrefix("m2、m2、"))
    let address = try Reading(bulletin("详见 http://a.example/x^2^y 一页，面积为3m^2^。"))
    #expect(address.paragraphs == ["详见http://a.example/x^2^y一页，面积为3m2。"])
  }

  @Test("A note within raw HTML stays where it stands, and indices with a point are lowered behind a unit too")
  func withinHTML() throws {
    let reading = try Reading(bulletin("<div>面积12万亩^[含复种面积]，较上年增加。</div>\n\nPM~2.5~为28 μg/m^3^、SO~2~达标。"))
    let text = reading.paragraphs.joined()
    #expect(text.contains("^[含复种面积]") && !text.contains("gazette-note"))
    #expect(text.contains("PM2.5为28 μg/m3、SO2达标。"))
  }
}
