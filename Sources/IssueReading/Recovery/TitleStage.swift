import IssueModel

/// Decides which lines are titles of articles, and what stands around them: kicker, subtitle, byline.
///
/// The contents list decides where it can: a line, or two or three together, with the letters of an entry is
/// that article's title, and where the two differ in blanks only, the entry's blanks are right (the text had
/// its title broken over lines, the list mostly not). What the list does not name is decided by place,
/// numbering and level together, the level of a heading being a hint only.
struct TitleStage: RepairStage {
  static let name = "titles"
  static let summary = Wording("recognise titles and repair them from the contents list", zh: "识别标题，并按目录校正标题")

  func callAsFunction(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    decide(&draft, diagnostics, repairs: true)
  }

  func withoutRepair(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    decide(&draft, diagnostics, repairs: false)
  }

  private func decide(_ draft: inout Draft, _ diagnostics: DiagnosticSink, repairs: Bool) {
    var work = TitleWork(draft: draft, diagnostics: diagnostics, repairs: repairs)
    work.splitSubtitles()
    work.matchContents()
    work.decideHeadings()
    work.decideBareLines()
    work.decideNeighbours()
    draft = work.draft
    draft.blocks = work.finished
  }
}

extension TitleStage {
  /// Whether a line is nothing but one to three names of Chinese persons.
  static func isNames(_ text: String) -> Bool { TitleWork.isNames(text) }

  /// Whether a line is a subtitle by its dash.
  static func isSubtitle(_ text: String) -> Bool {
    TitleWork.subtitle(text) != nil
      && (text.trimmed.hasPrefix("——") || text.trimmed.hasPrefix("──") || text.trimmed.hasPrefix("--"))
  }
}

private struct TitleWork {
  var draft: Draft
  let diagnostics: DiagnosticSink
  /// Blocks that went into a title above them.
  var absorbed: Set<Int> = []
  /// Titles found by the contents list.
  var listed: Set<Int> = []
  var entryCount = 0

  /// Whether titles may be changed, or only recognised.
  let repairs: Bool

  init(draft: Draft, diagnostics: DiagnosticSink, repairs: Bool) {
    self.repairs = repairs
    self.draft = draft
    self.diagnostics = diagnostics
  }

  /// The blocks without those that went into a title.
  var finished: [DraftBlock] { draft.blocks.enumerated().filter { !absorbed.contains($0.offset) }.map(\.element) }

  /// A heading one of whose further lines begins with a dash holds title and subtitle: two blocks.
  mutating func splitSubtitles() {
    guard draft.blocks.contains(where: { $0.headingLevel != nil && $0.lines.count > 1 }) else { return }
    draft.blocks = draft.blocks.flatMap { block -> [DraftBlock] in
      guard block.headingLevel != nil, block.lines.count > 1,
        let dash = block.lines.dropFirst().firstIndex(where: { Self.subtitle($0.text) != nil })
      else { return [block] }
      var title = block
      title.lines = Array(block.lines[..<dash])
      var subtitle = block
      subtitle.form = .paragraph
      subtitle.lines = Array(block.lines[dash...])
      subtitle.source = SourceRange(line: block.lines[dash].number)
      return [title, subtitle]
    }
  }

  // MARK: By the contents list

