import IssueModel
import XMLBinding

/// The comments of a page and its instructions to programs, which no browser shows: what people wrote there, and what
/// Word keeps there for itself, such as the text boxes within `<!--[if gte vml 1]>`.
struct PageComments {
  /// Comments with words, each with the line and the column where it begins.
  private(set) var found: [(words: String, position: SourcePosition)] = []

  /// Looks for them in the markup `text`.
  init(in text: String) {
    var text = text
    guard text.contains("<!--") || text.contains("<?") else { return }
    text.withUTF8 { read($0) }
  }

  /// Tells of them.
  func report(to diagnostics: DiagnosticSink) {
    for comment in found {
      let words = excerpt(comment.words, toldLength)
      diagnostics.report(
        Diagnostic(
          id: "comment-dropped", severity: .note, at: comment.position,
          message: Wording("the comment “\(words)” was left out", zh: "注释“\(words)”未印出")))
    }
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    // Comments come in order: each place is counted from the one before.
    var position = SourcePosition(line: 1, column: 1)
    var counted = 0
    func advance(to place: Int) -> SourcePosition {
      for byte in bytes[counted..<place] {
        if byte == 0x0A {
          position = SourcePosition(line: position.line + 1, column: 1)
        } else if byte & 0xC0 != 0x80 {
          position = SourcePosition(line: position.line, column: position.column + 1)
        }
      }
      counted = place
      return position
    }
    var index = 0
    while let open = ByteSearch.first(UInt8(ascii: "<"), in: bytes, from: index) {
      index = open + 1
      if let name = Self.rawNames.first(where: { Self.hasName($0, bytes, at: open + 1) }) {
        // What looks like a comment there is a part of the program.
        guard let close = Self.end(of: "</" + name, bytes, from: index) else { return }
        index = close
      } else if bytes[index...].starts(with: "!--".utf8) {
        let close = Self.end(of: "-->", bytes, from: open + 4)
        let end = close.map { $0 - 3 } ?? bytes.count
        if open + 4 < end, let words = Self.words(of: String(decoding: bytes[(open + 4)..<end], as: UTF8.self)) {
          found.append((words, advance(to: open)))
        }
        guard let close else { return }
        index = close
      } else if bytes[index...].starts(with: "?".utf8), !Self.hasName("?xml", bytes, at: index) {
        guard let close = ByteSearch.first(UInt8(ascii: ">"), in: bytes, from: index) else { return }
        let inner = String(decoding: bytes[(index + 1)..<close], as: UTF8.self)
        if let words = Self.words(of: inner.hasSuffix("?") ? String(inner.dropLast()) : inner) {
          found.append((words, advance(to: open)))
        }
        index = close + 1
      }
    }
  }

  private static let rawNames = ["script", "style"]

  private static func hasName(_ name: String, _ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    let wanted = name.utf8
    guard start + wanted.count < bytes.count else { return false }
    return zip(bytes[start...], wanted).allSatisfy { $0 | 0x20 == $1 }
  }

  /// The place behind the next `mark`, whatever its letters' case; nil where none follows.
  private static func end(of mark: String, _ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let wanted = Array(mark.utf8)
    guard let head = wanted.first else { return start }
    var index = start
    while let place = ByteSearch.first(head, in: bytes, from: index) {
      guard place + wanted.count <= bytes.count else { return nil }
      let isFound = zip(bytes[place...], wanted).allSatisfy { byte, letter in
        byte == letter || (0x61...0x7A).contains(letter) && byte | 0x20 == letter
      }
      if isFound { return place + wanted.count }
      index = place + 1
    }
    return nil
  }

  /// What a comment says to people; nil where it speaks to programs alone: a name of a place in the page, what Word and old browsers
  /// were to read or to look like.
  private static func words(of comment: String) -> String? {
    var text = comment.trimmed
    var isConditional = false
    if text.hasPrefix("[if"), let end = text.firstRange(of: "]>") {
      isConditional = true
      text = String(text[end.upperBound...])
    }
    if text.contains("<![") {
      for mark in ["<![endif]", "<![ENDIF]"] { text = text.replacing(mark, with: "") }
    }
    if text.contains("<") {
      guard let fragment = try? HTMLFragment(parsing: text) else { return nil }
      text = plain(fragment.nodes)
    }
    text = HTMLInlines.collapsed(text).trimmed
    guard text.unicodeScalars.contains(where: \.isWordScalar) else { return nil }
    if isConditional { return text }
    // A single word of ASCII is a name: StartFragment, /header, nav-end.
    return text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } ? nil : text
  }

  private static func plain(_ nodes: [XMLNode]) -> String {
    nodes.map { node in
      switch node {
      case .text(let text): return text
      case .element(let element):
        // The words of WordArt, and what a drawing is said to show.
        if ["v:textpath", "textpath"].contains(element.name) { return (element.attribute("string") ?? "") + " " }
        if ["v:shape", "shape"].contains(element.name) {
          return (element.attribute("alt") ?? "") + " " + plain(element.children) + " "
        }
        // Settings of Word and Office.
        let isForPrograms =
          ["xml", "style", "script", "meta", "link"].contains(element.name) || element.name.hasPrefix("w:worddocument")
        return isForPrograms ? "" : plain(element.children) + " "
      }
    }.joined()
  }
}
