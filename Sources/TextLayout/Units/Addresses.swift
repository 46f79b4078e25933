/// URLs and e-mail addresses stay in one piece, so that they can be clicked and copied.
extension AnalysedText {
  mutating func glueAddresses() {
    var index = 0
    while index < scalars.count {
      let range: Range<Int>? =
        switch scalars[index] {
        case ":" where begins("://", at: index): url(around: index)
        case "w", "W": begins("www.", at: index) && !isWord(index - 1) ? url(from: index, at: index + 4) : nil
        case "@": mail(around: index)
        default: nil
        }
      guard let range else {
        index += 1
        continue
      }
      join(range)
      addresses.append(range)
      index = max(index + 1, range.upperBound)
    }
  }

  private func begins(_ text: StaticString, at index: Int) -> Bool {
    guard index + text.utf8CodeUnitCount <= scalars.count else { return false }
    return text.withUTF8Buffer { bytes in
      bytes.indices.allSatisfy { scalars[index + $0].value | 0x20 == UInt32(bytes[$0]) | 0x20 }
    }
  }

  private func isWord(_ index: Int) -> Bool {
    scalars.indices.contains(index) && scalars[index].isASCIILetterOrDigit
  }

  /// The URL whose `://` stands at `index`; nil if no scheme stands before it.
  private func url(around index: Int) -> Range<Int>? {
    var start = index
    while start > 0, index - start < 12, isWord(start - 1) { start -= 1 }
    return start == index ? nil : url(from: start, at: index + 3)
  }

  private func url(from start: Int, at index: Int) -> Range<Int>? {
    var end = index
    var depth = 0
    scan: while end < scalars.count {
      switch scalars[end] {
      case "<", ">", "\"", "`", " ": break scan
      case "(": depth += 1
      // A bracket that closes one outside the address is no part of it.
      case ")": if depth == 0 { break scan } else { depth -= 1 }
      case "!"..."~": break
      default: break scan
      }
      end += 1
    }
    while end > index, ".,;:!?'*".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
    return end > index ? start..<end : nil
  }

  /// The e-mail address whose `@` stands at `index`; nil if it is none.
  private func mail(around index: Int) -> Range<Int>? {
    var start = index
    while start > 0, isWord(start - 1) || ".!#$%&*+-/=_~".unicodeScalars.contains(scalars[start - 1]) { start -= 1 }
    var end = index + 1
    while end < scalars.count, isWord(end) || scalars[end] == "-" || scalars[end] == "." { end += 1 }
    while end > index + 1, scalars[end - 1] == "." || scalars[end - 1] == "-" { end -= 1 }
    guard start < index, scalars[(index + 1)..<end].contains(".") else { return nil }
    return start..<end
  }
}

extension Unicode.Scalar {
  var isASCIILetterOrDigit: Bool {
    ("a"..."z").contains(self) || ("A"..."Z").contains(self) || ("0"..."9").contains(self)
  }
}