  mutating func matchContents() {
    guard let contents = draft.contents else { return }
    let entries = contents.entries.filter { $0.kind == .article && !$0.text.letters.isEmpty }
    entryCount = entries.count
    let short = draft.blocks.indices.filter { isShort($0) }
    let letters = short.map { draft.blocks[$0].text.letters }
    // Every short line, and every two or three in a row, by their letters.
    var byLetters: [[Unicode.Scalar]: [Range<Int>]] = [:]
    for place in short.indices {
      var key: [Unicode.Scalar] = []
      for end in place..<min(place + 3, short.count) {
        guard end == place || short[end] == short[end - 1] + 1, !isSection(short[end]) else { break }
        key += letters[end]
        byLetters[key, default: []].append(place..<(end + 1))
      }
    }
    var cursor = 0
    var unmatched: [(entry: ContentsEntry, cursor: Int)] = []
    for entry in entries {
      // The numbering of an entry may stand before the title too.
      let numbered = entry.label.map { ($0 + entry.text).letters } ?? []
      let places = (byLetters[entry.text.letters] ?? []) + (numbered.isEmpty ? [] : byLetters[numbered] ?? [])
      if let place = places.first(where: { $0.lowerBound >= cursor && isFree($0, short) })
        ?? places.first(where: { isFree($0, short) })
      {
        setTitle(Array(short[place]), entry, exact: true)
        cursor = max(cursor, place.upperBound)
      } else {
        unmatched.append((entry, cursor))
      }
    }
    for (entry, cursor) in unmatched {
      let key = entry.text.letters
      var best: (range: Range<Int>, score: Double)?
      for place in short.indices.dropFirst(cursor).prefix(60) {
        var together: [Unicode.Scalar] = []
        for end in place..<min(place + 2, short.count) {
          guard end == place || short[end] == short[end - 1] + 1, !isSection(short[end]) else { break }
          together += letters[end]
          guard isFree(place..<(end + 1), short) else { break }
          let score = Similarity.of(together, key)
          if score > (best?.score ?? 0.799) { best = (place..<(end + 1), score) }
        }
      }
      if let best {
        setTitle(Array(short[best.range]), entry, exact: false)
      } else {
        diagnostics.repaired(
          "contents-entry-unmatched", line: entry.source?.line ?? 1,
          "no article is called “\(excerpt(entry.text))” as the contents list has it",
          zh: "目录中的“\(excerpt(entry.text))”在正文中没有找到同名文章",
          hint: Wording("check the contents list and the titles", zh: "请核对目录与正文标题"))
      }
    }
  }

  private func isFree(_ places: Range<Int>, _ short: [Int]) -> Bool {
    places.allSatisfy { draft.blocks[short[$0]].role == nil && !absorbed.contains(short[$0]) }
  }

  private func isShort(_ index: Int) -> Bool {
    let block = draft.blocks[index]
    guard block.isText, block.lines.count <= 4 else { return false }
    let text = block.text
    return text.utf8.count < 360 && (block.headingLevel != nil || !LineGrammar.isProse(text) || text.columns <= 90)
  }

  private func isSection(_ index: Int) -> Bool {
    if case .section = draft.blocks[index].role { true } else { false }
  }

  private mutating func setTitle(_ indices: [Int], _ entry: ContentsEntry, exact: Bool) {
    // A piece that begins with a dash is the subtitle, whatever the list ran together.
    var title = indices
    if let dash = indices.dropFirst().firstIndex(where: { Self.subtitle(draft.blocks[$0].text) != nil }) {
      title = Array(indices[..<dash])
    }
    let found = LineJoining.joined(title.map { draft.blocks[$0].text })
    let first = title[0]
    let line = draft.blocks[first].line
    var text = found
    if title.count == indices.count {
      let listed = entry.text.trimmed
      if exact, repairs, listed != found, found.letters == listed.letters {
        if listed.withoutBlanks == found.withoutBlanks {
          text = listed
          diagnostics.repaired(
            "title-repaired", line: line,
            "blanks in the title set right by the contents list: “\(excerpt(listed, 40))”",
            zh: "按目录校正标题中的空格：“\(excerpt(listed, 40))”", confidence: 0.98)
        } else {
          diagnostics.repaired(
            "title-differs", line: line,
            "the title “\(excerpt(found, 40))” has other punctuation than the contents list: “\(excerpt(listed, 40))”",
            zh: "标题“\(excerpt(found, 40))”与目录“\(excerpt(listed, 40))”标点不一致",
            hint: Wording("the title was kept", zh: "已保留正文标题"))
        }
      } else if !exact {
        diagnostics.repaired(
          "title-differs", line: line,
          "the title “\(excerpt(found, 40))” differs from the contents list: “\(excerpt(listed, 40))”",
          zh: "标题“\(excerpt(found, 40))”与目录“\(excerpt(listed, 40))”不一致",
          hint: Wording("the title was kept; check which is right", zh: "已保留正文标题，请核对"))
      }
    }
    if title.count > 1 {
      diagnostics.repaired(
        "title-joined", line: line, "a title over \(title.count) lines joined: “\(excerpt(text, 40))”",
        zh: "分\(title.count)行的标题已合并：“\(excerpt(text, 40))”", severity: .note, confidence: 0.97)
    }
    makeTitle(first, text)
    for index in title.dropFirst() { absorb(index, into: first) }
    listed.insert(first)
  }

