/// One way to tell that a character was misread. A rule is here only if clean text never has what it looks for.
/// Each finds scalars of ``ScalarKinds/doubtful`` only: of no others is any asked.
struct SuspectRule: Sendable {
  /// Whether the scalar at the index is suspect.
  var matches: @Sendable ([Unicode.Scalar], Int) -> Bool

  static let all: [SuspectRule] = [byItself, letterInNumber, loneLetter, loneKana, dayMark, wrongWord]

  /// Suspect wherever it stands.
  static let byItself = SuspectRule { scalars, index in scalars[index].isSuspectByItself }

  /// l, I, O or o where the row of digits wants 1 or 0: 2O31, l2月, 3O日. Names and measures have other letters
  /// or marks beside them (H2O, B1l, 10 l).
  static let letterInNumber = SuspectRule { scalars, index in
    guard scalars[index].isASCII, "lIOo".unicodeScalars.contains(scalars[index]) else { return false }
    var (start, end) = (index, index + 1)
    // No number is longer: a row of 60,000 letters l, each looked at from end to end, kept the check for seconds.
    while start > 0, end - start <= 40, scalars[start - 1].isWordOrNumber { start -= 1 }
    while end < scalars.count, end - start <= 40, scalars[end].isWordOrNumber { end += 1 }
    let word = scalars[start..<end]
    guard word.count <= 40, word.contains(where: \.isDigit),
      word.allSatisfy({ $0.isDigit || "lIOo.,%".unicodeScalars.contains($0) })
    else { return false }
    let (before, after) = (index > start ? scalars[index - 1] : nil, index + 1 < end ? scalars[index + 1] : nil)
    if before?.isDigit == true, after?.isDigit == true { return true }
    return end < scalars.count && "年月日期号時时分元万亿人个名项".unicodeScalars.contains(scalars[end])
  }

  /// A small letter by itself between two Han that is no sign of its own: 水l站. n个, x光, k线, e家 and the like
  /// are words, and letters behind 每 are units.
  static let loneLetter = SuspectRule { scalars, index in
    guard scalars[index].isASCII, "bdfhjlopqrsuwyz".unicodeScalars.contains(scalars[index]), index > 0,
      index + 1 < scalars.count
    else { return false }
    return scalars[index - 1].isHan && scalars[index + 1].isHan && scalars[index - 1] != "每"
      && scalars[index - 1] != "为" && scalars[index - 1] != "字"
  }

  /// Katakana or bopomofo by itself among Han, for 一 二 口 八 工 and the like. Japanese words have more of them.
  static let loneKana = SuspectRule { scalars, index in
    guard scalars[index].isKana, index > 0, index + 1 < scalars.count else { return false }
    return scalars[index - 1].isHan && scalars[index + 1].isHan
  }

  /// 曰 for 日 behind a number: 1月28曰.
  static let dayMark = SuspectRule { scalars, index in
    scalars[index] == "曰" && index > 0 && (scalars[index - 1].isDigit || scalars[index - 1] == "月")
  }

  /// 巳经, 己经, 自已: words that are none. 自己经过 and 亲自已经 are.
  static let wrongWord = SuspectRule { scalars, index in
    let after = index + 1 < scalars.count ? scalars[index + 1] : nil
    let before = index > 0 ? scalars[index - 1] : nil
    switch scalars[index] {
    case "巳": return after == "经"
    case "己": return after == "经" && before.map { !"自知利克律异".unicodeScalars.contains($0) } ?? true
    case "已": return before == "自" && (after.map { !$0.isHan } ?? true || after == "的")
    default: return false
    }
  }
}

extension Unicode.Scalar {
  /// Never a character of prose: what a decoder could not read, private use, the bare radicals that broken
  /// fonts and OCR leave of a character.
  var isSuspectByItself: Bool {
    switch value {
    case 0xFFFD: true
    case 0xE000...0xF8FF, 0xF0000...0xFFFFD, 0x100000...0x10FFFD: true  // private use
    case 0x2E80...0x2FDF: true  // radicals, as PDF files have them in place of ideographs
    default: ScalarKinds.isBareRadical(self)
    }
  }

  var isKana: Bool {
    switch value {
    case 0x30A1...0x30FA, 0x30FC, 0x3105...0x312F, 0xFF66...0xFF9D: true
    default: false
    }
  }

  fileprivate var isWordOrNumber: Bool {
    isLatin || isDigit || ".,%-_/@+:".unicodeScalars.contains(self)
  }
}
