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
    help: ArgumentHelp(
      "The formats, separated by commas (default: docx,txt): names of 'gazette formats', or files of stylesheets (.xsl).",
      valueName: "formats"))
  var to: [String] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file or directory to write to; - is standard output.", valueName: "place"))
  var output: String?

  @Flag(help: "Fail (exit 1) if there are warnings. The outputs are written all the same.")
  var strict = false

  @OptionGroup var style: StyleOption
  @OptionGroup(title: "Plain text") var text: TextFlags
  @OptionGroup(title: "Stylesheets") var stylesheets: StylesheetFlags
  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Messages") var messages: MessageOptions

  func perform(in environment: CommandEnvironment, _ report: DiagnosticReport) throws(CommandFailure) -> Int32 {
    try request().perform(in: environment, report)
  }

  /// What the options ask for.
  func request() throws(CommandFailure) -> ExportRequest {
    var request = ExportRequest(issues: issues, formats: to, output: output, isStrict: strict)
    request.houseStyle = style.style == nil ? nil : try style.houseStyle()
    request.input = try input.choices()
    request.text = try text.options()
    request.stylesheets = stylesheets
    return request
  }
}
