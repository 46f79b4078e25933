import IssueModel

/// Marks lines of a page by what they say: where a reader is, when the page was put there, how to print it, whose site
/// it is. `PageChrome` finds what shows by its markup; pages of old have none that would tell.
struct PageFurniture {
  /// How many blocks a page's own heading and data may have above the text.
  private static let headLength = 12

  private var blocks: [DraftBlock]
  /// Numbers above those that the reader of the tree gave.
  private var id = 1_000_000

  /// `blocks` with marks.
  static func marked(_ blocks: [DraftBlock]) -> [DraftBlock] {
    var furniture = PageFurniture(blocks: blocks)
    furniture.mark()
    return furniture.blocks
  }

  private mutating func mark() {
    for index in blocks.indices where blocks[index].frame == nil && blocks[index].isText {
      let text = blocks[index].text.trimmed
      guard !text.isEmpty, text.utf8.count < 600 else { continue }
      guard let kind = Self.kind(of: text) ?? Self.siteFoot(blocks[index]) else { continue }
      // Who made the issue stands in its imprint, whatever else the line says.
      let namesStaff = blocks[index].lines.contains { LineGrammar.labelled($0.text, Vocabulary.roles) != nil }
      if !namesStaff { mark(index, kind) }
    }
    markSiteFoot()
    if let title = Self.repeatedTitle(blocks) { mark(title, .pageTitle) }
  }

  private mutating func mark(_ index: Int, _ kind: BoilerplateKind) {
    // Neighbours of one kind are one thing.
    if index > 0, let before = blocks[index - 1].frame, before.kind == kind {
      blocks[index].frame = before
    } else {
      id += 1
      blocks[index].frame = PageFrame(kind: kind, id: id)
    }
  }

  private static func kind(of text: String) -> BoilerplateKind? {
    // No line that is longer says any of it.
    guard text.fits(120) else { return nil }
    if PageVocabulary.guidance.isFound(in: text.lowercased()), text.fits(80) || !LineGrammar.isProse(text) {
      return .guidance
    }
    if PageVocabulary.isGuidanceAlone(text) { return .guidance }
    if isPageData(text) { return .pageData }
    if isCrumbs(text) || isAccount(text) { return .navigation }
    return nil
  }

  /// Whether one of the lines is the foot of a site, and none is running text.
  private static func siteFoot(_ block: DraftBlock) -> BoilerplateKind? {
    let lines = block.lines.map { $0.text.trimmed.lowercased() }
    let saysSite = lines.contains { line in
      line.fits(120) && PageVocabulary.siteFoot.isFound(in: line)
    }
    let isText = lines.contains {
      $0.columns > 120 || LineGrammar.distribution($0) != nil || LineGrammar.copies($0) != nil
    }
    return saysSite && !isText ? .siteFoot : nil
  }

  /// Whether the line is made of what sites say of a page: 来源：… 发布时间：… 浏览次数：12.
  private static func isPageData(_ text: String) -> Bool {
    guard text.fits(120) else { return false }
    if isTimestamp(text) { return true }
    // A label stands before a colon, which most lines have none of.
    guard text.hasAny(of: ":：") else { return false }
    let plain = String(mapping: text) { $0 == "【" || $0 == "】" ? " " : $0 == "：" ? ":" : $0 }
    let low = plain.lowercased()
    let labels = PageVocabulary.pageLabels.filter { low.contains($0 + ":") || low.contains($0 + " :") }
    guard !labels.isEmpty, PageVocabulary.certainPageLabels.contains(where: labels.contains) else { return false }
    // It begins with one of them, or with the date that they belong to.
    let start = low.trimmed
    return labels.contains { start.hasPrefix($0) } || DateGrammar.find(in: String(text.prefix(12))) != nil
      || start.first?.isNumber == true
  }

  /// Whether the line is a date and a time of day, with a word or two before: no bulletin prints the hour.
  private static func isTimestamp(_ text: String) -> Bool {
    guard endsInTime(text), text.fits(50) else { return false }
    guard let date = DateGrammar.find(in: text) else {
      return text.firstMatch(of: /[0-9]{4}[-\/.][0-9]{1,2}[-\/.][0-9]{1,2}/) != nil
    }
    return date.value.year != nil
  }

  /// Whether the last words are a time of day: 9:05, 17:05:30.
  private static func endsInTime(_ text: String) -> Bool {
    let end = Array(text.unicodeScalars.suffix(4))
    return end.count == 4 && end[0].isASCIIDigit && (end[1] == ":" || end[1] == "：") && end[2].isASCIIDigit
      && end[3].isASCIIDigit
  }

