import IssueModel
import UnicodeText

/// Recognises the printed contents list between masthead and text: under a heading (目录, 要目, In this issue)
/// or without one, grouped by sections or flat.
///
/// The list ends where the text begins: at the first line that says again what the list said before. A list
/// without a heading is believed only if it has such an echo.
struct ContentsStage: RecoveryStage {
  static let name = "contents"
  static let summary = Wording("recognise the printed contents list", zh: "识别目录")

  /// The first block that is the heading of a contents list; nil where none of the first ten is.
  static func headingPlace(in draft: Draft) -> Int? {
    draft.blocks.prefix(10).firstIndex { $0.isText && isHeading($0.text) }
  }

  /// Whether `text` is the heading of a contents list.
  static func isHeading(_ text: String) -> Bool {
    guard text.utf8.count <= 90 else { return false }
    if isEnglishHeading(text) { return true }
    let letters = text.letters
    // Of nearly all lines of Han the last letter tells that they are none.
    if let last = letters.last, last.isHan, !headingEnds.contains(last), letters.allSatisfy(\.isHan) { return false }
    // In this bulletin 本期内容: each language says it in its words.
    if letters.count <= 40, text.hasHan, letters.contains(where: { !$0.isHan }) {
      let han = String(scalars: letters.lazy.filter { $0.isHan })
      if Vocabulary.contentsHeadings.contains(han) {
        let words = text.splitAtScalars { $0.isBlank || "/／|·".unicodeScalars.contains($0) }
        let western = words.filter { !String($0).hasHan }.joined(separator: " ")
        if !western.isEmpty,
          isEnglishHeading(western)
            || Vocabulary.contentsHeadings.contains(String(scalars: western.lowercased().letters))
        {
          return true
        }
      }
    }
    guard letters.count <= Vocabulary.longestContentsHeading else { return false }
    let bare = String(scalars: letters)
    if Vocabulary.contentsHeadings.contains(bare) || asksWhatIsIn(bare) { return true }
    // 目录 Contents, CONTENTS / 目录: each says the same.
    let han = letters.count { $0.isHan }
    if han > 0, han < letters.count,
      Vocabulary.contentsHeadings.contains(String(scalars: letters.lazy.filter { !$0.isHan }))
    {
      return isHeading(String(scalars: letters.lazy.filter { $0.isHan }))
    }
    // 本周看点, 今日导读, 主要篇目: any short line that ends as such headings do.
    return letters.count <= 6 && han == letters.count && Vocabulary.contentsEndings.holdEnd(of: bare)
  }

  /// The letters that headings in Han end with.
  private static let headingEnds = HanSet(
    String((Vocabulary.contentsHeadingWords + Vocabulary.contentsEndingWords + whatIsIn).compactMap(\.last)))

  /// 这一期里有什么, 本期都有些啥, 這期內容: the issue, and a word for what stands in it.
  private static func asksWhatIsIn(_ letters: String) -> Bool {
    guard let first = letters.unicodeScalars.first, "这這本今".unicodeScalars.contains(first),
      let issue = thisIssue.first(where: letters.hasPrefix)
    else { return false }
    var rest = letters.dropFirst(issue.count)
    for word in ["里", "裡", "裏", "都", "主要", "有", "讲", "講", "说", "說", "看", "写", "寫", "登", "了", "些"]
    where rest.hasPrefix(word) {
      rest = rest.dropFirst(word.count)
    }
    return whatIsIn.contains(String(rest))
  }

  private static let whatIsIn = [
    "什么", "什麼", "甚麼", "啥", "哪些", "内容", "內容", "文章", "要点", "要點", "重点", "重點", "热点", "熱點", "亮点", "亮點",
  ]

  private static let thisIssue = ["这一期", "這一期", "本一期", "这期", "這期", "本期", "今期", "本号", "本號"]

  /// In this week's report, Inside this quarter's bulletin, Highlights of this number.
  private static func isEnglishHeading(_ text: String) -> Bool {
    guard let first = text.utf8.first(where: { $0 > 0x40 }), "ich".utf8.contains(first | 0x20), text.utf8.count <= 60
    else {
      return false
    }
    let words = text.lowercased().split { !$0.isLetter && $0 != "'" && $0 != "’" }.map(String.init)
    guard (3...5).contains(words.count), let last = words.last else { return false }
    // Highlights of this number
    let named =
      ["highlights", "headlines", "contents"].contains(words[0]) && ["of", "in"].contains(words[1])
      && words[2] == "this"
      && words.count == 4
    guard named || ["in", "inside"].contains(words[0]) && words[1] == "this" else { return false }
    return ["issue", "number", "edition"].contains(last) || Vocabulary.bulletinNames.contains(last)
  }

  func callAsFunction(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    // In a leaf of a few lines the end is not far from where lists stand.
    let isLeaf = draft.blocks.count < 24
    if isLeaf { takeFromEnd(&draft, diagnostics) }
    if draft.contents == nil { takeFromFront(&draft, diagnostics) }
    if draft.contents == nil, !isLeaf { takeFromEnd(&draft, diagnostics) }
  }

