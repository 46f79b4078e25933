import Gazette

/// `gazette batch --watch`: does again what changes, until the user has had enough.
///
/// That something has changed is told by the system; what it was is found by looking at all inputs again, which costs
/// little and misses nothing: files saved in place or by renaming, moved folders, links, and changes while it worked.
struct BatchWatch {
  private var inputs: BatchInputs
  let watch: FolderWatch
  /// The files of style and stylesheets, and what makes the recipe of them anew.
  private let recipeFiles: BatchRecipe.NotedFiles
  private let recipe: () throws(CommandFailure) -> BatchRecipe
  /// Whether all issues are to be exported again, since the recipe is another.
  private var isAllDue = false
  /// How the inputs were when they were last done, and the pictures they name.
  private var known: [String: Known] = [:]
  /// What was last said about inputs that cannot be done together, so that it is said once.
  private var lastComplaint: Wording?

  private struct Known {
    var input: BatchInput
    var state: FileState
    var pictures: [FileState] = []

    /// Whether the input or one of its pictures is no longer what it was.
    func differs(from state: FileState) -> Bool {
      self.state != state || pictures.contains { FileState(of: $0.path) != $0 }
    }
  }

  /// A watch of `inputs` that has begun, before they are looked at, and of the files of their recipe.
  init(
    _ inputs: BatchInputs, _ recipeFiles: BatchRecipe.NotedFiles,
    _ recipe: @escaping () throws(CommandFailure) -> BatchRecipe
  ) throws(CommandFailure) {
    (self.inputs, self.recipeFiles, self.recipe) = (inputs, recipeFiles, recipe)
    do throws(FileError) { watch = try FolderWatch() } catch { throw .file(inputs.output, error) }
    watchFolders(of: recipeFiles.files)
  }

  private func watchFolders(of files: [FileState]) {
    for file in files {
      guard let slash = file.path.lastIndex(of: "/") else {
        watch.add(".")
        continue
      }
      watch.add(slash == file.path.startIndex ? "/" : String(file.path[..<slash]))
    }
  }

  /// Takes note of how `inputs` are, before they are done.
  mutating func note(_ inputs: InputList) {
    for input in inputs { known[input.path] = Known(input: input, state: FileState(of: input.path)) }
  }

  /// Takes note of the pictures that `result` was made of.
  mutating func note(_ result: BatchWork.Result) {
    note(result.pictureFiles, of: result.record.input)
  }

  private mutating func note(_ pictures: [FileState], of input: String) {
    known[input]?.pictures = pictures
    watchFolders(of: pictures)
  }

  /// Does what changes, round after round.
  /// - Returns: 130, when the user stops it; 1 if no more can be written.
  mutating func run(_ session: BatchSession, _ told: DiagnosticReport) throws(CommandFailure) -> Int32 {
    session.say(
      told.text(
        Wording(
          "gazette: watching \(known.count) issue\(known.count == 1 ? "" : "s"); Ctrl-C ends\n",
          zh: "gazette：正在监视\(known.count)期，按 Ctrl-C 结束\n")))
    // The style was read before it was watched.
    var isDue = recipeFiles.haveChanged
    while isDue || watch.waitForChange() {
      isDue = false
      if let stop = try round(session, told) {
        told.add(stop, of: session.work.output)
        return 1
      }
      if let fault = watch.fault { throw .file(inputs.paths.first ?? inputs.output, fault) }
    }
    return 130
  }

