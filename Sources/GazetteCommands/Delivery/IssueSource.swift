import Gazette

/// Where an issue comes from: a file, or standard input.
struct IssueSource: Hashable {
  /// The name as the user gave it; `-` is standard input.
  var argument: String

  /// Whether it is standard input.
  var isStandardInput: Bool { argument == "-" }

  /// The name in messages.
  var displayName: String { isStandardInput ? "<stdin>" : argument }

  /// The name of the file without its folder; nil for standard input.
  var fileName: String? { isStandardInput ? nil : argument.split(separator: "/").last.map(String.init) }

  /// The name of the file without folder and extension; `issue` for standard input.
  var baseName: String {
    guard !isStandardInput else { return "issue" }
    let name = argument.split(separator: "/").last.map(String.init) ?? argument
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// The folder the file is in, with its slash; empty for the current one.
  var folder: String {
    guard !isStandardInput, let slash = argument.lastIndex(of: "/") else { return "" }
    return String(argument[...slash])
  }

  /// An issue as it was read.
  struct Opened {
    var issue: Issue
    /// Where further work on it reports to.
    var diagnostics: DiagnosticSink
    /// Where its pictures come from.
    var resources: any ResourceProvider
    /// The text it was read from, as `StageContext.sourceText`.
    var sourceText: @Sendable () -> String?
  }

  /// Reads the issue and tells `report` what is wrong.
  /// - Returns: The issue, and the sink that further work on it reports to; nil if there is no issue.
  func load(
    _ choices: InputChoices, in environment: CommandEnvironment, _ report: DiagnosticReport
  ) -> (issue: Issue, diagnostics: DiagnosticSink)? {
    open(choices, in: environment, report).map { ($0.issue, $0.diagnostics) }
  }

  /// Reads the issue and tells `report` what is wrong.
  /// - Returns: All that is needed to export it; nil if there is no issue.
  func open(
    _ choices: InputChoices, in environment: CommandEnvironment, _ report: DiagnosticReport
  ) -> Opened? {
    do throws(FileError) {
      let bytes = isStandardInput ? try environment.readStandardInput() : try Files.read(argument)
      return issue(from: bytes, choices, by: environment.readIssue, report)
    } catch {
      report.add(error, of: displayName)
      return nil
    }
  }

  /// The issue that `bytes` are, with all that is needed to export it; nil if they are none, of which `report` tells.
  func issue(
    from bytes: [UInt8], _ choices: InputChoices, by read: @escaping AnyIssueReader.TextReading,
    _ report: DiagnosticReport
  ) -> Opened? {
    let diagnostics = DiagnosticSink()
    let reader = AnyIssueReader(form: choices.form, options: choices.reader, readText: read)
    do throws(UnreadableIssue) {
      let issue = try reader.read(bytes, fileName: fileName, diagnostics: diagnostics)
      // A Word file that does not say which pictures are in it has them beside it, as those of older versions.
      let pictures: (any ResourceProvider)? = EmbeddedIssue.isPackage(bytes) ? EmbeddedPictures(bytes) : nil
      let name = fileName
      return Opened(issue: issue, diagnostics: diagnostics, resources: pictures ?? resources) {
        reader.sourceText(of: bytes, fileName: name)
      }
    } catch {
      report.add(diagnostics.diagnostics + error.diagnostics, of: displayName)
      return nil
    }
  }

  /// Where the pictures of an issue come from that does not bring them along: from beside it.
  var resources: any ResourceProvider { isStandardInput ? NoResources() : FolderResources(beside: argument) }
}
