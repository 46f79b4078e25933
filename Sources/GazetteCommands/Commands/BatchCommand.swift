import ArgumentParser
import Gazette

/// `gazette batch`: a whole archive.
struct BatchCommand: IssueCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Export a whole archive on all cores, safely and resumably.",
    discussion: """
      Folders are searched for issues (.md, .markdown, .txt, .xml; not in hidden folders), and the output folder \
      mirrors them. An issue that fails does not stop the others. Ctrl-C lets what is in hand be finished; \
      --resume goes on from there and skips what is done and unchanged.

      EXAMPLES:
        gazette batch archive/ -o out/
        gazette batch archive/ -o out/ --resume --report report.jsonl --index
        gazette batch archive/ -o out/ --to docx --include '20[12]*/**' --jobs 8
        find archive -name '*.md' -print0 | gazette batch --files-from - -o out/
        gazette batch archive/ -o out/ --shard 1/4 --report 1.jsonl
        gazette batch --merge-reports 1.jsonl 2.jsonl --report all.jsonl
      """)

  @Argument(help: ArgumentHelp("Issues, and folders of issues.", valueName: "path"))
  var paths: [String] = []

  @Option(name: .shortAndLong, help: ArgumentHelp("The folder to write to; it is made.", valueName: "dir"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "The formats, separated by commas (default: docx,txt): names of 'gazette formats', or files of stylesheets (.xsl).",
      valueName: "formats"))
  var to: [String] = []

  @Option(
    help: ArgumentHelp(
      "A file of issues to add, one a line or parted by NUL; - is standard input. Outputs keep the folders of these names.",
      valueName: "file"))
  var filesFrom: String?

  @Option(help: ArgumentHelp("Take only such files of folders; may be repeated.", valueName: "pattern"))
  var include: [String] = []

  @Option(help: ArgumentHelp("Leave out such files and folders; may be repeated.", valueName: "pattern"))
  var exclude: [String] = []

  @Flag(help: "Follow links to folders.")
  var followLinks = false

  @Option(
    name: .shortAndLong, help: ArgumentHelp("How many issues to work on at once (default: cores).", valueName: "n"))
  var jobs: Int?

  @Flag(help: "Skip what an earlier run has done, if input, options and outputs are unchanged.")
  var resume = false

  @Flag(help: "Stop after the first issue that fails.")
  var failFast = false

  @Option(help: ArgumentHelp("Do only this part of the inputs, such as 1/4.", valueName: "i/n"))
  var shard: String?

  @Option(
    help: ArgumentHelp("Write a line of JSON for each input, in their order; - is standard output.", valueName: "file"))
  var report: String?

  @Flag(help: "Write a catalogue into the output folder: index.csv, index.json, index.html.")
  var index = false

  @Flag(help: "Merge reports, given as paths, into one; nothing is exported.")
  var mergeReports = false

  @Flag(help: "Show no progress and no summary.")
  var quiet = false

  @Flag(help: "Tell warnings too, not only errors.")
  var warnings = false

  @OptionGroup var style: StyleOption
  @OptionGroup(title: "Plain text") var text: TextFlags
  @OptionGroup(title: "Stylesheets") var stylesheets: StylesheetFlags
  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Messages") var messages: MessageOptions

  func perform(in environment: CommandEnvironment, _ report: DiagnosticReport) throws(CommandFailure) -> Int32 {
    if mergeReports { return try merge(in: environment) }
    guard let output, !output.isEmpty else {
      throw .usage(
        Wording("where to? there is no -o", zh: "没有用 -o 指定输出目录"),
        hint: Wording("name a folder: -o out/", zh: "请指定目录，例如 -o out/"))
    }
    let folder = output.hasSuffix("/") ? output : output + "/"
    let writers = try ExportPlan.chosenWriters(
      to, among: try text.applied(to: environment.writers), parameters: stylesheets)
    let houseStyle = try style.houseStyle()
    let choices = try input.choices()
    let shard = try chosenShard()
    let count = jobs ?? Files.coreCount
    guard (1...1024).contains(count) else {
      throw .usage(Wording("--jobs \(count): 1 to 1024 is possible", zh: "--jobs \(count)：可用1至1024"))
    }
    let inputs = try inputs(for: folder, writers, in: environment).filter { shard?.holds($0.path) ?? true }

    let journal: BatchJournal
    let proofs: [String: BatchJournal.Proof]
    do throws(FileError) {
      guard let opened = try BatchJournal.open(below: folder, shard: shard) else {
        throw FileError(
          id: "output-locked", message: Wording("another batch is writing to this folder", zh: "另一个批处理正在写入该目录"),
          hint: Wording("wait for it to end, or give -o another folder", zh: "请等它结束，或用 -o 指定其他目录"))
      }
      journal = opened
      try journal.begin(resumes: resume)
      proofs = resume ? try journal.proofs() : [:]
    } catch {
      throw .file(output, error)
    }
    let language = messages.language(by: environment.variable)
    let work = BatchWork(
      writers: writers, houseStyle: houseStyle, choices: choices, readIssue: environment.readIssue,
      form: messages.diagnostics, language: language, tellsAll: warnings, output: folder, journal: journal,
      settings: try settings(writers, houseStyle), proofs: proofs)
    return try run(inputs, work, count, in: environment, report)
  }

  private func run(
    _ inputs: [BatchInput], _ work: BatchWork, _ threads: Int, in environment: CommandEnvironment,
    _ told: DiagnosticReport
  ) throws(CommandFailure) -> Int32 {
    let reportFile: LineFile?
    let journalFile: LineFile
    do throws(FileError) {
      if let report {
        do throws(FileError) { reportFile = try LineFile(report) } catch { throw error }
      } else {
        reportFile = nil
      }
    } catch {
      throw .file(report ?? "", error)
    }
    do throws(FileError) { journalFile = try LineFile(work.journal.newPath) } catch {
      throw .file(work.journal.newPath, error)
    }
    let sinks = Sinks(report: reportFile, journal: journalFile)
    let progress = BatchProgress(
      isTerminal: environment.errorIsTerminal(), isQuiet: quiet, in: work.language, to: environment.writeError)
    environment.installStop()
    let batch = BatchRun(
      inputs: inputs, work: work, threads: WorkerThreads.start(threads), failsFast: failFast,
      report: report == nil ? nil : { lines throws(FileError) in try sinks.addToReport(lines) },
      journal: { lines throws(FileError) in try sinks.journal.add(lines) }, writeError: environment.writeError,
      progress: progress)
    guard let outcome = Waiting.result(of: { await batch() }) else { return 1 }
    progress.end()
    if outcome.stop == nil, !outcome.isInterrupted, outcome.summary.all == inputs.count {
      work.journal.end()
      if index { try writeIndex(work, in: environment) }
    }
    if let stop = outcome.stop { told.add(stop, of: work.output) }
    if !quiet {
      var text = outcome.summary.text(of: inputs.count, seconds: progress.seconds, in: work.language)
      if outcome.stop != nil || outcome.isInterrupted {
        text += told.text(
          Wording("  run the same again with --resume to go on\n", zh: "  加上 --resume 再次运行即可继续\n"))
      }
      environment.writeError(Array(text.utf8))
    }
    if outcome.isInterrupted { return 130 }
    return outcome.summary.failed > 0 || outcome.stop != nil ? 1 : 0
  }

  /// The files that lines are added to.
  private final class Sinks {
    let report: LineFile?
    let journal: LineFile

    init(report: consuming LineFile?, journal: consuming LineFile) {
      self.report = report
      self.journal = journal
    }

    func addToReport(_ lines: [UInt8]) throws(FileError) { try report?.add(lines) }
  }

  private func writeIndex(_ work: BatchWork, in environment: CommandEnvironment) throws(CommandFailure) {
    do throws(FileError) {
      let lines = try work.journal.allLines()
      let findings = try Catalogue.write(into: work.output, from: lines)
      guard !quiet, !findings.isEmpty else { return }
      var text = Wording("gazette: numbering\n", zh: "gazette：期号\n").text(in: work.language)
      for finding in findings.prefix(20) { text += "  \(finding.text(in: work.language).onOneLine)\n" }
      if findings.count > 20 {
        text += Wording(
          "  and \(findings.count - 20) more, see index.html\n", zh: "  另有\(findings.count - 20)处，见 index.html\n"
        )
        .text(in: work.language)
      }
      environment.writeError(Array(text.utf8))
    } catch {
      throw .file(work.output, error)
    }
  }

  // MARK: What is to be done

  private func chosenShard() throws(CommandFailure) -> Shard? {
    guard let shard else { return nil }
    guard let chosen = Shard(shard) else {
      throw .usage(
        Wording("--shard \(shard) is no part of a whole", zh: "--shard \(shard)不是有效的分片"),
        hint: Wording("write 1/4 for the first of four", zh: "四份中的第一份写作 1/4"))
    }
    return chosen
  }

  /// All inputs, whose outputs have names of their own.
  private func inputs(
    for folder: String, _ writers: [any IssueWriter], in environment: CommandEnvironment
  ) throws(CommandFailure) -> [BatchInput] {
    guard !paths.isEmpty || filesFrom != nil else {
      throw .usage(
        Wording("there is nothing to export", zh: "没有可导出的内容"),
        hint: Wording("name a folder of issues, or use --files-from", zh: "请写出期刊目录，或用 --files-from"))
    }
    var finder = InputFinder(
      include: include.map(Glob.init), exclude: exclude.map(Glob.init), followsLinks: followLinks,
      output: Files.canonical(folder))
    for path in paths {
      do throws(FileError) { try finder.add(path) } catch { throw .file(path, error) }
    }
    if let filesFrom {
      do throws(FileError) {
        finder.add(list: filesFrom == "-" ? try environment.readStandardInput() : try Files.read(filesFrom))
      } catch {
        throw .file(filesFrom, error)
      }
    }
    try checkForClashes(finder.inputs, folder, writers)
    return finder.inputs
  }

  /// Refuses to write two inputs to one name, or an output over an input.
  private func checkForClashes(
    _ inputs: [BatchInput], _ folder: String, _ writers: [any IssueWriter]
  ) throws(CommandFailure) {
    var owners: [String: String] = [:]
    owners.reserveCapacity(inputs.count)
    var clashes: [Wording] = []
    for input in inputs {
      guard let other = owners.updateValue(input.path, forKey: input.stem) else { continue }
      clashes.append(
        Wording(
          "\(other) and \(input.path) would both be written to \(folder)\(input.stem)",
          zh: "\(other)和\(input.path)都会写到\(folder)\(input.stem)"))
    }
    if let first = clashes.first {
      let more = clashes.count - 1
      throw .usage(
        more == 0 ? first : Wording("\(first.english), and \(more) more", zh: "\(first.chinese)，另有\(more)处"),
        hint: Wording("leave one out with --exclude, or batch them apart", zh: "请用 --exclude 去掉一个，或分开处理"))
    }
    let endings = writers.map { $0.format.fileExtension }
    for input in inputs {
      for ending in endings where Files.areSame(input.path, folder + input.stem + "." + ending) {
        throw .usage(
          Wording("\(input.path) would be written over itself", zh: "\(input.path)会被自身的输出覆盖"),
          hint: Wording("give -o another folder", zh: "请用 -o 指定其他目录"))
      }
    }
  }

  /// The digest of all that decides what is made of an input, but for the input.
  private func settings(_ writers: [any IssueWriter], _ houseStyle: HouseStyle) throws(CommandFailure) -> String {
    do {
      var bytes = try houseStyle.xml()
      let formats = writers.map { $0.format.id }.joined(separator: ",")
      let text = [
        text.flow.rawValue, text.charset.rawValue, text.lineEnds.rawValue, "\(text.bom)", "\(text.width ?? 0)",
      ]
      let input = [input.from?.rawValue ?? "", input.reading.encoding ?? ""] + input.reading.disabledRepairs.sorted()
      bytes += Array(([GazetteProgram.version, formats] + text + input).joined(separator: "\n").utf8)
      for case let writer as StylesheetWriter in writers {
        for source in try writer.sources() { bytes += [0] + source }
        for parameter in writer.parameters { bytes += [0] + Array("\(parameter.name)=\(parameter.value)".utf8) }
      }
      return SHA256.hex(bytes)
    } catch {
      throw .stage(
        style.style ?? "", StageError(stage: "batch", message: Wording("the style cannot be written", zh: "版式无法写出")))
    }
  }

  // MARK: Reports

  private func merge(in environment: CommandEnvironment) throws(CommandFailure) -> Int32 {
    guard !paths.isEmpty, output == nil else {
      throw .usage(
        Wording("--merge-reports wants reports, and no -o", zh: "--merge-reports 需要报告文件，且不用 -o"),
        hint: Wording(
          "gazette batch --merge-reports 1.jsonl 2.jsonl --report all.jsonl",
          zh: "gazette batch --merge-reports 1.jsonl 2.jsonl --report all.jsonl"))
    }
    let (lines, summary) = try ReportMerger.merge(paths)
    let place = report ?? "-"
    do throws(FileError) {
      if place == "-" { try environment.writeOutput(lines) } else { try Files.replace(place, with: lines) }
    } catch {
      throw .file(place, error)
    }
    if !quiet {
      let text = Wording(
        "gazette: \(summary.done) done, \(summary.skipped) skipped, \(summary.failed) failed\n",
        zh: "gazette：完成\(summary.done)，跳过\(summary.skipped)，失败\(summary.failed)\n")
      environment.writeError(Array(text.text(in: messages.language(by: environment.variable)).utf8))
    }
    return summary.failed > 0 ? 1 : 0
  }
}
