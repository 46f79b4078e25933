/// Reads fields from a line: scalars with full-width forms made ASCII, a place, and small steps forward.
/// Blanks are skipped before each step, since OCR and hand leave them anywhere.
struct FieldScanner {
  let scalars: [Unicode.Scalar]
  var place: Int

  init(_ text: some StringProtocol, from place: Int = 0) {
    scalars = text.halfWidth.scalars
    self.place = place
  }

  /// The scalars of a line, shared with it unless some are full-width.
  init(_ scalars: [Unicode.Scalar]) {
    let isHalfWidth = scalars.allSatisfy { $0.isPlainHan || $0.halfWidth == $0 }
    self.scalars = isHalfWidth ? scalars : scalars.map { $0.halfWidth }
    place = 0
  }

  /// The same scalars from another place on; they are shared, not copied.
  func at(_ place: Int) -> FieldScanner {
    var scanner = self
    scanner.place = place
    return scanner
  }

  var atEnd: Bool {
    var next = self
    next.skipBlanks()
    return next.place >= scalars.count
  }

  mutating func skipBlanks() {
    while place < scalars.count, scalars[place].isBlank || scalars[place].isInvisible { place += 1 }
  }

  /// Steps over the word if it comes next, blanks within it allowed.
  mutating func take(_ word: String) -> Bool {
    var next = place
    for wanted in word.unicodeScalars {
      while next < scalars.count, scalars[next].isBlank || scalars[next].isInvisible { next += 1 }
      guard next < scalars.count, scalars[next] == wanted else { return false }
      next += 1
    }
    place = next
    return true
  }

  /// Steps over the first of the words that comes next.
  mutating func take(oneOf words: [String]) -> String? {
    for word in words where take(word) { return word }
    return nil
  }

  /// Steps over an ASCII word, whatever its case, that ends at no letter.
  mutating func takeWord(oneOf words: [String]) -> String? {
    skipBlanks()
    var end = place
    while end < scalars.count, scalars[end].isASCIILetter { end += 1 }
    guard end > place else { return nil }
    let found = String(scalars: scalars[place..<end]).lowercased()
    guard words.contains(found) else { return nil }
    place = end
    return found
  }

  /// Steps over a number of Arabic or Chinese digits, blanks within it allowed.
  mutating func number(maximumDigits: Int = 6) -> Int? {
    var next = place
    var digits: [Unicode.Scalar] = []
    var end = place
    var genuine = false
    while next < scalars.count, digits.count < maximumDigits + 3 {
      if scalars[next].isBlank || scalars[next].isInvisible {
        next += 1
        continue
      }
      // OCR reads 1 as l or I and 0 as O: among digits they are digits.
      let confused: Unicode.Scalar? =
        switch scalars[next] {
        case "l", "I", "|": "1"
        case "o", "O": "0"
        default: nil
        }
      guard confused != nil || ChineseNumerals.isNumeral(scalars[next]) else { break }
      digits.append(confused ?? scalars[next])
      genuine = genuine || confused == nil
      next += 1
      end = next
    }
    guard genuine, digits.count <= maximumDigits, let value = ChineseNumerals.value(String(scalars: digits)) else {
      return nil
    }
    place = end
    return value
  }

  /// Steps over a number of ASCII digits without blanks.
  mutating func arabic(digits: ClosedRange<Int>) -> Int? {
    skipBlanks()
    var end = place
    while end < scalars.count, scalars[end].isASCIIDigit { end += 1 }
    guard digits.contains(end - place) else { return nil }
    var value = 0
    for scalar in scalars[place..<end] { value = value * 10 + Int(scalar.value - 0x30) }
    place = end
    return value
  }

  /// Steps over a number with a comma between its thousands: 1,131.
  mutating func grouped() -> Int? {
    var next = self
    guard let thousands = next.arabic(digits: 1...3), next.take(","), next.place < scalars.count,
      scalars[next.place].isASCIIDigit, let rest = next.arabic(digits: 3...3)
    else { return nil }
    place = next.place
    return thousands * 1000 + rest
  }

  /// Steps over an English number in words up to ninety-nine: Nine, Thirty-one.
  mutating func spelled() -> Int? {
    let ones = [
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
      "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    var next = self
    if let word = next.takeWord(oneOf: tens), let place = tens.firstIndex(of: word) {
      var value = (place + 2) * 10
      self = next
      if next.take("-"), let word = next.takeWord(oneOf: Array(ones.prefix(9))), let place = ones.firstIndex(of: word) {
        value += place + 1
        self = next
      }
      return value
    }
    guard let word = next.takeWord(oneOf: ones), let place = ones.firstIndex(of: word) else { return nil }
    self = next
    return place + 1
  }

  /// Steps over a Roman number in capitals, XII.
  mutating func roman() -> Int? {
    skipBlanks()
    var end = place
    while end < scalars.count, scalars[end].isASCIILetter { end += 1 }
    guard let value = RomanNumerals.value(String(scalars: scalars[place..<end])) else { return nil }
    place = end
    return value
  }
}

/// Roman numbers in capitals, up to CCCXCIX.
enum RomanNumerals {
  private static let hundreds = ["", "C", "CC", "CCC"]
  private static let tens = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"]
  private static let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]

  /// The value of `text`; nil if it is no such number.
  static func value(_ text: some StringProtocol) -> Int? {
    guard (1...9).contains(text.count) else { return nil }
    var rest = text[...]
    var value = 0
    for (scale, words) in [(100, hundreds), (10, tens), (1, ones)] {
      guard let digit = words.indices.reversed().first(where: { rest.hasPrefix(words[$0]) }) else { return nil }
      value += digit * scale
      rest = rest.dropFirst(words[digit].count)
    }
    return rest.isEmpty && value > 0 ? value : nil
  }
}

/// A field found within a line: where it stands (indices of scalars) and what it says.
struct Found<Value> {
  var range: Range<Int>
  var value: Value
}
