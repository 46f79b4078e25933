import IssueModel
import Testing

@Suite("Recovery: shapes of papers of schools, unions, societies and institutes")
struct PapersOfManyHousesTests {
  private let text = "The sluice was opened on Monday and shut again on Friday, and the herons were counted meanwhile."
  private let more = "Nobody had counted so many of them since the winter in which the pond froze down to its floor."
  private let head = "# HERON POND NOTES\n\nNo. 7      6 May 2031"

  // MARK: Mastheads

  @Test("A crest beside the lines of a masthead set as a table is left out and told, and the lines are fields")
  func crestInTable() throws {
    let reading = try Reading(
      "| ![the crest](crest.png) | **The Heron** |\n|---|---|\n| No. 12 | November 2031 |\n\n# From the Warden\n\n\(text)"
    )
    #expect(reading.masthead.name == "The Heron")
    #expect(reading.masthead.number?.number == 12 && reading.masthead.date?.iso == "2031-11")
    #expect(reading.lines(of: "masthead-image-dropped").count == 1)
  }

  @Test("Paragraphs in the only cell of a row with words are a line each")
  func paragraphsInCell() throws {
    let reading = try Reading(
      """
      <html><body><table><tr><td><p><img src="c.gif"></p></td><td><p><b>The Heron</b></p>
      <p>The Newsletter of the Old Reedhamians’ Society</p><p>Number 12 November 2031</p></td></tr></table>
      <h2>From the Warden</h2><p>\(text)</p></body></html>
      """, as: .html)
    #expect(reading.masthead.name == "The Heron")
    #expect(reading.masthead.office == "Old Reedhamians’ Society")
    #expect(reading.masthead.number?.number == 12)
  }

  @Test("Monthly Paper of the Branches says what the bulletin is; the words above are its name")
  func kindBelowName() throws {
    let reading = try Reading(
      "AMALGAMATED SOCIETY OF BARGEMEN\n\nTHE TILLER\n\nMonthly Paper of the Pond Branches\n\nNo. 214      June 2031\n\nTHE SLUICE\n\n\(text)\n",
      as: .text)
    #expect(reading.masthead.name == "THE TILLER")
    #expect(reading.masthead.office == "AMALGAMATED SOCIETY OF BARGEMEN")
    #expect(reading.masthead.otherLines == ["Monthly Paper of the Pond Branches"])
  }

  @Test("A long line that says whose newsletter it is belongs to the masthead, above the rule and the contents list")
  func ownerAboveRule() throws {
    let line = String(repeating: "=", count: 72)
    let reading = try Reading(
      "\(line)\nTHE HERON\nVol. 8, No. 3                                 6 March 2031\nElectronic newsletter of the Heron Pond County Genealogical Society\n\(line)\n\nIN THIS ISSUE\n  * The sluice\n  * The herons\n\nTHE SLUICE\n\n\(text)\n\nTHE HERONS\n\n\(more)\n",
      as: .text)
    #expect(reading.masthead.office == "Heron Pond County Genealogical Society")
    #expect(reading.titles == ["THE SLUICE", "THE HERONS"])
    #expect(reading.issue.sections.allSatisfy { $0.name == nil })
  }

  @Test(
    "Who may read the issue is a notice",
    arguments: [
      "For circulation to Fellows only. Not to be cited as a publication.",
      "For the use of field officers and contact farmers. Please read aloud at group meetings.",
    ])
  func notices(_ line: String) throws {
    #expect(try Reading("\(head)\n\n\(line)\n\n## The sluice\n\n\(text)").masthead.notice == line)
  }

  // MARK: Titles and writers

  @Test("One title in larger type among others does not make them headings within articles")
  func oneLargerTitle() throws {
    let reading = try Reading(
      "\(head)\n\n## The sluice\n\n\(text)\n\n## The herons\n\n\(more)\n\n# The night the boat floated\n\n\(text)\n\n## The pond\n\n\(more)\n"
    )
    #expect(reading.titles == ["The sluice", "The herons", "The night the boat floated", "The pond"])
  }

  @Test(
    "A heading right below a title that holds persons with initials, or one with the post, names the writers",
    arguments: ["A. R. WREN and J. PIKE", "Councillor Enid Pike, Mayor of Reedham"])
  func headingOfWriters(_ name: String) throws {
    let reading = try Reading("\(head)\n\n## The sluice\n\n## \(name)\n\n\(text)\n\n## The herons\n\n\(more)\n")
    #expect(reading.titles == ["The sluice", "The herons"])
    #expect(reading.articles.first?.byline == name)
  }

