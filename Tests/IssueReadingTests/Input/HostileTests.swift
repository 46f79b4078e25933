import IssueModel
import IssueReading
import TestSupport
import Testing

/// Whatever the bytes are, the reader ends soon with an issue or with an error of one line.
@Suite("Hostile input")
struct HostileTests {
  /// Reads `bytes` within five seconds of the processor; nil for an error.
  @discardableResult
  private func read(
    _ bytes: [UInt8], as format: InputFormat? = nil, _ location: SourceLocation = #_sourceLocation
  ) -> Reading? {
    var reading: Reading?
    let time = ThreadTime.measure {
      do {
        reading = try Reading(bytes: bytes, as: format)
      } catch {
        guard let error = error as? ReadingError else {
          Issue.record("\(error)", sourceLocation: location)
          return
        }
        let words = [
          error.message.english, error.message.chinese, error.hint?.english ?? "", error.hint?.chinese ?? "",
        ]
        #expect(words.allSatisfy { !$0.contains("\n") && $0.count < 300 }, sourceLocation: location)
        #expect(!error.id.isEmpty, sourceLocation: location)
      }
    }
    #expect(time < .seconds(5), sourceLocation: location)
    return reading
  }

  private func read(
    _ text: String, as format: InputFormat? = .markdown, _ location: SourceLocation = #_sourceLocation
  ) -> Reading? {
    read(Array(text.utf8), as: format, location)
  }

  // MARK: Too much

  @Test(
    "More lines than any issue has are refused before they take room",
    arguments: ["\n", "\r", "\r\n", "a\n", "\u{2028}"])
  func tooManyLines(line: String) {
    #expect(throws: ReadingError.self) { try Reading("简报" + String(repeating: line, count: 250_000)) }
    #expect(read("简报" + String(repeating: line, count: 2_000)) != nil)
  }

