import IssueModel

/// Titles that stand at the head of their text, in capitals and before a dash or a wide gap: 112. OUTER ROADS - Carts over
/// two tons …
extension TitleWork {
  /// Parts such heads from their text: numbered ones where two or more stand in rising order, others where three or more
  /// do and most running text has one, in a text without headings.
  mutating func splitRunInHeads() {
    guard draft.language == .english, !draft.blocks.contains(where: { $0.headingLevel != nil }) else { return }
    var numbered: [(index: Int, number: Int)] = []
    var plain: [Int] = []
    var gapped = 0
    var listed = 0
    var texts = 0
    for index in draft.blocks.indices {
      let block = draft.blocks[index]
      guard block.role == nil, case .paragraph = block.form, LineGrammar.isProse(block.text) else { continue }
      texts += 1
      guard let head = Self.runInHead(block.lines[0].text) else { continue }
      if draft.lists(head.title.letters) { listed += 1 }
      if head.isGapped { gapped += 1 }
      if let number = head.number { numbered.append((index, number)) } else { plain.append(index) }
    }
    let rises = zip(numbered, numbered.dropFirst()).allSatisfy { $0.number < $1.number }
    var found = numbered.count >= 2 && rises ? numbered.map(\.index) : []
    // A gap of four is no accident, and what the contents list names is none at all; a dash may follow the name of a place.
    if found.isEmpty, plain.count >= 3,
      plain.count * 2 >= texts || gapped == plain.count && plain.count * 4 >= texts || listed * 2 >= plain.count
    {
      found = plain
    }
    nameSections(above: found)
    draft.blocks.replace(
      found.compactMap { index in
        guard let head = Self.runInHead(draft.blocks[index].lines[0].text),
          let parts = parts(of: index, head.title, head.length)
        else { return nil }
        return (index, parts)
      })
  }

  /// Names of a few words in capitals or in the middle, each right above a text that begins with its title, the first above
  /// all text: sections.
  private mutating func nameSections(above heads: [Int]) {
    guard let first = heads.first, let top = previous(first), previous(top).map({ !isProse($0) }) ?? true else {
      return
    }
    let names = heads.compactMap { head -> Int? in
      guard let above = previous(head), isNameAbove(above) else { return nil }
      return above
    }
    guard names.count >= 2, names.first == top, names.count < heads.count else { return }
    for index in names { draft.blocks[index].role = .section(draft.blocks[index].text.trimmed) }
  }

  private func isProse(_ index: Int) -> Bool {
    draft.blocks[index].isText && LineGrammar.isProse(draft.blocks[index].text)
      && LineGrammar.wholeBracket(draft.blocks[index].text) == nil
  }

  private func isNameAbove(_ index: Int) -> Bool {
    let block = draft.blocks[index]
    guard block.role == nil, case .paragraph = block.form, block.lines.count == 1, !block.isFlushRight else {
      return false
    }
    let text = block.text.trimmed
    return (3...40).contains(text.columns) && (isInCapitals(block) || block.isCentred) && !LineGrammar.isProse(text)
      && !PersonNames.isSigner(text) && LineGrammar.anyLabelled(text) == nil
  }

  /// 老码头今昔　　码头建于…: a title that the contents list names, and behind a gap, a colon or a full stop its text. Two
  /// blocks.
  mutating func splitListedHeads() {
    let listed = draft.listedTitles
    guard !listed.isEmpty else { return }
    // Few lines begin with the first letter of a listed title, and only those are taken apart.
    let starts = Set(listed.compactMap(\.first))
    var found: [(index: Int, head: (title: String, length: Int))] = []
    for index in draft.blocks.indices {
      guard draft.blocks[index].role == nil, case .paragraph = draft.blocks[index].form,
        let first = draft.blocks[index].lines[0].text.unicodeScalars.lazy.compactMap(\.letter).first,
        starts.contains(first), let head = Self.listedHead(draft.blocks[index].lines[0].text, listed),
        draft.blocks[index].lines.count > 1
          || LineGrammar.isProse(String(draft.blocks[index].text.dropFirst(head.length)))
      else { continue }
      found.append((index, head))
    }
    draft.blocks.replace(
      found.compactMap { index, head in
        guard var parts = parts(of: index, head.title, head.length) else { return nil }
        parts[0].isIndented = false
        return (index, parts)
      })
  }

