// The coded form of blocks and inlines: objects that name their `kind`, so that a reader of the JSON needs
// to know no Swift. `text` (the plain words) and `line` (the first source line) are written for the reader's
// sake and not read back.

enum BlockKind: String, Codable {
  case paragraph, subheading, list, table, figure, quote, rule, preformatted
}

extension Block: Codable {
  enum CodingKeys: String, CodingKey {
    case kind, text, line, role, level, inlines, start, printsOwnMarks, items, caption, alignments, headerRows, rows,
      image, body
    case source
  }

  /// The block as `{"kind": "paragraph", "text": …, "line": …, …}`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(plainText, forKey: .text)
    try container.encodeIfPresent(source?.line, forKey: .line)
    switch self {
    case .paragraph(let block):
      if block.role != .body { try container.encode(block.role, forKey: .role) }
      try container.encode(block.inlines, forKey: .inlines)
    case .subheading(let block):
      try container.encode(block.level, forKey: .level)
      try container.encode(block.inlines, forKey: .inlines)
    case .list(let block):
      try container.encodeIfPresent(block.start, forKey: .start)
      if block.printsOwnMarks { try container.encode(true, forKey: .printsOwnMarks) }
      try container.encode(block.items, forKey: .items)
    case .table(let block):
      try container.encodeIfPresent(block.caption, forKey: .caption)
      try container.encode(block.alignments, forKey: .alignments)
      try container.encode(block.headerRows, forKey: .headerRows)
      try container.encode(block.rows, forKey: .rows)
    case .figure(let block):
      try container.encode(block.image, forKey: .image)
      try container.encodeIfPresent(block.caption, forKey: .caption)
    case .quote(let block):
      try container.encode(block.body, forKey: .body)
    case .rule, .preformatted:
      break
    }
    try container.encodeIfPresent(source, forKey: .source)
  }

  /// The block coded as ``encode(to:)`` writes it.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let source = try container.decodeIfPresent(SourceRange.self, forKey: .source)
    switch try container.decode(BlockKind.self, forKey: .kind) {
    case .paragraph:
      self = .paragraph(
        Paragraph(
          try container.decode([Inline].self, forKey: .inlines),
          role: try container.decodeIfPresent(Paragraph.Role.self, forKey: .role) ?? .body, source: source))
    case .subheading:
      self = .subheading(
        Subheading(
          level: try container.decode(Int.self, forKey: .level),
          try container.decode([Inline].self, forKey: .inlines), source: source))
    case .list:
      self = .list(
        List(
          start: try container.decodeIfPresent(Int.self, forKey: .start),
          printsOwnMarks: try container.decodeIfPresent(Bool.self, forKey: .printsOwnMarks) ?? false,
          items: try container.decode([[Block]].self, forKey: .items), source: source))
    case .table:
      self = .table(
        Table(
          caption: try container.decodeIfPresent([Inline].self, forKey: .caption),
          alignments: try container.decode([Table.Alignment].self, forKey: .alignments),
          headerRows: try container.decode(Int.self, forKey: .headerRows),
          rows: try container.decode([[Table.Cell]].self, forKey: .rows), source: source))
    case .figure:
      self = .figure(
        Figure(
          image: try container.decode(ImageReference.self, forKey: .image),
          caption: try container.decodeIfPresent([Inline].self, forKey: .caption), source: source))
    case .quote:
      self = .quote(Quote(try container.decode([Block].self, forKey: .body), source: source))
    case .rule:
      self = .rule(Rule(source: source))
    case .preformatted:
      self = .preformatted(Preformatted(try container.decode(String.self, forKey: .text), source: source))
    }
  }

  var kind: BlockKind {
    switch self {
    case .paragraph: .paragraph
    case .subheading: .subheading
    case .list: .list
    case .table: .table
    case .figure: .figure
    case .quote: .quote
    case .rule: .rule
    case .preformatted: .preformatted
    }
  }
}

extension Table.Cell: Codable {
  enum CodingKeys: String, CodingKey { case text, body, columnSpan, rowSpan }

  /// The cell, its spans only where they are above 1.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(body.plainText, forKey: .text)
    try container.encode(body, forKey: .body)
    if columnSpan != 1 { try container.encode(columnSpan, forKey: .columnSpan) }
    if rowSpan != 1 { try container.encode(rowSpan, forKey: .rowSpan) }
  }

  /// The cell coded as ``encode(to:)`` writes it.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try container.decode([Block].self, forKey: .body),
      columnSpan: try container.decodeIfPresent(Int.self, forKey: .columnSpan) ?? 1,
      rowSpan: try container.decodeIfPresent(Int.self, forKey: .rowSpan) ?? 1)
  }
}

extension Inline: Codable {
  enum CodingKeys: String, CodingKey { case kind, text, target, image, note, inlines }
  enum Kind: String, Codable {
    case text, strong, emphasis, link, image, noteReference, lineBreak, code, superscript, `subscript`
  }

  /// The inline as `{"kind": "text", "text": …}`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    func encode(_ kind: Kind, _ inlines: [Inline]) throws {
      try container.encode(kind, forKey: .kind)
      try container.encode(inlines, forKey: .inlines)
    }
    switch self {
    case .text(let text):
      try container.encode(Kind.text, forKey: .kind)
      try container.encode(text, forKey: .text)
    case .code(let text):
      try container.encode(Kind.code, forKey: .kind)
      try container.encode(text, forKey: .text)
    case .lineBreak:
      try container.encode(Kind.lineBreak, forKey: .kind)
    case .noteReference(let note):
      try container.encode(Kind.noteReference, forKey: .kind)
      try container.encode(note, forKey: .note)
    case .image(let image):
      try container.encode(Kind.image, forKey: .kind)
      try container.encode(image, forKey: .image)
    case .link(let target, let inlines):
      try encode(.link, inlines)
      try container.encode(target, forKey: .target)
    case .strong(let inlines): try encode(.strong, inlines)
    case .emphasis(let inlines): try encode(.emphasis, inlines)
    case .superscript(let inlines): try encode(.superscript, inlines)
    case .subscript(let inlines): try encode(.subscript, inlines)
    }
  }

  /// The inline coded as ``encode(to:)`` writes it.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func inlines() throws -> [Inline] { try container.decode([Inline].self, forKey: .inlines) }
    switch try container.decode(Kind.self, forKey: .kind) {
    case .text: self = .text(try container.decode(String.self, forKey: .text))
    case .code: self = .code(try container.decode(String.self, forKey: .text))
    case .lineBreak: self = .lineBreak
    case .noteReference: self = .noteReference(try container.decode(String.self, forKey: .note))
    case .image: self = .image(try container.decode(ImageReference.self, forKey: .image))
    case .link: self = .link(target: try container.decode(String.self, forKey: .target), try inlines())
    case .strong: self = .strong(try inlines())
    case .emphasis: self = .emphasis(try inlines())
    case .superscript: self = .superscript(try inlines())
    case .subscript: self = .subscript(try inlines())
    }
  }
}
