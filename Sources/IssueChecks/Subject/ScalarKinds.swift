import UnicodeText

/// What the scalars of a passage are to the checks: most passages have nothing of what most checks look for, and one walk
/// over a passage, when it is taken down, tells all of them.
struct ScalarKinds: OptionSet, Sendable, Hashable {
  var rawValue: UInt16

  /// An ideograph.
  static let han = ScalarKinds(rawValue: 1 << 0)
  /// What no prose has.
  static let suspect = ScalarKinds(rawValue: 1 << 1)
  /// A letter that a rule for misread characters looks at: l in a number, a letter or kana among Han, 曰 and 巳.
  static let doubtful = ScalarKinds(rawValue: 1 << 2)
  /// Turns the direction of text.
  static let directionControl = ScalarKinds(rawValue: 1 << 3)
  /// A bracket or quote, or the straight quote.
  static let bracket = ScalarKinds(rawValue: 1 << 4)
  /// One of ，。、；：.
  static let stop = ScalarKinds(rawValue: 1 << 5)
  /// One of ,;:?!. in half width.
  static let halfWidthMark = ScalarKinds(rawValue: 1 << 6)
  /// Closes a pair in Chinese text.
  static let wideClosing = ScalarKinds(rawValue: 1 << 7)
  /// Of a passage: 月, without which no day is told.
  static let month = ScalarKinds(rawValue: 1 << 8)
  /// Of a passage: two stops in a row.
  static let stopPair = ScalarKinds(rawValue: 1 << 9)
  /// Of a passage: a mark in half width behind Han or what closes a pair.
  static let markBehindHan = ScalarKinds(rawValue: 1 << 10)

  /// What one scalar is.
  @inline(__always)
  static func of(_ scalar: Unicode.Scalar) -> ScalarKinds {
    let value = scalar.value
    if value >= 0x4E00, value <= 0x9FFF { return specialHan.contains(scalar) ? ofSpecialHan(scalar) : .han }
    return value < 0x80 ? ascii[Int(value)] : ofOther(scalar)
  }

  /// What the scalars of a passage are, all in all.
  init(_ scalars: [Unicode.Scalar]) {
    var all: ScalarKinds = []
    var before: ScalarKinds = []
    for scalar in scalars {
      let kinds = Self.of(scalar)
      if kinds != .han {
        if kinds.contains(.stop), before.contains(.stop) { all.insert(.stopPair) }
        if kinds.contains(.halfWidthMark), !before.isDisjoint(with: [.han, .wideClosing]) {
          all.insert(.markBehindHan)
        }
      }
      all.formUnion(kinds)
      before = kinds
    }
    self = all
  }

  init(rawValue: UInt16) { self.rawValue = rawValue }

  private static let ascii: [ScalarKinds] = (0..<0x80).map { value in
    guard let scalar = Unicode.Scalar(UInt32(value)) else { return [] }
    return ofOther(scalar)
  }

  /// The Han that are more than that: bare radicals, 曰 巳 己 已, 月.
  private static let specialHan = HanSet(bareRadicals + "曰巳己已月")

  /// Radicals among the ideographs that are no characters by themselves.
  private static let bareRadicals = "囗丨亅丿勹冂冖凵匚匸卩夂夊宀彡忄扌氵灬爫疒癶礻糹纟艹虍衤訁讠釒钅飠饣刂亻亠冫廴"

  private static func ofSpecialHan(_ scalar: Unicode.Scalar) -> ScalarKinds {
    switch scalar {
    case "月": [.han, .month]
    case "曰", "巳", "己", "已": [.han, .doubtful]
    default: [.han, .suspect, .doubtful]
    }
  }

  private static func ofOther(_ scalar: Unicode.Scalar) -> ScalarKinds {
    var kinds: ScalarKinds = []
    if scalar.isHan { kinds.insert(.han) }
    if scalar.isSuspectByItself { kinds.formUnion([.suspect, .doubtful]) }
    if scalar.isKana { kinds.insert(.doubtful) }
    if scalar.isDirectionControl { kinds.insert(.directionControl) }
    if scalar.isWideClosing { kinds.insert(.wideClosing) }
    switch scalar {
    case "I", "O", "b", "d", "f", "h", "j", "l", "o", "p", "q", "r", "s", "u", "w", "y", "z": kinds.insert(.doubtful)
    case "，", "。", "、", "；", "：": kinds.insert(.stop)
    case ",", ";", ":", "?", "!", ".": kinds.insert(.halfWidthMark)
    case "\"": kinds.insert(.bracket)
    default:
      if Brackets.Pair(openedBy: scalar) != nil || Brackets.Pair(closedBy: scalar) != nil { kinds.insert(.bracket) }
    }
    return kinds
  }

  /// Whether the Han is a bare radical.
  static func isBareRadical(_ scalar: Unicode.Scalar) -> Bool {
    specialHan.contains(scalar) && ofSpecialHan(scalar).contains(.suspect)
  }
}
