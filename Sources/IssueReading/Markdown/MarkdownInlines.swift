import IssueModel

/// The text of Markdown's blocks: the tree's inlines as lines of the draft.
enum MarkdownInlines {
  /// The lines of a node's text. A mark that spans lines is ended and begun again at each line's end.
  static func lines(of node: MarkdownNode) -> [DraftLine] {
    var lines: [DraftLine] = []
    var number = max(1, node.line)
    var pieces = pieces(of: node.children)
    // A break before the end parts nothing.
    while pieces.count > 1, pieces.last?.inlines.isEmpty == true {
      pieces.removeLast()
      pieces[pieces.count - 1].endsHard = false
    }
    for piece in pieces {
      lines.append(DraftLine(inlines: piece.inlines.merged, number: number, endsHard: piece.endsHard))
      number += 1
    }
    return lines
  }

  private struct Piece {
    var inlines: [Inline] = []
    var endsHard = false
  }

  private static func pieces(of nodes: [MarkdownNode]) -> [Piece] {
    let nodes = NestedLinks.opened(nodes) ?? nodes
    var pieces = [Piece()]
    func add(_ inline: Inline) { pieces[pieces.count - 1].inlines.append(inline) }
    func wrap(_ inner: [Piece], _ mark: ([Inline]) -> Inline) {
      for (index, piece) in inner.enumerated() {
        if !piece.inlines.isEmpty { add(mark(piece.inlines.merged)) }
        if index < inner.count - 1 {
          pieces[pieces.count - 1].endsHard = piece.endsHard
          pieces.append(Piece())
        }
      }
    }
    // Where each kind of tag is closed for the last time: none is looked for behind that, lest many that are never
    // closed each look through all the rest.
    var lastEnds: [(name: String, place: Int)]?
    func isClosed(_ name: String, behind index: Int) -> Bool {
      if lastEnds == nil { lastEnds = Self.lastEnds(in: nodes) }
      return lastEnds?.contains { $0.name == name && $0.place >= index } ?? false
    }
    // The names of tags that are both begun and ended.
    var pairs: Set<String>?
    func isPaired(_ name: String) -> Bool {
      let known = pairs ?? Self.pairs(in: nodes)
      pairs = known
      return known.contains(name)
    }
    // How many <q> are open, and which marks they get.
    var quoted = 0
    lazy var areCorners = Self.haveCorners(nodes)
    var index = 0
    while index < nodes.count {
      let node = nodes[index]
      index += 1
      switch node.kind {
      case .text(let text):
        let clean = Self.withoutMarks(text)
        if !clean.isEmpty { add(.text(clean)) }
      case .code(let text): add(.code(EmphasisRepair.unmarked(text)))
      case .htmlInline(let html):
        let html = EmphasisRepair.unmarked(html)
        guard let tag = HTMLTag(html) else { break }
        if !tag.isKnown, !tag.isKnownInPairs || !tag.hasAttributes && !isPaired(tag.name) {
          // <某人> is no tag but somebody's brackets.
          add(.text(html))
        } else if tag.name == "br" {
          pieces[pieces.count - 1].endsHard = true
          pieces.append(Piece())
        } else if tag.isBlock {
          // A list or a paragraph within a cell: its lines are lines.
          if pieces[pieces.count - 1].inlines.contains(where: { !$0.plainText.trimmed.isEmpty }) {
            pieces[pieces.count - 1].endsHard = true
            pieces.append(Piece())
          }
        } else if tag.name == "img", let image = tag.image {
          add(.image(image))
        } else if let words = tag.fieldWords {
          add(.text(words))
        } else if tag.name == "q", isPaired("q") {
          if tag.isEnd { quoted = max(0, quoted - 1) }
          let marks = HTMLQuotes.marks(at: quoted, areCorners: areCorners)
          add(.text(tag.isEnd ? marks.close : marks.open))
          if !tag.isEnd { quoted += 1 }
        } else if !tag.isEnd, let mark = tag.mark, isClosed(tag.name, behind: index),
          let end = Self.end(of: tag.name, in: nodes, from: index)
        {
          wrap(Self.pieces(of: Array(nodes[index..<end])), mark)
          index = end + 1
        }
      case .softBreak: pieces.append(Piece())
      case .lineBreak:
        pieces[pieces.count - 1].endsHard = true
        pieces.append(Piece())
      case .strong: wrap(Self.pieces(of: node.children)) { .strong($0) }
      case .emphasis: wrap(Self.pieces(of: node.children)) { .emphasis($0) }
      case .link(let target, _): wrap(Self.pieces(of: node.children)) { .link(target: target, $0) }
      case .image(let target, let title):
        let description = Self.pieces(of: node.children).map(\.inlines.plainText).joined(separator: " ")
        let words = title.trimmed
        add(.image(ImageReference(target: target, description: description.isEmpty ? words : description)))
        // Pages show the title only to a mouse; here it is what stands below the picture.
        if !words.isEmpty, !description.isEmpty, words != description { pieces.append(Piece(inlines: [.text(words)])) }
      case .footnoteReference(let number): add(.noteReference(number))
      default: wrap(Self.pieces(of: node.children)) { $0.count == 1 ? $0[0] : .text($0.plainText) }
      }
    }
    return pieces
  }

  /// For each tag that is closed among `nodes`, where that is done for the last time.
  private static func lastEnds(in nodes: [MarkdownNode]) -> [(name: String, place: Int)] {
    var ends: [(name: String, place: Int)] = []
    for index in nodes.indices.reversed() {
      guard case .htmlInline(let html) = nodes[index].kind, let tag = HTMLTag(html), tag.isEnd, tag.mark != nil,
        !ends.contains(where: { $0.name == tag.name })
      else { continue }
      ends.append((tag.name, index))
    }
    return ends
  }

  /// The names of tags that are both begun and ended among `nodes`.
  private static func pairs(in nodes: [MarkdownNode]) -> Set<String> {
    let tags = nodes.compactMap { if case .htmlInline(let html) = $0.kind { HTMLTag(html) } else { nil } }
    return Set(tags.filter(\.isEnd).map(\.name)).intersection(tags.filter { !$0.isEnd }.map(\.name))
  }

  /// Whether the words among `nodes` have the quotation marks of Traditional Chinese, and none of the others.
  private static func haveCorners(_ nodes: [MarkdownNode]) -> Bool {
    let words = nodes.compactMap { if case .text(let text) = $0.kind { text } else { nil } }
    return words.contains { $0.contains("「") } && !words.contains { $0.contains("“") }
  }

  /// Where the tag `name` opened before `start` is closed among `nodes`.
  private static func end(of name: String, in nodes: [MarkdownNode], from start: Int) -> Int? {
    nodes.indices.dropFirst(start).first { index in
      guard case .htmlInline(let html) = nodes[index].kind, let tag = HTMLTag(html) else { return false }
      return tag.isEnd && tag.name == name
    }
  }

  private static func withoutMarks(_ text: String) -> String {
    let marks = text.ranges(of: EmphasisRepair.markText)
    guard !marks.isEmpty else { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count)
    var start = text.startIndex
    for mark in marks {
      result += text[start..<mark.lowerBound]
      start = mark.upperBound
    }
    return result + text[start...]
  }
}
