import IssueModel
import IssueReading
import Testing
import UnicodeText

@Suite("Web pages as back issues")
struct PageTests {
  /// A page with masthead, one article of `body`, and `frame` around it.
  private func page(_ body: String, before: String = "", after: String = "") -> String {
    """
    <html><head><title>河畔简报</title></head><body>\(before)
    <div class="content"><h1>河畔简报</h1><p align="center">第7期</p><p>河畔镇办公室　2031年5月6日</p><hr>
    <h2>新泵站投入运行</h2>
    <p>　　\(sentence)</p>
    \(body)
    </div>\(after)</body></html>
    """
  }

  private func read(_ html: String, without repairs: Set<String> = []) throws -> Reading {
    try Reading(html, as: .html, without: repairs)
  }

  @Test("The letter of a symbol font is the bullet that it shows, and Word's lines behind it are a list")
  func symbolFont() throws {
    func item(_ words: String) -> String {
      "<p class=MsoListParagraph style='text-indent:-21pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US style='font-family:Wingdings'>l<span style='font:7.0pt \"Times New Roman\"'>&nbsp; </span></span><![endif]>\(words)</p>"
    }
    let reading = try read(page(item("水泵十二台；") + item("闸门三扇；") + item("l号闸门一扇。")))
    let list = reading.articles.flatMap(\.body).compactMap { if case .list(let list) = $0 { list } else { nil } }.first
    #expect(list?.items.map(\.plainText) == ["水泵十二台；", "闸门三扇；", "l号闸门一扇。"])
  }

  @Test("The end of the source's line behind a break leaves no blank before the words")
  func breakInBold() throws {
    let reading = try read(
      page("<h2><b><span>第三座老旧排涝泵站\n<br>\n在柳堤村完成改造</span></b></h2><p>　　\(sentence)</p>"))
    let title = try #require(reading.titles.last)
    #expect(title.hasSuffix("\n在柳堤村完成改造"))
  }

  @Test(
    "A title with a word that sites use too is a title",
    arguments: ["网友点赞新泵站", "老旧小区适老化改造完工", "无障碍坡道通车", "水厂推出扫一扫缴费", "扫描二维码领取灌溉时刻表", "把快乐分享到每个村"])
  func titleWithWordOfSites(_ title: String) throws {
    let reading = try read(page("<h2>\(title)</h2><p>　　\(sentence)</p>"))
    #expect(reading.titles == ["新泵站投入运行", title])
    #expect(!reading.ids.contains("boilerplate-dropped"))
  }

  @Test("The same words alone on a line are the site's", arguments: ["点赞　在看", "无障碍　适老化", "微信扫一扫", "扫一扫分享到朋友圈"])
  func wordsOfSites(_ line: String) throws {
    let reading = try read(page("<p>\(line)</p>"))
    #expect(reading.paragraphs == [sentence])
    #expect(reading.ids.contains("boilerplate-dropped"))
  }

  // MARK: What frames the page

  @Test(
    "What frames a page is dropped, each thing with a remark",
    arguments: [
      "<nav><a href='/'>首页</a> <a href='/a'>新闻</a></nav>",
      "<ul class='menu'><li><a href='/'>首页</a></li><li><a href='/a'>新闻</a></li></ul>",
      "<table><tr><td><a href='/'>首页</a></td><td><a href='/a'>新闻</a></td></tr></table>",
      "<div class='breadCrumb'>当前位置：<a href='/'>首页</a> &gt; <a href='/jb'>简报</a></div>",
      "<p>首页 &gt; 政务公开 &gt; 简报</p>",
      "<p>来源：镇办公室　发布时间：2031-05-07　浏览次数：31</p>",
      "<div>2031-05-07 09:31:05</div>",
      "<div class=share-box>分享到：<a href='#'>微信</a></div>",
      "<button>打印</button>",
      "<p>【打印本页】　【关闭窗口】</p>",
      "<noscript>请开启JavaScript</noscript>",
      "<div style='display: none'>仅供打印</div>",
      "<div role=dialog><p>We use cookies.</p><button>Accept</button></div>",
      "<a class=skip-link href='#main'>Skip to content</a>",
    ])
  func frame(_ html: String) throws {
    let clean = try read(page("")).issue
    let framed = try read(page("", before: html))
    #expect(framed.issue.articles.map(\.title) == clean.articles.map(\.title))
    #expect(framed.masthead.name == "河畔简报" && framed.masthead.series == nil && framed.masthead.otherLines == [])
    #expect(framed.paragraphs == [sentence])
    #expect(framed.ids.contains("boilerplate-dropped"))
  }

