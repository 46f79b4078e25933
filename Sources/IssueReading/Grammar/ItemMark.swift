/// The mark that an item of a list begins with: `*`, `●`, `1.`, `(2)`, `③`, `(a)`.
struct ItemMark: Equatable {
  /// Marks of one list are of one kind.
  enum Kind: Hashable {
    case bullet(Character)
    /// Arabic numbers, by how they are dressed: `1.`, `1、`, `(1)`, `①`.
    case number(String)
    /// Latin letters, by how they are dressed.
    case letter(String)
  }
  var kind: Kind
  /// The number, from 1; nil for a bullet.
  var ordinal: Int?
  /// The number that the letters are as a Roman one: 1 for (i), 2 for (ii).
  var roman: Int?
  /// How many characters the mark takes with the blanks behind it.
  var length: Int
  /// The mark as printed.
  var text: String
  /// Columns of the mark with the blanks behind it.
  var columns: Int

  /// The mark of `kind` that takes the first `end` of `characters`; nil if nothing stands behind it in `line`.
  init?(kind: Kind, ordinal: Int, ending end: Int, of characters: [Character], _ line: String) {
    var length = end
    while length < characters.count, characters[length].isBlankCharacter { length += 1 }
    guard line.count > length else { return nil }
    self.kind = kind
    self.ordinal = ordinal
    self.length = length
    text = String(characters[..<end])
    columns = String(characters[..<length]).columns
  }

  /// The mark that `line` begins with; nil if it begins with none.
  init?(_ line: String) {
    guard let start = line.unicodeScalars.first, Self.mayBegin(start) else { return nil }
    let characters = line.characters(atMost: 12)
    guard let first = characters.first else { return nil }
    var end = 1
    var needsBlank = false
    if "*-–+".contains(first) {
      kind = .bullet(first)
      needsBlank = true
    } else if first.isLineMark || "•‧·∙▪◦・".contains(first) {
      kind = .bullet(first)
    } else if first.scalar.isCircledNumber {
      kind = .number("①")
      ordinal = Int(first.scalar.value) - 0x245F
    } else {
      let open = "(（".contains(first)
      var place = open ? 1 : 0
      let start = place
      while place < characters.count, place - start < 2, characters[place].isDigit { place += 1 }
      if place > start {
        guard place < characters.count, let value = Int(String(characters[start..<place]).halfWidth) else { return nil }
        let close = characters[place]
        guard open ? ")）".contains(close) : ".．、)）".contains(close) else { return nil }
        // 3.5 is a number.
        if close == ".", place + 1 < characters.count, characters[place + 1].isDigit { return nil }
        ordinal = value
        kind = .number(open ? "()" : String(close).halfWidth)
        needsBlank = !open && close == "." && !(characters.dropFirst(place + 1).first?.isHanCharacter ?? false)
        end = place + 1
      } else {
        let letters = characters.dropFirst(place).prefix { "ivx".contains($0) }
        let numeral = RomanNumerals.value(String(letters).uppercased())
        roman = numeral
        // (ii), (iii): more than one letter is a number.
        if open, letters.count >= 2, let numeral {
          ordinal = numeral
        } else {
          guard place < characters.count, let letter = characters[place].asciiValue, (0x61...0x7A).contains(letter)
          else {
            return nil
          }
          if letters.count > 1 { roman = nil }
          ordinal = Int(letter) - 0x60
        }
        let behind = place + (open ? max(1, letters.count) : 1)
        guard behind < characters.count else { return nil }
        guard open ? ")）".contains(characters[behind]) : ").".contains(characters[behind]) else { return nil }
        kind = .letter(open ? "()" : String(characters[behind]))
        needsBlank = true
        end = behind + 1
      }
    }
    text = String(characters[..<end])
    var blanks = 0
    while end < characters.count, characters[end].isBlankCharacter {
      end += 1
      blanks += 1
    }
    guard !needsBlank || blanks > 0, line.count > end else { return nil }
    length = end
    columns = String(characters[..<end]).columns
  }
}

extension ItemMark {
  /// Whether a mark may begin with the scalar: no Han does, nor the punctuation of text.
  private static func mayBegin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x28, 0x2A, 0x2B, 0x2D, 0x30...0x39, 0x61...0x7A: true
    case 0..<0x80, 0x3400...0x4DBF, 0x4E00...0x9FFF: false
    default: true
    }
  }

  /// Whether no title begins with such a mark: `*`, `-`, `•`, `(a)`, `(1)`; titles do with ■ or 1.
  var isOfListsOnly: Bool {
    switch kind {
    case .bullet(let mark): !mark.isLineMark || mark == "•"
    case .letter: true
    case .number(let dress): dress == "()" || dress == "①"
    }
  }
}
