import Testing
import UnicodeText

@Suite("Places to break")
struct TextBreaksTests {
  /// The pieces that `kind` makes of `text`.
  func pieces(_ kind: TextBreaks.Kind, _ locale: String, _ text: String) -> [String] {
    var breaks = TextBreaks(kind, locale: locale)
    var from = text.utf8.startIndex
    return breaks.places(in: text).map { place in
      let to = text.utf8.index(text.utf8.startIndex, offsetBy: place.utf8Offset)
      defer { from = to }
      return String(text[from..<to])
    }
  }

  @Test("A line of Chinese breaks between characters but not before a full stop or after an opening bracket")
  func chinese() {
    #expect(pieces(.line, "zh", "《春汛》来了。") == ["《春", "汛》", "来", "了。"])
    #expect(pieces(.line, "zh", "达98.5%以上") == ["达", "98.5%", "以", "上"])
  }

  @Test("English breaks at blanks, which stay with the word before")
  func english() {
    #expect(pieces(.line, "en", "The river rose.") == ["The ", "river ", "rose."])
  }

  @Test("A newline must break")
  func mandatory() {
    var breaks = TextBreaks(.line, locale: "zh")
    #expect(breaks.places(in: "甲\n乙丙").map(\.isMandatory) == [true, false, false])
    var words = TextBreaks(.word, locale: "zh")
    #expect(words.places(in: "12 ab").allSatisfy { !$0.isMandatory })
  }

  @Test("Chinese is cut into words by the dictionary")
  func words() {
    #expect(pieces(.word, "zh", "人民代表大会召开").joined(separator: "|").contains("|召开"))
    #expect(pieces(.word, "zh", "河道管理工作").count < 6)
  }

  @Test("The last place is the end of the text, and nothing is lost")
  func end() {
    for text in ["", "a", "简报", "👨‍👩‍👧 家", "e\u{301}\u{200B}"] {
      #expect(pieces(.line, "zh", text).joined() == text)
      #expect(pieces(.word, "en", text).joined() == text)
    }
  }
}
