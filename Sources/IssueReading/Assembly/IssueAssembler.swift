import IssueModel

/// Makes the issue of a draft in which every block has found its role. What has none is body text.
struct IssueAssembler {
  private let draft: Draft
  private let diagnostics: DiagnosticSink
  private var sections: [Section] = []
  private var article: Article?
  private var kicker: String?
  private var editorsNote: EditorsNote?
  private let notes: [String: Note]
  /// The footnotes whose marks stand in the title of the open article, or beside it.
  private var titleNotes: [String] = []

  private init(_ draft: Draft, _ diagnostics: DiagnosticSink) {
    self.draft = draft
    self.diagnostics = diagnostics
    notes = Dictionary(draft.notes.map { ($0.id, $0.note) }) { first, _ in first }
  }

  static func issue(of draft: Draft, _ diagnostics: DiagnosticSink) -> Issue {
    var assembler = IssueAssembler(draft, diagnostics)
    return assembler.assemble()
  }

  private mutating func assemble() -> Issue {
    for (index, block) in draft.blocks.enumerated() { add(block, at: index) }
    closeArticle()
    keepRemainingNotes()
    return Issue(
      masthead: draft.masthead, editorsNote: editorsNote, sections: sections, imprint: draft.imprint,
      printedContents: draft.contents,
      language: draft.language)
  }

  private mutating func add(_ block: DraftBlock, at index: Int) {
    let text = block.text
    switch block.role {
    case .section(let name):
      closeArticle()
      sections.append(Section(name: name, source: block.source))
    case .kicker:
      closeArticle()
      kicker = text.trimmed
    case .title:
      let above = kicker
      kicker = nil
      closeArticle()
      article = Article(title: text.trimmed, kicker: above, source: block.source)
      takeNotes(of: block)
    case .subtitle where article != nil:
      article?.subtitle = text.trimmed
      takeNotes(of: block)
    case .byline where article != nil:
      article?.byline = text.trimmed
      takeNotes(of: block)
    case .editorsNote(let label):
      let note = EditorsNote(label: label, body: noteBody(of: block), source: block.source)
      if article == nil, sections.isEmpty, editorsNote == nil, kicker == nil {
        editorsNote = note
      } else if let open = article, open.body.isEmpty, open.editorsNote == nil {
        article?.editorsNote = note
      } else if let open = article, open.editorsNote == nil, label != "按", closesArticle(index) {
        article?.editorsNote = note
        article?.editorsNote?.isAtEnd = true
      } else {
        append(ModelBlocks.plain(block))
      }
    case .attribution(let label, let name):
      if article?.attribution == nil, article != nil {
        article?.attribution = name
        article?.attributionLabel = label
      } else {
        append(ModelBlocks.plain(block))
      }
    case .signatureOffice where article != nil:
      // 家教會 above PTA Committee: a blank parts the name from its translation.
      let name = block.lines.count > 1 ? TitleWork.joinedTitle(block.lines.map(\.text)) : text.trimmed
      // Two lines that sign are one signature: no word of either gets lost.
      sign { $0.office = $0.office.map { SignatureLines.joined([$0, name]) } ?? name }
    case .signatureDate where article != nil:
      sign { $0.date = SignatureLines.date(text) ?? IssueDate(verbatim: text.trimmed) }
    case .subheading(let level):
      append([
        .subheading(
          Subheading(level: level, block.isBold ? block.inlines.withoutStrong : block.inlines, source: block.source))
      ])
    case .paragraph(let role):
      if role == .attachments, article?.signature != nil { article?.signature?.isAboveAttachments = true }
      append([.paragraph(Paragraph(block.inlines, role: role, source: block.source))])
    case nil, .subtitle, .byline, .signatureOffice, .signatureDate:
      if block.isRule {
        // A rule beside a title or section, or at the end, only parted what is parted anyway.
        guard article?.body.isEmpty == false, let next = draft.blocks.dropFirst(index + 1).first, next.role == nil,
          !next.isRule
        else { return }
      }
      append(ModelBlocks.plain(block))
    }
  }

  /// Whether nothing of the article follows the block at `index`.
  private func closesArticle(_ index: Int) -> Bool {
    guard let next = draft.blocks.dropFirst(index + 1).first(where: { !$0.isRule }) else { return true }
    switch next.role {
    case .section, .kicker, .title: return true
    default: return false
    }
  }

  private mutating func sign(_ change: (inout Signature) -> Void) {
    var signature = article?.signature ?? Signature()
    change(&signature)
    article?.signature = signature
  }

  private mutating func append(_ blocks: [Block]) {
    guard !blocks.isEmpty else { return }
    if article == nil {
      article = Article(title: "", kicker: kicker, source: blocks[0].source)
      kicker = nil
    }
    article?.body += blocks
  }

