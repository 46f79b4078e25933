import IssueModel

/// A Markdown text without empty lines, as copying from other programs leaves it: to Markdown all of it is one paragraph, to its
/// writer each line is one.
///
/// Told by its long lines: nearly all of those end a sentence, or several are wider than any page, so that nothing wrapped
/// them.
enum MissingEmptyLines {
  /// The name by which `--no-repair` calls the repair.
  static let name = "missing-empty-lines"
  /// What it does, in one line.
  static let summary = Wording("part lines that are paragraphs where no empty line does", zh: "没有空行的文本按行分段")
  /// The text with an empty line wherever one paragraph ends and another begins; nil for one that has its empty lines, as
  /// nearly always, or whose lines were wrapped.
  static func spread(_ text: String) -> SpreadText? {
    let measure = Measure(text)
    if measure.mayHaveTightRuns, !measure.isDense { return TightRuns.spread(text) }
    guard measure.isDense else { return nil }
    let source = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard areParagraphs(source) else { return nil }
    var result = SpreadText()
    var state = State()
    for (index, line) in source.enumerated() {
      if index > 0, state.parts(from: line) { result.part() }
      state.take(line)
      result.append(line)
    }
    return result.count > 0 ? result : nil
  }

  /// How the lines of a text stand, told by its bytes.
  private struct Measure {
    private var all = 0
    private var empty = 0
    /// Lines as long as running text with another line of words right below.
    private var tight = 0

    /// Whether one line in eight is empty, or fewer.
    var isDense: Bool { all - empty >= 6 && empty * 8 <= all }
    var mayHaveTightRuns: Bool { tight >= TightRuns.leastLines }

    init(_ text: String) {
      var text = text
      text.withUTF8 { bytes in
        var start = 0
        var isLong = false
        while start < bytes.count {
          // Of most lines the first letter tells that they are not empty.
          var place = start
          while place < bytes.count, bytes[place] == 0x20 || bytes[place] == 0x0D { place += 1 }
          all += 1
          guard place < bytes.count else { return }
          if bytes[place] != 0x0A {
            if isLong, bytes[place] >= UInt8(ascii: "A") { tight += 1 }
            place = ByteSearch.first(0x0A, in: bytes, from: place) ?? bytes.count
            isLong = place - start >= 48 && Self.endsSentence(bytes, before: place)
          } else {
            empty += 1
            isLong = false
          }
          start = place + 1
        }
      }
    }

    /// Whether the bytes before `end` may be the end of a sentence: a mark, a bracket or a quotation mark.
    private static func endsSentence(_ bytes: UnsafeBufferPointer<UInt8>, before end: Int) -> Bool {
      var place = end
      while place > 3, bytes[place - 1] == 0x20 || bytes[place - 1] == 0x0D { place -= 1 }
      guard place >= 3 else { return false }
      // Those of Chinese are U+2026, U+201D, U+3002, U+300D and from U+FF01 on.
      switch (bytes[place - 3], bytes[place - 2]) {
      case (0xE3, 0x80), (0xEF, 0xBC), (0xE2, 0x80): return true
      default: return bytes[place - 1] < 0x30 || bytes[place - 1] == UInt8(ascii: "?")
      }
    }
  }

  private static func areParagraphs(_ lines: [Substring]) -> Bool {
    var wide = 0
    var ending = 0
    var beyondPages: [Int] = []
    for line in lines where line.utf8.count >= 48 && MarkdownLineKind(line) == .plain {
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

  /// What stands above the line that is asked about.
  private struct State {
    private var above = MarkdownLineKind.empty
    private var inFence = false
    private var inTable = false

    /// Whether an empty line parts what stands above from `line`.
    func parts(from line: Substring) -> Bool {
      guard !inFence, !inTable else { return false }
      let below = MarkdownLineKind(line)
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
      above = MarkdownLineKind(line)
      if above == .fence { inFence.toggle() }
      if line.contains("<table") { inTable = true }
      if line.contains("</table") { inTable = false }
    }
  }
}
