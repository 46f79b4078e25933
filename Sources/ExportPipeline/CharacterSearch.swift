package import IssueModel

/// Finds the place in the source of characters that an output cannot hold. Walks the whole issue, so it is asked only
/// where there are such characters, which is seldom.
package struct CharacterSearch: IssueVisitor {
  /// Where the first of them stands; nil if none was found, or the issue says no places.
  package private(set) var first: SourcePosition?
  private let isSought: (Unicode.Scalar) -> Bool
  private var hasFound = false
  /// Where what is being looked through stands.
  private var place: SourcePosition?

  /// Looks through `issue` for characters that `isSought` knows.
  package init(_ issue: Issue, isSought: @escaping (Unicode.Scalar) -> Bool) {
    self.isSought = isSought
    let masthead = issue.masthead
    place = masthead.source?.start
    look(at: [
      masthead.series, masthead.name, masthead.number?.verbatim, masthead.office, masthead.officeVerbatim,
      masthead.date?.verbatim, masthead.classification, masthead.notice, masthead.copyNumber, masthead.signer,
    ])
    look(at: masthead.otherLines)
    place = issue.printedContents?.source?.start
    look(at: [issue.printedContents?.heading])
    for entry in issue.printedContents?.entries ?? [] {
      place = entry.source?.start ?? place
      look(at: [entry.label, entry.text, entry.page])
    }
    place = issue.editorsNote?.source?.start
    look(at: [issue.editorsNote?.label])
    visit(issue)
    guard let imprint = issue.imprint else { return }
    place = imprint.source?.start
    look(at: imprint.distribution.flatMap { [$0.label, $0.verbatim] + $0.recipients })
    look(at: imprint.people.flatMap { [$0.role, $0.verbatim] + $0.names })
    look(at: [
      imprint.copiesVerbatim, imprint.office, imprint.officeVerbatim, imprint.printDate?.verbatim, imprint.contact,
    ])
    look(at: imprint.otherLines)
  }

  private mutating func look(at texts: [String?]) {
    guard !hasFound, texts.contains(where: { $0?.unicodeScalars.contains(where: isSought) == true }) else { return }
    hasFound = true
    first = place
  }

  package mutating func visit(_ section: Section) {
    place = section.source?.start
    look(at: [section.name])
    descend(section)
  }

  package mutating func visit(_ article: Article) {
    place = article.source?.start ?? place
    look(at: [article.kicker, article.title, article.subtitle, article.byline, article.editorsNote?.label])
    descend(article)
    look(at: [
      article.attribution, article.attributionLabel, article.signature?.office, article.signature?.date?.verbatim,
    ])
  }

  package mutating func visit(_ block: Block) {
    guard !hasFound else { return }
    place = block.source?.start ?? place
    if case .preformatted(let block) = block { look(at: [block.text]) }
    descend(block)
  }

  package mutating func visit(_ inline: Inline) {
    switch inline {
    case .text(let text), .code(let text): look(at: [text])
    case .image(let image): look(at: [image.description])
    default: break
    }
    descend(inline)
  }
}
