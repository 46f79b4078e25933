import IssueModel

/// Lines that hold a page number beside other words.
extension PageFurnitureStage {
  /// The page that a line holds beside other words.
  static func page(in text: String) -> Int? { LineGrammar.pageWithin(text) ?? pageBesideGap(text) }

  /// Lines such as 某某简报 第 2 页 共 4 页: the same words with a rising page, twice or more.
  func numberedFeet(in draft: Draft) -> [Int] {
    var groups: [String: [(index: Int, page: Int)]] = [:]
    for index in draft.blocks.indices where draft.blocks[index].isText && draft.blocks[index].lines.count == 1 {
      let text = draft.blocks[index].text
      guard text.utf8.count <= 200,
        let page = Self.page(in: text) ?? pageAtEnd(draft.blocks[index], index, draft)
      else { continue }
      groups[Self.words(beside: text), default: []].append((index, page))
    }
    var found: [Int: String] = [:]
    for (words, lines) in groups { for line in lines { found[line.index] = words } }
    for (index, page) in numberedHeads(in: draft) {
      let words = String(scalars: draft.blocks[index].text.letters.filter { !$0.isASCIIDigit })
      if found[index] != words { groups["\t" + words, default: []].append((index, page)) }
    }
    return groups.filter { key, lines in
      // A single one has to name the bulletin beside the word for a page.
      if lines.count == 1 {
        if lines[0].index >= 6, Self.isMarkedWithin(draft.blocks[lines[0].index].text) { return true }
        // 2 THE LANTERN: nothing but a line of the masthead and a page.
        if lines[0].index >= 6, lines[0].page > 1, key.hasPrefix("\t") {
          return frontNames(of: draft).contains(String(key.dropFirst()))
        }
        let text = draft.blocks[lines[0].index].text
        return lines[0].index >= 8 && LineGrammar.pageWithin(text) != nil
          && (names(key, draft) || namesBulletin(text, before: lines[0].index, draft))
      }
      return zip(lines, lines.dropFirst()).allSatisfy { $0.page < $1.page }
    }.flatMap { $0.value.map(\.index) }
      // Page 1      THE TUNNEL GAZETTE, above all, is the masthead too.
      .filter { $0 > 0 || !draft.blocks[0].text.lowercased().hasPrefix("page 1 ") }.sorted()
  }

  /// The letters of a line without those that count its page: digits, and Chinese numerals before 页 or 版.
  static func words(beside text: String) -> String {
    let letters = text.letters.filter { !$0.isASCIIDigit }
    guard let word = letters.lastIndex(where: { $0 == "页" || $0 == "頁" || $0 == "版" }),
      let count = letters[..<word].lastIndex(of: "第"),
      letters[(count + 1)..<word].allSatisfy({ "零〇一二三四五六七八九十".unicodeScalars.contains($0) })
    else { return String(scalars: letters) }
    return String(scalars: Array(letters[...count]) + Array(letters[word...]))
  }

  /// Lines such as 2 LEVEE, June 1994 and 3 LEVEE, June 1994: the page, and behind it the same words on each page.
  private func numberedHeads(in draft: Draft) -> [(index: Int, page: Int)] {
    var rows: [String: [(index: Int, page: Int)]] = [:]
    lazy var names = frontNames(of: draft)
    for (index, block) in draft.blocks.enumerated()
    where index >= 6 && block.isText && block.lines.count == 1 && block.headingLevel == nil {
      guard block.lines[0].text.unicodeScalars.first(where: { !$0.isBlank })?.isASCIIDigit == true else { continue }
      let text = block.text.trimmed
      if let (page, words) = PlainTextPages.pageBefore(text) {
        rows[words, default: []].append((index, page))
      } else if let page = Self.pageAtHead(text),
        names.contains(String(scalars: text.letters.filter { !$0.isASCIIDigit }))
      {
        rows[names[0] + "\t", default: []].append((index, page))
      }
    }
    return rows.filter { key, row in
      (row.count >= 2 || key.hasSuffix("\t")) && zip(row, row.dropFirst()).allSatisfy { $0.page < $1.page }
    }.values.flatMap { $0 }.sorted { $0.index < $1.index }
  }

  /// The page before THE LANTERN in 2 THE LANTERN.
  private static func pageAtHead(_ text: String) -> Int? {
    guard let first = text.utf8.first, (0x31...0x39).contains(first), text.fits(60) else { return nil }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard digits.count <= 3, text.dropFirst(digits.count).first?.isBlankCharacter == true else { return nil }
    return Int(digits)
  }

