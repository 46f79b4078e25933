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
  /// The embedded issue is read, and of the document the fields of the masthead, which may be changed in Word; number and
  /// date that no longer say any are remarked on (`docx-field-unread`). Other text that somebody changed there is not read.
  /// A file whose text was changed is remarked on (`docx-text-changed`); one that does not tell what its text was, if
  /// another program saved it last (`docx-saved-elsewhere`).
  /// - Parameters:
  ///   - bytes: The Word file.
  ///   - limits: What is beyond is refused before it is decompressed.
  ///   - diagnostics: Where remarks go; nil for nowhere.
  /// - Throws: `XMLFormatError` with one remark if the file is no package, is damaged or hostile, or holds no
  ///   issue; or with those on the embedded XML.
  public static func read(
    _ bytes: [UInt8], limits: PackageLimits = PackageLimits(), diagnostics: DiagnosticSink? = nil
  ) throws(XMLFormatError) -> Issue {
    let found: Found?
    do throws(PackageReadingError) {
      found = try search(bytes, limits, asksText: diagnostics != nil)
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
    var issue = try IssueXML.read(found.issue)
    found.printed?.update(&issue.masthead, diagnostics)
    if found.textIsChanged == true {
      diagnostics?.report(
        Diagnostic(
          id: "docx-text-changed", severity: .warning,
          message: Wording(
            "the text was changed in the Word file: what was changed there is not read",
            zh: "Word 文件的正文已被改动：所作的改动不会被读取"),
          hint: Wording(
            "make changes in the source of the issue; in Word only the fields of the masthead may be changed",
            zh: "请在期刊原稿中修改；在 Word 中只可修改报头各栏")))
    } else if found.textIsChanged == nil, let application = found.application, application != "Gazette" {
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

  private struct Found {
    var issue: [UInt8]
    /// The program that saved the file last.
    var application: String?
    /// Whether the text is another than it was; nil if the file does not tell what it was.
    var textIsChanged: Bool?
    /// Number and date as the document shows them; nil for a document that cannot be read.
    var printed: PrintedMasthead?
  }

  /// The embedded part, whatever programs that saved the file have called it, and what became of the file.
  private static func search(
    _ bytes: [UInt8], _ limits: PackageLimits, asksText: Bool
  ) throws(PackageReadingError) -> Found? {
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
        var found = Found(issue: content, application: application)
        if let text = try package.content(of: document).flatMap({ self.root(of: $0) }) {
          if asksText {
            found.textIsChanged = try DocumentText(document, root: text, issue: root, in: package)?.isChanged
          }
          found.printed = try PrintedMasthead(text, at: document, in: package)
        }
        return found
      }
    }
    return nil
  }

  private static func root(of bytes: [UInt8]) -> XMLElement? { try? XMLDocument(parsing: bytes).root() }
}
