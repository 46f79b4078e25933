import IssueModel

/// How large a text may be. An archive holds many issues, each of which has to leave room for the others.
extension IssueReader {
  /// The largest text that is read, in bytes of UTF-8: some 200 times a long issue. Reading takes some fifteen times the
  /// room of the text.
  static let maximumBytes = 12_000_000
  /// The most lines that are read; each costs room of its own, even an empty one.
  static let maximumLines = 250_000
  /// The most marks of Markdown that are read: each may become a node of its parser, which takes a hundred times its room.
  static let maximumMarks = 400_000
  /// The most tags of a web page that are read, opening and closing ones. Word writes some twenty for a line.
  static let maximumTags = 400_000

  /// The lines of `text`.
  /// - Throws: ``ReadingError`` for a text larger than any issue.
  static func source(of text: String, isPage: Bool) throws(ReadingError) -> SourceText {
    guard text.utf8.count <= maximumBytes else {
      let size = text.utf8.count / 1_000_000
      throw tooLarge(Wording("the text has \(size) MB, more than any issue has", zh: "文本有\(size) MB，超过任何一期简报"))
    }
    guard let source = SourceText(text, maximumLines: maximumLines) else {
      throw tooLarge(
        Wording(
          "the text has more than \(maximumLines) lines, more than any issue has", zh: "文本超过\(maximumLines)行，超过任何一期简报"))
    }
    if isPage, holds(more: maximumTags, of: [UInt8(ascii: "<")], source.text) {
      throw tooLarge(
        Wording(
          "the page has more than \(maximumTags) tags, more than any issue has", zh: "网页标签超过\(maximumTags)个，超过任何一期简报"))
    }
    return source
  }

  /// Throws ``ReadingError`` for Markdown of more marks than any issue has.
  static func checkMarks(in source: SourceText) throws(ReadingError) {
    guard holds(more: maximumMarks, of: Array("\\*_[](!&<~|".utf8), source.text) else { return }
    throw tooLarge(
      Wording(
        "the text has more than \(maximumMarks) marks of Markdown, more than any issue has",
        zh: "文本中的 Markdown 标记超过\(maximumMarks)个，超过任何一期简报"))
  }

  /// Whether `text` has more than `limit` of the bytes: of most texts their size tells that they have not.
  private static func holds(more limit: Int, of bytes: [UInt8], _ text: String) -> Bool {
    guard text.utf8.count > limit else { return false }
    var isCounted = [Bool](repeating: false, count: 256)
    for byte in bytes { isCounted[Int(byte)] = true }
    return text.utf8.count { isCounted[Int($0)] } > limit
  }

  private static func tooLarge(_ message: Wording) -> ReadingError {
    ReadingError(
      id: "input-too-large", message: message,
      hint: Wording("check that it is the right file, or cut it into issues", zh: "请确认文件是否正确，或拆成各期"))
  }
}
