import IssueModel
import Testing

@Suite("Recovery: quotes, formulas, labels and bullets of Chinese bulletins")
struct MarksAndFormulasTests {
  @Test(
    "English words in quotes keep their blanks, Chinese ones lose them",
    arguments: [
      ("校训写作It’s “fine” to go，一直挂在墙上。", "校训写作It’s “fine” to go，一直挂在墙上。"),
      ("招牌上是the members’ house几个字。", "招牌上是the members’ house几个字。"),
      ("采用GIS “一张图” 系统和“ 5G ” 网络。", "采用GIS“一张图”系统和“5G”网络。"),
      ("推行 “一站一策” 做法。", "推行“一站一策”做法。"),
    ])
  func quotes(line: String, wanted: String) throws {
    #expect(try Reading(bulletin("\(line)\n\n\(sentence)")).body.first == "p:" + wanted)
  }

  @Test(
    "Numbers and units that a converter wrote as formulas are words",
    arguments: [
      (#"流速$6 \mathrm{km/h}$。"#, "流速6 km/h。"), (#"湖面$3.5\,\mathrm{km}^2$。"#, "湖面3.5 km2。"),
      (#"完成$1 2 . 5 \%$。"#, "完成12.5%。"), (#"气温$3 8 ^ { \circ } \mathrm{C}$。"#, "气温38°C。"),
      (#"见$\textcircled{2}$处。"#, "见②处。"), (#"共$\mathrm { 1 0 k V }$线路。"#, "共10kV线路。"),
    ])
  func formulas(line: String, wanted: String) throws {
    let reading = try Reading(bulletin("\(line)\n\n\(sentence)"))
    #expect(reading.body.first == "p:" + wanted)
    #expect(reading.lines(of: "formula-written-out") == [bodyLine])
  }

  @Test("Money and formulas that hold more than numbers stay as they are")
  func noFormulas() throws {
    let line = #"票价由$5涨到$6，另见公式$\frac{a}{b}$与$a_{x+y+z+w}$。"#
    let reading = try Reading(bulletin("\(line)\n\n\(sentence)"))
    #expect(reading.body.first == "p:" + line)
    #expect(reading.lines(of: "formula-written-out") == [])
  }

  @Test("Quotation marks of vertical print are laid, with a note")
  func verticalQuotes() throws {
    let reading = try Reading(bulletin("門口寫著﹁好人﹂，旁邊是﹃善﹄。\n\n\(sentence)"))
    #expect(reading.body.first == "p:門口寫著「好人」，旁邊是『善』。")
    #expect(reading.lines(of: "vertical-quotes-laid") == [bodyLine])
  }

  @Test("A comment that counts pages ends one: the running head beside it goes")
  func pageComments() throws {
    let pages = (2...4).map { "<!-- page \($0) -->\n\n河畔镇二〇三一年防汛工作\n\n\(sentence)" }
    let reading = try Reading(bulletin("\(sentence)\n\n" + pages.joined(separator: "\n\n")))
    #expect(reading.lines(of: "running-head-dropped").count == 3)
    #expect(reading.body == Array(repeating: "p:" + sentence, count: 4))
  }

  @Test("A path through a site above the masthead is dropped, and said")
  func path() throws {
    let reading = try Reading("首页 > 政务公开 > 简报\n\n" + bulletin(sentence))
    #expect(reading.masthead.otherLines == [])
    #expect(reading.lines(of: "boilerplate-dropped") == [1])
    let kept = try Reading("首页 > 政务公开 > 简报\n\n" + bulletin(sentence), without: ["boilerplate"])
    #expect(kept.masthead.otherLines == ["首页 > 政务公开 > 简报"])
  }

  @Test("A day beside the number is of the number's year")
  func dayOfYear() throws {
    let reading = try Reading("# 河畔简报\n\n2031年第7期　　5月6日\n\n河畔镇办公室\n\n---\n\n## 新泵站投入运行\n\n\(sentence)\n")
    #expect(reading.masthead.date == IssueDate(verbatim: "5月6日", year: 2031, month: 5, day: 6))
    #expect(reading.masthead.otherLines == [])
  }

  @Test("How fast an issue is to go stands apart from how it may be used")
  func urgency() throws {
    let reading = try Reading(
      "特急　　　　内部资料\n\n# 河畔简报\n\n第7期\n\n河畔镇办公室　　2031年5月6日\n\n---\n\n## 新泵站投入运行\n\n\(sentence)\n")
    #expect(reading.masthead.notice == "内部资料")
    #expect(reading.masthead.otherLines == ["特急"])
  }

  @Test("Dots that lead from the office to the signer part the two")
  func leaders() throws {
    let reading = try Reading(
      "# 河畔简报\n\n第7期\n\n河畔镇水利站……………………签发：温大川\n\n2031年5月6日\n\n---\n\n## 新泵站投入运行\n\n\(sentence)\n")
    #expect(reading.masthead.office == "河畔镇水利站")
    #expect(reading.masthead.signer == "温大川")
  }

  @Test("Who publishes, with his post and without a colon, is of the imprint")
  func publisherWithPost() throws {
    let reading = try Reading(
      "# 河畔簡報\n\n第7期　　2031年5月6日\n\n河畔醫院\n\n發行人　院長　溫大川\n\n## 新院區啟用\n\n\(sentence)\n")
    #expect(reading.issue.imprint?.people.map(\.role) == ["發行人"])
    #expect(reading.titles == ["新院區啟用"])
  }

  @Test("One bullet before sections and titles: what stands above another bullet is a section")
  func alikeBullets() throws {
    let part = { (name: String, first: String, second: String) in
      "■ \(name)\n\n■ \(first)\n\n\(sentence)\n\n■ \(second)\n\n\(sentence)\n\n"
    }
    let body = part("镇村动态", "新泵站投入运行", "渠道疏通完工") + part("通知公告", "关于汛期值班的通知", "关于夏收的通知")
    let head = "# 河畔简报\n\n第7期\n\n河畔镇办公室　　2031年5月6日\n\n---\n\n"
    let reading = try Reading(head + body)
    #expect(reading.sections == ["镇村动态", "通知公告"])
    #expect(reading.titles == ["新泵站投入运行", "渠道疏通完工", "关于汛期值班的通知", "关于夏收的通知"])
    let list = "目录\n\n■ 镇村动态\n■ 新泵站投入运行\n■ 渠道疏通完工\n■ 通知公告\n■ 关于汛期值班的通知\n■ 关于夏收的通知\n\n---\n\n"
    let listed = try Reading(head + list + body)
    #expect(listed.sections == ["镇村动态", "通知公告"])
    #expect(listed.titles == reading.titles)
    #expect(listed.issue.printedContents?.entries.filter { $0.kind == .section }.map(\.text) == ["镇村动态", "通知公告"])
  }

  @Test("Bullets two by two among text are items, no sections")
  func bulletedItems() throws {
    let items = "■ 检修泵站七座\n\n■ 疏通渠道三十里\n\n\(sentence)\n\n"
    let reading = try Reading(bulletin("\(sentence)\n\n" + items + items))
    #expect(reading.sections == ["镇村动态"])
    #expect(reading.titles == ["新泵站投入运行"])
  }

  @Test(
    "A contents list that names the section before each title names it once", arguments: ["［镇村动态］", "〔镇村动态〕", "【镇村动态】"])
  func repeatedSections(mark: String) throws {
    let reading = try Reading(
      "# 河畔简报\n\n第7期\n\n河畔镇办公室　　2031年5月6日\n\n---\n\n目录\n\n\(mark)新泵站投入运行\n\(mark)渠道疏通完工\n\n---\n\n### \(mark)\n\n### 新泵站投入运行\n\n\(sentence)\n\n### 渠道疏通完工\n\n\(sentence)\n"
    )
    #expect(reading.issue.printedContents?.entries.map(\.text) == ["镇村动态", "新泵站投入运行", "渠道疏通完工"])
    #expect(reading.lines(of: "contents-section-repeated").count == 1)
    #expect(reading.sections == ["镇村动态"])
  }

  @Test("What can be downloaded is an attachment, on a line of the last paragraph too")
  func downloads() throws {
    let reading = try Reading(bulletin("\(sentence)\n附件下载：泵站名单.doc\n\n责任编辑：温大川　　电话：0000-123456"))
    #expect(reading.body == ["p:" + sentence, "attachments:附件下载：泵站名单.doc"])
    #expect(reading.issue.imprint?.contact == "电话：0000-123456")
  }

  @Test("Lines that each begin with a day are paragraphs")
  func days() throws {
    let reading = try Reading(bulletin("\(sentence)\n\n5月6日：检修泵站七座\n5月7日：疏通渠道三十余里\n5月8日：试运行\n\n\(sentence)"))
    #expect(reading.paragraphs.prefix(4).dropFirst() == ["5月6日：检修泵站七座", "5月7日：疏通渠道三十余里", "5月8日：试运行"])
  }
}
