import IssueModel

/// Who wrote an article, in a line of its own between title and text: told by its words, or, where they could say
/// anything, by its place and by the lines under the other titles of the issue.
extension TitleWork {
  /// Whether the words of a line name writers, if it stands under a title.
  static func isWriter(_ text: String) -> Bool {
    let line = text.trimmed
    guard (3...80).contains(line.columns), let last = line.last, !"。，；：！？…:;,.!?”》".contains(last) else {
      return false
    }
    if isByline(line) || isNames(line) || isAuthor(line) || isPersonBehindPlace(line) { return true }
    // 區靜文 Au Ching-man
    if line.hasHan, PersonNames.isBilingualName(line), line.first?.isHanCharacter == true,
      Vocabulary.hasSurname(String(line.prefix { $0.isHanCharacter }))
    {
      return true
    }
    // 旗津衛生所　提供: an office, or persons, and what they did.
    let deed = line.splitAtScalars(where: \.isBlank)
    if deed.count >= 2, let last = deed.last, ["提供", "供稿", "整理", "编", "編", "辑", "輯", "摘", "撰"].contains(String(last)) {
      let who = deed.dropLast().joined(separator: " ")
      if Vocabulary.looksLikeOffice(who) || isNames(who) { return true }
    }
    // 文学院 2018 级　季采薇: set off by a wide gap, a person.
    let pieces = line.columnsByGaps
    if pieces.count == 2, pieces[0].columns <= 30, pieces[1].count <= 3, isPerson(pieces[1].withoutBlanks),
      !pieces[0].hasAny(of: "，。；：！？、“”《》")
    {
      return true
    }
    let parts = closed(line.splitAtScalars { $0.isBlank || "／/、".unicodeScalars.contains($0) }.map(String.init))
    // 2019级民商法学 栾川
    guard (2...6).contains(parts.count), parts.allSatisfy({ $0.count >= 2 && $0.hanCount * 2 >= $0.count }),
      parts.allSatisfy({ $0.allSatisfy { $0.isLetter || $0.isNumber } })
    else { return false }
    if parts.allSatisfy(Vocabulary.looksLikeOffice) { return true }
    // 机修车间　简大勇: where somebody works, and the name. Four letters are rather words than a name.
    guard parts.count <= 3 || parts.contains(where: Vocabulary.looksLikeOffice), let name = parts.last, isPerson(name),
      name.count <= 3 || Vocabulary.hasCompoundSurname(name)
    else { return false }
    return parts.dropLast().allSatisfy { (2...14).contains($0.count) }
  }

  /// Whether a line is nothing but persons, or where somebody works and the name: 第一课 简大勇. One name alone may be
  /// any word that begins as a surname does (公告): it takes three letters.
  static func endsWithPerson(_ text: String) -> Bool {
    let words = text.trimmed.splitAtScalars { $0.isBlank || "、／/".unicodeScalars.contains($0) }.map(String.init)
    guard words.count >= 2 || words.first?.count == 3, let last = words.last,
      !Vocabulary.sectionEndings.contains(where: last.hasSuffix)
    else { return false }
    return isNames(text) && words.allSatisfy { $0.count <= 3 }
      || words.count >= 2 && isWriter(text) && isPerson(last)
  }

  /// Ada Moor talks to Ken Pole, Bo Weir in conversation with Dr I. Stone, the harbour master: two persons, and that one
  /// let the other tell.
  static func isTalk(_ text: String) -> Bool {
    guard text.fits(100), text.first?.isASCII == true, text.first?.isUppercase == true else { return false }
    for verb in talks {
      guard let place = text.firstRange(of: verb) else { continue }
      let asking = String(text[..<place.lowerBound]).trimmed
      let telling = text[place.upperBound...].split(separator: ",").first.map { String($0).trimmed } ?? ""
      return (PersonNames.isOneWestern(asking) || asking.lowercased() == "the editor")
        && (PersonNames.isWestern(telling) || PersonNames.isSigner(telling)) && !Vocabulary.looksLikeOffice(telling)
    }
    return false
  }

  private static let talks = [
    " talks to ", " talks with ", " talked to ", " speaks to ", " speaks with ", " spoke to ", " chats to ",
    " chats with ",
    " interviews ", " in conversation with ", " meets ", " is talking to ",
  ]

