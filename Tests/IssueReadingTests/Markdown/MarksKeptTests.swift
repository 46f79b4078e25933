import IssueModel
import Testing

/// What Markdown says and programs that show it leave out: numbers that do not count on, titles of pictures.
@Suite("Markdown: nothing that it hides is lost")
struct MarksKeptTests {
  private func body(_ source: String) throws -> (Reading, [Block]) {
    let reading = try Reading(
      "# 苇湖水文简报\n\n第7期\n\n苇湖水文站　2031年5月6日\n\n## 四月要事\n\n四月各站水位平稳，与上年相近，要做的事有下面几件：\n\n\(source)\n")
    return (reading, reading.articles.first?.body ?? [])
  }

  private func list(_ blocks: [Block]) -> List? {
    for block in blocks { if case .list(let list) = block { return list } }
    return nil
  }

  @Test("Numbers of a list that do not count on are kept as they stand, and told")
  func gaps() throws {
    let (reading, blocks) = try body("1. 检修水尺；\n2. 清淤；\n4. 校测断面；\n10. 更换电池。")
    let kept = try #require(list(blocks))
    #expect(kept.printsOwnMarks)
    #expect(kept.items.map(\.plainText) == ["1.检修水尺；", "2.清淤；", "4.校测断面；", "10.更换电池。"])
    #expect(reading.ids.contains("list-numbers-kept"))
  }

  @Test("Numbers that count on, from wherever, and a list of nothing but 1. are counted")
  func counted() throws {
    for source in ["3. 检修水尺；\n4. 清淤；\n5. 校测断面。", "1. 检修水尺；\n1. 清淤；\n1. 校测断面。"] {
      let (reading, blocks) = try body(source)
      #expect(list(blocks)?.printsOwnMarks == false)
      #expect(!reading.ids.contains("list-numbers-kept"))
    }
  }

  @Test("The title of a picture stands below it, or for its description where there is none")
  func titles() throws {
    let (_, both) = try body("![测船靠岸](boat.png \"图1　测船在下口站\")")
    let figure = try #require(both.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }.first)
    #expect(figure.image.description == "测船靠岸")
    #expect(figure.caption?.plainText == "图1　测船在下口站")
    let (_, alone) = try body("![](boat.png \"测船在下口站\")")
    let second = try #require(alone.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }.first)
    #expect(second.image.description == "测船在下口站")
  }
}
