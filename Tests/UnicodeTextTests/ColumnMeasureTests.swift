import Testing
import UnicodeText

@Suite("Columns of text")
struct ColumnMeasureTests {
  let chinese = ColumnMeasure()
  let western = ColumnMeasure(ambiguousWidth: 1)

  @Test(
    "Han and full-width marks take two columns, ASCII one",
    arguments: [
      ("简报", 4), ("第12期", 6), ("，。《》【】〔〕", 16), ("Ａ１", 4), ("\u{3000}", 2), ("", 0), ("abc", 3), ("ｱｲ", 2),
      ("한국", 4), ("かな", 4), ("\u{20BB7}", 2),
    ])
  func widths(text: String, columns: Int) {
    #expect(chinese.columns(of: text) == columns)
  }

  @Test(
    "Quotes, dashes and ellipses take two columns in Chinese and one elsewhere",
    arguments: [
      "“", "”", "‘", "’", "—", "…", "·", "①", "×", "±",
    ])
  func ambiguous(text: String) {
    #expect(chinese.columns(of: text) == 2)
    #expect(western.columns(of: text) == 1)
  }

  @Test(
    "An emoji is one character of two columns however it is made",
    arguments: [
      "😀", "👨‍👩‍👧", "🇨🇳", "👍🏽", "1️⃣", "❤️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    ])
  func emoji(text: String) {
    #expect(chinese.columns(of: text) == 2)
    #expect(chinese.columns(of: "甲" + text + "乙") == 6)
  }

  @Test(
    "Marks that sit on a letter take no column",
    arguments: [
      ("e\u{301}", 1), ("葛\u{E0100}", 2), ("\u{200B}", 0), ("\u{FEFF}", 0), ("\u{AD}", 0), ("a\u{200D}b", 2),
      ("\u{1112}\u{1161}\u{11AB}", 2), ("か\u{3099}", 2),
    ])
  func combining(text: String, columns: Int) {
    #expect(chinese.columns(of: text) == columns)
  }

  @Test("A text is as wide as its characters together")
  func additive() {
    let pool: [Character] = ["中", "，", "a", " ", "é", "e\u{301}", "👨‍👩‍👧", "🇨🇳", "…", "\u{200B}", "が", "葛\u{E0100}", "1"]
    var state: UInt64 = 5
    for _ in 0..<300 {
      var text = ""
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.append(pool[Int(state >> 33) % pool.count])
      }
      #expect(chinese.columns(of: text) == text.reduce(0) { $0 + chinese.columns(of: $1) }, "\(text)")
    }
  }
}
