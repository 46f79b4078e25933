import IssueModel
import Testing

@Suite("Issue numbers in a masthead")
struct IssueNumberTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var line: String
    var year: Int?
    var volume: Int?
    var number: Int?
    var total: Int?
    var kind = IssueNumber.Kind.regular
    var testDescription: String { line }

    init(
      _ line: String, year: Int? = nil, volume: Int? = nil, number: Int? = nil, total: Int? = nil,
      kind: IssueNumber.Kind = .regular
    ) {
      self.line = line
      self.year = year
      self.volume = volume
      self.number = number
      self.total = total
      self.kind = kind
    }
  }

  static let cases = [
    // Forms of the digits.
    Case("第12期", number: 12),
    Case("第 12 期", number: 12),
    Case("第1 2期", number: 12),
    Case("第１２期", number: 12),
    Case("第十二期", number: 12),
    Case("第二十三期", number: 23),
    Case("第十期", number: 10),
    Case("第一百零五期", number: 105),
    Case("第一百二十期", number: 120),
    Case("第二十 三期", number: 23),
    Case("第〇〇七期", number: 7),
    Case("第007期", number: 7),
    Case("第卅一期", number: 31),
    Case("第　４３４　期", number: 434),
    Case("第12號", number: 12),
    Case("第12輯", number: 12),
    // With a year.
    Case("2023年第12期", year: 2023, number: 12),
    Case("2023 年 第 12 期", year: 2023, number: 12),
    Case("二〇二三年第十二期", year: 2023, number: 12),
    Case("〔2023〕第12期", year: 2023, number: 12),
    Case("〔2023〕12期", year: 2023, number: 12),
    Case("〔2023年〕第12期", year: 2023, number: 12),
    Case("（2023）第12期", year: 2023, number: 12),
    Case("（2023年第12期）", year: 2023, number: 12),
    Case("(2023 年第 7 期)", year: 2023, number: 7),
    Case("[2023]第12期", year: 2023, number: 12),
    Case("2023年12期", year: 2023, number: 12),
    Case("２０２３年第１２期", year: 2023, number: 12),
    Case("2023年度第3期", year: 2023, number: 3),
    // With a running total.
    Case("第12期（总第434期）", number: 12, total: 434),
    Case("第1期(总第7期)", number: 1, total: 7),
    Case("第12期 总第434期", number: 12, total: 434),
    Case("总字第六十二期", total: 62),
    Case("第12期，总第434期", number: 12, total: 434),
    Case("第12期（总434期）", number: 12, total: 434),
    Case("第12期（總第434期）", number: 12, total: 434),
    Case("第十二期（总第四百三十四期）", number: 12, total: 434),
    Case("2026年第488期（总第3766期）", year: 2026, number: 488, total: 3766),
    Case("2025年 第42期（总第1268期）", year: 2025, number: 42, total: 1268),
    Case("〔2026〕第7期（总第99期）", year: 2026, number: 7, total: 99),
    Case("总第3766期", total: 3766),
    Case("（总第3766期）", total: 3766),
    Case("总 第 3766 期", total: 3766),
    Case("总期第12期", total: 12),
    // Other rows.
    Case("增刊", kind: .supplement),
    Case("增刊第2期", number: 2, kind: .supplement),
    Case("增刊（第2期）", number: 2, kind: .supplement),
    Case("增刊之二", number: 2, kind: .supplement),
    Case("2031年增刊第2期", year: 2031, number: 2, kind: .supplement),
    Case("第2期（增刊）", number: 2, kind: .supplement),
    Case("专刊", kind: .special),
    Case("专刊第3期", number: 3, kind: .special),
    Case("特刊 第3期", number: 3, kind: .special),
    Case("第3期（专刊）", number: 3, kind: .special),
    Case("新3期", number: 3),
    Case("新第3期", number: 3),
    // With volumes, and Western ones.
    Case("第3卷第2期", volume: 3, number: 2),
    Case("第3卷 第2期", volume: 3, number: 2),
    Case("Vol. 12 No. 3", volume: 12, number: 3),
    Case("Vol.12 No.3", volume: 12, number: 3),
    Case("Vol. 12, No. 3", volume: 12, number: 3),
    Case("VOL 12 · NO 3", volume: 12, number: 3),
    Case("Volume 12, Issue 3", volume: 12, number: 3),
    Case("Volume 12 Number 3", volume: 12, number: 3),
    Case("Issue 434", number: 434),
    Case("No. 17", number: 17),
    Case("Ｎｏ．17", number: 17),
  ]

  @Test("Every form is understood, on a line of its own", arguments: cases)
  func understood(_ given: Case) throws {
    let reading = try Reading("# 河畔简报\n\n\(given.line)\n\n2031年5月6日\n\n---\n\n## 春播\n\n\(sentence)\n")
    let number = try #require(reading.masthead.number)
    #expect(number.year == given.year)
    #expect(number.volume == given.volume)
    #expect(number.number == given.number)
    #expect(number.total == given.total)
    #expect(number.kind == given.kind)
    #expect(
      number.verbatim == given.line || "（\(number.verbatim)）" == given.line || "(\(number.verbatim))" == given.line)
    #expect(reading.masthead.date?.iso == "2031-05-06")
    #expect(reading.masthead.name == "河畔简报")
  }

  @Test("Issue and No. before one number are its words")
  func issueNo() throws {
    let reading = try Reading("# River Bulletin\n\nIssue No. 434\n\n6 May 2031\n\n---\n\n## Sowing\n\nIt began.\n")
    #expect(reading.masthead.number?.verbatim == "Issue No. 434")
    #expect(reading.masthead.office == nil)
    #expect(reading.masthead.number?.number == 434)
  }

  @Test("What only resembles a number is none", arguments: ["第三期间", "期刊", "第12页", "2031年春", "三期工程", "Nobody"])
  func resembling(_ line: String) throws {
    let reading = try Reading("# 河畔简报\n\n\(line)\n\n2031年5月6日\n\n---\n\n## 春播\n\n\(sentence)\n")
    #expect(reading.masthead.number == nil)
    #expect(reading.ids.contains("masthead-number-missing"))
  }

  @Test("The number, the office and the date may share a line")
  func oneLine() throws {
    let reading = try Reading(
      "# 河畔简报\n\n第7期（总第97期）　　河畔镇办公室　　2031年5月6日\n\n---\n\n## 春播\n\n\(sentence)\n")
    #expect(reading.masthead.number?.number == 7)
    #expect(reading.masthead.number?.total == 97)
    #expect(reading.masthead.office == "河畔镇办公室")
    #expect(reading.masthead.date?.iso == "2031-05-06")
  }

  @Test("A number and its running total on two lines are one number")
  func twoLines() throws {
    let reading = try Reading("# 河畔简报\n\n第7期\n\n（总第97期）\n\n2031年5月6日\n\n---\n\n## 春播\n\n\(sentence)\n")
    #expect(reading.masthead.number?.number == 7)
    #expect(reading.masthead.number?.total == 97)
  }

  @Test("A number that stands with the name is taken from it")
  func besideName() throws {
    let reading = try Reading("# 河畔简报（第7期）\n\n2031年5月6日\n\n---\n\n## 春播\n\n\(sentence)\n")
    #expect(reading.masthead.name == "河畔简报")
    #expect(reading.masthead.number?.number == 7)
  }
}
