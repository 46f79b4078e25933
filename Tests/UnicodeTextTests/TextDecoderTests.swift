import Testing
import UnicodeText

@Suite("Decoding a file")
struct TextDecoderTests {
  let simplified = """
    工作简报
    第12期

    1月11日，市河道管理处召开专题会议，传达学习全市水利工作会议精神，研究部署春季清淤工作。
    会议指出，要加强对重点河段的检查，做到责任到人、措施到位，确保群众满意。
    """
  let traditional = """
    工作簡報
    第12期

    1月11日，市河道管理處召開專題會議，傳達學習全市水利工作會議精神，研究部署春季清淤工作。
    會議指出，要加強對重點河段的檢查，做到責任到人、措施到位，確保群眾滿意。
    """

  @Test("UTF-8 is known for certain")
  func utf8() throws {
    let decoded = try TextDecoder().decode(Array(simplified.utf8))
    #expect(decoded.text == simplified)
    #expect(decoded.encoding == .utf8)
    #expect(!decoded.isGuess)
    #expect(decoded.confidence == 1)
  }

  @Test(
    "A byte order mark tells the encoding and is no part of the text",
    arguments: [
      TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian, .gb18030,
    ])
  func byteOrderMark(encoding: TextEncoding) throws {
    let bytes = try TextEncoder(encoding, writesByteOrderMark: true).encode(simplified)
    let decoded = try TextDecoder().decode(bytes)
    #expect(decoded.text == simplified)
    #expect(decoded.encoding == encoding)
    #expect(decoded.evidence == .byteOrderMark)
  }

  @Test(
    "Files without any mark are read in the encoding that makes sense",
    arguments: [
      TextEncoding.gb18030, .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian,
    ])
  func guessSimplified(encoding: TextEncoding) throws {
    let decoded = try TextDecoder().decode(try TextEncoder(encoding).encode(simplified))
    #expect(decoded.text == simplified)
    #expect(decoded.encoding == encoding)
    #expect(decoded.isGuess)
    #expect(decoded.confidence > 0.5)
  }

  @Test("English in UTF-16 without a mark is told by every other byte", arguments: [true, false])
  func guessEnglish(isLittle: Bool) throws {
    let encoding = isLittle ? TextEncoding.utf16LittleEndian : .utf16BigEndian
    let text = "The lock is open again.\r\n\r\nNo. 7 — “Spring”\r\n"
    let decoded = try TextDecoder().decode(Array(try TextEncoder(encoding).encode(text)))
    #expect(decoded.text == text)
    #expect(decoded.encoding == encoding)
    #expect(decoded.isGuess)
  }

  @Test("A few zero bytes within text are characters of it", arguments: [TextEncoding.utf8, .gb18030, .big5])
  func strayZeros(encoding: TextEncoding) throws {
    let text = traditional + "\0" + traditional
    let decoded = try TextDecoder().decode(try TextEncoder(encoding).encode(text))
    #expect(decoded.text == text)
    #expect(decoded.encoding == encoding)
    #expect(try TextDecoder().decode(Array("lock\0gate\n".utf8)).text == "lock\0gate\n")
  }

  @Test("As many zero bytes as a program has make no text")
  func manyZeros() {
    for bytes in [Array("lock\0\0\0\0".utf8), [UInt8](repeating: 0, count: 512), Array("a\0\u{1}b".utf8)] {
      #expect(throws: TextDecodingError.self) { try TextDecoder().decode(bytes) }
    }
  }

  @Test("Traditional Chinese in Big5 is not taken for GBK, nor the other way round")
  func big5() throws {
    let big5 = try TextDecoder().decode(try TextEncoder(.big5).encode(traditional))
    #expect(big5.encoding == .big5)
    #expect(big5.text == traditional)
    let gbk = try TextDecoder().decode(try TextEncoder(.gbk).encode(traditional))
    #expect(gbk.encoding == .gb18030)
    #expect(gbk.text == traditional)
  }

  @Test("Text with letters of Hong Kong is read in Big5 with their supplement")
  func hongKong() throws {
    let text = "河畔通訊\n第7期\n\n街坊話呢度啲嘢冇人執，佢哋嘅意見我哋會跟進。㗎喇，咪再嘈。\n本會將於下月修葺渠道，歡迎會員報名參加。\n"
    let decoded = try TextDecoder().decode(try TextEncoder(.big5HongKong).encode(text))
    #expect(decoded.encoding == .big5HongKong)
    #expect(decoded.text == text)
    #expect(try TextDecoder().decode(try TextEncoder(.big5HongKong).encode(traditional)).encoding == .big5)
  }

