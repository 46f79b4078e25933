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

  /// Reads the issue and tells `report` what is wrong.
  /// - Returns: The issue, and the sink that further work on it reports to; nil if there is no issue.
  func load(
    _ choices: InputChoices, in environment: CommandEnvironment, _ report: DiagnosticReport
  ) -> (issue: Issue, diagnostics: DiagnosticSink)? {
    do throws(FileError) {
      let bytes = isStandardInput ? try environment.readStandardInput() : try Files.read(argument)
      return issue(from: bytes, choices, by: environment.readIssue, report)
    } catch {
      report.add(error, of: displayName)
      return nil
    }
  }

  /// The issue that `bytes` are, and the sink that further work on it reports to; nil if they are none, of which
  /// `report` tells.
  func issue(
    from bytes: [UInt8], _ choices: InputChoices, by read: @escaping AnyIssueReader.TextReading,
    _ report: DiagnosticReport
  ) -> (issue: Issue, diagnostics: DiagnosticSink)? {
    let diagnostics = DiagnosticSink()
    let reader = AnyIssueReader(form: choices.form, options: choices.reader, readText: read)
    do throws(UnreadableIssue) {
      return (try reader.read(bytes, fileName: fileName, diagnostics: diagnostics), diagnostics)
    } catch {
      report.add(diagnostics.diagnostics + error.diagnostics, of: displayName)
      return nil
    }
  }

  /// Where its pictures come from.
  var resources: any ResourceProvider { isStandardInput ? NoResources() : FolderResources(beside: argument) }
}
