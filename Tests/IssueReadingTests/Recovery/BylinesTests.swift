import Testing

@Suite("Recovery: writers below titles")
struct BylinesTests {
  private let head = "# 河畔厂讯\n\n第7期\n\n河畔水泥厂工会\n\n2031年5月6日\n\n---\n\n"

  @Test(
    "Where somebody works and who it is, in a line between title and text",
    arguments: ["机修车间　简大勇", "校長　區兆棠", "（秘鲁）谭炳荣", "（加拿大）Jenny Wong", "运检部  丁 力", "教务处 保卫处", "文学院 2018 级　季采薇"])
  func writers(_ line: String) throws {
    let reading = try Reading(head + "**废料堆里找回四十七万**\n\n\(line)\n\n\(sentence)\n\n**夏收准备就绪**\n\n\(sentence)\n")
    #expect(reading.titles == ["废料堆里找回四十七万", "夏收准备就绪"])
    #expect(reading.articles.first?.byline == line)
    #expect(reading.articles.last?.byline == nil)
  }

  @Test("A pen name says nothing by itself: it is a byline where other titles have one like it")
  func penName() throws {
    let reading = try Reading(head + "**夏收准备就绪**\n\n黎　岩\n\n\(sentence)\n\n**三把菜刀**\n\n夜航船\n\n\(sentence)\n")
    #expect(reading.titles == ["夏收准备就绪", "三把菜刀"])
    #expect(reading.articles.map(\.byline) == ["黎　岩", "夜航船"])
    let alone = try Reading(head + "**夏收准备就绪**\n\n\(sentence)\n\n**三把菜刀**\n\n夜航船\n\n\(sentence)\n")
    #expect(alone.articles.compactMap(\.byline) == [])
  }

  @Test("The second line of a title is no writer")
  func goesOn() throws {
    let reading = try Reading(head + "**河畔厂召开大会**\n\n**部署今年 安全生产**\n\n\(sentence)\n")
    #expect(reading.titles == ["河畔厂召开大会部署今年 安全生产"])
    #expect(reading.articles.first?.byline == nil)
  }

  @Test("A heading of nothing but offices below a title is who wrote it")
  func heading() throws {
    let reading = try Reading(head + "#### 新教学楼启用三问三答\n\n## 教务处 保卫处\n\n\(sentence)\n\n#### 夏收准备就绪\n\n\(sentence)\n")
    #expect(reading.articles.first?.byline == "教务处 保卫处")
  }

  @Test("A letter begins with whom it is to, behind its writer; a person or a group signs it above the date")
  func letters() throws {
    let text =
      head
      + "**还记得龙眼树**\n\n（秘鲁）谭炳荣\n\n编辑先生：\n\n\(sentence)\n\n谭炳荣\n\n2031年4月2日\n\n**最后五分钟**\n\n督导室：\n\n\(sentence)\n\n学前2班全体同学\n\n2031年4月20日\n"
    let reading = try Reading(text)
    #expect(reading.titles == ["还记得龙眼树", "最后五分钟"])
    #expect(reading.articles.map(\.signature?.office) == ["谭炳荣", "学前2班全体同学"])
  }

  @Test("Title and subtitle in one bold paragraph of a page are parted")
  func boldPair() throws {
    let reading = try Reading(
      head
        + "<p align=\"center\"><b>一口锅为什么能烧三年<br>——白果村食堂调查</b></p>\n\n<p align=\"center\">县民政局　滕小舟</p>\n\n\(sentence)\n\n<h4>（一）饭钱从哪里来</h4>\n\n\(sentence)\n"
    )
    #expect(reading.titles == ["一口锅为什么能烧三年"])
    #expect(reading.articles.first?.subtitle == "白果村食堂调查")
    #expect(reading.articles.first?.byline == "县民政局　滕小舟")
    #expect(reading.body.contains("h2:（一）饭钱从哪里来"))
  }

  @Test("Bold names of offices, each above text, divide an article: the first is not its writer")
  func offices() throws {
    let reading = try Reading(
      head + "**二、各部门近期工作动态**\n\n**教务处**\n\n\(sentence)\n\n**德育处**\n\n\(sentence)\n\n**总务处**\n\n\(sentence)\n")
    #expect(reading.articles.first?.byline == nil)
    #expect(reading.body.filter { $0.hasPrefix("h1:") } == ["h1:教务处", "h1:德育处", "h1:总务处"])
  }

  @Test("Who told it and who wrote it down, on two lines, are one byline")
  func credits() throws {
    let reading = try Reading(head + "**种树的人**\n\n口述：冼有根（第一代造林员）\n\n整理：谷小满\n\n\(sentence)\n")
    #expect(reading.articles.first?.byline == "口述：冼有根（第一代造林员）　整理：谷小满")
    #expect(reading.paragraphs == [sentence])
  }

  @Test("A lower heading below a title that names a person is the writer, and so is one below a listed title")
  func writerAsHeading() throws {
    let person = try Reading(bulletin("#### 凌 舸\n\n\(sentence)"))
    #expect(person.articles.map(\.byline) == ["凌 舸"])
    let listed = try Reading(
      "# 河畔简报\n\n第7期\n\n2031年5月6日\n\n## 目录\n\n泵站检修调查\n\n# 泵站检修调查\n\n## 河畔镇调研组\n\n\(sentence)")
    #expect(listed.articles.map(\.byline) == ["河畔镇调研组"])
  }

  @Test("Three letters set apart behind an office are one name")
  func spreadName() throws {
    let reading = try Reading(bulletin("哲学教研室 单 其 渊\n\n\(sentence)"))
    #expect(reading.articles.map(\.byline) == ["哲学教研室 单 其 渊"])
  }

  @Test("A monk's name right below a title is its writer's")
  func monk() throws {
    let reading = try Reading(bulletin("释了云\n\n\(sentence)"))
    #expect(reading.articles.first?.byline == "释了云")
    #expect(reading.paragraphs == [sentence])
  }
}
