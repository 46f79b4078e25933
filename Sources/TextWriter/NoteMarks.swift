internal import ExportPipeline
internal import IssueModel

/// Numbers the footnotes and links of the text, each by a run of its own through the issue: 〔1〕 is a footnote, by the
/// number it has in the Word file ([*1] in English: a mark that adds no word), [1] the address behind a link. Both stand
/// under the article they belong to.
struct NoteMarks {
  /// The footnotes of what is being printed, and their numbers by id.
  private(set) var notes: [(number: Int, note: Note)] = []
  private var noteNumbers: [String: Int] = [:]

  /// The addresses of what is being printed, and their numbers.
  private(set) var addresses: [(number: Int, address: String)] = []
  private var addressNumbers: [String: Int] = [:]
  private var nextAddress = 1

  /// Whether a footnote is referred to that does not exist.
  private(set) var lacksOne = false

  /// Begins a part of the text whose notes stand under it. The numbers of addresses go on.
  mutating func begin(_ notes: [Note] = [], firstNumber: Int = 1) {
    self.notes = notes.enumerated().map { (firstNumber + $0, $1) }
    noteNumbers = Dictionary(self.notes.map { ($0.note.id, $0.number) }, uniquingKeysWith: { first, _ in first })
    addresses = []
    addressNumbers = [:]
  }

  /// Begins the editor's note to the whole issue, whose footnotes stand under the first article, `article`.
  mutating func beginFront(before article: ComposedArticle?) {
    begin(article?.notes ?? [], firstNumber: article?.firstNoteNumber ?? 1)
    notes = []
  }

  /// The number of the footnote `id`; nil if there is none.
  mutating func number(ofNote id: String) -> Int? {
    if let number = noteNumbers[id] { return number }
    lacksOne = true
    return nil
  }

  /// The number of `address`: a new one if it has none in this part.
  mutating func number(ofAddress address: String) -> Int {
    if let number = addressNumbers[address] { return number }
    defer { nextAddress += 1 }
    addressNumbers[address] = nextAddress
    addresses.append((nextAddress, address))
    return nextAddress
  }
}

extension TextPage {
  /// The mark of a footnote, in the text and before the note itself.
  func noteMark(_ number: Int) -> String { isChinese ? "〔\(number)〕" : "[*\(number)]" }

  /// The mark of an address.
  func addressMark(_ number: Int) -> String { "[\(number)]" }

  /// The words of `inlines` with the marks of their notes; a newline where a line must end.
  mutating func text(of inlines: [Inline]) -> String {
    var result = ""
    for inline in inlines { append(inline, to: &result) }
    return result
  }

  private mutating func append(_ inline: Inline, to result: inout String) {
    switch inline {
    case .text(let text): result += text
    case .code(let text): result += text
    case .strong(let inlines), .emphasis(let inlines), .subscript(let inlines):
      for inline in inlines { append(inline, to: &result) }
    case .superscript(let inlines):
      // Ten to the third is no hundred and three.
      if result.last?.isNumber == true, inlines.plainText.first?.isNumber == true { result += "^" }
      for inline in inlines { append(inline, to: &result) }
    case .lineBreak: result += "\n"
    case .image(let image): result += pictureMark(image.description)
    case .noteReference(let id):
      if let number = notes.number(ofNote: id) { result += noteMark(number) }
    case .link(let target, let inlines):
      for inline in inlines { append(inline, to: &result) }
      let words = inlines.plainText
      // An address that is its own text needs no note, nor does a place within the issue.
      if !target.isEmpty, !target.hasPrefix("#"), target != words, target != "mailto:" + words {
        result += addressMark(notes.number(ofAddress: target))
      }
    }
  }

  /// What stands for a figure: its caption, or else what it shows.
  mutating func mark(of figure: Figure) -> String {
    pictureMark(figure.caption.map { text(of: $0) } ?? figure.image.description)
  }

  /// What stands for a picture of which `words` say what it is.
  func pictureMark(_ words: String) -> String {
    // A caption such as 图1 says itself that it is one.
    if words.first == "图" || words.first == "圖",
      words.dropFirst().first(where: { !$0.isWhitespace })?.isNumber == true
    {
      return "〔\(words)〕"
    }
    // Big5 has no simplified one.
    let picture = language == .traditionalChinese ? "圖" : "图"
    if isChinese { return words.isEmpty ? "〔\(picture)〕" : "〔\(picture)：\(words)〕" }
    return words.isEmpty ? "[Figure]" : "[Figure: \(words)]"
  }
}
