/// The command lines that nearly all exports have: issues, `--to`, `-o` and `--strict`.
///
/// They are read here because ArgumentParser asks the runtime for so many types and conformances that reading
/// `export issue.md` cost a quarter of the whole export (Benchmarks/README.md). Whatever else stands in a command line,
/// and all that is wrong in one, is left to ``GazetteCommand``; a test holds both readings against each other.
enum PlainCommandLine {
  /// What `arguments` ask for; nil if they are for the parser to read.
  static func export(_ arguments: [String]) -> ExportRequest? {
    guard arguments.first == "export" else { return nil }
    var issues: [String] = []
    var formats: [String] = []
    var output: String?
    var isStrict = false
    var rest = arguments.dropFirst()
    while let argument = rest.popFirst() {
      switch argument {
      case "--to":
        guard let value = rest.popFirst(), isValue(value) else { return nil }
        formats.append(value)
      case "-o", "--output":
        guard output == nil, let value = rest.popFirst(), isValue(value) else { return nil }
        output = value
      case "--strict":
        guard !isStrict else { return nil }
        isStrict = true
      default:
        guard isValue(argument) else { return nil }
        issues.append(argument)
      }
    }
    guard !issues.isEmpty else { return nil }
    return ExportRequest(issues: issues, formats: formats, output: output, isStrict: isStrict)
  }

  /// Whether the argument can be nothing but a value.
  private static func isValue(_ argument: String) -> Bool {
    !argument.isEmpty && (argument == "-" || argument.utf8.first != UInt8(ascii: "-"))
  }
}
