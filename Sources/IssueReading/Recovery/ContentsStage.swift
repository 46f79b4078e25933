import IssueModel

/// Recognises the printed contents list between masthead and text: under a heading (目录, 要目, In this issue)
/// or without one, grouped by sections or flat.
///
/// The list ends where the text begins: at the first line that says again what the list said before. A list
/// without a heading is believed only if it has such an echo.
struct ContentsStage: RecoveryStage {
  static let name = "contents"
  static let summary = Wording("recognise the printed contents list", zh: "识别目录")

  /// Whether `text` is the heading of a contents list.
  static func isHeading(_ text: String) -> Bool {
    guard text.utf8.count <= 90 else { return false }
    let bare = String(String.UnicodeScalarView(text.letters))
    if Vocabulary.contentsHeadings.contains(bare) { return true }
    // 本周看点, 今日导读, 主要篇目: any short line that ends as such headings do.
    return bare.count <= 6 && bare.hanCount == bare.count && Vocabulary.contentsEndings.contains { bare.hasSuffix($0) }
  }

  func callAsFunction(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    openTable(&draft, diagnostics)
    var lines = draft.flatLines(draft.blocks.indices, limit: 600)
    let headingAt = lines.prefix(12).firstIndex { Self.isHeading($0.text) }
    if let headingAt { lines = Self.withLoosePages(lines, from: headingAt + 1) }
    var run = headingAt ?? 0
    while run < lines.count {
      let line = lines[run]
      if line.isOther { break }
      let isItem = line.isListItem
      if !line.isRule, LineGrammar.isProse(line.text), !(isItem && line.text.columns < 170), !Self.hasPage(line.text) {
        break
      }
      if EditorsNoteStage.label(of: line.text) != nil, !Self.hasPage(line.text) { break }
      if LineGrammar.distribution(line.text) != nil { break }
      run += 1
    }
    // What stands before the heading is not of the list.
    let start = headingAt ?? lines.prefix(run).firstIndex { !$0.isRule } ?? 0
    guard start < run else { return }
    guard let end = Self.end(of: lines, start, run, hasHeading: headingAt != nil),
      end > start + (headingAt == nil ? 0 : 1)
    else { return }

    let listed = Array(lines[start..<end])
    let entries = Self.entries(
      of: headingAt == nil ? listed : Array(listed.dropFirst()), body: Array(lines[end...]), draft)
    guard entries.contains(where: { $0.kind == .article }) else { return }
    var contents = PrintedContents(
      heading: headingAt.map { lines[$0].text.trimmed }.map(Self.cleanHeading), entries: entries,
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
    let before = start > 0 ? Array(draft.blocks[..<lines[start].block]) : []
    if end < lines.count {
      draft.removeAll(before: lines[end])
    } else {
      draft.blocks.removeSubrange(...(lines[end - 1].block))
    }
    let kept = before.filter { !$0.isRule }
    draft.blocks.insert(contentsOf: kept, at: 0)
    while draft.blocks.first?.isRule == true { draft.blocks.removeFirst() }
  }

  /// A contents list set as a table becomes lines, its pages behind a tab.
  private func openTable(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    guard
      let index = draft.blocks.prefix(10).firstIndex(where: { if case .ready(.table) = $0.form { true } else { false } }
      ),
      case .ready(.table(let table)) = draft.blocks[index].form, table.caption == nil, table.rows.count <= 40
    else { return }
    let rows = table.rows.map { $0.map(\.body.plainText.trimmed) }
    guard rows.allSatisfy({ (2...3).contains($0.count) }), let head = rows.first else { return }
    let paged = rows.dropFirst().filter {
      $0.last.map { $0.count <= 3 && !$0.isEmpty && $0.unicodeScalars.allSatisfy(\.isASCIIDigit) } ?? false
    }
    let named = head.contains { ["页", "頁", "页码", "頁碼", "頁次", "页次", "page"].contains($0.withoutBlanks.lowercased()) }
    guard paged.count >= 2, paged.count + 1 >= rows.count,
      named || index > 0 && Self.isHeading(draft.blocks[index - 1].text)
    else { return }
    let line = draft.blocks[index].line
    diagnostics.repaired(
      "layout-table-opened", line: line,
      "a table that held the contents list was opened\(named ? ", its head “\(head.joined(separator: " "))” left out" : "")",
      zh: "目录表格已拆成文字行\(named ? "，表头“\(head.joined(separator: " "))”未收入" : "")", severity: .note)
    let entries = rows.dropFirst(named || Int(head.last ?? "") == nil ? 1 : 0).enumerated().map { offset, row in
      let text = row.dropLast().joined(separator: " ") + "\t" + (row.last ?? "")
      return DraftBlock(
        form: .paragraph, lines: [DraftLine(text: text, number: line + 2 + offset)],
        source: SourceRange(line: line + 2 + offset))
    }
    draft.blocks.replaceSubrange(index...index, with: entries)
  }

  /// `lines` with a page behind one blank (Title 3) set off by a tab, if most lines from `start` on end so and the
  /// numbers rise as pages do.
  private static func withLoosePages(_ lines: [FlatLine], from start: Int) -> [FlatLine] {
    func loose(_ text: String) -> (head: String, page: Int)? {
      guard let blank = text.lastIndex(where: \.isBlankCharacter), let page = Int(text[text.index(after: blank)...]),
        page < 1000,
        let before = text[..<blank].trimmed.last, !before.isNumber
      else { return nil }
      return (text[..<blank].trimmed, page)
    }
    var run: [Int] = []
    var seen: Set<[Unicode.Scalar]> = []
    for index in lines.indices.dropFirst(start).prefix(40) {
      // A line that comes again is of the text already.
      guard !lines[index].isRule, !LineGrammar.isProse(lines[index].text), lines[index].text.columns <= 120,
        seen.insert(lines[index].text.letters).inserted
      else { break }
      run.append(index)
    }
    let pages = run.compactMap { loose(lines[$0].text)?.page }
    guard pages.count >= 2, zip(pages, pages.dropFirst()).allSatisfy({ $0 <= $1 }) else { return lines }
    var result = lines
    // Up to the last that has one: what follows is of the text.
    guard let last = run.last(where: { loose(lines[$0].text) != nil }), pages.count * 10 >= (last - start + 1) * 6
    else { return lines }
    for index in start...last {
      if let found = loose(lines[index].text) { result[index].text = found.head + "\t\(found.page)" }
    }
    return result
  }

  private static func cleanHeading(_ text: String) -> String {
    let line = MastheadLine.closed(text)
    return String(line.filter { !$0.isLineMark && $0 != "👇" && !"≡【】[]#*".contains($0) }).trimmed
  }

  // MARK: Where it ends

  private static func end(of lines: [FlatLine], _ start: Int, _ run: Int, hasHeading: Bool) -> Int? {
    let first = hasHeading ? start + 1 : start
    var keys: [[Unicode.Scalar]] = []
    var marks: [Bool] = []
    for index in first..<max(first, run) {
      let line = lines[index]
      let entry = ContentsLine(line.text)
      keys.append(line.isRule ? [] : entry.core.letters)
      marks.append(LineGrammar.sectionMark(line.text) != nil)
    }
    for index in keys.indices.dropFirst() where keys[index].count >= 2 && !lines[first + index].isListItem {
      let echo = keys.indices.prefix(index).contains { earlier in
        guard !keys[earlier].isEmpty else { return false }
        return echoes(keys[index], keys[earlier], marks: marks[index] || marks[earlier])
      }
      guard echo else { continue }
      // At least one article before the echo, not only names of sections.
      guard (0..<index).contains(where: { !marks[$0] && !keys[$0].isEmpty }) else { continue }
      var end = index
      // A section's name, or a rule, before the first title belongs to the text.
      // What the list's lines are: items of a list, or else lines with a bullet, number or page.
      let listed = lines[first..<(first + index)].contains { $0.isListItem }
      func isItem(_ line: FlatLine) -> Bool {
        line.isListItem || ContentsLine(line.text).page != nil || !listed && ContentsLine(line.text).isMarked
      }
      let hasItems = lines[first..<(first + index)].contains(where: isItem)
      // Behind the last item, a line that groups no items is of the text: a section or a line above the title.
      // What the text says again is an entry, item or not.
      let later = Set(
        lines[(first + index)...].prefix(400).filter { !$0.isRule && $0.text.utf8.count < 360 }.map(\.text.letters))
      while end > 1, hasItems, !later.contains(lines[first + end - 1].text.letters), !isItem(lines[first + end - 1]),
        lines[first..<(first + end - 1)].contains(where: isItem),
        !keys[..<(end - 1)].contains(keys[end - 1]) || lines[first + end - 1].isRule
      {
        end -= 1
      }
      while end > 1,
        lines[first + end - 1].isRule
          || marks[end - 1] && !lines[first + end - 1].isListItem && !(end >= 2 && marks[end - 2])
      {
        if marks[end - 1], isFollowedByEntries(end - 1, keys, marks, lines, first) { break }
        end -= 1
      }
      return first + end
    }
    guard hasHeading else { return nil }
    // No echo before running text: the list is what is listed, and whatever the text says again further on.
    let later = Set(lines[run...].filter { !$0.isRule && $0.text.utf8.count < 360 }.map { $0.text.letters })
    var end = first
    var sawItem = false
    while end < run {
      let line = lines[end]
      if line.isRule {
        // A rule ends the list, unless the list goes on behind it.
        let rest = lines[(end + 1)..<run].first { !$0.isRule }
        if sawItem, rest.map({ !$0.isListItem && !later.contains(ContentsLine($0.text).text.letters) }) ?? true {
          return end
        }
      } else if line.isListItem || ContentsLine(line.text).isMarked {
        sawItem = true
      } else if sawItem, !later.contains(line.text.letters) {
        let groups = end + 1 < run && lines[end + 1].isListItem
        if lines[..<end].contains(where: \.isListItem) || line.headingLevel != nil {
          // Behind items, a plain line goes on with the list only as the name of a further group.
          guard groups else { return end }
        }
      }
      end += 1
    }
    // Plain lines up to running text: the last, its title, is of the text.
    if end == run, run < lines.count, end > first + 1, !lines[end - 1].isListItem,
      !ContentsLine(lines[end - 1].text).isMarked,
      !later.contains(lines[end - 1].text.letters)
    {
      end -= 1
      if end > first + 1, LineGrammar.sectionMark(lines[end - 1].text) != nil { end -= 1 }
    }
    while end > first, lines[end - 1].isRule { end -= 1 }
    return end > first ? end : nil
  }

  private static func isFollowedByEntries(
    _ mark: Int, _ keys: [[Unicode.Scalar]], _ marks: [Bool], _ lines: [FlatLine], _ first: Int
  ) -> Bool {
    mark + 1 < keys.count && lines[first + mark + 1].isListItem
  }

  private static func echoes(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], marks: Bool) -> Bool {
    if a == b { return true }
    guard !marks, a.count >= 5, b.count >= 5 else { return false }
    // A title over two lines begins as its entry does, and the other way round.
    if a.count >= 6, b.count >= 6, b.starts(with: a) || a.starts(with: b) { return true }
    return a.count >= 8 && b.count >= 8 && Similarity.of(a, b) >= 0.86
  }