  @Test(
    "What stands behind the issue on a page is dropped",
    arguments: [
      "<footer><p>© 2031 河畔镇 <a href='/map'>网站地图</a></p></footer>",
      "<div>版权所有：河畔镇人民政府　ICP备00000000号<br>地址：河畔镇中街1号</div>",
      "<table><tr><td align=center>技术支持：河畔信息中心<br>公网安备 0000号</td></tr></table>",
      "<p>上一篇：<a href='6.html'>第6期</a></p><p>下一篇：没有了</p>",
      "<div class=xgwz><h3>相关文章</h3><ul><li><a href=1>汛情</a></li><li><a href=2>旱情</a></li></ul></div>",
      "<aside><h2>Related</h2><p><a href=1>One</a></p></aside>",
    ])
  func foot(_ html: String) throws {
    let framed = try read(page("<p>送：各村。</p>", after: html))
    #expect(framed.paragraphs == [sentence])
    #expect(framed.issue.imprint?.distribution.map(\.recipients) == [["各村"]])
    #expect(framed.issue.imprint?.otherLines == [] && framed.issue.imprint?.people == [])
    #expect(framed.ids.contains("boilerplate-dropped"))
  }

  @Test("Word's marks for its own browser are no text")
  func conditionalTags() throws {
    let reading = try read(
      page("<p><![if !supportEmptyParas]>&nbsp;<![endif]></p><p><![if !supportLists]>·<![endif]>\(sentence)</p>"))
    #expect(!reading.paragraphs.joined().contains("support"))
    #expect(reading.paragraphs.contains { $0.hasSuffix(sentence) })
  }

  @Test("Switched off, the repair leaves every word of the frame in the issue")
  func kept() throws {
    let html = page("", before: "<nav><a href='/'>首页新闻公告</a></nav>", after: "<footer>ICP备00000000号</footer>")
    let reading = try read(html, without: ["boilerplate"])
    #expect(reading.issue.tree.contains("首页新闻公告") && reading.issue.tree.contains("ICP备00000000号"))
    #expect(!reading.ids.contains("boilerplate-dropped"))
  }

