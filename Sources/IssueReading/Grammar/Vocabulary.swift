import IssueModel

/// The words by which bulletins are known, in simplified and traditional characters and in English. All are
/// compared with blanks removed and full-width forms made ASCII; English in lower case.
enum Vocabulary {
  /// Words that the name of a bulletin ends with or holds.
  static let bulletinNames = [
    "简报", "簡報", "快报", "快報", "快讯", "快訊", "通讯", "通訊", "动态", "動態", "专报", "專報", "月报", "月報", "周报",
    "週報", "日报", "日報", "晚报", "旬报", "季报", "年报", "综报", "要情", "要讯", "要訊", "信息", "資訊", "资讯", "内参", "參考",
    "参考", "通报", "通報", "会刊", "會刊", "院刊", "校刊", "工作情况", "工作交流", "情况反映", "公报", "公報", "导报", "導報", "简讯",
    "簡訊", "小报", "汇编", "彙編", "学习资料", "工作通信", "会讯", "會訊", "月刊", "季刊", "月讯", "月訊", "校讯", "校訊", "侨讯", "僑訊", "厂讯", "廠訊",
    "院讯", "院訊", "社讯", "社訊", "季讯", "季訊", "周讯", "週訊", "年讯", "通信", "情况", "工作研究", "调研", "信息报", "专刊", "特刊", "网情",
    "舆情",
    "bulletin", "newsletter", "briefing", "brief", "digest", "gazette", "news", "review", "update", "circular",
    "dispatch", "journal", "letter", "times", "notes", "courier", "herald", "chronicle", "monitor", "report",
    "quarterly",
    "weekly", "monthly", "fortnightly", "daily", "log", "notices", "register", "messenger", "observer", "leaflet",
    "record", "proceedings", "bulletins", "magazine", "flyer", "roundup", "memo", "memorandum", "despatch",
    "communiqué",
    "communique", "intelligencer", "transactions", "annals", "broadsheet", "newssheet", "summary", "statement",
    "advisory", "abstracts", "orders", "newspaper",
    "miscellany", "almanac", "馆讯", "館訊", "宪报", "憲報", "网讯", "網訊", "农讯",
    "農訊", "友讯", "友訊", "家讯", "家訊", "村讯", "村訊", "乡讯", "鄉訊", "商讯", "商訊", "所讯", "所訊", "站讯", "站訊", "园讯", "園訊",
  ]

  private static let chineseBulletinNames = WordSearch(bulletinNames.filter { !$0.utf8.allSatisfy { $0 < 0x80 } })

  /// Headings of a contents list.
  static let contentsHeadings = WordSearch(contentsHeadingWords)
  static let contentsHeadingWords = [
    "目录", "目錄", "目次", "要目", "本期要目", "本期目录", "本期目錄", "本期目次", "本期导读", "本期導讀", "导读", "導讀", "本期内容",
    "本期內容", "内容提要", "本期提要", "内容目录", "今日要目", "本期看点", "本期导航", "内容导读", "本期主要内容",
    "本期内容提要", "本期摘要", "要目导读", "本期篇目", "篇目",
    "contents", "tableofcontents", "inthisissue", "inthisnumber", "whatsinside", "inside", "insidethisissue",
    "inthisedition", "thisissue", "highlights", "headlines", "keypoints", "maintopics", "topics", "inthisnewsletter",
    "inthisbrief", "inthisupdate", "ataglance", "insidethisnumber", "inthisweeksissue",
    "thisnumbercontains", "thisissuecontains", "contentsofthisnumber", "contentsofthisissue",
    "今期內容", "今期内容",
    "本號要目", "本号要目", "本号目录", "本號目錄", "目録",
    "inthisbulletin", "index", "sumário", "sumario", "índice", "indice", "nestenúmero", "nesteboletim",
  ]

  /// Whether a heading may as well stand above news in a line each.
  static func isWeakContentsHeading(_ text: String) -> Bool {
    ["highlights", "headlines", "keypoints", "ataglance", "topics", "maintopics"].contains(
      String(scalars: text.letters))
  }