  static func hasPage(_ text: String) -> Bool { ContentsLine(text).page != nil }

  // MARK: What it lists

  private static func entries(of lines: [FlatLine], body: [FlatLine], _ draft: Draft) -> [ContentsEntry] {
    // The short lines of the text, and each two of them together: what an entry may be the name of.
    var known: Set<[Unicode.Scalar]> = []
    let short = draft.flatLines(draft.blocks.indices).filter {
      !$0.isRule && !$0.isOther && $0.text.columns <= 160 && $0.number >= (body.first?.number ?? .max)
    }
    for (index, line) in short.enumerated() {
      known.insert(line.text.letters)
      if index + 1 < short.count { known.insert(line.text.letters + short[index + 1].text.letters) }
    }
    let sections = Set(short.compactMap { LineGrammar.sectionMark($0.text)?.letters })
    var entries: [ContentsEntry] = []
    var index = 0
    let listed = lines.filter { !$0.isRule && !$0.text.letters.isEmpty }
    let hasItems = listed.contains { $0.isListItem }
    let bulleted = listed.filter { ContentsLine($0.text).isMarked }.count
    let groups = numberedGroups(listed)
    while index < listed.count {
      let line = listed[index]
      var parsed = ContentsLine(line.text)
      if case .listItem(let label?) = line.form, parsed.label == nil { parsed.label = label }
      let range = SourceRange(line: line.number)
      if let name = LineGrammar.sectionMark(line.text)
        ?? (parsed.page == nil ? nil : LineGrammar.sectionMark(parsed.text))
        ?? (sections.contains(parsed.text.letters) || line.hasInnerList ? parsed.text : nil)
      {
        entries.append(ContentsEntry(kind: .section, text: name, page: parsed.page, source: range))
      } else if !line.isListItem, hasItems, index + 1 < listed.count, listed[index + 1].isListItem, parsed.page == nil {
        entries.append(ContentsEntry(kind: .section, text: sectionText(line.text), source: range))
      } else if let runIn = SectionStage.runIn(line.text), !line.isListItem || hasItems {
        entries.append(ContentsEntry(kind: .section, text: runIn.name, source: range))
        let rest = ContentsLine(runIn.rest)
        entries.append(
          ContentsEntry(kind: .article, text: rest.text, label: rest.label, page: rest.page, source: range))
      } else if groups.contains(index) {
        entries.append(ContentsEntry(kind: .section, text: sectionText(line.text), source: range))
      } else if !hasItems, bulleted * 2 >= listed.count, !parsed.isMarked, index + 1 < listed.count,
        ContentsLine(listed[index + 1].text).isMarked, !TitleStage.isSubtitle(listed[index + 1].text),
        !known.contains(parsed.text.letters) || parsed.text.letters.count <= 8
      {
        entries.append(ContentsEntry(kind: .section, text: sectionText(line.text), source: range))
      } else {
        // An entry over two lines: together they are a line of the text, the first alone is none.
        if parsed.page == nil, !line.isListItem, index + 1 < listed.count, !listed[index + 1].isListItem,
          !known.contains(parsed.text.letters)
        {
          let next = ContentsLine(listed[index + 1].text)
          if next.label == nil, known.contains(parsed.text.letters + next.text.letters) {
            parsed.text = LineJoining.joined([parsed.text, next.text])
            parsed.page = next.page
            index += 1
          }
        }
        if parsed.text.hasSuffix("："), parsed.page == nil, index + 1 < listed.count,
          !known.contains(parsed.text.letters) || known.contains(ContentsLine(listed[index + 1].text).text.letters)
        {
          // A line above the title is printed before it.
          let next = ContentsLine(listed[index + 1].text)
          parsed = ContentsLine(label: (parsed.label ?? "") + parsed.text, text: next.text, page: next.page)
          index += 1
        }
        if TitleStage.isSubtitle(line.text), let last = entries.indices.last, entries[last].kind == .article {
          // The subtitle of the entry above.
          entries[last].text += line.text.trimmed.hasPrefix("——") ? ContentsLine(line.text).text : " " + parsed.text
          entries[last].page = entries[last].page ?? parsed.page
        } else {
          entries.append(
            ContentsEntry(kind: .article, text: parsed.text, label: parsed.label, page: parsed.page, source: range))
        }
      }
      index += 1
    }
    return entries
  }

