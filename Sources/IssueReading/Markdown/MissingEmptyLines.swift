import IssueModel

/// A Markdown text without empty lines, as copying from other programs leaves it: to Markdown all of it is one paragraph, to its
/// writer each line is one.
///
/// Told by its long lines: nearly all of those end a sentence, or several are wider than any page, so that nothing wrapped
/// them.
struct MissingEmptyLines {
  /// The name by which `--no-repair` calls the repair.
  static let name = "missing-empty-lines"
  /// What it does, in one line.
  static let summary = Wording("part lines that are paragraphs where no empty line does", zh: "没有空行的文本按行分段")
  /// The text with an empty line wherever one paragraph ends and another begins.
  let text: String
  /// The line of the source that each line of ``text`` comes from, from 1.
  let lines: [Int32]
  /// The first line of the source that has an empty one below it now.
  let firstLine: Int

  /// Spreads the lines of `text`; nil for one that has its empty lines, as nearly always, or whose lines were wrapped.
  init?(in text: String) {
    guard Self.isDense(text) else { return nil }
    let source = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard Self.areParagraphs(source) else { return nil }
    var result = ""
    var lines: [Int32] = []
    var first: Int?
    var state = State()
    for (index, line) in source.enumerated() {
      if index > 0, state.parts(from: line) {
        // A stroke that broke the line breaks nothing now.
        if result.hasSuffix("\\\n") {
          result.replaceSubrange(result.index(result.endIndex, offsetBy: -2)..., with: "\n")
        }
        result += "\n"
        lines.append(Int32(clamping: index))
        first = first ?? index
      }
      state.take(line)
      result += line
      result += "\n"
      lines.append(Int32(clamping: index + 1))
    }
    guard let first else { return nil }
    self.text = result
    self.lines = lines
    firstLine = first
  }

  /// Whether one line in eight is empty, or fewer.
  private static func isDense(_ text: String) -> Bool {
    var text = text
    let (empty, all) = text.withUTF8 { bytes in
      var empty = 0
      var all = 0
      var start = 0
      while start < bytes.count {
        // Of most lines the first letter tells that they are not empty.
        var place = start
        while place < bytes.count, bytes[place] == 0x20 || bytes[place] == 0x0D { place += 1 }
        all += 1
        if place < bytes.count, bytes[place] != 0x0A {
          place = ByteSearch.first(0x0A, in: bytes, from: place) ?? bytes.count
        } else if place < bytes.count {
          empty += 1
        }
        start = place + 1
      }
      return (empty, all)
    }
    return all - empty >= 6 && empty * 8 <= all
  }

  private static func areParagraphs(_ lines: [Substring]) -> Bool {
    var wide = 0
    var ending = 0
    var beyondPages: [Int] = []
    for line in lines where line.utf8.count >= 48 && Kind(line) == .plain {
      let columns = String(line).trimmed.columns
      guard columns >= 48 else { continue }
      wide += 1
      if columns > 100 { beyondPages.append(columns) }
      if line.unicodeScalars.last(where: { !$0.isClosing && !$0.isBlank })?.endsSentence == true { ending += 1 }
    }
    guard wide >= 2 else { return false }
    let spread = (beyondPages.max() ?? 0) - (beyondPages.min() ?? 0)
    return ending * 5 >= wide * 4 || beyondPages.count >= 3 && beyondPages.count * 2 >= wide && spread > 8
  }

  /// What a line is to Markdown.
  private enum Kind {
    case empty, plain, heading, item, quote, row, html, fence, strokes, indented

    init(_ line: Substring) {
      guard let place = line.firstIndex(where: { $0 != " " && $0 != "\t" && $0 != "\r" }) else {
        self = .empty
        return
      }
      let indent = line.distance(from: line.startIndex, to: place)
      let text = line[place...]
      switch text.first {
      case "#": self = .heading
      case "|": self = .row
      case "<": self = .html
      case ">": self = .quote
      case "`", "~": self = text.hasPrefix("```") || text.hasPrefix("~~~") ? .fence : .plain
      case "=", "-", "*", "+", "_":
        let mark = text.first
        if text.allSatisfy({ $0 == mark || $0 == " " }) {
          self = .strokes
        } else {
          self = text.dropFirst().first == " " && mark != "=" && mark != "_" ? .item : .plain
        }
      default:
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let rest = text.dropFirst(digits.count)
        let isItem = (1...3).contains(digits.count) && (rest.hasPrefix(". ") || rest.hasPrefix(") "))
        self = isItem ? .item : indent >= 2 ? .indented : .plain
      }
    }
  }

  /// What stands above the line that is asked about.
  private struct State {
    private var above = Kind.empty
    private var inFence = false
    private var inTable = false

    /// Whether an empty line parts what stands above from `line`.
    func parts(from line: Substring) -> Bool {
      guard !inFence, !inTable else { return false }
      let below = Kind(line)
      switch (above, below) {
      case (.empty, _), (_, .empty), (_, .indented), (.indented, _), (.row, .row), (.item, .item), (.quote, .quote),
        (.html, .html), (.heading, .strokes), (.strokes, _):
        return false
      case (.plain, .strokes):
        // Three strokes are a rule; those as wide as the words above make them a heading.
        return line.trimmed.count == 3
      default: return true
      }
    }

    mutating func take(_ line: Substring) {
      above = Kind(line)
      if above == .fence { inFence.toggle() }
      if line.contains("<table") { inTable = true }
      if line.contains("</table") { inTable = false }
    }
  }
}
