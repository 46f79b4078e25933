import IssueModel
import Testing

@Suite("Words that a page or a note holds beside its text")
struct ToldWordsTests {
  private func page(_ inner: String) -> String {
    "<html><body><h1>河畔简报</h1><p>第7期　河畔镇办公室　2031年5月6日</p><hr><h2>新泵站投入运行</h2><p>\(sentence)</p>\(inner)</body></html>"
  }

  private func told(_ reading: Reading, _ id: String) -> String {
    reading.remarks.filter { $0.id == id }.map(\.message.english).joined(separator: "\n")
  }

  @Test("A comment that Word's reviewers left is told, and is neither text nor a recipient")
  func wordComment() throws {
    let list =
      "<p>报：区委办公室<span style='mso-element:comment'><a class=msocomanchor href='#_c1'>[王五1]</a></span></p>"
      + "<div style='mso-element:comment-list'><div style='mso-element:comment'><p>[王五1]此处核实人数</p></div></div>"
    let reading = try Reading(page(list), as: .html)
    #expect(reading.issue.imprint?.distribution.map(\.recipients) == [["区委办公室"]])
    #expect(told(reading, "comment-dropped").contains("此处核实人数"))
  }

  @Test("The words of WordArt are text, and those in what only Word reads are told")
  func wordArt() throws {
    let open = try Reading(page("<p><v:shape><v:textpath string=\"喜迎汛期平安\"/></v:shape></p>"), as: .html)
    #expect(open.paragraphs.last == "喜迎汛期平安")
    let hidden = try Reading(
      page("<!--[if gte vml 1]><v:shape alt=\"泵站图\"><v:textpath string=\"喜迎汛期平安\"/></v:shape><![endif]-->"),
      as: .html)
    #expect(told(hidden, "comment-dropped").contains("泵站图 喜迎汛期平安"))
  }

  @Test("Pages within frames, what is shown without scripts, and instructions to programs are told by their words")
  func otherWords() throws {
    let inner =
      "<iframe srcdoc=\"<p>内嵌的通知</p>\"></iframe><noscript>请打开脚本以阅读全文</noscript><?note 待补照片两张?>"
    let reading = try Reading(page(inner), as: .html)
    #expect(told(reading, "media-dropped").contains("内嵌的通知"))
    #expect(told(reading, "boilerplate-dropped").contains("text for browsers without scripts “请打开脚本以阅读全文”"))
    #expect(told(reading, "comment-dropped").contains("待补照片两张"))
  }

  @Test("What stands at the foot of a site is told whole")
  func siteFoot() throws {
    let foot =
      "版权所有：河畔镇人民政府　地址：河畔镇湖滨路1号河畔镇综合服务中心三楼　电话：0000-1234567　技术支持：河畔网络公司　湖ICP备00000000号　网站标识码：1234567890"
    let reading = try Reading(page("<div class=\"footer\">\(foot)</div>"), as: .html)
    #expect(told(reading, "boilerplate-dropped").contains("网站标识码：1234567890"))
  }

  @Test("Words that HTML within Markdown strikes out are told, and quotations get their marks")
  func struckAndQuoted() throws {
    let reading = try Reading(bulletin("站长说<q>水泵<del>全部</del><q>最后一台</q>已换</q>，请放心。"))
    #expect(reading.paragraphs.last == "站长说“水泵全部‘最后一台’已换”，请放心。")
    #expect(told(reading, "strikethrough-dropped").contains("全部"))
    let corners = try Reading(bulletin("站長說「水泵」已<q>全部</q>更換，請放心。"))
    #expect(corners.paragraphs.last == "站長說「水泵」已「全部」更換，請放心。")
  }

  @Test("A paragraph right below a footnote is no more of it; a wrapped footnote is one")
  func belowNote() throws {
    let apart = try Reading(bulletin("\(sentence)[^1]\n[^1]: 含支流泵站。\n各站值守人员已全部到岗。"))
    #expect(apart.paragraphs.last == "各站值守人员已全部到岗。")
    #expect(apart.articles.last?.notes.map(\.body.plainText) == ["含支流泵站。"])
    #expect(apart.lines(of: "empty-lines-missing").count == 1)
    let wrapped = try Reading(bulletin("\(sentence)[^1]\n\n[^1]: 含支流泵站，其中两座为去年新建，\n另有一座待验收。"))
    #expect(wrapped.articles.last?.notes.map(\.body.plainText) == ["含支流泵站，其中两座为去年新建，另有一座待验收。"])
  }
}
