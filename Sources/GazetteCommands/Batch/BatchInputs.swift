import Gazette

/// Which issues a batch is about: found by paths, patterns and lists, anew as often as asked.
struct BatchInputs {
  /// Files and folders as named on the command line.
  let paths: [String]
  /// What the list of `--files-from` holds; nil for none.
  let list: [UInt8]?
  /// The part of them that is done; nil for all.
  let shard: Shard?
  /// Finds, with the patterns of the command line.
  let finder: InputFinder
  /// The output folder, with a slash behind it.
  let output: String
  /// The extensions of the outputs.
  let extensions: [String]

  /// The inputs, each with outputs of its own, and what was left out as an output.
  struct Found {
    var inputs: [BatchInput]
    var outputsLeftOut: [(path: String, source: String)]
  }

  /// All inputs there are now.
  /// - Parameter willRead: Is told of each folder before it is looked through.
  func find(_ willRead: ((_ folder: String) -> Void)? = nil) throws(CommandFailure) -> Found {
    var finder = finder
    finder.willRead = willRead
    for path in paths {
      do throws(FileError) { try finder.add(path) } catch { throw .file(path, error) }
    }
    if let list { finder.add(list: list) }
    try checkForClashes(finder.inputs)
    return Found(
      inputs: finder.inputs.filter { shard?.holds($0.path) ?? true }, outputsLeftOut: finder.outputsLeftOut)
  }

  /// The outputs of `input`.
  func outputs(of input: BatchInput) -> [String] { extensions.map { "\(output)\(input.stem).\($0)" } }

  /// Refuses to write two inputs to one name, or an output over an input.
  private func checkForClashes(_ inputs: [BatchInput]) throws(CommandFailure) {
    var owners: [String: String] = [:]
    owners.reserveCapacity(inputs.count)
    var clashes: [Wording] = []
    for input in inputs {
      guard let other = owners.updateValue(input.path, forKey: input.stem) else { continue }
      clashes.append(
        Wording(
          "\(other) and \(input.path) would both be written to \(output)\(input.stem)",
          zh: "\(other)和\(input.path)都会写到\(output)\(input.stem)"))
    }
    if let first = clashes.first {
      let more = clashes.count - 1
      throw .usage(
        more == 0 ? first : Wording("\(first.english), and \(more) more", zh: "\(first.chinese)，另有\(more)处"),
        hint: Wording("leave one out with --exclude, or batch them apart", zh: "请用 --exclude 去掉一个，或分开处理"))
    }
    for input in inputs {
      for output in outputs(of: input) where Files.areSame(input.path, output) {
        throw .usage(
          Wording("\(input.path) would be written over itself", zh: "\(input.path)会被自身的输出覆盖"),
          hint: Wording("give -o another folder", zh: "请用 -o 指定其他目录"))
      }
    }
  }
}