  private func takeFromFront(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    ContentsTables.open(&draft, diagnostics)
    ContentsLayout.openTable(&draft, diagnostics)
    ContentsLayout.openTitles(&draft, diagnostics)
    ContentsLayout.openWriters(&draft, diagnostics)
    ContentsLayout.openQuote(&draft)
    ContentsLayout.openPreformatted(&draft)
    let opened = ContentsLayout.openRunIn(&draft)
    var lines = draft.flatLines(draft.blocks.indices, limit: 600)
    let headingAt =
      lines.prefix(12).firstIndex { Self.isHeading($0.text) }
      ?? opened.flatMap { list in lines.prefix(12).firstIndex { $0.block == list.lowerBound } }
      ?? Self.looseHeading(lines) ?? Self.bulletedHeading(lines)
    if let headingAt {
      lines = ContentsLayout.withPagesBelow(lines, from: headingAt + 1, diagnostics)
      lines = ContentsLayout.withLoosePages(lines, from: headingAt + 1)
      lines = ContentsLayout.withPartedEntries(lines, at: headingAt + 1)
    }
    var run = headingAt.map { $0 + 1 } ?? 0
    let start0 = headingAt ?? 0
    while run < lines.count {
      let line = lines[run]
      // What was one line ends with it.
      if line.isOther || opened.map({ $0.contains(lines[start0].block) && !$0.contains(line.block) }) == true { break }
      // A title may ask: Varroa: what now?
      let asks =
        headingAt != nil && line.text.columns <= 80 && "?!？！".contains(line.text.trimmed.last ?? " ")
        && !line.text.contains(". ") && !line.text.contains("。")
      let isItem = line.isListItem || asks
      if !line.isRule, LineGrammar.isProse(line.text), !(isItem && line.text.columns < 170), !Self.hasPage(line.text),
        headingAt == nil || !Self.isSaidAgain(run, lines)
      {
        break
      }
      if EditorsNoteStage.label(of: line.text) != nil, !Self.hasPage(line.text) { break }
      if LineGrammar.distribution(line.text) != nil { break }
      run += 1
    }
    // What stands before the heading is not of the list.
    let start = headingAt ?? lines.prefix(run).firstIndex { !$0.isRule } ?? 0
    guard start < run else { return }
    guard let end = ContentsEnd.end(of: lines, start, run, hasHeading: headingAt != nil),
      end > start + (headingAt == nil ? 0 : 1)
    else { return }

    var listed = Array(lines[start..<end])
    // PAGE over the numbers is a part of the heading.
    var columnHead = ""
    if headingAt != nil, listed.count > 2, listed[1].text.utf8.count <= 12,
      ["page", "pages", "頁次", "页次", "頁碼", "页码", "頁", "页", "página", "pág"].contains(
        String(scalars: listed[1].text.letters))
    {
      columnHead = "　" + listed.remove(at: 1).text
    }
    let entries = ContentsEntries.entries(
      of: headingAt == nil ? listed : Array(listed.dropFirst()), body: Array(lines[end...]), draft, diagnostics)
    // A list may name the sections alone, if the text has them all.
    let marks = Set(lines[end...].compactMap { LineGrammar.sectionMark($0.text)?.letters })
    guard
      entries.contains(where: { $0.kind == .article })
        || headingAt != nil && entries.count >= 2 && entries.allSatisfy({ marks.contains($0.text.letters) })
    else { return }
    // Highlights may be what happened, told in a line each: a contents list they are if it names pages or what follows.
    if let headingAt, Vocabulary.isWeakContentsHeading(lines[headingAt].text),
      !entries.contains(where: { $0.page != nil })
    {
      let later = Set(lines[end...].map { ContentsLine($0.text).core.letters } + draft.blocks.map(\.text.letters))
      guard entries.contains(where: { $0.kind == .article && later.contains($0.text.letters) }) else { return }
    }
    var contents = PrintedContents(
      heading: headingAt.map { lines[$0].text.trimmed }.map(Self.cleanHeading).map { $0 + columnHead },
      entries: entries,
      source: SourceRange(start: SourcePosition(line: lines[start].number), endLine: lines[end - 1].number))
    if let heading = contents.heading, heading.isEmpty { contents.heading = nil }
    for entry in entries where entry.page != nil {
      diagnostics.repaired(
        "contents-page-kept", line: entry.source?.line ?? 1,
        "the contents list names page \(entry.page ?? "") of the old issue for “\(excerpt(entry.text))”",
        zh: "目录中“\(excerpt(entry.text))”的页码\(entry.page ?? "")是旧版面的页码", severity: .note)
    }
    draft.contents = contents
    // Lines before the list stay: they belong to the text.
    let before = start > 0 ? draft.blocks(before: lines[start]) : []
    if end < lines.count {
      draft.removeAll(before: lines[end])
    } else {
      draft.blocks.removeSubrange(...(lines[end - 1].block))
    }
    let kept = before.filter { !$0.isRule }
    if let first = kept.first(where: { !PicturePlaceholderStage.isPlaceholder($0) }) {
      diagnostics.repaired(
        "contents-moved", line: lines[start].number,
        "text stands before the contents list, from “\(excerpt(first.text))” on; the list goes before it",
        zh: "目录之前另有正文（“\(excerpt(first.text))”起），目录已移到正文之前", severity: .note)
    }
    draft.blocks.insert(contentsOf: kept, at: 0)
    while draft.blocks.first?.isRule == true { draft.blocks.removeFirst() }
  }