  mutating func makeTitle(_ index: Int, _ text: String) {
    draft.blocks[index].role = .title
    var text = text
    while let first = text.first, first.isLineMark, text.count > 1 {
      text = String(text.dropFirst()).trimmed
    }
    draft.blocks[index].lines = [
      DraftLine(
        inlines: text == draft.blocks[index].text ? draft.blocks[index].inlines.withoutStrong : [.text(text)],
        number: draft.blocks[index].line)
    ]
  }

  private mutating func absorb(_ index: Int, into first: Int) {
    absorbed.insert(index)
    draft.blocks[first].source = draft.blocks[first].source.extended(to: draft.blocks[index].source)
  }

  // MARK: By form and place

  /// The next block that is not absorbed and no rule.
  func next(_ index: Int) -> Int? {
    draft.blocks.indices.dropFirst(index + 1).first { !absorbed.contains($0) && !draft.blocks[$0].isRule }
  }

  func previous(_ index: Int) -> Int? {
    draft.blocks.indices.prefix(index).last { !absorbed.contains($0) && !draft.blocks[$0].isRule }
  }

  mutating func decideHeadings() {
    let heads = draft.blocks.indices.filter {
      draft.blocks[$0].headingLevel != nil && draft.blocks[$0].role == nil && !absorbed.contains($0)
    }
    guard !heads.isEmpty else { return }
    // A heading that begins with a dash under another one is its subtitle.
    for index in heads {
      guard let before = previous(index),
        draft.blocks[before].headingLevel != nil || draft.blocks[before].role == .title,
        let text = Self.subtitle(draft.blocks[index].text)
      else { continue }
      draft.blocks[index].role = .subtitle
      draft.blocks[index].lines = [DraftLine(text: text, number: draft.blocks[index].line)]
    }
    // Headings that a tear or OCR made of running text are text.
    let real = heads.filter { index in
      guard draft.blocks[index].role == nil else { return false }
      let text = draft.blocks[index].text
      if Self.isSentence(text) {
        draft.blocks[index].form = .paragraph
        diagnostics.repaired(
          "heading-demoted", line: draft.blocks[index].line, "running text was marked as a heading: “\(excerpt(text))”",
          zh: "正文被误标为标题，已还原：“\(excerpt(text))”")
        return false
      }
      return true
    }
    if entryCount > 0, listed.count * 5 >= entryCount * 3 { decideBesideContents(real) } else { decideByLevels(real) }
  }

  /// Whether a heading reads as running text.
  static func isSentence(_ text: String) -> Bool {
    let bare = text.trimmed
    guard let last = bare.unicodeScalars.last else { return false }
    if last == "。" || last == "；" || last == "，" { return LineGrammar.numbering(bare) == nil || bare.columns > 60 }
    return bare.columns > 200
  }

  private mutating func decideBesideContents(_ heads: [Int]) {
    let levels = listed.compactMap { draft.blocks[$0].headingLevel }
    let deepest = levels.max() ?? 6
    for index in heads {
      let block = draft.blocks[index]
      let level = block.headingLevel ?? 6
      if let after = next(index), listed.contains(after) {
        // Directly before a title: a section without a mark, or a line above the title.
        let titleLevel = draft.blocks[after].headingLevel ?? 7
        let isKicker = level >= titleLevel || block.text.trimmed.hasSuffix("：")
        draft.blocks[index].role =
          isKicker && previous(index).map(isSection) == true ? .kicker : .section(block.text.trimmed)
      } else if LineGrammar.numbering(block.text) != nil || level > deepest || isInnerHeading(index, heads) {
        setSubheading(index, level - min(deepest, level) + 1)
      } else {
        report(unlisted: index)
        makeTitle(index, block.text.trimmed)
      }
    }
  }

  /// Whether a heading that a complete contents list does not name divides the article it stands in: it is short,
  /// or one of several, and the article before it is not closed by contributor or section.
  private func isInnerHeading(_ index: Int, _ heads: [Int]) -> Bool {
    guard listed.count == entryCount, let before = previous(index), !isSection(before),
      !isAttribution(draft.blocks[before])
    else { return false }
    guard draft.blocks.indices.prefix(index).contains(where: { listed.contains($0) }) else { return false }
    // Shorter by far than the titles that are listed.
    let lengths = listed.map { draft.blocks[$0].text.columns }
    return draft.blocks[index].text.columns * lengths.count * 10 <= lengths.reduce(0, +) * 6
  }

