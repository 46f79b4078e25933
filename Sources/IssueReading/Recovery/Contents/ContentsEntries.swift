import IssueModel

/// What the lines of a contents list say: its sections and articles.
enum ContentsEntries {
  static func entries(
    of lines: [FlatLine], body: [FlatLine], _ draft: Draft, _ diagnostics: DiagnosticSink
  ) -> [ContentsEntry] {
    // The short lines of the text, and each two of them together: what an entry may be the name of.
    let start = body.first?.number ?? .max
    let short = draft.flatLines(fitting: 160).filter { $0.number >= start }
    // Gathered at the first question: a list with pages asks none.
    lazy var known = LetterSet(linesAndPairs: short.map(\.text.letters))
    let sections = Set(short.compactMap { LineGrammar.sectionMark($0.text)?.letters })
    var entries: [ContentsEntry] = []
    var index = 0
    let listed = lines.filter { !$0.isRule && !$0.text.letters.isEmpty }
    let hasItems = listed.contains { $0.isListItem }
    var apart = listed.map { ContentsLine($0.text) }
    apart.takeCounts()
    let bulleted = apart.count(where: \.isMarked)
    let groups = numberedGroups(listed, apart, indents: listed.map { indent($0, draft) })
    // 校园新闻：读书节闭幕, where two entries or more are so; a single one is worded so.
    let coloned = apart.count { sectionBefore(colonIn: $0.text, sections) != nil }
    /// Begins the section that stands before a title, unless the title above has the same.
    func open(_ name: String, before title: String, _ range: SourceRange) {
      let above = entries.last { $0.kind == .section }
      guard let above, entries.last?.kind == .article, above.text == name, !title.isEmpty else {
        return entries.append(ContentsEntry(kind: .section, text: name, source: range))
      }
      reportRepeated(name, range.line, diagnostics)
    }
    while index < listed.count {
      let line = listed[index]
      var parsed = apart[index]
      if case .listItem(let label?) = line.form, parsed.label == nil { parsed.label = label }
      let range = SourceRange(line: line.number)
      if let name = LineGrammar.sectionMark(line.text)
        ?? (parsed.page == nil ? nil : LineGrammar.sectionMark(parsed.text))
        ?? (sections.contains(parsed.text.letters) || line.hasInnerList ? parsed.text : nil)
      {
        entries.append(ContentsEntry(kind: .section, text: name, page: parsed.ending, source: range))
      } else if !line.isListItem, hasItems, index + 1 < listed.count, listed[index + 1].isListItem, parsed.page == nil {
        entries.append(ContentsEntry(kind: .section, text: sectionText(line.text), source: range))
      } else if let runIn = SectionStage.runIn(line.text), !line.isListItem || hasItems,
        // The only one, behind others, whose brackets the text has on the same line, begins a title.
        index == 0 || !known.contains(parsed.text.letters)
          || listed.contains(where: { $0.number != line.number && SectionStage.runIn($0.text) != nil })
      {
        open(runIn.name, before: runIn.rest, range)
        // Two titles on one line, parted by a semicolon, if the text has both.
        let titles = runIn.rest.split { $0 == "；" || $0 == ";" }.map { String($0).trimmed }
        let parted = titles.count > 1 && titles.allSatisfy { known.contains(ContentsLine($0).text.letters) }
        for title in parted ? titles : [runIn.rest] {
          let rest = ContentsLine(title)
          entries.append(
            ContentsEntry(kind: .article, text: rest.text, label: rest.label, page: rest.ending, source: range))
        }
      } else if coloned >= 2, let (name, title) = sectionBefore(colonIn: parsed.text, sections) {
        open(name, before: title, range)
        entries.append(
          ContentsEntry(kind: .article, text: title, label: parsed.label, page: parsed.ending, source: range))
      } else if let (name, title) = sectionBeside(line.text, sections) {
        // 基层之声　白石派出所…: the name of a section of the text stands before the first of its titles.
        open(name, before: title, range)
        let rest = ContentsLine(title)
        entries.append(
          ContentsEntry(kind: .article, text: rest.text, label: rest.label, page: rest.ending, source: range))
      } else if groups.contains(index) {
        entries.append(ContentsEntry(kind: .section, text: sectionText(line.text), source: range))
      } else if !hasItems, bulleted * 2 >= listed.count, !parsed.isMarked, index + 1 < listed.count,
        !groups.contains(index + 1),
        apart[index + 1].isMarked, !TitleStage.isSubtitle(listed[index + 1].text),
        !known.contains(parsed.text.letters) || parsed.text.letters.count <= 8 || line.isBold
          || indent(line, draft) + 2 <= indent(listed[index + 1], draft)
      {
        entries.append(ContentsEntry(kind: .section, text: sectionText(line.text), source: range))
      } else {
        // An entry over two lines: together they are a line of the text, the first alone is none.
        if parsed.page == nil, !line.isListItem, index + 1 < listed.count, !listed[index + 1].isListItem,
          !known.contains(parsed.text.letters)
        {
          let next = apart[index + 1]
          if next.label == nil, known.contains(parsed.text.letters + next.text.letters) {
            parsed.text = LineJoining.joined([parsed.text, next.text])
            parsed.page = next.page
            parsed.writer = next.writer
            index += 1
          }
        }
        if parsed.text.hasSuffix("："), parsed.page == nil, index + 1 < listed.count,
          !known.contains(parsed.text.letters) || known.contains(apart[index + 1].text.letters)
        {
          // A line above the title is printed before it.
          let next = apart[index + 1]
          parsed = ContentsLine(label: (parsed.label ?? "") + parsed.text, text: next.text, page: next.page)
          index += 1
        }
        if TitleStage.isSubtitle(line.text), let last = entries.indices.last, entries[last].kind == .article {
          // The subtitle of the entry above.
          entries[last].text += line.text.trimmed.hasPrefix("——") ? ContentsLine(line.text).text : " " + parsed.text
          entries[last].page = entries[last].page ?? parsed.ending
        } else {
          entries.append(
            ContentsEntry(kind: .article, text: parsed.text, label: parsed.label, page: parsed.ending, source: range))
        }
      }
      index += 1
    }
    nameArticles(&entries, body)
    var below = BodyLines(body)
    nameSections(&entries, &below)
    nameUnpaged(&entries, &below)
    partSections(&entries, &below, diagnostics)
    partWriters(&entries, &below)
    numberInOrder(&entries)
    letterAlike(&entries)
    pagesBehindDashes(&entries)
    pagesBehindBlanks(&entries) { known.contains($0) }
    romanInOrder(&entries)
    return entries
  }

