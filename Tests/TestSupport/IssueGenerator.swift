public import IssueModel

/// Makes issues at random for property tests: every field, every kind of block and inline, Chinese and
/// English. The same seed makes the same issue.
///
/// The issues are well formed: each footnote is referred to once and each reference has its footnote, tables
/// are rectangles, levels are those of the model, and no text is empty. Text holds no control characters
/// unless ``Options/awkwardCharacters`` asks for what writers must cope with.
public struct IssueGenerator: Sendable {
  /// What the issues are like.
  public struct Options: Sendable {
    /// The language; absent for either.
    public var language: Language?
    /// At most so many sections.
    public var sections: Int
    /// At most so many articles in a section.
    public var articles: Int
    /// At most so many blocks in an article's body.
    public var blocks: Int
    /// Whether text also has characters that XML, Word or a line breaker trips over: markup characters,
    /// controls, non-characters, ideographs beyond the basic plane, combining marks, very long words.
    public var awkwardCharacters: Bool
    /// Whether there are figures and images; their targets name no file.
    public var images: Bool
    /// Options of the given values.
    public init(
      language: Language? = nil, sections: Int = 4, articles: Int = 3, blocks: Int = 8,
      awkwardCharacters: Bool = false, images: Bool = true
    ) {
      self.language = language
      self.sections = sections
      self.articles = articles
      self.blocks = blocks
      self.awkwardCharacters = awkwardCharacters
      self.images = images
    }
  }

  private var random: SeededRandom
  private let options: Options
  private var isChinese = true
  private var notes: [Note] = []
  private var noteCount = 0

  /// A generator of the issues of `seed`.
  public init(seed: UInt64, options: Options = Options()) {
    random = SeededRandom(seed: seed)
    self.options = options
  }

  /// The issue of `seed`.
  public static func issue(seed: UInt64, options: Options = Options()) -> Issue {
    var generator = IssueGenerator(seed: seed, options: options)
    return generator.issue()
  }

  /// The next issue.
  public mutating func issue() -> Issue {
    let language = options.language ?? (random.chance(70) ? .simplifiedChinese : .english)
    isChinese = language.isChinese
    var sections: [Section] = []
    for _ in 0..<random.number(1...max(1, options.sections)) {
      var articles: [Article] = []
      for _ in 0..<random.number(1...max(1, options.articles)) { articles.append(article()) }
      sections.append(Section(name: random.chance(80) ? phrase(2...6) : nil, articles: articles))
    }
    var issue = Issue(masthead: masthead(), sections: sections, language: language)
    if random.chance(30) { issue.editorsNote = editorsNote() }
    if random.chance(70) { issue.imprint = imprint() }
    if random.chance(50) { issue.printedContents = contents(of: issue) }
    return issue
  }

  // MARK: Parts of an issue

  private mutating func masthead() -> Masthead {
    var masthead = Masthead(name: phrase(3...8))
    if random.chance(40) { masthead.series = phrase(4...16) }
    if random.chance(90) { masthead.number = issueNumber() }
    if random.chance(80) { masthead.office = phrase(4...12) }
    if random.chance(90) { masthead.date = date() }
    if random.chance(20) { masthead.classification = isChinese ? "秘密★1年" : "Restricted" }
    if random.chance(20) { masthead.notice = isChinese ? "内部资料　注意保存" : "For internal use" }
    if random.chance(20) { masthead.copyNumber = "00000\(random.number(1...9))" }
    if random.chance(20) { masthead.signer = phrase(2...3) }
    for _ in 0..<(random.chance(20) ? random.number(1...2) : 0) { masthead.otherLines.append(phrase(3...14)) }
    return masthead
  }