  /// The letters of the longest of them.
  static let longestContentsHeading = contentsHeadingWords.map(\.unicodeScalars.count).max() ?? 0

  /// What such headings end with, 本周 or 今日 or the like before it.
  static let contentsEndings = Endings(contentsEndingWords)
  static let contentsEndingWords = ["看点", "导读", "導讀", "要目", "目录", "目錄", "目次", "提要", "篇目", "导览", "索引"]

  /// Labels of an editor's note.
  static let editorsNotes = [
    "编者按语", "编者按", "編者按", "编者案", "編者案", "编者的话", "編者的話", "编后语", "編後語", "编后按", "編後按", "编后话", "編後話", "编后絮语", "按语", "編按",
    "编者语", "编辑室报告", "編輯室報告",
    "编辑室手记", "編輯室手記",
    "編輯部的話", "编辑部的话", "编辑按", "editor'snote",
    "editorsnote",
    "editor’snote", "fromtheeditor", "fromtheeditors", "anotefromtheeditor", "anotefromtheeditors",
    "awordfromtheeditor",
    "awordfromtheeditors", "editor'sletter", "editor’sletter", "editorialnote", "fromtheeditor'sdesk",
    "fromtheeditor’sdesk", "editors'note", "editors’note", "noteoftheeditors",
  ]

  /// Words that begin a note only before a colon; alone on a line they are titles.
  static let editorsNotesBeforeColon: Set<String> = [
    "fromtheclerk", "fromthechair", "fromthechairman", "fromthedirector", "fromthesecretary", "fromthepresident",
    "fromtheboard", "editorial", "foreword", "preface", "note", "notetoreaders", "anotetoreaders", "toourreaders",
    "编辑手记", "卷首语", "卷首語", "编前语", "編前語", "编后", "編後", "编前", "編前", "编余", "編餘", "编后记", "編後記",
  ]

  /// What notes of the editors begin with that only stand behind an article.
  static let closingNotes: Set<String> = [
    "编后", "編後", "编后语", "編後語", "编后记", "編後記", "编余", "編餘", "编后按", "編後按", "编后话", "編後話", "编后絮语",
  ]

  /// Where news on what people say come from: （市民热线） behind an article.
  static let sources = [
    "日报", "日報", "晨报", "晨報", "早报", "早報", "晚报", "晚報", "时报", "時報", "商报", "商報", "都市报", "都市報", "电视台", "電視台",
    "电台", "電台", "通讯社", "通訊社", "热线", "熱線", "论坛", "論壇", "微博", "微信", "贴吧", "信箱", "留言板", "公众号", "客户端", "抖音",
    "快手", "小红书", "网", "網",
  ]

  /// Whether `text` is two clauses of one length, 推动终身学习　共筑书香社会: a theme, never a name.
  static func looksLikeSlogan(_ text: String) -> Bool {
    let halves = text.trimmed.unicodeScalars.split { $0.isBlank || $0 == "，" || $0 == "、" }.map(Substring.init)
    return halves.count == 2 && halves[0].count == halves[1].count && halves[0].count >= 4
      && halves.allSatisfy { $0.count == $0.hanCount }
  }

  /// Whether `text` could name a bulletin.
  static func looksLikeBulletinName(_ text: String) -> Bool {
    guard text.utf8.count <= 300 else { return false }
    let bare = text.halfWidth.withoutBlanks.lowercased()
    guard bare.utf8.count <= 60 || bare.count <= 60 else { return false }
    if bare.hasHan {
      if chineseBulletinNames.isFound(in: bare) { return true }
      // 堂訊 NEWSLETTER: the English half may tell.
      guard bare.unicodeScalars.count(where: \.isASCIILetter) >= 4 else { return false }
    }
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    return words.contains { word in
      bulletinNames.contains { $0 == word || $0 + "s" == word || word.hasSuffix($0) && $0.count >= 6 }
    }
  }
}
