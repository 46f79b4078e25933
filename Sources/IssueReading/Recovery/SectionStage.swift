import IssueModel

/// Recognises sections by their marks: a line that is nothing but 【name】, 〖name〗 or ★name, or a line that the
/// contents list names as a section.
struct SectionStage: RecoveryStage {
  static let name = "sections"
  static let summary = Wording("recognise the sections", zh: "识别栏目")

  func callAsFunction(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    let sections = (draft.contents?.entries ?? []).filter { $0.kind == .section }
    let listed = draft.listedTitles.subtracting(sections.map(\.text.letters))
    partStrokedTitles(&draft)
    let stroked = strokedTitles(draft)
    var hasOrnaments = false
    for index in draft.blocks.indices where draft.blocks[index].isText && draft.blocks[index].lines.count == 1 {
      let text = draft.blocks[index].text
      guard text.utf8.count < 200, EditorsNoteStage.label(of: text) == nil else { continue }
      guard
        let name = LineGrammar.sectionMark(text)
          ?? LineGrammar.ornamented(text.trimmed, atMost: 72).flatMap({ name in
            stroked.contains(index) || listed.contains(name.letters) ? name : nil
          })
      else { continue }
      if stroked.contains(index) {
        draft.blocks[index].form = .heading(2)
        draft.blocks[index].lines = [DraftLine(text: name, number: draft.blocks[index].line)]
      } else if listed.contains(name.letters) {
        // The contents list names it as an article: a title in brackets.
        draft.blocks[index].lines = [DraftLine(text: name, number: draft.blocks[index].line)]
      } else {
        draft.blocks[index].role = .section(MastheadLine.closed(name))
        hasOrnaments = hasOrnaments || text.trimmed.first == text.trimmed.last
      }
    }
    if hasOrnaments, stroked.isEmpty { partNestedMarks(&draft) }
    splitRunIns(&draft)
    ruledNames(&draft)
    bookMarks(&draft)
    languageNames(&draft)
    countedNames(&draft)
    namesAboveCounted(&draft)
    numberedNames(&draft)
    decimalNames(&draft)
    romanNames(&draft)
    capitalNames(&draft)
    alikeMarks(&draft)
    bulletedNames(&draft)
    matchContents(&draft, diagnostics)
    namesAboveListed(&draft)
    lowerNames(&draft)
    shortNames(&draft)
    plainNames(&draft)
  }

  /// ★name, ▲name: whether such lines are sections or titles, what follows them tells: a title behind a
  /// section, running text behind a title. Lines with one bullet are alike.
  private func bulletedNames(_ draft: inout Draft) {
    let listed = draft.listedTitles
    var groups: [Character: [(index: Int, name: String)]] = [:]
    for index in draft.blocks.indices where draft.blocks[index].isText && draft.blocks[index].lines.count == 1 {
      guard draft.blocks[index].role == nil, draft.blocks[index].text.utf8.count <= 90,
        let (mark, name) = LineGrammar.bulleted(draft.blocks[index].text), name.fits(26),
        !listed.contains(name.letters), !LineGrammar.isProse(name), !name.allSatisfy(\.isNumber),
        !isBeginningOfTitle(index, name, listed, draft)
      else { continue }
      groups[mark, default: []].append((index, name))
    }
    for (_, lines) in groups.sorted(by: { $0.value[0].index < $1.value[0].index }) {
      let opening = lines.filter { line in
        guard let next = draft.blocks.dropFirst(line.index + 1).first(where: { !$0.isRule }), next.isText else {
          return false
        }
        // One such line below the other: items.
        if let below = LineGrammar.bulleted(next.text),
          LineGrammar.bulleted(draft.blocks[line.index].text)?.mark == below.mark
        {
          return false
        }
        // A writer above text: what stands above him is a title.
        if next.headingLevel == nil, LineGrammar.bulleted(next.text) == nil,
          TitleWork.isNames(next.text) || TitleWork.isByline(next.text),
          let text = draft.blocks.dropFirst(line.index + 1).lazy.filter({ !$0.isRule }).dropFirst().first, text.isText,
          LineGrammar.isProse(text.text)
        {
          return false
        }
        return next.headingLevel != nil || !LineGrammar.isProse(next.text) && next.text.fits(100)
      }
      // A single one is believed only before a heading.
      let alone = lines.count == 1 && listed.isEmpty
      let leads = draft.blocks.dropFirst(lines[0].index + 1).first { !$0.isRule }?.headingLevel != nil
      // The text begins with one of three or more that are all short: names, whatever stands below some of them.
      let isFirst =
        lines.count >= 3 && !opening.isEmpty
        && lines.count(where: { !(2...7).contains($0.name.withoutBlanks.count) }) * 4 <= lines.count
        && !draft.blocks[..<lines[0].index].contains(where: { $0.isText })
      guard opening.count * 3 >= lines.count * 2 || isFirst, !alone || leads else { continue }
      for line in lines { draft.blocks[line.index].role = .section(MastheadLine.closed(line.name)) }
    }
  }

