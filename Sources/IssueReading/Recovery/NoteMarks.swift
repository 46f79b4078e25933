import IssueModel

/// Where marks of footnotes stand in a text: for each, the blocks that may hold a reference to it. They are looked through
/// from the end, since notes are; each is looked at again only where it has changed.
struct NoteMarks {
  /// By the mark, the blocks that may hold it, in order.
  private var places: [String: [Int]] = [:]

  init(_ blocks: [DraftBlock]) {
    for (index, block) in blocks.enumerated() { add(index, block) }
  }

  /// Adds the marks of the block at `index`, which has changed.
  mutating func add(_ index: Int, _ block: DraftBlock) {
    guard block.isText else { return }
    for line in block.lines {
      for inline in line.inlines { add(index, inline) }
    }
  }

  /// The last block above `index` that holds `mark` by what `isHolder` says. Blocks that it denies are not asked for again,
  /// nor are those from `index` on: the next search begins further up.
  mutating func last(_ mark: String, above index: Int, where isHolder: (Int) -> Bool) -> Int? {
    while let place = places[mark]?.last {
      if place < index, isHolder(place) { return place }
      places[mark]?.removeLast()
    }
    return nil
  }

  private mutating func add(_ index: Int, _ inline: Inline) {
    switch inline {
    case .strong(let inner), .emphasis(let inner):
      for inline in inner { add(index, inline) }
    case .superscript(let inner): add(index, naming: inner)
    case .link(let target, let inner): if target.contains("ftn") || target.hasPrefix("#") { add(index, naming: inner) }
    case .text(let text): add(index, within: text)
    default: break
    }
  }

  /// What a raised mark or a link says, with and without what is around its letters.
  private mutating func add(_ index: Int, naming inlines: [Inline]) {
    let text = inlines.plainText
    add(index, text.trimmed)
    if !text.letters.isEmpty { add(index, String(scalars: text.letters)) }
  }

  /// ① and [1] within a text.
  private mutating func add(_ index: Int, within text: String) {
    let scalars = text.unicodeScalars
    for place in scalars.indices {
      let scalar = scalars[place]
      if scalar.isCircledNumber {
        add(index, String(Character(scalar)))
      } else if scalar == "[" || scalar == "［" || scalar == "〔", let pair = scalar.closingBracket {
        let behind = scalars[place...].dropFirst()
        guard let close = behind.prefix(12).firstIndex(where: { Character($0) == pair }) else { continue }
        add(index, String(behind[..<close]).halfWidth)
      }
    }
  }

  private mutating func add(_ index: Int, _ mark: String) {
    var known = places.removeValue(forKey: mark) ?? []
    let place = known.partitionPoint { $0 < index }
    if place == known.count || known[place] != index { known.insert(index, at: place) }
    places[mark] = known
  }
}