  @Test("More text than any issue has is refused, with its size")
  func tooMuchText() throws {
    let error = #expect(throws: ReadingError.self) {
      try Reading(bytes: [UInt8](repeating: 0x61, count: 12_000_001), as: .markdown)
    }
    #expect(error?.id == "input-too-large")
    #expect(error?.message.english.contains("12 MB") == true)
  }

  @Test("Thousands of bullets of which none makes a list are read but once")
  func bulletsWithoutList() {
    let news = "●河湾区图书馆在五月办好读书节，来的人很多，还有外区的读者赶来参加。"
    let reading = read(Array(repeating: news, count: 3_000).joined(separator: "\n\n"), as: .markdown)
    #expect(reading?.body.count == 3_000)
  }

  // MARK: No text

  @Test(
    "Nothing, or nothing but blanks, is an error",
    arguments: ["", " ", "\n\n\n", " \t\u{3000}\u{A0}\r\n", "\u{FEFF}"])
  func empty(text: String) {
    let error = #expect(throws: ReadingError.self) { try Reading(text, as: nil) }
    #expect(error?.id == "input-empty")
    #expect(error?.hint != nil)
  }

  @Test("Form feeds alone are no text")
  func formFeeds() {
    #expect(throws: ReadingError.self) { try Reading("\u{0C}\n\u{0C}\n", as: nil) }
  }

  @Test(
    "A binary file is an error that says so",
    arguments: [
      [0x50, 0x4B, 0x03, 0x04], [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], [0x25, 0x50, 0x44, 0x46, 0x2D],
      [0xFF, 0xD8, 0xFF, 0xE0],
    ])
  func binary(signature: [UInt8]) {
    var random = SeededRandom(seed: 7)
    let bytes = signature + (0..<4000).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    let error = #expect(throws: ReadingError.self) { try Reading(bytes: bytes, as: nil) }
    #expect(error?.id == "input-binary")
  }

  @Test("Random bytes are an error or an issue, never more", arguments: UInt64(1)...40)
  func randomBytes(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let high = seed % 4 == 0
    read((0..<random.number(1...3000)).map { _ in UInt8(truncatingIfNeeded: random.next()) | (high ? 0x80 : 0) })
  }

  @Test("A text cut anywhere is an error or an issue")
  func cut() {
    let bytes = Array(bulletin("**\(sentence)**\n\n| 甲 | 乙 |\n|---|---|\n| 一 | 二 |\n\n[^1]\n\n[^1]: 注。").utf8)
    for length in stride(from: 1, to: bytes.count, by: 3) { read(Array(bytes[..<length])) }
  }

  @Test("Surrogates written as UTF-8 are an error, with the line")
  func surrogates() {
    let bytes =
      Array("# 河畔简报\n\n第7期\n\n".utf8) + [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80, 0x0A] + Array("\(sentence)\n".utf8)
    do {
      _ = try Reading(bytes: bytes)
    } catch let error as ReadingError {
      #expect(error.id == "input-undecodable")
      #expect(error.position?.line == 5)
    } catch {}
  }

  @Test(
    "A long target that is used over and over stays as words and is told; one that is used twice is a target",
    arguments: ["[a]: http://example.org/", "> [a]:\n> http://example.org/"])
  func longTarget(definition: String) throws {
    let address = String(repeating: "x", count: 2_000)
    let many = String(repeating: "[A] ", count: 1_000)
    let reading = try #require(read(bulletin("\(definition)\(address)\n\n\(many)")))
    #expect(reading.lines(of: "reference-expansion-limited") == [bodyLine])
    let words = letters(reading.articles)
    #expect(words.contains(address))
    #expect(words.hasSuffix(letters(of: many)))
    let twice = try #require(read(bulletin("见[a]与[a]。\n\n[a]: http://example.org/\(address)")))
    #expect(twice.lines(of: "reference-expansion-limited").isEmpty)
    #expect(!letters(twice.articles).contains(address))
  }

  @Test("Many targets with many uses are targets, and read in time")
  func manyTargets() throws {
    let definitions = (1...5_000).map { "[a\($0)]: http://example.org/\($0)\n" }.joined()
    let uses = (1...5_000).map { "[a\($0)] [a\($0)]" }.joined(separator: " ")
    let reading = try #require(read(bulletin("\(definitions)\n\(uses)")))
    #expect(reading.lines(of: "reference-expansion-limited").isEmpty)
  }

  // MARK: Strange characters

  @Test(
    "Text beside control characters is kept",
    arguments: ["\u{1}", "\u{7}", "\u{8}", "\u{1B}", "\u{1F}", "\u{7F}", "\u{9F}"])
  func controls(control: String) throws {
    let reading = try #require(read(bulletin("检修\(control)完毕，排水顺畅。")))
    #expect(letters(reading.articles) == "新泵站投入运行检修完毕排水顺畅")
  }

  @Test("Text beside a zero byte is kept, and the byte is told with its line")
  func zero() throws {
    let reading = try #require(read(bulletin("检修\u{0}完毕，排水顺畅。")))
    #expect(letters(reading.articles) == "新泵站投入运行检修完毕排水顺畅")
    #expect(reading.lines(of: "control-character-dropped") == [bodyLine])
    let english = try #require(read("# The Lock\n\nNo. 3\n\n## Opening\n\nThe lock\u{0} is open again.\n"))
    #expect(english.paragraphs == ["The lock is open again."])
  }

  @Test("A file that is mostly zero bytes is no text, nor are two words with as many zeros behind")
  func mostlyZeros() {
    for bytes in [Array("检修完毕".utf8) + Array(repeating: 0, count: 400), Array("lock\0\0\0\0".utf8)] {
      let error = #expect(throws: ReadingError.self) { try Reading(bytes: bytes, as: nil) }
      #expect(error?.id == "input-binary")
    }
  }

  @Test(
    "Text beside marks of direction, joiners and noncharacters is kept",
    arguments: [
      0x202E, 0x2066, 0x200F, 0x200D, 0xFE0F, 0xFFFD, 0xFFFE, 0xFDD0, 0xE000, 0x10FFFF, 0x20BB7, 0x301, 0x3164, 0xFEFF,
      0xAD,
    ] as [UInt32])
  func strange(value: UInt32) throws {
    let mark = String(String.UnicodeScalarView([try #require(Unicode.Scalar(value))]))
    let reading = try #require(read(bulletin("检修\(mark)完毕，**排水**\(mark)顺畅。")))
    #expect(letters(reading.articles) == letters(of: "新泵站投入运行检修\(mark)完毕排水\(mark)顺畅"))
  }

  @Test("A letter with very many accents is one paragraph")
  func accents() {
    _ = read(bulletin("检修e" + String(repeating: "\u{301}", count: 5000) + "完毕。"))
  }

  @Test("What no output can hold is dropped where it stands, and named with its line")
  func controls() throws {
    let reading = try #require(read("# 河畔简报\n\n第7期\n\n---\n\n## 泵站检修\n\n水泵\u{1}十二台\u{7F}检修完毕\u{FFFF}。\n"))
    #expect(reading.paragraphs == ["水泵十二台检修完毕。"])
    #expect(reading.lines(of: "control-character-dropped") == [9])
  }

  @Test(
    "What shows nothing is dropped where it stands, and named with its line: words can be found, marks keep their words"
  )
  func invisible() throws {
    let text =
      "# 河畔简报\n\n第7期\n\n---\n\n## 泵站\u{200B}检修\n\n水泵\u{200B}十二\u{2060}台\u{FEFF}检\u{AD}修\u{200B}**完毕**。\n\n\u{200B}\n\n排水顺畅。\n"
    let reading = try #require(read(text))
    #expect(reading.titles == ["泵站检修"])
    #expect(reading.paragraphs == ["水泵十二台检修完毕。", "排水顺畅。"])
    #expect(reading.lines(of: "invisible-character-dropped") == [7, 9, 11])
  }

  @Test("A soft hyphen within a line is dropped; one at its end, where it was printed, joins the word")
  func softHyphens() throws {
    let text = bulletin("The har\u{AD}bour office has co\u{AD}\nmpleted the new locks of the upper ca\u{AD}nal.")
    let reading = try #require(read(text))
    #expect(reading.paragraphs.first == "The harbour office has completed the new locks of the upper canal.")
  }

  // MARK: Too much of one thing

  @Test("A paragraph of hundreds of kilobytes is read whole")
  func longParagraph() throws {
    let reading = try #require(read(bulletin(String(repeating: sentence, count: 1500))))
    #expect(reading.paragraphs.first?.utf8.count == sentence.utf8.count * 1500)
  }

  @Test("A title of ten thousand characters is read whole")
  func longTitle() throws {
    let title = String(repeating: "水", count: 10_000)
    let reading = try #require(read("# 河畔简报\n\n第7期\n\n---\n\n## \(title)\n\n\(sentence)\n"))
    #expect(letters(reading.articles).filter { $0 == "水" }.count == 10_002)
  }

  @Test(
    "Thousands of one mark end soon",
    arguments: [
      ">", "> ", "- ", "* ", "1. ", "*", "_", "**", "[", "]", "![", "`", "<", "&", "(", "#", "|", "~", "\\", "[^1]",
      "**字。**", "<!--", "&#x4E2D;",
    ])
  func marks(mark: String) {
    _ = read(bulletin(String(repeating: mark, count: 2000) + "字"))
  }

  @Test("A table of a thousand columns keeps its cells")
  func wideTable() throws {
    let row = "|" + String(repeating: "甲|", count: 1000)
    let reading = try #require(read(bulletin("\(row)\n|" + String(repeating: "-|", count: 1000) + "\n\(row)")))
    #expect(letters(reading.articles).filter { $0 == "甲" }.count == 2000)
  }

  @Test("Thousands of identical headings are kept")
  func headings() throws {
    let reading = try #require(read(bulletin(String(repeating: "## 泵站检修\n\n", count: 1500))))
    #expect(letters(everythingIn: reading.issue).filter { $0 == "检" }.count == 1500)
  }

  @Test("A contents list of thousands is kept")
  func contents() throws {
    let list = (1...1000).map { "- 第\($0)泵站检修情况\n" }.joined()
    let reading = try #require(read("# 河畔简报\n\n第7期\n\n2031年5月6日\n\n---\n\n目录\n\n\(list)\n## 第1泵站检修情况\n\n\(sentence)\n"))
    #expect(letters(everythingIn: reading.issue).filter { $0 == "检" }.count == 1002)
  }

  @Test("Thousands of short lines are kept, in Markdown and in plain text", arguments: [InputFormat.markdown, .text])
  func shortLines(format: InputFormat) throws {
    let reading = try #require(read(bulletin(String(repeating: "水泵\n", count: 600)), as: format))
    #expect(letters(everythingIn: reading.issue).filter { $0 == "水" }.count == 600)
  }

  @Test(
    "More marks of Markdown, or tags of a page, than any issue has are refused; in plain text such letters are letters")
  func marks() throws {
    let head = "# 河畔简报\n\n第7期\n\n## 新泵站投入运行\n\n\(sentence)\n\n"
    #expect(read(Array((head + String(repeating: "\\", count: 800_000)).utf8), as: .markdown) == nil)
    let page = "<html><body><h1>河畔简报</h1>" + String(repeating: "<b>水</b>", count: 210_000) + "</body></html>"
    #expect(read(Array(page.utf8), as: .html) == nil)
    let rules = String(repeating: "水泵" + String(repeating: "_", count: 4000) + "\n\n", count: 200)
    #expect(read(Array((head + rules).utf8), as: .text) != nil)
  }

  @Test("An imprint of thousands of stops is read in no time")
  func stops() throws {
    let head =
      "# THE LANTERN\n\nNumber 83, May 2031\n\n## How I failed Latin\n\nAll seven pumps along the river were taken apart in April.\n\n---\n\n"
    #expect(
      read(Array((head + "Editor: Ada Moor" + String(repeating: " . ", count: 8000) + "\n").utf8), as: .markdown) != nil
    )
  }

  @Test("Tens of thousands of quotations in HTML get their marks in time")
  func quotations() throws {
    let reading = try #require(read(bulletin("站长说" + String(repeating: "<q>好</q>", count: 20_000) + "。")))
    #expect(reading.paragraphs.last?.hasPrefix("站长说“好”“好”") == true)
  }
}
