import IssueModel

extension Scoreboard {
  /// Compares what the reader made of an issue with the truth, field by field.
  mutating func compare(_ truth: Truth, with issue: Issue) {
    compare(truth.masthead, with: issue.masthead)
    compare(
      "contents", truth.contents ?? [],
      issue.printedContents?.entries.filter { $0.kind == .article }.map(\.text) ?? [])
    compare("issue note", truth.editorsNote, issue.editorsNote?.body.plainText)
    compare("section", truth.sections.compactMap(\.name), issue.sections.compactMap(\.name))
    compareArticles(of: truth, with: issue)
    compare(truth.imprint, with: issue.imprint)
  }

  private mutating func compare(_ truth: Truth.Masthead, with masthead: Masthead) {
    compare("masthead series", truth.series, masthead.series)
    compare("masthead name", truth.name, masthead.name)
    compare("number", truth.number, masthead.number?.number)
    compare("number year", truth.year, masthead.number?.year)
    compare("number volume", truth.volume, masthead.number?.volume)
    compare("number total", truth.total, masthead.number?.total)
    let kind = masthead.number.flatMap { $0.kind == .regular ? nil : $0.kind.rawValue }
    compare("number kind", truth.kind, kind)
    compare("masthead office", truth.office, masthead.office)
    compare("masthead date", truth.dateISO, masthead.date.flatMap { $0.iso ?? $0.verbatim })
    compare("classification", truth.classification, masthead.classification)
    compare("notice", truth.notice, masthead.notice)
    compare("copy number", truth.copyNumber, masthead.copyNumber) {
      // With its label or without.
      $0.filter(\.isNumber) == $1.filter(\.isNumber)
    }
    compare("signer", truth.signer, masthead.signer)
  }

  private mutating func compare(_ truth: Truth.Imprint?, with imprint: Imprint?) {
    compare("distribution label", truth?.distribution?.map(\.label) ?? [], imprint?.distribution.map(\.label) ?? [])
    compare(
      "recipient", truth?.distribution?.flatMap(\.recipients) ?? [], imprint?.distribution.flatMap(\.recipients) ?? [])
    compare("copies", truth?.copies, imprint?.copies)
    compare("role", truth?.people?.map(\.role) ?? [], imprint?.people.map(\.role) ?? [])
    compare("person", truth?.people?.flatMap(\.names) ?? [], imprint?.people.flatMap(\.names) ?? [])
    compare("contact", truth?.contact, imprint?.contact) { normalised($1).contains(normalised($0)) }
    compare("imprint office", truth?.office, imprint?.office)
    compare("imprint date", truth?.printDateISO, imprint?.printDate.flatMap { $0.iso ?? $0.verbatim })
  }

  // MARK: Articles

  /// Articles are paired by title and text, in order; what finds no partner is missed or too much as a whole.
  private mutating func compareArticles(of truth: Truth, with issue: Issue) {
    let wanted = truth.sections.flatMap { section in section.articles.map { (section.name, $0) } }
    let read = issue.sections.flatMap { section in section.articles.map { (section.name, FoundArticle($0)) } }
    let pairs = alignment(wanted, read) { likeness($0.1, $1.1) }
    let partner = Dictionary(uniqueKeysWithValues: pairs.map { ($0.0, $0.1) })
    let taken = Set(pairs.map(\.1))
    for (index, (section, article)) in wanted.enumerated() {
      let other = partner[index].map { read[$0] }
      compare("article in section", section, other?.0)
      compare(article, with: other?.1)
    }
    for (index, (section, article)) in read.enumerated() where !taken.contains(index) {
      compare("article in section", String?.none, section)
      compare(nil, with: article)
    }
  }

  private func likeness(_ truth: Truth.Article, _ found: FoundArticle) -> Double {
    let title = similarity(normalised(truth.title), normalised(found.article.title))
    let texts = found.paragraphs.map(folded)
    let ends = truth.paragraphs ?? []
    let shared = ends.count { end in
      texts.contains { $0.hasPrefix(folded(end.start)) || $0.hasSuffix(folded(end.end)) }
    }
    let weight = 0.6 * title + (ends.isEmpty ? 0 : 0.4 * Double(shared) / Double(ends.count))
    return weight < 0.15 ? 0 : weight
  }

