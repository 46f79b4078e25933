import Gazette

/// Which files an export reads and which it writes. All names are settled, and clashes told, before anything
/// is read or written.
struct ExportPlan {
  /// Where an output goes.
  enum Destination: Hashable {
    case file(String)
    case standardOutput

    /// The name in messages.
    var displayName: String {
      switch self {
      case .file(let path): path
      case .standardOutput: "<stdout>"
      }
    }
  }

  /// One issue with its outputs.
  struct Job {
    /// Where the issue comes from.
    var source: IssueSource
    /// The writers, each with where its output goes.
    var outputs: [(writer: any IssueWriter, destination: Destination)]
    /// The text nobody asked for by name that is the issue itself, and so is not written; nil for none.
    var kept: String?
  }

  /// The issues, in the order they were named.
  let jobs: [Job]
  /// The folder to make if it is missing; nil for none.
  let folder: String?

  /// The plan of a command line.
  /// - Parameters:
  ///   - formats: The values of `--to`; empty for the default.
  ///   - output: The value of `-o`; nil for none.
  ///   - parameters: What is handed to stylesheets.
  init(
    inputs: [String], formats: [String], output: String?, writers: WriterRegistry,
    parameters: StylesheetFlags? = nil
  ) throws(CommandFailure) {
    let sources = inputs.map(IssueSource.init)
    guard sources.filter(\.isStandardInput).count < 2 else {
      throw .usage(Wording("- is given twice, but there is one standard input", zh: "标准输入（-）只能写一次"))
    }
    let asked = try Self.writers(called: formats, among: writers)
    let (target, written) = try Self.target(output, sources: sources, asked: asked, among: writers)
    let chosen = try parameters?.applied(to: written) ?? written
    folder =
      switch target {
      case .folder(let path?): path
      default: nil
      }
    jobs = sources.map { source in
      var job = Job(
        source: source,
        outputs: chosen.map { writer in
          switch target {
          case .single(let destination): return (writer, destination)
          case .folder(let folder):
            let prefix = folder.map { $0.hasSuffix("/") ? $0 : $0 + "/" } ?? source.folder
            return (writer, .file(prefix + source.baseName + "." + writer.format.fileExtension))
          }
        })
      // Of a text the Word file is wanted. Not the other way round: the text beside a Word file may be what it was made of.
      if asked == nil, job.outputs.count > 1,
        let own = job.outputs.firstIndex(where: { source.isFile($0.destination) }),
        job.outputs[own].writer.format.id == PlainTextWriter.format.id
      {
        job.kept = job.outputs.remove(at: own).destination.displayName
      }
      return job
    }
    try Self.checkForClashes(jobs)
  }

  // MARK: Formats

  private static func writers(
    called names: [String], among registry: WriterRegistry,
    imports: (_ stylesheet: String) -> any ResourceProvider = { FolderResources(beside: $0) }
  ) throws(CommandFailure) -> [any IssueWriter]? {
    guard !names.isEmpty else { return nil }
    var chosen: [any IssueWriter] = []
    for name in names.flatMap({ $0.split(separator: ",", omittingEmptySubsequences: false) }).map(String.init) {
      if StylesheetWriter.isFile(name) {
        guard !chosen.contains(where: { $0.format.id == name }) else { continue }
        chosen.append(try StylesheetWriter(file: name, imports: imports(name)))
        continue
      }
      guard let writer = registry.writer(for: name) else {
        let known = registry.formats.map(\.id).joined(separator: ", ")
        throw .usage(
          Wording("there is no format called '\(name)'", zh: "没有名为“\(name)”的格式"),
          hint: Wording("use: \(known), or the file of a stylesheet, NAME.xsl", zh: "可用：\(known)，或样式表文件（名称.xsl）"))
      }
      if !chosen.contains(where: { $0.format.id == name }) { chosen.append(writer) }
    }
    return chosen
  }

  /// The writers of the formats `names`, or of the default ones if there are none, each with a name of its own for
  /// what it makes.
  /// - Parameter imports: Provides what the stylesheet of that name imports.
  static func chosenWriters(
    _ names: [String], among registry: WriterRegistry, parameters: StylesheetFlags,
    imports: (_ stylesheet: String) -> any ResourceProvider
  ) throws(CommandFailure) -> [any IssueWriter] {
    let chosen = try parameters.applied(
      to: try writers(called: names, among: registry, imports: imports) ?? standardFormats(registry))
    for (index, writer) in chosen.enumerated() {
      let ending = writer.format.fileExtension
      guard let other = chosen[..<index].first(where: { $0.format.fileExtension == ending }) else { continue }
      throw .usage(
        Wording(
          "\(other.format.id) and \(writer.format.id) would both be written to files ending in .\(ending)",
          zh: "\(other.format.id)和\(writer.format.id)的输出扩展名都是.\(ending)"),
        hint: Wording("batch them into different directories", zh: "请分别导出到不同目录"))
    }
    return chosen
  }