  /// 登录 | 注册: how to enter a site, its language.
  private static func isAccount(_ text: String) -> Bool {
    // Nearly all lines are told from one by their first letter.
    guard
      let first = text.unicodeScalars.first(where: { !$0.isBlank && !"|｜/·".unicodeScalars.contains($0) }),
      "登注註退首搜检繁简E".unicodeScalars.contains(first)
    else { return false }
    let words = text.split { $0.isBlankCharacter || "|｜/·".contains($0) }
    return (1...4).contains(words.count)
      && words.allSatisfy {
        [
          "登录", "登錄", "登入", "登陆", "注册", "註冊", "退出", "登出", "首页", "首頁", "搜索", "搜尋", "检索", "繁體", "繁体", "简体", "English",
          "EN",
        ]
        .contains($0)
      }
  }

  /// Whether the line is a path through a site: 首页 > 政务公开 > 简报.
  static func isCrumbs(_ text: String) -> Bool {
    guard text.hasAny(of: ">»›→＞") || text.contains("&gt;"), text.fits(100) else { return false }
    let parts = text.replacing("&gt;", with: ">").replacing("»", with: ">").replacing("›", with: ">")
      .replacing("→", with: ">").replacing("＞", with: ">").split(separator: ">").map { String($0).trimmed }
    guard parts.count >= 2, let first = parts.first?.lowercased() else { return false }
    return ["首页", "网站首页", "主页", "home", "您的位置", "位置", "当前位置", "homepage"].contains {
      first.hasSuffix($0) || first.hasPrefix($0)
    }
      && parts.allSatisfy { $0.columns <= 60 }
  }

  /// What stands behind the site's foot. A foot that says nothing of a site is one by its tag alone: what follows is text.
  private mutating func markSiteFoot() {
    guard let foot = blocks.lastIndex(where: { $0.frame?.kind == .siteFoot }), Self.siteFoot(blocks[foot]) != nil else {
      return
    }
    // With text behind it, it is a line of the issue's own: 技术支持：某某站.
    guard !blocks[(foot + 1)...].contains(where: { $0.frame == nil && Self.isOfIssue($0) }) else {
      if blocks[foot].lines.allSatisfy({ !$0.text.lowercased().contains("icp") }) { blocks[foot].frame = nil }
      return
    }
    for index in blocks.indices where index > foot && blocks[index].frame == nil {
      let text = blocks[index].text
      guard blocks[index].isText, !LineGrammar.isProse(text) || text.columns < 80,
        LineGrammar.distribution(text) == nil
      else { return }
      mark(index, .siteFoot)
    }
  }

  /// Whether a block can be nothing but a part of an issue: a sentence as long as those of articles, or whom it is sent to.
  private static func isOfIssue(_ block: DraftBlock) -> Bool {
    guard block.isText else { return false }
    return LineGrammar.isProse(block.text) && block.text.columns >= 80 || LineGrammar.distribution(block.text) != nil
  }

  /// The page's own heading, where the masthead below it says the same again.
  private static func repeatedTitle(_ blocks: [DraftBlock]) -> Int? {
    let content = blocks.indices.filter { blocks[$0].frame == nil && blocks[$0].isText }.prefix(headLength)
    guard let first = content.first, content.count > 2 else { return nil }
    let title = blocks[first].text.letters
    guard title.count >= 4, blocks[first].lines.count == 1, blocks[first].text.columns <= 80 else { return nil }
    var below = ""
    for index in content.dropFirst().prefix(5) {
      guard !LineGrammar.isProse(blocks[index].text) else { break }
      below += String(scalars: blocks[index].text.letters)
      // Name and number of the issue, both again.
      if isWithin(String(scalars: title), below),
        IssueNumberGrammar.find(in: blocks[first].text) != nil
      {
        return first
      }
    }
    return nil
  }

  /// Whether all letters of `title` come in `text` in their order, in at most three pieces.
  private static func isWithin(_ title: String, _ text: String) -> Bool {
    var rest = Substring(title)
    var pieces = 0
    while !rest.isEmpty {
      pieces += 1
      guard pieces <= 3 else { return false }
      var length = rest.count
      while length > 0, !text.contains(String(rest.prefix(length))) { length -= 1 }
      guard length > 1 || length == rest.count && length > 0 else { return false }
      rest = rest.dropFirst(length)
    }
    return true
  }
}
