/// The bullet or number of an entry.
extension ContentsLine {
  /// Takes the bullet or the number off the text.
  mutating func takeLabel() {
    if text.unicodeScalars.first?.isHan == false, let first = text.first,
      first.isLineMark || "·-—*+".contains(first), text.count > 1
    {
      let marks = text.prefix { $0.isLineMark || "·-—*+".contains($0) }
      if !(first == "—" && marks.count > 1) {
        label = marks == "-" || marks == "*" || marks == "+" ? nil : String(marks)
        text = String(text.dropFirst(marks.count)).trimmed
      }
    }
    // >> Title, => Title
    if label == nil, let arrow = LineGrammar.arrow(text) {
      label = arrow.mark
      text = arrow.rest
    }
    // [1] Title
    if label == nil, text.utf8.first == UInt8(ascii: "["), text.first == "[",
      let close = text.prefix(5).firstIndex(of: "]"),
      close > text.index(after: text.startIndex),
      text[text.index(after: text.startIndex)..<close].unicodeScalars.allSatisfy(\.isASCIIDigit),
      text[text.index(after: close)...].first?.isBlankCharacter == true
    {
      label = String(text[...close])
      text = text[text.index(after: close)...].trimmed
    }
    // 1/ Title
    if label == nil, text.unicodeScalars.first?.isASCIIDigit == true,
      let stroke = text.prefix(4).firstIndex(ofAny: "/／"), stroke > text.startIndex,
      text[..<stroke].unicodeScalars.allSatisfy(\.isASCIIDigit),
      let next = text[text.index(after: stroke)...].first, next.isBlankCharacter || next.isHanCharacter
    {
      label = String(text[...stroke])
      text = text[text.index(after: stroke)...].trimmed
    }
    // 01 Title, 02 Title: a number of two digits and a blank.
    if text.dropFirst(2).first?.isBlankCharacter == true {
      let lead = text.prefix { $0.isNumber }
      if lead.count == 2, lead.first == "0" || label != nil {
        label = (label ?? "") + lead
        text = String(text.dropFirst(2)).trimmed
      }
    }
    if label == nil, let numbering = LineGrammar.numbering(text), text.count > numbering.length {
      label = String(text.prefix(numbering.length))
      text = String(text.dropFirst(numbering.length)).trimmed
    }
  }
}
