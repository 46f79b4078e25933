import IssueModel

/// The letters, digits and ideographs of `text`, in order.
func letters(of text: String) -> String {
  String(
    String.UnicodeScalarView(
      text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }))
}

/// The letters of everything an article says, in the order it is printed; footnotes stand behind their article.
func letters(_ articles: [Article]) -> String {
  articles.map { article in
    let head = [article.kicker, article.title, article.subtitle, article.byline].compactMap { $0 }.joined()
    let note = (article.editorsNote?.label ?? "") + (article.editorsNote?.body.plainText ?? "")
    let tail = [
      article.attributionLabel, article.attribution, article.signature?.office, article.signature?.date?.verbatim,
    ].compactMap { $0 }.joined()
    let notes = article.notes.map(\.body.plainText).joined()
    return letters(of: head + note + article.body.plainText + tail + notes)
  }.joined()
}