  @Test("A remark tells line and column, also on a page of one line")
  func places() throws {
    let html = page("").split(separator: "\n").joined()
    let remark = try #require(
      try read(html.replacing("<body>", with: "<body><nav>首页</nav>")).remarks.first { $0.id == "boilerplate-dropped" })
    #expect(remark.position == SourcePosition(line: 1, column: 45))
    #expect(remark.message.english.contains("“首页”"))
    #expect(try read("\n\n" + page("<p>　　（泵站供稿）</p>")).articles.first?.source?.line == 5)
  }

  @Test("A list of links to files, and one to places on the page, is no frame")
  func links() throws {
    let files =
      "<ul><li><a href='a.doc'>登记表</a></li><li><a href='b.xlsx'>汇总表</a></li><li><a href='c.pdf'>说明</a></li></ul>"
    let reading = try read(page(files))
    #expect(reading.body.contains("list:登记表\n汇总表\n说明"))
    #expect(reading.ids == [])
  }

  @Test("A site's welcome, and how long it takes to read a page, are none of the issue")
  func welcome() throws {
    let reading = try read(
      page(
        "<div>阅读时间：约9分钟</div><h2>市民欢迎访问团到来</h2><p>　　\(sentence)</p>", before: "<span>您好，欢迎访问河畔镇网站！</span>"))
    #expect(reading.masthead.name == "河畔简报")
    #expect(reading.titles == ["新泵站投入运行", "市民欢迎访问团到来"])
    #expect(reading.paragraphs == [sentence, sentence])
    #expect(reading.remarks.count { $0.id == "boilerplate-dropped" } == 2)
  }

  @Test("A heading of the page that the masthead says again is dropped, another is not")
  func pageTitle() throws {
    let twice = """
      <h1>河畔简报2031年第7期</h1><p align=center>河畔简报</p><p align=center>2031年第7期</p><p>河畔镇办公室　2031年5月6日</p>
      <h2>新泵站投入运行</h2><p>\(sentence)</p>
      """
    let reading = try read(twice)
    #expect(reading.masthead.name == "河畔简报" && reading.masthead.otherLines == [] && reading.masthead.series == nil)
    #expect(reading.lines(of: "boilerplate-dropped") == [1])
    #expect(try read(page("")).ids == [])
  }

  // MARK: What the marks of the page become

  @Test("Paragraphs are found between two breaks, at indents, and in whatever tags")
  func paragraphs() throws {
    let body = """
      <div>　　甲村修渠三里，村民出工一百二十人次，完成土方六百方。<br>　　乙村架桥一座，桥长十二米，全村老少出行方便了许多。<br>
      <br>丙村栽树五百株，都栽在村西的荒坡上，成活率在九成以上。</div>
      <font size=3><p>丁村打井一眼。</p><p>戊村修塘一口。</p></font>
      """
    #expect(
      try read(page(body)).paragraphs.dropFirst() == [
        "甲村修渠三里，村民出工一百二十人次，完成土方六百方。", "乙村架桥一座，桥长十二米，全村老少出行方便了许多。",
        "丙村栽树五百株，都栽在村西的荒坡上，成活率在九成以上。", "丁村打井一眼。", "戊村修塘一口。",
      ])
  }

  @Test("Bold, links, pictures and raised letters are kept, by tag or by style; scripts and spacers are not")
  func inlines() throws {
    let body = """
      <p>一是<span style="font-weight: 700">抓早</span>，二是<b>抓小</b>，见<a href="https://example.org/a?b=1">网页</a>\
      和<a href="javascript:void(0)">弹窗</a>，面积3m<sup>2</sup>。<img src="s.gif" width=1 height=1></p>
      <p align=center><img data-src="pump.jpg" src="data:image/gif;base64,R0" alt="泵站"></p>
      <figure><img src="bridge.jpg" alt=""><figcaption>新桥通车</figcaption></figure><script>alert(1)</script>
      """
    let blocks = try #require(try read(page(body)).articles.first).body.dropFirst()
    #expect(
      blocks.map { $0.withoutSource } == [
        .paragraph(
          Paragraph([
            .text("一是"), .strong([.text("抓早")]), .text("，二是"), .strong([.text("抓小")]), .text("，见"),
            .link(target: "https://example.org/a?b=1", [.text("网页")]), .text("和弹窗，面积3m"),
            .superscript([.text("2")]), .text("。"),
          ])),
        .figure(Figure(image: ImageReference(target: "pump.jpg", description: "泵站"))),
        .figure(Figure(image: ImageReference(target: "bridge.jpg"), caption: [.text("新桥通车")])),
      ])
  }

  @Test("A table that places things is opened, a table of data keeps its spans")
  func tables() throws {
    let layout = """
      <table width=780><tr><td><table><tr><td align=center><h1>河畔简报</h1></td></tr>
      <tr><td><table><tr><td>第7期</td><td align=right>2031年5月6日</td></tr></table></td></tr>
      <tr><td><p align=center><b>新泵站投入运行</b></p><p>　　\(sentence)</p>
      <table border=1><tr><th colspan=2>泵站</th></tr><tr><td rowspan=2>东岸</td><td>3座</td></tr><tr><td>4座</td></tr></table>
      </td></tr></table></td></tr></table>
      """
    let reading = try read(layout)
    #expect(reading.masthead.name == "河畔简报" && reading.masthead.number?.number == 7)
    #expect(reading.masthead.date?.iso == "2031-05-06")
    #expect(reading.body == ["p:" + sentence, "table:泵站\n东岸\t3座\n4座"])
    guard case .table(let table)? = reading.articles.first?.body.last else { return }
    #expect(table.headerRows == 1 && table.rows[0][0].columnSpan == 2 && table.rows[1][0].rowSpan == 2)
  }

  @Test("A mark that leads to a note which leads back is a footnote")
  func footnotes() throws {
    let body = """
      <p>水位下降<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a>，各站照常<sup><a id=r2 href="#n2">2</a></sup>。</p>
      <hr><div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> 与上年同期相比。</p></div>
      <ol><li id=n2>不含停用的站。<a href="#r2">↩</a></li></ol>
      """
    let article = try #require(try read(page(body)).articles.first)
    #expect(article.notes.map(\.body.plainText) == ["与上年同期相比。", "不含停用的站。"])
    #expect(
      article.body.last { if case .paragraph = $0 { true } else { false } }?.withoutSource
        == .paragraph(
          Paragraph([
            .text("水位下降"), .noteReference("1"), .text("，各站照常"), .noteReference("2"), .text("。"),
          ])))
  }

  @Test("Blanks that do not collapse are blanks, those of the source are one or none")
  func blanks() throws {
    let body = "<p>&nbsp;&nbsp;&nbsp;&nbsp;Open 9&nbsp;am\n   to 5 pm,\tdaily. 全镇\n  七座泵站</p>"
    #expect(try read(page(body)).paragraphs.last == "Open 9\u{A0}am to 5 pm, daily. 全镇七座泵站")
    let tags =
      "<p>One<span> two</span> <i>three </i><a href='https://example.org/'> four</a><u>,</u> <span><br>five</span></p>"
    #expect(try read(page(tags)).paragraphs.last == "One two three  four,\nfive")
  }

  // MARK: Being told from other formats, and encodings

  @Test(
    "A page is told by its name, or by how it begins",
    arguments: [
      ("7.html", "<p>河畔简报"), ("7.HTM", "<p>河畔简报"), (nil, "<!DOCTYPE html><p>河畔简报"), (nil, " \n<html><p>河畔简报"),
      (nil, "<?xml version='1.0'?>\n<!-- x --><html xmlns='http://www.w3.org/1999/xhtml'><p>河畔简报"),
      ("page", "<HEAD><TITLE>x</TITLE></HEAD><p>河畔简报"),
    ])
  func told(_ name: String?, _ start: String) throws {
    let reading = try Reading(
      bytes: Array((start + "</p><p>第7期</p><h2>通知</h2><p>\(sentence)").utf8), as: nil, named: name)
    #expect(reading.masthead.name == "河畔简报" && reading.paragraphs == [sentence])
  }

  @Test("Markdown that begins with a tag is Markdown", arguments: ["<div align=center>", "<!-- 注 -->", "<htmlx>"])
  func markdown(_ start: String) throws {
    let reading = try Reading(start + "\n\n# 河畔简报\n\n第7期\n\n## 通知\n\n\(sentence)\n", as: nil)
    #expect(reading.masthead.name == "河畔简报")
  }

  @Test(
    "The encoding is what the page declares, unless its bytes say otherwise",
    arguments: [
      ("<meta charset=gb2312>", Charset.gb18030, [String]()),
      ("<META HTTP-EQUIV=\"Content-Type\" CONTENT=\"text/html; charset=GBK\">", .gb18030, []),
      ("<?xml version=\"1.0\" encoding=\"gb2312\"?><html>", .gb18030, []),
      ("<meta charset=\"utf-8\">", .utf8, []), ("", .utf8, []),
      ("<meta charset=\"gb2312\">", .utf8, ["encoding-declared-wrong"]),
      ("<meta charset=\"utf-8\">", .gb18030, ["encoding-declared-wrong", "encoding-guessed"]),
      ("<meta charset=\"iso-8859-1\">", .gb18030, ["encoding-guessed"]),
      ("<meta charset=\"x-unknown\">", .gb18030, ["encoding-guessed"]),
      ("", .gb18030, ["encoding-guessed"]),
    ])
  func encodings(_ head: String, _ charset: Charset, _ remarks: [String]) throws {
    let text = head + page("")
    let reading = try Reading(bytes: charset.bytes(of: text), as: .html)
    #expect(reading.paragraphs == [sentence])
    #expect(reading.ids == remarks)
  }

  enum Charset: Sendable {
    case utf8, gb18030
    func bytes(of text: String) -> [UInt8] {
      self == .utf8 ? Array(text.utf8) : (try? TextEncoder(.gb18030).encode(text)) ?? []
    }
  }
}

extension Block {
  /// The block as it would be if made by program.
  fileprivate var withoutSource: Block {
    switch self {
    case .paragraph(let block): .paragraph(Paragraph(block.inlines, role: block.role))
    case .figure(let block): .figure(Figure(image: block.image, caption: block.caption))
    default: self
    }
  }
}
