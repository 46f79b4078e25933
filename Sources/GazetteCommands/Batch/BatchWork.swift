import Gazette

/// Makes the outputs of one input; runs on many threads at once.
struct BatchWork: Sendable {
  /// What is to be made, and how.
  var recipe: BatchRecipe
  var readIssue: AnyIssueReader.TextReading
  var form: DiagnosticReport.Form
  var language: Language
  /// Whether warnings and notes are told, not only errors.
  var tellsAll: Bool
  /// The output folder, with a slash behind it.
  var output: String
  var journal: BatchJournal
  /// Where earlier runs say what they prove; nil if they are not believed.
  var proofs: JournalIndex?

  /// What came of an input.
  struct Result: Sendable {
    var index: Int
    var record: BatchRecord
    /// The files made, and the names they are to get.
    var files: [(aside: String, target: String)] = []
    /// What is to be told on standard error.
    var remarks: [UInt8] = []
    var warningCounts: [String: Int] = [:]
    /// The files of the pictures the issue names, as they were when they were asked for.
    var pictureFiles: [FileState] = []
    /// Whether the input was left alone, since the run comes to its end.
    var isUnbegun = false
    /// Why no further input can be worked on; nil if it can.
    var stop: FileError?
  }

  /// The outputs of `input`, written aside.
  func callAsFunction(_ input: BatchInput, _ index: Int) -> Result {
    let clock = ContinuousClock()
    let start = clock.now
    let said = Said()
    let report = DiagnosticReport(form, in: language, errorsOnly: !tellsAll) { said.bytes += $0 }
    var result = Result(index: index, record: BatchRecord(input: input.path, status: .failed))
    work(on: input, &result, report)
    result.record.errors = report.errors
    if result.record.status != .skipped {
      result.record.warnings = report.warnings
      result.warningCounts = report.warningCounts
      result.record.status = report.errors > 0 ? .failed : .done
    }
    let elapsed = (clock.now - start).components
    result.record.milliseconds = Int(elapsed.seconds) * 1000 + Int(elapsed.attoseconds / 1_000_000_000_000_000)
    result.remarks = said.bytes
    return result
  }

  private final class Said { var bytes: [UInt8] = [] }

  private func work(on input: BatchInput, _ result: inout Result, _ report: DiagnosticReport) {
    let source = IssueSource(argument: input.path)
    guard !input.isMangled else {
      return report.add(
        FileError(
          id: "file-name-mangled", message: Wording("the name is no UTF-8", zh: "文件名不是UTF-8"),
          hint: Wording("rename the file", zh: "请重命名该文件")), of: input.path)
    }
    let bytes: [UInt8]
    do throws(FileError) { bytes = try Files.read(input.path) } catch { return report.add(error, of: input.path) }
    result.record.source = SHA256.hex(bytes)
    result.record.settings = recipe.digest
    let proved = NotedResources(source.resources)
    if let proof = proofs.flatMap({ journal.proof(of: input.path, in: $0) }),
      holds(proof, source: result.record.source, proved)
    {
      result.pictureFiles = proved.files
      result.record.status = .skipped
      result.record.outputs = proof.outputs
      result.record.warnings = proof.warnings
      result.record.pictures = proof.pictures
      result.record.catalogue = proof.catalogue
      return
    }
    guard let opened = source.issue(from: bytes, recipe.choices, by: readIssue, report) else { return }
    let (issue, diagnostics) = (opened.issue, opened.diagnostics)
    let pictures = NotedResources(opened.resources)
    defer { result.pictureFiles = pictures.files }
    let context = StageContext(houseStyle: recipe.houseStyle, diagnostics: diagnostics, resources: pictures)
    do throws(StageError) {
      let artifacts = try ExportPipeline(writers: recipe.writers)(issue, context)
      report.add(diagnostics.diagnostics, of: input.path)
      result.record.pictures = pictures.pictures
      result.record.catalogue = Catalogue.entry(of: issue)
      write(artifacts, of: input, &result, report)
    } catch {
      report.add(diagnostics.diagnostics, of: input.path)
      report.add(error, of: input.path)
    }
  }

  private func write(
    _ artifacts: [Artifact], of input: BatchInput, _ result: inout Result, _ report: DiagnosticReport
  ) {
    for (number, artifact) in artifacts.enumerated() {
      let target = output + input.stem + "." + artifact.format.fileExtension
      let aside = journal.aside(result.index, number)
      do throws(FileError) {
        try Files.writeAside(aside, artifact.bytes)
      } catch {
        // One line tells of what concerns all, not one an issue.
        if error.concernsAll { result.stop = error } else { report.add(error, of: target) }
        for file in result.files { Files.remove(file.aside) }
        (result.files, result.record.outputs) = ([], [])
        return
      }
      result.files.append((aside, target))
      result.record.outputs.append(
        .init(path: target, bytes: artifact.bytes.count, sha256: SHA256.hex(artifact.bytes)))
    }
  }

  /// Whether what `proof` tells of is still all there and current.
  private func holds(_ proof: BatchJournal.Proof, source: String, _ pictures: NotedResources) -> Bool {
    guard proof.source == source, proof.settings == recipe.digest, proof.outputs.count == recipe.writers.count
    else { return false }
    for picture in proof.pictures { _ = pictures.bytes(of: picture.name) }
    guard pictures.pictures == proof.pictures else { return false }
    return proof.outputs.allSatisfy { output in
      guard Files.size(of: output.path) == output.bytes, let bytes = try? Files.read(output.path, limit: .max) else {
        return false
      }
      return SHA256.hex(bytes) == output.sha256
    }
  }
}
