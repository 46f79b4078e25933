/// What a line beside a title is by its form alone.
extension TitleWork {
  static func subtitle(_ text: String) -> String? {
    let line = text.trimmed
    for dash in ["——", "──", "――", "--", "—", "–"] where line.hasPrefix(dash) {
      // ------ is as long as a dash of two Han to pandoc.
      let rest = String(dash == "--" ? line.drop { $0 == "-" } : line.dropFirst(dash.count)).trimmed
      return rest.isEmpty || rest.columns > 100 || rest.hasSuffix("。") ? nil : rest
    }
    return nil
  }

  static func isByline(_ text: String) -> Bool {
    let line = text.trimmed
    guard line.fits(100), !line.hasSuffix("。") else { return false }
    // (By a Member of the Party.)
    if let inner = LineGrammar.wholeBracket(line), inner.lowercased().hasPrefix("by ") {
      return isByline(LineGrammar.unpointed(inner, behind: 2))
    }
    // By J. HALE.
    if isPointedByline(line) { return true }
    // 文：妇女部 关月仙　图：潘仔; 文・摄影／应用课 简秀婷: words for writing or pictures, each with somebody. In two
    // languages they take more room than a name does.
    if line.fits(80), isCredits(line) { return true }
    guard line.fits(44) || !line.hasHan || line.lowercased().hasPrefix("by ") else { return false }
    let bare = line.withoutBlanks.lowercased()
    if ["□", "■", "◎", "○", "●"].contains(where: { bare.hasPrefix($0) }), bare.count <= 14 { return true }
    if ["投稿", "來稿", "来稿", "特稿"].contains(where: { line.hasPrefix($0 + " ") || line.hasPrefix($0 + "\u{3000}") }),
      bare.count <= 10
    {
      return true
    }
    if bare.hasPrefix("本报记者") || bare.hasPrefix("本報記者") || bare.hasPrefix("记者") && bare.count <= 12
      || bare.hasPrefix("記者") && bare.count <= 12 || bare.hasPrefix("本刊记者")
      || bare.hasPrefix("本刊编辑")
    {
      return true
    }
    if isReporter(line) || isTold(line) || isTalk(line) { return true }
    if bare.hasPrefix("文/") || bare.hasPrefix("文／") || bare.hasPrefix("图文/") || bare.hasPrefix("作者：")
      || bare.hasPrefix("作者:") || bare.hasPrefix("撰稿：") || bare.hasPrefix("撰文：")
    {
      return true
    }
    // 潘若谷（教务处）: a person, and where from.
    if let open = line.firstIndex(ofAny: "（("), let last = line.last, "）)".contains(last),
      isPerson(line[..<open].trimmed), Vocabulary.looksLikeOffice(String(line[line.index(after: open)...].dropLast()))
    {
      return true
    }
    // 本馆志愿服务队　某某, 某某科／某某医师: an office and a person beside it.
    let parts = line.splitAtScalars { $0.isBlank || $0 == "／" || $0 == "/" }.map(String.init)
    if (2...3).contains(parts.count), parts.dropLast().contains(where: Vocabulary.looksLikeOffice),
      let name = parts.last, isPerson(name)
    {
      return true
    }
    // 理事长 某某某: a person behind the post.
    if parts.count == 2, let post = parts.first, let name = parts.last, post.count <= 8, isPerson(name),
      ["长", "長", "主任", "书记", "書記", "经理", "經理"].contains(where: { post.hasSuffix($0) })
    {
      return true
    }
    if bare.hasPrefix("通讯员") || bare.hasPrefix("通訊員") || bare.hasPrefix("本刊通讯员") || bare.hasPrefix("特约通讯员") {
      return bare.count <= 16
    }
    // All that is left to tell begins with a Latin letter.
    guard let first = line.utf8.first, first < 0x80 else { return false }
    let low = line.lowercased()
    let leads = [
      "by ", "from our ", "reported by ", "report by ", "written by ", "story by ", "words by ", "text by ",
      "compiled by ",
      "interview by ", "translated by ", "contributed by ", "as told to ", "notes by ", "a report by ",
      "from a report by ",
    ]
    return leads.contains(where: low.hasPrefix) && line.split(separator: " ").count <= 12 && !line.hasSuffix(".")
  }

