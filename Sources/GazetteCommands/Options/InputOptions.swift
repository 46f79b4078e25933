import ArgumentParser
import Gazette

/// How inputs are read, as the options of a command say.
struct InputChoices: Sendable {
  /// What the reader is told.
  var reader = IssueReader.Options()
  /// The form of the input, if the user says it.
  var form: IssueForm?
}

/// What the user knows better than the reader.
struct InputOptions: ParsableArguments {
  /// The forms as the command line calls them: by their own names.
  enum Form: String, ExpressibleByArgument, CaseIterable, Sendable {
    case markdown, text, html, xml, json, docx
  }

  @OptionGroup var reading: ReadingOptions

  @Option(help: ArgumentHelp("The format of the input; else by name and content.", valueName: "format"))
  var from: Form?

  /// As the reader wants them.
  func choices() throws(CommandFailure) -> InputChoices {
    try reading.choices(of: from.flatMap { IssueForm(rawValue: $0.rawValue) })
  }
}

/// What the user knows better than the reader, but for the format: `--from` means the sender to `mail`.
struct ReadingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The encoding of the input, such as gb18030; else it is detected.", valueName: "name"))
  var encoding: String?

  @Option(
    name: .customLong("no-repair"),
    help: ArgumentHelp(
      "A repair not to make: \(repairs.joined(separator: ", ")), or all. May be repeated.", valueName: "name"))
  var disabledRepairs: [String] = []

  /// The repairs that can be switched off.
  private static var repairs: [String] { RecoveryStages.all.filter(\.isRepair).map(\.name) }

  /// As the reader wants them, for inputs in the form `form`; nil to go by name and content.
  func choices(of form: IssueForm?) throws(CommandFailure) -> InputChoices {
    let known = Self.repairs + ["all"]
    if let unknown = disabledRepairs.first(where: { !known.contains($0) }) {
      throw .usage(
        Wording("there is no repair called '\(unknown)'", zh: "没有名为“\(unknown)”的修复"),
        hint: Wording("use: \(known.joined(separator: ", "))", zh: "可用：\(known.joined(separator: "、"))"))
    }
    return InputChoices(
      reader: IssueReader.Options(encoding: encoding, disabledRepairs: Set(disabledRepairs)), form: form)
  }
}
