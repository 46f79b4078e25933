import Testing

@testable import IssueReading

@Suite("Words found by their bytes")
struct ByteSearchTests {
  /// Texts that share bytes without sharing letters, and their parts.
  static let texts = ["", "水", "水务简报", "务简", "简报简报", "ab水cd", "报", "水务简报第七期，渠道检修全部完成。", "e\u{301}tude", "🏞水"]

  @Test("A word is found exactly where its scalars stand in a row", arguments: texts, texts)
  func finds(text: String, word: String) {
    let haystack = Array(text.unicodeScalars)
    let needle = Array(word.unicodeScalars)
    let stands =
      needle.isEmpty || haystack.indices.contains { haystack[$0...].starts(with: needle) }
    #expect(text.contains(word) == stands)
    #expect(("。" + text + "。").dropFirst().dropLast().contains(word) == stands)
    #expect(text.hasPrefix(word) == haystack.starts(with: needle))
    #expect(text.hasSuffix(word) == haystack.reversed().starts(with: needle.reversed()))
  }

  @Test("A byte is found wherever it stands, in any length of text", arguments: 0..<20)
  func findsBytes(place: Int) {
    let text = String(repeating: "a", count: place) + "<" + String(repeating: "b", count: 19 - place)
    #expect(text.utf8.contains(UInt8(ascii: "<")))
    #expect(!text.utf8.contains(UInt8(ascii: ">")))
    #expect(!text.utf8.prefix(place).contains(UInt8(ascii: "<")))
  }

  @Test("Columns and Han are counted as scalar by scalar", arguments: texts + ["Ａ１，b　é\u{200B}〇㐀豈Ω½\u{20000}"])
  func counts(text: String) {
    let scalars = text.unicodeScalars
    #expect(text.columns == scalars.reduce(0) { $0 + ($1.isInvisible ? 0 : $1.isWide ? 2 : 1) })
    #expect(text.hanCount == scalars.filter(\.isHan).count)
  }

  @Test("Full-width forms become ASCII one for one, and blanks go")
  func changesForms() {
    #expect("第１２期　Ｎｏ．３，水".halfWidth == "第12期 No.3,水")
    #expect(" 工　作\u{200B} 简 报 ".withoutBlanks == "工作简报")
    #expect("工作简报".halfWidth == "工作简报" && "工作简报".withoutBlanks == "工作简报")
  }

  @Test(
    "A text made of scalars is the text they came from",
    arguments: texts + ["é\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}"])
  func makesText(text: String) {
    #expect(String(scalars: Array(text.unicodeScalars)) == text)
    #expect(String(mapping: text) { $0 } == text)
  }

  @Test(
    "The endings of a text are found in the order they were named", arguments: ["", "水务局", "某某办公室编", "Office", "é局"])
  func findsEndings(text: String) {
    let words = ["局", "编", "水务局", "室编", "ice", "e", "室"]
    #expect(Endings(words).matches(text) == words.filter { text.hasSuffix($0) })
  }

  @Test(
    "Columns are parted by wide gaps, not by single blanks",
    arguments: [
      ("第3期  2031年5月", ["第3期", "2031年5月"]), ("甲 乙", ["甲 乙"]), ("甲\t乙", ["甲", "乙"]), ("甲　乙", ["甲", "乙"]),
      (" 甲", ["甲"]), ("  甲 乙   ", ["甲 乙"]), ("", []), ("   ", []), ("甲 \u{A0}乙 丙", ["甲", "乙 丙"]),
    ])
  func columnsByGaps(line: String, columns: [String]) { #expect(line.columnsByGaps == columns) }
}
