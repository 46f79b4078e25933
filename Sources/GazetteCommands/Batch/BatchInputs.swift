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
  var extensions: [String]
  /// Whether the catalogue goes into the output folder too.
  let writesIndex: Bool

  /// The inputs, each with outputs of its own, and what was left out as an output.
  struct Found {
    var inputs: InputList
    var outputsLeftOut: InputFinder.OutputsLeftOut
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
    guard let shard else { return Found(inputs: finder.inputs, outputsLeftOut: finder.outputsLeftOut) }
    var inputs = InputList()
    for input in finder.inputs where shard.holds(input.path) { inputs.append(input) }
    return Found(inputs: inputs, outputsLeftOut: finder.outputsLeftOut)
  }

  /// The outputs of `input`.
  func outputs(of input: BatchInput) -> [String] { extensions.map { "\(output)\(input.stem).\($0)" } }

  /// Refuses to write two inputs to one name, or an output over an input or the catalogue.
  private func checkForClashes(_ inputs: InputList) throws(CommandFailure) {
    if let (one, other, more) = inputs.clash() {
      let clash = Wording(
        "\(one.path) and \(other.path) would both be written to \(output)\(other.stem)",
        zh: "\(one.path)和\(other.path)都会写到\(output)\(other.stem)")
      throw .usage(
        more == 0 ? clash : Wording("\(clash.english), and \(more) more", zh: "\(clash.chinese)，另有\(more)处"),
        hint: Wording("leave one out with --exclude, or batch them apart", zh: "请用 --exclude 去掉一个，或分开处理"))
    }
    let taken = writesIndex ? Catalogue.fileNames.map { output + $0 } : []
    for input in inputs {
      for output in outputs(of: input) {
        if taken.contains(output) {
          throw .usage(
            Wording(
              "\(input.path) and the catalogue would both be written to \(output)", zh: "\(input.path)和目录都会写到\(output)"),
            hint: Wording("rename the issue, or leave out --index", zh: "请将该期改名，或去掉 --index"))
        }
        guard Files.areSame(input.path, output) else { continue }
        throw .usage(
          Wording("\(input.path) would be written over itself", zh: "\(input.path)会被自身的输出覆盖"),
          hint: Wording("give -o another folder", zh: "请用 -o 指定其他目录"))
      }
    }
  }
}
