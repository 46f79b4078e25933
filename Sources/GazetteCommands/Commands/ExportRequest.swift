import Gazette

/// What an export is asked to do, whoever read it from the command line: ``ExportCommand`` or ``PlainCommandLine``.
struct ExportRequest {
  /// The issues as named; `-` is standard input.
  var issues: [String]
  /// The values of `--to`; empty for the default.
  var formats: [String] = []
  /// The value of `-o`; nil for beside each issue.
  var output: String?
  /// Whether warnings are failures.
  var isStrict = false
  /// How pages look; nil for the default, which is made only when it is needed (see ``WarmUp``).
  var houseStyle: HouseStyle?
  /// How the plain text is laid out.
  var text = TextOptions()
  /// What is handed to stylesheets; nil for nothing.
  var stylesheets: StylesheetFlags?
  /// How inputs are read.
  var input = InputChoices()

  /// Does it.
  /// - Returns: The exit status.
  func perform(in environment: CommandEnvironment, _ report: DiagnosticReport) throws(CommandFailure) -> Int32 {
    let writers = TextFlags.applied(text, to: environment.writers)
    let plan = try ExportPlan(
      inputs: issues, formats: formats, output: output, writers: writers, parameters: stylesheets)
    try refuseBinaryOnScreen(plan, in: environment)
    if let houseStyle {
      report.addMissingFonts(of: houseStyle, for: plan.jobs.flatMap { $0.outputs.map(\.writer.format) })
    }
    for job in plan.jobs { export(job, to: plan.folder, in: environment, report) }
    return report.errors > 0 || isStrict && report.warnings > 0 ? 1 : 0
  }

  /// Exports one issue, whole or not at all; the others go on whatever happens.
  private func export(
    _ job: ExportPlan.Job, to folder: String?, in environment: CommandEnvironment, _ report: DiagnosticReport
  ) {
    guard let opened = job.source.open(input, in: environment, report) else { return }
    let (issue, diagnostics) = (opened.issue, opened.diagnostics)
    let context = StageContext(
      houseStyle: houseStyle ?? .gbt9704, diagnostics: diagnostics, resources: opened.resources,
      sourceText: opened.sourceText)
    do throws(StageError) {
      let artifacts = try ExportPipeline(writers: job.outputs.map(\.writer))(issue, context)
      report.add(diagnostics.diagnostics, of: job.source.displayName)
      if let kept = job.kept {
        report.note(
          "source-kept", Wording("\(kept) is the issue itself and stays as it is", zh: "\(kept)就是源文件，保持不变"),
          Wording("to write it anew elsewhere, give -o a directory", zh: "如需另行导出，请用 -o 指定目录"),
          of: job.source.displayName)
      }
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
      let format = writer.format
      guard destination == .standardOutput, !format.mediaType.hasPrefix("text/"), environment.outputIsTerminal() else {
        continue
      }
      throw .usage(
        Wording("\(format.id) is no text to show on a terminal", zh: "\(format.id)不是文本，不能显示在终端上"),
        hint: Wording("redirect standard output, or give -o a file", zh: "请重定向标准输出，或用 -o 指定文件"))
    }
  }
}
