import ArgumentParser
import Gazette

/// `gazette check`: reads issues, looks for faults and reports, writes nothing.
struct CheckCommand: IssueCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Read issues and report what would be repaired or looks wrong.",
    discussion: """
      Also looks for faults that export does not mind: a contents list and titles that do not agree, impossible \
      dates, brackets without partner, characters that look misread and more. Writes nothing. Exit status 1 if \
      there are errors; warnings are allowed unless --strict is given.

      EXAMPLES:
        gazette check issue.md
        gazette check *.md --diagnostics json 2> report.jsonl
      """)

  @Argument(help: ArgumentHelp("The issues; - is standard input.", valueName: "issue"))
  var issues: [String]

  @Option(
    help: ArgumentHelp(
      "Also name the fonts of this house style that readers may have to install.", valueName: "name|file"))
  var style: String?

  @Flag(help: "Fail (exit 1) if there are warnings.")
  var strict = false

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Messages") var messages: MessageOptions

  func perform(in environment: CommandEnvironment, _ report: DiagnosticReport) throws(CommandFailure) -> Int32 {
    let choices = try input.choices()
    if let style {
      let fonts = try StyleOption.houseStyle(named: style, report).neededFonts
      report.addFonts(fonts.filter { !$0.comesWithWindows }, of: style)
    }
    for source in issues.map(IssueSource.init) {
      guard let opened = source.open(choices, in: environment, report) else { continue }
      IssueChecks.run(
        environment.checks, on: opened.issue, fileName: source.fileName, source: opened.sourceText(),
        diagnostics: opened.diagnostics)
      report.add(opened.diagnostics.diagnostics, of: source.displayName)
    }
    return report.errors > 0 || strict && report.warnings > 0 ? 1 : 0
  }
}
