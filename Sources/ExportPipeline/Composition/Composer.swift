public import HouseStyle
public import IssueModel

extension Composition {
  /// Sets `issue` as `style` wants it.
  public init(_ issue: Issue, style: HouseStyle) {
    let composer = Composer(issue: issue, style: style)
    masthead = composer.masthead()
    front = composer.front()
    sections = composer.sections()
    imprint = composer.imprint()
    partTables(style)
  }
}

struct Composer {
  let issue: Issue
  let style: HouseStyle

  var isChinese: Bool { issue.language.isChinese }

  /// The word for the issue's language and script.
  func word(_ simplified: String, _ traditional: String, _ english: String) -> String {
    isChinese ? (issue.language == .traditionalChinese ? traditional : simplified) : english
  }

  // MARK: Masthead

  func cell(_ field: MastheadField) -> Composition.Cell<MastheadField>? {
    guard let text = issue.masthead.text(of: field), !text.isEmpty else { return nil }
    let label = field == .signer ? word("签发人：", "簽發人：", "Approved by: ") : ""
    return .init(field: field, label: label, text: text)
  }

  // MARK: Contents and editor's note

  func front() -> [Composition.FrontMatter] {
    let note = issue.editorsNote.map { Composition.FrontMatter.editorsNote(composed($0)) }
    let contents = contents().map { Composition.FrontMatter.contents($0) }
    let noteLine = issue.editorsNote?.source?.line ?? .max
    let contentsLine = issue.printedContents?.source?.line ?? 0
    return (noteLine < contentsLine ? [note, contents] : [contents, note]).compactMap { $0 }
  }

  func contents() -> ComposedContents? {
    if let printed = issue.printedContents {
      guard style.contents != .never else { return nil }
      return ComposedContents(heading: printed.heading, entries: entries(of: printed))
    }
    guard style.contents == .always else { return nil }
    var entries: [ComposedContents.Entry] = []
    var article = 0
    for (index, section) in issue.sections.enumerated() {
      if let name = section.name {
        entries.append(.init(kind: .section, words: heading(of: name), target: index))
      }
      for each in section.articles {
        if !each.title.isEmpty { entries.append(.init(kind: .article, words: each.title, target: article)) }
        article += 1
      }
    }
    guard !entries.isEmpty else { return nil }
    return ComposedContents(heading: word("目　录", "目　錄", "Contents"), entries: entries)
  }

  /// The printed lines, each led to the first thing of its name behind the line before.
  func entries(of printed: PrintedContents) -> [ComposedContents.Entry] {
    var sections = Targets(issue.sections.map(\.name))
    var articles = Targets(issue.articles.map(\.title), longer: issue.articles.map { $0.title + ($0.subtitle ?? "") })
    func words(_ entry: ContentsEntry) -> String {
      (entry.label.map { $0.last?.isASCII == true ? $0 + " " : $0 } ?? "") + entry.text
    }
    // Those of just that name first: what is only like it must not be taken from them.
    let exact = printed.entries.map { entry in
      entry.kind == .section ? sections.next(named: entry.text) : articles.next(named: entry.text)
    }
    return zip(printed.entries, exact).map { entry, target in
      switch entry.kind {
      case .section: .init(kind: .section, words: heading(of: entry.text), target: target, page: entry.page)
      case .article:
        .init(
          kind: .article, words: words(entry), target: target ?? articles.next(like: words(entry)), page: entry.page)
      }
    }
  }

  func composed(_ note: EditorsNote) -> ComposedEditorsNote {
    ComposedEditorsNote(
      label: note.label.map { $0 + (isChinese ? "：" : ": ") } ?? "", body: note.body, isAtEnd: note.isAtEnd)
  }

  // MARK: Sections

  func sections() -> [ComposedSection] {
    var index = 0
    var noteNumber = 1
    return issue.sections.enumerated().map { sectionIndex, section in
      let articles = section.articles.map { article in
        // The attachments at the end, where they stood below the signature.
        let tail = article.signature?.isAboveAttachments == true ? article.body.trailingAttachments : 0
        let composed = ComposedArticle(
          index: index, kicker: article.kicker, title: article.title.isEmpty ? nil : article.title,
          subtitle: article.subtitle.map { (isChinese ? "——" : "— ") + $0 }, byline: article.byline,
          editorsNote: article.editorsNote.map(composed), body: Array(article.body.dropLast(tail)),
          attribution: attribution(of: article),
          signatureOffice: article.signature?.office,
          signatureDate: article.signature?.date.map { $0.verbatim.withoutInnerBlanks },
          closing: Array(article.body.suffix(tail)), notes: article.notes,
          firstNoteNumber: noteNumber)
        index += 1
        noteNumber += article.notes.count
        return composed
      }
      return ComposedSection(index: sectionIndex, heading: section.name.map(heading), articles: articles)
    }
  }

  /// The name in the brackets of the house, unless its numbering (一、) sets it off already.
  func heading(of name: String) -> String {
    guard isChinese, !name.hasChineseNumbering else { return name }
    return style.sectionBrackets.open + name + style.sectionBrackets.close
  }

  func attribution(of article: Article) -> String? {
    guard let name = article.attribution else { return nil }
    let label = article.attributionLabel.map { $0 + (isChinese ? "：" : ": ") } ?? ""
    return isChinese ? "（\(label)\(name)）" : "(\(label)\(name))"
  }

  // MARK: Imprint

  func cell(_ field: ImprintField, of imprint: Imprint) -> Composition.Cell<ImprintField>? {
    let colon = isChinese ? "：" : ": "
    let comma = isChinese ? "、" : ", "
    switch field {
    case .distribution(let index):
      guard imprint.distribution.indices.contains(index) else { return nil }
      let line = imprint.distribution[index]
      return .init(
        field: field, label: line.label + colon, text: line.verbatim ?? line.recipients.joined(separator: comma))
    case .people(let index):
      guard imprint.people.indices.contains(index) else { return nil }
      let line = imprint.people[index]
      return .init(field: field, label: line.role + colon, text: line.verbatim ?? line.names.joined(separator: comma))
    case .copies:
      let made = imprint.copies.map { isChinese ? "共印\($0)份" : "\($0) copies" }
      return (imprint.copiesVerbatim ?? made).map { .init(field: field, label: "", text: $0) }
    case .office:
      return (imprint.officeVerbatim ?? imprint.office).map { .init(field: field, label: "", text: $0) }
    case .printDate:
      return imprint.printDate.map { .init(field: field, label: "", text: $0.verbatim.withoutInnerBlanks) }
    case .contact:
      return imprint.contact.map { .init(field: field, label: "", text: $0) }
    case .other(let index):
      guard imprint.otherLines.indices.contains(index) else { return nil }
      return .init(field: field, label: "", text: imprint.otherLines[index])
    }
  }
}

extension [Block] {
  /// How many paragraphs at the end list attachments.
  fileprivate var trailingAttachments: Int {
    reversed().prefix { if case .paragraph(let block) = $0 { block.role == .attachments } else { false } }.count
  }
}

extension Masthead {
  /// The words of `field` as printed; nil if the masthead has none.
  func text(of field: MastheadField) -> String? {
    switch field {
    case .series: series
    case .name: name
    case .number: number?.verbatim.withoutInnerBlanks
    case .office: officeVerbatim ?? office
    case .date: date?.verbatim.withoutInnerBlanks
    case .classification: classification
    case .notice: notice
    case .copyNumber: copyNumber
    case .signer: signer
    case .other(let index): otherLines.indices.contains(index) ? otherLines[index] : nil
    }
  }
}