  /// The first line, if it is a few words in Western letters that the text does not say again, above three lines or more that
  /// it does: On our pages this time.
  private static func looseHeading(_ lines: [FlatLine]) -> Int? {
    guard let first = lines.firstIndex(where: { !$0.isRule }), first < 4, !lines[first].isOther,
      !lines[first].isListItem, lines[first].text.fits(40), !lines[first].text.hasHan,
      (1...6).contains(lines[first].text.split(separator: " ").count), !LineGrammar.isProse(lines[first].text),
      EditorsNoteStage.label(of: lines[first].text) == nil
    else { return nil }
    let run = lines[(first + 1)...].lazy.filter { !$0.isRule }.prefix(3)
    guard run.count == 3, run.allSatisfy({ !$0.isOther && $0.text.fits(120) && !LineGrammar.isProse($0.text) }) else {
      return nil
    }
    let wanted = run.map { ContentsLine($0.text).core.letters }
    guard wanted.allSatisfy({ $0.count >= 4 }), Set(wanted).count == 3 else { return nil }
    let own = ContentsLine(lines[first].text).core.letters
    var found: Set<[Unicode.Scalar]> = []
    for line in lines[(first + 4)...] where !line.isRule && !line.isOther && line.text.utf8.count <= 300 {
      let letters = ContentsLine(line.text).core.letters
      if letters == own { return nil }
      if wanted.contains(letters) { found.insert(letters) }
    }
    return found.count == 3 ? first : nil
  }

  /// The first line, if it is a few Han above bulleted lines, two or more, each of which the text says again or has in brackets
  /// at the head of a paragraph: 【今日关注】 ▲ 水位逼近汛限.
  private static func bulletedHeading(_ lines: [FlatLine]) -> Int? {
    guard let first = lines.firstIndex(where: { !$0.isRule }), first < 4, !lines[first].isOther,
      !lines[first].isListItem, lines[first].text.hasHan, lines[first].text.fits(20),
      ItemMark(lines[first].text.trimmed) == nil, !LineGrammar.isProse(lines[first].text)
    else { return nil }
    let entries = lines[(first + 1)...].prefix { line in
      !line.isOther && line.text.fits(80)
        && (line.isListItem || line.text.trimmed.unicodeScalars.first?.isLineMark == true)
    }
    guard entries.count >= 2 else { return nil }
    // A section's name stands above its titles again, and another one below them.
    let own = lines[first].text.letters
    let rest = lines[(first + 1 + entries.count)...].lazy.filter { !$0.isRule && !$0.isOther }
    let length = lines[first].text.utf8.count + 12
    guard !rest.contains(where: { $0.text.utf8.count <= length && $0.text.letters == own }) else { return nil }
    var wanted = Set(entries.map { ContentsLine($0.text).core.letters })
    guard wanted.count == entries.count, wanted.allSatisfy({ $0.count >= 4 }) else { return nil }
    guard let next = rest.first,
      next.text.utf8.count > 60 || next.text.unicodeScalars.first?.closingBracket == nil
        || BracketedHead(next.text).map({ wanted.contains($0.title.letters) }) == true
    else { return nil }
    // Of most lines their length or the first letters tell that they are none of those.
    let starts = Array(Set((wanted + [own]).compactMap(\.first)))
    for line in rest {
      let isShort = line.text.utf8.count <= 300
      guard isShort || line.text.unicodeScalars.first(where: { !$0.isBlank })?.closingBracket != nil,
        line.text.unicodeScalars.prefix(24).contains(where: starts.contains)
      else { continue }
      if let head = BracketedHead(line.text) { wanted.remove(head.title.letters) }
      guard isShort else { continue }
      let letters = ContentsLine(line.text).core.letters
      if letters == own { return nil }
      wanted.remove(letters)
    }
    return wanted.isEmpty ? first : nil
  }

  /// Whether a line of the text says the words of the line at `index` and no more: a title, however many commas it has.
  private static func isSaidAgain(_ index: Int, _ lines: [FlatLine]) -> Bool {
    let line = lines[index].text
    guard line.fits(120), !line.contains("。") else { return false }
    let letters = ContentsLine(line).core.letters
    return letters.count >= 4
      && lines[(index + 1)...].contains {
        !$0.isRule && !$0.isOther && $0.text.fits(130) && ContentsLine($0.text).core.letters == letters
      }
  }

  private static func cleanHeading(_ text: String) -> String {
    let line = MastheadLine.closed(text)
    return String(line.filter { !$0.isLineMark && $0 != "👇" && !"≡【】[]#*".contains($0) }).trimmed
  }

  static func hasPage(_ text: String) -> Bool { ContentsLine(text).page != nil }
}
