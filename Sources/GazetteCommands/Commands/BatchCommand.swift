import ArgumentParser
import Gazette

/// `gazette batch`: a whole archive.
struct BatchCommand: IssueCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Export a whole archive on all cores, safely and resumably.",
    discussion: """
      Folders are searched for issues (.md, .markdown, .html, .htm, .txt, .xml; not in hidden folders), and the output \
      folder mirrors them; a page, .txt or .xml beside a .md of the same name is taken for its output. An issue that \
      fails does not stop the others. Ctrl-C lets what is in hand be finished; \
      --resume goes on from there and skips what is done and unchanged.

      EXAMPLES:
        gazette batch archive/ -o out/
        gazette batch archive/ -o out/ --resume --report report.jsonl --index
        gazette batch archive/ -o out/ --to docx --include '20[12]*/**' --jobs 8
        find archive -name '*.md' -print0 | gazette batch --files-from - -o out/
        gazette batch drafts/ -o out/ --watch
        gazette batch archive/ -o out/ --shard 1/4 --report 1.jsonl
        gazette batch --merge-reports 1.jsonl 2.jsonl --report all.jsonl
      """)

  @Argument(help: ArgumentHelp("Issues, and folders of issues.", valueName: "path"))
  var paths: [String] = []

  @Option(name: .shortAndLong, help: ArgumentHelp("The folder to write to; it is made.", valueName: "dir"))
  var output: String?

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

  @Flag(
    help:
      "Go on after that: export again what changes, and all when the style does, until Ctrl-C. Begins like --resume.")
  var watch = false

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

  @OptionGroup var options: ExportOptions
  @OptionGroup(title: "Messages") var messages: MessageOptions

  func perform(in environment: CommandEnvironment, _ report: DiagnosticReport) throws(CommandFailure) -> Int32 {
    if mergeReports { return try merge(in: environment) }
    guard let output, !output.isEmpty else {
      throw .usage(
        Wording("where to? there is no -o", zh: "没有用 -o 指定输出目录"),
        hint: Wording("name a folder: -o out/", zh: "请指定目录，例如 -o out/"))
    }
    guard !watch || !failFast else {
      throw .usage(Wording("--watch goes on after failures, --fail-fast does not", zh: "--watch 与 --fail-fast 只能选一个"))
    }
    let count = jobs ?? Files.coreCount
    guard (1...1024).contains(count) else {
      throw .usage(Wording("--jobs \(count): 1 to 1024 is possible", zh: "--jobs \(count)：可用1至1024"))
    }
    let folder = output.hasSuffix("/") ? output : output + "/"
    let files = BatchRecipe.NotedFiles()
    func recipe() throws(CommandFailure) -> BatchRecipe {
      try BatchRecipe(options, among: environment.writers, report, noting: files)
    }
    let first = try recipe()
    report.addMissingFonts(of: first.houseStyle, for: first.writers.map(\.format))
    let inputs = try inputs(for: folder, first, in: environment)
    var watching = watch ? try BatchWatch(inputs, files, recipe) : nil
    let found = try inputs.find(watching.map { $0.watch.add })
    if !quiet { tell(found.outputsLeftOut, report) }
    watching?.note(found.inputs)

    let work = BatchWork(
      recipe: first, readIssue: environment.readIssue, form: messages.diagnostics,
      language: messages.language(by: environment.variable), tellsAll: warnings, output: folder,
      journal: try openJournal(in: folder, output, shard: inputs.shard))
    // Who watches begins with what is not up to date.
    let session = try BatchSession(
      work,
      .init(
        threads: count, resumes: resume || watch, failsFast: failFast, report: self.report, writesIndex: index,
        isQuiet: quiet),
      in: environment)
    let (outcome, seconds) = session.run(found.inputs) { watching?.note($0) }
    let isWhole = outcome.stop == nil && !outcome.isInterrupted && outcome.summary.all == found.inputs.count
    if let stop = outcome.stop { report.add(stop, of: folder) }
    var summary = outcome.summary.text(of: found.inputs.count, seconds: seconds, in: work.language)
    if outcome.stop != nil || outcome.isInterrupted {
      summary += report.text(
        Wording("  run the same again with --resume to go on\n", zh: "  加上 --resume 再次运行即可继续\n"))
    }
    do throws(CommandFailure) {
      if isWhole { try session.endFirstRound(report) }
    } catch {
      // Whatever comes of the catalogue, what was done is told.
      session.say(summary)
      throw error
    }
    session.say(summary)
    if isWhole, watching != nil { return try watching?.run(session, report) ?? 130 }
    if outcome.isInterrupted { return 130 }
    return outcome.summary.failed > 0 || outcome.stop != nil ? 1 : 0
  }

  /// The journal of the output folder, locked for us.
  private func openJournal(
    in folder: String, _ name: String, shard: Shard?
  ) throws(CommandFailure) -> BatchJournal {
    do throws(FileError) {
      guard let journal = try BatchJournal.open(below: folder, shard: shard) else {
        throw FileError(
          id: "output-locked", message: Wording("another batch is writing to this folder", zh: "另一个批处理正在写入该目录"),
          hint: Wording("wait for it to end, or give -o another folder", zh: "请等它结束，或用 -o 指定其他目录"))
      }
      return journal
    } catch {
      throw .file(name, error)
    }
  }

  /// Tells what was not taken for an input, in one remark.
  private func tell(_ leftOut: InputFinder.OutputsLeftOut, _ report: DiagnosticReport) {
    guard let first = leftOut.first else { return }
    let more = leftOut.count - 1
    report.note(
      "output-beside-input",
      more == 0
        ? Wording("taken for an output of \(first.source) and left out", zh: "视为\(first.source)的输出，未作输入")
        : Wording(
          "taken for an output of \(first.source) and left out, like \(more) more files beside their issues",
          zh: "视为\(first.source)的输出，未作输入；另有\(more)个文件同此"),
      Wording("to export them, name them or use --include", zh: "如要导出，请写出文件名或用 --include"), of: first.path)
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

  /// Where inputs come from and where their outputs go.
  private func inputs(
    for folder: String, _ recipe: BatchRecipe, in environment: CommandEnvironment
  ) throws(CommandFailure) -> BatchInputs {
    guard !paths.isEmpty || filesFrom != nil else {
      throw .usage(
        Wording("there is nothing to export", zh: "没有可导出的内容"),
        hint: Wording("name a folder of issues, or use --files-from", zh: "请写出期刊目录，或用 --files-from"))
    }
    var list: [UInt8]?
    if let filesFrom {
      do throws(FileError) {
        list = filesFrom == "-" ? try environment.readStandardInput() : try Files.read(filesFrom)
      } catch {
        throw .file(filesFrom, error)
      }
    }
    let finder = InputFinder(
      include: include.map(Glob.init), exclude: exclude.map(Glob.init), followsLinks: followLinks,
      output: Files.canonical(folder), outputExtensions: Set(environment.writers.formats.map(\.fileExtension)))
    return BatchInputs(
      paths: paths, list: list, shard: try chosenShard(), finder: finder, output: folder,
      extensions: recipe.extensions, writesIndex: index)
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
    let summary = try ReportMerger.merge(paths, into: report, in: environment)
    if !quiet {
      let text = Wording(
        "gazette: \(summary.done) done, \(summary.skipped) skipped, \(summary.failed) failed\n",
        zh: "gazette：完成\(summary.done)，跳过\(summary.skipped)，失败\(summary.failed)\n")
      environment.writeError(Array(text.text(in: messages.language(by: environment.variable)).utf8))
    }
    return summary.failed > 0 ? 1 : 0
  }
}
