import IssueModel
import TestSupport
import Testing

@Suite("Markdown: rows longer than the head of their table")
struct LongRowsTests {
  private func table(_ markdown: String) throws -> (Reading, Table) {
    let reading = try Reading(bulletin("\(sentence)\n\n\(markdown)\n\n\(sentence)"))
    func first(_ blocks: [Block]) -> Table? {
      for block in blocks {
        switch block {
        case .table(let table): return table
        case .quote(let quote): if let table = first(quote.body) { return table }
        case .list(let list): if let table = first(list.items.flatMap(\.self)) { return table }
        default: break
        }
      }
      return nil
    }
    return (reading, try #require(first(reading.articles.flatMap(\.body))))
  }

  private func words(_ table: Table) -> [[String]] { table.rows.map { $0.map(\.body.plainText) } }

  @Test(
    "A cell beyond the head's columns is kept in a column without a name, and told",
    arguments: [
      "| 站 | 座 |\n|---|---|\n| 甲 | 一 | 备注 |\n| 乙 | 二 |", "站 | 座\n---|---\n甲 | 一 | 备注\n乙 | 二",
      "> | 站 | 座 |\n> |---|---|\n> | 甲 | 一 | 备注 |\n> | 乙 | 二 |",
      "- 各站：\n\n  | 站 | 座 |\n  |---|---|\n  | 甲 | 一 | 备注 |\n  | 乙 | 二 |",
      "站 | 座  \n:-- | --:  \n甲 | 一 | 备注 |\n乙 | 二 |  ",
    ])
  func widened(markdown: String) throws {
    let (reading, table) = try table(markdown)
    #expect(words(table) == [["站", "座", ""], ["甲", "一", "备注"], ["乙", "二", ""]])
    #expect(reading.ids == ["table-widened"])
    #expect(reading.remarks.first?.message.chinese.contains("“备注”") == true)
    let line = bodyLine + 2 + (markdown.hasPrefix("-") ? 4 : 2)
    #expect(reading.lines(of: "table-widened") == [line])
  }

  @Test("What such a cell says is read like any other: marks of footnotes, links, bold")
  func marks() throws {
    let (reading, table) = try table(
      "| 站 |\n|---|\n| 甲 | **新**[^1]、[网页][r] |\n\n[^1]: 五月投运。\n\n[r]: http://example.org")
    #expect(
      table.rows[1][1].body == [
        .paragraph(
          Paragraph([
            .strong([.text("新")]), .noteReference("1"), .text("、"), .link(target: "http://example.org", [.text("网页")]),
          ]))
      ])
    #expect(reading.articles.first?.notes.map(\.body.plainText) == ["五月投运。"])
    #expect(reading.ids == ["table-widened"])
  }

  @Test("Cells without words make no column, nor do bars behind a backslash")
  func none() throws {
    for row in ["| 甲 | 一 | |", "| 甲 | 一 ||", "| 甲 | 一 |   |  |", "| 甲 | 一\\|二 |"] {
      let (reading, table) = try table("| 站 | 座 |\n|---|---|\n\(row)")
      #expect(table.rows.map(\.count) == [2, 2])
      #expect(reading.ids == [])
    }
  }

  @Test("A bar within code is a letter of it")
  func code() throws {
    let (reading, table) = try table("| 命令 | 说明 |\n|---|---|\n| `cat a | sort` | 排序 |\n| ``a ` | b`` | 丙 | 丁 |")
    #expect(words(table) == [["命令", "说明", ""], ["cat a | sort", "排序", ""], ["a ` | b", "丙", "丁"]])
    #expect(reading.ids == ["table-bar-kept", "table-widened"])
    #expect(reading.lines(of: "table-widened") == [bodyLine + 5])
  }

  @Test("A row of thousands of cells keeps its words in the last cell, in no time")
  func hostile() throws {
    let row = "|" + String(repeating: " 水 |", count: 5_000)
    let time = try ThreadTime.measure {
      let (reading, table) = try table("| 站 | 座 |\n|---|---|\n\(row)\n")
      #expect(table.rows.allSatisfy { $0.count == 2 })
      #expect(letters(of: table.rows[1][1].body.plainText).count == 4_999)
      #expect(reading.ids.contains("table-bar-kept"))
    }
    #expect(time < .seconds(10))
  }

  @Test("What looks like a table in a program stays as it is")
  func program() throws {
    let reading = try Reading(bulletin("```\n| a | b |\n|---|---|\n| 1 | 2 | 3 |\n```"))
    #expect(reading.body == ["pre:| a | b |\n|---|---|\n| 1 | 2 | 3 |"])
    #expect(reading.ids == [])
  }
}
