import IssueModel

extension MarkdownReader {
  /// The captions of tables that the parser took for something else, as paragraphs behind what stands there.
  mutating func placeCaptions(in blocks: inout [DraftBlock]) {
    for line in captions.keys.sorted(by: >) {
      guard let words = takeCaption(line) else { continue }
      let place = blocks.lastIndex { $0.line <= line }.map { $0 + 1 } ?? blocks.startIndex
      blocks.insert(DraftBlock(text: words, number: line), at: place)
    }
  }

  private func caption(_ text: String) -> [Inline] {
    let paragraph = MarkdownTree.parse(EmphasisRepair.repaired(text)).children.first
    return paragraph.map { LineJoining.joined(MarkdownInlines.lines(of: $0)) } ?? [.text(text)]
  }

  /// The table as the model has it, with the caption that stood within its strokes.
  mutating func table(_ node: MarkdownNode, _ alignments: [UInt8], _ range: SourceRange) -> Table {
    var headerRows = 0
    var rows: [[Table.Cell]] = []
    for row in node.children {
      if case .tableRow(header: true) = row.kind { headerRows += 1 }
      rows.append(
        row.children.map { cell in
          let inlines = LineJoining.joined(MarkdownInlines.lines(of: cell))
          return Table.Cell(inlines.isEmpty ? [] : [.paragraph(Paragraph(inlines))])
        })
    }
    // A pipe table cannot but have a head; one without words is none.
    if headerRows == 1, rows.count > 1, rows[0].allSatisfy(\.body.isEmpty) {
      rows.removeFirst()
      headerRows = 0
    }
    let caption = takeCaption(range.line).map { self.caption($0) }
    return Table(
      caption: caption,
      alignments: alignments.map {
        $0 == UInt8(ascii: "l") ? .left : $0 == UInt8(ascii: "c") ? .center : $0 == UInt8(ascii: "r") ? .right : .none
      },
      headerRows: headerRows, rows: rows, source: range)
  }
}
