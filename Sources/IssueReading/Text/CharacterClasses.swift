/// What a character is to the recovery of Chinese text.
extension Unicode.Scalar {
  /// An ideograph, 〇 among them; not kana, not hangul.
  var isHan: Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x323AF, 0xF900...0xFAFF, 0x3007, 0x3005: true
    default: false
    }
  }

  /// One of the Han from U+4E00 to U+9FFF, which most of the text is made of: asked first where these are none of what a rule
  /// looks for.
  @inline(__always)
  var isPlainHan: Bool { value &- 0x4E00 < 0x5200 }

  /// How many columns it takes as a blank: a tab four, an ideographic space two.
  var blankColumns: Int { self == "\t" ? 4 : isWide ? 2 : 1 }

  /// Takes two columns and needs no blank to its neighbour: Han, kana, CJK punctuation, full-width forms.
  var isWide: Bool {
    switch value {
    case 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      true
    case 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0xB7: true  // Han punctuation when among Han
    default: false
    }
  }

  /// A blank within a line: space, tab, no-break space, ideographic space and their kin.
  var isBlank: Bool {
    switch value {
    case 0x20, 0x9, 0xA0, 0x3000, 0x2000...0x200A, 0x202F, 0x205F: true
    default: false
    }
  }

  /// Shows nothing and separates nothing: zero-width space, joiners, byte order mark, soft hyphen.
  var isInvisible: Bool {
    switch value {
    case 0x0C, 0x200B, 0x200C, 0x2060, 0xFEFF, 0xAD, 0xFDD0: true
    default: false
    }
  }

  /// The ASCII form of a full-width letter, digit or mark, a space for any other blank; else the scalar itself.
  var halfWidth: Unicode.Scalar {
    switch value {
    case 0x21...0x7E: self
    case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0) ?? self
    default: isBlank ? " " : self
    }
  }

  /// The letter or digit it is, a Latin one half-width and in lower case; nil for anything else.
  @inline(__always)
  var letter: Unicode.Scalar? {
    if value >= 0x4E00, value <= 0x9FFF { return self }
    let scalar = halfWidth
    if scalar.value >= 0x41 && scalar.value <= 0x5A { return Unicode.Scalar(UInt8(scalar.value + 0x20)) }
    if scalar.isHan || scalar.isASCIIDigit || scalar.isASCIILetter { return scalar }
    return !scalar.isASCII && !scalar.isWide && scalar.properties.isAlphabetic ? scalar : nil
  }

  var isASCIIDigit: Bool { value >= 0x30 && value <= 0x39 }
  /// An Arabic digit, full-width ones too.
  var isDigit: Bool { isASCIIDigit || value >= 0xFF10 && value <= 0xFF19 }
  var isASCIILetter: Bool { value >= 0x41 && value <= 0x5A || value >= 0x61 && value <= 0x7A }

  /// ① to ⑳.
  var isCircledNumber: Bool { value >= 0x2460 && value <= 0x2473 }

  /// What closes the bracket that this opens; nil for anything else. Quotes are none.
  var closingBracket: Character? {
    switch self {
    case "【": "】"
    case "〖": "〗"
    case "［": "］"
    case "〔": "〕"
    case "（": "）"
    case "『": "』"
    case "[": "]"
    case "(": ")"
    default: nil
    }
  }

  /// Ends a sentence by itself.
  var endsSentence: Bool {
    switch self {
    case "。", "！", "？", "!", "?", "…", "；", "．", ";": true
    default: false
    }
  }
  /// Closes a pair: quotes and brackets.
  var isClosing: Bool {
    switch self {
    case "”", "’", "）", "》", "」", "』", "】", "〕", "〉", ")", "]", "\u{22}", "〗": true
    default: false
    }
  }
  /// Cannot begin a paragraph: what follows has lost its beginning.
  var continuesText: Bool {
    switch self {
    case "，", "。", "、", "；", "：", "！", "？", "）", "》", "」", "』", "”", "’", "〕", "％", "℃": true
    default: false
    }
  }
  /// Leaves a sentence open: what follows belongs to it.
  var leavesOpen: Bool {
    switch self {
    case "，", "、", ",", "（", "《", "“", "‘", "「", "『", "〔", "(": true
    default: false
    }
  }
}