  private mutating func report(unlisted index: Int) {
    diagnostics.repaired(
      "article-unlisted", line: draft.blocks[index].line,
      "the contents list does not name the article “\(excerpt(draft.blocks[index].text, 40))”",
      zh: "目录中没有文章“\(excerpt(draft.blocks[index].text, 40))”", hint: Wording("check the contents list", zh: "请核对目录"))
  }

  mutating func setSubheading(_ index: Int, _ depth: Int) {
    let numbered = LineGrammar.numbering(draft.blocks[index].text).map { min($0.level, 4) }
    draft.blocks[index].role = .subheading(numbered ?? min(max(1, depth), 4))
  }

  private mutating func decideByLevels(_ heads: [Int]) {
    func level(_ index: Int) -> Int { draft.blocks[index].headingLevel ?? 6 }
    func isNumbered(_ index: Int) -> Bool { LineGrammar.numbering(draft.blocks[index].text) != nil }
    let plain = heads.filter { !isNumbered($0) }
    let marked = draft.blocks.indices.contains { isSection($0) }
    var deepestTitle: Int
    var sections: Set<Int> = []
    if marked {
      // What stands right behind a section's name is a title; no heading as high is less.
      let opening = plain.filter { previous($0).map(isSection) ?? false }.map(level)
      deepestTitle = opening.max() ?? plain.map(level).min() ?? 7
    } else {
      let top = heads.map(level).min() ?? 1
      let tops = heads.filter { level($0) == top }
      let grouping = tops.filter { index in
        guard let after = next(index), draft.blocks[after].headingLevel != nil, level(after) > top else { return false }
        return !isNumbered(after) || isNumbered(index)
      }
      let below = plain.filter { level($0) > top }
      let topLength = tops.map { draft.blocks[$0].text.columns }.reduce(0, +) / max(1, tops.count)
      let belowLength = below.map { draft.blocks[$0].text.columns }.reduce(0, +) / max(1, below.count)
      // Names of sections are short, titles of articles longer; a single long heading above others is a title.
      let named =
        tops.count > 1 ? topLength <= belowLength || topLength <= 24 : topLength <= 24 && belowLength > topLength
      if !grouping.isEmpty, grouping.count * 2 >= tops.count, !below.isEmpty, named {
        sections = Set(tops)
        deepestTitle = below.map(level).min() ?? top + 1
      } else {
        deepestTitle = plain.map(level).min() ?? 7
      }
    }
    var titled = false
    for index in heads {
      let text = draft.blocks[index].text.trimmed
      if sections.contains(index) {
        draft.blocks[index].role = .section(text)
        titled = false
        continue
      }
      if previous(index).map(isSection) ?? false { titled = false }
      if isNumbered(index), titled || plain.contains(where: { level($0) <= level(index) }) {
        setSubheading(index, level(index) - deepestTitle)
      } else if level(index) <= deepestTitle || !titled && deepestTitle == 7 || isNumbered(index) && !titled {
        makeTitle(index, text)
        titled = !isNumbered(index)
      } else {
        setSubheading(index, level(index) - deepestTitle)
      }
    }
  }

  /// Lines without any mark that are titles by their place: first in a section, or, in a text without
  /// headings, short and without an end mark between finished text and running text.
  mutating func decideBareLines() {
    let hasTitles = draft.blocks.contains { $0.role == .title }
    var titledHere = false
    for index in draft.blocks.indices where !absorbed.contains(index) {
      let block = draft.blocks[index]
      if isSection(index) {
        titledHere = false
        continue
      }
      if block.role == .title { titledHere = true }
      guard block.role == nil, isTitleLike(block) else { continue }
      // Under a title, the writers' names are no second one.
      if let before = previous(index), draft.blocks[before].role == .title || draft.blocks[before].role == .subtitle,
        Self.isAuthor(block.text.trimmed) || Self.isNames(block.text)
      {
        continue
      }
      let opens = previous(index).map { isSection($0) } ?? true
      let numbered = LineGrammar.numbering(block.text) != nil
      let bold = block.isBold
      guard let after = next(index) else { continue }
      let leadsToText = leads(to: after)
      if opens, !titledHere, leadsToText || draft.blocks[after].role == .title {
        if draft.blocks[after].role == .title {
          if !isNumberedOrLabel(block.text) { draft.blocks[index].role = .kicker }
        } else {
          title(from: index)
          titledHere = true
        }
      } else if !hasTitles, !numbered, leadsToText, bold || block.isCentred || closed(before: index) {
        // In a text without headings a bold line stands for one.
        title(from: index)
        titledHere = true
      } else if hasTitles, entryCount == 0 || listed.count < entryCount, !numbered, leadsToText, bold,
        previous(index).map({ isAttribution(draft.blocks[$0]) }) ?? false
      {
        title(from: index)
      } else if bold, leadsToText, titledHere {
        setSubheading(index, 1)
      }
    }
  }

