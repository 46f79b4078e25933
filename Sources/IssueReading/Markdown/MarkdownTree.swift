internal import CCmark
import Glibc

/// A node of a parsed Markdown document, free of C. An issue has thousands, a hostile one a million: what the rarer kinds hold
/// stands elsewhere, and places take half a word each.
struct MarkdownNode {
  enum Kind {
    case document, blockQuote, item, paragraph, thematicBreak, footnoteDefinition
    case heading(Int)
    case list(start: Int?)
    /// The text of a program, and what stands behind the fence above it; nil for one that an indent marks.
    indirect case codeBlock(String, info: String?)
    case htmlBlock(String)
    case table(alignments: [UInt8])
    case tableRow(header: Bool)
    case tableCell
    case text(String), code(String), htmlInline(String)
    case softBreak, lineBreak, emphasis, strong, strikethrough
    /// Where the link leads, and the words in quotes behind that; empty for none.
    indirect case link(String, title: String)
    /// Where the picture is, and the words in quotes behind that; empty for none.
    indirect case image(String, title: String)
    case footnoteReference(String)
    case unknown

    /// Whether the node is part of a line of text.
    var isInline: Bool {
      switch self {
      case .text, .code, .htmlInline, .softBreak, .lineBreak, .emphasis, .strong, .strikethrough, .link, .image,
        .footnoteReference:
        true
      default: false
      }
    }
  }
  var kind: Kind
  private let place: (line: Int32, column: Int32, endLine: Int32)
  var children: [MarkdownNode]

  init(kind: Kind, line: Int, column: Int, endLine: Int, children: [MarkdownNode] = []) {
    self.kind = kind
    place = (Int32(clamping: line), Int32(clamping: column), Int32(clamping: endLine))
    self.children = children
  }

  /// The first line, from 1; 0 for nodes whose place cmark does not know.
  var line: Int { Int(place.line) }
  var column: Int { Int(place.column) }
  var endLine: Int { Int(place.endLine) }
}

/// Parses Markdown through cmark-gfm. No C type leaves this file.
enum MarkdownTree {
  private static let extensions: Void = cmark_gfm_core_extensions_ensure_registered()

  /// The tree of `markdown`: CommonMark with GitHub's tables, strikethrough and footnotes.
  static func parse(_ markdown: String) -> MarkdownNode {
    guard let wide = WideTables(in: markdown) else { return parse(ParsedText(markdown)) }
    return wide.joined(parse(ParsedText(wide.text, lines: wide.lines))) ?? parse(ParsedText(markdown))
  }

  /// The tree of a text with empty lines that its source lacks; places are those of the source.
  static func parse(_ spread: SpreadText) -> MarkdownNode {
    parse(ParsedText(spread.text, lines: spread.lines))
  }

