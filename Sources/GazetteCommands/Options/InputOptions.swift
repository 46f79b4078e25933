import ArgumentParser
import Gazette

/// How inputs are read, as the options of a command say.
struct InputChoices: Sendable {
  /// What the reader is told.
  var reader = IssueReader.Options()
  /// The format of the input, if the user says it.
  var form: InputOptions.Form?

  /// Whether an input of that name and content is a Word file.
  func isWord(_ name: String?, _ bytes: [UInt8]) -> Bool {
    form == .docx || form == nil && (name?.lowercased().hasSuffix(".docx") == true || EmbeddedIssue.isPackage(bytes))
  }

  /// Whether an input of that name is issue XML.
  func isXML(_ name: String?) -> Bool { form == .xml || form == nil && name?.lowercased().hasSuffix(".xml") == true }
}

/// What the user knows better than the reader.
struct InputOptions: ParsableArguments {
  /// The formats as the command line calls them.
  enum Form: String, ExpressibleByArgument, CaseIterable, Sendable {
    case markdown, text, xml, docx
  }

  @OptionGroup var reading: ReadingOptions

  @Option(help: ArgumentHelp("The format of the input; else by name and content.", valueName: "format"))
  var from: Form?

  /// As the reader wants them.
  func choices() throws(CommandFailure) -> InputChoices { try reading.choices(of: from) }
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

  /// As the reader wants them, for inputs in the format `form`; nil to go by name and content.
  func choices(of form: InputOptions.Form?) throws(CommandFailure) -> InputChoices {
    let known = Self.repairs + ["all"]
    if let unknown = disabledRepairs.first(where: { !known.contains($0) }) {
      throw .usage(
        Wording("there is no repair called '\(unknown)'", zh: "没有名为“\(unknown)”的修复"),
        hint: Wording("use: \(known.joined(separator: ", "))", zh: "可用：\(known.joined(separator: "、"))"))
    }
    let format: InputFormat? =
      switch form {
      case .markdown: .markdown
      case .text: .text
      case .xml, .docx, nil: nil
      }
    return InputChoices(
      reader: IssueReader.Options(format: format, encoding: encoding, disabledRepairs: Set(disabledRepairs)),
      form: form)
  }
}
