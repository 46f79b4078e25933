/// XML with line ends for people: a paragraph, a style, a relationship is a line, so that a change in one shows
/// as one line of a diff. Nothing but line ends is added, between elements of the first levels.
enum ReadableXML {
  /// `xml` with each element down to the third level on a line of its own.
  static func lines(of xml: String, depth limit: Int = 3) -> String {
    guard xml.hasPrefix("<?xml") else { return xml }
    var result = ""
    var depth = 0
    for piece in xml.split(separator: "<", omittingEmptySubsequences: true) {
      let ends = piece.hasPrefix("/")
      let isDeclaration = piece.hasPrefix("?") || piece.hasPrefix("!")
      let closesItself = piece.prefix { $0 != ">" }.hasSuffix("/")
      if ends { depth -= 1 }
      let breaks = ends ? depth < limit - 1 : depth < limit
      if breaks, result.last == ">" { result += "\n" }
      result += "<" + piece
      if !ends && !isDeclaration && !closesItself { depth += 1 }
    }
    return result + (result.hasSuffix("\n") ? "" : "\n")
  }
}
