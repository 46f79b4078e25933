import IssueModel
import Testing

@testable import IssueChecks

@Suite("Masthead, file name, dates, imprint")
struct MastheadCheckTests {
  @Test("Name, number and date are missed where they are missing")
  func missing() {
    let ids = ["masthead-name-missing:1", "masthead-number-missing:1", "masthead-date-missing:1"]
    #expect(findings(MastheadCheck(), issue(masthead: Masthead())) == ids)
    #expect(findings(MastheadCheck(), issue()) == [])
  }

  @Test(
    "A file's name that agrees with the masthead, or says nothing of it, is fine",
    arguments: [
      "第12期.md", "水务简报第１２期.md", "issue-434.md", "Issue No. 12.docx.md", "no12.md", "2031-12.md", "2031-01.md",
      "2031-01-28.md", "20310128.md", "2031年1月28日.txt", "2031年第12期（总第434期）.md", "水务简报.md", "input.md",
      "扫描0007.md", "IMG_3055.md", "2031.md", "v2.md", "12.md", "汇编2029年至2031年.md", "7-3.md",
    ])
  func fileNames(_ name: String) { #expect(findings(FileNameCheck(), issue(), fileName: name) == []) }

  @Test(
    "A file's name of another number or date is told",
    arguments: [
      ("第13期.md", ["file-name-number:1"]), ("issue-435.md", ["file-name-number:1"]),
      ("2031-11.md", ["file-name-number:1"]), ("2030-12-28.md", ["file-name-date:1"]),
      ("20310129.md", ["file-name-date:1"]), ("2031年2月28日.md", ["file-name-date:1"]),
      ("2029年第11期.md", ["file-name-number:1", "file-name-date:1"]),
    ])
  func otherFileNames(_ name: String, _ ids: [String]) {
    #expect(findings(FileNameCheck(), issue(), fileName: name) == ids)
  }

  @Test("Standard input has no name to compare")
  func noName() { #expect(findings(FileNameCheck(), issue()) == []) }

  @Test(
    "Impossible days are told where they stand",
    arguments: ["2月30日召开会议。", "会议于13月1日召开。", "２０３１年２月２９日。", "4月31日", "0月5日"])
  func impossible(_ text: String) {
    #expect(findings(DateImpossibleCheck(), issue(paragraphs: "好。", text)) == ["date-impossible:12"])
  }

  @Test(
    "Days of the calendar, spans, ages and quantities are fine",
    arguments: ["2月29日", "2028年2月29日", "12月31日", "1—3月31日前", "共3.12月5日", "18个月30日", "生于1921年7月1日", "11月份30日内"])
  func possible(_ text: String) { #expect(findings(DateImpossibleCheck(), issue(paragraphs: text)) == []) }

  @Test("Impossible dates of masthead, signature and imprint are told")
  func impossibleFields() {
    let never = IssueDate(verbatim: "2031年6月31日", year: 2031, month: 6, day: 31)
    var masthead = Masthead.sample
    masthead.date = never
    var signed = article("检修")
    signed.signature = Signature(office: "水务站", date: never)
    let imprint = Imprint(printDate: never, source: SourceRange(line: 40))
    #expect(
      findings(DateImpossibleCheck(), issue([signed], masthead: masthead, imprint: imprint)) == [
        "date-impossible:1", "date-impossible:11", "date-impossible:40",
      ])
  }

  @Test("A year far from the issue's is told; history and plans are not")
  func far() {
    #expect(findings(DateFarCheck(), issue(paragraphs: "2301年1月8日，泵站检修。")) == ["date-far:11"])
    #expect(findings(DateFarCheck(), issue(paragraphs: "1921年7月1日，到2045年，2035年12月31日前。")) == [])
    var signed = article("检修")
    signed.signature = Signature(date: IssueDate(verbatim: "2013年1月20日", year: 2013, month: 1, day: 20))
    #expect(findings(DateFarCheck(), issue([signed])) == ["date-far:11"])
    signed.signature?.date?.year = 2030
    #expect(findings(DateFarCheck(), issue([signed])) == [])
    var masthead = Masthead.sample
    masthead.number?.year = 2013
    #expect(findings(DateFarCheck(), issue(masthead: masthead)) == ["date-far:1"])
  }

  @Test("Printing before the issue's date is told; on the day and later is not")
  func printDate() {
    func imprint(_ day: Int) -> Imprint {
      Imprint(
        printDate: IssueDate(verbatim: "\(day)日", year: 2031, month: 1, day: day), source: SourceRange(line: 40))
    }
    #expect(findings(PrintDateCheck(), issue(imprint: imprint(27))) == ["print-date-early:40"])
    #expect(findings(PrintDateCheck(), issue(imprint: imprint(28))) == [])
    #expect(findings(PrintDateCheck(), issue(imprint: imprint(31))) == [])
  }

  @Test("A recipient named twice is told, on one line or two")
  func recipients() {
    let twice = Imprint(
      distribution: [
        Distribution(label: "送", recipients: ["各镇政府", "水务局", "各 镇政府"]), Distribution(label: "发", recipients: ["水务局"]),
      ], source: SourceRange(line: 40))
    let ids = findings(RecipientRepeatedCheck(), issue(imprint: twice))
    #expect(ids == ["recipient-repeated:40", "recipient-repeated:40"])
    let once = Imprint(distribution: [Distribution(label: "送", recipients: ["各镇政府", "各镇政府办公室"])])
    #expect(findings(RecipientRepeatedCheck(), issue(imprint: once)) == [])
  }
}