  /// （一）, （二）, （三） alone on their lines, each one more than the one before, where a page cut the text at one of them at
  /// least: the numbers of pages of an old print. Numbers of sections stand between finished paragraphs.
  func bracketedPages(in draft: Draft) -> [Int] {
    let found = draft.blocks.indices.compactMap { index -> (index: Int, page: Int)? in
      let block = draft.blocks[index]
      guard block.isText, block.lines.count == 1, block.lines[0].text.utf8.count <= 24, block.text.hanCount > 0,
        LineGrammar.wholeBracket(block.text) != nil, let numbering = LineGrammar.numbering(block.text.trimmed),
        numbering.length == block.text.trimmed.count
      else { return nil }
      return (index, numbering.value)
    }
    guard found.count >= 2, zip(found, found.dropFirst()).allSatisfy({ $0.page + 1 == $1.page }) else { return [] }
    let cuts = found.filter { page in
      page.index > 0 && page.index + 1 < draft.blocks.count && draft.blocks[page.index - 1].isText
        && TornParagraphStage.isUnfinished(draft.blocks[page.index - 1].text)
    }
    return cuts.isEmpty ? [] : found.map(\.index)
  }

  /// The page behind a line that names the bulletin and its number: Road Digest No. 26 3.
  func pageAtEnd(_ block: DraftBlock, _ index: Int, _ draft: Draft) -> Int? {
    let text = block.text.trimmed
    guard index >= 6, text.utf8.last.map({ $0 >= 0x30 && $0 <= 0x39 }) ?? false, text.fits(80),
      let last = text.split(separator: " ").last, (1...3).contains(last.count),
      let page = Int(last)
    else { return nil }
    let key = text.letters.filter { !$0.isASCIIDigit }
    if IssueNumberGrammar.find(in: String(text.dropLast(last.count))) != nil, names(String(scalars: key), draft) {
      return page
    }
    // The Churn 2: nothing but a line of the masthead before it.
    return draft.blocks.prefix(6).contains { $0.isText && $0.lines.contains { $0.text.letters == key } } ? page : nil
  }

  /// Whether a page number that can be nothing else stands between or beside words far from it: KL 31 | - 2 - | Kell Bank.
  static func isMarkedWithin(_ text: String) -> Bool {
    guard text.hasBlank, text.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else { return false }
    let pieces = text.trimmed.columnsByGaps
    guard (2...3).contains(pieces.count), text.columns <= 110 else { return false }
    // The word for a page stands in contents lists too; strokes around a number do not.
    let numbers = pieces.filter {
      LineGrammar.pageNumber($0) != nil && LineGrammar.isCertainPageNumber($0) && $0.first?.isLetter == false
    }
    return numbers.count == 1
  }

  /// 會, 訊: letters set apart are one piece.
  private static func joined(_ pieces: [String]) -> [String] {
    guard pieces.count > 3 else { return pieces }
    var result: [String] = []
    var isOpen = false
    for piece in pieces {
      let isLetter = piece.count == 1 && piece.hanCount == 1
      if isOpen, isLetter { result[result.count - 1] += piece } else { result.append(piece) }
      isOpen = isLetter
    }
    return result
  }

  /// The page in THE TOWPATH      3 or 4      THE TOWPATH: a number far from the words.
  static func pageBesideGap(_ text: String) -> Int? {
    guard text.hasBlank else { return nil }
    // Where one of the outer pieces is a number, a digit stands at that end.
    // A full-width number counts as well.
    let trimmed = text.trimmed
    let line =
      trimmed.unicodeScalars.last.map { (0xFF10...0xFF19).contains($0.value) } ?? false ? trimmed.halfWidth : trimmed
    if isMarkedWithin(line) { return line.columnsByGaps.lazy.compactMap(LineGrammar.pageNumber).first }
    guard let start = line.utf8.first, let end = line.utf8.last,
      start <= UInt8(ascii: "9") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(end)
    else { return nil }
    let pieces = joined(line.columnsByGaps)
    guard pieces.count >= 2, pieces.count <= 3, text.fits(100), let first = pieces.first, let last = pieces.last
    else { return nil }
    // 引航周记      2/3: the page and how many there are.
    let parts = last.split(separator: "/")
    if parts.count == 2, let page = Int(parts[0]), let pages = Int(parts[1]), (1...pages).contains(page), pages < 1000 {
      return page
    }
    return Int(last).flatMap { $0 < 1000 ? $0 : nil } ?? Int(first).flatMap { $0 < 1000 ? $0 : nil }
  }
}
