import IssueModel

/// Front matter in TOML (toml.io, 1.0), between lines of `+++`: keys with texts, numbers, dates, and lists of these on one line, which is
/// all that any bulletin was seen to have. A line that says anything else is an entry that is not understood.
struct TOMLFrontMatter {
  /// The lines of the source that it takes, the strokes included.
  let lines: ClosedRange<Int>
  /// Its entries, in order.
  let entries: [FrontMatter.Entry]

  /// The front matter that begins at line `start` of `source`; nil if it has no end, or hardly any line of it has a key.
  init?(_ source: SourceText, from start: Int, atMost maximumLines: Int) {
    let limit = min(source.lines.count, start + maximumLines - 1)
    guard limit > start + 1, let end = (start + 1...limit).first(where: { source[$0].trimmed == "+++" }) else {
      return nil
    }
    var entries: [FrontMatter.Entry] = []
    var keys = 0
    for number in start + 1..<end {
      let line = source[number].trimmed
      if line.isEmpty { continue }
      if line.hasPrefix("#") {
        // A comment is words as well.
        let words = line.dropFirst().trimmed
        if !words.isEmpty { entries.append(.init(key: "#", value: words, line: number, isNested: true)) }
      } else if line.hasPrefix("["), line.hasSuffix("]") {
        // What stands in a table of the site's own is stated all the same.
        continue
      } else if let (key, value) = Self.entry(line) {
        keys += 1
        entries.append(.init(key: key, value: value, line: number, isNested: false))
      } else {
        entries.append(.init(key: String(line.prefix { $0 != "=" }).trimmed, value: line, line: number, isNested: true))
      }
    }
    guard keys > 0, keys * 2 >= entries.count else { return nil }
    lines = start...end
    self.entries = entries
  }

  /// `key = value`; nil for anything else.
  private static func entry(_ line: String) -> (key: String, value: String)? {
    guard let sign = line.firstIndex(of: "=") else { return nil }
    var key = line[..<sign].trimmed
    if key.count > 2, let mark = key.first, mark == "\"" || mark == "'", key.last == mark {
      key = String(key.dropFirst().dropLast())
    }
    guard !key.isEmpty, !key.contains(where: { $0.isBlankCharacter || "\"'[]{}".contains($0) }) else { return nil }
    var rest = line[line.index(after: sign)...]
    guard let value = value(&rest), Self.isEnd(rest) else { return nil }
    return (key, value)
  }

  private static func isEnd(_ rest: Substring) -> Bool {
    let rest = rest.drop { $0 == " " || $0 == "\t" }
    return rest.isEmpty || rest.first == "#"
  }

  /// The value that `text` begins with, and `text` behind it.
  private static func value(_ text: inout Substring) -> String? {
    text = text.drop { $0 == " " || $0 == "\t" }
    switch text.first {
    case "\"": return quoted(&text)
    case "'":
      let inner = text.dropFirst()
      guard let end = inner.firstIndex(of: "'") else { return nil }
      text = inner[inner.index(after: end)...]
      return String(inner[..<end])
    case "[": return list(&text)
    case nil, "{", "#": return nil
    default:
      let word = text.prefix { !",]#".contains($0) }
      text = text[word.endIndex...]
      let value = word.trimmed
      // A number, a date or a truth value: no words.
      guard !value.isEmpty, value.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+-_.: ".contains($0)) })
      else {
        return nil
      }
      return value
    }
  }

  private static func list(_ text: inout Substring) -> String? {
    text = text.dropFirst()
    var values: [String] = []
    while true {
      text = text.drop { $0 == " " || $0 == "\t" || $0 == "," }
      if text.first == "]" {
        text = text.dropFirst()
        return values.joined(separator: "、")
      }
      guard text.first != "[", let value = value(&text) else { return nil }
      values.append(value)
    }
  }

  private static func quoted(_ text: inout Substring) -> String? {
    guard !text.hasPrefix("\"\"\"") else { return nil }
    var result = ""
    var rest = text.dropFirst()
    while let character = rest.popFirst() {
      if character == "\"" {
        text = rest
        return result
      }
      guard character == "\\" else {
        result.append(character)
        continue
      }
      switch rest.popFirst() {
      case "n": result.append(" ")
      case "t": result.append("\t")
      case "u": guard append(&rest, digits: 4, to: &result) else { return nil }
      case "U": guard append(&rest, digits: 8, to: &result) else { return nil }
      case let next? where next == "\"" || next == "\\": result.append(next)
      default: return nil
      }
    }
    return nil
  }

  private static func append(_ rest: inout Substring, digits: Int, to result: inout String) -> Bool {
    guard let value = UInt32(rest.prefix(digits), radix: 16), let scalar = Unicode.Scalar(value) else { return false }
    rest = rest.dropFirst(digits)
    result.unicodeScalars.append(scalar)
    return true
  }
}
