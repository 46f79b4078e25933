import IssueModel
import Testing

@Suite("Text that no empty line parts from what stands above it")
struct TightEndingTests {
  private static let masthead = """
    # 湖畔工作简报

    第5期

    湖畔区政府办公室　　2031年3月4日

    """
  private static let articles = """

    ## 水务局开展河道清淤

    三月以来，区水务局组织六支队伍清理河道，累计清出淤泥三千立方米，两岸居民反映良好。

    ## 农技站送种下乡

    农技站把早稻种子送到十二个村，共发放种子八千斤，并派技术员驻村指导育秧。

    """

  @Test(
    "An office and a date right below an article's last paragraph or item sign it",
    arguments: ["各村已完成秧田平整，计划三月下旬播种，比去年提早五天。", "- 第一批发往东片六村。\n- 第二批发往西片六村，比去年提早五天。"])
  func gluedSignature(ending: String) throws {
    let text = Self.masthead + Self.articles + "\n" + ending + "\n区农技站\n2031年3月2日\n\n报：区委办公室\n"
    let article = try #require(try Reading(text).articles.last)
    #expect(article.signature?.office == "区农技站")
    #expect(article.signature?.date?.iso == "2031-03-02")
    #expect(article.body.map(\.plainText).joined().hasSuffix("比去年提早五天。"))
  }

  @Test("An office that ends a wrapped paragraph signs nothing")
  func wrappedOffice() throws {
    let text =
      Self.masthead + Self.articles + "\n各村已完成秧田平整，计划三月下旬播种，负责这项工作的是\n区农技站\n\n报：区委办公室\n"
    let article = try #require(try Reading(text).articles.last)
    #expect(article.signature == nil)
    #expect(article.body.map(\.plainText).joined().hasSuffix("负责这项工作的是区农技站"))
  }

  @Test("Whole sentences that fill a line each right below a heading are paragraphs, signed below")
  func tightArticles() throws {
    let text =
      Self.masthead + """

        ## 水务局开展河道清淤
        三月以来，区水务局组织六支队伍清理河道，累计清出淤泥三千立方米，两岸居民反映良好。
        目前七条河道已全部通水，余下两条将在四月底前完成，届时全区河道都能行船。
        区水务局
        2031年3月3日

        ## 农技站送种下乡
        农技站把早稻种子送到十二个村，共发放种子八千斤，并派技术员驻村指导育秧。
        各村已完成秧田平整，计划三月下旬播种，比去年提早五天。
        """
    let issue = try Reading(text).issue
    #expect(issue.articles.map(\.body.count) == [2, 2])
    #expect(issue.articles[0].signature?.office == "区水务局")
  }

  @Test("A line without strokes right below a table is no row of it; a row of one cell within a table stays")
  func lineBelowTable() throws {
    let table = "| 队别 | 出工 |\n|---|---|\n| 一队 | 30 |\n| 二队 | 28 |\n"
    let below = "目前七条河道已全部通水，余下两条将在四月底前完成。"
    let reading = try Reading(Self.masthead + Self.articles + "\n" + table + below + "\n")
    let body = try #require(reading.articles.last?.body)
    guard case .table(let found) = try #require(body.dropLast().last) else {
      Issue.record("no table above the last paragraph")
      return
    }
    #expect(found.rows.count == 3)
    #expect(body[body.count - 1].plainText == below)
    #expect(reading.lines(of: "empty-lines-missing").count == 1)
    // Where a cell goes on below, the table does too.
    let open = Self.masthead + Self.articles + "\n| 队别 | 出工 |\n|---|---|\n| 一队 | 三十人\n另有民工 |\n"
    #expect(try Reading(open).lines(of: "empty-lines-missing").isEmpty)
  }

  @Test("A contents list in a table with numbers and contributors beside the titles is one, and who wrote is told")
  func contentsTable() throws {
    let table = """
      **本期目录**

      | 序号 | 标题 | 供稿单位 |
      |---|---|---|
      | 1 | 水务局开展河道清淤 | 区水务局 |
      | 2 | 农技站送种下乡 | 区农技站 |

      """
    let reading = try Reading(Self.masthead + "\n" + table + Self.articles)
    #expect(reading.issue.printedContents?.entries.map(\.text) == ["水务局开展河道清淤", "农技站送种下乡"])
    #expect(reading.articles.count == 2)
    let told = reading.remarks.filter { $0.id == "layout-table-opened" }.map(\.message.english).joined()
    for word in ["供稿单位", "区水务局", "区农技站"] { #expect(told.contains(word)) }
  }

  @Test("A date that the masthead broke over two lines is one", arguments: ["\n", "\n\n"])
  func brokenDate(between: String) throws {
    let text =
      "# 湖畔工作简报\n\n第5期\n\n湖畔区政府办公室　二〇三一年三" + between + "月四日\n" + Self.articles
    let issue = try Reading(text).issue
    #expect(issue.masthead.date?.iso == "2031-03-04")
    #expect(issue.masthead.office == "湖畔区政府办公室")
    #expect(issue.articles.count == 2)
  }

  @Test("A recipient whose word for an office is broken over two lines is one")
  func brokenRecipient() throws {
    let text =
      Self.masthead + Self.articles + "\n报：区委办公室，区人大常委会办\n公室，区政协办公\n室\n送：各镇街\n"
    let imprint = try #require(try Reading(text).issue.imprint)
    #expect(imprint.distribution.first?.recipients == ["区委办公室", "区人大常委会办公室", "区政协办公室"])
    #expect(imprint.distribution.count == 2 && imprint.office == nil)
  }
}