  /// 特約記者　小燕: what somebody is who writes, and the name, a pen name too.
  private static func isReporter(_ line: String) -> Bool {
    let parts = line.splitAtScalars(where: \.isBlank)
    guard parts.count == 2, (2...8).contains(parts[0].count), (2...4).contains(parts[1].count),
      parts[1].hanCount == parts[1].count
    else { return false }
    return ["记者", "記者", "通讯员", "通訊員", "撰稿人", "撰述员", "撰述員", "评论员", "評論員"].contains(where: parts[0].hasSuffix)
  }

  /// 某某口述　文書組整理: each with what was done behind it; somebody alone has to be a person or an office.
  private static func isTold(_ line: String) -> Bool {
    var parts: [String] = []
    for part in line.splitAtScalars(where: { $0.isBlank || $0 == "、" || $0 == "/" || $0 == "／" }) {
      // 黎　明整理: one letter and another are a name set to the width of three.
      if let last = parts.last, last.count == 1 { parts[parts.count - 1] += part } else { parts.append(String(part)) }
    }
    guard (1...3).contains(parts.count) else { return false }
    return parts.allSatisfy { part in
      guard part.hanCount == part.count, let deed = deeds.matches(part).first else { return false }
      let name = String(part.dropLast(deed.count))
      return parts.count > 1 ? (2...8).contains(name.count) : isPerson(name) && name.count <= 3
    }
  }

  private static let deeds = Endings([
    "口述", "讲述", "講述", "整理", "记录", "記錄", "采访", "採訪", "访问", "訪問", "执笔", "執筆", "编译", "編譯", "翻译", "翻譯", "撰文", "摄影", "攝影",
    "采写", "採寫",
    "绘图",
    "繪圖",
  ])

  /// The words of a byline without the brackets around them and their point.
  static func bareByline(_ text: String) -> String? {
    if isPointedByline(text.trimmed) { return LineGrammar.unpointed(text.trimmed, behind: 2) }
    guard let inner = LineGrammar.wholeBracket(text.trimmed), inner.lowercased().hasPrefix("by ") else { return nil }
    return LineGrammar.unpointed(inner, behind: 2)
  }

  private static func isPointedByline(_ line: String) -> Bool {
    guard line.hasSuffix("."), line.columns <= 60, line.lowercased().hasPrefix("by ") else { return false }
    let words = line.split(separator: " ").dropFirst()
    return (1...8).contains(words.count)
      && words.allSatisfy { $0.first?.isUppercase == true || ["the", "of", "and", "a"].contains($0) }
  }

  /// Whether a line only greets those it is written to: Dear members, Comrades,
  static func isGreeting(_ text: String) -> Bool {
    let line = text.trimmed
    guard line.hanCount == 0, line.columns <= 44, let last = line.last, ",:!".contains(last),
      line.first?.isUppercase == true
    else { return false }
    return line.hasPrefix("Dear ") || last == "," && line.split(separator: " ").count <= 3
  }

  /// 敬啟者：本會訂於…: the first words of a letter and no title.
  static func opensLetter(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, "敬逕径启啟謹谨".unicodeScalars.contains(first) else { return false }
    return ["敬啟者", "敬启者", "逕啟者", "径启者", "启者", "啟者", "謹啟者", "谨启者"].contains(where: text.hasPrefix)
  }

