/// The words by which what frames a published page is told from what is published on it.
enum PageVocabulary {
  /// Words in classes and ids of what is no content, whatever it holds. A name is split at hyphens, underscores,
  /// digits and capitals.
  static let frameNames: Set<String> = [
    "nav", "navi", "navbar", "navigation", "topnav", "subnav", "sidenav", "menu", "submenu", "topmenu", "breadcrumb",
    "breadcrumbs", "crumb", "crumbs", "dqwz", "weizhi", "share", "sharing", "shares", "social", "bdsharebuttonbox",
    "jiathis", "addthis", "sidebar", "related", "relate", "recommend", "xgwz", "xgyd", "xglj", "print", "printer",
    "toolbar", "cookie", "cookies", "gdpr", "consent", "login", "searchbox", "pagination", "pager", "comments", "ads",
    "advert", "qrcode", "ewm", "friendlink", "friendlinks", "sitemap", "skip", "backtop", "gotop", "totop", "popup",
    "modal", "preheader", "fontsize", "reward", "sharedaddy", "addtoany", "sharethis", "sociable",
  ]

  /// Words in classes and ids of what may be either: they count where links are.
  static let doubtfulNames: Set<String> = [
    "position", "location", "aside", "tools", "tool", "banner", "topbar", "search", "pages", "prev", "next", "comment",
    "ad", "qr", "links", "link", "copyright", "footer", "foot", "bottom", "header", "head", "top", "logo",
    "accessibility", "wza", "subscribe", "unsubscribe", "zoom", "meta", "info", "profile", "vote", "like",
  ]

  /// What a line says that helps a reader through a site, and never belongs to an issue.
  static let guidance = anyCase([
    "打印本页", "打印此页", "打印文章", "【打印", "[打印", "关闭窗口", "关闭本页", "【关闭", "[关闭", "返回顶部", "回到顶部",
    "返回首页", "返回列表", "返回上一页", "加入收藏", "设为首页", "收藏本站", "分享到：", "分享到:", "扫一扫关注", "扫一扫，", "长按识别", "二维码关注", "长按二维码", "识别二维码",
    "点击上方",
    "您好，欢迎", "您好,欢迎", "您好！欢迎", "您好!欢迎", "您好，歡迎", "欢迎访问本", "歡迎光臨本站", "閱讀時間：", "阅读时间：", "閱讀時間:", "阅读时间:", "预计阅读", "預計閱讀",
    " min read",
    "點此線上閱讀", "点此在线阅读", "線上閱讀本期", "看不到內容", "看不到内容", "無法正常顯示", "无法正常显示", "無法正常瀏覽", "无法正常浏览", "取消訂閱", "取消订阅",
    "点击蓝字", "阅读原文", "上一篇：", "下一篇：", "上一篇:", "下一篇:", "上一条：", "下一条：", "上一条:", "下一条:",
    "上一期：", "下一期：", "相关链接：", "相关阅读：", "当前位置：", "当前位置:", "您的位置", "所在位置：", "所在位置:", "您现在的位置",
    "网站地图", "无障碍浏览", "无障碍阅读", "进入无障碍", "最佳分辨率", "您的浏览器", "请开启JavaScript", "请启用JavaScript", "预览时标签不可点",
    "继续滑动看下一个", "轻触阅读原文", "向上滑动看下一个", "关注公众号", "关注该公众号", "skip to content",
    "skip to main", "skip navigation", "you are here", "print this page", "share this", "email this page",
    "back to top",
    "we use cookies", "this site uses cookies", "accept all", "privacy policy", "terms of use", "terms of service",
    "view this email in your browser", "view in browser", "view online", "unsubscribe", "update your preferences",
    "update preferences", "manage preferences", "forward to a friend", "add us to your address book", "follow us on",
    "enable javascript", "javascript is disabled", "previous issue", "next issue", "related articles", "related links",
    "you are receiving this",
  ])

  /// Words of the same that may stand in a title as well: 网友点赞湖畔寄存, 老旧小区适老化改造. They count where the line says nothing
  /// else.
  private static let guidanceAlone = ["点赞", "在看", "二维码", "扫一扫", "无障碍", "适老化", "知道了", "分享到"]
  /// What may stand beside them, each of it the name of a section by itself.
  private static let besideGuidance = [
    "微信", "微博", "朋友圈", "QQ空间", "收藏", "转发", "分享", "关怀版", "长者版", "扫描", "关注", "打印", "手机", "我们", "加",
  ]
  private static let guidanceAloneSearch = WordSearch(guidanceAlone)

  /// Whether a line consists of such words.
  static func isGuidanceAlone(_ text: String) -> Bool {
    guard guidanceAloneSearch.isFound(in: text) else { return false }
    var rest = text
    for word in guidanceAlone + besideGuidance { rest = rest.replacing(word, with: "") }
    return rest.letters.isEmpty
  }

  /// What the foot of a site says, and nothing else.
  static let siteFoot = anyCase([
    "ICP备", "ICP证", "公网安备", "版权所有", "版權所有", "网站标识码", "网站备案", "all rights reserved", "copyright ©", "© 20",
    "copyright (c)", "技术支持：", "技术支持:", "网站管理：", "powered by",
  ])

  /// The search for `words` in text in small letters.
  private static func anyCase(_ words: [String]) -> WordSearch { WordSearch(words.map { $0.lowercased() }) }

  /// Labels of what a site says about a page: when it was put there, by whom, how often it was read.
  static let pageLabels = [
    "来源", "信息来源", "文章来源", "稿件来源", "作者", "发布时间", "发布日期", "发布人", "发布单位", "发布机构", "时间", "日期", "更新时间", "浏览次数", "浏览量", "浏览",
    "点击次数", "点击数", "点击率", "点击", "阅读次数", "阅读量", "阅读", "访问量", "访问次数", "字号", "字体", "字体大小", "信息来源", "录入", "录入者", "编辑",
    "责任编辑", "审核", "分享", "打印", "大", "中", "小", "published", "posted", "updated", "views", "hits", "author", "source",
  ]

  /// The labels among them that no bulletin prints.
  static let certainPageLabels = [
    "浏览次数", "浏览量", "点击次数", "点击数", "点击率", "阅读次数", "阅读量", "访问量", "访问次数", "字号", "字体", "发布时间", "发布日期", "更新时间", "录入",
    "views",
    "hits", "posted", "信息来源", "文章来源", "稿件来源",
  ]

  /// Endings of addresses of files: a link to one is an enclosure, not a way through the site.
  static let fileEndings = [
    ".doc", ".docx", ".xls", ".xlsx", ".pdf", ".ppt", ".pptx", ".zip", ".rar", ".wps", ".et", ".ofd", ".txt", ".csv",
    ".odt", ".ods",
  ]

  /// Whether one of the words of a name is in `names`.
  static func isNamed(_ name: String, _ names: Set<String>) -> Bool {
    var word = ""
    var previous: Character = " "
    for character in name {
      if character.isUppercase, previous.isLowercase {
        if names.contains(word) { return true }
        word = ""
      }
      if character.isASCII, character.isLetter {
        word += character.lowercased()
      } else {
        if names.contains(word) { return true }
        word = ""
      }
      previous = character
    }
    return names.contains(word)
  }
}
