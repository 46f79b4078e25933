import Testing

@testable import IssueReading

/// The standard library's own walk over characters is that over an array of them.
@Suite("Characters walked over by their bytes")
struct SimpleCharactersTests {
  static let texts = [
    "", "水", "水务", "a", "水务简报 第７期，“渠道”检修。", "two words", "\r\n", "a\r\nb", "e\u{301}tude", "ae\u{301}", "水\u{301}务",
    "1\u{FE0F}\u{20E3}水", "\u{600}水务", "👨‍👩‍👧水，🇨🇳", "‍❤水", "한국어 水", "é\u{AD}ü", "\u{20000}水　\u{3099}", "a\u{200D}©b",
  ]

  private func isMark(_ character: Character) -> Bool { "，“”。 　e水b".contains(character) }

  @Test("Each way to walk over a text finds the characters that the standard library finds", arguments: texts)
  func walks(text: String) {
    let characters = Array(text)
    #expect(text.first == characters.first && text.last == characters.last)
    #expect(text.contains(where: isMark) == characters.contains(where: isMark))
    #expect(text.allSatisfy(isMark) == characters.allSatisfy(isMark))
    #expect(text.first(where: isMark) == characters.first(where: isMark))
    #expect(
      text.firstIndex(where: isMark).map { text.distance(from: text.startIndex, to: $0) }
        == characters.firstIndex(where: isMark))
    #expect(Array(text.prefix(while: isMark)) == Array(characters.prefix(while: isMark)))
    #expect(Array(text.drop(while: isMark)) == Array(characters.drop(while: isMark)))
    #expect(text.filter(isMark) == String(characters.filter(isMark)))
    #expect(
      text.split(whereSeparator: isMark).map(String.init)
        == characters.split(whereSeparator: isMark).map { String($0) })
  }

  @Test("Characters are taken from both ends as the standard library takes them", arguments: texts, 0...3)
  func takes(text: String, count: Int) {
    let characters = Array(text)
    for (own, known) in [
      (text.dropFirst(count), characters.dropFirst(count)), (text.dropLast(count), characters.dropLast(count)),
      (text.prefix(count), characters.prefix(count)),
    ] {
      #expect(Array(own) == Array(known))
    }
  }

  @Test("A part of a text is walked over as if it were one by itself", arguments: texts)
  func walksParts(text: String) {
    for start in text.unicodeScalars.indices {
      let part = text[start...]
      #expect(part.first == Array(part).first && part.last == Array(part).last)
      #expect(part.allSatisfy { _ in true } && Array(part.drop { _ in false }) == Array(part))
      #expect(part.split { $0 == "水" }.map(String.init) == Array(part).split { $0 == "水" }.map { String($0) })
    }
  }

  @Test(
    "A word is found in each place it stands, without overlaps",
    arguments: [("......", "..", [0, 2, 4]), ("水务水", "水", [0, 2]), ("务", "水", []), ("aaa", "aa", [0]), ("", "a", [])])
  func findsPlaces(text: String, word: String, places: [Int]) {
    let found = text.ranges(of: word)
    #expect(found.map { text.distance(from: text.startIndex, to: $0.lowerBound) } == places)
    #expect(found.allSatisfy { String(text[$0]) == word })
    #expect(text.firstRange(of: word) == found.first)
  }

  @Test("Many words are looked for at once, and each of them is found", arguments: texts + ["x", "简报", "务简"])
  func findsAnyWord(text: String) {
    let words = ["务简报", "简报", "水，", "tude", "\u{20000}", "© b", "国"]
    #expect(WordSearch(words).isFound(in: text) == words.contains { text.contains($0) })
    #expect(!WordSearch([]).isFound(in: text))
  }

  @Test("Letters and digits are what is left of a text, in one form each")
  func findsLetters() {
    #expect(String(scalars: "《水务》　Ｎo.７，é；㐀〇—Ω\u{20000}🏞".letters) == "水务no7é㐀〇Ω\u{20000}")
    #expect("".letters.isEmpty && "——（，）".letters.isEmpty)
  }
}
