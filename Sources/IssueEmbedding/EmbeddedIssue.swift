public import IssueModel
internal import IssueXML
public import OpenPackaging
internal import WordWriter
internal import XMLBinding
public import XMLReading

/// The issue that a Word file carries with it, put there by ``EmbeddedIssueStage``.
public enum EmbeddedIssue {
  /// The issue in the Word file `bytes`, equal to the one it was written from.
  ///
  /// Only the embedded issue is read, never the text of the document: what somebody changed there is not in it.
  /// A file that another program saved last is remarked on (`docx-saved-elsewhere`).
  /// - Parameters:
  ///   - bytes: The Word file.
  ///   - limits: What is beyond is refused before it is decompressed.
  ///   - diagnostics: Where remarks go; nil for nowhere.
  /// - Throws: `XMLFormatError` with one remark if the file is no package, is damaged or hostile, or holds no
  ///   issue; or with those on the embedded XML.
  public static func read(
    _ bytes: [UInt8], limits: PackageLimits = PackageLimits(), diagnostics: DiagnosticSink? = nil
  ) throws(XMLFormatError) -> Issue {
    let found: (issue: [UInt8], application: String?)?
    do throws(PackageReadingError) {
      found = try search(bytes, limits)
    } catch {
      throw XMLFormatError([Diagnostic(error)])
    }
    guard let found else {
      throw XMLFormatError([
        Diagnostic(
          id: "docx-no-issue", severity: .error,
          message: Wording("this Word file carries no issue with it", zh: "这个 Word 文件中没有内嵌的期刊数据"),
          hint: Wording(
            "only files written by gazette do; save others as plain text and export that",
            zh: "只有 gazette 生成的文件才有；其他文件请另存为纯文本后再转换"))
      ])
    }
    let issue = try IssueXML.read(found.issue)
    if let application = found.application, application != "Gazette" {
      diagnostics?.report(
        Diagnostic(
          id: "docx-saved-elsewhere", severity: .warning,
          message: Wording(
            "the file was last saved by \(application): changes made there to the text are not read",
            zh: "文件最后由 \(application) 保存：在其中对正文所作的修改不会被读取"),
          hint: Wording("make changes in the source of the issue", zh: "请在期刊原稿中修改")))
    }
    return issue
  }

  /// Whether `bytes` begin like a ZIP file, which a Word file is and no text.
  public static func isPackage(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

  /// The embedded part, whatever programs that saved the file have called it, and the name of the last of them.
  private static func search(
    _ bytes: [UInt8], _ limits: PackageLimits
  ) throws(PackageReadingError) -> (issue: [UInt8], application: String?)? {
    let package = try PackageReader(bytes, limits: limits)
    for document in try package.targets(of: .officeDocument) {
      for part in try package.targets(of: .customXML, from: document) {
        guard let content = try package.content(of: part), let root = root(of: content), root.name == "issue",
          root.namespace?.hasPrefix("urn:gazette:issue:") == true
        else { continue }
        var application: String?
        for part in try package.targets(of: .extendedProperties) {
          guard let content = try package.content(of: part) else { continue }
          application = self.root(of: content)?.first("Application")?.text
        }
        return (content, application)
      }
    }
    return nil
  }

  private static func root(of bytes: [UInt8]) -> XMLElement? { try? XMLDocument(parsing: bytes).root() }
}
