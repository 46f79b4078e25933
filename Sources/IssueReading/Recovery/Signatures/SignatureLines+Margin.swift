import IssueModel

/// Who signs, told by place or language where the words alone could say anything: lines at the right margin behind an
/// article's text, 洪振德 Ang Chin Teck above 会长 President.
extension SignatureLines {
  /// Signs the articles that end in such lines: up to four, one below the other, the last of them perhaps a date.
  /// `isEnding` says for each block whether nothing of its article follows it but what closes articles.
  static func sign(_ draft: inout Draft, _ isEnding: [Bool]) {
    var result: [DraftBlock] = []
    result.reserveCapacity(draft.blocks.count)
    var index = 0
    while index < draft.blocks.count {
      let run = isEnding[index] ? run(from: index, draft) : 0
      guard run > 0, let before = result.last, isText(before) else {
        result.append(draft.blocks[index])
        index += 1
        continue
      }
      var lines = draft.blocks[index..<index + run].flatMap(\.lines)
      var signer = draft.blocks[index]
      var date: DraftBlock?
      if lines.count > 1, let last = lines.last, Self.date(last.text) != nil {
        var block = draft.blocks[index + run - 1]
        block.lines = [last]
        block.role = .signatureDate
        date = block
        lines.removeLast()
      }
      signer.lines = [DraftLine(text: joined(lines.map(\.text)), number: signer.line)]
      signer.source = signer.source.extended(to: draft.blocks[index + run - 1].source)
      signer.role = .signatureOffice
      result.append(signer)
      if let date { result.append(date) }
      index += run
      // The date by itself, at the left.
      if date == nil, index < draft.blocks.count, draft.blocks[index].role == nil, isEnding[index],
        draft.blocks[index].isText, Self.date(draft.blocks[index].text) != nil
      {
        draft.blocks[index].role = .signatureDate
      }
    }
    draft.blocks = result
  }

  /// Whether the block can be part of what closes an article.
  static func isClosing(_ block: DraftBlock) -> Bool {
    guard block.role == nil, case .paragraph = block.form, block.text.utf8.count <= 240 else { return false }
    return isAtMargin(block) || date(block.text) != nil
      || block.text.hasHan && PersonNames.isBilingualSigner(block.text)
  }

  /// The date that a line says, the place before it or the word for it or not: Blackheath, 1st January, 1938.
  static func date(_ text: String) -> IssueDate? {
    if let date = DateGrammar.whole(text) { return date }
    guard text.utf8.count <= 100, !text.hasHan, let first = text.unicodeScalars.first,
      first.isASCIILetter || first.isASCIIDigit && text.hasSuffix("."), let found = DateGrammar.find(in: text)
    else { return nil }
    let scalars = Array(text.unicodeScalars)
    guard scalars[found.range.upperBound...].allSatisfy({ $0.isBlank || $0 == "." }) else { return nil }
    let place = String(scalars: scalars[..<found.range.lowerBound]).trimmed
    // 10th November, 1958.: the point was the printer's.
    if place.isEmpty { return found.value }
    let words = place.split(separator: " ")
    // The Secretariat, Reef Station. 2nd July, 1949.
    let isAddress =
      place.last == "." && place.hasPrefix("The ") && !PersonNames.isSigner(String(place.prefix { $0 != "," }))
    guard let last = place.last, (1...5).contains(words.count), words.allSatisfy({ $0.first?.isUppercase == true }),
      isAddress || last == "," && !place.dropLast().hasAny(of: ".,")
        || ["dated", "dated:", "date:"].contains(place.lowercased())
    else { return nil }
    var date = found.value
    date.verbatim = text.trimmed
    return date
  }

