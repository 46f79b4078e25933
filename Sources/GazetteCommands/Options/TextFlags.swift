import ArgumentParser
import Gazette

/// How the plain text is laid out and written.
struct TextFlags: ParsableArguments {
  /// The encodings that text can be asked for in.
  enum Charset: String, ExpressibleByArgument, CaseIterable {
    case utf8 = "utf-8"
    case gb18030, gbk, big5

    /// As the writers call it.
    var encoding: TextEncoding {
      switch self {
      case .utf8: .utf8
      case .gb18030: .gb18030
      case .gbk: .gbk
      case .big5: .big5
      }
    }
  }

  /// The line ends by the names people give them.
  enum LineEnds: String, ExpressibleByArgument, CaseIterable {
    case lf, crlf
  }

  @OptionGroup var layout: TextLayoutFlags

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
    if bom, charset == .gbk || charset == .big5 {
      throw .usage(
        Wording("\(charset.rawValue) has no byte order mark", zh: "\(charset.rawValue)没有字节序标记"),
        hint: Wording("leave out --bom, or use utf-8 or gb18030", zh: "请去掉 --bom，或改用 utf-8、gb18030"))
    }
    var options = try layout.options()
    options.lineEnding = lineEnds == .lf ? .lf : .crlf
    options.encoding = charset.encoding
    options.writesByteOrderMark = bom
    return options
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
