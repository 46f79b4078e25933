import TestSupport
import Testing

/// Blocks of all kinds in any order: however the reader takes them, their words are there.
@Suite("Blocks in any order")
struct MixedBlocksTests {
  /// A piece of Markdown and the letters it holds.
  private static func piece(_ random: inout SeededRandom) -> (markdown: String, words: String) {
    let word = { (random: inout SeededRandom) in random.pick(["水泵", "闸门", "渠道", "堤防", "值班", "巡查", "登记", "培训"]) }
    let (a, b, c) = (word(&random), word(&random), word(&random))
    let plain = [
      sentence, "\(a)\(b)", "（\(a)办公室）", "（\(a)）", "2031年5月6日", "一、\(a)", "（一）\(a)", "（1）\(a)", "一是\(a)。", "附件：\(a)名册",
      "报：\(a)局、\(b)局",
      "共印16份", "责任编辑：\(a)", "编者按：\(a)，\(b)。", "编者按", "本期要目", "【\(a)】", "★\(a)", "——\(a)", "□ \(a)", "供稿：\(a)办公室",
      "\(a)办公室",
      "第7期", "\(a)简报", "各\(a)站：", "2031年\(a)，\(b)工作", "\(a)办公室　2031年5月7日印发", "\(a)，\(b)，\(c)", "“\(a)", "\(a)……12",
      "※ \(a)",
      "秘密★1年", "电话：0000-1234567", "其他：\(a)",
    ]
    let words = random.pick(plain)
    switch random.number(1...14) {
    case 1: return ("# \(words)", words)
    case 2: return ("## \(words)", words)
    case 3: return ("### **\(words)**", words)
    case 4: return ("**\(words)**", words)
    case 5: return ("> \(words)\n>\n> \(b)", words + b)
    case 6: return ("* \(words)\n* \(b)", words + b)
    case 7: return ("| \(a) | \(b) |\n|---|---|\n| \(words) | \(c) |", a + b + words + c)
    case 8: return ("---", "")
    case 9: return ("```\n\(words)\n```", words)
    case 10: return ("\(words)\n\(b)", words + b)
    case 11: return ("　　\(words)", words)
    case 12: return ("\(words)  \n\(b)", words + b)
    default: return (words, words)
    }
  }

  @Test("Every word is in the issue once, or its line is named", arguments: UInt64(1)...200)
  func everyWord(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var source = ""
    var words = ""
    if random.chance(70) {
      source = "# 河畔简报\n\n第3期\n\n河畔镇办公室\n\n2031年4月3日\n\n---\n\n"
      words = source
    }
    for _ in 0..<random.number(1...14) {
      let piece = Self.piece(&random)
      source += piece.markdown + "\n\n"
      words += piece.words
    }
    let reading = try Reading(source)
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    let dropped = reading.remarks.filter { $0.id.hasSuffix("-dropped") }.compactMap {
      $0.position.map { lines[$0.line - 1] }
    }
    let found = letters(everythingIn: reading.issue) + letters(of: dropped.joined())
    // An indented note loses its first letters; see EditorsNoteTests.
    guard !source.contains("　　编者按：") else { return }
    #expect(String(found.sorted()) == String(letters(of: words).sorted()), "seed \(seed)\n\(source)")
  }
}