  /// 各位街坊：, 同事们：
  static func isChineseGreeting(_ text: String) -> Bool {
    let line = text.trimmed
    guard line.columns <= 30, let last = line.last, "：:".contains(last), line.hanCount == line.count - 1 else {
      return false
    }
    let name = line.dropLast()
    return ["各位", "尊敬的", "親愛的", "亲爱的", "敬爱的", "諸位", "诸位"].contains(where: name.hasPrefix)
      || ["们", "們", "先生", "女士", "同志", "台鑒", "台鉴"].contains(where: name.hasSuffix)
  }

  private static let creditWords = [
    "示范", "示範", "笔录", "筆錄", "主讲", "主講",
    "口述", "讲述", "講述", "整理", "采访", "採訪", "访问", "訪問", "记录", "記錄", "执笔", "執筆", "编译", "編譯", "翻译", "翻譯", "图文", "圖文", "文图",
    "文圖", "文字",
    "摄影", "攝影", "撰文", "采写", "採寫", "供稿", "绘图", "繪圖", "文", "图", "圖", "摄", "攝", "text",
    "words", "photographs", "photos", "photo", "pictures", "story", "report", "drawings", "illustrations", "images",
  ]

  /// Whether `label` is made of words for writing and pictures alone: 文・摄影, Text and photos.
  private static func isCredit(_ label: String) -> Bool {
    var rest = label.lowercased().withoutBlanks.without("・·、和&")
    var found = false
    while !rest.isEmpty {
      if found, rest.hasPrefix("and") { rest = String(rest.dropFirst(3)) }
      guard let word = creditWords.first(where: rest.hasPrefix) else { return false }
      rest = String(rest.dropFirst(word.count))
      found = true
    }
    return found
  }

  /// Text: Ines Varga / Photos: Olle Strand; 文：某某　图：某某.
  static func isCredits(_ line: String) -> Bool {
    var rest = line
    var found = 0
    while !rest.isEmpty {
      guard let mark = rest.firstIndex(ofAny: "：:/／|｜"), isCredit(String(rest[..<mark])) else {
        return false
      }
      found += 1
      let value = rest[rest.index(after: mark)...].trimmed
      guard !value.isEmpty else { return false }
      // The next such word begins behind a blank or a stroke.
      rest = ""
      for place in value.indices where value[place].isBlankCharacter || "/／|，,".contains(value[place]) {
        let tail = value[value.index(after: place)...].trimmed
        if let mark = tail.firstIndex(ofAny: "：:/／|｜"), isCredit(String(tail[..<mark])) {
          rest = tail
          break
        }
      }
    }
    return found > 0
  }

  /// Whether a line under a title is nothing but the office that wrote it.
  static func isAuthor(_ text: String) -> Bool {
    text.fits(44) && Vocabulary.looksLikeOffice(text) && !text.contains { "：、，《（“".contains($0) }
  }

  static func isPerson(_ text: String) -> Bool {
    var name = text
    for title in ["医师", "醫師", "主任", "老师", "老師", "记者", "同志", "护理师", "護理師", "教授"]
    where name.hasSuffix(title) && name.count > title.count + 1 {
      name = String(name.dropLast(title.count))
    }
    return (2...4).contains(name.count) && name.hanCount == name.count && Vocabulary.hasSurname(name)
  }

  /// Whether a line is nothing but one to three names of Chinese persons.
  static func isNames(_ text: String) -> Bool {
    let line = text.trimmed
    guard line.fits(30), line.unicodeScalars.allSatisfy({ $0.isHan || $0.isBlank || $0 == "、" || $0 == "·" })
    else { return false }
    let names = line.splitAtScalars { $0.isBlank || $0 == "、" }.map(String.init)
    if names.count == 2, names.allSatisfy({ $0.count == 1 }) { return true }
    // A name of three, set wide.
    if names.count == 3, names.allSatisfy({ $0.count == 1 }), Vocabulary.hasSurname(names.joined()) { return true }
    return (1...3).contains(names.count) && names.allSatisfy { (2...4).contains($0.count) && Vocabulary.hasSurname($0) }
      && !Vocabulary.looksLikeOffice(line)
  }
}