  private static func parse(_ source: ParsedText) -> MarkdownNode {
    _ = extensions
    // A single tilde strikes nothing out: 3~5人，8~9点 would lose theirs.
    guard let parser = cmark_parser_new(Int32(CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE)) else {
      return MarkdownNode(kind: .document, line: 1, column: 1, endLine: 1)
    }
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough"] {
      if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
    }
    source.text.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    }
    guard let document = cmark_parser_finish(parser) else {
      return MarkdownNode(kind: .document, line: 1, column: 1, endLine: 1)
    }
    defer { cmark_node_free(document) }
    return moved(document, source)
  }

  /// How deep the copied tree may be. What is nested deeper stands at that depth, in order.
  static let maximumDepth = 64

  /// Copies the tree without recursion: hostile input nests deeper than a stack reaches. What is copied is freed at once, all
  /// but the root, so that the two trees need not have room beside each other.
  private static func moved(_ root: OpaquePointer, _ source: ParsedText) -> MarkdownNode {
    guard let iterator = cmark_iter_new(root) else { return node(root, source) }
    defer { cmark_iter_free(iterator) }
    var open: [MarkdownNode] = []
    var tooDeep = 0
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { break }
      guard let current = cmark_iter_get_node(iterator) else { break }
      let leaf = isLeaf(current)
      if event == CMARK_EVENT_ENTER {
        if !leaf, open.count >= maximumDepth || tooDeep > 0 {
          tooDeep += 1
          continue
        }
        open.append(node(current, source))
        if !leaf {
          open[open.count - 1].children.reserveCapacity(childCount(current))
          continue
        }
      } else if tooDeep > 0 {
        tooDeep -= 1
        // Its children stand in the parent by now.
        cmark_node_free(current)
        continue
      }
      // The iterator is past a leaf that is entered and any node that is left (cmark's iterator.h).
      if current != root { cmark_node_free(current) }
      guard open.count > 1, let finished = open.popLast() else { break }
      open[open.count - 1].children.append(finished)
    }
    return open.first ?? node(root, source)
  }

  /// How many children a node has.
  private static func childCount(_ node: OpaquePointer) -> Int {
    var count = 0
    var child = cmark_node_first_child(node)
    while let found = child {
      count += 1
      child = cmark_node_next(found)
    }
    return count
  }

  /// Whether the iterator gives the node no exit of its own (`S_is_leaf` of cmark's iterator.c).
  private static func isLeaf(_ node: OpaquePointer) -> Bool {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CODE_BLOCK, CMARK_NODE_TEXT, CMARK_NODE_SOFTBREAK,
      CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
      true
    default: false
    }
  }

  private static func node(_ node: OpaquePointer, _ source: ParsedText) -> MarkdownNode {
    MarkdownNode(
      kind: kind(node, source), line: source.line(Int(cmark_node_get_start_line(node))),
      column: Int(cmark_node_get_start_column(node)),
      endLine: source.line(Int(cmark_node_get_end_line(node))))
  }

  private static func literal(_ node: OpaquePointer) -> String {
    cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
  }
  private static func url(_ node: OpaquePointer) -> String {
    cmark_node_get_url(node).map { String(cString: $0) } ?? ""
  }
  private static func title(_ node: OpaquePointer) -> String {
    cmark_node_get_title(node).map { String(cString: $0) } ?? ""
  }

  private static func kind(_ node: OpaquePointer, _ source: ParsedText) -> MarkdownNode.Kind {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_DOCUMENT: return .document
    case CMARK_NODE_BLOCK_QUOTE: return .blockQuote
    case CMARK_NODE_LIST:
      return .list(
        start: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? Int(cmark_node_get_list_start(node)) : nil)
    case CMARK_NODE_ITEM: return .item
    case CMARK_NODE_PARAGRAPH: return .paragraph
    case CMARK_NODE_HEADING: return .heading(Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
    case CMARK_NODE_CODE_BLOCK:
      var length: Int32 = 0
      var offset: Int32 = 0
      var character: CChar = 0
      let isFenced = cmark_node_get_fenced(node, &length, &offset, &character) != 0
      let info = cmark_node_get_fence_info(node).map { String(cString: $0) } ?? ""
      return .codeBlock(literal(node), info: isFenced ? info : nil)
    case CMARK_NODE_HTML_BLOCK: return .htmlBlock(literal(node))
    case CMARK_NODE_FOOTNOTE_DEFINITION: return .footnoteDefinition
    case CMARK_NODE_TEXT:
      let words = cmark_node_get_literal(node).flatMap {
        source.words($0, line: Int(cmark_node_get_start_line(node)), column: Int(cmark_node_get_start_column(node)))
      }
      return .text(words ?? literal(node))
    case CMARK_NODE_SOFTBREAK: return .softBreak
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_CODE: return .code(literal(node))
    case CMARK_NODE_HTML_INLINE: return .htmlInline(literal(node))
    case CMARK_NODE_EMPH: return .emphasis
    case CMARK_NODE_STRONG: return .strong
    case CMARK_NODE_LINK: return .link(url(node), title: title(node))
    case CMARK_NODE_IMAGE: return .image(url(node), title: title(node))
    case CMARK_NODE_FOOTNOTE_REFERENCE: return .footnoteReference(literal(node))
    default: break
    }
    // The extensions' types are known by name only.
    switch cmark_node_get_type_string(node).map({ String(cString: $0) }) ?? "" {
    case "table":
      let count = Int(cmark_gfm_extensions_get_table_columns(node))
      let alignments = cmark_gfm_extensions_get_table_alignments(node).map {
        Array(UnsafeBufferPointer(start: $0, count: count))
      }
      return .table(alignments: alignments ?? [])
    case "table_header": return .tableRow(header: true)
    case "table_row": return .tableRow(header: cmark_gfm_extensions_get_table_row_is_header(node) != 0)
    case "table_cell": return .tableCell
    case "strikethrough": return .strikethrough
    default: return .unknown
    }
  }
}

/// The text that is parsed. Most words of the tree stand in it as they are, and to copy them from there is a quarter of the
/// work of asking anew whether the bytes of C are UTF-8.
private struct ParsedText {
  let text: String
  /// Where each line begins.
  private let starts: [Int]
  /// The line of the source that each line of the text comes from; empty where that is the same.
  private let lines: [Int32]

  /// Which line of the source a line of the text comes from, both from 1; 0 for an unknown one.
  func line(_ line: Int) -> Int {
    lines.indices.contains(line - 1) ? Int(lines[line - 1]) : line
  }

  init(_ text: String, lines: [Int32] = []) {
    self.lines = lines
    var text = text
    starts = text.withUTF8 { bytes in
      var starts = [0]
      while let end = ByteSearch.first(0x0A, in: bytes, from: starts[starts.count - 1]) { starts.append(end + 1) }
      return starts
    }
    self.text = text
  }

  /// The words `literal` from the place where they stand, counted from 1; nil if it has others there, such as an entity.
  func words(_ literal: UnsafePointer<CChar>, line: Int, column: Int) -> String? {
    let length = strlen(literal)
    guard starts.indices.contains(line - 1), column >= 1 else { return nil }
    let start = starts[line - 1] + column - 1
    guard start + length <= text.utf8.count,
      text.utf8.withContiguousStorageIfAvailable({ bytes in
        bytes.baseAddress.map { memcmp($0 + start, literal, length) == 0 }
      }) == true
    else { return nil }
    let first = text.utf8.index(text.startIndex, offsetBy: start)
    return String(text[first..<text.utf8.index(first, offsetBy: length)])
  }
}
