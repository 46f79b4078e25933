import IssueModel
import IssueReading
import Testing

@Suite("Encodings and line ends")
struct EncodingTests {
  private let text = bulletin("\(sentence)\n\n\(sentence)")

  @Test("UTF-8 with a byte order mark is the same issue, and the mark is not of the name")
  func mark() throws {
    let reading = try Reading(bytes: [0xEF, 0xBB, 0xBF] + Array(text.utf8))
    #expect(reading.issue == (try Reading(text)).issue)
    #expect(reading.masthead.name == "河畔简报")
    #expect(reading.remarks == [])
  }

  @Test("UTF-16 with a mark, either way round, is the same issue", arguments: [true, false])
  func utf16(bigEndian: Bool) throws {
    let reading = try Reading(bytes: utf16(text, bigEndian: bigEndian, marked: true))
    #expect(reading.issue == (try Reading(text)).issue)
    #expect(reading.remarks == [])
  }

  @Test("UTF-16 without a mark is read when named", arguments: [true, false])
  func unmarkedUTF16(bigEndian: Bool) throws {
    let reading = try Reading(
      bytes: utf16(text, bigEndian: bigEndian, marked: false), encoding: bigEndian ? "utf-16be" : "utf-16le")
    #expect(reading.issue == (try Reading(text)).issue)
  }

