/// Makes text by a seed, the same on every machine: Han and marks in any order, words, numbers, addresses, and
/// what no writer would ever write.
struct TextGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func number(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(below: elements.count)] }

  private static let han = Array("河水清岸柳堤春汛闸站村镇县区工作会议检查落实群众的了和在一二三十第年月日")
  private static let closing = Array("。，、；：？！）》」』”’〕】…")
  private static let opening = Array("（《「『“‘〔【")
  private static let others = [
    " ", "\u{3000}", "——", "……", "2023年1月28日", "2023 年 1 月 28 日", "100 场", "8900 余场", "98.5%", "3.14", "第12期",
    "https://river.example.org/a/b?c=d&e=f", "office@river.example.org", "report", "state-of-the-art",
    "e\u{301}te\u{301}",
    "👨‍👩‍👧", "🇨🇳", "(", ")", "\"", "a/b", "张　三", "한국어", "กรุงเทพ", "\u{200B}", "\u{A0}", "·", "C++", "no.",
  ]

  /// A clause as people write them: Han, now and then a number, a mark at its end.
  mutating func plainClause() -> String {
    var text = ""
    for _ in 0..<(3 + number(below: 9)) { text.append(pick(Self.han)) }
    if number(below: 4) == 0 { text += pick(["2031年", "100 场", "“春汛”", "（一）"]) }
    return text + pick(["，", "。", "、", "；"])
  }

  /// A text of about `length` pieces.
  mutating func text(_ length: Int) -> String {
    var text = ""
    for _ in 0..<length {
      switch number(below: 12) {
      case 0..<7: text.append(pick(Self.han))
      case 7, 8: text.append(pick(Self.closing))
      case 9: text.append(pick(Self.opening))
      default: text += pick(Self.others)
      }
    }
    return text
  }
}
