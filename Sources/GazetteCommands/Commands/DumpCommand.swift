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

  @Option(help: ArgumentHelp("json, xml or tree.", valueName: "form"))
  var format: Form = .json

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Messages") var messages: MessageOptions

  func perform(in environment: CommandEnvironment, _ report: DiagnosticReport) throws(CommandFailure) -> Int32 {
    let source = IssueSource(argument: issue)
    guard let (issue, diagnostics) = source.load(try input.choices(), in: environment, report) else { return 1 }
    let bytes = try bytes(of: issue, diagnostics, in: environment)
    report.add(diagnostics.diagnostics, of: source.displayName)
    do throws(FileError) { try environment.writeOutput(bytes) } catch { throw .file("<stdout>", error) }
    return report.errors > 0 ? 1 : 0
  }

  private func bytes(
    of issue: Issue, _ diagnostics: DiagnosticSink, in environment: CommandEnvironment
  ) throws(CommandFailure) -> [UInt8] {
    switch format {
    case .tree: return Array(issue.tree.utf8)
    case .json, .xml:
      guard let writer = environment.writers.writer(for: format.rawValue) else {
        throw .usage(
          Wording("\(format.rawValue) cannot be written by this program", zh: "本程序不能输出\(format.rawValue)"),
          hint: Wording("use --format tree", zh: "请用 --format tree"))
      }
      do throws(StageError) {
        return try writer.write(issue, StageContext(diagnostics: diagnostics)).bytes
      } catch {
        throw .stage("<stdout>", error)
      }
    }
  }
}