  /// The lines numbered 一、 二、 that each have lines of another numbering, or of none, behind them.
  private static func numberedGroups(_ lines: [FlatLine]) -> Set<Int> {
    func level(_ text: String) -> Int? {
      var line = text.trimmed
      while let first = line.first, "·•●■◆".contains(first) { line = String(line.dropFirst()).trimmed }
      return LineGrammar.numbering(line)?.level
    }
    // ★本期关注 above ■… and ■…: the first bullet groups what the others mark.
    let marks = lines.map { $0.isListItem ? nil : LineGrammar.bulleted($0.text)?.mark }
    if let first = marks.first, let first, marks.contains(where: { $0 != nil && $0 != first }) {
      let heads = marks.indices.filter { marks[$0] == first }
      let grouping = heads.allSatisfy { $0 + 1 < marks.count && marks[$0 + 1] != nil && marks[$0 + 1] != first }
      if grouping, heads.allSatisfy({ ContentsLine(lines[$0].text).page == nil }) { return Set(heads) }
    }
    let levels = lines.map { level($0.text) }
    let top = levels.indices.filter { levels[$0] == 1 && ContentsLine(lines[$0].text).page == nil }
    if let first = marks.first, let first {
      // ◆ name above lines without a mark.
      let heads = marks.indices.filter { marks[$0] == first }
      let grouping = heads.allSatisfy { $0 + 1 < marks.count && marks[$0 + 1] == nil }
      if heads.count >= 2, heads.count < marks.count, grouping,
        heads.allSatisfy({ ContentsLine(lines[$0].text).page == nil || lines[$0].isBold })
      {
        return Set(heads)
      }
    }
    guard !top.isEmpty, top.count < lines.count, levels.first == 1 else { return [] }
    let grouping = top.filter { $0 + 1 < levels.count && levels[$0 + 1] != 1 }
    return grouping.count == top.count ? Set(top) : []
  }

