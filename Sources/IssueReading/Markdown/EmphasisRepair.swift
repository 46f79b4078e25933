/// Lets CommonMark see the emphasis of Chinese text.
///
/// CommonMark's rule of flanking (section 6.2) refuses `**…。**后文`: a run of asterisks after punctuation
/// cannot close before a letter, and one before punctuation cannot open after a letter. Chinese has no blanks
/// to help. So a mark that counts as punctuation is put between the run and the letter: the entity of a
/// noncharacter, which no text may hold and which the reader drops again. Lines stay as they are.
enum EmphasisRepair {
  /// The noncharacter (Unicode, section 23.7).
  static let mark = Unicode.Scalar(0xFDD0 as UInt32) ?? "\u{E000}"
  static let markText = String(mark)
  /// How it is written into the source: with a leading zero, so that it is told from one the source holds.
  static let entity = "&#x0FDD0;"

  /// `literal` as the source had it: raw text keeps the entity that parsed text has resolved.
  static func unmarked(_ literal: String) -> String {
    guard literal.utf8.contains(UInt8(ascii: "&")) else { return literal }
    return literal.replacing(entity, with: "")
  }

  /// `markdown` with marks where Chinese emphasis needs them.
  static func repaired(_ markdown: String) -> String {
    var markdown = markdown
    let places = markdown.withUTF8 { ByteSearch.contains(asterisk, in: $0) ? self.places(in: $0) : [] }
    guard !places.isEmpty else { return markdown }
    var result = ""
    result.reserveCapacity(markdown.utf8.count + places.count * entity.utf8.count)
    let bytes = markdown.utf8
    var start = bytes.startIndex
    for place in places {
      let end = bytes.index(bytes.startIndex, offsetBy: place)
      result += markdown[start..<end]
      result += entity
      start = end
    }
    result += markdown[start...]
    return result
  }

  private static let asterisk = UInt8(ascii: "*")
  private static let backtick = UInt8(ascii: "`")
  private static let lineFeed = UInt8(ascii: "\n")

  /// The offsets of the bytes before which a mark is needed, in order.
  private static func places(in bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    let raw = UnsafeRawBufferPointer(bytes)
    let high: UInt64 = 0x8080_8080_8080_8080
    var places: [Int] = []
    var index = 0
    var codeFence = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x61...0xFF:
        index += 1
        // Han, eight bytes at a time.
        while index &+ 8 <= bytes.count, raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & high == high {
          index &+= 8
        }
      case UInt8(ascii: "\\") where index + 1 < bytes.count:
        // What follows is no mark of Markdown; bytes of a longer scalar are none anyway.
        index += 2
      case backtick:
        // A code span ends at a run of the same length; what is within is left alone.
        let end = endOfRun(backtick, bytes, from: index)
        let length = end - index
        if codeFence == 0 {
          // A run without its twin in the paragraph is a mere mark.
          if length >= 3 || closes(length, bytes, from: end) { codeFence = length }
        } else if codeFence == length {
          codeFence = 0
        }
        index = end
      case lineFeed:
        // A span does not reach over an empty line; a fence is closed by its own run.
        if codeFence < 3, index + 1 < bytes.count, bytes[index + 1] == lineFeed { codeFence = 0 }
        index += 1
      case asterisk where codeFence == 0:
        let start = index
        index = endOfRun(asterisk, bytes, from: start)
        let before = scalar(endingAt: start, bytes)
        let after = scalar(at: index, bytes)
        guard index - start <= 4, before.isWide || after.isWide else { continue }
        if index - start == 4 {
          // **一，****二。**: one ends and the next begins.
          if !before.isBlank, !after.isBlank, before != "\n", after != "\n" { places.append(start + 2) }
          continue
        }
        if isPunctuation(before), isLetter(after) {
          places.append(index)
        } else if isLetter(before), isPunctuation(after) {
          places.append(start)
        }
      default: index += 1
      }
    }
    return places
  }

  private static func endOfRun(_ byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] == byte { end += 1 }
    return end
  }

  /// The scalar that begins at `start`; a blank at the end of the text.
  private static func scalar(at start: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar {
    var end = start + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    guard start < bytes.count else { return " " }
    return String(decoding: bytes[start..<end], as: UTF8.self).unicodeScalars.first ?? " "
  }

  /// The scalar that ends before `end`; a blank at the beginning of the text.
  private static func scalar(endingAt end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar {
    var start = end - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start < 0 ? " " : scalar(at: start, bytes)
  }

  /// Whether a run of `length` backticks comes again before the next empty line.
  private static func closes(_ length: Int, _ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    var index = start
    while index < bytes.count {
      if bytes[index] == lineFeed, index + 1 < bytes.count, bytes[index + 1] == lineFeed { return false }
      guard bytes[index] == backtick else {
        index += 1
        continue
      }
      let end = endOfRun(backtick, bytes, from: index)
      if end - index == length { return true }
      index = end
    }
    return false
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isBlank && scalar != "\n" && !isPunctuation(scalar)
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      true
    case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: scalar.isASCII
    default: false
    }
  }
}
