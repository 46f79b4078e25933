import ExportPipeline
import HouseStyle
import IssueModel
import Testing

private typealias Issue = IssueModel.Issue

@Suite("The rows of masthead and imprint, as the house states them")
struct ArrangementTests {
  private let issue = Issue(
    masthead: Masthead(
      series: "湖畔丛刊", name: "湖畔简报", number: IssueNumber(verbatim: "第3期", number: 3), office: "湖畔区政府办公室",
      date: IssueDate(verbatim: "2031年4月5日", year: 2031, month: 4, day: 5), classification: "内部", signer: "沈苇舟",
      otherLines: ["总第86期"], arrangement: [[.series], [.name], [.number, .signer], [.other(0)], [.office, .date]]),
    sections: [Section(articles: [Article(title: "开馆", body: [])])],
    imprint: Imprint(
      distribution: [
        Distribution(label: "报", recipients: ["市政府"]), Distribution(label: "发", recipients: ["各镇"]),
        Distribution(label: "抄送", recipients: ["区人大"]),
      ], copies: 50, people: [Responsibility(role: "编辑", names: ["林晓禾"])], office: "湖畔区政府办公室",
      arrangement: [[.people(0)], [.distribution(0)], [.distribution(1)], [.distribution(2)], [.office, .copies]]))

  private func composition(_ change: (inout HouseStyle) -> Void) -> Composition {
    var style = HouseStyle.gbt9704
    change(&style)
    return Composition(issue, style: style)
  }

  private func words<Field>(_ rows: [Composition.Row<Field>]) -> [String] {
    rows.map { row in
      (row.isRuledAbove ? "- " : "") + row.cells.map(\.words).joined(separator: " | ") + (row.isRuledBelow ? " -" : "")
    }
  }

  @Test("As printed, rows stay where the source has them, whatever the style states")
  func asPrinted() {
    let rows = composition { _ in }
    #expect(
      words(rows.masthead) == ["湖畔丛刊", "湖畔简报", "第3期 | 签发人：沈苇舟", "总第86期", "湖畔区政府办公室 | 2031年4月5日 -"])
    #expect(
      words(rows.imprint) == ["- 编辑：林晓禾 -", "报：市政府", "发：各镇", "抄送：区人大 -", "湖畔区政府办公室 | 共印50份 -"])
  }

  @Test("The date line stands above the name if the house says so, with a rule between; nothing is lost")
  func dateAboveName() {
    let rows = composition {
      $0.masthead = Arrangement(
        .always,
        [
          .row([.init(.office, alignment: .left), .init(.date, alignment: .right)]), .rule, .row([.init(.copyNumber)]),
          .row([.init(.name, alignment: .left)]), .row([.init(.number), .init(.signer)]), .rule,
        ])
    }.masthead
    #expect(
      words(rows) == [
        "湖畔区政府办公室 | 2031年4月5日 -", "湖畔简报", "第3期 | 签发人：沈苇舟", "内部", "湖畔丛刊", "总第86期 -",
      ])
    #expect(rows[0].cells.map(\.alignment) == [.left, .right] && rows[1].cells[0].alignment == .left)
    #expect(rows[2].cells.map(\.alignment) == [nil, nil])
  }

  @Test("The imprint has the order of 报, 送, 发 and the rules that the house states")
  func imprint() {
    let lines: [Arrangement<ImprintPart>.Line] = [
      .row([.init(.office), .init(.printDate)]), .row([.init(.distribution, labels: ["发", "报"])]),
      .row([.init(.copies, alignment: .center)]),
    ]
    let bare = composition { $0.imprint = Arrangement(.always, lines) }.imprint
    #expect(words(bare) == ["湖畔区政府办公室", "发：各镇", "报：市政府", "抄送：区人大", "共印50份", "编辑：林晓禾"])
    let ruled = composition { $0.imprint = Arrangement(.always, [.rule] + lines + [.rule]) }.imprint
    #expect(words(ruled).first == "- 湖畔区政府办公室" && words(ruled).last == "编辑：林晓禾 -")
  }

  @Test("Rows that the issue has nothing for go; rules with nothing above stand above the first row")
  func missing() {
    let rows = composition {
      $0.masthead = Arrangement(
        .always,
        [.row([.init(.copyNumber)]), .rule, .row([.init(.notice), .init(.name)]), .rule, .row([.init(.series)])])
    }.masthead
    #expect(words(rows).prefix(2) == ["- 湖畔简报 -", "湖畔丛刊"])
  }

  @Test("An issue that does not say how it was arranged has the rows of the house; of none stated, those of custom")
  func byProgram() {
    var made = issue
    made.masthead.arrangement = []
    var style = HouseStyle.gbt9704
    let stated = Composition(made, style: style)
    style.masthead = Arrangement()
    style.imprint = Arrangement()
    #expect(Composition(made, style: style) == stated)
    #expect(
      words(stated.masthead) == [
        "内部", "湖畔丛刊", "湖畔简报", "第3期", "湖畔区政府办公室 | 2031年4月5日", "签发人：沈苇舟", "总第86期 -",
      ])
    style.masthead = Arrangement(.always)
    #expect(Composition(issue, style: style).masthead == stated.masthead)
  }
}