  /// Whether the contents list has the words with those of the next line or two behind them: a title over lines.
  private func isBeginningOfTitle(
    _ index: Int, _ name: String, _ listed: Set<[Unicode.Scalar]>, _ draft: Draft
  ) -> Bool {
    guard !listed.isEmpty else { return false }
    var letters = name.letters
    for block in draft.blocks.dropFirst(index + 1).prefix(2) {
      guard block.isText, block.text.fits(100) else { return false }
      letters += block.text.letters
      if listed.contains(letters) { return true }
    }
    return false
  }

  /// 一、name above a line that is a title, twice or more: sections of a text without marks. The titles have no
  /// number, or the next one down (一), in bold.
  private func numberedNames(_ draft: inout Draft) {
    guard draft.contents == nil || !(draft.contents?.entries.contains { $0.kind == .section } ?? false) else { return }
    let numbered = draft.blocks.indices.filter { index in
      let block = draft.blocks[index]
      guard block.role == nil, block.isText, block.lines.count == 1, block.text.fits(30),
        let numbering = LineGrammar.numbering(block.text.trimmed), numbering.level == 1,
        numbering.length < block.text.trimmed.count
      else { return false }
      return true
    }
    let listed = draft.listedTitles
    let found = numbered.filter { index in
      // The list names it, with its number or without.
      if listed.contains(ContentsLine(draft.blocks[index].text).core.letters) { return false }
      let behind = Array(draft.blocks.dropFirst(index + 1).lazy.filter { !$0.isRule }.prefix(2))
      guard behind.count == 2, let title = behind.first, title.role == nil, title.isText, title.lines.count <= 2,
        !LineGrammar.isProse(title.text), let last = behind.last
      else { return false }
      // What the contents list names is a title, whoever is named below it.
      if !listed.contains(draft.blocks[index].text.letters), listed.contains(title.text.letters) { return true }
      let number = LineGrammar.numbering(title.text.trimmed)
      let isHeading = draft.blocks[index].headingLevel != nil
      if isHeading {
        // Below a heading a title may be short, but a bold lead-in or a subheading is none.
        let isTitle =
          title.headingLevel == nil ? !title.isBold && title.text.columns >= 8 : isHeadingOfTitle(index, title, draft)
        guard number == nil ? isTitle : number?.level == 2 && title.isBold else { return false }
      } else if number?.level == 2, title.isBold {
        // （一） in bold, where nothing stands above the first: below a title it would divide a report.
        guard let first = numbered.first, !draft.blocks[..<first].contains(where: \.isText) else { return false }
      } else {
        guard number == nil, title.text.columns >= 10 else { return false }
      }
      switch last.form {
      case .ready(.table), .ready(.figure), .list: return isHeading
      default: return last.isText && LineGrammar.isProse(last.text)
      }
    }
    guard found.count >= 2 else { return }
    // Headings have to be all of one kind: a report has text under some of them.
    let headings = numbered.filter { draft.blocks[$0].headingLevel != nil }
    let unlike = Set(headings).subtracting(found)
    for index in found where draft.blocks[index].headingLevel == nil || unlike.isEmpty {
      draft.blocks[index].role = .section(draft.blocks[index].text.trimmed)
    }
    // The rest of one row: below 二、 may stand a table.
    let values = numbered.compactMap { LineGrammar.numbering(draft.blocks[$0].text.trimmed)?.value }
    guard unlike.isEmpty, found.first == numbered.first, found.count * 3 >= numbered.count * 2,
      values == Array(1...numbered.count)
    else { return }
    for index in numbered where draft.blocks[index].role == nil {
      guard let below = nextText(index, draft),
        !draft.blocks[below].isText || !LineGrammar.isProse(draft.blocks[below].text)
      else { continue }
      draft.blocks[index].role = .section(draft.blocks[index].text.trimmed)
    }
  }

