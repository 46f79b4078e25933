import ArgumentParser
import Gazette

/// How plain text is laid out, in files and mails alike.
struct TextLayoutFlags: ParsableArguments {
  /// How paragraphs become lines, as the command line calls it.
  enum Flow: String, ExpressibleByArgument, CaseIterable {
    case fixed, none, flowed
  }

  /// What may happen at the ends of lines, as the command line calls it.
  enum Punctuation: String, ExpressibleByArgument, CaseIterable {
    case strict, hanging, compressed
  }

  /// How wide tables are printed, as the command line calls it.
  enum WideTables: String, ExpressibleByArgument, CaseIterable {
    case records, rows
  }

  @Option(
    help: ArgumentHelp(
      """
      The columns of a line, 20 to 998 (default: the style's). A Han takes two. Only an address (URL, e-mail) longer \
      than a line is wider, since it could not be clicked in pieces.
      """, valueName: "n"))
  var width: Int?

  @Option(help: ArgumentHelp("The columns a paragraph begins with, 0 to 16 (default: the style's).", valueName: "n"))
  var indent: Int?

  @Option(
    help: ArgumentHelp(
      "fixed: lines of that width; none: one line a paragraph; flowed: lines that mail programs join again (RFC 3676).",
      valueName: "flow"))
  var flow: Flow = .fixed

  @Option(
    help: ArgumentHelp(
      """
      At the ends of lines: strict; hanging: 。 or ， may stand outside the width; compressed: marks there and side by side \
      count half (default: the style's).
      """, valueName: "name"))
  var punctuation: Punctuation?

  @Flag(inversion: .prefixedNo, help: "Make the lines of a paragraph end at the same column (default: the style's).")
  var justify: Bool?

  @Flag(
    inversion: .prefixedNo,
    help: "Number articles in the contents list where the source does not (default: the style's).")
  var numberContents: Bool?

  @Option(
    help: ArgumentHelp(
      """
      Tables wider than a line: records, a line for each cell behind the head of its column; rows, bars between cells, \
      each word once (default: the style's).
      """, valueName: "name"))
  var wideTables: WideTables?

  /// As the writer wants them.
  func options() throws(CommandFailure) -> TextOptions {
    if justify == true, flow != .fixed {
      throw .usage(
        Wording(
          "--justify is for lines of a fixed width, not for --flow \(flow.rawValue)",
          zh: "--justify 只用于定宽文本，不能与 --flow \(flow.rawValue) 并用"),
        hint: Wording("leave out one of them", zh: "请去掉其中一项"))
    }
    return TextOptions(
      width: try checkedWidth(), indent: try indentText(), punctuation: punctuationOfStyle, isJustified: justify,
      numbersContents: numberContents, wideTables: wideTablesOfStyle, flow: textFlow)
  }

  /// All of it in words, the same for the same choices.
  var digest: [String] {
    [
      flow.rawValue, "\(width ?? 0)", indent.map { "\($0)" } ?? "", punctuation?.rawValue ?? "",
      justify.map { "\($0)" } ?? "", numberContents.map { "\($0)" } ?? "", wideTables?.rawValue ?? "",
    ]
  }

  private var textFlow: TextOptions.Flow {
    switch flow {
    case .fixed: .fixed
    case .none: .none
    case .flowed: .flowed
    }
  }

  private var punctuationOfStyle: TextStyle.Punctuation? { punctuation.flatMap { .init(rawValue: $0.rawValue) } }
  private var wideTablesOfStyle: TextStyle.WideTables? { wideTables.flatMap { .init(rawValue: $0.rawValue) } }

  /// The width, if lines can be that wide.
  private func checkedWidth() throws(CommandFailure) -> Int? {
    guard let width, !(20...998).contains(width) else { return width }
    throw .usage(Wording("--width \(width): 20 to 998 is possible", zh: "--width \(width)：可用20至998"))
  }

  /// Blanks of so many columns, wide ones as far as possible: those are seen as part of the text, not of the margin.
  private func indentText() throws(CommandFailure) -> String? {
    guard let columns = indent else { return nil }
    guard (0...16).contains(columns) else {
      throw .usage(Wording("--indent \(columns): 0 to 16 is possible", zh: "--indent \(columns)：可用0至16"))
    }
    return String(repeating: "\u{3000}", count: columns / 2) + (columns % 2 == 1 ? " " : "")
  }
}