  private func isNumberedOrLabel(_ text: String) -> Bool { LineGrammar.numbering(text) != nil }

  /// Whether running text, or what may stand before it, begins at `index`.
  private func leads(to index: Int) -> Bool {
    let block = draft.blocks[index]
    if let role = block.role, role != .title { return true }
    switch block.form {
    case .paragraph: break
    case .list, .ready, .quote: return true
    case .heading, .rule, .pageBreak: return false
    }
    let text = block.text
    if LineGrammar.isProse(text) || block.isIndented || EditorsNoteStage.label(of: text) != nil { return true }
    if Self.subtitle(text) != nil || Self.isByline(text) { return true }
    // A title over two or three lines.
    var last = index
    for _ in 0..<2 where isTitleLike(draft.blocks[last]) {
      guard let after = next(last), draft.blocks[after].role == nil, draft.blocks[after].isText,
        draft.blocks[after].headingLevel == nil
      else { return false }
      if LineGrammar.isProse(draft.blocks[after].text) { return true }
      last = after
    }
    return text.columns > 60
  }

  private func isTitleLike(_ block: DraftBlock) -> Bool {
    guard block.isText, block.lines.count <= 3 else { return false }
    let text = block.text.trimmed
    let columns = text.columns
    guard columns >= 8, columns <= 130, let last = text.unicodeScalars.last,
      !block.isIndented || block.isBold || block.isCentred
    else { return false }
    if "。；，、：…;,:.".unicodeScalars.contains(last) { return false }
    if LineGrammar.isProse(text), !block.isBold { return false }
    if LineGrammar.wholeBracket(text) != nil || DateGrammar.whole(text) != nil || LineGrammar.distribution(text) != nil
    {
      return false
    }
    if EditorsNoteStage.label(of: text) != nil || Self.isByline(text) || text.hasPrefix("附件") || text.hasPrefix("附：") {
      return false
    }
    if text.unicodeScalars.first?.continuesText ?? true { return false }
    // A dash before it makes a line a subtitle.
    if Self.subtitle(text) != nil { return false }
    return true
  }

  /// Whether the text before `index` is finished, so that something new may begin.
  private func closed(before index: Int) -> Bool {
    guard let before = previous(index) else { return true }
    let block = draft.blocks[before]
    if block.role != nil || !block.isText { return true }
    return !TornParagraphStage.isUnfinished(block.text)
  }

  private func isAttribution(_ block: DraftBlock) -> Bool {
    block.isText && LineGrammar.wholeBracket(block.text) != nil
  }

  /// Makes a title of the bare line at `index`, and of the lines behind that go on with it.
  private mutating func title(from index: Int) {
    var pieces = [index]
    while pieces.count < 3, let after = next(pieces[pieces.count - 1]), draft.blocks[after].role == nil,
      isTitleLike(draft.blocks[after]),
      draft.blocks[after].headingLevel == nil, draft.blocks[after].isBold == draft.blocks[index].isBold,
      Self.subtitle(draft.blocks[after].text) == nil,
      LineGrammar.numbering(draft.blocks[after].text) == nil,
      !Self.endsCapitals(draft.blocks[index].text, draft.blocks[after].text),
      !Self.isAuthor(draft.blocks[after].text.trimmed), !Self.isNames(draft.blocks[after].text),
      let behind = next(after), leads(to: behind)
    {
      pieces.append(after)
    }
    // A line that ends with a colon announces the title under it.
    let text = LineJoining.joined(pieces.map { draft.blocks[$0].text })
    if pieces.count > 1 {
      diagnostics.repaired(
        "title-joined", line: draft.blocks[index].line,
        "a title over \(pieces.count) lines joined: “\(excerpt(text, 40))”",
        zh: "分\(pieces.count)行的标题已合并：“\(excerpt(text, 40))”")
    }
    makeTitle(index, text)
    for piece in pieces.dropFirst() { absorb(piece, into: index) }
  }

