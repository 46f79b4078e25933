import IssueModel

/// Not the issues that tests record.
typealias Issue = IssueModel.Issue

/// Issues of offices that do not exist, with everything an issue can hold.
enum FictionalIssues {
  /// A Chinese bulletin of two sections.
  static let chinese = Issue(
    masthead: Masthead(
      series: "“清水绿岸”专项行动", name: "清河水务简报",
      number: IssueNumber(verbatim: "2024年第7期（总第52期）", year: 2024, number: 7, total: 52),
      office: "清河市水务局办公室编", date: IssueDate(verbatim: "2024 年 3 月 8 日", year: 2024, month: 3, day: 8),
      notice: "内部资料 注意保存"),
    editorsNote: EditorsNote(
      body: [
        paragraph("入春以来，全市上下抢抓农闲时机，清淤、护岸、植绿同步推进。本期选登三篇来稿，供各单位学习借鉴。")
      ]),
    sections: [
      Section(
        name: "工作动态",
        articles: [
          Article(
            title: "全市春季河道清淤现场会在柳溪镇召开 部署汛前八项重点工作", subtitle: "柳溪镇做法得到与会代表好评",
            attribution: "市水务局河道科", attributionLabel: "供稿",
            body: [
              paragraph(
                "3月5日，全市春季河道清淤现场会在柳溪镇召开。会议通报了去冬今春清淤进展：截至2月29日，全市完成清淤河道 128 条、326.5公里，占计划的91.8%，投入资金1.2亿元，参加群众4.6万余人次。副市长林知远出席会议并讲话，各县（区）分管负责同志、水务局局长参加会议。"
              ),
              Block.subheading(Subheading(level: 1, [.text("一、把责任落到每一段河")])),
              .paragraph(
                Paragraph([
                  .strong([.text("分段包干，一河一策。")]),
                  .text(
                    "柳溪镇把17条河道划成96段，每段都有“河段长”——多数是村里的老党员、老水工——姓名和电话写在岸边的牌子上，群众一看就知道该找谁……“以前是‘谁都管、谁都不管’，现在是‘一抬头就找到人’。”镇水利站站长如是说。"
                  ), .noteReference("a"),
                ])),
              Block.subheading(Subheading(level: 1, [.text("二、让群众看得见、管得着")])),
              .paragraph(
                Paragraph([
                  .text("清淤进度、资金使用每周在"), .link(target: "https://water.example.org/qingyu/2024", [.text("市水务局网站")]),
                  .text("公布，举报邮箱为jubao@water.example.org，来信3日内答复。"),
                ])),
              .list(
                List(
                  start: 1,
                  items: [
                    [paragraph("3月底前完成全部清淤任务，4月10日前完成验收，验收结果在村务公开栏公示不少于7天；")],
                    [paragraph("淤泥优先用于改良土壤；")],
                    [
                      paragraph("建立长效管护制度。"),
                      .list(List(start: nil, items: [[paragraph("每月巡查两次；")], [paragraph("每季通报一次。")]])),
                    ],
                  ])),
              .table(
                Table(
                  caption: [.text("各县（区）清淤进度")], alignments: [.left, .right, .right, .right], headerRows: 1,
                  rows: [
                    row("县（区）", "计划（公里）", "完成（公里）", "完成率"), row("柳溪县", "86.0", "84.2", "97.9%"),
                    row("临川区", "142.5", "130.1", "91.3%"), row("望湖区", "127.0", "112.2", "88.3%"),
                  ])),
              .figure(
                Figure(image: ImageReference(target: "site.jpg", description: "挖掘机"), caption: [.text("图1　柳溪河清淤现场")])),
              paragraph("会议要求，各地要对照清单逐项销号。"),
            ],
            notes: [Note(id: "a", body: [paragraph("河段长，指负责某一河段日常巡查、报告的人员，由所在村推选。")])]),
          Article(
            title: "望湖区：“五个到位”筑牢防汛安全线",
            signature: Signature(
              office: "望湖区防汛办", date: IssueDate(verbatim: "2024年3月6日", year: 2024, month: 3, day: 6)),
            body: [
              paragraph("望湖区坚持早动员、早部署、早检查，以“五个到位”备战汛期。"),
              .quote(Quote([paragraph("宁可十防九空，不可失防万一。")])),
              .table(
                Table(
                  headerRows: 1,
                  rows: [
                    row("单位", "措施", "责任人和联系方式"),
                    row(
                      "区应急局", "组建抢险队伍6支、220人，完成两轮培训和一次夜间拉练，演练中发现的问题全部列入清单逐一整改，并向社会公布预案要点",
                      "陈方，电话0510-5550123，邮箱chenfang@wanghu.example.org"),
                    row("区水务局", "检查泵站38座、涵闸112座", "李晓，电话0510-5550456"),
                  ])),
              .preformatted(Preformatted("水位  流量\n3.52  120\n3.61  134")),
            ]),
        ]),
      Section(
        name: "经验交流",
        articles: [
          Article(
            title: "小河清了，人心近了", byline: "苏北海",
            body: [
              paragraph("临川区石桥村有一条无名小河，两公里长，从前臭得没人走近，如今岸上天天有人散步、下棋、说闲话。"),
              .rule(Rule()),
              paragraph("“河长制”好不好，河边的人最有发言权。"),
            ])
        ]),
    ],
    imprint: Imprint(
      distribution: [
        Distribution(label: "报", recipients: ["市委办公室", "市人大常委会办公室", "市政府办公室", "市政协办公室", "省水务厅办公室"]),
        Distribution(
          label: "送", recipients: ["各县（区）委、政府", "市各有关部门", "市防汛抗旱指挥部各成员单位", "驻市水利工程管理单位", "市有关新闻单位", "各大中型灌区管理处"]),
        Distribution(label: "发", recipients: ["各县（区）水务局", "局属各单位"]),
      ], copies: 160, people: [Responsibility(role: "责任编辑", names: ["周安", "许宁"])], office: "清河市水务局办公室",
      printDate: IssueDate(verbatim: "2024年3月8日印发", year: 2024, month: 3, day: 8)),
    printedContents: PrintedContents(
      heading: "本期要目",
      entries: [
        ContentsEntry(kind: .section, text: "工作动态"),
        ContentsEntry(kind: .article, text: "全市春季河道清淤现场会在柳溪镇召开 部署汛前八项重点工作", page: "1"),
        ContentsEntry(kind: .article, text: "望湖区：“五个到位”筑牢防汛安全线", page: "3"),
        ContentsEntry(kind: .section, text: "经验交流"),
        ContentsEntry(kind: .article, text: "小河清了，人心近了", page: "12"),
      ]))