  /// Does what has changed since the last round.
  /// - Returns: Why nothing more can be done; nil if it can.
  private mutating func round(
    _ session: BatchSession, _ told: DiagnosticReport
  ) throws(CommandFailure) -> FileError? {
    remakeRecipe(of: session, told)
    guard let found = try find(told) else { return nil }
    var changed = InputList()
    var present: Set<String> = []
    for input in found {
      let state = FileState(of: input.path)
      // A file that was named and is not there is waited for.
      guard state.exists else { continue }
      present.insert(input.path)
      if !isAllDue, let known = known[input.path], !known.differs(from: state) { continue }
      known[input.path] = Known(input: input, state: state, pictures: known[input.path]?.pictures ?? [])
      changed.append(input)
    }
    let gone = known.values.filter { !present.contains($0.input.path) }.map(\.input).sorted { $0.path < $1.path }
    guard !changed.isEmpty || !gone.isEmpty else { return nil }
    tell(gone, besides: found, told)
    for input in gone { known[input.path] = nil }
    if isAllDue {
      session.say(
        told.text(
          Wording(
            "gazette: the style has changed, \(changed.count) issues are exported again\n",
            zh: "gazette：版式已修改，重新导出\(changed.count)期\n")))
    }
    isAllDue = false
    // Of each result only what is needed later: there may be as many as issues.
    var (lines, done, pictures): ([String], Int, [(input: String, files: [FileState])]) = ([], 0, [])
    let (outcome, _) = session.run(changed) { result in
      pictures.append((result.record.input, result.pictureFiles))
      guard result.record.status == .done else { return }
      done += 1
      if done <= Self.lineLimit { lines.append(Self.line(for: result)) }
    }
    for each in pictures { note(each.files, of: each.input) }
    session.say(lines.joined())
    if done > lines.count {
      let more = done - lines.count
      session.say(told.text(Wording("gazette: and \(more) more\n", zh: "gazette：另有\(more)期\n")))
    }
    do throws(FileError) { try session.forget(gone) } catch { return error }
    if outcome.stop == nil { try session.writeIndex(told) }
    return outcome.stop
  }

  /// Makes the recipe of `session` anew if a file of it has changed. One that cannot be used is told, once; the one
  /// before holds until it can.
  private mutating func remakeRecipe(of session: BatchSession, _ told: DiagnosticReport) {
    guard recipeFiles.haveChanged else { return }
    defer { watchFolders(of: recipeFiles.files) }
    do throws(CommandFailure) {
      let made = try recipe()
      guard made.digest != session.work.recipe.digest else { return }
      session.work.recipe = made
      inputs.extensions = made.extensions
      isAllDue = true
    } catch {
      told.add(error)
    }
  }

  /// What there is to do; nil if that cannot be done, of which the user is told once.
  private mutating func find(_ told: DiagnosticReport) throws(CommandFailure) -> InputList? {
    let watch = watch
    do throws(CommandFailure) {
      let found = try inputs.find { watch.add($0) }
      lastComplaint = nil
      return found.inputs
    } catch {
      guard case .usage(let complaint, _) = error else { throw error }
      if complaint != lastComplaint { told.add(error) }
      lastComplaint = complaint
      return nil
    }
  }

  /// Says that the inputs `gone` are, and what is left of them.
  private func tell(_ gone: [BatchInput], besides found: InputList, _ told: DiagnosticReport) {
    let stems = Set(found.map(\.stem))
    for input in gone.prefix(Self.lineLimit) {
      // Those of a file that was renamed, its ending apart, are made anew.
      let stale = stems.contains(input.stem) ? [] : inputs.outputs(of: input).filter { FileState(of: $0).exists }
      let outputs = stale.joined(separator: ", ")
      told.note(
        "input-gone",
        outputs.isEmpty
          ? Wording("is gone", zh: "已不存在")
          : Wording("is gone; what was made of it stays: \(outputs)", zh: "已不存在，由它生成的文件保留：\(outputs)"),
        of: input.path)
    }
    if gone.count > Self.lineLimit, let first = gone.first {
      let more = gone.count - Self.lineLimit
      told.note(
        "input-gone", Wording("is gone, and \(more) more with it", zh: "已不存在，另有\(more)个文件同此"), of: first.path)
    }
  }

  /// How many files are told of one by one.
  private static let lineLimit = 20

  private static func line(for result: BatchWork.Result) -> String {
    let outputs = result.record.outputs.map(\.path.onOneLine).joined(separator: ", ")
    return "gazette: \(result.record.input.onOneLine) -> \(outputs) (\(result.record.milliseconds) ms)\n"
  }
}
