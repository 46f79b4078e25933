import IssueModel

/// Words on how an issue may be used, by whom, how secret and how urgent it is.
extension Vocabulary {
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
}
