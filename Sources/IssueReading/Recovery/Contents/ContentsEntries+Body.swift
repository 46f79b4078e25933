import IssueModel

/// What the text itself says of the entries: which are names of sections, which end with their writer.
extension ContentsEntries {
  /// Where all entries are lines that the text prints in 【】, each right above text: the names of articles.
  static func nameArticles(_ entries: inout [ContentsEntry], _ body: [FlatLine]) {
    guard entries.count >= 2, !entries.contains(where: { $0.kind == .article }) else { return }
    let names = Set(entries.map(\.text.letters))
    let lines = body.filter { !$0.isRule }
    var (marked, above) = (0, 0)
    for (line, next) in zip(lines, lines.dropFirst()) {
      guard let name = LineGrammar.sectionMark(line.text), names.contains(name.letters) else { continue }
      marked += 1
      if next.isOther || LineGrammar.isProse(next.text) || TitleWork.isWriter(next.text) || next.isIndented {
        above += 1
      }
    }
    guard marked > 0, above * 3 >= marked * 2 else { return }
    for index in entries.indices { entries[index].kind = .article }
  }

  /// Where the text has entries right above the next entry's line, nothing between, twice or more, the first entry among
  /// them: names of sections. The others stand above text.
  static func nameSections(_ entries: inout [ContentsEntry], _ body: inout BodyLines) {
    guard entries.count >= 4,
      entries.allSatisfy({ entry in
        // ■ before names and titles alike tells nothing; a number does.
        entry.kind == .article && entry.label.map { $0.count == 1 && !$0.contains(where: \.isNumber) } ?? true
      })
    else { return }
    let short = entries.indices.dropLast().filter { entries[$0].page == nil && entries[$0].text.fits(20) }
    guard short.count >= 2 else { return }
    let names = short.filter { body.have(entries[$0].text, above: entries[$0 + 1].text) }
    guard names.count >= 2, names.first == 0, names.count * 2 <= entries.count,
      zip(names, names.dropFirst()).allSatisfy({ $0 + 1 < $1 })
    else { return }
    for index in names { entries[index].kind = .section }
  }

  /// NEWS OF THE BRANCHES without a page among entries with theirs, where the text has it right above the next of them:
  /// the name of a section.
  static func nameUnpaged(_ entries: inout [ContentsEntry], _ body: inout BodyLines) {
    guard entries.count >= 4 else { return }
    // Numbers may stand before all the others: English Edition among 1．… and 2．….
    let counted = entries.contains { $0.label != nil }
    guard counted || entries.allSatisfy({ $0.kind == .article }) else { return }
    let names = entries.indices.filter {
      entries[$0].kind == .article && entries[$0].page == nil && entries[$0].label == nil
    }
    guard
      !counted
        || entries.indices.allSatisfy({
          names.contains($0) || entries[$0].kind == .section || entries[$0].page != nil && entries[$0].label != nil
        })
    else { return }
    guard let last = names.last, last + 1 < entries.count, names.count * 3 <= entries.count,
      zip(names, names.dropFirst()).allSatisfy({ $0 + 1 < $1 })
    else { return }
    guard
      names.allSatisfy({ place in
        let below = entries[place + 1]
        return body.have(entries[place].text, above: below.text)
          || below.label.map { body.have(entries[place].text, above: $0 + below.text) } ?? false
      })
    else { return }
    for index in names { entries[index].kind = .section }
  }

