import IssueModel
import TestSupport

/// An issue made at random, that can print itself as Markdown, whole or with the damage of old pages.
struct PrintedIssue {
  struct Story {
    var title: String
    /// Paragraphs, and numbered headings among them.
    var body: [String]
    var contributor: String?
  }
  struct Group {
    var name: String
    var stories: [Story]
  }

  var name: String
  var number: Int
  var office: String
  var date: String
  var groups: [Group] = []
  var recipients: [(label: String, names: [String])] = []

  /// What can be done to a printed issue that the reader promises to undo.
  enum Damage: String, CaseIterable, Sendable {
    /// Paragraphs torn across empty lines.
    case tears
    /// Page numbers at the tears.
    case pageNumbers
    /// Rules at tears behind a comma.
    case rules
    /// Blanks between Han and digits.
    case blanks
    /// Titles all bold.
    case boldTitles
    /// Titles of any level; the contents list tells them.
    case levels
    /// Titles with a blank at an old line end; the contents list lacks it.
    case wrappedTitles
    /// Titles on two lines of their own.
    case splitTitles
    /// Section names marked now so, now so.
    case sectionMarks
    /// Paragraphs in lines of equal width.
    case lines
    /// The contributor glued to the last paragraph.
    case gluedContributor
  }

  init(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    name = Self.words(2...2, &random) + "简报"
    number = random.number(1...900)
    office = Self.words(2...3, &random) + "办公室"
    date = "\(random.number(1998...2035))年\(random.number(1...12))月\(random.number(1...28))日"
    for index in 0..<random.number(1...3) {
      var stories: [Story] = []
      for _ in 0..<random.number(1...3) { stories.append(Self.story(&random)) }
      groups.append(Group(name: Self.words(2...2, &random) + ["动态", "交流", "要闻"][index], stories: stories))
    }
    for label in ["报", "送", "发"] {
      var names: [String] = []
      for _ in 0..<random.number(1...4) { names.append(Self.words(1...3, &random) + "局") }
      recipients.append((label, names))
    }
  }

  // MARK: Printing

  /// The issue as Markdown with `damage` done to it, at places that `seed` chooses.
  func markdown(_ damage: Set<Damage> = [], seed: UInt64 = 1) -> String {
    var random = SeededRandom(seed: seed)
    var page = 1
    var text = "# \(name)\n\n第\(number)期\n\n\(office)\n\n\(date)\n\n---\n\n"
    for group in groups {
      text += "## 【\(group.name)】\n\n" + group.stories.map { "- \($0.title)\n" }.joined() + "\n"
    }
    for group in groups {
      let plain = "## 【\(group.name)】"
      text +=
        (damage.contains(.sectionMarks)
          ? random.pick([plain, "【\(group.name)】", "### 【\(group.name)】", "**【\(group.name)】**"]) : plain) + "\n\n"
      for story in group.stories {
        text += heading(story.title, damage, &random) + "\n\n"
        for (index, block) in story.body.enumerated() {
          var words = block
          let isLast = index == story.body.count - 1
          if isLast, let name = story.contributor, damage.contains(.gluedContributor) { words += "（\(name)）" }
          text += paragraph(words, damage, &page, &random) + "\n\n"
        }
        if let name = story.contributor, !damage.contains(.gluedContributor) { text += "（\(name)）\n\n" }
      }
    }
    text += "---\n\n" + recipients.map { "\($0.label)：\($0.names.joined(separator: "、"))" }.joined(separator: "  \n")
    return text + "\n\n---\n\n\(office)\n"
  }

  private func heading(_ title: String, _ damage: Set<Damage>, _ random: inout SeededRandom) -> String {
    var title = title
    let mark = damage.contains(.levels) ? random.pick(["#", "##", "###", "####"]) : "##"
    let middle = title.index(title.startIndex, offsetBy: title.count / 2)
    let canBreak = !title.contains(" ") && title[middle] != "”" && title[title.index(before: middle)] != "“"
    if damage.contains(.splitTitles), canBreak, random.chance(50) {
      let (first, second) = (title[..<middle], title[middle...])
      return damage.contains(.boldTitles)
        ? "\(mark) **\(first)**\n\n\(mark) **\(second)**" : "\(mark) \(first)\n\n\(mark) \(second)"
    }
    if damage.contains(.wrappedTitles), canBreak, random.chance(60) { title.insert(" ", at: middle) }
    return damage.contains(.boldTitles) && random.chance(60) ? "\(mark) **\(title)**" : "\(mark) \(title)"
  }

  private func paragraph(
    _ words: String, _ damage: Set<Damage>, _ page: inout Int, _ random: inout SeededRandom
  ) -> String {
    guard words.contains("。") else { return words }
    var pieces: [String] = []
    var rest = Array(words)
    if damage.contains(.tears) {
      while rest.count > 60, random.chance(45) {
        let cut = random.number(30...rest.count - 20)
        guard Self.mayTear(rest, at: cut) else { break }
        pieces.append(String(rest[..<cut]))
        rest = Array(rest[cut...])
      }
    }
    pieces.append(String(rest))
    pieces = pieces.map { piece in
      var piece = piece
      if damage.contains(.blanks) { piece = Self.spaced(piece) }
      if damage.contains(.lines) { piece = Self.wrapped(piece, 34) }
      return piece
    }
    var text = pieces[0]
    for piece in pieces.dropFirst() {
      // Only an open mark tells that a rule parted pages and not paragraphs.
      let ends = text.last
      text += String(repeating: "\n", count: random.number(2...4))
      if damage.contains(.rules), ends == "，" || ends == "、" { text += "---\n\n" }
      if damage.contains(.pageNumbers) {
        text += random.pick(["— \(page) —", "- \(page) -", "第\(page)页"]) + "\n\n"
        page += 1
      }
      text += piece
    }
    return text
  }