  /// Whether a title in capitals ends before a line that is not: THE HARBOUR | The boat was launched …
  private static func endsCapitals(_ first: String, _ second: String) -> Bool {
    func capitals(_ text: String) -> Bool {
      text.hanCount == 0 && text.contains(where: \.isUppercase) && !text.contains(where: \.isLowercase)
    }
    return capitals(first) && !capitals(second)
  }

  // MARK: Around titles

  static func subtitle(_ text: String) -> String? {
    let line = text.trimmed
    for dash in ["——", "──", "――", "--", "—", "–"] where line.hasPrefix(dash) {
      let rest = String(line.dropFirst(dash.count)).trimmed
      return rest.isEmpty || rest.columns > 100 || rest.hasSuffix("。") ? nil : rest
    }
    return nil
  }

  static func isByline(_ text: String) -> Bool {
    let line = text.trimmed
    guard line.columns <= 44, !line.hasSuffix("。") else { return false }
    let bare = line.withoutBlanks.lowercased()
    if ["□", "■", "◎", "○", "●"].contains(where: { bare.hasPrefix($0) }), bare.count <= 14 { return true }
    if bare.hasPrefix("本报记者") || bare.hasPrefix("记者") && bare.count <= 12 || bare.hasPrefix("本刊记者")
      || bare.hasPrefix("本刊编辑")
    {
      return true
    }
    if bare.hasPrefix("文/") || bare.hasPrefix("文／") || bare.hasPrefix("图文/") || bare.hasPrefix("作者：")
      || bare.hasPrefix("作者:") || bare.hasPrefix("撰稿：") || bare.hasPrefix("撰文：")
    {
      return true
    }
    // 本馆志愿服务队　某某, 某某科／某某医师: an office and a person beside it.
    let parts = line.split { $0.isBlankCharacter || $0 == "／" || $0 == "/" }.map(String.init)
    if (2...3).contains(parts.count), parts.dropLast().contains(where: Vocabulary.looksLikeOffice),
      let name = parts.last, isPerson(name)
    {
      return true
    }
    if bare.hasPrefix("通讯员") || bare.hasPrefix("通訊員") || bare.hasPrefix("本刊通讯员") || bare.hasPrefix("特约通讯员") {
      return bare.count <= 16
    }
    return line.lowercased().hasPrefix("by ") && line.split(separator: " ").count <= 8
  }

  mutating func decideNeighbours() {
    for index in draft.blocks.indices where draft.blocks[index].role == .title && !absorbed.contains(index) {
      takeNumber(of: index)
      findKicker(of: index)
    }
    for index in draft.blocks.indices where draft.blocks[index].role == .title && !absorbed.contains(index) {
      joinFollowingTitle(index)
      var after = next(index)
      if let place = after, draft.blocks[place].role == .subtitle { after = next(place) }
      if let place = after, draft.blocks[place].role == nil || isSubheading(place), draft.blocks[place].isText,
        let text = Self.subtitle(draft.blocks[place].text)
      {
        draft.blocks[place].role = .subtitle
        draft.blocks[place].lines = [DraftLine(text: text, number: draft.blocks[place].line)]
        after = next(place)
      }
      if let place = after, draft.blocks[place].role == nil, draft.blocks[place].isText,
        draft.blocks[place].headingLevel == nil, Self.isByline(draft.blocks[place].text)
      {
        draft.blocks[place].role = .byline
      } else if let place = after, draft.blocks[place].role == nil, draft.blocks[place].isText,
        draft.blocks[place].headingLevel == nil,
        Self.isNames(draft.blocks[place].text) || Self.isAuthor(draft.blocks[place].text), let behind = next(place),
        beginsText(behind)
      {
        draft.blocks[place].role = .byline
      }
    }
  }

  /// Whether running text, a quotation or a heading within the article begins at `index`.
  private func beginsText(_ index: Int) -> Bool {
    let block = draft.blocks[index]
    switch block.role {
    case nil, .subheading, .editorsNote: break
    default: return false
    }
    switch block.form {
    case .quote, .heading: return true
    case .paragraph: return LineGrammar.isProse(block.text)
    default: return false
    }
  }

