/// Numbers stay with their units, dates in one piece, with blanks between (2023 年 1 月) or without.
extension AnalysedText {
  mutating func glueNumbers() {
    var index = 0
    // The sign and place of the unit before: a date goes on behind 年, a time behind 时.
    var before: (unit: Unicode.Scalar, end: Int)?
    // The end of the Chinese numerals last looked at: a hundred thousand in a row are walked through once, not from each anew.
    var numeralsEnd = 0
    while index < scalars.count {
      guard let number = number(at: index, &numeralsEnd) else {
        index += 1
        continue
      }
      let start = number.lowerBound
      var end = number.upperBound
      join(number)
      let place = skippingBlank(from: end)
      let unitEnd = unit(at: place)
      if unitEnd > place {
        join(start..<unitEnd)
        end = unitEnd
      } else if place < scalars.count, place > end, isWesternUnit(at: place) {
        join(start..<place + 1)
      }
      glueAhead(of: start)
      if let before, skippingBlank(from: before.end) == start, end > start {
        let pair = (before.unit, scalars[end - 1])
        if Self.follows(pair.0, pair.1) { join(before.end - 1..<start + 1) }
      }
      glueRange(behind: end)
      before = end > number.upperBound ? (scalars[end - 1], end) : nil
      index = max(end, index + 1)
    }
  }

  /// What a date or a time goes on with.
  private static func follows(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool {
    switch (a, b) {
    case ("年", "月"), ("月", "日"), ("月", "号"), ("日", "时"), ("日", "点"), ("时", "分"), ("点", "分"), ("分", "秒"): true
    default: false
    }
  }

  /// A number at `index`: digits with points and commas among them, or Chinese numerals before 年, 月, 日 or
  /// behind 第. `numeralsEnd` is the end of the last row of these that was looked at.
  private func number(at index: Int, _ numeralsEnd: inout Int) -> Range<Int>? {
    var end = index
    if scalars[index].isDigit {
      while end < scalars.count {
        if scalars[end].isDigit {
          end += 1
        } else if ".,．:：".unicodeScalars.contains(scalars[end]), end + 1 < scalars.count, scalars[end + 1].isDigit {
          end += 1
        } else {
          break
        }
      }
      return index..<end
    }
    guard scalars[index].isChineseNumeral else { return nil }
    if index < numeralsEnd {
      end = numeralsEnd
    } else {
      while end < scalars.count, scalars[end].isChineseNumeral { end += 1 }
      numeralsEnd = end
    }
    let isOrdinal = index > 0 && scalars[index - 1] == "第"
    let isDate = end < scalars.count && "年月日".unicodeScalars.contains(scalars[end])
    return isOrdinal || isDate ? index..<end : nil
  }

  private func skippingBlank(from index: Int) -> Int {
    guard index < scalars.count else { return index }
    return scalars[index] == " " || scalars[index] == "\u{3000}" || scalars[index] == "\u{A0}" ? index + 1 : index
  }

  /// The end of the unit of measure at `index`; `index` if there is none.
  private func unit(at index: Int) -> Int {
    var end = index
    // 余, 多 and 万 stand before the unit itself: 8900余场, 45万余人次.
    while end < scalars.count, end < index + 3, "余多万亿千百十".unicodeScalars.contains(scalars[end]) { end += 1 }
    guard end < scalars.count else { return end }
    for long in Self.longUnits where scalars[end...].starts(with: long.unicodeScalars) {
      return end + long.unicodeScalars.count
    }
    if Self.isUnit(scalars[end]) { end += 1 }
    return end
  }

  private static let longUnits = [
    "个百分点", "百分点", "平方公里", "平方米", "立方米", "摄氏度", "人次", "公里", "公斤", "千克", "小时", "分钟", "个月",
    "周年", "毫米", "厘米", "千米", "美元",
  ]

  private static func isUnit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "%", "％", "‰", "℃", "°", "年", "月", "日", "号", "时", "点", "分", "秒", "元", "角", "个", "人", "名", "位", "次",
      "场", "家", "户", "项", "件", "条", "期", "卷", "页", "章", "节", "届", "级", "组", "队", "支", "米", "克", "吨", "亩",
      "岁", "天", "周", "倍", "处", "座", "所", "份", "篇", "部", "套", "台", "辆", "艘", "艇", "只", "头", "棵", "株", "室",
      "楼", "栋", "路", "批", "类", "种", "里", "度", "版", "辑", "册", "张", "幅", "间", "街", "弄", "巷":
      true
    default: false
    }
  }

  /// Whether a short Western unit stands at `index`: 5 km.
  private func isWesternUnit(at index: Int) -> Bool {
    var end = index
    while end < scalars.count, end - index < 4, scalars[end].isASCIILetterOrDigit { end += 1 }
    guard end - index < 4, end > index else { return false }
    let word = String(String.UnicodeScalarView(scalars[index..<end]))
    return ["km", "m", "cm", "mm", "kg", "g", "t", "kW", "MW", "kB", "MB", "GB", "TB", "ha", "h", "min", "am", "pm"]
      .contains(word)
  }

  /// 第, №, No. and Vol. stay with the number behind them.
  private mutating func glueAhead(of start: Int) {
    let isBlank = start > 0 && start > skippedBack(from: start)
    let end = skippedBack(from: start)
    guard end > 0 else { return }
    switch scalars[end - 1] {
    case "第", "№", "￥", "¥", "$", "€", "£", "＄": join(end - 1..<start + 1)
    case "." where isBlank:
      for word in ["No", "Nos", "Vol", "p", "pp", "Fig", "Art"] where end - 1 >= word.unicodeScalars.count {
        let from = end - 1 - word.unicodeScalars.count
        let isWhole = from == 0 || !scalars[from - 1].isASCIILetterOrDigit
        if isWhole, scalars[from..<end - 1].elementsEqual(word.unicodeScalars) { join(from..<start + 1) }
      }
    default: break
    }
  }

  private func skippedBack(from index: Int) -> Int {
    guard index > 0 else { return index }
    return scalars[index - 1] == " " || scalars[index - 1] == "\u{3000}" || scalars[index - 1] == "\u{A0}"
      ? index - 1 : index
  }

  /// 3—5人 and 9:00～11:30 are one.
  private mutating func glueRange(behind end: Int) {
    guard end + 1 < scalars.count, scalars[end + 1].isDigit else { return }
    switch scalars[end] {
    case "—", "–", "-", "~", "～", "/", "－", "×", "+": join(end - 1..<end + 2)
    default: break
    }
  }
}

extension Unicode.Scalar {
  var isChineseNumeral: Bool {
    switch self {
    case "〇", "○", "零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "廿", "百": true
    default: false
    }
  }
}
