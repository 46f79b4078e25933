import IssueModel

/// Issues of offices that do not exist.
enum SampleIssues {
  static func text(_ text: String) -> Block { .paragraph(Paragraph([.text(text)])) }

  static let paragraphs = [
    "云溪县文化馆联合各乡镇综合文化站，围绕“家门口的文化课堂”持续开展送戏下乡、流动书屋、非遗体验等活动。今年以来，共举办各类活动126场，参与群众超过3.8万人次，比去年同期增长百分之十五——这是全县公共文化服务提质增效的一个缩影。",
    "会议指出，要把群众满意作为工作的出发点和落脚点，坚持问题导向、目标导向、结果导向相统一，进一步健全“需求征集、项目策划、跟踪问效”的闭环机制……推动优质资源向基层延伸，让更多人就近享受到高品质的文化生活。",
    "据统计，2031年1月至6月，全县新建改建村级文化广场47个，配送图书1.2万册，培训文艺骨干360余名。下一步，县文化馆将会同有关部门，对照《公共文化服务三年行动方案》逐项抓好落实，确保年底前完成全部建设任务。",
  ]

  /// Enough text for some pages.
  static func body(_ count: Int) -> [Block] {
    (0..<count).map { text(paragraphs[$0 % paragraphs.count]) }
  }

  /// Everything an issue can have.
  static let full: Issue = {
    let first = Article(
      title: "云溪县召开专题会议 研究部署全县公共文化服务提质增效三年行动重点工作任务",
      subtitle: "全县宣传思想文化工作会议侧记", kicker: "迈出新步伐", byline: "本刊通讯员　林晓禾",
      attribution: "县文化馆", attributionLabel: "供稿",
      signature: Signature(
        office: "云溪县文化馆", date: IssueDate(verbatim: "2031 年 7 月 1 日", year: 2031, month: 7, day: 1)),
      editorsNote: EditorsNote(body: [text("本文系统总结了近年来的做法，现予刊发，供各单位学习借鉴。")]),
      body: [
        .paragraph(Paragraph([.text("各乡镇党委、政府：")], role: .salutation)),
        .paragraph(
          Paragraph([
            .strong([.text("坚持机制先行，夯实服务基础。")]), .text("县里成立专班，明确“一把手”责任，"),
            .emphasis([.text("逐月调度")]), .text("、逐项销号"), .noteReference("a"), .text("。详见"),
            .link(target: "https://example.org/a b?x=1&y=2", [.text("工作方案")]), .text("，面积为12 m"),
            .superscript([.text("2")]), .text("，编号"), .code("YX-2031·07"), .text("，H"), .subscript([.text("2")]),
            .text("O。don’t 与 kW·h 为西文写法。"),
          ])),
        .subheading(Subheading(level: 1, [.text("一、主要做法")])),
      ] + body(2) + [
        .subheading(Subheading(level: 2, [.text("（一）健全机制")])),
        text("县乡两级建立联席会议制度。"),
        .subheading(Subheading(level: 3, [.text("1.明确分工")])),
        text("分工到人，责任到岗。"),
        .subheading(Subheading(level: 4, [.text("（1）县级层面")])),
        .list(
          List(
            start: 3,
            items: [
              [text("第一项工作，需要多写一些文字，好让这一项折到下一行去，看一看折行之后的样子对不对。")],
              [
                text("第二项工作。"),
                .list(List(start: nil, items: [[text("甲组")], [text("乙组")]])),
              ],
            ])),
        .list(List(start: nil, items: [[text("没有编号的事项")], [text("另一事项")]])),
        .table(
          Table(
            caption: [.text("表1　上半年活动情况")], alignments: [.left, .right, .center], headerRows: 1,
            rows: [
              [.init([text("乡镇")]), .init([text("场次")]), .init([text("备注")])],
              [.init([text("青石镇")], rowSpan: 2), .init([text("42")]), .init([text("含“流动书屋”")])],
              [.init([text("37")]), .init([text("——")])],
              [.init([text("合计")]), .init([text("126场")], columnSpan: 2)],
            ])),
        .figure(Figure(image: ImageReference(target: "missing.png", description: "活动现场"))),
        .figure(
          Figure(
            image: ImageReference(target: "dot.png", description: "示意图"), caption: [.text("图1　活动现场")])),
        .quote(Quote([text("群众的需要在哪里，文化服务就延伸到哪里。")])),
        .rule(Rule()),
        .preformatted(Preformatted("  A  B\n  1  2")),
        .paragraph(Paragraph([.text("附件：1.活动安排表；2.联系人名单以及其他需要一并印发的有关材料和说明文件")], role: .attachments)),
      ],
      notes: [Note(id: "a", body: [text("见县政府办〔2031〕5号文件，网址略。")])])
    return Issue(
      masthead: Masthead(
        series: "推进乡村文化振兴　建设书香云溪", name: "文化工作简报",
        number: IssueNumber(verbatim: "2031年第 7 期（总第 86 期）", year: 2031, number: 7, total: 86),
        office: "云溪县文化广电旅游局办公室", date: IssueDate(verbatim: "2031年7月1日", year: 2031, month: 7, day: 1),
        notice: "内部资料　注意保存"),
      editorsNote: EditorsNote(body: [text("本期集中刊发基层文化服务的经验做法。"), text("欢迎来稿。")]),
      sections: [
        Section(name: "工作动态", articles: [first]),
        Section(
          name: "经验交流",
          articles: [
            Article(
              title: "青石镇：“小书屋”托起“大民生”", attribution: "青石镇党委宣传办", body: body(9)),
            Article(title: "简讯", body: body(1)),
          ]),
      ],
      imprint: Imprint(
        distribution: [
          Distribution(label: "报", recipients: ["市文化广电旅游局", "县委宣传部", "县委办公室", "县政府办公室"]),
          Distribution(
            label: "送",
            recipients: ["县人大常委会教科文卫工委", "县政协文史委", "县委各部门", "县直各单位", "各人民团体", "驻县有关单位"]),
          Distribution(label: "发", recipients: ["各乡镇党委、政府", "各街道办事处"]),
        ], copies: 120, people: [Responsibility(role: "责任编辑", names: ["林晓禾", "周亦安"])],
        office: "云溪县文化广电旅游局办公室", printDate: IssueDate(verbatim: "2031年7月2日印发", year: 2031, month: 7, day: 2)),
      printedContents: PrintedContents(
        heading: "目　录",
        entries: [
          ContentsEntry(kind: .section, text: "工作动态"),
          ContentsEntry(
            kind: .article, text: "云溪县召开专题会议 研究部署全县公共文化服务提质增效三年行动重点工作任务", page: "1"),
          ContentsEntry(kind: .section, text: "经验交流"),
          ContentsEntry(kind: .article, text: "青石镇：“小书屋”托起“大民生”", page: "3"),
          ContentsEntry(kind: .article, text: "简讯", label: "※"),
        ]))
  }()

