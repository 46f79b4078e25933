import TestSupport

/// Damages inputs at random. The same seed makes the same damage.
struct Mutator {
  /// Mutated inputs are no longer than this, so that each takes about as long as an issue does.
  static let limit = 64 << 10

  private var random: SeededRandom
  private let seeds: [[UInt8]]

  init(seed: UInt64, seeds: [[UInt8]]) {
    random = SeededRandom(seed: seed)
    self.seeds = seeds
  }

  /// A seed with one to six mutations.
  mutating func input() -> [UInt8] {
    damaged(random.pick(seeds))
  }

  /// `bytes` with one to six mutations.
  mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<random.number(1...6) {
      mutate(&bytes)
      if bytes.count > Self.limit { bytes.removeSubrange(Self.limit...) }
    }
    return bytes
  }

  /// A number for choices beside the input.
  mutating func choice(_ count: Int) -> Int { random.number(0...count - 1) }

  private mutating func mutate(_ bytes: inout [UInt8]) {
    switch random.number(1...10) {
    case 1: for _ in 0..<random.number(1...8) { flip(&bytes) }
    case 2: bytes.insert(contentsOf: noise(), at: place(bytes))
    case 3: bytes.removeSubrange(piece(bytes, 200))
    case 4: bytes.removeSubrange(place(bytes)...)
    case 5: bytes.removeSubrange(..<place(bytes))
    case 6: splice(&bytes)
    case 7: repeatPiece(&bytes)
    case 8: lines(&bytes)
    default: bytes.insert(contentsOf: random.pick(Self.words), at: place(bytes))
    }
  }

  private mutating func place(_ bytes: [UInt8]) -> Int { random.number(0...bytes.count) }

  private mutating func piece(_ bytes: [UInt8], _ longest: Int) -> Range<Int> {
    let start = place(bytes)
    return start..<min(bytes.count, start + random.number(0...longest))
  }

  private mutating func noise() -> [UInt8] {
    (0..<random.number(1...12)).map { _ in UInt8(random.number(0...255)) }
  }

  private mutating func flip(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    bytes[random.number(0...bytes.count - 1)] ^= 1 << UInt8(random.number(0...7))
  }

  private mutating func splice(_ bytes: inout [UInt8]) {
    let other = random.pick(seeds)
    bytes.replaceSubrange(piece(bytes, 2000), with: other[piece(other, 4000)])
  }

  private mutating func repeatPiece(_ bytes: inout [UInt8]) {
    let copy = Array(bytes[piece(bytes, random.pick([4, 40, 400]))])
    guard !copy.isEmpty else { return }
    let times = random.number(1...min(2000, Self.limit / copy.count))
    let at = place(bytes)
    bytes.insert(contentsOf: Array(repeating: copy, count: times).joined(), at: at)
  }

  /// Shuffles, doubles, joins or drops lines.
  private mutating func lines(_ bytes: inout [UInt8]) {
    var lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
    let kind = random.number(1...4)
    for _ in 0..<random.number(1...6) {
      guard lines.count > 1 else { break }
      let (a, b) = (random.number(0...lines.count - 1), random.number(0...lines.count - 1))
      switch kind {
      case 1: lines.swapAt(a, b)
      case 2: lines.insert(lines[a], at: b)
      case 3: lines.remove(at: a)
      default: if a != b { lines[min(a, b)] += lines.remove(at: max(a, b)) }
      }
    }
    bytes = Array(lines.joined(separator: [10]))
  }

  /// What readers look for.
  private static let words: [[UInt8]] =
    [
      "\n", "\n\n", "\r", "\u{C}", "\0", "\u{1A}", "\u{FEFF}", "\u{3000}", "\u{200B}", "\u{2028}", "\u{202E}", "　　",
      "**", "*", "_", "`", "```\n", "~~~\n", "> ", "- ", "1. ", "# ", "### ", "===\n", "---\n",
      "\n| a | b |\n|---|---|\n",
      "|", "[^1]", "\n[^1]: ", "[a]: b\n", "![x](y.png)", "[x](y)", "\\", "&amp;", "&#0;", "&#xFDD0;", "&#x110000;",
      "<table>", "<tr><td rowspan=99999999 colspan=99999999>", "</table>", "<p align=center>", "<br>", "<!--", "-->",
      "<![CDATA[", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "<sup>", "<img src=x>", "<?x?>", "\n---\ntitle: [\n---\n",
      "---\nname: &a *a\n",
      "第期", "第9999999999999999999999期", "第一百二十三期", "目录", "本期要目", "※", "◆", "【", "】", "——", "（", "）", "《", "“", "”",
      "编者按：", "报：", "送：", "发：", "共印份", "共印99999999999999999999份", "0000年00月00日", "二〇〇〇年十三月四十日", "99999999年1月1日",
      "民國一百一十二年", "责任编辑：", "附件：", "— 1 —", "第 1 页", "……………… 1", "１２", "\u{1F468}\u{200D}\u{1F469}",
      "e\u{301}\u{301}\u{301}",
    ].map { Array($0.utf8) } + [
      [0xFF, 0xFE], [0xFE, 0xFF], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x81, 0x30, 0x81, 0x30],
    ]
}
