import IssueModel
import Testing

@Suite("Backslashes that Big5 left behind")
struct BackslashTests {
  private func read(_ line: String) throws -> Reading {
    try Reading("示例縣教師會會訊\n\n第7期\n\n示例縣教師會　　民國一百年五月六日\n\n◆ 大遊行\n\n　　這是\(line)老師一輩子第一次走上街頭，大家都戴著斗笠。\n", as: .text)
  }

  @Test("One behind a letter whose second byte in Big5 is that of the backslash is dropped and told")
  func dropped() throws {
    let reading = try read("許\\多有功\\的")
    #expect(reading.body == ["p:這是許多有功的老師一輩子第一次走上街頭，大家都戴著斗笠。"])
    #expect(reading.lines(of: "stray-backslash-dropped") == [9])
  }

  @Test("Any other stays", arguments: ["山\\水間的", "許\\n的", "D:\\成功\\年度的"])
  func kept(_ words: String) throws {
    #expect(try read(words).lines(of: "stray-backslash-dropped") == [])
  }
}