  /// The name in a line that is a section by its place; its numbering stays.
  private static func sectionText(_ text: String) -> String {
    var line = text.trimmed
    while let first = line.first, "■◆●★※◎▲☆◇□○·•".contains(first) { line = String(line.dropFirst()).trimmed }
    if line.hasSuffix("：") || line.hasSuffix(":") { line.removeLast() }
    return line
  }
}

/// A line of a contents list taken apart: bullet or number, text, page.
struct ContentsLine {
  var label: String?
  var text: String
  var page: String?

  init(_ line: String) {
    var text = line.trimmed
    // The page: behind dots, a wide gap, or in brackets.
    if let last = text.unicodeScalars.last,
      last.isASCIIDigit || (0xFF10...0xFF19).contains(last.value) || "）)".unicodeScalars.contains(last)
    {
      let bracketed = "）)".unicodeScalars.contains(last)
      var body = bracketed ? String(text.dropLast()) : text
      var words: String?
      // (p. 3), (page 3)
      if bracketed, let open = body.lastIndex(where: { "（(".contains($0) }) {
        let inner = body[body.index(after: open)...].trimmed.lowercased()
        for word in ["page", "pp.", "p.", "第"] where inner.hasPrefix(word) {
          let digits = inner.dropFirst(word.count).trimmed.prefix(while: \.isNumber)
          if !digits.isEmpty {
            body = String(body[...open]) + digits
            words = text[text.index(after: open)...].dropLast().trimmed
          }
        }
      }
      let digits = body.reversed().prefix { $0.isNumber }.count
      let head = String(body.dropLast(digits))
      let leader = head.unicodeScalars.reversed().prefix { ".…·．・‥-—_".unicodeScalars.contains($0) || $0.isBlank }
      let dots = leader.filter { !$0.isBlank }.count
      let ellipses = leader.filter { $0 == "…" || $0 == "‥" }.count
      let blanks = leader.count - dots
      if bracketed, digits > 0, digits <= 3, let open = head.last, "（(".contains(open), text.count > digits + 2 {
        page = words ?? String(body.suffix(digits)).halfWidth
        text = Self.withoutLeader(String(head.dropLast()))
      } else if !bracketed, digits > 0, digits <= 3, let head = Self.withoutPageWord(head) {
        page = Self.pageWord(text.dropLast(digits)) + String(body.suffix(digits)).halfWidth
        text = Self.withoutLeader(head)
      } else if !bracketed, digits > 0, digits <= 3, dots >= 3 || ellipses >= 1 || blanks >= 3 || leader.contains("\t")
      {
        page = String(body.suffix(digits)).halfWidth
        text = Self.withoutLeader(head)
      }
    }
    // The bullet or number.
    if let first = text.first, first.isLineMark || "·-—*+".contains(first), text.count > 1 {
      let marks = text.prefix { $0.isLineMark || "·-—*+".contains($0) }
      if !(first == "—" && marks.count > 1) {
        label = marks == "-" || marks == "*" || marks == "+" ? nil : String(marks)
        text = String(text.dropFirst(marks.count)).trimmed
      }
    }
    // 01 Title, 02 Title: a number of two digits and a blank.
    let lead = text.prefix { $0.isNumber }
    if page == nil || lead.count == 2, lead.count == 2, lead.first == "0" || label != nil,
      text.dropFirst(2).first?.isBlankCharacter == true
    {
      label = (label ?? "") + lead
      text = String(text.dropFirst(2)).trimmed
    }
    if label == nil, let numbering = LineGrammar.numbering(text), text.count > numbering.length {
      label = String(text.prefix(numbering.length))
      text = String(text.dropFirst(numbering.length)).trimmed
    }
    self.text = text
  }

