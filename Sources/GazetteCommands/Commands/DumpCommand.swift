import ArgumentParser
import Gazette

/// `gazette dump`: the model of one issue, for programs (JSON) or for people (a tree).
struct DumpCommand: IssueCommand {
  /// The forms of a dump.
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case json, xml, tree
  }

  static let configuration = CommandConfiguration(
    commandName: "dump",
    abstract: "Print how an issue was understood.",
    discussion: """
      EXAMPLES:
        gazette dump issue.md | jq '.sections[].articles[].title'
        gazette dump issue.md --format tree
      """)

  @Argument(help: ArgumentHelp("The issue; - is standard input.", valueName: "issue"))
  var issue: String

  @Option(help: ArgumentHelp("json, xml (not there yet) or tree.", valueName: "form"))
  var format: Form = .json

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Messages") var messages: MessageOptions

  func perform(in environment: CommandEnvironment, _ report: DiagnosticReport) throws(CommandFailure) -> Int32 {
    guard format != .xml else {
      throw .usage(
        Wording("issue XML cannot be written yet", zh: "尚不能输出XML"),
        hint: Wording("use --format json or --format tree", zh: "请用 --format json 或 --format tree"))
    }
    let source = IssueSource(argument: issue)
    guard let (issue, diagnostics) = source.load(input, in: environment, report) else { return 1 }
    report.add(diagnostics.diagnostics, of: source.displayName)
    do {
      let text = format == .json ? try JSONText.encode(issue) + "\n" : issue.tree
      do throws(FileError) { try environment.output(text) } catch { throw CommandFailure.file("<stdout>", error) }
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      // The coding of the model throws nothing of its own.
      throw .usage(Wording("the issue cannot be coded: \(error)", zh: "无法编码：\(error)"))
    }
    return report.errors > 0 ? 1 : 0
  }
}
