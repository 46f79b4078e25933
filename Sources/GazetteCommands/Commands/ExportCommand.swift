import ArgumentParser
import Gazette

/// `gazette export`: issues in, files out.
struct ExportCommand: IssueCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write issues as Word files and plain text.",
    discussion: """
      Each output is named after its input and stands beside it, unless -o says otherwise. It gets its name \
      only when it is complete; an older file of that name is replaced. What was repaired or looks wrong is \
      reported on standard error.

      EXAMPLES:
        gazette export issue.md                  issue.docx and issue.txt
        gazette export *.md --to docx -o out/    Word files only, into out/
        gazette export issue.md -o Bulletin.docx
        gazette export - --to txt < issue.md     from standard input to output
        gazette export old.txt --to docx --encoding gb18030
        gazette export issue.md --to txt --charset gbk --line-ends crlf
        gazette export issue.md --to html        a web page in one file
        gazette export issue.md --to house.xsl   by a stylesheet of your own
      """)

  @Argument(help: ArgumentHelp("The issues; - is standard input.", valueName: "issue"))
  var issues: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file or directory to write to; - is standard output.", valueName: "place"))
  var output: String?

  @Flag(help: "Fail (exit 1) if there are warnings. The outputs are written all the same.")
  var strict = false

  @OptionGroup var options: ExportOptions
  @OptionGroup(title: "Messages") var messages: MessageOptions

  func perform(in environment: CommandEnvironment, _ report: DiagnosticReport) throws(CommandFailure) -> Int32 {
    try request(report).perform(in: environment, report)
  }

  /// What the options ask for; `report` is told what could not be taken from a Word file named as the style.
  func request(_ report: DiagnosticReport) throws(CommandFailure) -> ExportRequest {
    var request = ExportRequest(issues: issues, formats: options.to, output: output, isStrict: strict)
    request.houseStyle = options.style.style == nil ? nil : try options.style.houseStyle(report)
    request.input = try options.input.choices()
    request.text = try options.text.options()
    request.stylesheets = options.stylesheets
    return request
  }
}