  init(label: String?, text: String, page: String?) {
    self.label = label
    self.text = text
    self.page = page
  }

  /// The text without any numbering, also where a bullet stands before that.
  var core: String {
    guard let numbering = LineGrammar.numbering(text), text.count > numbering.length else { return text }
    return String(text.dropFirst(numbering.length)).trimmed
  }

  /// Whether it has a bullet, number or page.
  var isMarked: Bool { label != nil || page != nil }

  /// The word before a page, with its blank: `page `; empty for a mere stroke.
  private static func pageWord(_ head: Substring) -> String {
    let word = head.trimmed.split(whereSeparator: \.isBlankCharacter).last.map(String.init) ?? ""
    return word.unicodeScalars.contains(where: \.isASCIILetter) && word.count <= 5 ? word + " " : ""
  }

  /// What stands before `/ 3`, `page 3`, `p. 3`; nil where no such word does.
  private static func withoutPageWord(_ head: String) -> String? {
    let text = head.trimmed
    if text.hasSuffix("/") || text.hasSuffix("／") || text.hasSuffix("|") || text.hasSuffix("｜") {
      return text.count > 2 && text != head ? String(text.dropLast()) : nil
    }
    let low = text.lowercased()
    for word in [" page", " p.", "\tpage", " pp."] where low.hasSuffix(word) {
      return String(text.dropLast(word.count))
    }
    return nil
  }

  private static func withoutLeader(_ text: String) -> String {
    var scalars = text.unicodeScalars
    while let last = scalars.last, ".…·．・‥-—_".unicodeScalars.contains(last) || last.isBlank { scalars.removeLast() }
    return String(scalars)
  }
}
