import ExportPipeline
import IssueModel

extension Composition {
  /// All words, in printed order, footnotes apart.
  var words: [String] {
    var words = masthead.flatMap(\.cells).map(\.words)
    for each in front {
      switch each {
      case .contents(let contents):
        words += [contents.heading].compactMap { $0 }
        for entry in contents.entries { words += [entry.words, entry.page ?? ""] }
      case .editorsNote(let note): words += note.words
      }
    }
    for section in sections {
      words += [section.heading].compactMap { $0 }
      for article in section.articles {
        words += [article.kicker, article.title, article.subtitle, article.byline].compactMap { $0 }
        words += article.editorsNote?.words ?? []
        words += [article.body.plainText]
        words += [article.attribution, article.signatureOffice, article.signatureDate].compactMap { $0 }
      }
    }
    return words + imprint.flatMap(\.cells).map(\.words)
  }

  /// The words of the footnotes.
  var noteWords: [String] { sections.flatMap(\.articles).flatMap(\.notes).map(\.body.plainText) }
}

extension ComposedEditorsNote {
  var words: [String] { [label, body.plainText] }
}

extension String {
  /// The text without blanks and line ends, which a page may add and drop, and without what XML cannot hold.
  var bare: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.filter {
          !$0.properties.isWhitespace && $0.value >= 0x20 && $0.value & 0xFFFE != 0xFFFE
        }))
  }
}