  private mutating func issueNumber() -> IssueNumber {
    let number = random.number(1...600)
    let year = random.number(1998...2035)
    switch random.number(1...4) {
    case 1:
      return IssueNumber(verbatim: isChinese ? "第\(number)期" : "No. \(number)", number: number)
    case 2:
      let verbatim = isChinese ? "\(year)年第\(number)期（总第\(number + 90)期）" : "\(year), No. \(number) (\(number + 90))"
      return IssueNumber(verbatim: verbatim, year: year, number: number, total: number + 90)
    case 3:
      return IssueNumber(
        verbatim: isChinese ? "增刊第\(number)期" : "Supplement \(number)", number: number, kind: .supplement)
    default:
      let verbatim = isChinese ? "第 \(number) 期" : "Vol. \(year - 1990) No. \(number)"
      return IssueNumber(verbatim: verbatim, volume: isChinese ? nil : year - 1990, number: number)
    }
  }

  private mutating func date() -> IssueDate {
    let (year, month, day) = (random.number(1998...2035), random.number(1...12), random.number(1...28))
    let months = ["January", "February", "March", "April", "May", "June", "July", "August", "September"]
    let name = month <= months.count ? months[month - 1] : "October"
    guard !isChinese else {
      let space = random.chance(30) ? " " : ""
      let verbatim = "\(year)\(space)年\(space)\(month)\(space)月\(space)\(day)\(space)日"
      return IssueDate(verbatim: verbatim, year: year, month: month, day: day)
    }
    return IssueDate(verbatim: "\(day) \(name) \(year)", year: year, month: min(month, 10), day: day)
  }

  private mutating func editorsNote() -> EditorsNote {
    var body: [Block] = []
    for _ in 0..<random.number(1...2) { body.append(.paragraph(Paragraph([.text(sentences(1...3))]))) }
    let label: String? = random.chance(80) ? (isChinese ? "编者按" : "Editor's note") : nil
    return EditorsNote(label: label, body: body)
  }

  private mutating func imprint() -> Imprint {
    var imprint = Imprint()
    let labels = isChinese ? ["报", "送", "发", "抄送"] : ["To", "Copies to", "For information"]
    for label in labels where random.chance(70) {
      var recipients: [String] = []
      for _ in 0..<random.number(1...5) { recipients.append(phrase(3...12)) }
      let mark = isChinese ? random.pick(["、", "，"]) : "; "
      let verbatim = random.chance(50) ? recipients.joined(separator: mark) + (isChinese ? "。" : ".") : nil
      imprint.distribution.append(Distribution(label: label, recipients: recipients, verbatim: verbatim))
    }
    if random.chance(40) { imprint.copies = random.number(5...900) }
    for role in (isChinese ? ["责任编辑", "审核", "签发"] : ["Editor", "Approved"]) where random.chance(40) {
      imprint.people.append(Responsibility(role: role, names: [phrase(2...3), phrase(2...3)]))
    }
    if random.chance(70) { imprint.office = phrase(4...12) }
    if random.chance(40) { imprint.printDate = date() }
    if random.chance(30) { imprint.contact = isChinese ? "联系电话：0000-1234567" : "Telephone 0000 1234567" }
    if random.chance(15) { imprint.otherLines = [phrase(4...20)] }
    return imprint
  }

  /// The list as an office would print it: all names and titles there are, rarely one that is nowhere.
  private mutating func contents(of issue: Issue) -> PrintedContents {
    var entries: [ContentsEntry] = []
    var number = 0
    let label = random.pick([nil, "※", "1."])
    let pages = random.chance(20)
    for section in issue.sections {
      if let name = section.name { entries.append(ContentsEntry(kind: .section, text: name)) }
      for article in section.articles where !article.title.isEmpty {
        number += 1
        entries.append(
          ContentsEntry(
            kind: .article, text: article.title, label: label == "1." ? "\(number)." : label,
            page: pages ? "\(number)" : nil))
      }
    }
    if random.chance(10) { entries.append(ContentsEntry(kind: .article, text: phrase(6...14))) }
    let heading: String? = random.chance(60) ? (isChinese ? "本期要目" : "In this issue") : nil
    return PrintedContents(heading: heading, entries: entries)
  }

