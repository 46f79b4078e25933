/// The words by which offices are known.
extension Vocabulary {
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
}
