import IssueModel
import Testing

@Suite("Dates in a masthead")
struct DateTests {
  @Test(
    "Every form is understood and kept as printed",
    arguments: [
      ("2023年1月28日", "2023-01-28"),
      ("2023 年 1 月 28 日", "2023-01-28"),
      ("2 0 2 3 年 1 月 2 8 日", "2023-01-28"),
      ("2023年01月08日", "2023-01-08"),
      ("２０２３年１月２８日", "2023-01-28"),
      ("2023年1月28号", "2023-01-28"),
      ("2023年1月", "2023-01"),
      ("2023.1.28", "2023-01-28"),
      ("2023.01.28", "2023-01-28"),
      ("2023-01-28", "2023-01-28"),
      ("2023/1/28", "2023-01-28"),
      ("二〇二三年一月二十八日", "2023-01-28"),
      ("二○二三年一月二十八日", "2023-01-28"),
      ("二0二三年一月二十八日", "2023-01-28"),
      ("二零二三年十二月三十一日", "2023-12-31"),
      ("二〇二三年十月十日", "2023-10-10"),
      ("二〇二三年一月", "2023-01"),
      ("二〇二三年一月廿八日", "2023-01-28"),
      ("民國112年1月28日", "2023-01-28"),
      ("民國一一二年一月二十八日", "2023-01-28"),
      ("公元2023年1月28日", "2023-01-28"),
      ("平成十年（一九九八年）五月一日", "1998-05-01"),
      ("令和元年5月1日", "2019-05-01"),
      ("一九九八年（平成十年）五月一日", "1998-05-01"),
      ("28 January 2023", "2023-01-28"),
      ("28th January 2023", "2023-01-28"),
      ("28 Jan 2023", "2023-01-28"),
      ("28 Jan. 2023", "2023-01-28"),
      ("January 28, 2023", "2023-01-28"),
      ("January 28th, 2023", "2023-01-28"),
      ("Sept. 3, 2023", "2023-09-03"),
      ("3rd of September 2023", "2023-09-03"),
      ("January 2023", "2023-01"),
      ("MAY 2023", "2023-05"),
    ])
  func understood(line: String, iso: String) throws {
    let reading = try Reading("# 河畔简报\n\n第7期\n\n\(line)\n\n---\n\n## 春播\n\n\(sentence)\n")
    let date = try #require(reading.masthead.date)
    #expect(date.iso == iso)
    #expect(date.verbatim == line)
    #expect(date.isPossible)
    #expect(!reading.ids.contains("date-impossible"))
    #expect(reading.masthead.number?.number == 7)
  }

  @Test(
    "A day that no calendar has is kept as printed and reported",
    arguments: ["2023年2月29日", "2023年13月1日", "2023年4月31日", "2023年1月0日", "2023-02-30", "31 June 2023", "二〇二三年二月三十日"])
  func impossible(line: String) throws {
    let reading = try Reading("# 河畔简报\n\n第7期\n\n\(line)\n\n---\n\n## 春播\n\n\(sentence)\n")
    let date = try #require(reading.masthead.date)
    #expect(date.verbatim == line)
    #expect(!date.isPossible)
    #expect(reading.ids.contains("date-impossible"))
  }

  @Test("The leap day of a leap year is a day", arguments: ["2024年2月29日", "2000年2月29日"])
  func leapDay(line: String) throws {
    let reading = try Reading("# 河畔简报\n\n第7期\n\n\(line)\n\n---\n\n## 春播\n\n\(sentence)\n")
    #expect(!reading.ids.contains("date-impossible"))
    #expect(reading.masthead.date?.day == 29)
  }

  @Test(
    "The full name of the era belongs to the date", arguments: ["中華民國112年1月28日", "中華民國一百一十二年一月二十八日"])
  func fullEra(line: String) throws {
    let reading = try Reading("# 河畔簡報\n\n第7期\n\n\(line)\n\n---\n\n## 春播\n\n\(sentence)\n")
    #expect(reading.masthead.date?.iso == "2023-01-28")
    #expect(reading.masthead.date?.verbatim == line)
  }

  @Test("What only resembles a date is none", arguments: ["版本1.2.3", "1234567", "30岁", "五月", "Mayor 2023x"])
  func resembling(line: String) throws {
    let reading = try Reading("# 河畔简报\n\n\(line)\n\n第7期\n\n---\n\n## 春播\n\n\(sentence)\n")
    #expect(reading.masthead.date == nil)
    #expect(reading.ids.contains("masthead-date-missing"))
  }

  @Test("A date in brackets is the date")
  func brackets() throws {
    let reading = try Reading("# 河畔简报\n\n第7期\n\n（2031年5月6日）\n\n---\n\n## 春播\n\n\(sentence)\n")
    #expect(reading.masthead.date?.iso == "2031-05-06")
  }
}
