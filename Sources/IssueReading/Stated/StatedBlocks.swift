import IssueModel

/// Makes blocks of the parser's nodes as they are.
struct StatedBlocks {
  var inlines: StatedInlines
  /// Who is told of what HTML has and no reader sees.
  var diagnostics: DiagnosticSink?

  func blocks(of nodes: [MarkdownNode]) -> [Block] {
    var result: [Block] = []
    var marker: StatedMarker?
    var index = 0
    while index < nodes.count {
      let node = nodes[index]
      index += 1
      if case .htmlBlock(let html) = node.kind {
        if let found = StatedMarker(html) {
          if let block = Self.block(found, node.range) { result.append(block) } else { marker = found }
          continue
        }
        if html.trimmed.lowercased().hasPrefix("<table") {
          var table = StatedTable(blocks: self, source: node.range)
          index = table.read(nodes, from: index - 1)
          result.append(.table(table.table))
          continue
        }
      }
      if case .paragraph = node.kind, marker?.name == "caption", case .figure(var figure)? = result.last {
        figure.caption = inlines.inlines(of: node.children)
        result[result.count - 1] = .figure(figure)
      } else {
        result += blocks(of: node, marker)
      }
      marker = nil
    }
    return result
  }

  /// What a marker is by itself; nil for one that is about the next block.
  private static func block(_ marker: StatedMarker, _ range: SourceRange) -> Block? {
    let role = marker.words.first.flatMap(Paragraph.Role.init) ?? .body
    switch marker.name {
    case "break": return .paragraph(Paragraph([.lineBreak], role: role, source: range))
    case "empty": return .paragraph(Paragraph([], role: role, source: range))
    case "list": return .list(List(start: marker.words.first.flatMap { Int($0) }, items: [], source: range))
    default: return nil
    }
  }

  private func blocks(of node: MarkdownNode, _ marker: StatedMarker?) -> [Block] {
    let range = node.range
    switch node.kind {
    case .paragraph:
      let text = inlines.inlines(of: node.children)
      if marker == nil, text.count == 1, case .image(let image) = text[0] {
        return [.figure(Figure(image: image, source: range))]
      }
      return [
        .paragraph(Paragraph(text, role: marker.flatMap { Paragraph.Role(rawValue: $0.name) } ?? .body, source: range))
      ]
    case .heading(let level):
      let stated = marker?.name == "level" ? marker?.words.first.flatMap { Int($0) } : nil
      return [
        .subheading(
          Subheading(level: stated ?? max(1, level - 2), inlines.inlines(of: node.children), source: range))
      ]
    case .thematicBreak: return [.rule(Rule(source: range))]
    case .blockQuote: return [.quote(Quote(blocks(of: node.children), source: range))]
    case .list(let start):
      return [
        .list(
          List(
            start: start, printsOwnMarks: marker?.name == "own-marks",
            items: node.children.map { blocks(of: $0.children) }, source: range))
      ]
    case .codeBlock(let literal, _):
      var text = EmphasisRepair.unmarked(literal)
      if text.hasSuffix("\n") { text.removeLast() }
      return [.preformatted(Preformatted(text, source: range))]
    case .table(let alignments): return [.table(table(node, alignments))]
    case .htmlBlock(let html):
      return HTMLBlocks.blocks(of: EmphasisRepair.unmarked(html), firstLine: range.line, diagnostics)
        .flatMap { ModelBlocks.plain($0) }
    case .footnoteDefinition: return []
    default:
      guard !node.kind.isInline else { return [.paragraph(Paragraph(inlines.inlines(of: [node]), source: range))] }
      return blocks(of: node.children)
    }
  }

  private func table(_ node: MarkdownNode, _ alignments: [UInt8]) -> Table {
    var headerRows = 0
    let rows = node.children.map { row in
      if case .tableRow(header: true) = row.kind { headerRows += 1 }
      return row.children.map { cell in
        let text = inlines.inlines(of: cell.children)
        return Table.Cell(text.isEmpty ? [] : [.paragraph(Paragraph(text))])
      }
    }
    return Table(
      alignments: alignments.map { letter in
        switch letter {
        case UInt8(ascii: "l"): .left
        case UInt8(ascii: "c"): .center
        case UInt8(ascii: "r"): .right
        default: .none
        }
      },
      headerRows: headerRows, rows: rows, source: node.range)
  }
}