  /// Tears go through running text: not behind the end of a sentence or a bracket, not within a number.
  private static func mayTear(_ text: [Character], at cut: Int) -> Bool {
    let (last, next) = (text[cut - 1], text[cut])
    if "。！？；：…）》”".contains(last) || last.isNumber && next.isNumber { return false }
    return !next.isNumber && !"。！？；：".contains(next)
  }

  private static func spaced(_ text: String) -> String {
    var result = ""
    for character in text {
      if let last = result.last, last.isNumber != character.isNumber, last.isNumber ? isHan(character) : isHan(last) {
        result += " "
      }
      result.append(character)
    }
    return result
  }

  private static func isHan(_ character: Character) -> Bool { character >= "\u{4E00}" && character <= "\u{9FFF}" }

  private static func wrapped(_ text: String, _ width: Int) -> String {
    var lines = [""]
    for character in text {
      // No line begins with digits and a mark, as a list would, or ends within a number.
      if lines[lines.count - 1].count >= width, character != " ", !character.isNumber,
        lines[lines.count - 1].last != " "
      {
        lines.append("")
      }
      lines[lines.count - 1].append(character)
    }
    return lines.joined(separator: "\n")
  }

  // MARK: What a reader should find

  /// Every part of the issue, in order, one a line.
  var parts: [String] {
    var parts = ["name:" + name, "number:\(number)", "office:" + office, "date:" + date]
    for group in groups {
      parts.append("section:" + group.name)
      for story in group.stories {
        parts.append("title:" + story.title)
        for block in story.body { parts.append((block.contains("。") ? "p:" : "h1:") + block) }
        if let name = story.contributor { parts.append("from:" + name) }
      }
    }
    for line in recipients { parts.append("\(line.label):" + line.names.joined(separator: "|")) }
    return parts + ["imprint:" + office]
  }

  /// The same of an issue that was read.
  static func parts(of issue: Issue) -> [String] {
    let masthead = issue.masthead
    var parts = ["name:" + masthead.name, "number:\(masthead.number?.number ?? 0)"]
    parts += ["office:" + (masthead.office ?? ""), "date:" + (masthead.date?.verbatim ?? "")]
    parts += masthead.otherLines.map { "other:" + $0 } + (masthead.series.map { ["series:" + $0] } ?? [])
    for section in issue.sections {
      parts.append("section:" + (section.name ?? ""))
      for article in section.articles {
        parts.append("title:" + article.title)
        parts += [article.kicker, article.subtitle, article.byline].compactMap { $0.map { "head:" + $0 } }
        parts += article.body.map(Reading.described)
        if let name = article.attribution { parts.append("from:" + name) }
      }
    }
    parts += (issue.imprint?.distribution ?? []).map { "\($0.label):" + $0.recipients.joined(separator: "|") }
    parts += (issue.imprint?.otherLines ?? []).map { "other:" + $0 }
    if let office = issue.imprint?.office { parts.append("imprint:" + office) }
    return parts
  }

  // MARK: Words

  private static func story(_ random: inout SeededRandom) -> Story {
    var title = words(3...5, &random)
    if random.chance(20) { title += " " + words(3...4, &random) }
    if random.chance(15) { title = words(2...3, &random) + "：" + title }
    if random.chance(15) { title += "“" + words(1...2, &random) + "”" }
    var body: [String] = []
    let numbered = random.chance(25)
    for index in 0..<random.number(1...4) {
      if numbered, index < 4 { body.append(["一", "二", "三", "四"][index] + "、" + words(2...4, &random)) }
      body.append(paragraph(&random))
    }
    return Story(title: title, body: body, contributor: random.chance(60) ? words(2...3, &random) + "办公室" : nil)
  }

  private static func paragraph(_ random: inout SeededRandom) -> String {
    var text = ""
    for _ in 0..<random.number(1...4) {
      var clauses: [String] = []
      for _ in 0..<random.number(2...5) {
        var clause = words(2...5, &random)
        if random.chance(20) {
          clause += "\(random.number(2...98))" + random.pick(["台", "处", "公里", "场次"]) + words(1...1, &random)
        }
        if random.chance(12) { clause += "“" + words(2...3, &random) + "”" }
        if random.chance(8) { clause += "《" + words(2...3, &random) + "》" + words(1...2, &random) }
        clauses.append(clause)
      }
      text += clauses.joined(separator: random.chance(15) ? "、" : "，") + "。"
    }
    return text
  }

  private static func words(_ range: ClosedRange<Int>, _ random: inout SeededRandom) -> String {
    var text = ""
    for _ in 0..<random.number(range) { text += random.pick(vocabulary) }
    return text
  }

  private static let vocabulary = [
    "泵房", "渠道", "闸门", "水表", "管网", "河长", "巡查", "检修", "培训", "演练", "汛期", "预案", "居民", "村民", "讲堂", "阅览", "步道", "绿化", "路灯",
    "照明", "测量", "数据", "报表", "经验", "推动", "提升", "落实", "改造", "服务", "热线", "窗口", "缴费", "登记", "走访", "慰问", "宣讲", "清淤",
    "护坡", "堤防", "水质", "监测", "春耕", "育秧", "农机", "田块", "粮仓", "果园", "茶山", "集市", "渡口", "码头", "桥梁", "隧道", "公交", "校车", "食堂",
  ]
}
