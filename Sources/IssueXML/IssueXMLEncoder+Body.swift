internal import IssueModel
internal import XMLBinding

// What articles hold: blocks and running text.
extension IssueXMLEncoder {
  // MARK: Blocks

  mutating func add(_ name: XMLName, _ blocks: [Block]) {
    element(name) { encoder in for block in blocks { encoder.add(block) } }
  }

  mutating func add(_ block: Block) {
    switch block {
    case .paragraph(let block):
      begin("paragraph", block.source)
      if block.role != .body { writer.attribute("role", block.role.rawValue) }
      add(block.inlines)
      writer.end()
    case .subheading(let block):
      begin("subheading", block.source)
      writer.attribute("level", block.level)
      add(block.inlines)
      writer.end()
    case .list(let block):
      begin("list", block.source)
      attribute("start", block.start)
      if block.printsOwnMarks { writer.attribute("marks", "own") }
      nested { encoder in for item in block.items { encoder.add("item", item) } }
    case .table(let block): add(block)
    case .figure(let block):
      begin("figure", block.source)
      add(block.image)
      nested { $0.caption(block.caption) }
    case .quote(let block):
      element("quote", block.source) { encoder in for block in block.body { encoder.add(block) } }
    case .rule(let block): element("rule", block.source) { _ in }
    case .preformatted(let block):
      begin("preformatted", block.source)
      writer.text(clean(block.text))
      writer.end()
    }
  }

  private mutating func add(_ table: Table) {
    begin("table", table.source)
    if table.headerRows != 0 { writer.attribute("headerRows", table.headerRows) }
    if !table.alignments.isEmpty {
      writer.attribute("alignments", table.alignments.map(\.rawValue).joined(separator: " "))
    }
    nested { encoder in
      encoder.caption(table.caption)
      for row in table.rows {
        encoder.element("row") { encoder in
          for cell in row {
            encoder.begin("cell")
            if cell.columnSpan != 1 { encoder.writer.attribute("columnSpan", cell.columnSpan) }
            if cell.rowSpan != 1 { encoder.writer.attribute("rowSpan", cell.rowSpan) }
            encoder.nested { encoder in for block in cell.body { encoder.add(block) } }
          }
        }
      }
    }
  }

  private mutating func caption(_ inlines: [Inline]?) {
    guard let inlines else { return }
    begin("caption")
    add(inlines)
    writer.end()
  }

  // MARK: Running text

  mutating func add(_ inlines: [Inline]) {
    var followsText = false
    for inline in inlines {
      switch inline {
      case .text(let text):
        let text = clean(text)
        // Read back, a text would join the one before it, and an empty one would be lost.
        if followsText || text.isEmpty { writer.element("text", text: text) } else { writer.text(text) }
        followsText = !text.isEmpty && !followsText
        continue
      case .strong(let inlines): add("strong", inlines)
      case .emphasis(let inlines): add("emphasis", inlines)
      case .superscript(let inlines): add("superscript", inlines)
      case .subscript(let inlines): add("subscript", inlines)
      case .link(let target, let inlines):
        writer.start("link")
        writer.attribute("target", clean(target))
        add(inlines)
        writer.end()
      case .code(let text): writer.element("code", text: clean(text))
      case .image(let image):
        writer.start("image")
        add(image)
        writer.end()
      case .noteReference(let note):
        writer.start("noteReference")
        writer.attribute("note", clean(note))
        printNumber(ofReference: note)
        writer.end()
      case .lineBreak: writer.element("lineBreak")
      }
      followsText = false
    }
  }

  mutating func add(_ name: XMLName, _ inlines: [Inline]) {
    writer.start(name)
    add(inlines)
    writer.end()
  }

  private mutating func add(_ image: ImageReference) {
    writer.attribute("target", clean(image.target))
    if !image.description.isEmpty { writer.attribute("description", clean(image.description)) }
    printPicture(image)
  }
}
