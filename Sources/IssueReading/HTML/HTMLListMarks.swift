import IssueModel
import XMLBinding

/// The marks that a page prints before the items of a numbered list (HTML standard, 4.4.5; CSS counter styles): numbers that do
/// not simply count on, and letters. The model counts its lists itself, so such marks become words of the items.
struct HTMLListMarks {
  /// How a list writes its numbers.
  enum Style { case decimal, letters, capitals, roman, capitalRoman, han }

  /// The number of the first item, for a list that counts on from there in figures; nil for one that prints marks of its own.
  let start: Int?
  /// The mark of each item; empty where the model counts, nil for an item that the page does not number.
  let marks: [String?]

  /// The marks of `list`, whose items are `items`.
  init(_ list: XMLElement, _ items: [XMLElement]) {
    let isNumbered = items.map { $0.name.lowercased() == "li" }
    let isReversed = list.attribute("reversed") != nil
    let first = Self.number(list, "start") ?? (isReversed ? isNumbered.count { $0 } : 1)
    var numbers: [Int?] = []
    var next = first
    for (item, isNumbered) in zip(items, isNumbered) {
      guard isNumbered else {
        numbers.append(nil)
        continue
      }
      let number = Self.number(item, "value") ?? next
      numbers.append(number)
      // Nobody counts so far; an accident must not overflow.
      next = min(max(number, -1_000_000), 1_000_000) + (isReversed ? -1 : 1)
    }
    let style = Self.style(of: list) ?? .decimal
    let begin = numbers.first.flatMap(\.self) ?? first
    let countsOn = numbers.indices.allSatisfy { numbers[$0] == begin + $0 }
    guard style != .decimal || !countsOn || begin < 0 else {
      start = begin
      marks = []
      return
    }
    start = nil
    marks = numbers.map { $0.map { Self.mark($0, style) } }
  }

  /// `items` with their marks as words before the first of each.
  func printed(on items: [[DraftBlock]], line: Int) -> [[DraftBlock]] {
    zip(items, marks).map { blocks, mark in
      guard let mark else { return blocks }
      guard let first = blocks.first, case .paragraph = first.form, let line = first.lines.first else {
        return [DraftBlock(text: mark, number: blocks.first?.line ?? line)] + blocks
      }
      var blocks = blocks
      let isTight = mark.last?.isASCII == false || line.text.trimmed.isEmpty
      blocks[0].lines[0] = DraftLine(
        inlines: ([.text(mark + (isTight ? "" : " "))] + line.inlines).merged, number: line.number,
        endsHard: line.endsHard)
      return blocks
    }
  }

  private static func number(_ element: XMLElement, _ name: String) -> Int? {
    element.attribute(name).flatMap { Int($0.trimmed) }
  }

  private static func style(of list: XMLElement) -> Style? {
    switch list.attribute("type")?.trimmed {
    case "a": return .letters
    case "A": return .capitals
    case "i": return .roman
    case "I": return .capitalRoman
    default: break
    }
    let look = HTMLInlines.style(of: list)
    guard let place = look.firstRange(of: "list-style") else { return nil }
    let value = look[place.upperBound...].prefix { $0 != ";" }
    let names: [(String, Style)] = [
      ("lower-alpha", .letters), ("lower-latin", .letters), ("upper-alpha", .capitals), ("upper-latin", .capitals),
      ("lower-roman", .roman), ("upper-roman", .capitalRoman), ("cjk-ideographic", .han),
      ("simp-chinese-informal", .han), ("trad-chinese-informal", .han), ("cjk-decimal", .han),
    ]
    return names.first { value.contains($0.0) }?.1
  }

  private static func mark(_ number: Int, _ style: Style) -> String {
    switch style {
    case .letters where number > 0: letters(number) + "."
    case .capitals where number > 0: letters(number).uppercased() + "."
    case .roman where (1...3999).contains(number): roman(number) + "."
    case .capitalRoman where (1...3999).contains(number): roman(number).uppercased() + "."
    case .han where (1...99).contains(number): han(number) + "、"
    default: "\(number)."
    }
  }

  /// a to z, aa, ab and so on.
  private static func letters(_ number: Int) -> String {
    var rest = number
    var scalars: [Unicode.Scalar] = []
    while rest > 0 {
      rest -= 1
      scalars.append(Unicode.Scalar(UInt8(0x61 + rest % 26)))
      rest /= 26
    }
    return String(scalars: scalars.reversed())
  }

  private static func roman(_ number: Int) -> String {
    var rest = number
    var result = ""
    for (value, letters) in [
      (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
      (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ] {
      while rest >= value {
        result += letters
        rest -= value
      }
    }
    return result
  }

  private static func han(_ number: Int) -> String {
    let digits = Array("〇一二三四五六七八九").map { String($0) }
    let tens = number / 10
    let ones = number % 10
    return (tens > 1 ? digits[tens] : "") + (tens > 0 ? "十" : "") + (ones > 0 ? digits[ones] : "")
  }
}