  /// Twice the pairs of neighbours both have, over the pairs of both.
  private func similarity(_ a: String, _ b: String) -> Double {
    if a == b { return 1 }
    let pairs = { (text: String) in zip(text, text.dropFirst()).map { String([$0, $1]) } }
    let (first, second) = (pairs(a), pairs(b))
    guard !first.isEmpty, !second.isEmpty else { return 0 }
    var rest = second
    let shared = first.count { pair in
      guard let place = rest.firstIndex(of: pair) else { return false }
      rest.remove(at: place)
      return true
    }
    return 2 * Double(shared) / Double(first.count + second.count)
  }

  private mutating func compare(_ truth: Truth.Article?, with found: FoundArticle?) {
    let article = found?.article
    compare("title", truth?.title, article?.title)
    if let truth, let article, normalised(truth.title) == normalised(article.title) {
      compare("title with its blanks", truth.title, article.title) { spaced($0) == spaced($1) }
    }
    compare("kicker", truth?.kicker, article?.kicker)
    compare("subtitle", truth?.subtitle, article?.subtitle)
    compare("byline", truth?.byline, article?.byline)
    compare("article note", truth?.editorsNote, article?.editorsNote?.body.plainText)
    compare("attribution", truth?.attribution, article?.attribution) {
      // With its label or without.
      normalised($0) == normalised($1) || normalised($0) == normalised((article?.attributionLabel ?? "") + ":" + $1)
    }
    compare("signature office", truth?.signatureOffice, article?.signature?.office)
    compare("signature date", truth?.signatureDateISO, article?.signature?.date.flatMap { $0.iso ?? $0.verbatim })
    compare("subheading", truth?.subheadings ?? [], found?.subheadings ?? [])
    compare(
      "paragraph", truth?.paragraphs ?? [], found?.paragraphs ?? [], show: { "\($0.start)…\($0.end)" },
      display: { text in
        let text = folded(text)
        return text.count <= 40 ? text : "\(text.prefix(16))…\(text.suffix(16))"
      },
      same: { end, text in
        let text = folded(text)
        guard text.hasPrefix(folded(end.start)) else { return false }
        if text.hasSuffix(folded(end.end)) { return true }
        // The mark of a footnote is no text.
        let bare = folded(end.end).reversed().drop { $0.isNumber || "[]〔〕".contains($0) }.reversed()
        return truth?.notes ?? 0 > 0 && bare.count < folded(end.end).count && text.hasSuffix(String(bare))
      })
    compare("attachment", truth?.attachments ?? [], found?.attachments ?? [])
    compare("caption", truth?.captions ?? [], found?.captions ?? [])
    compareCount("list", truth?.lists ?? 0, found?.lists ?? 0)
    compareCount("table", truth?.tables ?? 0, found?.tables ?? 0)
    compareCount("figure", truth?.figures ?? 0, found?.figures ?? 0)
    compareCount("footnote", truth?.notes ?? 0, article?.notes.count ?? 0)
  }
}

/// An article as the reader made it, its blocks sorted by kind.
struct FoundArticle {
  let article: Article
  private(set) var subheadings: [String] = []
  /// Running text, that within quotes too; items of lists and cells of tables are no paragraphs.
  private(set) var paragraphs: [String] = []
  private(set) var attachments: [String] = []
  private(set) var captions: [String] = []
  private(set) var lists = 0
  private(set) var tables = 0
  private(set) var figures = 0

  init(_ article: Article) {
    self.article = article
    for block in article.body { add(block) }
  }

  private mutating func add(_ block: Block) {
    switch block {
    case .paragraph(let paragraph):
      let text = paragraph.inlines.plainText
      if paragraph.role == .attachments {
        let lines = text.split(separator: "\n").map { folded(String($0)) }
        // The label, in one language or two, is no attachment.
        attachments += lines.map { line in
          guard let colon = line.firstIndex(of: ":") else { return line }
          let label = line[..<colon].lowercased()
          let isLabel =
            label.contains("附件") || label == "附" || ["encl", "annex", "attach"].contains { label.hasPrefix($0) }
          return isLabel && label.count <= 16 ? String(line[line.index(after: colon)...]) : line
        }.filter { !$0.isEmpty }
      } else {
        paragraphs.append(text)
      }
    case .subheading(let heading): subheadings.append(heading.inlines.plainText)
    case .list: lists += 1
    case .table(let table):
      tables += 1
      if let caption = table.caption { captions.append(caption.plainText) }
    case .figure(let figure):
      figures += 1
      if let caption = figure.caption { captions.append(caption.plainText) }
    case .quote(let quote): for block in quote.body { add(block) }
    case .preformatted(let text): paragraphs.append(text.text)
    case .rule: break
    }
  }
}
