import IssueModel

/// A line of a draft by itself, whatever block it stands in: what masthead, contents and imprint are made of.
struct FlatLine {
  /// How the line stands in its block.
  enum Form {
    case paragraph
    case heading(Int)
    case listItem(label: String?)
    case rule
    /// Anything that is no line of text.
    case other
  }
  var form: Form
  var text: String
  var inlines: [Inline]
  /// The line of the source.
  var number: Int
  /// The block in ``Draft/blocks``.
  var block: Int
  /// The line within the block; for a list the item.
  var index: Int
  /// Which of the lines of the item it is; 0 for its own words.
  var inner = 0
  var isBold = false
  var endsHard = false
  /// Whether the source indents the line as a paragraph or the rest of one.
  var isIndented = false
  /// Whether the line is an item with a list of its own below it.
  var hasInnerList = false

  var isRule: Bool { if case .rule = form { true } else { false } }
  var isOther: Bool { if case .other = form { true } else { false } }
  var isListItem: Bool { if case .listItem = form { true } else { false } }
  /// Not inlined, for the same reason as that of ``DraftBlock``.
  @inline(never) var headingLevel: Int? { if case .heading(let level) = form { level } else { nil } }
}

extension Draft {
  /// The lines of text that take at most so many columns.
  func flatLines(fitting columns: Int) -> [FlatLine] {
    var lines: [FlatLine] = []
    var few: [FlatLine] = []
    for index in blocks.indices {
      // Most blocks are one line that is far longer.
      if blocks[index].isText, blocks[index].lines.count == 1, !blocks[index].lines[0].text.trimmed.fits(columns) {
        continue
      }
      Self.append(blocks[index], at: index, to: &few)
      for line in few where !line.isRule && !line.isOther && line.text.fits(columns) { lines.append(line) }
      few.removeAll(keepingCapacity: true)
    }
    return lines
  }

  /// The lines of the blocks in `range`, at most `limit` of them.
  func flatLines(_ range: Range<Int>, limit: Int = .max) -> [FlatLine] {
    var lines: [FlatLine] = []
    lines.reserveCapacity(min(range.count, limit))
    for index in range {
      guard lines.count < limit else { break }
      Self.append(blocks[index], at: index, to: &lines)
    }
    return lines
  }

  private static func append(_ block: DraftBlock, at index: Int, to lines: inout [FlatLine]) {
    let textForm: FlatLine.Form = if let level = block.headingLevel { .heading(level) } else { .paragraph }
    switch block.form {
    case .paragraph where block.isWrapped:
      lines.append(
        FlatLine(
          form: .paragraph, text: block.text.trimmed, inlines: block.inlines, number: block.line, block: index,
          index: 0))
    case .paragraph, .heading:
      for (place, line) in block.lines.enumerated() {
        lines.append(
          FlatLine(
            form: textForm, text: line.text.trimmed, inlines: line.inlines,
            number: line.number, block: index, index: place, isBold: line.inlines.isAllStrong,
            endsHard: line.endsHard,
            isIndented: block.isIndented))
      }
    case .list(let start, let items):
      for (place, item) in items.enumerated() {
        let label = start.map { "\($0 + place)." }
        // A list within a list flattens into lines of its own, behind the item's own words.
        for (inner, line) in itemLines(item, label: label, block: index, index: place).enumerated() {
          lines.append(line)
          lines[lines.count - 1].inner = inner
        }
      }
    case .rule:
      lines.append(FlatLine(form: .rule, text: "", inlines: [], number: block.line, block: index, index: 0))
    case .quote, .ready, .pageBreak:
      lines.append(FlatLine(form: .other, text: "", inlines: [], number: block.line, block: index, index: 0))
    }
  }

  private static func itemLines(_ item: [DraftBlock], label: String?, block: Int, index: Int) -> [FlatLine] {
    var lines: [FlatLine] = []
    for inner in item {
      switch inner.form {
      case .paragraph, .heading:
        lines.append(
          FlatLine(
            form: .listItem(label: lines.isEmpty ? label : nil), text: inner.text.trimmed, inlines: inner.inlines,
            number: inner.line,
            block: block, index: index, isBold: inner.isBold))
      case .list(let start, let items):
        if !lines.isEmpty { lines[lines.count - 1].hasInnerList = true }
        for (place, item) in items.enumerated() {
          lines += itemLines(item, label: start.map { "\($0 + place)." }, block: block, index: index)
        }
      default:
        lines.append(FlatLine(form: .other, text: "", inlines: [], number: inner.line, block: block, index: index))
      }
    }
    return lines
  }
}

extension DraftBlock {
  /// Whether the lines are running text wrapped at a width, and not lines that each say something.
  var isWrapped: Bool {
    guard lines.count >= 2, !lines.dropLast().contains(where: \.endsHard) else { return false }
    if isOneLink { return true }
    let widths = lines.dropLast().map(\.text.columns)
    guard let widest = widths.max(), let narrowest = widths.min(), narrowest >= 40, widest - narrowest <= 16,
      (lines.last?.text.columns ?? 0) <= widest + 4
    else { return false }
    let labelled = lines.dropFirst().contains {
      LineGrammar.distribution($0.text) != nil || LineGrammar.copies($0.text) != nil
        || LineGrammar.labelledParts($0.text, Vocabulary.rolesAndContacts) != nil
    }
    // Recipients end with their line, unless a mark lets them go on.
    let ends = zip(lines, lines.dropFirst()).contains { line, next in
      LineGrammar.distribution(line.text) != nil && next.text.trimmed.first?.isUppercase == true
        && !",;".contains(line.text.trimmed.last ?? " ") && next.text.hanCount == 0
    }
    return !labelled && !ends && !lines.contains { ContentsLine($0.text).page != nil } && LineGrammar.isProse(text)
  }

  /// Whether the lines are the words of a single link: an entry of a contents list that was wrapped.
  private var isOneLink: Bool {
    guard lines[0].inlines.count == 1, case .link(let target, _) = lines[0].inlines[0] else { return false }
    return lines.dropFirst().allSatisfy { line in
      guard line.inlines.count == 1, case .link(let other, _) = line.inlines[0] else { return false }
      return other == target
    }
  }
}
