internal import IssueModel

/// Numbers the footnotes and links of the text, which stand as [1] in it and under the article they belong to.
/// The numbers run through the issue.
struct NoteMarks {
  /// What a number stands for.
  enum Target: Hashable {
    /// A footnote, by its id.
    case note(String)
    /// The address behind a link.
    case address(String)
  }

  /// The marks of the article that is being printed, in the order of their numbers.
  private(set) var targets: [Target] = []
  private var numbers: [Target: Int] = [:]
  private var next = 1

  /// The number of `target`, a new one if it has none in this article.
  mutating func number(of target: Target) -> Int {
    if let number = numbers[target] { return number }
    defer { next += 1 }
    numbers[target] = next
    targets.append(target)
    return next
  }

  /// Forgets the marks of the article before; the numbers go on.
  mutating func beginArticle() {
    targets = []
    numbers = [:]
  }
}

extension TextPage {
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
    case .noteReference(let id): result += "[\(notes.number(of: .note(id)))]"
    case .link(let target, let inlines):
      for inline in inlines { append(inline, to: &result) }
      let words = inlines.plainText
      // An address that is its own text needs no note, nor does a place within the issue.
      if !target.isEmpty, !target.hasPrefix("#"), target != words, target != "mailto:" + words {
        result += "[\(notes.number(of: .address(target)))]"
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
    let prefix = words.prefix(2)
    if prefix.first == "图", prefix.last?.isNumber == true { return "〔\(words)〕" }
    if isChinese { return words.isEmpty ? "〔图〕" : "〔图：\(words)〕" }
    return words.isEmpty ? "[Figure]" : "[Figure: \(words)]"
  }
}
