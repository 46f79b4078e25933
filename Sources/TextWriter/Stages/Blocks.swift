internal import ExportPipeline
internal import IssueModel

extension TextPage {
  /// Prints `blocks` one under the other. `label` stands at the beginning of the first paragraph.
  mutating func print(_ blocks: [Block], label: String = "") {
    var label = label
    if !label.isEmpty {
      guard case .paragraph = blocks.first else {
        fill(label, first: style.indent)
        return print(blocks)
      }
    }
    for (index, block) in blocks.enumerated() {
      if index > 0, isSetOff(block) || isSetOff(blocks[index - 1]) || beginsPart(block) { blankLine() }
      print(block, label: label)
      label = ""
    }
  }

  /// Whether blank lines stand around `block`: around everything where paragraphs have no indent.
  func isSetOff(_ block: Block) -> Bool {
    switch block {
    case .paragraph, .subheading: style.indent.isEmpty
    case .list: style.indent.isEmpty
    case .table, .figure, .quote, .rule, .preformatted: true
    }
  }

  /// Whether `block` is a heading of the first level, or one that has no number to show that it is a heading.
  private func beginsPart(_ block: Block) -> Bool {
    if case .subheading(let heading) = block { isProminent(heading) } else { false }
  }

  private func isProminent(_ heading: Subheading) -> Bool {
    heading.level == 1 || !heading.inlines.plainText.beginsWithMark
  }

  private mutating func print(_ block: Block, label: String) {
    switch block {
    case .paragraph(let paragraph): print(paragraph, label: label)
    case .subheading(let heading): print(heading)
    case .list(let list) where list.printsOwnMarks: for item in list.items { print(item) }
    case .list(let list): print(list, indent: columns(of: style.indent))
    case .table(let table): print(table)
    case .figure(let figure): centred(mark(of: figure))
    case .quote(let quote):
      let outer = margin
      margin = Margin(left: outer.left + 4, right: outer.right + 4)
      print(quote.body)
      margin = outer
    case .rule: line(String(repeating: " ", count: max(0, (style.width - 20) / 2)) + String(repeating: "-", count: 20))
    case .preformatted(let text):
      let left = String(repeating: " ", count: margin.left)
      for line in cleaner.clean(text.text).split(separator: "\n", omittingEmptySubsequences: false) {
        // Blanks at the end are nothing to see, but mail takes them for a soft line end.
        let trimmed = line.reversed().drop { $0 == " " || $0 == "\t" }.reversed()
        append(trimmed.isEmpty ? "" : left + String(trimmed))
      }
    }
  }

  private mutating func print(_ heading: Subheading) {
    let words = text(of: heading.inlines)
    fill(words, first: style.indent)
    // Chinese headings are set off by their numbers; one in English would look like a short paragraph.
    guard !isChinese, isProminent(heading) else { return }
    let width = style.width - margin.left - margin.right
    line(String(repeating: " ", count: margin.left) + String(repeating: "-", count: min(width, columns(of: words))))
  }

  private mutating func print(_ paragraph: Paragraph, label: String) {
    let words = label + text(of: paragraph.inlines)
    switch paragraph.role {
    case .body: fill(words, first: style.indent)
    case .salutation: fill(words)
    case .attachments:
      // Further lines stand under the first name, behind 附件：.
      let colon = words.prefix(12).firstIndex { $0 == "：" || $0 == ":" }
      let label = colon.map { columns(of: String(words[...$0])) } ?? 0
      let hang = String(repeating: " ", count: label > 0 ? label : isChinese ? 6 : 0)
      fill(words, first: style.indent + (label > 0 ? "" : hang), rest: style.indent + hang)
    }
  }

  private mutating func print(_ list: List, indent: Int) {
    let outer = margin
    for (index, item) in list.items.enumerated() {
      let label = list.printsOwnMarks ? "" : list.start.map { "\($0 + index). " } ?? "- "
      margin.left = outer.left + indent
      guard let head = item.first else {
        line(String(repeating: " ", count: margin.left) + label.dropLast())
        continue
      }
      let hang = String(repeating: " ", count: columns(of: label))
      var rest = item[...]
      if case .paragraph(let paragraph) = head {
        fill(text(of: paragraph.inlines), first: label, rest: hang)
        rest = rest.dropFirst()
      } else {
        line(String(repeating: " ", count: margin.left) + label.dropLast())
      }
      margin.left += hang.count
      for block in rest {
        switch block {
        case .paragraph(let paragraph): fill(text(of: paragraph.inlines))
        case .list(let list): print(list, indent: 0)
        default: print(block, label: "")
        }
      }
    }
    margin = outer
  }
}
