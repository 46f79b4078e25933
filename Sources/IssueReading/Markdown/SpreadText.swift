/// A Markdown text with more empty lines than its source has.
struct SpreadText {
  /// The text.
  private(set) var text = ""
  /// The line of the source that each line of ``text`` comes from, from 1.
  private(set) var lines: [Int32] = []
  /// The line of the source, from 1, above which the first empty line was put; nil where none was.
  private(set) var firstLine: Int?
  /// How many empty lines were put in.
  private(set) var count = 0

  /// Puts an empty line before the next line, which `append` brings.
  mutating func part() {
    // A stroke that broke the line breaks nothing now.
    if text.hasSuffix("\\\n") {
      text.replaceSubrange(text.index(text.endIndex, offsetBy: -2)..., with: "\n")
    }
    text += "\n"
    lines.append(Int32(clamping: sourceLines))
    firstLine = firstLine ?? sourceLines + 1
    count += 1
  }

  /// Appends the next line of the source.
  mutating func append(_ line: Substring) {
    text += line
    text += "\n"
    sourceLines += 1
    lines.append(Int32(clamping: sourceLines))
  }

  private var sourceLines = 0
}

/// What a line is to Markdown.
enum MarkdownLineKind {
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