  /// 要闻 | 泵站投入运行, 要闻：泵站投入运行, [要闻] 泵站投入运行 where the text has the first on a line and the second on the next, twice or more:
  /// the section stands before its titles.
  static func partSections(_ entries: inout [ContentsEntry], _ body: inout BodyLines, _ diagnostics: DiagnosticSink) {
    let marks = "|｜：:·/／—-"
    func parts(_ text: String) -> (name: String, title: String)? {
      let name: String
      let title: String
      if let open = text.first, open != "『", let twin = open.closingBracket,
        let close = text.firstIndex(ofAny: String(twin))
      {
        name = text[..<close].dropFirst().trimmed
        title = text[close...].dropFirst().trimmed
      } else {
        guard let mark = text.firstIndex(ofAny: marks) else { return nil }
        name = text[..<mark].trimmed
        title = text[mark...].drop { marks.contains($0) || $0.isBlankCharacter }.trimmed
      }
      return (2...8).contains(name.count) && name.hanCount == name.count && title.columns >= 4 && title.hasHan
        ? (name, title) : nil
    }
    let split = entries.map { $0.kind == .article && $0.text.fits(160) ? parts($0.text) : nil }
    guard split.count(where: { $0 != nil }) >= 2 else { return }
    let lines = Set(body.letters)
    let names = Set(
      split.compactMap { part in
        // 巴伐利亚： on a line of the text, with the colon, announces the title below it.
        part.flatMap { body.have($0.name, above: $0.title) && !body.haveAnnounced($0.name) ? $0.name : nil }
      })
    guard names.count >= 2 else { return }
    var result: [ContentsEntry] = []
    var open = ""
    for (entry, part) in zip(entries, split) {
      guard let part, names.contains(part.name), lines.contains(part.title.letters) else {
        result.append(entry)
        continue
      }
      if open != part.name {
        result.append(ContentsEntry(kind: .section, text: part.name, source: entry.source))
        open = part.name
      } else {
        reportRepeated(part.name, entry.source?.line ?? 1, diagnostics)
      }
      var title = entry
      title.text = part.title
      result.append(title)
    }
    entries = result
  }

  static func reportRepeated(_ name: String, _ line: Int, _ diagnostics: DiagnosticSink) {
    diagnostics.repaired(
      "contents-section-repeated", line: line,
      "the contents list names “\(name)” before each of its titles; it is kept once, above them",
      zh: "目录在每篇标题前重复栏目名“\(name)”，已合并为一处", severity: .note)
  }

  /// 清汤的扫与吊　桂长生 where the text has the title on a line and the writer on the next: twice or more, or with a name that
  /// can be nothing else.
  static func partWriters(_ entries: inout [ContentsEntry], _ body: inout BodyLines) {
    var parted: [(index: Int, title: String, writer: String)] = []
    // A writer stands on a line of its own below; most second halves of titles do not. Few lines are sooner looked through than
    // hashed.
    let letters = body.letters
    lazy var lines = LetterSet(letters.filter { $0.count <= 40 })
    func isSaid(_ writer: String) -> Bool {
      let wanted = writer.letters
      guard letters.count <= 1000 else { return lines.contains(wanted) }
      return letters.indices.contains { letters[$0].count == wanted.count && letters[$0] == wanted }
    }
    for index in entries.indices where entries[index].kind == .article {
      let text = entries[index].text.trimmed
      guard text.hasBlank, let blank = text.lastScalarIndex(where: { $0.isBlank }) else { continue }
      let title = text[..<blank].trimmed
      let writer = text[text.index(after: blank)...].trimmed
      guard title.columns >= 6, writer.hanCount == writer.count, isSaid(writer),
        (2...4).contains(writer.count) || TitleWork.isWriter(writer)
      else { continue }
      parted.append((index, title, writer))
    }
    guard let longest = parted.map(\.writer.letters.count).max() else { return }
    // Only lines as short as a writer's: hashing all of the text cost more than all else that is done here.
    let pairs = LinePairs(body.letters, lowerAtMost: longest)
    let found = parted.filter { pairs.contains($0.title, above: $0.writer) }
    guard found.count >= 2 || found.contains(where: { TitleStage.isNames($0.writer) }) else { return }
    for (index, title, writer) in found {
      entries[index].text = title
      entries[index].page = [writer, entries[index].page].compactMap(\.self).joined(separator: "　")
    }
  }
}