  private mutating func closeArticle() {
    guard var article else {
      if let text = kicker {
        // A line above a title that never came is text.
        kicker = nil
        append([.paragraph(Paragraph([.text(text)]))])
        closeArticle()
      }
      return
    }
    placeTitleNotes(&article)
    var finder = NoteFinder()
    // The footnotes of the note to the whole issue stand with the first article.
    if sections.allSatisfy(\.articles.isEmpty) { for block in editorsNote?.body ?? [] { finder.visit(block) } }
    finder.visit(article)
    article.notes = finder.ids.compactMap { notes[$0] }
    self.article = nil
    if sections.isEmpty { sections.append(Section()) }
    sections[sections.count - 1].articles.append(article)
  }

  /// Remembers the footnotes whose marks stand in a title, which has no place for them.
  private mutating func takeNotes(of block: DraftBlock) {
    for case .noteReference(let id) in block.inlines { titleNotes.append(id) }
  }

  /// Puts the marks that stood in the title behind the first paragraph.
  private mutating func placeTitleNotes(_ article: inout Article) {
    defer { titleNotes = [] }
    guard !titleNotes.isEmpty,
      let place = article.body.firstIndex(where: { if case .paragraph = $0 { true } else { false } }),
      case .paragraph(var paragraph) = article.body[place]
    else { return }
    paragraph.inlines += titleNotes.map { .noteReference($0) }
    article.body[place] = .paragraph(paragraph)
    for id in titleNotes {
      let words = excerpt(notes[id]?.body.plainText ?? "")
      diagnostics.repaired(
        "note-moved", line: article.source?.line ?? 1,
        "the mark of the footnote “\(words)” stood in a title; it stands behind the first paragraph",
        zh: "脚注“\(words)”的注号原在标题上，已移到首段之后", severity: .note)
    }
  }

  /// Gives the footnotes that no article has to the last one, marked behind its text: no word of the source gets lost.
  ///
  /// Their marks stood in a title or the like, which has none, or in an editor's note that no article follows.
  private mutating func keepRemainingNotes() {
    var kept = Set(sections.flatMap(\.articles).flatMap(\.notes).map(\.id))
    let remaining = draft.notes.map(\.note).filter { kept.insert($0.id).inserted }
    guard !remaining.isEmpty else { return }
    let place = sections.lastIndex { !$0.articles.isEmpty } ?? max(0, sections.count - 1)
    if sections.isEmpty { sections.append(Section()) }
    if sections[place].articles.isEmpty { sections[place].articles.append(Article(title: "")) }
    let last = sections[place].articles.count - 1
    var finder = NoteFinder()
    for block in editorsNote?.body ?? [] { finder.visit(block) }
    let referred = Set(finder.ids)
    for note in remaining {
      sections[place].articles[last].notes.append(note)
      guard !referred.contains(note.id) else { continue }
      var body = sections[place].articles[last].body
      if case .paragraph(var paragraph)? = body.last, paragraph.role == .body {
        paragraph.inlines.append(.noteReference(note.id))
        body[body.count - 1] = .paragraph(paragraph)
      } else {
        body.append(.paragraph(Paragraph([.noteReference(note.id)], source: note.source)))
      }
      sections[place].articles[last].body = body
      let words = excerpt(note.body.plainText)
      diagnostics.repaired(
        "note-unreferenced", line: note.source?.line ?? 1,
        "no article's text refers to the footnote “\(words)”; its mark stands at the end of the last article",
        zh: "文章正文没有引用脚注“\(words)”，注号已置于最后一篇文末",
        hint: Wording("refer to it in the text or delete it", zh: "请在正文中引用或删除"))
    }
  }

  /// The text of a note, its label gone.
  private func noteBody(of block: DraftBlock) -> [Block] {
    if case .quote(let inner) = block.form, let first = inner.first {
      return Self.unlabelled(first) + inner.dropFirst().flatMap { ModelBlocks.plain($0) }
    }
    return Self.unlabelled(block)
  }

  /// Without the bracket that opens before the label and closes behind the note: 〔编者按：…〕.
  private static func withoutBracket(_ inlines: [Inline], _ label: Int) -> [Inline] {
    let text = inlines.plainText
    guard let open = text.trimmed.first, "〔（(【[［".contains(open), let close = open.closingBracket,
      !text.prefix(label).contains(close),
      case .text(let last) = inlines.last, last.trimmed.last == close
    else { return inlines }
    return inlines.dropLast() + [.text(String(last.trimmed.dropLast()))]
  }

  private static func unlabelled(_ block: DraftBlock) -> [Block] {
    // The label is measured on the same words it is cut from: the block's own may begin with an indent.
    let inlines = block.inlines
    guard let label = EditorsNoteStage.label(of: inlines.plainText) else { return ModelBlocks.plain(block) }
    let rest =
      (Self.withoutBracket(inlines, label.length).dropping(label.length) ?? [
        .text(String(inlines.plainText.dropFirst(label.length)))
      ]).merged
      .trimmedAtEnds.merged
    return rest.isEmpty ? [] : [.paragraph(Paragraph(rest, source: block.source))]
  }
}

/// The footnotes an article refers to, in the order of their first reference.
struct NoteFinder: IssueVisitor {
  var ids: [String] = []
  private var seen: Set<String> = []
  mutating func visit(_ inline: Inline) {
    if case .noteReference(let id) = inline, seen.insert(id).inserted { ids.append(id) }
    descend(inline)
  }
}
