/// A line of a contents list taken apart: bullet or number, text, page.
struct ContentsLine {
  var label: String?
  var text: String
  var page: String?
  /// Who wrote it, between title and page; nil where the list does not say.
  var writer: String?

  /// Longer lines are no entries, whatever dots they have.
  private static let longest = 4096

  init(_ line: String) {
    let whole = line.trimmed
    text = whole
    guard whole.utf8.count <= Self.longest else { return }
    text = Self.withoutWriter(whole)
    let titled = text
    takePageBehind()
    if page == nil { takePageWithWord() }
    if page == nil { takeWriterForPage() }
    if page == nil { takePageInHan() }
    if page == nil { takePageInFront() }
    if titled != whole { writer = Self.lost(of: whole, in: titled) }
    if page != nil {
      let named = text
      text = Self.withoutByline(Self.withoutSetOffWriter(text))
      if text != named { writer = Self.lost(of: named, in: text) }
    }
    takeLabel()
  }

  init(label: String?, text: String, page: String?) {
    self.label = label
    self.text = text
    self.page = page
  }

  /// The text without any numbering, also where a bullet stands before that.
  var core: String {
    guard let numbering = LineGrammar.numbering(text), text.count > numbering.length else { return text }
    return String(text.dropFirst(numbering.length)).trimmed
  }

  /// What the list prints behind the title: the writer, the page, or both.
  var ending: String? {
    guard let writer else { return page }
    return page.map { writer + (writer.hasHan ? "　" : " ") + $0 } ?? writer
  }

  /// Whether it has a bullet, number, writer or page.
  var isMarked: Bool { label != nil || page != nil || writer != nil }
}