  /// How many blocks from `index` on sign: a name, then what its owner is, an office, a date.
  private static func run(from index: Int, _ draft: Draft) -> Int {
    let first = draft.blocks[index]
    let isMargin = isAtMargin(first)
    guard isMargin || isBilingual(first, draft) || standsAbovePost(index, draft), date(first.text) == nil else {
      return 0
    }
    var end = index + 1
    while end < draft.blocks.count, end - index < 4 {
      let block = draft.blocks[end]
      let goesOn =
        isMargin
        // A page has an empty line between any two paragraphs.
        ? isAtMargin(block) && block.line <= draft.blocks[end - 1].source.endLine + 2
        : isBilingual(block, draft) || block.role == nil && block.isText && date(block.text) != nil
      guard goesOn else { break }
      end += 1
      if date(block.text) != nil { break }
    }
    // A single line in two languages says a title as well, unless it is a person's name.
    if !isMargin, end - index < 2, first.lines.count < 2 {
      return PersonNames.isBilingualName(first.text) && PersonNames.isBilingualSigner(first.text) ? 1 : 0
    }
    return end - index
  }

  /// João Xavier 沙維雅 above Presidente 理事長: the post tells that a name is one, whatever its first letter.
  private static func standsAbovePost(_ index: Int, _ draft: Draft) -> Bool {
    guard index + 1 < draft.blocks.count, draft.blocks[index].lines.count == 1, draft.blocks[index].text.columns <= 60,
      isBilingual(draft.blocks[index + 1], draft), draft.blocks[index].role == nil,
      case .paragraph = draft.blocks[index].form
    else { return false }
    return PersonNames.isBilingualName(draft.blocks[index].text)
  }

  /// Whether the lines name in two languages who signs.
  private static func isBilingual(_ block: DraftBlock, _ draft: Draft) -> Bool {
    guard block.role == nil, case .paragraph = block.form, block.lines.count <= 4 else { return false }
    return block.lines.enumerated().allSatisfy { place, line in
      PersonNames.isBilingualSigner(line.text)
        || block.lines.count > 1 && (place == 0 ? PersonNames.isSigner(line.text) : isOffice(line.text, draft))
    } && block.lines.contains { $0.text.hasHan }
  }

  /// Whether a line at the right margin can name who signs: words with capitals, without label, dash or brackets; in Chinese,
  /// an office.
  private static func isAtMargin(_ block: DraftBlock) -> Bool {
    guard block.isFlushRight, block.role == nil, case .paragraph = block.form, block.lines.count == 1 else {
      return false
    }
    let text = block.text.trimmed
    if text.hasHan {
      return text.columns <= 40 && text.hanCount == text.withoutBlanks.count && Vocabulary.looksLikeOffice(text)
        && AttributionStage.attribution(text, atEnd: true) == nil
    }
    guard text.columns <= 60, !block.inlines.isAllEmphasis, let first = text.first,
      first.isLetter || first.isNumber && date(text) != nil || text.lowercased().hasPrefix("(sgd")
        || text.lowercased().hasPrefix("(signed"), LineGrammar.anyLabelled(text) == nil,
      LineGrammar.numbering(text) == nil, !TitleWork.isByline(text)
    else { return false }
    if date(text) != nil { return true }
    let words = text.splitAtScalars(where: \.isBlank)
    // F. Barlow, hut manager
    if let comma = text.firstIndex(of: ","), words.count <= 6, PersonNames.isSigner(String(text[..<comma])),
      EnglishVocabulary.namesPost(String(text[comma...])), !text.contains(where: \.isNumber)
    {
      return true
    }
    return words.count <= 9 && !text.contains(where: \.isNumber)
      && words.allSatisfy {
        $0.first { $0.isLetter }?.isUppercase == true
          || ["of", "the", "and", "for", "to", "in", "de", "&"].contains($0)
      }
  }

  private static func isText(_ block: DraftBlock) -> Bool {
    switch block.form {
    case .list, .quote, .ready: block.role == nil
    case .paragraph: block.role == nil
    default: false
    }
  }

  /// The lines as one, without the point or comma behind the last: it was the printer's.
  static func joined(_ lines: [String]) -> String {
    var text = ""
    for line in lines {
      let line = line.trimmed
      text += (text.isEmpty ? "" : text.hasHan || line.hasHan ? "　" : " ") + line
    }
    if text.hasSuffix(",") { text.removeLast() }
    let word = text.dropLast().reversed().prefix { $0.isLetter }
    if text.hasSuffix("."), word.count >= 3,
      !["Esq", "Ltd", "Inc", "Jun", "Sen", "Bart"].contains(String(word.reversed()))
    {
      text.removeLast()
    }
    return text
  }
}
