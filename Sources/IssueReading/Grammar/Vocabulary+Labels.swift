/// Labels of an imprint and of what stands at an article's end.
extension Vocabulary {
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

  /// Labels before the publishing office.
  static let publisherLabels = [
    "主办单位", "主编单位", "主編單位", "主办", "出版", "編印", "發行", "承辦", "編印單位", "編輯單位", "發行單位", "发行单位", "出版單位", "出版单位", "主辦單位", "主辦",
    "编印单位", "编印", "编发单位", "編輯發行", "编辑发行", "編輯出版", "编辑出版", "出版發行", "出版发行", "編印發行", "编印发行", "主编", "主編機關",
    "编辑单位", "編印者", "编印者", "出版者", "發行者", "发行者", "承办单位", "发布单位", "发文单位", "單位", "单位", "發行所",
    "发行所", "發行處", "publishedby",
    "issuedby", "publisher", "from",
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

  /// Whether `label`, blanks gone and in lower case, names a way to reach somebody: by the list or by its end.
  static func isContact(_ label: String) -> Bool {
    contacts.contains(label)
      || label.count <= 10
        && ["电话", "電話", "热线", "熱線", "邮箱", "郵箱", "信箱", "址", "传真", "傳真"].contains(where: label.hasSuffix)
  }
}