  /// The name of a section of the text before a colon, and the title behind it.
  private static func sectionBefore(colonIn text: String, _ sections: Set<[Unicode.Scalar]>) -> (String, String)? {
    guard let colon = text.firstIndex(ofAny: "：:"), sections.contains(String(text[..<colon]).letters)
    else { return nil }
    let title = text[text.index(after: colon)...].trimmed
    return title.letters.count >= 2 ? (text[..<colon].trimmed, title) : nil
  }

  private static func sectionBeside(_ text: String, _ sections: Set<[Unicode.Scalar]>) -> (String, String)? {
    let pieces = text.columnsByGaps
    guard pieces.count >= 2, let name = pieces.first, sections.contains(name.letters) else { return nil }
    return (name, String(text.trimmed.dropFirst(name.count)).trimmed)
  }

  /// The blanks before the line in the source.
  private static func indent(_ line: FlatLine, _ draft: Draft) -> Int {
    draft.source[line.number].indentColumns
  }

  /// I. The storm 57, II. Additions 61: behind a blank alone a number is a page where the numbers rise from entry to entry, and
  /// the text has the titles without them.
  private static func pagesBehindBlanks(_ entries: inout [ContentsEntry], _ isKnown: ([Unicode.Scalar]) -> Bool) {
    let articles = entries.indices.filter { entries[$0].kind == .article }
    guard articles.count >= 2, articles.allSatisfy({ entries[$0].page == nil }) else { return }
    var found: [(text: String, page: Int)] = []
    for place in articles {
      let text = entries[place].text.trimmed
      let digits = text.reversed().prefix { $0.isASCII && $0.isNumber }.count
      let head = text.dropLast(digits)
      guard (1...3).contains(digits), head.last?.isBlankCharacter == true, let page = Int(text.suffix(digits)) else {
        return
      }
      found.append((String(head).trimmed, page))
    }
    let named = found.count { isKnown($0.text.letters) }
    guard named * 2 >= found.count, zip(found, found.dropFirst()).allSatisfy({ $0.page <= $1.page }) else { return }
    for (place, entry) in zip(articles, found) {
      entries[place].text = entry.text
      entries[place].page = String(entry.page)
    }
  }

