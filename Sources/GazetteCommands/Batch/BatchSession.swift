import Gazette

/// A batch between its first input and its last: the files that keep account of it, and the threads that work for it.
/// It may have several rounds, of which the first is about all inputs and the later ones about what has changed.
final class BatchSession {
  /// What of it the user chooses.
  struct Choices {
    var threads: Int
    var failsFast = false
    /// The file of the report; nil for none.
    var report: String?
    var writesIndex = false
    var isQuiet = false
  }

  /// What is done to each input; what is changed counts from the next round on.
  var work: BatchWork
  private let choices: Choices
  private let environment: CommandEnvironment
  private let threads: WorkerThreads
  private let conductor = WorkerThreads.start(1)
  private let report: LineFile?
  private let journal: LineFile
  private var round = 0
  /// What the catalogue said last about the numbering.
  private var findings = Catalogue.Findings()

  /// Makes ready for the first round.
  init(_ work: BatchWork, _ choices: Choices, in environment: CommandEnvironment) throws(CommandFailure) {
    (self.work, self.choices, self.environment) = (work, choices, environment)
    if let path = choices.report {
      do throws(FileError) { report = try LineFile(path) } catch { throw .file(path, error) }
    } else {
      report = nil
    }
    do throws(FileError) { journal = try LineFile(work.journal.newPath) } catch {
      throw .file(work.journal.newPath, error)
    }
    threads = WorkerThreads.start(choices.threads)
    environment.installStop()
  }

  /// Does `inputs`, of which `ended` is told one by one.
  func run(_ inputs: InputList, ended: @escaping (BatchWork.Result) -> Void) -> (BatchRun.Outcome, seconds: Double) {
    round += 1
    var work = work
    // What has changed since the first round is no longer what was proved before it.
    if round > 1 { work.proofs = nil }
    let progress = BatchProgress(
      isTerminal: environment.errorIsTerminal(), isQuiet: choices.isQuiet, in: work.language,
      to: environment.writeError)
    let batch = BatchRun(
      inputs: inputs, work: work, threads: threads, failsFast: choices.failsFast, amends: round > 1,
      report: choices.report == nil ? nil : { [self] lines throws(FileError) in try addToReport(lines) },
      journal: { [self] lines throws(FileError) in try journal.add(lines) }, writeError: environment.writeError,
      progress: progress, ended: ended)
    let outcome = Waiting.result(on: conductor, of: { await batch() }) ?? BatchRun.Outcome()
    progress.end()
    return (outcome, progress.seconds)
  }

  private func addToReport(_ lines: [UInt8]) throws(FileError) { try report?.add(lines) }

  /// Writes into the journal that nothing is known of `inputs` any more.
  func forget(_ inputs: [BatchInput]) throws(FileError) {
    let lines = inputs.map { BatchRecord(input: $0.path, status: .failed).retraction + "\n" }
    try journal.add(Array(lines.joined().utf8))
  }

  /// Closes the first round, which has done everything: its journal takes the place of the one before, and later
  /// rounds go on in it.
  func endFirstRound(_ told: DiagnosticReport) throws(CommandFailure) {
    work.journal.end()
    try writeIndex(told)
  }

  /// Writes the catalogue, if it is asked for, and tells what it finds.
  func writeIndex(_ told: DiagnosticReport) throws(CommandFailure) {
    guard choices.writesIndex else { return }
    do throws(FileError) {
      let findings = try Catalogue.write(of: work.journal)
      defer { self.findings = findings }
      guard !choices.isQuiet, findings.count > 0, findings != self.findings else { return }
      var text = told.text(Wording("gazette: numbering\n", zh: "gazette：期号\n"))
      for finding in findings.first { text += "  \(told.text(finding).onOneLine)\n" }
      let more = findings.count - findings.first.count
      if more > 0 {
        text += told.text(
          Wording("  and \(more) more, see index.html\n", zh: "  另有\(more)处，见 index.html\n"))
      }
      environment.writeError(Array(text.utf8))
    } catch {
      throw .file(work.output, error)
    }
  }

  /// Tells the user, unless he wants quiet.
  func say(_ text: String) {
    if !choices.isQuiet { environment.writeError(Array(text.utf8)) }
  }
}
