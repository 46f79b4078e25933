import Gazette

/// All that decides what is made of an input, but for the input: the formats and the style, as the command line and the
/// files that it names have them.
struct BatchRecipe: Sendable {
  let writers: [any IssueWriter]
  let houseStyle: HouseStyle
  let choices: InputChoices
  /// The digest of all of it, with the program's version.
  let digest: String

  /// The extensions of what is written, in order.
  var extensions: [String] { writers.map { $0.format.fileExtension } }

  /// Files that were read, as they were before.
  final class NotedFiles {
    fileprivate(set) var files: [FileState] = []

    /// Whether one of them is no longer what it was.
    var haveChanged: Bool { files.contains { FileState(of: $0.path) != $0 } }
  }

  /// What `options` ask for.
  /// - Parameters:
  ///   - report: Is told what could not be taken from a style.
  ///   - noted: Is told of the files of style and stylesheets, also if something is wrong with them.
  init(
    _ options: ExportOptions, among registry: WriterRegistry, _ report: DiagnosticReport, noting noted: NotedFiles
  ) throws(CommandFailure) {
    noted.files = Self.files(namedBy: options).map(FileState.init)
    var imports: [NotedResources] = []
    defer { noted.files += imports.flatMap(\.files) }
    writers = try ExportPlan.chosenWriters(
      options.to, among: try options.text.applied(to: registry), parameters: options.stylesheets
    ) { path in
      let resources = NotedResources(FolderResources(beside: path))
      imports.append(resources)
      return resources
    }
    houseStyle = try options.style.houseStyle(report)
    choices = try options.input.choices()
    digest = try Self.digest(options, writers, houseStyle)
  }

  /// The files of style and stylesheets that the command line names.
  private static func files(namedBy options: ExportOptions) -> [String] {
    let style = options.style.style.map { [$0] } ?? []
    let formats = options.to.flatMap { $0.split(separator: ",") }.map(String.init)
    return style.filter { HouseStyle.shipped(named: $0) == nil } + formats.filter(StylesheetWriter.isFile)
  }

  private static func digest(
    _ options: ExportOptions, _ writers: [any IssueWriter], _ houseStyle: HouseStyle
  ) throws(CommandFailure) -> String {
    do {
      var bytes = try houseStyle.xml()
      // The XML does not hold all that a Word file shows.
      if houseStyle.letterhead != nil, let file = options.style.style {
        do throws(FileError) { bytes += try Files.read(file) } catch { throw CommandFailure.file(file, error) }
      }
      let formats = writers.map { $0.format.id }.joined(separator: ",")
      let (text, input) = (options.text, options.input)
      let layout = [
        text.flow.rawValue, text.charset.rawValue, text.lineEnds.rawValue, "\(text.bom)", "\(text.width ?? 0)",
        text.indent.map { "\($0)" } ?? "",
      ]
      let reading = [input.from?.rawValue ?? "", input.reading.encoding ?? ""] + input.reading.disabledRepairs.sorted()
      bytes += Array(([GazetteProgram.version, formats] + layout + reading).joined(separator: "\n").utf8)
      for case let writer as StylesheetWriter in writers {
        for source in try writer.sources() { bytes += [0] + source }
        for parameter in writer.parameters { bytes += [0] + Array("\(parameter.name)=\(parameter.value)".utf8) }
      }
      return SHA256.hex(bytes)
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw .stage(
        options.style.style ?? "",
        StageError(stage: "batch", message: Wording("the style cannot be written", zh: "版式无法写出")))
    }
  }
}
