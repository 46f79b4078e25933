internal import ExportPipeline
internal import HouseStyle
internal import IssueModel
public import UnicodeText

/// What a caller wants otherwise than the house style has it, and how lines become bytes.
public struct TextOptions: Sendable, Hashable {
  /// What ends a line.
  public enum LineEnding: String, Sendable, Hashable {
    /// Line feed, as on Unix.
    case lf = "\n"
    /// Carriage return and line feed, as on Windows and in mail.
    case crlf = "\r\n"
  }

  /// How paragraphs become lines.
  public enum Flow: String, Sendable, Hashable, CaseIterable {
    /// Each paragraph is one line, which the reader's program wraps: for telephones.
    case none
    /// Lines of a fixed width: for archives and lists.
    case fixed
    /// Lines of a fixed width which the reader's program may join again (RFC 3676, `format=flowed`).
    case flowed
  }

  /// The width of a line in columns; nil for the house style's.
  public var width: Int?
  /// What stands before the first line of a paragraph; nil for the house style's.
  public var indent: String?
  /// How paragraphs become lines.
  public var flow: Flow
  /// What ends a line.
  public var lineEnding: LineEnding
  /// The encoding of the bytes.
  public var encoding: TextEncoding
  /// Whether the bytes begin with a byte order mark, as some old editors want.
  public var writesByteOrderMark: Bool

  /// Options of the given values.
  public init(
    width: Int? = nil, indent: String? = nil, flow: Flow = .fixed, lineEnding: LineEnding = .lf,
    encoding: TextEncoding = .utf8,
    writesByteOrderMark: Bool = false
  ) {
    self.width = width
    self.indent = indent
    self.flow = flow
    self.lineEnding = lineEnding
    self.encoding = encoding
    self.writesByteOrderMark = writesByteOrderMark
  }

  /// The media type of the text (RFC 2046; RFC 3676 for `format` and `delsp`).
  func mediaType(of language: Language) -> String {
    var type = "text/plain; charset=\(encoding.name)"
    if flow == .flowed { type += "; format=flowed" + (language.deletesFlowBlank ? "; delsp=yes" : "") }
    return type
  }

  /// The layout of `house` with what differs.
  func style(over house: TextStyle) -> TextStyle {
    TextStyle(width: width ?? house.width, indent: indent ?? house.indent, rule: house.rule)
  }

  /// `text` in the encoding.
  func bytes(of text: String, stage: String) throws(StageError) -> [UInt8] {
    do {
      return try TextEncoder(encoding, writesByteOrderMark: writesByteOrderMark).encode(text)
    } catch {
      guard let first = error.missing.first else {
        throw StageError(
          stage: stage,
          message: Wording("\(encoding.name) is not available here", zh: "此处不支持编码 \(encoding.name)"))
      }
      var seen: [String] = []
      for missing in error.missing where !seen.contains(missing.character) && seen.count < 10 {
        seen.append(missing.character)
      }
      let list = seen.map { character in
        let code = character.unicodeScalars.first.map { String($0.value, radix: 16, uppercase: true) } ?? ""
        return "\(character) (U+\(code))"
      }.joined(separator: ", ")
      throw StageError(
        stage: stage,
        message: Wording(
          "\(encoding.name) lacks \(list), first on line \(first.line) of the text",
          zh: "编码 \(encoding.name) 没有字符 \(list)，首见于文本第\(first.line)行"),
        hint: Wording("use utf-8 or gb18030, which hold every character", zh: "请改用 utf-8 或 gb18030，二者收录全部字符"))
    }
  }
}

extension Language {
  /// Whether the blank that marks a soft line end goes when lines are joined again (RFC 3676, 4.5): needed where
  /// no blank stands between two words.
  var deletesFlowBlank: Bool { isChinese }
}
