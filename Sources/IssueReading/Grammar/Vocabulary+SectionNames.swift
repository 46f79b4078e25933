/// How often bulletins appear, and how their sections are called.
extension Vocabulary {
  private static let periodicities: Set<String> = [
    "日刊", "周刊", "週刊", "旬刊", "半月刊", "月刊", "双月刊", "雙月刊", "季刊", "半年刊", "年刊", "不定期", "不定期刊", "每周一期", "每週一期", "每月一期", "每季一期",
    "不定期出版",
  ]

  private static let longestPeriodicity = periodicities.map(\.count).max() ?? 0

  /// Whether `text` says nothing but how often a bulletin appears, in brackets or behind a stroke.
  static func isPeriodicity(_ text: String) -> Bool {
    text.utf8.count <= 90
      && (text.letters.count <= longestPeriodicity
        && periodicities.contains(String(text.withoutBlanks.without("（）()｜|·・【】")))
        || isEnglishPeriodicity(text))
  }

  /// (Quarterly), [published every month]: in brackets, since QUARTERLY by itself may be the end of a name.
  private static func isEnglishPeriodicity(_ text: String) -> Bool {
    let line = text.trimmed
    guard let open = line.utf8.first, open == UInt8(ascii: "(") || open == UInt8(ascii: "["),
      let close = line.utf8.last,
      close == UInt8(ascii: ")") || close == UInt8(ascii: "]")
    else { return false }
    let words = line.lowercased().split { !$0.isLetter }.map(String.init)
    return (1...5).contains(words.count) && words.contains(where: periods.contains)
      && words.allSatisfy { periods.contains($0) || besidePeriods.contains($0) }
  }

  private static let periods: Set<String> = [
    "daily", "weekly", "fortnightly", "monthly", "bimonthly", "quarterly", "yearly", "annual", "annually", "biannual",
    "week", "weeks", "fortnight", "month", "months", "quarter", "year", "irregular", "occasional", "occasionally",
  ]
  private static let besidePeriods: Set<String> = [
    "published", "issued", "appears", "appearing", "a", "an", "the", "every", "each", "once", "twice", "thrice", "two",
    "three", "four", "six", "times", "bi", "half", "semi", "second", "third", "other", "paper", "at", "intervals",
  ]

  /// What names of sections end with.
  static let sectionEndings = [
    "动态", "動態", "要闻", "要聞", "公告", "园地", "園地", "天地", "论坛", "論壇", "之窗", "视点", "交流", "快讯", "聚焦", "一线", "一線", "风采",
    "風采", "专栏", "專欄", "选登", "摘登", "掠影", "纵横", "縱橫", "速递", "速遞", "看台", "广角", "廣角", "短波", "集锦", "专题", "專題", "副刊",
    "信息", "资讯", "資訊", "简讯", "簡訊", "动向", "動向", "文摘", "花絮", "信箱", "讲堂", "講堂", "课堂", "集萃", "撷英", "博览", "之声", "之聲", "回音",
    "来信", "來信",
    "漫笔", "随笔", "隨筆", "知识", "知識", "传真", "反响", "反響",
  ]

  /// Whether `text` is a few letters that end as names of sections do.
  static func looksLikeSectionName(_ text: String) -> Bool {
    let bare = text.withoutBlanks
    return (4...7).contains(bare.count) && sectionEndings.contains(where: bare.hasSuffix)
  }
}