  private func utf16(_ text: String, bigEndian: Bool, marked: Bool) -> [UInt8] {
    ((marked ? "\u{FEFF}" : "") + text).utf16.flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return bigEndian ? [high, low] : [low, high]
    }
  }

  /// 河畔简报 / 第七期 / 二〇三一年五月六日 / a sentence, in GB 18030 (also GBK and GB 2312).
  private let gb: [UInt8] =
    Array("# ".utf8) + [0xBA, 0xD3, 0xC5, 0xCF, 0xBC, 0xF2, 0xB1, 0xA8, 0x0A, 0x0A]
    + [0xB5, 0xDA, 0xC6, 0xDF, 0xC6, 0xDA, 0x0A, 0x0A] + Array("2031".utf8) + [
      0xC4, 0xEA, 0x35, 0xD4, 0xC2, 0x36, 0xC8, 0xD5, 0x0A, 0x0A,
    ]
    + Array("## ".utf8) + [0xB4, 0xBA, 0xB2, 0xA5, 0xBF, 0xAA, 0xCA, 0xBC, 0x0A, 0x0A]
    + [
      0xBD, 0xF1, 0xC8, 0xD5, 0xBF, 0xAA, 0xB9, 0xA4, 0xA3, 0xAC, 0xC9, 0xE7, 0xC7, 0xF8, 0xB8, 0xC9, 0xB2, 0xBF, 0xB2,
      0xCE, 0xBC, 0xD3, 0xA1, 0xA3, 0x0A,
    ]

  @Test("GB 18030 is recognised, with a note that it was a guess")
  func gb18030() throws {
    let reading = try Reading(bytes: gb)
    #expect(reading.masthead.name == "河畔简报")
    #expect(reading.masthead.number?.number == 7)
    #expect(reading.titles == ["春播开始"])
    #expect(reading.body == ["p:今日开工，社区干部参加。"])
    #expect(reading.ids.contains("encoding-guessed"))
  }

  @Test("GB 18030 under each of its names is read without a guess", arguments: ["gb18030", "GBK", "gb2312", "cp936"])
  func namedGB(name: String) throws {
    let reading = try Reading(bytes: gb, encoding: name)
    #expect(reading.titles == ["春播開始"] || reading.titles == ["春播开始"])
    #expect(!reading.ids.contains("encoding-guessed"))
  }

  /// 河畔簡報 / 第七期 / 會議通知 / a sentence, in Big5.
  private let big5: [UInt8] =
    Array("# ".utf8) + [0xAA, 0x65, 0xC3, 0xE4, 0xC2, 0xB2, 0xB3, 0xF8, 0x0A, 0x0A]
    + [0xB2, 0xC4, 0xA4, 0x43, 0xB4, 0xC1, 0x0A, 0x0A] + Array("## ".utf8)
    + [0xB7, 0x7C, 0xC4, 0xB3, 0xB3, 0x71, 0xAA, 0xBE, 0x0A, 0x0A]
    + [
      0xA4, 0xB5, 0xA4, 0xE9, 0xB6, 0x7D, 0xB7, 0x7C, 0xA1, 0x41, 0xA6, 0x55, 0xB3, 0xA1, 0xAA, 0xF9, 0xB0, 0xD1, 0xA5,
      0x5B, 0xA1, 0x43, 0x0A,
    ]

  @Test("Big5 is read when named, and recognised otherwise", arguments: ["big5", nil])
  func big5(name: String?) throws {
    let reading = try Reading(bytes: big5, encoding: name)
    #expect(reading.masthead.name == "河邊簡報")
    #expect(reading.titles == ["會議通知"])
    #expect(reading.body == ["p:今日開會，各部門參加。"])
  }

  @Test("An unknown name of an encoding is an error that lists the known ones")
  func unknown() {
    let error = #expect(throws: ReadingError.self) { try Reading(bytes: gb, encoding: "klingon") }
    #expect(error?.id == "encoding-unknown")
    #expect(error?.message.english.contains("klingon") == true)
    #expect(error?.hint?.english.contains("gb18030") == true)
  }

  @Test("Bytes that are no text in the named encoding are an error with its line")
  func malformed() {
    let error = #expect(throws: ReadingError.self) {
      try Reading(bytes: Array("# 河畔\n\n".utf8) + [0xFF, 0xFE, 0x41], encoding: "utf-8")
    }
    #expect(error?.id == "input-undecodable")
    #expect(error?.position?.line == 3)
    #expect(error?.message.english.contains("\n") == false)
  }

  @Test("Text cut off within a character is an error, or all that stood before is read")
  func truncated() throws {
    let bytes = Array(Array(text.utf8).dropLast(3))
    do {
      let reading = try Reading(bytes: bytes)
      #expect(reading.masthead.name == "河畔简报")
    } catch let error as ReadingError {
      #expect(error.id == "input-undecodable")
    }
  }

  @Test("Line ends of any kind make the same issue", arguments: ["\r\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"])
  func lineEnds(end: String) throws {
    let reading = try Reading(text.replacing("\n", with: end))
    #expect(reading.issue == (try Reading(text)).issue)
  }

  @Test("Mixed line ends count as one each")
  func mixedEnds() throws {
    let reading = try Reading(bulletin("甲，\r\n\r\n\(sentence)\r\r\(sentence)\n"))
    #expect(reading.articles.first?.body.compactMap { $0.source?.line } == [bodyLine, bodyLine + 2, bodyLine + 4])
  }

  @Test("The file's name decides the format before its looks do")
  func byName() throws {
    let plain = Array("河畔简报\n第7期\n2031年5月6日\n\n    河畔镇春播如期开始\n\n    *\(sentence)\n".utf8)
    #expect(try Reading(bytes: plain, as: nil, named: "a.txt").issue == Reading(bytes: plain, as: .text).issue)
    #expect(try Reading(bytes: plain, as: nil, named: "a.MD").issue == Reading(bytes: plain, as: .markdown).issue)
    let marked = Array(text.utf8)
    #expect(try Reading(bytes: marked, as: nil, named: nil).issue == Reading(bytes: marked, as: .markdown).issue)
  }

  @Test("A file called .txt is plain text, whatever marks it holds")
  func textName() throws {
    let bytes = Array("河畔简报\n第7期\n2031年5月6日\n\n# 1号泵站检修完毕，排水顺畅，值班如常。\n".utf8)
    let reading = try Reading(bytes: bytes, as: nil, named: "a.txt")
    #expect(letters(reading.articles) == letters(of: "1号泵站检修完毕，排水顺畅，值班如常。"))
    #expect(reading.paragraphs.joined().contains("#"))
  }
}
