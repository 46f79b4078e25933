import IssueModel
import Testing

/// Masthead, contents list and imprint are made of lines; what stands in the same block, but is none of theirs, stays.
@Suite("No line of a block is lost to its neighbours")
struct LinesOfBlocksTests {
  private let head = "# 河畔简报\n\n第7期\n\n河畔镇办公室\n\n2031年5月6日\n\n---\n\n"

  @Test("Lines right above the heading of the contents list, in its paragraph, stay text")
  func aboveContents() throws {
    for line in ["本期由泵站供稿", "编印组启"] {
      let reading = try Reading(
        head + "\(line)\n目录\n新泵站投入运行 …… 1\n渠道清淤完成 …… 2\n\n## 新泵站投入运行\n\n\(sentence)\n\n## 渠道清淤完成\n\n\(sentence)\n")
      #expect(reading.issue.printedContents?.entries.count == 2)
      #expect(letters(everythingIn: reading.issue).contains(line))
    }
  }

  @Test("The words of an item above the distribution list within it stay")
  func innerList() throws {
    for item in ["- 印发范围\n  - 报：县委\n  - 送：各镇", "- 清淤三里\n- 印发范围\n\n  内部资料\n  - 报：县委\n  - 送：各镇"] {
      let reading = try Reading(head + "## 新泵站投入运行\n\n\(sentence)\n\n\(item)\n")
      #expect(reading.issue.imprint?.distribution.map(\.recipients) == [["县委"], ["各镇"]])
      for words in item.split(whereSeparator: { "- \n".contains($0) }) where !words.contains("：") {
        #expect(letters(everythingIn: reading.issue).contains(words))
      }
      #expect(letters(everythingIn: reading.issue).ranges(of: "县委").count == 1)
    }
  }

  @Test("A picture left out of the masthead is told with its description")
  func masthead() throws {
    for picture in ["![河畔徽标](logo.png)", "![河畔徽标]()"] {
      let reading = try Reading("\(picture)\n\n\(head)## 新泵站投入运行\n\n\(sentence)\n")
      #expect(reading.remarks.first { $0.id == "masthead-image-dropped" }?.message.chinese.contains("河畔徽标") == true)
    }
  }

  @Test("The caption of a drawn table that turns out to be none is text")
  func caption() throws {
    let reading = try Reading(
      bulletin(
        "<table><tr><td>\n\n+-----+-----+\n| 站  | 座  |\n+=====+=====+\n| 甲  | 一  |\n+-----+-----+\n\n: 五月数据\n\n</td></tr></table>"
      ))
    #expect(letters(reading.articles).contains("五月数据"))
  }

  @Test("All words of a picture in what frames a page are told")
  func frame() throws {
    let reading = try Reading(
      "<h1>河畔简报</h1><p>第7期</p><p>2031年5月6日</p><aside><figure><img src=a.png alt=新泵><figcaption>图一</figcaption></figure></aside><h2>春播</h2><p>\(sentence)</p>",
      as: .html)
    let told = reading.remarks.filter { $0.id == "boilerplate-dropped" }.map(\.message.chinese).joined()
    #expect(reading.issue.tree.contains("新泵") || told.contains("新泵") && told.contains("图一"))
  }
}