  @Test(
    "A short title in GBK is read rightly",
    arguments: [
      "河道管理工作简报\n", "关于印发春季检查方案的通知", "第12期", "（市水利局）", "报：市委办公室\n送：各成员单位\n",
    ])
  func short(text: String) throws {
    let decoded = try TextDecoder().decode(try TextEncoder(.gbk).encode(text))
    #expect(decoded.text == text)
  }

  @Test("English with the curly quotes of Windows is read rightly")
  func windows() throws {
    let text =
      "The council’s “river day” was held on 3 May – in the rain. Nobody’s boat sank, and the café stayed open."
    let decoded = try TextDecoder().decode(try TextEncoder(.windows1252).encode(text))
    #expect(decoded.text == text)
    #expect(decoded.encoding == .windows1252)
  }

  @Test("A named encoding is believed")
  func named() throws {
    let bytes = try TextEncoder(.gbk).encode("简报")
    #expect(try TextDecoder(.gbk).decode(bytes).text == "简报")
    #expect(try TextDecoder(.gbk).decode(bytes).evidence == .given)
    #expect(try TextDecoder(.big5).decode(bytes).text != "简报")
  }

  @Test("A bad byte in UTF-8 is reported with its place, and the file is not taken for GBK")
  func damaged() throws {
    var bytes = Array(simplified.utf8)
    let offset = try #require(bytes.lastIndex(of: 0x0A)) + 1
    bytes[offset] = 0xFF
    let error = #expect(throws: TextDecodingError.self) { try TextDecoder().decode(bytes) }
    #expect(error?.reason == .malformed)
    #expect(error?.encoding == .utf8)
    #expect(error?.offset == offset)
    #expect(error?.line == 5)
    #expect(error?.byte == 0xFF)
  }

  @Test("A file cut within a character says so", arguments: [TextEncoding.utf8, .gbk, .big5, .gb18030])
  func cut(encoding: TextEncoding) throws {
    var bytes = try TextEncoder(encoding).encode("第一行\n工作")
    bytes.removeLast()
    let cutBytes = bytes
    let error = #expect(throws: TextDecodingError.self) { try TextDecoder(encoding).decode(cutBytes) }
    #expect(error?.line == 2)
    #expect(error?.offset == (encoding == .utf8 ? 13 : 9))
  }

  @Test("The line of a fault is counted in UTF-16 too")
  func lineInUTF16() throws {
    var bytes = try TextEncoder(.utf16LittleEndian).encode("甲\n乙\n丙")
    bytes += [0x00, 0xD8]
    let cutBytes = bytes
    let error = #expect(throws: TextDecodingError.self) { try TextDecoder(.utf16LittleEndian).decode(cutBytes) }
    #expect(error?.line == 3)
    #expect(error?.offset == 10)
  }

  @Test("A picture or an archive is no text")
  func binary() {
    var bytes: [UInt8] = [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 8, 0]
    var state: UInt32 = 7
    for _ in 0..<500 {
      state = state &* 1_664_525 &+ 1_013_904_223
      bytes.append(UInt8(truncatingIfNeeded: state >> 16))
    }
    let noise = bytes
    let error = #expect(throws: TextDecodingError.self) { try TextDecoder().decode(noise) }
    #expect(error?.reason == .notText)
  }

  @Test("An empty file is an empty text")
  func empty() throws {
    #expect(try TextDecoder().decode([]).text.isEmpty)
    #expect(try TextDecoder(.gbk).decode([]).text.isEmpty)
  }

  @Test("Encodings go by their usual names")
  func names() {
    #expect(TextEncoding(name: "GB2312") == .gb18030)
    #expect(TextEncoding(name: "UTF-8") == .utf8)
    #expect(TextEncoding(name: "cp936") == .gbk)
    #expect(TextEncoding(name: "Big5") == .big5)
    #expect(TextEncoding(name: "klingon") == nil)
  }

  @Test("Any bytes at all are either text or an error")
  func fuzz() {
    var state: UInt64 = 42
    for round in 0..<400 {
      var bytes: [UInt8] = []
      for _ in 0..<(round % 97) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(UInt8(truncatingIfNeeded: state >> 33))
      }
      do {
        let decoded = try TextDecoder().decode(bytes)
        #expect((0...1).contains(decoded.confidence))
      } catch {
        #expect((0...bytes.count).contains(error.offset))
      }
    }
  }
}
