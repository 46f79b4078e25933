internal import UnicodeText

/// Cuts text into units: at the places where Unicode allows a line to end, except those that would part what
/// belongs together.
struct UnitFinder: ~Copyable {
  let rules: LayoutRules
  private var breaks: TextBreaks

  init(rules: LayoutRules) {
    self.rules = rules
    breaks = TextBreaks(.line, locale: rules.locale)
  }

  /// The units of `text`, in order; blanks at its beginning are left out.
  mutating func units(of text: String) -> [Unit] {
    let line = analysed(text)
    var units: [Unit] = []
    forEachPlace(in: line, of: text) { place in
      units.append(
        Unit(
          text: String(line.slice(place.content, of: text)), width: place.width,
          blanks: String(line.slice(place.blanks, of: text)), blankWidth: place.blankWidth, endsLine: place.endsLine,
          isAddress: place.isAddress))
    }
    return units
  }

  /// Tells `body` where the units of `text`, of which `line` was made, stand in it, in order.
  func forEachPlace(in line: AnalysedText, of text: String, _ body: (UnitPlace) -> Void) {
    let scalars = line.scalars
    var start = 0
    while start < scalars.count, Kinsoku.isBlank(scalars[start]) { start += 1 }
    var index = start
    var address = line.addresses.startIndex
    while index < scalars.count {
      index += 1
      guard index == scalars.count || line.mayBreak[index] else { continue }
      while address < line.addresses.count, line.addresses[address].upperBound <= start { address += 1 }
      let isAddress = address < line.addresses.count && line.addresses[address].lowerBound < index
      body(place(start..<index, in: line, of: text, isAddress: isAddress))
      start = index
    }
  }

  /// The scalars of `text` and where a line may end between them.
  mutating func analysed(_ text: String) -> AnalysedText {
    var line = AnalysedText(text)
    // The places come in bytes, the flags go by scalars.
    var index = 0
    breaks.forEachPlace(in: text) { place in
      while index < line.offsets.count, line.offsets[index] < place.utf8Offset { index += 1 }
      line.mayBreak[index] = true
      line.mustBreak[index] = place.isMandatory
    }
    line.glue()
    return line
  }

  private func place(
    _ range: Range<Int>, in line: AnalysedText, of text: String, isAddress: Bool
  ) -> UnitPlace {
    var end = range.upperBound
    let endsLine = line.mustBreak[end]
    while end > range.lowerBound, line.scalars[end - 1].isNewline { end -= 1 }
    var contentEnd = end
    while contentEnd > range.lowerBound, Kinsoku.isBlank(line.scalars[contentEnd - 1]) { contentEnd -= 1 }
    let content = range.lowerBound..<contentEnd
    let blanks = contentEnd..<end
    return UnitPlace(
      content: content, width: width(of: content, in: line, of: text), blanks: blanks,
      blankWidth: width(of: blanks, in: line, of: text), endsLine: endsLine, isAddress: isAddress)
  }

  private func width(of range: Range<Int>, in line: AnalysedText, of text: String) -> Int {
    var columns = 0
    for index in range {
      guard let width = rules.measure.columnsAlone(of: line.scalars[index]) else {
        return rules.measure.columns(of: line.slice(range, of: text))
      }
      columns += width
    }
    return columns
  }
}

/// A ``Unit`` by where it stands: the scalars of its text and of the blanks behind it. Lines are filled by
/// places, since a string for each of thousands of units would cost more than all the rest.
struct UnitPlace {
  var content: Range<Int>
  var width: Int
  var blanks: Range<Int>
  var blankWidth: Int
  var endsLine: Bool
  var isAddress: Bool
}

extension Unicode.Scalar {
  /// Whether the scalar ends a line by itself.
  var isNewline: Bool {
    switch self {
    case "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }
}
