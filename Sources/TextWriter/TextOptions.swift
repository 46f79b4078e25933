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
      guard !error.missing.isEmpty else {
        throw StageError(
          stage: stage,
          message: Wording("\(encoding.name) is not available here", zh: "此处不支持编码 \(encoding.name)"))
      }
      let lacking = Self.list(error.missing)
      throw StageError(
        stage: stage,
        message: Wording(
          "\(encoding.name) lacks \(lacking.english) of the text", zh: "编码 \(encoding.name) 没有文本\(lacking.chinese)"),
        hint: Wording("use utf-8 or gb18030, which hold every character", zh: "请改用 utf-8 或 gb18030，二者收录全部字符"))
    }
  }
}

extension TextOptions {
  /// The characters with their codes and the lines they stand on: ten of them, five lines each.
  private static func list(_ missing: [TextEncodingError.Missing]) -> Wording {
    var characters: [(character: String, lines: [Int])] = []
    for each in missing {
      if let index = characters.firstIndex(where: { $0.character == each.character }) {
        if characters[index].lines.last != each.line { characters[index].lines.append(each.line) }
      } else {
        characters.append((each.character, [each.line]))
      }
    }
    let named = characters.prefix(10).map { each in
      let code = each.character.unicodeScalars.map { "U+" + String($0.value, radix: 16, uppercase: true) }
      let lines = each.lines.prefix(5).map(String.init).joined(separator: ", ") + (each.lines.count > 5 ? ", …" : "")
      return (name: "\(each.character) (\(code.joined(separator: " ")))", lines: lines)
    }
    let more = characters.count - named.count
    return Wording(
      named.map { "\($0.name) on line \($0.lines)" }.joined(separator: "; ") + (more > 0 ? "; and \(more) more" : ""),
      zh: named.map { "第\($0.lines)行的\($0.name)" }.joined(separator: "、") + (more > 0 ? "等\(characters.count)个字符" : ""))
  }
}

extension Language {
  /// Whether the blank that marks a soft line end goes when lines are joined again (RFC 3676, 4.5): needed where
  /// no blank stands between two words.
  var deletesFlowBlank: Bool { isChinese }
}
