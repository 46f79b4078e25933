/// Numbers as bulletins write them: 12, １２, 十二, 二〇二三, 二0一七.
enum ChineseNumerals {
  static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "0"..."9": Int(scalar.value - 0x30)
    case "〇", "○", "零", "◯", "Ｏ", "O": 0
    case "一", "壹": 1
    case "二", "贰", "貳", "两": 2
    case "三", "叁", "參": 3
    case "四", "肆": 4
    case "五", "伍": 5
    case "六", "陆", "陸": 6
    case "七", "柒": 7
    case "八", "捌": 8
    case "九", "玖": 9
    default: nil
    }
  }

  static func unit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "十", "拾": 10
    case "百", "佰": 100
    case "千", "仟": 1000
    case "廿": 20
    case "卅": 30
    default: nil
    }
  }

  static func isNumeral(_ scalar: Unicode.Scalar) -> Bool { digit(scalar) != nil || unit(scalar) != nil }

  /// The value of `text`, blanks ignored; nil if it is no number.
  static func value(_ text: some StringProtocol) -> Int? {
    let scalars = text.unicodeScalars.filter { !$0.isBlank }
    guard !scalars.isEmpty, scalars.count <= 9 else { return nil }
    if scalars.allSatisfy({ digit($0) != nil }) {
      return scalars.reduce(0) { $0 * 10 + (digit($1) ?? 0) }
    }
    var total = 0
    var pending: Int?
    for scalar in scalars {
      if let unit = unit(scalar) {
        if unit == 20 || unit == 30 {
          total += unit
        } else {
          total += (pending ?? 1) * unit
        }
        pending = nil
      } else if let digit = digit(scalar) {
        pending = (pending ?? 0) * 10 + digit
      } else {
        return nil
      }
    }
    return total + (pending ?? 0)
  }
}