  /// An English bulletin.
  static let english = Issue(
    masthead: Masthead(
      series: "Rivers and Harbours", name: "The Lockkeeper’s Bulletin",
      number: IssueNumber(verbatim: "Vol. 12 No. 3", volume: 12, number: 3), office: "Northmere Canal Office",
      date: IssueDate(verbatim: "14 May 2024", year: 2024, month: 5, day: 14)),
    sections: [
      Section(
        name: "News",
        articles: [
          Article(
            title: "The upper lock opens again after a winter of repairs, a week ahead of plan",
            byline: "By Ann Example",
            attribution: "Northmere Canal Office",
            editorsNote: EditorsNote(label: "Editor’s note", body: [paragraph("Readers asked for the whole story.")]),
            body: [
              paragraph(
                "The upper lock opened on 9 May — a week early. “Nobody believed it,” said the foreman, who had waited 14 weeks for the gates; they weigh 9.5 t each and came by barge from a yard 212 km away."
              ),
              .paragraph(
                Paragraph([
                  .text("Plans are "),
                  .link(
                    target: "https://canal.example.org/plans/upper-lock/2024/gates-and-paddles.html",
                    [.text("on the web")]),
                  .text("; write to office@canal.example.org."), .noteReference("n"),
                ])),
              .list(
                List(
                  start: nil,
                  items: [
                    [paragraph("Boats over 18 m wait for the keeper.")], [paragraph("No fishing from the gates.")],
                  ])),
              .table(
                Table(
                  alignments: [.left, .right], headerRows: 1,
                  rows: [row("Month", "Boats"), row("April", "112"), row("May", "98")])),
            ], notes: [Note(id: "n", body: [paragraph("Letters are answered within a week.")])])
        ])
    ],
    imprint: Imprint(
      distribution: [Distribution(label: "To", recipients: ["all lockkeepers", "the harbour board"])], copies: 40),
    language: .english)

  static func paragraph(_ text: String) -> Block { .paragraph(Paragraph([.text(text)])) }

  static func row(_ cells: String...) -> [Table.Cell] { cells.map { Table.Cell([paragraph($0)]) } }
}
