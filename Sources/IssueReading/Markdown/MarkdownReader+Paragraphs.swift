import IssueModel

extension MarkdownReader {
  /// Adds what a paragraph of these lines is: figures, a rule, one paragraph or several.
  func appendParagraph(_ lines: [DraftLine], _ range: SourceRange, to result: inout [DraftBlock]) {
    var lines = Self.withWholeSizes(lines)[...]
    var range = range
    while let first = lines.first {
      if let image = Self.imageAlone(first, isLast: lines.count == 1) {
        // A picture alone in its paragraph is a figure. So is one alone on the first line; what follows is a paragraph of its
        // own, its caption perhaps.
        let place = lines.count == 1 ? range : SourceRange(line: first.number)
        result.append(DraftBlock(form: .ready(.figure(Figure(image: image, source: place))), source: place))
        guard lines.count > 1 else { return }
        lines.removeFirst()
        range = SourceRange(
          start: SourcePosition(line: lines.first?.number ?? first.number), endLine: range.endLine)
      } else if lines.count > 1, first.inlines.isEmpty {
        // <br> before the words breaks nothing.
        lines.removeFirst()
      } else {
        break
      }
    }
    appendText(Array(lines), range, to: &result)
  }

  /// The lines with `{width="4in"` behind a picture and `height="3in"}` on the next as one: pandoc wraps them like words.
  private static func withWholeSizes(_ lines: [DraftLine]) -> [DraftLine] {
    guard lines.count > 1, let place = lines.indices.dropLast().first(where: { hasOpenSize(lines[$0]) }),
      case .text(let size)? = lines[place].inlines.last, lines[place + 1].inlines.count == 1,
      case .text(let rest) = lines[place + 1].inlines[0], rest.trimmed.hasSuffix("}"), rest.contains("=\""),
      rest.fits(60)
    else { return lines }
    var result = lines
    result[place] = DraftLine(
      inlines: lines[place].inlines.dropLast() + [.text(size + " " + rest)], number: lines[place].number,
      endsHard: lines[place + 1].endsHard)
    result.remove(at: place + 1)
    return result
  }

  private static func hasOpenSize(_ line: DraftLine) -> Bool {
    guard line.inlines.count == 2, case .image = line.inlines[0], case .text(let size) = line.inlines[1] else {
      return false
    }
    return size.hasPrefix("{") && !size.contains("}")
  }

  /// The picture that a line is; nil for a line with anything else in it.
  private static func imageAlone(_ line: DraftLine, isLast: Bool) -> ImageReference? {
    guard case .image(let image) = line.inlines.first else { return nil }
    if !isLast { return line.inlines.dropFirst().allSatisfy { $0.plainText.trimmed.isEmpty } ? image : nil }
    if line.inlines.count == 1 { return image }
    // {width=4in} behind it is a word of pandoc's.
    guard line.inlines.count == 2, case .text(let size) = line.inlines[1], size.hasPrefix("{"),
      size.trimmed.hasSuffix("}"), !["alt=", "title=", "caption="].contains(where: { size.contains($0) })
    else { return nil }
    return image
  }

  private func appendText(_ lines: [DraftLine], _ range: SourceRange, to result: inout [DraftBlock]) {
    // Escaped asterisks alone (\\* \\* \\*) are a rule that some converter wrote.
    if lines.count == 1, lines[0].text.isRuleOfMarks {
      result.append(DraftBlock(form: .rule, source: range))
      return
    }
    // An indent of two ideographic spaces begins a paragraph, also where no empty line does. So does each line where
    // all are sentences of unlike length: text pasted without empty lines.
    let eachIsOne = Self.areParagraphs(lines)
    var start = 0
    for index in lines.indices {
      let next = index + 1
      guard next == lines.count || eachIsOne || Self.isIndented(source[lines[next].number]) else { continue }
      var block = DraftBlock(
        form: .paragraph, lines: Array(lines[start..<next]),
        source: SourceRange(start: SourcePosition(line: lines[start].number), endLine: lines[index].number))
      block.isIndented = Self.isIndented(source[lines[start].number])
      // &nbsp; alone was an empty line.
      let holds = block.lines.contains { line in
        line.inlines.contains {
          switch $0 {
          case .text, .lineBreak: false
          default: true
          }
        }
      }
      if holds || !block.text.trimmed.isEmpty { result.append(block) }
      start = next
    }
  }

  /// Whether each line is a Chinese paragraph by itself: it ends as one, and is not as wide as the others.
  private static func areParagraphs(_ lines: [DraftLine]) -> Bool {
    guard lines.count > 1, !lines.contains(where: \.endsHard) else { return false }
    let columns = lines.map(\.text.columns)
    guard let widest = columns.max(), let narrowest = columns.dropLast().min(), widest >= 48,
      widest - narrowest > 8 || widest > 100
    else { return false }
    return lines.allSatisfy { line in
      let text = line.text.trimmed
      guard text.columns >= 20, text.hanCount * 3 > text.columns, let last = text.unicodeScalars.last else {
        return false
      }
      let inner = text.unicodeScalars.reversed().first { !$0.isClosing } ?? last
      return (inner == "。" || inner == "！" || inner == "？") && text.unicodeScalars.first?.continuesText == false
    }
  }

  private static func isIndented(_ line: Substring) -> Bool {
    var hard = 0
    for scalar in line.unicodeScalars {
      guard scalar.isBlank else { return false }
      if scalar == "\u{3000}" { return true }
      if scalar == "\u{A0}" { hard += 1 }
      if hard == 2 { return true }
    }
    return false
  }
}
