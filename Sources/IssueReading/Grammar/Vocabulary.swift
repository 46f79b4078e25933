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
  private static let contentsHeadingWords = [
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
  static let contentsEndings = Endings(["看点", "导读", "導讀", "要目", "目录", "目錄", "目次", "提要", "篇目", "导览", "索引"])

  /// Words in lines on how an issue may be used.
  static let notices = [
    "内部资料", "內部資料", "内部刊物", "內部刊物", "内部文件", "内部参阅", "内部交流", "明电", "会议文件", "内部参考", "内部材料", "内部情况", "注意保存", "注意保管",
    "注意保密", "仅供参考", "僅供參考", "会后收回", "會後收回", "不得外传", "请勿外传", "不得翻印", "供领导参阅", "供参阅", "免费交流", "阅后",
    "请勿转载", "請勿轉載", "内部传阅", "內部傳閱", "歡迎轉寄", "欢迎转发", "請勿刪改", "请勿删改", "對內發行", "对内发行", "严禁外传", "不予公开", "妥善保管",
    "非賣品", "非卖品", "免費派發", "免费派发", "免費索取", "免费索取", "免費贈閱", "免费赠阅", "免費取閱", "歡迎取閱", "欢迎取阅", "歡迎傳閱", "欢迎传阅",
    "歡迎索閱", "内部发行", "內部發行", "请勿外泄", "请勿扩散", "未经许可", "阅后销毁", "不得公开", "限内部",
    "內部參考", "內部參閱", "內部交流", "內部文件", "妥善保存", "敬請保存", "敬请保存", "formembersof", "circulatedforinformation",
    "formembersonly", "formembersofstaffonly", "notanofficial", "restrictedto", "forofficialuse", "staffonly",
    "notforrelease", "forprivatecirculation", "privatecirculation", "privateandconfidential", "internaluseonly",
    "forinternaluse", "forinternaluseonly", "notforpublication", "confidential",
    "notfordistribution", "internalcirculation",
  ]

  private static let noticeSearch = WordSearch(notices)

  /// Whether one of ``notices`` stands in `text`; the English ones have neither blanks nor capitals.
  static func holdsNotice(_ text: String) -> Bool { noticeSearch.isFound(in: text) }

  /// Whether a few letters say for whom a bulletin is, or what nobody may do with it: 隊員傳閱, 只送社員, 不作公開發售.
  static func saysToWhom(_ text: String) -> Bool {
    forbids(text) || isForSome(text)
  }

  /// 會員專用，請勿外傳: clauses that say who may read an issue, or what nobody may do with it.
  private static func forbids(_ text: String) -> Bool {
    // The words alone refuse most text, before it is taken apart.
    guard (4...28).contains(text.count), text.hasHan, restrictionSearch.isFound(in: text) else { return false }
    let clauses = text.splitAtScalars { $0.isBlank || "，、,；;（）()【】[]!！".unicodeScalars.contains($0) }
    return !clauses.isEmpty && clauses.allSatisfy { $0.count <= 12 }
      && clauses.contains { clause in
        reservations.contains(where: clause.hasSuffix)
          || prohibitions.contains { word in
            clause.firstRange(of: word).map { range in prohibited.contains { clause[range.upperBound...].hasPrefix($0) }
            }
              ?? false
          }
      }
  }

  private static let restrictionSearch = WordSearch(reservations + prohibitions)
  private static let reservations = ["专用", "專用", "专阅", "專閱"]
  private static let prohibitions = ["勿", "不得", "不准", "不許", "不许", "严禁", "嚴禁", "禁止", "谢绝", "謝絕"]
  private static let prohibited = [
    "外传", "外傳", "外泄", "外洩", "转载", "轉載", "翻印", "复制", "複製", "散发", "散發", "公开", "公開", "扩散", "擴散", "传播", "傳播", "摘录", "摘錄",
    "引用",
    "遗失", "遺失", "对外", "對外", "上网", "上網",
  ]

  private static func isForSome(_ text: String) -> Bool {
    guard (4...20).contains(text.count), let first = text.unicodeScalars.first else { return false }
    return
      ("只仅僅专專".unicodeScalars.contains(first) && addressees.contains(where: text.hasPrefix)
      || restrictions.holdEnd(of: text)) && text.count(where: { !$0.isHanCharacter }) <= 2
  }

  private static let addressees = ["只送", "仅送", "僅送", "只发", "只發", "仅发", "僅發", "专供", "專供", "仅限", "僅限", "只限"]
  private static let restrictions = Endings([
    "传阅", "傳閱", "存阅", "存閱", "勿外传", "勿外傳", "勿外泄", "勿外洩", "勿转载", "勿轉載", "不作公开发售", "不作公開發售", "不公开发行", "不公開發行", "不对外发行",
    "不對外發行", "内部使用", "內部使用",
  ])

  /// Degrees of secrecy (GB/T 9704-2012, 7.2.2).
  static let classifications = ["绝密", "絕密", "机密", "機密", "秘密"]
  /// Degrees of urgency (7.2.3).
  static let urgencies = Masthead.urgencies

  /// Labels of the distribution list.
  static let distributionLabels = [
    "本期增发", "本期增送", "本期发送", "本期报送", "本期抄送", "本期分送", "本期呈送", "本期送", "本期发", "本期报", "副本送", "分送单位", "分送單位", "主送单位", "主送机关",
    "抄送单位", "抄送机关", "发送单位", "报送单位", "发送范围", "分送范围", "报送范围", "主送",
    "報送", "报送", "呈报", "陈报", "陳報", "抄呈", "致送",
    "呈報", "呈送", "抄送", "赠阅", "贈閱", "抄报", "抄報", "抄发", "抄發", "分送", "分发", "分發", "增发", "增發", "增送", "发送", "發送", "下发", "下發",
    "发至", "發至", "印送", "赠送", "贈送", "寄送", "分寄", "敬送", "敬赠", "敬贈", "正本", "副本", "报", "報", "送", "发", "發", "呈",
  ]
  /// Those that may stand before a wide blank instead of a colon.
  static let spacedDistributionLabels: Set<String> = [
    "报", "報", "送", "发", "發", "呈", "主送", "抄送", "抄报", "抄報", "报送", "報送", "分送", "呈报", "呈報", "发送", "發送", "印送", "印发", "抄发",
    "正本", "副本",
  ]
  static let englishDistributionLabels = [
    "distribution", "distributionlist", "sentto", "submittedto", "copiedto", "copied", "circulatedto", "to", "cc",
    "copies to",
    "copiesto", "copyto", "addressees", "sentonto", "circulate", "mailinglist", "heldby",
    "forinformation", "forinformationto", "copyforinformation", "copiesforinformation", "forcirculation", "recipients",
    "circulation", "for", "copy", "foraction", "sendto", "copies", "issuedto", "readers", "action", "information",
  ]

  /// Labels of those who made the issue.
  static let roles = [
    "编", "編", "核", "校", "审", "審", "签", "簽", "美編", "美编", "美術", "美术", "美術編輯", "編輯委員", "编辑委员", "編輯小組", "编辑小组", "主任编委",
    "副總編", "总策划", "發行人兼總編輯", "發行人兼社長", "采編", "采编", "文編", "文编", "總策劃", "策劃", "創辦人",
    "名誉主编", "名譽主編", "常务副主编", "本期执编", "执编", "值班总编", "通联", "刊头题字", "刊頭題字",
    "中文编辑", "英文编辑", "中文編輯", "英文編輯", "中文主编", "英文主编",
    "责任编辑", "終審", "终审", "顾问", "顧問", "总顾问", "主审", "编委", "編委", "初审", "初審", "二审", "三审", "覆核", "责任编辑", "責任編輯", "执行编辑",
    "执行主编", "特约编辑", "美术编辑", "副总编辑", "副总编",
    "总编辑", "总编", "副主编", "主编", "主編", "责编",
    "编辑", "編輯", "總編輯", "執行編輯", "總編", "督印", "督印人", "監製", "撰文", "攝影", "繪圖", "設計", "執編", "特約編輯",
    "主筆", "副總編輯", "主任委員", "编审", "编校", "编发", "编印人", "审核人", "审核", "審核", "审定", "审稿", "审阅", "核稿", "核发", "签发人", "签发", "簽發",
    "校对", "校對", "排版", "撰稿", "撰稿人", "供稿人", "拟稿", "拟稿人", "值班员", "值班领导", "带班领导", "分析", "制作", "统筹", "策划", "印制",
    "监制", "值班编辑", "值班主任", "联系人", "聯絡人", "聯繫人", "承辦人", "承办", "制表", "值班", "总干事", "總幹事", "理事长", "理事長", "本期编辑", "主办", "主辦",
    "承办单位", "主办单位", "协办", "协办单位", "编印单位", "编辑单位", "赞助", "准印证号", "刊号", "印制单位", "design", "print", "printedby",
    "photographs by", "subeditor", "secretary", "treasurer",
    "publisher", "發行人", "发行人", "發行", "发行", "监印", "监发", "录入",
    "复核", "校核", "制图", "摄影", "撰文", "出版", "印刷", "承印", "编辑部主任", "副主編", "社長", "社长", "編審", "審校", "审校", "排印", "審稿", "核稿人",
    "編印", "总值班", "本期编辑", "本期审核", "本期责编", "本期主编", "本期编审", "本期校对", "本期审稿", "打字", "承办人",
    "经办人",
    "editor", "editors", "editorinchief", "managingeditor", "editedby", "approvedby", "reviewedby", "proofreader",
    "proofreading", "production", "design", "layout", "compiledby", "preparedby", "typedby", "typist", "duplicatedby",
    "editorialboard", "contributors",
    "contributor", "photographs",
    "pressofficer", "clerk", "photos", "illustrations", "typesetting", "translation", "translator", "translators",
    "translatedby", "englisheditor", "chineseeditor", "翻译", "翻譯", "译者",
    "editorialcommittee",
    "deputyeditor", "assistanteditor", "chiefeditor", "generaleditor", "chair", "chairman", "director", "printer",
    "printers", "distributionmanager", "webmaster", "coordinator", "checkedby", "signedby", "typedby", "typist",
    "duplicatedby",
    "刻写", "刻寫", "刻印", "缮印", "繕印", "誊写", "謄寫",
  ]

  /// Those of ``roles`` that say who publishes, prints or pays, or whose text it is, and not who made the issue.
  static let publishingRoles: Set<String> = [
    "承办单位", "主办单位", "协办", "协办单位", "编印单位", "编辑单位", "赞助", "准印证号", "刊号", "印制单位", "主办", "主辦", "發行", "发行", "出版", "印刷",
    "承印", "印制", "排印", "编印", "編印", "撰稿", "撰文", "供稿人", "撰稿人", "拟稿", "拟稿人", "签发", "簽發", "签发人", "整理", "译者", "翻译", "翻譯",
    "制表",
  ]

  /// Labels of ways to reach the editors.
  static let contacts = [
    "通讯处", "通訊處", "通讯地址", "通訊地址", "通信处", "通信地址", "联系电话", "聯繫電話", "聯絡電話", "联络电话", "咨询电话", "值班电话", "时间", "時間", "微信", "官网",
    "投稿邮箱", "投稿信箱", "电子邮箱", "电子邮件", "电子信箱",
    "邮箱", "電郵", "传真", "傳真",
    "电话", "電話", "地址", "邮编", "邮政编码", "网址", "網址", "投稿", "来稿", "公众号", "微信公众号", "热线",
    "phone", "telephone", "tel", "ph", "mobile", "email", "e-mail", "mail", "address", "website", "web", "contact",
    "fax", "enquiries",
    "inquiries", "contributions", "contributionsto", "correspondence", "allcorrespondence", "allcorrespondenceto",
    "allcommunications",
    "allcommunicationsto", "correspondenceto", "letters", "lettersto", "subscriptions",
    "articles", "manuscripts", "subscribe", "tounsubscribe",
  ]

  /// Ends of the names of offices.
  static let officeEndings = [
    "办公室", "辦公室", "办公厅", "辦公廳", "委员会", "委員會", "秘书处", "秘書處", "秘书组", "编辑部", "編輯部", "编辑室", "编委会", "领导小组",
    "工作组", "协调小组", "指挥部", "研究室", "研究院", "研究所", "政府", "公司", "集团", "学校", "大学", "學院", "学院", "中学", "小学", "医院", "醫院",
    "中心", "协会", "協會", "学会", "联合会", "红十字会", "基金会", "总队", "支队", "大队", "党委", "党组", "党支部", "团委", "工会", "宣传部",
    "组织部", "统战部", "人事部", "机关", "专班", "联盟", "街道", "管委会", "党校", "局", "厅", "廳", "委", "部", "处", "處", "院", "会",
    "會", "校", "社", "馆", "館", "站", "办", "辦", "室", "组", "組", "科", "股", "所", "队", "署", "台", "处室", "镇", "乡", "村", "区",
    "县", "市", "司", "海关", "海關", "法院", "檢察院", "检察院", "公所", "分行", "支行", "书院", "剧院", "电视台", "驿站",
    "總隊", "支隊", "大隊", "隊", "協會", "聯合會", "學校", "大學", "中學", "小學", "國小", "國中", "公會", "工會", "總會",
    "基金會", "宣傳部", "組織部", "編委會", "領導小組", "鎮", "鄉", "縣", "區", "廠", "園", "處室", "機關", "秘書室", "总社", "银行", "园", "厂", "店",
    "基地", "课题组", "通讯员", "记者", "车间", "車間", "班组", "分厂", "工段", "宫", "宮", "寺", "书屋", "專班",
    "乐团", "樂團", "剧团", "劇團", "合唱团", "合唱團", "艺术团", "藝術團", "文工团", "舞团", "舞團", "管理段", "养路段", "公路段", "工务段", "机务段",
    "电务段", "车务段", "供电段", "客运段", "车辆段", "水电段", "庭", "法庭", "残联", "妇联", "侨联", "文联", "工商联", "婦聯", "僑聯", "文聯",
  ]
  /// Words behind the publishing office.
  static let publisherWords = [
    "主办", "主辦", "编印", "編印", "编发", "编制", "编写", "编辑", "编", "編", "主编", "印发", "印發", "印", "承办", "协办",
  ]
  /// Words behind the publishing office that stand behind much else too, so that only an office before them tells.
  static let officeDeeds = [
    "發", "发", "發行", "发行", "出版", "編製", "編輯", "主編", "编撰", "编报", "發佈", "发布", "承辦", "協辦", "合编",
  ]
  private static let officeTails = Endings(officeEndings)
  private static let publisherEndings = Endings(publisherWords)
  private static let officeDeedTails = Endings(officeDeeds)

  /// Labels before the publishing office.
  static let publisherLabels = [
    "主办单位", "主编单位", "主編單位", "主办", "出版", "編印", "發行", "承辦", "編印單位", "編輯單位", "發行單位", "发行单位", "出版單位", "出版单位", "主辦單位", "主辦",
    "编印单位", "编印", "编发单位", "編輯發行", "编辑发行", "編輯出版", "编辑出版", "出版發行", "出版发行", "編印發行", "编印发行", "主编", "主編機關",
    "编辑单位", "編印者", "编印者", "出版者", "發行者", "发行者", "承办单位", "发布单位", "发文单位", "單位", "单位", "發行所",
    "发行所", "發行處", "publishedby",
    "issuedby", "publisher", "from",
  ]

  /// Words in the names of English offices.
  static let englishOfficeWords = [
    "office", "department", "committee", "council", "bureau", "secretariat", "board", "centre", "center", "agency",
    "association", "commission", "institute", "university", "college", "school", "library", "museum", "trust",
    "society", "libraries", "societies", "departments",
    "foundation", "authority", "division", "team", "unit", "ministry", "club", "cooperative", "company", "group",
    "network", "academy", "parish", "station", "consulate", "embassy", "federation", "laboratory", "headquarters",
    "archive", "archives", "clinic", "section", "unit", "corporation", "registry", "observatory", "service", "services",
    "union", "hospital", "works", "district", "editors", "press",
  ]

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

  /// Labels of a contributor.
  static let contributorLabels = [
    "供稿单位", "供稿人", "执笔", "執筆", "执笔人", "interview", "interviewby", "translatedby", "compiledby", "writtenby", "文字", "图文",
    "供稿", "来稿", "来源", "來源", "撰稿人", "撰稿", "报送单位", "信息来源", "稿源", "通讯员", "作者", "文/图", "图/文",
    "文图", "摘自",
    "转自", "选自", "整理", "供图", "图片", "摄影", "textandphotographs", "photographs", "text", "words", "contributedby", "source",
    "reportedby", "submittedby", "by",
  ]
  /// The labels that name a contributor behind an article; 作者 and by are for its beginning.
  static let closingContributorLabels = contributorLabels.filter { $0 != "by" && $0 != "作者" }
  /// Labels in brackets behind an article, those of editors among them.
  static let bracketedContributorLabels = contributorLabels + ["责任编辑", "编辑"]
  /// Labels of those who made the issue, and of ways to reach them.
  static let rolesAndContacts = roles + contacts

  /// Words behind a contributor.
  static let contributorEndings = ["供稿", "报送", "图文", "图/文", "文/图", "撰稿", "来稿", "整理", "摄", "提供", "报道", "通讯员"]

  /// Where news on what people say come from: （市民热线） behind an article.
  static let sources = [
    "日报", "日報", "晨报", "晨報", "早报", "早報", "晚报", "晚報", "时报", "時報", "商报", "商報", "都市报", "都市報", "电视台", "電視台",
    "电台", "電台", "通讯社", "通訊社", "热线", "熱線", "论坛", "論壇", "微博", "微信", "贴吧", "信箱", "留言板", "公众号", "客户端", "抖音",
    "快手", "小红书", "网", "網",
  ]

  /// Whether `label`, blanks gone and in lower case, names a way to reach somebody: by the list or by its end.
  static func isContact(_ label: String) -> Bool {
    contacts.contains(label)
      || label.count <= 10
        && ["电话", "電話", "热线", "熱線", "邮箱", "郵箱", "信箱", "址", "传真", "傳真"].contains(where: label.hasSuffix)
  }

  /// Whether `text` is two clauses of one length, 推动终身学习　共筑书香社会: a theme, never a name.
  static func looksLikeSlogan(_ text: String) -> Bool {
    let halves = text.trimmed.unicodeScalars.split { $0.isBlank || $0 == "，" || $0 == "、" }.map(Substring.init)
    return halves.count == 2 && halves[0].count == halves[1].count && halves[0].count >= 4
      && halves.allSatisfy { $0.count == $0.hanCount }
  }

  /// Whether `text` names an office, by its end or its words.
  static func looksLikeOffice(_ text: String) -> Bool {
    guard text.utf8.count <= 300, !looksLikeSlogan(text) else { return false }
    let bare = text.withoutBlanks
    guard !bare.isEmpty,
      !bare.unicodeScalars.contains(where: { $0 == "。" || $0 == "！" || $0 == "？" || $0 == "；" })
    else { return false }
    if bare.hanCount == 0 {
      let words = text.lowercased().split { !$0.isLetter }.map(String.init)
      guard words.count <= 12, words.first != "edited", !words.dropFirst(3).contains("by") else { return false }
      return words.contains { EnglishVocabulary.offices.contains($0) }
    }
    guard bare.utf8.count <= 40 || bare.count <= 40 else {
      // Chinese and English side by side, either first: the Chinese decides.
      let isBehind = bare.unicodeScalars.first?.isASCIILetter == true
      let han = String(
        isBehind
          ? String(bare.reversed().prefix { $0.isHanCharacter }.reversed()) : String(bare.prefix { $0.isHanCharacter }))
      return han.count >= 4 && han.count < bare.count && looksLikeOffice(han)
    }
    if let western = bare.unicodeScalars.last, western.isASCIILetter {
      let han = String(bare.prefix { $0.isHanCharacter })
      return han.count >= 3 && looksLikeOffice(han)
    }
    if publisherEndings.matches(bare).contains(where: { bare.count > $0.count + 1 }) { return true }
    var name = bare
    if let deed = officeDeedTails.matches(bare).first(where: { bare.count > $0.count + 3 }) {
      name = String(bare.dropLast(deed.count))
    }
    return officeTails.matches(name).contains { name.utf8.count > $0.utf8.count } && !tellsOfDeed(name)
  }

  /// 协会召开二次理事会 tells what an office did.
  private static func tellsOfDeed(_ text: String) -> Bool {
    text.utf8.count > 18 && deedSearch.isFound(in: text)
  }
  private static let deedSearch = WordSearch([
    "召开", "召開", "举行", "舉行", "举办", "舉辦", "开展", "開展", "荣获", "榮獲", "当选", "當選", "参加", "參加",
  ])

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