  private mutating func article() -> Article {
    notes = []
    var body: [Block] = []
    for _ in 0..<random.number(1...max(1, options.blocks)) { body.append(block(depth: 0)) }
    var article = Article(title: random.chance(95) ? phrase(6...30) : "", body: body, notes: notes)
    if random.chance(20) { article.kicker = phrase(4...14) }
    if random.chance(20) { article.subtitle = phrase(4...20) }
    if random.chance(20) { article.byline = phrase(2...10) }
    if random.chance(20) { article.editorsNote = editorsNote() }
    if random.chance(40) {
      article.attribution = phrase(3...12)
      if random.chance(30) { article.attributionLabel = isChinese ? "供稿" : "Contributed by" }
    }
    if random.chance(20) {
      let signed = date()
      article.signature = Signature(office: random.chance(80) ? phrase(4...12) : nil, date: signed)
    }
    return article
  }

  // MARK: Blocks

  private mutating func block(depth: Int) -> Block {
    let kind = random.number(1...100)
    switch kind {
    case 1...10 where depth == 0: return .subheading(Subheading(level: random.number(1...4), inlines(2...8)))
    case 11...20 where depth < 2: return .list(list(depth: depth + 1))
    case 21...27 where depth == 0: return .table(table())
    case 28...31 where depth == 0 && options.images:
      let image = ImageReference(target: "pictures/\(random.number(1...99)).png", description: phrase(2...9))
      return .figure(Figure(image: image, caption: random.chance(60) ? inlines(2...8) : nil))
    case 32...37 where depth < 2:
      var body: [Block] = []
      for _ in 0..<random.number(1...2) { body.append(block(depth: depth + 1)) }
      return .quote(Quote(body))
    case 38...40 where depth == 0: return .rule(Rule())
    case 41...43:
      return .preformatted(Preformatted(phrase(2...30) + "\n    " + phrase(2...30) + "\n\n" + phrase(2...9)))
    default: return .paragraph(paragraph(depth: depth))
    }
  }

  private mutating func paragraph(depth: Int) -> Paragraph {
    var parts = inlines(1...6)
    if depth == 0, random.chance(8) { parts.append(noteReference()) }
    let role: Paragraph.Role = depth > 0 || random.chance(92) ? .body : random.pick([.salutation, .attachments])
    return Paragraph(parts, role: role)
  }

  private mutating func list(depth: Int) -> List {
    var items: [[Block]] = []
    for _ in 0..<random.number(1...5) {
      var item: [Block] = [.paragraph(Paragraph(inlines(1...3)))]
      if random.chance(15) { item.append(block(depth: depth + 1)) }
      items.append(item)
    }
    return List(start: random.pick([nil, nil, 1, 1, 4]), items: items)
  }

  private mutating func table() -> Table {
    let columns = random.number(1...6)
    let rows = random.number(1...8)
    var table = Table(headerRows: random.number(0...1), rows: [])
    if random.chance(50) { table.caption = inlines(2...5) }
    if random.chance(60) {
      for _ in 0..<columns { table.alignments.append(random.pick([.none, .left, .center, .right])) }
    }
    for _ in 0..<rows {
      var row: [Table.Cell] = []
      var column = 0
      while column < columns {
        let span = random.chance(8) ? random.number(1...columns - column) : 1
        let text: [Inline] = random.chance(10) ? [] : inlines(1...2)
        row.append(Table.Cell([.paragraph(Paragraph(text))], columnSpan: span))
        column += span
      }
      table.rows.append(row)
    }
    return table
  }

  // MARK: Inlines and words

  private mutating func inlines(_ range: ClosedRange<Int>) -> [Inline] {
    var parts: [Inline] = []
    for _ in 0..<random.number(range) {
      let before = parts.last
      var next = inline()
      // Two texts side by side are one text in a normal issue.
      if case .text(let first)? = before, case .text(let second) = next {
        parts.removeLast()
        next = .text(first + second)
      }
      parts.append(next)
    }
    return parts
  }