  /// Whether a heading right below the numbered one at `index`, as low or lower, is a title: converters give all
  /// headings one level. Below a heading without a number that opens the text, 一、 divides a report.
  private func isHeadingOfTitle(_ index: Int, _ title: DraftBlock, _ draft: Draft) -> Bool {
    guard let level = title.headingLevel, let own = draft.blocks[index].headingLevel, level >= own,
      title.line > draft.blocks[index].line
    else { return false }
    let first = draft.blocks.first { $0.headingLevel != nil && $0.role == nil }
    return first.map { LineGrammar.numbering($0.text.trimmed)?.level == 1 } ?? false
  }

  func nextText(_ index: Int, _ draft: Draft) -> Int? {
    draft.blocks.indices.dropFirst(index + 1).first { !draft.blocks[$0].isRule }
  }

  /// Whether a short line that is no running text stands below `index`, and text or a table not far behind it.
  func leadsToTitle(_ index: Int, _ draft: Draft) -> Bool {
    guard let next = nextText(index, draft) else { return false }
    let title = draft.blocks[next]
    let isListed = draft.contents != nil && draft.lists(ContentsLine(title.text).core.letters)
    // South Division: may stand above the title.
    let announces = title.text.fits(40) && (title.text.trimmed.hasSuffix(":") || title.text.trimmed.hasSuffix("："))
    guard title.role == nil, title.isText, title.lines.count <= 3,
      !LineGrammar.isProse(title.text) || title.isBold || title.headingLevel != nil || announces || isListed
        // 1. Does shade pay?
        || title.text.fits(72) && LineGrammar.numbering(title.text.trimmed)?.level == 3,
      title.text.columns >= 3, ItemMark(title.text.trimmed)?.isOfListsOnly != true
    else { return false }
    return draft.blocks.dropFirst(next + 1).prefix(4).contains { block in
      switch block.form {
      case .ready, .list: true
      default: block.isText && LineGrammar.isProse(block.text)
      }
    }
  }

  /// 《name》 alone on a line is a section if several such lines stand in the text: a single one may be a title.
  private func bookMarks(_ draft: inout Draft) {
    let found = draft.blocks.indices.compactMap { index -> (Int, String)? in
      let block = draft.blocks[index]
      guard block.role == nil, block.isText, block.lines.count == 1, block.text.utf8.count <= 48 else { return nil }
      let text = block.text.trimmed
      guard text.hasPrefix("《"), text.hasSuffix("》"),
        !text.dropFirst().dropLast().hasAny(of: "《》")
      else { return nil }
      return (index, String(text.dropFirst().dropLast()))
    }
    guard found.count >= 2 else { return }
    // Above running text or its writer such a line is the title of what it names.
    let titles = found.filter { index, _ in
      guard let next = nextText(index, draft), draft.blocks[next].isText else { return false }
      return LineGrammar.isProse(draft.blocks[next].text) || TitleWork.isWriter(draft.blocks[next].text)
    }
    guard titles.count * 2 <= found.count else { return }
    for (index, name) in found { draft.blocks[index].role = .section(name) }
  }
}
