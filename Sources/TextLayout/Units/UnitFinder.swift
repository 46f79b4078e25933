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
    let scalars = line.scalars
    var units: [Unit] = []
    units.reserveCapacity(scalars.count / 2 + 1)
    var start = 0
    while start < scalars.count, Kinsoku.isBlank(scalars[start]) { start += 1 }
    var index = start
    var address = line.addresses.startIndex
    while index < scalars.count {
      index += 1
      guard index == scalars.count || line.mayBreak[index] else { continue }
      while address < line.addresses.count, line.addresses[address].upperBound <= start { address += 1 }
      let isAddress = address < line.addresses.count && line.addresses[address].lowerBound < index
      units.append(unit(start..<index, of: line, in: text, isAddress: isAddress))
      start = index
    }
    return units
  }

  /// The scalars of `text` and where a line may end between them.
  mutating func analysed(_ text: String) -> AnalysedText {
    var line = AnalysedText(text)
    // The places come in bytes, the flags go by scalars.
    var index = 0
    for place in breaks.places(in: text) {
      while index < line.offsets.count, line.offsets[index] < place.utf8Offset { index += 1 }
      line.mayBreak[index] = true
      line.mustBreak[index] = place.isMandatory
    }
    line.glue()
    return line
  }

  private func unit(_ range: Range<Int>, of line: AnalysedText, in text: String, isAddress: Bool) -> Unit {
    var end = range.upperBound
    let endsLine = line.mustBreak[end]
    while end > range.lowerBound, line.scalars[end - 1].isNewline { end -= 1 }
    var contentEnd = end
    while contentEnd > range.lowerBound, Kinsoku.isBlank(line.scalars[contentEnd - 1]) { contentEnd -= 1 }
    let content = line.slice(range.lowerBound..<contentEnd, of: text)
    let blanks = line.slice(contentEnd..<end, of: text)
    return Unit(
      text: String(content), width: width(of: content, line.scalars[range.lowerBound..<contentEnd]),
      blanks: String(blanks), blankWidth: width(of: blanks, line.scalars[contentEnd..<end]), endsLine: endsLine,
      isAddress: isAddress)
  }

  /// The width of `text`, which is made of `scalars`.
  private func width(of text: Substring, _ scalars: ArraySlice<Unicode.Scalar>) -> Int {
    var columns = 0
    for scalar in scalars {
      guard let width = rules.measure.columnsAlone(of: scalar) else { return rules.measure.columns(of: text) }
      columns += width
    }
    return columns
  }
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
