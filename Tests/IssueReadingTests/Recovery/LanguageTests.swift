import IssueModel
import Testing

@Suite("Recovery: the language")
struct LanguageTests {
  @Test("Simplified, traditional and English issues are told apart")
  func told() throws {
    #expect(try Reading(bulletin(sentence)).issue.language == .simplifiedChinese)
    #expect(
      try Reading("# 河畔簡報\n\n第7期\n\n---\n\n## 開工\n\n五月以來，區屬各單位對沿線泵站進行檢修，並與學校聯繫。\n").issue.language
        == .traditionalChinese)
    #expect(
      try Reading("# River Bulletin\n\nIssue 7\n\n---\n\n## Pumps\n\nAll seven stations were checked in May.\n").issue
        .language
        == .english)
  }

  @Test("Western names in a Chinese text do not make it English")
  func mixed() throws {
    let text = "县里引进 ABB、Grundfos、Wilo 的水泵和 SCADA、GIS、MES 系统，由值班员逐台登记。"
    #expect(try Reading(bulletin(text)).issue.language == .simplifiedChinese)
  }
}
