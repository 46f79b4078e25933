import Gazette

/// Works through the inputs of a batch on several threads and delivers in their order.
///
/// Threads read, convert and write aside. This, on a thread of its own, takes the results in the order of the inputs,
/// brings a few dozen of them to the disk at once, gives the files their names, and writes report and journal. So
/// memory does not grow with the archive, and whatever is killed at whatever time leaves whole files only.
struct BatchRun {
  let inputs: InputList
  let work: BatchWork
  let threads: WorkerThreads
  let failsFast: Bool
  /// Whether the journal tells of earlier runs too, so that lines of it have to be taken back.
  let amends: Bool
  /// The files that lines are added to: the report, if one is asked for, and the journal.
  let report: ((_ lines: [UInt8]) throws(FileError) -> Void)?
  let journal: (_ lines: [UInt8]) throws(FileError) -> Void
  let writeError: ([UInt8]) -> Void
  let progress: BatchProgress
  /// Is told of each input that has come to its end, in order.
  let ended: (BatchWork.Result) -> Void

  /// How many inputs are begun before the first of them is delivered, at most: what waits is small.
  private static let window = 256
  /// How many inputs are brought to the disk together.
  private static let group = 48

  /// How a run ended.
  struct Outcome {
    var summary = BatchSummary()
    /// Why it ended early; nil if it did not.
    var stop: FileError?
    /// Whether the user stopped it.
    var isInterrupted = false
  }

  /// Does all of it.
  func callAsFunction() async -> Outcome {
    var outcome = Outcome()
    await withTaskGroup(of: BatchWork.Result.self) { tasks in
      var (begun, delivered) = (0, 0)
      var waiting: [Int: BatchWork.Result] = [:]
      var ready: [BatchWork.Result] = []
      var isStopping = false
      func begin() {
        while !isStopping, begun < inputs.count, begun - delivered < Self.window {
          let (input, index, work) = (inputs[begun], begun, work)
          tasks.addTask(executorPreference: threads) {
            StopSignals.wantStop || Task.isCancelled ? BatchWork.Result.unbegun(input, index) : work(input, index)
          }
          begun += 1
        }
      }
      begin()
      while let result = await tasks.next() {
        waiting[result.index] = result
        while let next = waiting.removeValue(forKey: delivered) {
          delivered += 1
          guard !next.isUnbegun, outcome.stop == nil else {
            for file in next.files { Files.remove(file.aside) }
            continue
          }
          if let stop = next.stop { outcome.stop = stop } else { ready.append(next) }
          if failsFast, next.record.status == .failed { isStopping = true }
        }
        if StopSignals.wantStop { (isStopping, outcome.isInterrupted) = (true, true) }
        if outcome.stop != nil { isStopping = true }
        if isStopping, !outcome.isInterrupted { tasks.cancelAll() }
        begin()
        if ready.count >= Self.group || delivered == begun {
          deliver(&ready, &outcome)
          if outcome.stop != nil { isStopping = true }
          begin()
        }
        progress.show(outcome.summary, of: inputs.count)
      }
      deliver(&ready, &outcome)
    }
    return outcome
  }

  /// Brings the files of `results` to the disk and under their names, and writes down that they are there.
  private func deliver(_ results: inout [BatchWork.Result], _ outcome: inout Outcome) {
    defer { results = [] }
    guard !results.isEmpty else { return }
    var (reportLines, journalLines, remarks): ([UInt8], [UInt8], [UInt8]) = ([], [], [])
    var stop: FileError?
    // All of them are on their way to the disk: the first call waits, the others find it done.
    for index in results.indices where stop == nil {
      for file in results[index].files {
        do throws(FileError) { try Files.synchronise(file.aside) } catch { if stop == nil { stop = error } }
      }
    }
    for var result in results {
      if stop == nil, !result.files.isEmpty {
        do throws(FileError) { try name(&result) } catch { stop = error }
      }
      if stop != nil {
        for file in result.files { Files.remove(file.aside) }
        continue
      }
      outcome.summary.add(result)
      remarks += result.remarks
      if report != nil { reportLines += Array((result.record.reportLine + "\n").utf8) }
      if result.record.status != .failed {
        journalLines += Array((result.record.journalLine(below: work.output) + "\n").utf8)
      } else if amends {
        journalLines += Array((result.record.retraction + "\n").utf8)
      }
      ended(result)
    }
    if !remarks.isEmpty { progress.interrupt { writeError(remarks) } }
    do throws(FileError) {
      // The report first: it may be behind the journal after a crash, the journal is never ahead of the files.
      try report?(reportLines)
      try journal(journalLines)
    } catch {
      if stop == nil { stop = error }
    }
    if outcome.stop == nil { outcome.stop = stop }
  }

  /// Gives the files of `result` their names. What goes wrong with one issue fails that issue.
  /// - Throws: what stops the whole run.
  private func name(_ result: inout BatchWork.Result) throws(FileError) {
    for file in result.files {
      do throws(FileError) {
        guard Files.isFolder(work.output) else {
          throw FileError(
            id: "output-folder-missing", message: Wording("the output directory has gone", zh: "输出目录已不存在"),
            concernsAll: true)
        }
        if let slash = file.target.lastIndex(of: "/") { try Files.makeFolder(String(file.target[..<slash])) }
        try Files.settle(file.aside, as: file.target)
      } catch {
        if error.concernsAll { throw error }
        let said = Said()
        DiagnosticReport(work.form, in: work.language, errorsOnly: true) { said.bytes += $0 }.add(
          error, of: file.target)
        result.remarks += said.bytes
        result.record.status = .failed
        result.record.errors += 1
        result.record.outputs.removeAll { $0.path == file.target }
        Files.remove(file.aside)
      }
    }
  }

  private final class Said { var bytes: [UInt8] = [] }
}

extension BatchWork.Result {
  /// An input that was left alone since the user wants to stop.
  static func unbegun(_ input: BatchInput, _ index: Int) -> Self {
    var result = Self(index: index, record: BatchRecord(input: input.path, status: .failed))
    result.isUnbegun = true
    return result
  }
}