  /// I. The storm, II. Additions: Roman numbers that count the entries are their labels.
  private static func romanInOrder(_ entries: inout [ContentsEntry]) {
    let articles = entries.indices.filter { entries[$0].kind == .article }
    guard articles.count >= 2, articles.count == entries.count, articles.allSatisfy({ entries[$0].label == nil }),
      articles.map({ LineGrammar.part(entries[$0].text) }) == (1...articles.count).map(Optional.some)
    else { return }
    for place in articles {
      let text = entries[place].text
      let label = text.prefix { !$0.isBlankCharacter }
      guard label.count < text.count, label.count <= 6 else { return }
      entries[place].label = String(label)
      entries[place].text = text.dropFirst(label.count).trimmed
    }
  }

  /// The party — 1, A letter - 4: behind a stroke in every entry, and rising, stands its page.
  private static func pagesBehindDashes(_ entries: inout [ContentsEntry]) {
    let articles = entries.indices.filter { entries[$0].kind == .article }
    guard articles.count >= 2, articles.allSatisfy({ entries[$0].page == nil }) else { return }
    var found: [(text: String, page: String)] = []
    for place in articles {
      let text = entries[place].text.trimmed
      let page = text.reversed().prefix { $0.isASCII && $0.isNumber }
      let head = text.dropLast(page.count).trimmed
      guard (1...3).contains(page.count), let mark = head.last, "—–-/,".contains(mark), head.count > 3 else { return }
      found.append((head.dropLast().trimmed, String(page.reversed())))
    }
    let pages = found.compactMap { Int($0.page) }
    guard zip(pages, pages.dropFirst()).allSatisfy({ $0 <= $1 }) else { return }
    for (place, entry) in zip(articles, found) {
      entries[place].text = entry.text
      entries[place].page = entry.page
    }
  }

  /// 1 Title, 2 Title: bare numbers before the entries are their labels if they count from one without a gap; a single
  /// one may be a word of its title (3 new bridges).
  private static func numberInOrder(_ entries: inout [ContentsEntry]) {
    let articles = entries.indices.filter { entries[$0].kind == .article }
    guard articles.count >= 2 else { return }
    var rest: [String] = []
    for (offset, place) in articles.enumerated() {
      let number = String(offset + 1)
      let behind = entries[place].text.dropFirst(number.count)
      guard entries[place].label == nil, entries[place].text.hasPrefix(number), behind.first?.isBlankCharacter == true,
        !String(behind).trimmed.isEmpty
      else { return }
      rest.append(String(behind).trimmed)
    }
    for (offset, place) in articles.enumerated() {
      entries[place].label = String(offset + 1)
      entries[place].text = rest[offset]
    }
  }

  /// A1 Title, B2 Title; [1] Title, [2] Title: marks of one shape before all entries are their labels.
  private static func letterAlike(_ entries: inout [ContentsEntry]) {
    let articles = entries.indices.filter { entries[$0].kind == .article }
    guard articles.count >= 2, articles.allSatisfy({ entries[$0].label == nil }) else { return }
    guard let first = mark(of: entries[articles[0]].text) else { return }
    let marks = articles.map { mark(of: entries[$0].text) }
    guard marks.allSatisfy({ $0?.shape == first.shape }) else { return }
    for (place, mark) in zip(articles, marks) {
      guard let mark else { continue }
      entries[place].label = String(entries[place].text.prefix(mark.length))
      entries[place].text = String(entries[place].text.dropFirst(mark.length)).trimmed
    }
  }

  /// The mark that an entry begins with, and its shape: a letter with a number, or a number in square brackets.
  private static func mark(of text: String) -> (shape: Int, length: Int)? {
    let word = text.prefix { !$0.isBlankCharacter }
    guard word.count < text.count, word.count <= 5 else { return nil }
    let inner = word.dropFirst()
    if let letter = word.first, letter.isASCII, letter.isUppercase, (1...3).contains(inner.count),
      inner.allSatisfy({ $0.isASCII && $0.isNumber || $0 == "." }), inner.contains(where: \.isNumber)
    {
      return (1, word.count)
    }
    if word.first == "[", word.last == "]", word.count >= 3, inner.dropLast().allSatisfy({ $0.isASCII && $0.isNumber })
    {
      return (2, word.count)
    }
    return nil
  }

  /// The name in a line that is a section by its place; its numbering stays.
  private static func sectionText(_ text: String) -> String {
    var line = text.trimmed
    while let first = line.first, "■◆●★※◎▲☆◇□○·•".contains(first) { line = String(line.dropFirst()).trimmed }
    while line.count > 1, let last = line.last, "■◆●★※◎▲☆◇□○".contains(last) { line = String(line.dropLast()).trimmed }
    if line.hasSuffix("：") || line.hasSuffix(":") { line.removeLast() }
    return line
  }
}
