internal import CLibXML2

/// Where the tag of an element begins.
///
/// libxml2 keeps only the line on which a tag *ends*, in 16 bits, and no column. So the parsers of this
/// binding note the place of the `<` in the node's `_private`, which libxml2 leaves to its users.
struct NodePosition {
  var line: Int
  var column: Int

  private static let columnBits = 20

  /// The place noted in `node`; nil for one that this binding did not parse.
  init?(of node: UnsafeMutablePointer<xmlNode>) {
    var node = node
    if node.pointee.type != XML_ELEMENT_NODE {
      // An attribute or a text: its element. `parent` has the same place in all kinds of nodes.
      guard let parent = node.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE else { return nil }
      node = parent
    }
    guard let noted = node.pointee._private else { return nil }
    let bits = Int(bitPattern: noted)
    line = bits >> Self.columnBits
    column = bits & (1 << Self.columnBits - 1)
  }

  /// The place of the tag that the parser has just read to its end.
  init(ofTagReadBy context: UnsafeMutablePointer<xmlParserCtxt>) {
    guard let input = context.pointee.input, let base = input.pointee.base, let current = input.pointee.cur else {
      line = 0
      column = 0
      return
    }
    line = Int(input.pointee.line)
    // No attribute of a well-formed document holds a `<`. (In HTML one may: then the place is a little late.)
    var place = current
    var newlines = 0
    var scalars = 0
    while place > base {
      place -= 1
      if place.pointee == 0x0A { newlines += 1 }
      if place.pointee & 0xC0 != 0x80 { scalars += 1 }
      if place.pointee == 0x3C { break }
    }
    guard newlines > 0 else {
      column = Int(input.pointee.col) - scalars
      return
    }
    line -= newlines
    // The bytes between the line's begin and the tag are scanned for one tag a line at most: linear in all.
    column = 1
    while place > base {
      place -= 1
      if place.pointee == 0x0A { break }
      if place.pointee & 0xC0 != 0x80 { column += 1 }
    }
  }

  /// Notes the place in `node`.
  func note(in node: UnsafeMutablePointer<xmlNode>) {
    let bits = line << Self.columnBits | min(max(column, 0), 1 << Self.columnBits - 1)
    node.pointee._private = UnsafeMutableRawPointer(bitPattern: bits)
  }
}
