import ArgumentParser
import Gazette

/// Which house style to print in.
struct StyleOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The house style: a name of 'gazette styles', a file of house style XML, or a Word file (.docx) whose page, "
        + "styles, headers and footers are taken.",
      valueName: "name|file"))
  var style: String?

  /// The style of that name, or the default. What could not be taken from a Word file is told.
  func houseStyle(_ report: DiagnosticReport) throws(CommandFailure) -> HouseStyle {
    guard let style else { return .gbt9704 }
    return try Self.houseStyle(named: style, report)
  }

  /// Whether the file of that name was meant to be one of Word: by its first bytes, also those of old Word files (.doc),
  /// of which the reader says what to do with them; or by its name.
  private static func isWordFile(_ bytes: [UInt8], _ name: String) -> Bool {
    EmbeddedIssue.isPackage(bytes) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
      || [".docx", ".dotx", ".docm", ".dotm"].contains { name.lowercased().hasSuffix($0) }
  }

  /// The shipped style called `name`, or the style in the file of that name: one with a slash or a dot in it.
  static func houseStyle(named name: String, _ report: DiagnosticReport) throws(CommandFailure) -> HouseStyle {
    if let style = HouseStyle.shipped(named: name) { return style }
    guard name.contains("/") || name.contains(".") else {
      let names = HouseStyle.shippedNames.joined(separator: ", ")
      throw .usage(
        Wording("there is no style called \(name)", zh: "没有名为\(name)的版式"),
        hint: Wording("use a file, or one of: \(names)", zh: "请用版式文件，或：\(names)"))
    }
    let bytes: [UInt8]
    do throws(FileError) { bytes = try Files.read(name) } catch { throw .file(name, error) }
    do throws(XMLFormatError) {
      guard isWordFile(bytes, name) else { return try HouseStyle.read(bytes) }
      let diagnostics = DiagnosticSink()
      let style = try ReferenceDocument.houseStyle(
        bytes, name: IssueSource(argument: name).baseName, diagnostics: diagnostics)
      report.add(diagnostics.diagnostics, of: name)
      return style
    } catch {
      throw .content(name, error.diagnostics)
    }
  }
}