  /// The words of a line, those of one letter (丁 力, 单 其 渊) put together: two or three in a row are a name, four are two.
  static func closed(_ words: [String]) -> [String] {
    var result: [String] = []
    var letters: [String] = []
    func close() {
      let size = letters.count == 3 ? 3 : 2
      while !letters.isEmpty {
        result.append(letters.prefix(size).joined())
        letters.removeFirst(min(size, letters.count))
      }
    }
    for word in words {
      if word.count == 1 {
        letters.append(word)
      } else {
        close()
        result.append(word)
      }
    }
    close()
    return result
  }

  /// （秘鲁）谭炳荣, （加拿大）Jenny Wong: where from, then the person.
  private static func isPersonBehindPlace(_ line: String) -> Bool {
    guard let open = line.first, "（(".contains(open), let close = line.firstIndex(ofAny: "）)") else {
      return false
    }
    let place = line[line.index(after: line.startIndex)..<close].trimmed
    let name = line[line.index(after: close)...].trimmed
    // （一）水泵 counts.
    guard (1...10).contains(place.count), place.hanCount == place.count, LineGrammar.numbering(line) == nil else {
      return false
    }
    return isPerson(name) || isNames(name) || PersonNames.isOneWestern(name)
  }

  /// Whether a short line without any mark, other in form than the title above it, stands before running text: the
  /// writer under a pen name (老　村), unless the title goes on in it.
  func mayBeWriter(_ index: Int) -> Bool {
    let block = draft.blocks[index]
    guard block.role == nil, case .paragraph = block.form, block.lines.count == 1, !block.isBold,
      let above = previous(index)
    else { return false }
    let text = block.text.trimmed
    guard (3...20).contains(text.columns), block.isCentred || !block.isIndented || draft.blocks[above].isCentred,
      text.unicodeScalars.allSatisfy({ $0.isHan || $0.isBlank || $0 == "·" }), LineGrammar.numbering(text) == nil,
      DateGrammar.whole(text) == nil, !ContentsStage.isHeading(text), let after = next(index)
    else { return false }
    return beginsBody(after)
  }

  /// Whether the bold line at `index` is one of several in its article that are alike, each above text: 教务处, 德育处. Those
  /// divide it.
  func isOneOfBold(_ index: Int) -> Bool {
    guard draft.blocks[index].isBold else { return false }
    for place in draft.blocks.indices.dropFirst(index + 1) {
      let block = draft.blocks[place]
      if block.role == .title || isSection(place) || block.headingLevel != nil { return false }
      guard block.role == nil || isSubheading(place), block.isText, block.isBold, block.text.columns <= 24,
        let after = next(place)
      else { continue }
      if Self.isWriter(block.text), beginsBody(after) { return true }
    }
    return false
  }

  /// Whether running text, or what stands before it within an article (a salutation, a list, a table), begins at `index`.
  func beginsBody(_ index: Int) -> Bool {
    if beginsText(index) { return true }
    let block = draft.blocks[index]
    guard block.role == nil else { return false }
    switch block.form {
    case .list, .ready: return true
    // （2017年3月2日）: when a speech was held.
    case .paragraph: return isSalutation(block.text) || DateGrammar.whole(block.text) != nil
    default: return false
    }
  }

  /// 编辑先生：, 各位会友：
  func isSalutation(_ text: String) -> Bool {
    let line = text.trimmed
    return (4...40).contains(line.columns) && "：:".contains(line.last ?? " ") && line.hanCount > 0
  }

  /// Gives titles without a byline the short line under them, where that has the form of the lines that are the bylines
  /// of other titles.
  mutating func decideSisterBylines() {
    let titles = draft.blocks.indices.filter { draft.blocks[$0].role == .title && !absorbed.contains($0) }
    let signed = titles.compactMap { title -> Int? in
      guard let below = next(title), draft.blocks[below].role == .byline else { return nil }
      return below
    }
    guard let example = signed.first else { return }
    for title in titles {
      guard let below = next(title), mayBeWriter(below),
        draft.blocks[below].isCentred == draft.blocks[example].isCentred,
        draft.blocks[below].isIndented == draft.blocks[example].isIndented
      else { continue }
      draft.blocks[below].role = .byline
    }
  }
}
