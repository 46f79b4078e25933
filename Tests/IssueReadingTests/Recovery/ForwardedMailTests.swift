import IssueModel
import Testing

/// Issues that somebody sent on as a mail, in the forms of the programs that offices use.
@Suite("Recovery: forwarded mails")
struct ForwardedMailTests {
  private static let sentence = "五月六日，柳堤村泵站完成改造，全村排涝能力提高三成，村民代表到场查看了机组试运行情况。"
  private static let issue = """
    河畔镇办公室
    河畔简报
    第7期
    2031年5月6日

    本期要目
    泵站提前投入运行
    渠道疏通接近完工

    泵站提前投入运行

    \(sentence)

    渠道疏通接近完工

    \(sentence)

    报：县水利局
    送：各村民委员会
    """
  private static let quoted = issue.split(separator: "\n", omittingEmptySubsequences: false)
    .map { $0.isEmpty ? ">" : "> " + $0 }.joined(separator: "\n")

  private func expectIssue(_ reading: Reading, dropped: Int) {
    #expect(reading.masthead.name == "河畔简报")
    #expect(reading.masthead.office == "河畔镇办公室")
    #expect(reading.masthead.number?.number == 7)
    #expect(reading.titles == ["泵站提前投入运行", "渠道疏通接近完工"])
    #expect(reading.paragraphs == [Self.sentence, Self.sentence])
    #expect(reading.issue.imprint?.distribution.map(\.label) == ["报", "送"])
    #expect(reading.lines(of: "mail-header-dropped").count == dropped)
  }

  @Test(
    "A quoted issue is opened, and the mail around it goes, line by line",
    arguments: [
      (
        "发件人: 镇办 <a@b.example>\n发送时间: 2031年5月7日 9:12\n收件人: 各村\n主题: 转发: 简报\n\n各位，请查收。\n\n-----原始邮件-----\n",
        "\n\n-- \n镇办 内线 6206\n", 8
      ),
      ("收到，转给大家。\n\n在 2031-05-07 09:12:00，\"镇办\" <a@b.example> 写道：\n\n", "\n", 2),
      ("开始转发的邮件：\n\n发件人: 镇办 <a@b.example>\n主题: 简报\n日期: 2031年5月7日 09:12\n\n", "\n\n从我的手机发送\n", 5),
      ("寄件者: 鎮辦 <a@b.example>\n寄件日期: 2031年5月7日 上午 09:12\n主旨: FW: 簡報\n\n", "\n", 3),
      ("From: Office <a@b.example>\nSubject: Fwd: bulletin\n\nPlease see below.\n\n", "\n", 3),
    ])
  func quoted(above: String, below: String, count: Int) throws {
    expectIssue(try Reading(above + Self.quoted + below, as: .text), dropped: count)
    let kept = try Reading(above + Self.quoted + below, as: .text, without: ["quoted-text", "page-furniture"])
    #expect(kept.lines(of: "mail-header-dropped").isEmpty)
  }

  @Test("A mail that was forwarded twice has two marks before each line")
  func quotedTwice() throws {
    let inner = "发件人: 镇办\n主题: 简报\n\n" + Self.quoted
    let outer = inner.split(separator: "\n", omittingEmptySubsequences: false).map { "> " + $0 }.joined(separator: "\n")
    let reading = try Reading(
      "发件人: 村办 <c@d.example>\n主题: 转发: 转发: 简报\n\n-----原始邮件-----\n" + outer + "\n", as: .text)
    expectIssue(reading, dropped: 5)
  }

  @Test(
    "The words of whoever sent an issue on go with the headers above and below them",
    arguments: [
      (
        "各位好，请查收。\n\n------------------ 原始邮件 ------------------\n发件人: \"镇办\"<a@b.example>;\n发送时间: 2031年5月7日 上午9:12\n收件人: \"各村\"<c@b.example>;\n主题: 简报\n\n",
        6
      ),
      (
        "大家好，\n\n---------- 轉寄的郵件 ---------\n寄件者： 鎮辦 <a@b.example>\nDate: 2031年5月7日\nSubject: 簡報\nTo: <c@b.example>\n\n\n",
        6
      ),
      ("发件人： 镇办\n发送时间： 2031-05-07 09:12\n收件人： 各村\n主题： 简报\n", 4),
      (
        "发件人: 村办 <c@d.example>\n主题: 转发: 简报\n\n各位：\n\n电子版见下。\n\n________________________________\n发件人: 镇办 <a@b.example>\n主题: 简报\n\n",
        6
      ),
      ("FYI\n\n-----Original Message-----\nFrom: Office\nSent: 7 May 2031 09:12\nTo: All\nSubject: bulletin\n\n", 6),
    ])
  func unquoted(above: String, count: Int) throws {
    expectIssue(try Reading(above + Self.issue + "\n", as: .text), dropped: count)
  }

  @Test("Bold names of fields, as converters write them, are a header too")
  func markdown() throws {
    let head = "**发件人:** 镇办 \\<a@b.example\\>  \n**发送时间:** 2031年5月7日 9:12  \n**主题:** 转发: 简报\n\n"
    let body = Self.issue.replacing("\n", with: "\n\n").replacing("河畔简报", with: "# 河畔简报")
    expectIssue(try Reading(head + body + "\n"), dropped: 3)
  }

  @Test("A mail that an article quotes, and the fields of a fax, stay")
  func others() throws {
    let letter = "-----原始邮件-----\n发件人: 村民 <e@f.example>\n主题: 谢谢\n\n"
    let reading = try Reading(Self.issue.replacing("渠道疏通接近完工\n\n五", with: "渠道疏通接近完工\n\n\(letter)五") + "\n", as: .text)
    #expect(reading.lines(of: "mail-header-dropped").isEmpty)
    #expect(reading.issue.articles.last?.body.map(Reading.described).joined().contains("e@f.example") == true)
    let fax = try Reading("发件人：镇办\n收件人：各村\n日期：5月7日\n主题：简报\n\n" + Self.issue + "\n", as: .text)
    #expect(fax.lines(of: "mail-header-dropped").isEmpty)
  }
}
