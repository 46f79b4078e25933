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
    let houseStyle = try options.style.houseStyle()
    let choices = try options.input.choices()
    let writers = try options.text.applied(to: environment.writers)
    let plan = try ExportPlan(inputs: issues, formats: options.to, output: output, writers: writers)
    try refuseBinaryOnScreen(plan, in: environment)
    for job in plan.jobs { export(job, choices, houseStyle, to: plan.folder, in: environment, report) }
    return report.errors > 0 || strict && report.warnings > 0 ? 1 : 0
  }

  /// Exports one issue, whole or not at all; the others go on whatever happens.
  private func export(
    _ job: ExportPlan.Job, _ choices: InputChoices, _ houseStyle: HouseStyle, to folder: String?,
    in environment: CommandEnvironment, _ report: DiagnosticReport
  ) {
    guard let (issue, diagnostics) = job.source.load(choices, in: environment, report) else { return }
    let context = StageContext(
      houseStyle: houseStyle, diagnostics: diagnostics, resources: job.source.resources)
    do throws(StageError) {
      let artifacts = try ExportPipeline(writers: job.outputs.map(\.writer))(issue, context)
      report.add(diagnostics.diagnostics, of: job.source.displayName)
      deliver(Array(zip(artifacts, job.outputs.map(\.destination))), to: folder, in: environment, report)
    } catch {
      report.add(diagnostics.diagnostics, of: job.source.displayName)
      report.add(error, of: job.source.displayName)
    }
  }

  /// Writes what was made, all of it or nothing. The folder is made only now: an issue that fails leaves none.
  private func deliver(
    _ artifacts: [(Artifact, ExportPlan.Destination)], to folder: String?, in environment: CommandEnvironment,
    _ report: DiagnosticReport
  ) {
    var files: [(path: String, bytes: [UInt8])] = []
    for (artifact, destination) in artifacts {
      switch destination {
      case .standardOutput:
        do throws(FileError) { try environment.writeOutput(artifact.bytes) } catch {
          report.add(error, of: destination.displayName)
        }
      case .file(let path): files.append((path, artifact.bytes))
      }
    }
    guard !files.isEmpty else { return }
    if let folder {
      do throws(FileError) { try Files.makeFolder(folder) } catch { return report.add(error, of: folder) }
    }
    do throws(Files.FailedOutput) { try Files.replace(files) } catch { report.add(error.error, of: error.path) }
  }

  private func refuseBinaryOnScreen(_ plan: ExportPlan, in environment: CommandEnvironment) throws(CommandFailure) {
    for (writer, destination) in plan.jobs.flatMap(\.outputs) {
      let format = type(of: writer).format
      guard destination == .standardOutput, !format.mediaType.hasPrefix("text/"), environment.outputIsTerminal() else {
        continue
      }
      throw .usage(
        Wording("\(format.id) is no text to show on a terminal", zh: "\(format.id)不是文本，不能显示在终端上"),
        hint: Wording("redirect standard output, or give -o a file", zh: "请重定向标准输出，或用 -o 指定文件"))
    }
  }
}
