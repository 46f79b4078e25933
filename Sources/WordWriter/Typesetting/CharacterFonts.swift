/// Which font a character of Chinese text must have, and how to make every program give it that.
///
/// A run has one font for Han and one for Latin, and the program that shows it picks by character. For
/// characters that both scripts use (“ ” ‘ ’ — … · and the like) the picks differ: Word follows
/// `w:hint`, LibreOffice the neighbouring letters. Such characters go into a run that has the Han font in
/// all four places and the hint, so that there is nothing to pick.
enum CharacterFonts {
  /// A stretch of text for one run.
  struct Span: Equatable {
    var text: String
    /// Whether the run must name the Han font in all places, with the hint.
    var needsHanFont: Bool
  }

  private enum Script { case latin, han, ambiguous }

  /// `text` in as few runs as it takes, in order.
  static func spans(_ text: String) -> [Span] {
    // Text without any such mark, which much is, needs no taking apart.
    guard text.unicodeScalars.contains(where: { script(of: $0) == .ambiguous }) else {
      return text.isEmpty ? [] : [Span(text: text, needsHanFont: false)]
    }
    // How many bytes each stretch has: they follow each other in the text.
    var stretches: [(script: Script, bytes: Int)] = []
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      var script = script(of: scalar)
      if script == .ambiguous, joinsLetters(scalar), isLetter(scalars, index - 1), isLetter(scalars, index + 1) {
        script = .latin
      }
      let last = stretches.count - 1
      let bytes = UTF8.width(scalar)
      if last >= 0, scalar == " " || isCombining(scalar) {
        stretches[last].bytes += bytes
      } else if last >= 0, (stretches[last].script == .latin) == (script == .latin) {
        stretches[last].bytes += bytes
        if script == .ambiguous { stretches[last].script = .ambiguous }
      } else {
        stretches.append((script, bytes))
      }
    }
    var spans: [Span] = []
    var start = text.startIndex
    for stretch in stretches {
      let needsHanFont = stretch.script == .ambiguous
      let end = text.utf8.index(start, offsetBy: stretch.bytes)
      if !needsHanFont, let last = spans.indices.last, !spans[last].needsHanFont {
        spans[last].text += text[start..<end]
      } else {
        spans.append(Span(text: String(text[start..<end]), needsHanFont: needsHanFont))
      }
      start = end
    }
    return spans
  }

  /// Whether the scalar combines with the one before it; no Han does, nor ASCII.
  private static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x300, 0x4E00...0x9FFF: false
    default: scalar.properties.canonicalCombiningClass != .notReordered
    }
  }

  /// Apostrophe and middle dot belong to a word whose letters stand on both their sides: don’t, kW·h.
  private static func joinsLetters(_ scalar: Unicode.Scalar) -> Bool { scalar == "\u{2019}" || scalar == "\u{B7}" }

  private static func isLetter(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    scalars.indices.contains(index) && scalars[index].properties.isAlphabetic && script(of: scalars[index]) == .latin
  }

  private static func script(of scalar: Unicode.Scalar) -> Script {
    switch scalar.value {
    // § ¨ ° ± ´ · × ÷ stand in Western code pages too, but are full-width in Chinese text.
    case 0xA7, 0xA8, 0xB0, 0xB1, 0xB4, 0xB7, 0xD7, 0xF7: .ambiguous
    // Latin, Greek, Cyrillic with their marks, Latin additional.
    case 0...0x52F, 0x1E00...0x1FFF: .latin
    // En dash and thin spaces come with Western numbers.
    case 0x2000...0x200A, 0x2013: .latin
    case 0...0x2E7F: .ambiguous
    // Private use and presentation forms.
    case 0xE000...0xF8FF, 0xFB00...0xFB4F: .ambiguous
    default: .han
    }
  }
}