  @Test("Names told by one who arranged them may be set to the width of three letters")
  func toldByTwo() throws {
    let reading = try Reading(
      "示例港工人快报\n\n第三号\n\n示例港工会　　2031年5月6日\n\n★★★★★★★★★★\n\n土吊杆顶住半边天\n\n　　　　　　魏长根口述　　黎　明整理\n\n　　机具修理所只有十一个人，一台老虎钳，一部脚踏车床，港里要添吊杆，所里自己动手。\n\n★★★★★★★★★★\n\n仓库里的新办法\n\n　　二号仓库的女工们把货堆由三层改成五层，走道由六尺改成四尺，多装了一千吨糖包。\n",
      as: .text)
    #expect(reading.titles == ["土吊杆顶住半边天", "仓库里的新办法"])
    #expect(reading.articles.first?.byline == "魏长根口述　　黎　明整理")
  }

  @Test("Lines of places below a title, each above text, divide the article and name no writer")
  func plainHeads() throws {
    let reading = try Reading(
      """
                           HERON POND NOTES

      No. 7                                             6 May 2031

                           FROM THE VICAR

                The sluice was opened on Monday and shut again on
           Friday, and the herons were counted meanwhile by those who
           had nothing else to do on a morning as dark as this one was.

                           WHERE AND WHEN

                St. Ann

           Sundays: Holy Communion at 8; Mattins at 11 (sung on the
           first Sunday); Children's Church at 2.30; Evensong at 6.30.

                Little Weir

           Sundays: Evensong at 3, except the second Sunday, when there
           is Communion at 9.30. There is no service when the ford is up.

                           THE HERONS

                Nobody had counted so many of them since the winter in
           which the pond froze down to its floor, and nobody will.
      """,
      as: .text)
    #expect(reading.titles == ["FROM THE VICAR", "WHERE AND WHEN", "THE HERONS"])
    #expect(reading.articles.allSatisfy { $0.byline == nil })
    #expect(reading.body.filter { $0.hasPrefix("h") }.count == 2)
  }

  @Test("An office at the right above the day below it signs, and is no title over a day")
  func officeAboveDay() throws {
    let reading = try Reading(
      "示例港工人快报\n\n第三号\n\n示例港工会　　2031年5月6日\n\n★★★★★★★★★★\n\n仓库里的新办法\n\n　　二号仓库的女工们把货堆由三层改成五层，走道由六尺改成四尺，多装了一千吨糖包。\n\n★★★★★★★★★★\n\n安全台上敲警钟\n\n　　从十一月三日起，各泊位开工前由安全员检查舱口网、吊钩、跳板，缺一样不准开工。\n\n　　　　　　　　　　　　　　　　　　示例港工会安全生产委员会\n　　　　　　　　　　　　　　　　　　　　　2031年5月1日\n\n★★★★★★★★★★\n\n编辑：黎　明\n",
      as: .text)
    #expect(reading.titles == ["仓库里的新办法", "安全台上敲警钟"])
    #expect(reading.articles.last?.signature?.office == "示例港工会安全生产委员会")
    #expect(reading.articles.last?.signature?.date?.iso == "2031-05-01")
  }

  @Test("Somebody with the years at school in brackets, and the post, signs")
  func yearsAtSchool() throws {
    let reading = try Reading(
      "\(head)\n\n## The sluice\n\n\(text)\n\nGiles Ashworth (1958–65), President\n\n## The herons\n\n\(more)\n")
    #expect(reading.articles.first?.signature?.office == "Giles Ashworth (1958–65), President")
  }

  @Test("Short names right above titles are sections, whatever levels a converter gave both")
  func shortPairs() throws {
    let reading = try Reading(
      "# 示例交通周报\n\n第12期\n\n示例市交通局\n\n2031年5月6日\n\n### 重点工程\n\n# 环城北路半幅通车\n\n\(sentence)\n\n# 东渡大桥完成最后一根桩基\n\n\(sentence)\n\n## 运输服务\n\n## 假期运输平稳有序\n\n\(sentence)\n\n### 行业管理\n\n#### 开展内河渡口检查\n\n\(sentence)\n"
    )
    #expect(reading.sections == ["重点工程", "运输服务", "行业管理"])
    #expect(reading.titles == ["环城北路半幅通车", "东渡大桥完成最后一根桩基", "假期运输平稳有序", "开展内河渡口检查"])
  }

  @Test("A date below two headings behind the masthead is that of what they head")
  func dateBelowHeadings() throws {
    let reading = try Reading(
      "# THE HERON\n\n# Bulletin of the Reed and Heron Society\n\nNew Series, Number 19\n\nMay 2031\n\n# REPORTS OF MEETINGS\n\n# The herons of Lindale\n\nSpring meeting, Lindale Institute, 8 March 2031\n\n\(text)\n\n# The sluice\n\n\(more)\n"
    )
    #expect(reading.masthead.name == "THE HERON" && reading.masthead.date?.iso == "2031-05")
    #expect(reading.masthead.office == "Reed and Heron Society")
  }

