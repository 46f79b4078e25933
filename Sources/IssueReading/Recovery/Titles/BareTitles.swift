import IssueModel

/// Makes a title of bare lines.
extension TitleWork {
  /// Makes a title of the bare line at `index`, and of the lines behind that go on with it.
  mutating func title(from index: Int) {
    var pieces = [index]
    while pieces.count < 3, let after = next(pieces[pieces.count - 1]), draft.blocks[after].role == nil,
      isTitleLike(draft.blocks[after]), !draft.blocks[pieces[pieces.count - 1]..<after].contains(where: \.isRule),
      draft.blocks[after].headingLevel == nil, draft.blocks[after].isBold == draft.blocks[index].isBold,
      Self.subtitle(draft.blocks[after].text) == nil,
      !isCounted(after),
      !Self.endsCapitals(draft.blocks[index].text, draft.blocks[after].text),
      !Self.endsTitleCase(draft.blocks[index].text, draft.blocks[after].text)
        || isAdjacent(index, after) && draft.blocks[after].text.split(separator: " ").count < 5,
      // REPORT OF THE SCIENTIFIC OFFICER. says with its point that it is whole.
      !LineGrammar.isPointedHeading(draft.blocks[index].text) || isAdjacent(index, after),
      !Self.isWriter(draft.blocks[after].text),
      isAdjacent(pieces[pieces.count - 1], after) || !PersonNames.isWestern(draft.blocks[after].text),
      let behind = next(after), leads(to: behind)
    {
      pieces.append(after)
    }
    // A line that ends with a colon announces the title under it.
    let text = Self.joinedTitle(pieces.map { draft.blocks[$0].text })
    if pieces.count > 1 {
      diagnostics.repaired(
        "title-joined", line: draft.blocks[index].line,
        "a title over \(pieces.count) lines joined: “\(excerpt(text, 40))”",
        zh: "分\(pieces.count)行的标题已合并：“\(excerpt(text, 40))”")
    }
    makeTitle(index, text)
    for piece in pieces.dropFirst() { absorb(piece, into: index) }
  }

  /// The title of two lines of Han that a break by hand parts within a phrase, as one; nil for any other: most titles are
  /// broken where a reader would pause, and the break says so.
  static func joinedHalves(_ title: String) -> String? {
    guard title.utf8.contains(0x0A) else { return nil }
    let lines = title.split(separator: "\n").map { String($0).trimmed }
    guard lines.count == 2, lines[0].last?.isHanCharacter == true, lines[1].first?.isHanCharacter == true,
      openEndings.holdEnd(of: lines[0]), subtitle(lines[1]) == nil
    else { return nil }
    return lines.joined()
  }

  /// What ends no phrase.
  private static let openEndings = Endings([
    "的", "和", "与", "與", "及", "对", "對", "在", "为", "為", "将", "將", "被", "把", "向", "从", "從", "以", "让", "讓", "使", "亟待", "亟须",
    "亟需", "有待",
    "关于", "關於", "不断", "不斷", "进一步", "進一步", "全面", "切实", "切實", "必须", "必須", "不得", "应当", "應當", "需要", "可以", "能够", "正在",
  ])

  /// Whether a title in capitals ends before a line that is not: THE HARBOUR | The boat was launched …
  static func endsCapitals(_ first: String, _ second: String) -> Bool {
    func capitals(_ text: String) -> Bool {
      text.hanCount == 0 && text.contains(where: \.isUppercase) && !text.contains(where: \.isLowercase)
    }
    return capitals(first) && !capitals(second)
  }

  /// Whether The Words of a Title Begin so, and those of a line some way below do not: it sums the article up.
  static func endsTitleCase(_ first: String, _ second: String) -> Bool {
    first.hanCount == 0 && TitleManner.Capitals(first) == .title && TitleManner.Capitals(second) == .sentence
  }
}