extension Unicode.Scalar {
  /// A mark before a line: ★ ■ ※ and their kin, pictographs too; not a dash, which may be a subtitle's.
  var isLineMark: Bool {
    switch self {
    case "★", "☆", "◆", "◇", "■", "□", "●", "○", "▲", "△", "※", "◎", "✦", "►", "▶", "➢", "•", "▍", "▎", "▌", "▋", "▏",
      "◉", "❖", "☞", "✓", "✔":
      true
    case "\u{FE0F}": true  // what makes a mark a pictograph
    default:
      // No Han is one; the tables need not be asked.
      value >= 0x2190 && !(0x3400...0x4DBF).contains(value) && !(0x4E00...0x9FFF).contains(value)
        && properties.generalCategory == .otherSymbol
    }
  }
}

extension Character {
  var isLineMark: Bool { scalar.isLineMark }
  var scalar: Unicode.Scalar { String(self).unicodeScalars.first ?? "\u{FFFD}" }
  /// An Arabic digit, full-width ones too; `isNumber` says yes to 一 and 陸.
  var isDigit: Bool { scalar.isDigit }
  var isBlankCharacter: Bool {
    let scalar = scalar
    return scalar.isBlank && utf8.count == UTF8.width(scalar)
  }
  var isHanCharacter: Bool { scalar.isHan }
  /// What closes the bracket that this opens; nil for anything else.
  var closingBracket: Character? { unicodeScalars.count == 1 ? scalar.closingBracket : nil }
}

extension String {
  /// `text` with each scalar as `change` has it, nil for none; no scalar may grow. Appending scalar by scalar
  /// to a string costs some hundred times the work of writing their bytes.
  init(mapping text: some StringProtocol, _ change: (Unicode.Scalar) -> Unicode.Scalar?) {
    self.init(unsafeUninitializedCapacity: text.utf8.count) { buffer in
      var count = 0
      for scalar in text.unicodeScalars {
        if let changed = change(scalar) { Self.put(changed, into: buffer, &count) }
      }
      return count
    }
  }

  /// The text of `scalars`; faster than a view that grows by one after the other, for the same reason.
  init(scalars: some Sequence<Unicode.Scalar>) {
    var length = 0
    for scalar in scalars { length += UTF8.width(scalar) }
    self.init(unsafeUninitializedCapacity: length) { buffer in
      var count = 0
      for scalar in scalars { Self.put(scalar, into: buffer, &count) }
      return count
    }
  }

  /// Writes the bytes of `scalar` behind the first `count`, as far as there is room.
  private static func put(_ scalar: Unicode.Scalar, into buffer: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int)
  {
    let value = scalar.value
    let width = UTF8.width(scalar)
    guard count + width <= buffer.count else { return }
    func follower(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: value >> shift & 0x3F | 0x80) }
    switch width {
    case 1: buffer[count] = UInt8(truncatingIfNeeded: value)
    case 2:
      buffer[count] = UInt8(truncatingIfNeeded: value >> 6 | 0xC0)
      buffer[count + 1] = follower(0)
    case 3:
      buffer[count] = UInt8(truncatingIfNeeded: value >> 12 | 0xE0)
      buffer[count + 1] = follower(6)
      buffer[count + 2] = follower(0)
    default:
      buffer[count] = UInt8(truncatingIfNeeded: value >> 18 | 0xF0)
      buffer[count + 1] = follower(12)
      buffer[count + 2] = follower(6)
      buffer[count + 3] = follower(0)
    }
    count += width
  }
}
