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

/// The letters of everything an issue holds, the printed contents list too.
func letters(everythingIn issue: Issue) -> String {
  let masthead = issue.masthead
  var text = [
    masthead.series, masthead.name, masthead.number?.verbatim, masthead.office, masthead.date?.verbatim,
    masthead.classification, masthead.notice, masthead.copyNumber, masthead.signer,
  ].compactMap { $0 }.joined()
  text += masthead.otherLines.joined() + (issue.printedContents?.heading ?? "")
  for entry in issue.printedContents?.entries ?? [] { text += (entry.label ?? "") + entry.text + (entry.page ?? "") }
  text += (issue.editorsNote?.label ?? "") + (issue.editorsNote?.body.plainText ?? "")
  for section in issue.sections { text += (section.name ?? "") + letters(section.articles) }
  guard let imprint = issue.imprint else { return letters(of: text) }
  for line in imprint.distribution { text += line.label + (line.verbatim ?? "") }
  for line in imprint.people { text += line.role + (line.verbatim ?? "") }
  text += [imprint.copiesVerbatim, imprint.office, imprint.printDate?.verbatim, imprint.contact].compactMap { $0 }
    .joined()
  return letters(of: text + imprint.otherLines.joined())
}