  static let english = Issue(
    masthead: Masthead(
      name: "Harbour Institute Bulletin", number: IssueNumber(verbatim: "Vol. 12 No. 3", volume: 12, number: 3),
      office: "Office of Communications", date: IssueDate(verbatim: "4 May 2031", year: 2031, month: 5, day: 4)),
    sections: [
      Section(
        name: "News",
        articles: [
          Article(
            title: "Tide gauges along the northern quay now report every minute, and the archive is open to all",
            byline: "Ada Marsh",
            body: [
              text(
                "The institute’s new gauges went live on Monday — the first since 2019 — and report “every minute, "
                  + "every day”. Data from the old network has been merged into the open archive, which now spans "
                  + "forty-one years of readings."),
              .subheading(Subheading(level: 1, [.text("What changes")])),
              text("Nothing for readers of this bulletin; everything for those who plan dredging."),
              .list(List(start: 1, items: [[text("Apply for a key.")], [text("Read the terms.")]])),
            ], notes: [])
        ])
    ],
    imprint: Imprint(
      distribution: [Distribution(label: "To", recipients: ["All departments", "Harbour Board"])],
      office: "Office of Communications"),
    printedContents: PrintedContents(
      heading: "In this issue", entries: [ContentsEntry(kind: .section, text: "News")]),
    language: .english)

  static let minimal = Issue(
    masthead: Masthead(name: "简报"), sections: [Section(articles: [Article(title: "", body: [text("只有一段。")])])])

  static let empty = Issue()

  static let hugeTitle = Issue(
    masthead: Masthead(
      name: "云溪县人民政府办公室关于全县农业农村现代化示范区建设领导小组工作情况专报",
      number: IssueNumber(verbatim: "第1期"), office: "领导小组办公室"),
    sections: [
      Section(articles: [
        Article(title: String(repeating: "关于进一步加强和改进新形势下基层文化服务工作的若干意见", count: 6), body: body(4))
      ])
    ],
    imprint: Imprint(otherLines: ["共印16份"]))

  /// Rows as other offices arrange them.
  static let arranged = Issue(
    masthead: Masthead(
      series: "云溪信息", name: "每日舆情",
      number: IssueNumber(verbatim: "第488期"), office: "云溪县委网信办 主办",
      date: IssueDate(verbatim: "2031年7月1日", year: 2031, month: 7, day: 1), classification: "秘密★1年",
      notice: "仅供参考", copyNumber: "000123", signer: "王　岚", otherLines: ["（总第3766期）"],
      arrangement: [
        [.copyNumber], [.classification, .notice], [.series], [.name], [.number], [.other(0)],
        [.office, .number, .date], [.signer], [.office], [.date],
      ]),
    sections: [Section(name: "一、要情", articles: [Article(title: "简讯一则", body: body(1))])],
    imprint: Imprint(
      distribution: [Distribution(label: "本期增发", recipients: ["县应急管理局"])], copiesVerbatim: "（共印16份）",
      people: [Responsibility(role: "分析", names: ["甲"]), Responsibility(role: "审核", names: ["乙"])],
      office: "云溪县委网信办", contact: "电话：000-1234567",
      arrangement: [
        [.distribution(0)], [.people(0), .people(1), .contact], [.office], [.copies],
      ]))

  static let all: [(name: String, issue: Issue)] = [
    ("full", full), ("english", english), ("minimal", minimal), ("empty", empty), ("huge-title", hugeTitle),
    ("arranged", arranged),
  ]
}
