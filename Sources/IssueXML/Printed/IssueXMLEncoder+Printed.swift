internal import ExportPipeline
internal import IssueModel
internal import XMLBinding

/// The additions of ``PrintedForm``. Each does nothing where there is none to add.
extension IssueXMLEncoder {
  /// The attributes of the root.
  mutating func printRoot() {
    guard let printed else { return }
    writer.attribute("xmlns:p", PrintedForm.namespace)
    let order = printed.composition.front.map { part in
      switch part {
      case .contents: "contents"
      case .editorsNote: "editorsNote"
      }
    }
    writer.attribute("p:front", order.joined(separator: " "))
  }

  mutating func printMasthead() {
    guard let printed else { return }
    for row in printed.composition.masthead { print(row.cells.map { ($0.field.code, $0.label, $0.text) }) }
  }

  mutating func printImprint() {
    guard let printed else { return }
    for row in printed.composition.imprint { print(row.cells.map { ($0.field.code, $0.label, $0.text) }) }
  }

  private mutating func print(_ cells: [(field: String, label: String, text: String)]) {
    element("p:row") { encoder in
      for cell in cells {
        encoder.begin("p:cell")
        encoder.writer.attribute("field", cell.field)
        if !cell.label.isEmpty { encoder.writer.attribute("label", encoder.clean(cell.label)) }
        encoder.writer.text(encoder.clean(cell.text))
        encoder.writer.end()
      }
    }
  }

  mutating func printContents() {
    guard let printed else { return }
    for case .contents(let contents) in printed.composition.front {
      begin("p:contents")
      if let heading = contents.heading { writer.attribute("heading", clean(heading)) }
      nested { encoder in
        for entry in contents.entries {
          encoder.begin("p:entry")
          encoder.writer.attribute("kind", entry.kind.rawValue)
          if let target = entry.target {
            encoder.writer.attribute(
              "target", entry.kind == .section ? Self.id(section: target) : Self.id(article: target))
          }
          if let page = entry.page { encoder.writer.attribute("page", encoder.clean(page)) }
          encoder.writer.text(encoder.clean(entry.words))
          encoder.writer.end()
        }
      }
    }
  }

  /// The label of `note`, which belongs to the article at hand or to the whole issue.
  mutating func printLabel(of note: EditorsNote) {
    guard let printed else { return }
    var composed = printedArticle?.editorsNote
    if printedArticle == nil {
      for case .editorsNote(let note) in printed.composition.front { composed = note }
    }
    if let label = composed?.label, !label.isEmpty { writer.attribute("p:label", clean(label)) }
  }

  mutating func printSection() {
    guard let printed, printed.composition.sections.indices.contains(sectionIndex) else { return }
    writer.attribute("p:id", Self.id(section: sectionIndex))
    if let heading = printed.composition.sections[sectionIndex].heading {
      writer.attribute("p:heading", clean(heading))
    }
  }

  mutating func printArticle() {
    guard let article = printedArticle else { return }
    writer.attribute("p:id", Self.id(article: article.index))
    if let subtitle = article.subtitle { writer.attribute("p:subtitle", clean(subtitle)) }
    if let attribution = article.attribution { writer.attribute("p:attribution", clean(attribution)) }
  }

  mutating func printSignature() {
    if let date = printedArticle?.signatureDate { writer.attribute("p:date", clean(date)) }
  }

  /// The number of the article's note at `index`.
  mutating func printNumber(ofNote index: Int) {
    if let article = printedArticle { writer.attribute("p:number", article.firstNoteNumber + index) }
  }

  /// The number of the note that `id` refers to.
  mutating func printNumber(ofReference id: String) {
    // The editor's note to the whole issue stands outside of articles.
    guard let article = printedArticle ?? printed?.composition.firstArticle,
      let index = article.notes.firstIndex(where: { $0.id == id })
    else { return }
    writer.attribute("p:number", article.firstNoteNumber + index)
  }

  mutating func printPicture(_ image: ImageReference) {
    guard let picture = printed?.picture(image, position) else { return }
    writer.attribute("p:source", picture.source)
    writer.attribute("p:width", picture.width)
    writer.attribute("p:height", picture.height)
  }

  /// What is printed of the article at hand; nil outside of articles.
  private var printedArticle: ComposedArticle? {
    guard let printed, let articleIndex, printed.composition.sections.indices.contains(sectionIndex) else { return nil }
    let articles = printed.composition.sections[sectionIndex].articles
    return articles.indices.contains(articleIndex) ? articles[articleIndex] : nil
  }

  private static func id(section index: Int) -> String { "section-\(index + 1)" }
  private static func id(article index: Int) -> String { "article-\(index + 1)" }
}
