import Testing

@testable import WordWriter

@Suite("Fonts of characters")
struct CharacterFontsTests {
  @Test(
    "A mark of both scripts has the Han font wherever it stands",
    arguments: ["“", "”", "‘", "’", "—", "…", "·", "※", "①", "℃", "→", "■", "★", "×", "°", "Ⅲ"])
  func ambiguousMarks(_ mark: String) {
    for text in ["\(mark)文化", "文化\(mark)", "2031\(mark)年", "12\(mark)", "A \(mark)", "文\(mark)A", mark] {
      let spans = CharacterFonts.spans(text)
      #expect(spans.map(\.text).joined() == text)
      #expect(spans.allSatisfy { !$0.text.contains(mark) || $0.needsHanFont }, "\(text)")
      // Letters and digits keep their own font.
      #expect(spans.allSatisfy { !$0.needsHanFont || !$0.text.contains { $0.isASCII && $0 != " " } }, "\(text)")
    }
  }

  @Test("Apostrophe and dot within a Western word stay in its font", arguments: ["don’t", "kW·h", "O’Neill"])
  func withinWords(_ word: String) {
    #expect(CharacterFonts.spans("他说\(word)。").map(\.needsHanFont) == [false])
  }

  @Test("Text without such marks is one run")
  func oneRun() {
    #expect(
      CharacterFonts.spans("2031年1月，全县新建47个（见表1）。") == [.init(text: "2031年1月，全县新建47个（见表1）。", needsHanFont: false)])
    #expect(CharacterFonts.spans("").isEmpty)
  }

  @Test("A dash between Western digits is Western")
  func dashOfNumbers() {
    #expect(CharacterFonts.spans("2030–2031年").count == 1)
  }
}