  // MARK: Destinations

  private enum Target {
    /// Everything goes to one place.
    case single(Destination)
    /// Each output gets a name of its own, in this folder or beside its input.
    case folder(String?)
  }

  /// What `-o` means, and what is written. Where no format is asked for, a name with a known extension asks
  /// for that one.
  private static func target(
    _ output: String?, sources: [IssueSource], asked: [any IssueWriter]?, among registry: WriterRegistry
  ) throws(CommandFailure) -> (Target, [any IssueWriter]) {
    guard let output else {
      let chosen = asked ?? standardFormats(registry)
      guard sources.contains(where: \.isStandardInput) else { return (.folder(nil), chosen) }
      guard sources.count == 1, asked != nil, chosen.count == 1 else {
        throw .usage(
          Wording(
            "standard input has no name to derive those of the outputs from", zh: "标准输入没有文件名，无法确定输出文件名"),
          hint: Wording("give -o, or one format with --to", zh: "请用 -o 指定输出，或用 --to 指定一种格式"))
      }
      return (.single(.standardOutput), chosen)
    }
    guard !output.isEmpty else {
      throw .usage(Wording("-o is empty", zh: "-o 为空"))
    }
    let asFolder = output != "-" && (output.hasSuffix("/") || Files.isFolder(output))
    let formats = (asked ?? []).map(\.format) + registry.formats
    let named = asFolder ? nil : formats.first { output.lowercased().hasSuffix("." + $0.fileExtension) }
    let implied = named.flatMap { registry.writer(for: $0.id) }.map { [$0] }
    let chosen = asked ?? implied ?? standardFormats(registry)
    if output == "-" {
      guard sources.count == 1, chosen.count == 1 else {
        throw .usage(
          Wording("only one issue in one format fits standard output", zh: "标准输出只能写一期的一种格式"),
          hint: Wording("choose one with --to, such as --to txt", zh: "请用 --to 选一种格式，例如 --to txt"))
      }
      return (.single(.standardOutput), chosen)
    }
    guard !asFolder else { return (.folder(output), chosen) }
    if let named {
      guard sources.count == 1, chosen.count == 1 else {
        throw .usage(
          Wording("\(output) is one file, but there would be several", zh: "\(output)是一个文件，而输出不止一个"),
          hint: Wording("give -o a directory, or one issue and one format", zh: "请给 -o 一个目录，或只写一期、一种格式"))
      }
      let format = chosen[0].format
      guard format.fileExtension == named.fileExtension else {
        throw .usage(
          Wording("\(output) would hold the format \(format.id)", zh: "\(output)的扩展名与格式\(format.id)不符"),
          hint: Wording(
            "let the name end in .\(format.fileExtension), or use --to \(named.id)",
            zh: "请改用.\(format.fileExtension)，或 --to \(named.id)"))
      }
      return (.single(.file(output)), chosen)
    }
    return (sources.count == 1 && chosen.count == 1 ? .single(.file(output)) : .folder(output), chosen)
  }

  /// What is written where `--to` is not given: the formats for people.
  private static func standardFormats(_ registry: WriterRegistry) -> [any IssueWriter] {
    ["docx", "txt"].compactMap { registry.writer(for: $0) }
  }

  // MARK: Clashes

  /// Refuses to write two outputs to one name, or an output over an input.
  private static func checkForClashes(_ jobs: [Job]) throws(CommandFailure) {
    var owners: [String: IssueSource] = [:]
    for job in jobs {
      for case (_, .file(let path)) in job.outputs {
        if let other = owners.updateValue(job.source, forKey: identity(of: path)) {
          throw .usage(
            Wording(
              "\(other.displayName) and \(job.source.displayName) would both be written to \(path)",
              zh: "\(other.displayName)和\(job.source.displayName)都会写到\(path)"),
            hint: Wording("export them to different directories", zh: "请分别导出到不同目录"))
        }
        if let input = jobs.first(where: { $0.source.isFile(.file(path)) }) {
          throw .usage(
            Wording(
              "\(path) would be written over the input \(input.source.displayName)",
              zh: "\(path)会覆盖输入文件\(input.source.displayName)"),
            hint: Wording("give -o a directory, or choose another format with --to", zh: "请用 -o 指定目录，或用 --to 选其他格式"))
        }
      }
    }
  }

  /// A name that is the same for all ways to write a path, as far as its folder exists.
  private static func identity(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return (Files.canonical(".") ?? ".") + "/" + path }
    let folder = String(path[...slash])
    let known = Files.canonical(folder) ?? folder.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    return known + "/" + path[path.index(after: slash)...]
  }
}

extension IssueSource {
  /// Whether it is the very file at `destination`, by whatever name.
  fileprivate func isFile(_ destination: ExportPlan.Destination) -> Bool {
    guard case .file(let path) = destination else { return false }
    return !isStandardInput && Files.areSame(argument, path)
  }
}