  /// The title at the head of a block and the text behind it, which is told; nil where nothing would be left.
  func parts(of index: Int, _ words: String, _ length: Int) -> [DraftBlock]? {
    var text = draft.blocks[index]
    let line = text.lines[0]
    guard let rest = line.inlines.withoutStrong.dropping(length) else { return nil }
    var title = text
    title.form = .heading(2)
    title.lines = [DraftLine(text: words, number: title.line)]
    title.source = SourceRange(line: title.line)
    text.lines[0] = DraftLine(inlines: rest.trimmedAtEnds.merged, number: line.number, endsHard: line.endsHard)
    diagnostics.repaired(
      "title-split", line: title.line, "the title “\(excerpt(words, 40))” stood at the head of its text",
      zh: "标题“\(excerpt(words, 40))”原接在正文之前，已单列", severity: .note)
    return [title, text]
  }

  /// The listed title that a line begins with, and how many characters it takes with what parts it from the text.
  private static func listedHead(
    _ text: String, _ listed: Set<[Unicode.Scalar]>
  ) -> (title: String, length: Int)? {
    var count = 0
    var before: Unicode.Scalar = "a"
    let scalars = text.unicodeScalars
    for (place, scalar) in zip(scalars.indices, scalars).prefix(48) {
      let parts = scalar == "\u{3000}" || scalar == "：" || scalar == "。" || scalar == " " && before == " "
      before = scalar
      if !scalar.isBlank { count += 1 }
      guard parts, count >= 3 else { continue }
      let title = String(text[..<place]).trimmed
      if listed.contains(title.letters) {
        let rest = text[place...].prefix { $0.isBlankCharacter || "：。".contains($0) }
        return rest.endIndex < text.endIndex ? (title, text.distance(from: text.startIndex, to: rest.endIndex)) : nil
      }
      // A longer title may hold a colon or a blank; no more than one.
      if scalar == "。" { return nil }
    }
    return nil
  }

  /// The head in capitals that a line begins with, its number, and how many characters it takes with the dash behind it.
  static func runInHead(_ text: String) -> (title: String, number: Int?, length: Int, isGapped: Bool)? {
    guard text.utf8.count >= 16, !text.hasHan else { return nil }
    let characters = Array(text.prefix(80))
    var place = characters.firstIndex { !$0.isBlankCharacter } ?? 0
    let start = place
    var number: Int?
    let digits = characters[place...].prefix { $0.isASCII && $0.isNumber }
    if (1...4).contains(digits.count) {
      place += digits.count
      guard place < characters.count, ".)".contains(characters[place]) || characters[place].isBlankCharacter else {
        return nil
      }
      number = Int(String(digits))
      place += 1
      while place < characters.count, characters[place].isBlankCharacter { place += 1 }
    }
    let head = place
    var letters = 0
    while place < characters.count {
      let character = characters[place]
      if character.isLetter {
        guard character.isUppercase else { return nil }
        letters += 1
      } else if isDash(characters, place) {
        break
      } else if !character.isNumber, !character.isBlankCharacter, !"'’&,/()-".contains(character) {
        // ROADS.— has its point before the dash, and ROADS.    a gap that no other sentence has.
        guard ".:".contains(character), place + 3 < characters.count,
          "-—–".contains(characters[place + 1]) || characters[(place + 1)...(place + 3)].allSatisfy(\.isBlankCharacter)
        else { return nil }
        break
      }
      place += 1
    }
    guard letters >= 4, place > head, place < characters.count else { return nil }
    let title = String(characters[start..<place]).trimmed
    let isGapped =
      place + 1 < characters.count && characters[place + 1].isBlankCharacter && ".:".contains(characters[place])
    while place < characters.count, "-—–.: \u{3000}".contains(characters[place]) { place += 1 }
    guard place < characters.count,
      characters[place].isUppercase || "“\"‘'".contains(characters[place])
        || characters[place].isNumber
    else { return nil }
    // A text in capitals throughout has no head.
    guard characters[place...].contains(where: \.isLowercase) else { return nil }
    return (title, number, place, isGapped)
  }

  /// Whether a dash stands at `place` that parts: a long one, or a short one between blanks or doubled.
  private static func isDash(_ characters: [Character], _ place: Int) -> Bool {
    if "—–".contains(characters[place]) { return true }
    guard characters[place] == "-", place + 1 < characters.count else { return false }
    if characters[place + 1] == "-" { return true }
    return characters[place + 1].isBlankCharacter && place > 0 && characters[place - 1].isBlankCharacter
  }
}
