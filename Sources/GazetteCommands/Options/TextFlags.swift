import ArgumentParser
import Gazette

/// How the plain text is laid out and written.
struct TextFlags: ParsableArguments {
  /// The encodings that text can be asked for in.
  enum Charset: String, ExpressibleByArgument, CaseIterable {
    case utf8 = "utf-8"
    case gb18030, gbk, big5
  }

  /// The line ends by the names people give them.
  enum LineEnds: String, ExpressibleByArgument, CaseIterable {
    case lf, crlf
  }

  @Option(
    help: ArgumentHelp("The columns of a line, 20 to 998 (default: the style's). A Han takes two.", valueName: "n"))
  var width: Int?

  @Option(help: ArgumentHelp("The columns a paragraph begins with, 0 to 16 (default: the style's).", valueName: "n"))
  var indent: Int?

  @Option(
    help: ArgumentHelp(
      "fixed: lines of that width; none: one line a paragraph; flowed: lines that mail programs join again (RFC 3676).",
      valueName: "flow"))
  var flow: FlowName = .fixed

  @Option(
    help: ArgumentHelp(
      "utf-8, gb18030, gbk or big5. A character it lacks is an error, never replaced.", valueName: "name"))
  var charset: Charset = .utf8

  @Option(help: ArgumentHelp("lf or crlf.", valueName: "name"))
  var lineEnds: LineEnds = .lf

  @Flag(help: "Begin the text with a byte order mark, for old editors.")
  var bom = false

  /// As the writer wants them.
  func options() throws(CommandFailure) -> TextOptions {
    let encoding: TextEncoding =
      switch charset {
      case .utf8: .utf8
      case .gb18030: .gb18030
      case .gbk: .gbk
      case .big5: .big5
      }
    if bom, charset == .gbk || charset == .big5 {
      throw .usage(
        Wording("\(charset.rawValue) has no byte order mark", zh: "\(charset.rawValue)没有字节序标记"),
        hint: Wording("leave out --bom, or use utf-8 or gb18030", zh: "请去掉 --bom，或改用 utf-8、gb18030"))
    }
    return TextOptions(
      width: try Self.checked(width), indent: try Self.indent(of: indent), flow: flow.flow,
      lineEnding: lineEnds == .lf ? .lf : .crlf, encoding: encoding,
      writesByteOrderMark: bom)
  }

  /// `width` if lines can be that wide.
  static func checked(_ width: Int?) throws(CommandFailure) -> Int? {
    guard let width, !(20...998).contains(width) else { return width }
    throw .usage(Wording("--width \(width): 20 to 998 is possible", zh: "--width \(width)：可用20至998"))
  }

  /// Blanks of so many columns, wide ones as far as possible: those are seen as part of the text, not of the margin.
  static func indent(of columns: Int?) throws(CommandFailure) -> String? {
    guard let columns else { return nil }
    guard (0...16).contains(columns) else {
      throw .usage(Wording("--indent \(columns): 0 to 16 is possible", zh: "--indent \(columns)：可用0至16"))
    }
    return String(repeating: "\u{3000}", count: columns / 2) + (columns % 2 == 1 ? " " : "")
  }

  /// `registry` with a writer of such text, if it has one and something is asked for.
  func applied(to registry: WriterRegistry) throws(CommandFailure) -> WriterRegistry {
    Self.applied(try options(), to: registry)
  }

  /// `registry` with a writer of text with the given options, if it has one and they are not the default.
  static func applied(_ options: TextOptions, to registry: WriterRegistry) -> WriterRegistry {
    guard options != TextOptions(), registry.writer(for: PlainTextWriter.format.id) != nil else { return registry }
    var registry = registry
    registry.replace(PlainTextWriter(options: options))
    return registry
  }
}

/// How paragraphs become lines, as the command line calls it.
enum FlowName: String, ExpressibleByArgument, CaseIterable {
  case fixed, none, flowed

  /// As the writer wants it.
  var flow: TextOptions.Flow {
    switch self {
    case .fixed: .fixed
    case .none: .none
    case .flowed: .flowed
    }
  }
}
