import IssueReading
import Testing

@Suite("Repairs switched off")
struct SwitchingOffTests {
  /// A text that gives each repair something to do.
  private var text: String {
    bulletin(
      "五月以来，河畔镇对沿河 7 座泵站逐一检修，更换老旧水泵十二台，\n\n— 3 —\n\n疏通渠道三十余里。\n\n### **闸门换新完成**\n\n\(sentence)")
  }

  @Test("Every stage has a name and a summary in both languages, and no two share a name")
  func names() {
    let stages = RecoveryStages.all
    #expect(Set(stages.map(\.name)).count == stages.count)
    for stage in stages {
      #expect(!stage.name.isEmpty && stage.name.allSatisfy { $0.isLowercase || $0 == "-" })
      #expect(!stage.summary.english.isEmpty && stage.summary.chinese.unicodeScalars.contains { $0.value > 0x4E00 })
    }
    #expect(
      Set(["page-furniture", "torn-paragraphs", "spacing", "heading-marks"]).isSubset(
        of: stages.filter(\.isRepair).map(\.name)))
  }

  @Test("A stage that only recognises cannot be switched off")
  func recognition() throws {
    for stage in RecoveryStages.all where !stage.isRepair {
      let without = try Reading(text, without: [stage.name])
      let with = try Reading(text)
      #expect(without.issue == with.issue, "\(stage.name)")
    }
  }

  @Test(
    "A repair switched off reports nothing, and the others still work",
    arguments: [
      ("page-furniture", "page-number-dropped"), ("torn-paragraphs", "paragraph-joined"),
      ("spacing", "spacing-tightened"),
      ("heading-marks", "heading-unbolded"),
    ])
  func one(stage: String, remark: String) throws {
    let all = try Reading(text)
    let some = try Reading(text, without: [stage])
    #expect(all.ids.contains(remark))
    #expect(!some.ids.contains(remark))
    #expect(some.remarks.contains { $0.id != remark })
  }

  @Test(
    "Repairs of the text itself are made, and not made where they are switched off",
    arguments: [
      ("invisible-characters", "invisible-character-dropped", "河畔\u{200B}镇"),
      ("vertical-quotes", "vertical-quotes-laid", "﹁水清﹂"),
      ("stray-backslashes", "stray-backslash-dropped", "成功\\運行"),
    ])
  func text(repair: String, remark: String, damaged: String) throws {
    let text = bulletin("沿河各村水质连续三年好转，\(damaged)，来镇里取经的同行一批接着一批。")
    let repaired = try Reading(text)
    #expect(repaired.ids.contains(remark))
    #expect(!repaired.paragraphs.joined().contains(damaged))
    for off in [repair, "all"] {
      let kept = try Reading(text, without: [off])
      #expect(!kept.ids.contains(remark), "\(off)")
      #expect(kept.paragraphs.joined().contains(damaged), "\(off)")
    }
  }

  @Test("Lines without empty ones between are one paragraph, if that repair is switched off")
  func emptyLines() throws {
    let text =
      "# 河畔简报\n第3期\n河畔镇办公室　2031年5月6日\n## 新泵站投入运行\n"
      + (1...6).map { "第\($0)座泵站经过三个月的检修，今天上午正式投入运行，沿河两岸的农田从此不再怕涝。" }.joined(separator: "\n")
    #expect(try Reading(text).ids.contains("empty-lines-missing"))
    #expect(try !Reading(text, without: ["missing-empty-lines"]).ids.contains("empty-lines-missing"))
  }

  @Test("Without any repair every word is there, page numbers too")
  func all() throws {
    let reading = try Reading(text, without: ["all"])
    #expect(reading.remarks.filter { $0.severity != .note && !$0.id.hasPrefix("masthead") } == [])
    #expect(
      letters(reading.articles)
        == letters(of: "新泵站投入运行五月以来，河畔镇对沿河 7 座泵站逐一检修，更换老旧水泵十二台，— 3 —疏通渠道三十余里。闸门换新完成\(sentence)"))
  }

  @Test("Without any repair articles still have their titles")
  func titles() throws {
    let reading = try Reading(text, without: ["all"])
    #expect(reading.titles == ["新泵站投入运行", "闸门换新完成"])
  }
}