  @Test("Four digits that begin with a zero, beside the classification, are the copy number")
  func shortCopyNumber() throws {
    let reading = try Reading(
      "机密　　　　　　　　　　　　　　　　　　　0017\n\n示例信访摘报\n\n第4期\n\n示例市信访局　　　　2031年5月6日\n\n关于渠道的反映\n\n　　\(sentence)\n",
      as: .text)
    #expect(reading.masthead.copyNumber == "0017" && reading.masthead.classification == "机密")
  }

  // MARK: Lists and tables

  @Test("The heading of the contents list right below a note whose last line is full is no end of the note")
  func contentsBelowNote() throws {
    let reading = try Reading(
      """
      示例材料摘报
      2031年第14期（总第406期）
      示例材料研究所情报室
      2031年7月25日
      　　编者按：本所规划已由所务会通过，生物基材料和电池隔膜列为两个重点
      方向。本期围绕这两个方向选编国内外动态数则，供各个课题组选题时参考。
      目    次
      一、生物基材料
      1. 聚乳酸耐热改性取得新进展............................2
      2. 非粮路线的成本之争..................................3
      · 1 ·
      示例材料摘报                              2031年第14期
      一、生物基材料
      1. 聚乳酸耐热改性取得新进展
      　　聚乳酸的热变形温度只有五十几度，装一杯热茶就会软塌，长期以来只能
      做冷饮杯。北方某大学课题组近日报告，加入成核剂后制品热变形温度可达到
      一百二十八度，而拉伸强度仅下降百分之四。
      2. 非粮路线的成本之争
      　　7月以来，石化法每吨成本在一万六千元左右，发酵法的报价则从九千元到
      两万元不等，相差一倍以上。差别从哪里来，业内的人士意见至今也不一致。
      """, as: .text)
    #expect(reading.issue.sections.map(\.name) == ["一、生物基材料"])
    #expect(reading.titles == ["1. 聚乳酸耐热改性取得新进展", "2. 非粮路线的成本之争"])
    #expect(reading.issue.printedContents?.entries.count == 3)
  }

  @Test("A title that the contents list names is no running head, though the list breaks off above it")
  func titleBelowBrokenLines() throws {
    let reading = try Reading(
      "# 示例新区文明简报\n\n第 17 期\n\n示例新区文明办\n\n2031年12月6日\n\n# 要目\n\n★ 新区“小巷课堂”实现社区全覆盖  \n★ 文明交通劝导进入常态化  \n★ 11月份测评通报\n\n# 新区“小巷课堂”实现社区全覆盖\n\n新区四十二个社区全部建成课堂，每周六上午开课两个小时，内容由居民点单。\n\n# 文明交通劝导进入常态化\n\n进入冬季以来，各路口每天早晚都有志愿者上岗，劝导行人和骑车的人各行其道。\n\n# 11月份测评通报\n\n十一月测评已经结束，各街道的得分都比上个月高，失分集中在楼道堆物一项上。\n"
    )
    #expect(reading.titles == ["新区“小巷课堂”实现社区全覆盖", "文明交通劝导进入常态化", "11月份测评通报"])
    #expect(reading.lines(of: "running-head-dropped") == [])
  }

  @Test("A title that the contents list names stays, though the text above it ends without a full stop")
  func titleBelowOpenText() throws {
    let reading = try Reading(
      "# 示例海岛简报\n\n第 12 期\n\n示例县办公室　　　2031年3月5日\n\n## 目录\n\n1. 春耕备耕全面展开\n2. 学校食堂开展检查\n\n## 春耕备耕全面展开\n\n三月以来，全县各乡镇抢抓农时。现场主要有以下人员\n\n## 学校食堂开展检查\n\n春季开学前后，各校食堂接受了检查。\n"
    )
    #expect(reading.titles == ["春耕备耕全面展开", "学校食堂开展检查"])
    #expect(reading.lines(of: "running-head-dropped") == [])
  }

  @Test("Sums in pounds, shillings and pence stand in one cell each, below the names of their columns")
  func columnsBelowHead() throws {
    let reading = try Reading(
      "HERON POND NOTES\n\nNo. 7      6 May 2031\n\nTHE FUNDS\n\n\(text) \(more)\n\nFund                 Receipts        Payments        Balance\nGeneral              £418  6  2      £390 11  0      £1,204  3  9\nBenevolent           £ 77  0  0      £ 61 15  0      £  388  0  4\nFuneral              £ 52 10  0      £ 36  0  0      £  917 12  6\n\n\(more)\n",
      as: .text)
    #expect(
      reading.body.contains(
        "table:Fund\tReceipts\tPayments\tBalance\nGeneral\t£418 6 2\t£390 11 0\t£1,204 3 9\nBenevolent\t£ 77 0 0\t£ 61 15 0\t£ 388 0 4\nFuneral\t£ 52 10 0\t£ 36 0 0\t£ 917 12 6"
      ))
  }
}