  /// Whether a line under a title is nothing but the office that wrote it.
  static func isAuthor(_ text: String) -> Bool {
    text.columns <= 44 && Vocabulary.looksLikeOffice(text) && !text.contains { "：、，《（“".contains($0) }
  }

  /// A line right above a title that is nothing but its number: 01, ▍02.
  private mutating func takeNumber(of index: Int) {
    guard let before = previous(index), before == index - 1, draft.blocks[before].role == nil,
      draft.blocks[before].isText
    else { return }
    let number = draft.blocks[before].text.trimmed.drop { $0.isLineMark }.trimmed
    guard (1...3).contains(number.count), number.unicodeScalars.allSatisfy(\.isASCIIDigit) else { return }
    makeTitle(index, number + " " + draft.blocks[index].text.trimmed)
    draft.blocks[index].source = draft.blocks[before].source.extended(to: draft.blocks[index].source)
    absorbed.insert(before)
  }

  /// A line right above a title that ends with a colon announces it.
  private mutating func findKicker(of index: Int) {
    guard let before = previous(index), before == index - 1, draft.blocks[before].isText else { return }
    let text = draft.blocks[before].text.trimmed
    guard text.hasSuffix("：") || text.hasSuffix(":"), text.columns <= 44, !text.contains("，"),
      draft.blocks[before].role == nil || isSubheading(before)
    else { return }
    // Running text may end so too; then it does not stand between finished text and a title.
    let above = previous(before)
    guard
      above.map({
        isSection($0) || draft.blocks[$0].role != nil || !draft.blocks[$0].isText
          || !TornParagraphStage.isUnfinished(draft.blocks[$0].text)
      }) ?? true
    else { return }
    draft.blocks[before].role = .kicker
  }

  private static func isPerson(_ text: String) -> Bool {
    var name = text
    for title in ["医师", "醫師", "主任", "老师", "老師", "记者", "同志", "护理师", "護理師", "教授"]
    where name.hasSuffix(title) && name.count > title.count + 1 {
      name = String(name.dropLast(title.count))
    }
    return (2...4).contains(name.count) && name.hanCount == name.count && Vocabulary.hasSurname(name)
  }

  /// Whether a line is nothing but one to three names of Chinese persons.
  static func isNames(_ text: String) -> Bool {
    let line = text.trimmed
    guard line.columns <= 30, line.unicodeScalars.allSatisfy({ $0.isHan || $0.isBlank || $0 == "、" || $0 == "·" })
    else { return false }
    let names = line.split { $0.isBlankCharacter || $0 == "、" }.map(String.init)
    if names.count == 2, names.allSatisfy({ $0.count == 1 }) { return true }
    return (1...3).contains(names.count) && names.allSatisfy { (2...4).contains($0.count) && Vocabulary.hasSurname($0) }
      && !Vocabulary.looksLikeOffice(line)
  }

  private func isSubheading(_ index: Int) -> Bool {
    if case .subheading = draft.blocks[index].role { true } else { false }
  }

  /// Two headings of one level with nothing between are one title over two lines, or a kicker and its title.
  private mutating func joinFollowingTitle(_ index: Int) {
    guard !listed.contains(index), let after = next(index), draft.blocks[after].role == .title, !listed.contains(after),
      after == index + 1, draft.blocks[index].headingLevel != nil, draft.blocks[after].headingLevel != nil
    else { return }
    let first = draft.blocks[index]
    let second = draft.blocks[after]
    if first.text.trimmed.hasSuffix("：") || (first.headingLevel ?? 0) > (second.headingLevel ?? 0) {
      draft.blocks[index].role = .kicker
    } else if first.headingLevel == second.headingLevel, first.text.columns + second.text.columns <= 130,
      Self.subtitle(second.text) == nil
    {
      // Where the first line is two clauses with a blank between, the second line is a third.
      let blank = first.text.trimmed.contains(" ") || first.text.hanCount == 0
      let text = first.text.trimmed + (blank ? " " : "") + second.text.trimmed
      diagnostics.repaired(
        "title-joined", line: first.line, "a title over two headings joined: “\(excerpt(text, 40))”",
        zh: "分成两个标题的一个标题已合并：“\(excerpt(text, 40))”")
      makeTitle(index, text)
      absorb(after, into: index)
    }
  }
}
