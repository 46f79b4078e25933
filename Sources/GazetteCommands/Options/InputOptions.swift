import ArgumentParser
import Gazette

/// What the user knows better than the reader.
struct InputOptions: ParsableArguments {
  /// The formats as the command line calls them.
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case markdown, text

    /// As the reader calls it.
    var inputFormat: InputFormat { self == .markdown ? .markdown : .text }
  }

  @Option(help: ArgumentHelp("The encoding of the input, such as gb18030; else it is detected.", valueName: "name"))
  var encoding: String?

  @Option(
    help: ArgumentHelp("The format of the input: markdown or text; else by name and content.", valueName: "format"))
  var from: Form?

  @Option(
    name: .customLong("no-repair"),
    help: ArgumentHelp("A repair not to make, by name; all for none. May be repeated.", valueName: "name"))
  var disabledRepairs: [String] = []

  /// As the reader wants them.
  var readerOptions: IssueReader.Options {
    IssueReader.Options(format: from?.inputFormat, encoding: encoding, disabledRepairs: Set(disabledRepairs))
  }
}