  private mutating func inline() -> Inline {
    switch random.number(1...40) {
    case 1...3: .strong([.text(sentences(1...1))])
    case 4: .emphasis([.text(phrase(2...8))])
    case 5: .strong([.text(phrase(1...3)), .emphasis([.text(phrase(1...3))])])
    case 6: .link(target: "https://example.org/\(random.number(1...99))?a=1&b=2", [.text(phrase(2...8))])
    case 7: .code("let x<\(random.number(1...9))>")
    case 8: .superscript([.text("\(random.number(2...9))")])
    case 9: .subscript([.text("\(random.number(2...9))")])
    case 10:
      options.images ? .image(ImageReference(target: "seal.png", description: phrase(2...4))) : .text(phrase(2...4))
    case 11...12: .lineBreak
    default: .text(sentences(1...2))
    }
  }

  private mutating func noteReference() -> Inline {
    noteCount += 1
    let id = "n\(noteCount)"
    notes.append(Note(id: id, body: [.paragraph(Paragraph([.text(sentences(1...2))]))]))
    return .noteReference(id)
  }

  /// Some sentences with their marks.
  private mutating func sentences(_ range: ClosedRange<Int>) -> String {
    var text = ""
    for _ in 0..<random.number(range) {
      if isChinese {
        text += phrase(3...18) + "，" + quoted(phrase(2...16)) + random.pick(["。", "；", "！", "？", "……", "——"])
      } else {
        text +=
          (text.isEmpty ? "" : " ") + phrase(3...12) + ", " + quoted(phrase(2...8)) + random.pick([".", ".", "!", "?"])
      }
    }
    return text
  }

  private mutating func quoted(_ text: String) -> String {
    guard random.chance(25) else { return text }
    return isChinese ? random.pick(["“\(text)”", "《\(text)》", "（\(text)）"]) : random.pick(["“\(text)”", "(\(text))"])
  }

  /// Words without a mark at either end: so many Han, or so many English words.
  private mutating func phrase(_ range: ClosedRange<Int>) -> String {
    let count = random.number(range)
    var text = ""
    if isChinese {
      for _ in 0..<count { text.append(random.pick(Self.han)) }
      if count > 3, random.chance(15) {
        text += random.pick(["2031年5月", "98.5%", "GB/T 9704", "100余场", "A区", "·", "‘一网’"]) + "水"
      }
    } else {
      for index in 0..<count { text += (index == 0 ? "" : " ") + random.pick(Self.english) }
    }
    if options.awkwardCharacters, random.chance(10) { text += random.pick(Self.awkward) + (isChinese ? "水" : "x") }
    return text
  }

  private static let han = Array(
    "水库闸门河道巡查泵站检修供水管网改造居民用户缴费窗口服务热线值班记录汛期预案演练社区讲堂志愿者培训图书馆读书会公园步道绿化街区路灯照明测量数据报表汇总经验交流学习通报整改落实推动提升"
  )
  private static let english = [
    "reservoir", "the", "pump", "a", "station", "of", "meters", "and", "valve", "survey", "ferry", "harbour", "town",
    "library", "volunteers", "met", "on", "Tuesday", "repairs", "began", "new", "timetable", "reading", "room", "Café",
  ]
  private static let awkward = [
    "<&>\"'", "]]>", "\u{0}", "\u{B}", "\u{1F}", "\u{FFFE}", "\u{FFFF}", "𠮷", "e\u{301}", "👩‍👩‍👧", "\u{200B}", "\u{FEFF}",
    "\u{A0}", "\u{AD}", "\u{202E}", "\u{2028}", "\t", String(repeating: "W", count: 130), "𝟘", "﷽", "​﹏",
  ]
}
