import IssueModel
import XMLBinding

/// What only places the blocks of a page: frames, and tables that lay it out.
extension HTMLBlocks {
  /// Reads what frames the page, so that it can be told or kept.
  mutating func read(frame element: XMLElement, _ kind: String) {
    close()
    let outer = frame
    frameCount += 1
    frame = BoilerplateKind(rawValue: kind).map { PageFrame(kind: $0, id: frameCount) }
    var plain = element
    plain.attributes.removeAll { $0.name == PageChrome.mark }
    // Its words count, not what they stood in.
    if element.name == "button" || element.name == "noscript" { plain.name = "div" }
    read(plain)
    close()
    frame = outer
  }

  /// Reads a table that only places blocks on the page: cell after cell. Short cells side by side are one line, as
  /// number and date of an issue are.
  mutating func read(layout element: XMLElement) {
    let parts = HTMLTableParts(element)
    readAround(parts, withCaptions: true)
    for (row, cells) in parts.rows.map({ ($0.element, $0.cells) }) {
      let marked = row.attribute(PageChrome.mark) != nil || cells.contains { $0.attribute(PageChrome.mark) != nil }
      let words = marked ? [] : cells.map { HTMLBlocks.line(in: $0) }.filter { $0 != [] }
      let line = words.compactMap(\.self)
      if line.count > 1, line.count == words.count, line.allSatisfy({ $0.plainText.columns <= 48 }) {
        place = range(of: row).start
        for (index, inlines) in line.enumerated() {
          if index > 0 { add([.text("\u{3000}\u{3000}")], line: place.line) }
          add(inlines, line: place.line)
        }
        close()
      } else {
        read(row)
      }
      close()
    }
  }

  /// Reads what stands in a table, but in no row of it.
  mutating func readAround(_ parts: HTMLTableParts, withCaptions: Bool) {
    read(parts.strays)
    close()
    guard withCaptions else { return }
    for caption in parts.captions { read(caption) }
    close()
  }

  /// The words of a cell that holds one line; nil for one that holds more, empty for an empty one.
  private static func line(in element: XMLElement) -> [Inline]? {
    let content = element.children.filter { node in
      if case .text(let text) = node { return text.holdsWords }
      return true
    }
    if content.count == 1, case .element(let child) = content[0], ["p", "div", "center"].contains(child.name),
      child.attribute(PageChrome.mark) == nil
    {
      return line(in: child)
    }
    let isLine = content.allSatisfy { node in
      guard case .element(let child) = node else { return true }
      return PageChrome.isInline(child.name) && child.name != "br" && !holdsBlocks(child)
    }
    guard isLine else { return nil }
    let inlines = HTMLInlines.inlines(of: element.children).merged.trimmedAtEnds.merged
    return inlines.contains(.lineBreak) ? nil : inlines
  }

  /// Whether blocks stand within it, though it is a tag for words: `<font>` around paragraphs.
  static func holdsBlocks(_ element: XMLElement) -> Bool {
    element.elements.contains { child in
      !PageChrome.isInline(child.name) && !PageChrome.wordless.contains(child.name) || holdsBlocks(child)
        || child.attribute(PageChrome.mark) != nil
    }
  }
}
