import IssueModel

/// The lines of the paragraph that is open, and its end.
extension HTMLBlocks {
  mutating func breakLine(at range: SourceRange) {
    guard let last = open.last else { return }
    if isPage, !last.inlines.plainText.holdsWords, !last.inlines.hasMark {
      // Two of them end a paragraph.
      open.removeLast()
      return close()
    }
    open[open.count - 1].endsHard = true
    open.append(HTMLOpenLine(number: range.line))
  }

  mutating func add(_ text: String) {
    guard text.holdsWords || !open.isEmpty && !text.isEmpty else { return }
    add([.text(text)], line: isPage ? place.line : nil)
  }

  mutating func add(_ inlines: [Inline], line: Int?) {
    guard !inlines.isEmpty else { return }
    let inlines = isStrong ? [.strong(inlines)] : inlines
    if open.isEmpty {
      open = [HTMLOpenLine(number: line ?? (blocks.last?.line ?? firstLine))]
      openPlace = place
    }
    open[open.count - 1].inlines += inlines
  }

  /// Ends the open paragraph.
  mutating func close(at range: SourceRange? = nil) {
    let raw = open
    open = []
    for piece in isPage ? HTMLOpenLine.paragraphs(in: raw) : [raw] {
      let lines = piece.map {
        DraftLine(
          inlines: LooseEmphasis.closed($0.inlines.merged.trimmedAtEnds.merged),
          number: isPage ? $0.number : range?.line ?? $0.number, endsHard: $0.endsHard)
      }.filter { !$0.inlines.isEmpty && (!isPage || $0.text.holdsWords || $0.inlines.hasMark) }
      guard let first = lines.first else { continue }
      let source = self.source(of: first, range)
      if lines.count == 1, first.inlines.count == 1, case .image(let image) = first.inlines[0] {
        append(DraftBlock(form: .ready(.figure(Figure(image: image, source: source))), source: source))
        continue
      }
      // A picture, and below it in the same paragraph its caption.
      if (2...3).contains(lines.count), first.inlines.count == 1, case .image(let image) = first.inlines[0],
        !lines.dropFirst().contains(where: { $0.inlines.hasMark })
      {
        let words = LineJoining.joined(Array(lines.dropFirst()))
        if words.plainText.columns <= 240 {
          append(
            DraftBlock(form: .ready(.figure(Figure(image: image, caption: words, source: source))), source: source))
          continue
        }
      }
      if lines.count == 1, first.text.isRuleOfMarks {
        append(DraftBlock(form: .rule, source: source))
        continue
      }
      var block = DraftBlock(form: .paragraph, lines: lines, source: source)
      block.isCentred = isCentred
      block.isFlushRight = isRight
      if isPage { block.isIndented = !isCentred && (piece.first?.isIndented ?? false) }
      append(block)
    }
  }

  /// Where a paragraph that begins with `line` stands, in an element at `range`.
  private func source(of line: DraftLine, _ range: SourceRange?) -> SourceRange {
    guard isPage else { return range ?? SourceRange(line: line.number) }
    let known = [range?.start, openPlace].compactMap { $0 }
    return SourceRange(line: line.number, column: known.first { $0.line == line.number }?.column ?? 1)
  }
}
