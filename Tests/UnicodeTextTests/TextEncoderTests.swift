import Testing
import UnicodeText

@Suite("Encoding a text")
struct TextEncoderTests {
  @Test("GB 18030 holds every character there is")
  func everything() throws {
    var text = ""
    for value in stride(from: UInt32(0x20), through: 0x10FFFF, by: 1) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      text.unicodeScalars.append(scalar)
    }
    do {
      let bytes = try TextEncoder(.gb18030).encode(text)
      #expect(try TextDecoder(.gb18030).decode(bytes).text.unicodeScalars.elementsEqual(text.unicodeScalars))
    } catch let error as TextEncodingError {
      // The one place GB 18030-2005 maps twice, private use in any case.
      #expect(error.missing.map(\.character) == ["\u{E5E5}"])
    }
  }

  @Test("What an encoding lacks is named with its place, never replaced")
  func missing() {
    let error = #expect(throws: TextEncodingError.self) {
      try TextEncoder(.gbk).encode("第一行\n名：\u{20BB7}野家、한국。")
    }
    #expect(error?.missing.map(\.character) == ["\u{20BB7}", "한", "국"])
    #expect(error?.missing.map(\.offset) == [6, 10, 11])
    #expect(error?.missing.map(\.line) == [2, 2, 2])
    #expect(error?.missing.map(\.column) == [3, 7, 8])
  }

  @Test(
    "What need not be shown is lacking too: no selector, joiner or private character goes without a word",
    arguments: ["\u{E0100}", "\u{200D}", "\u{FE0F}", "\u{AD}", "\u{E5E5}"], [TextEncoding.gbk, .big5])
  func unseen(character: String, encoding: TextEncoding) {
    let error = #expect(throws: TextEncodingError.self) { try TextEncoder(encoding).encode("城\(character)中") }
    #expect(error?.missing.map(\.character) == [character])
    #expect(error?.missing.map(\.column) == [2])
  }

  @Test("Simplified characters do not fit Big5")
  func big5() {
    let error = #expect(throws: TextEncodingError.self) { try TextEncoder(.big5).encode("简报") }
    #expect(error?.missing.first?.character == "简")
  }

  @Test("A text comes back from each Chinese encoding", arguments: [TextEncoding.utf8, .gb18030, .gbk])
  func roundTrip(encoding: TextEncoding) throws {
    let text = "工作简报〔2024〕第7期——“春汛”……·①\r\n\t3.5%"
    #expect(try TextDecoder(encoding).decode(try TextEncoder(encoding).encode(text)).text == text)
  }
}
