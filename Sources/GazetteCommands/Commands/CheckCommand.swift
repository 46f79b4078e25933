import ArgumentParser
import Gazette

/// `gazette check`: reads issues and reports, writes nothing.
struct CheckCommand: IssueCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Read issues and report what would be repaired or looks wrong.",
    discussion: """
      Writes nothing. Exit status 1 if there are errors; warnings are allowed.

      EXAMPLES:
        gazette check issue.md
        gazette check *.md --diagnostics json 2> report.jsonl
      """)

  @Argument(help: ArgumentHelp("The issues; - is standard input.", valueName: "issue"))
  var issues: [String]

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Messages") var messages: MessageOptions

  func perform(in environment: CommandEnvironment, _ report: DiagnosticReport) throws(CommandFailure) -> Int32 {
    let choices = try input.choices()
    for source in issues.map(IssueSource.init) {
      guard let (_, diagnostics) = source.load(choices, in: environment, report) else { continue }
      report.add(diagnostics.diagnostics, of: source.displayName)
    }
    return report.errors > 0 ? 1 : 0
  }
}
