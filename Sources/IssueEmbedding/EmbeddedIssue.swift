public import IssueModel
internal import IssueXML
public import OpenPackaging
internal import XMLBinding
public import XMLReading

/// The issue that a Word file carries with it, put there by ``EmbeddedIssueStage``.
public enum EmbeddedIssue {
  /// The issue in the Word file `bytes`, equal to the one it was written from.
  ///
  /// Only the embedded issue is read, never the text of the document: what somebody changed there is not in it.
  /// A file that another program saved last is remarked on (`docx-saved-elsewhere`).
  /// - Parameter limits: What is beyond is refused before it is decompressed.
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

extension Diagnostic {
  init(_ error: PackageReadingError) {
    switch error {
    case .noZip:
      self.init(
        "docx-no-zip", "this is no Word file (.docx), or its end is missing", zh: "这不是 Word 文件（.docx），或文件不完整",
        hint: Wording(
          "save it in Word as .docx, without a password", zh: "请在 Word 中另存为 .docx，且不设密码"))
    case .damaged(let what):
      self.init("docx-damaged", "the Word file is damaged: \(what)", zh: "Word 文件已损坏：\(what)", hint: .again)
    case .unsupported(let what):
      self.init(
        "docx-damaged", "the Word file uses \(what), which no Word file does", zh: "Word 文件使用了不允许的 \(what)",
        hint: .again)
    case .encrypted:
      self.init(
        "docx-encrypted", "the Word file is encrypted", zh: "Word 文件已加密",
        hint: Wording("save it without a password", zh: "请取消密码后另存"))
    case .unsafeName(let name, .twice):
      self.init(
        "docx-unsafe", "the Word file holds two parts called \(name.shown)", zh: "Word 文件中有两个名为“\(name.shown)”的部件",
        hint: .again)
    case .unsafeName(let name, .path):
      self.init(
        "docx-unsafe", "the Word file holds a part with the unsafe name \(name.shown)",
        zh: "Word 文件中部件名“\(name.shown)”不安全",
        hint: .again)
    case .tooLarge(let measure, let limit):
      let (english, chinese) =
        switch measure {
        case .file: ("it has more than \(limit) bytes", "超过 \(limit) 字节")
        case .parts: ("it has more than \(limit) parts", "部件超过 \(limit) 个")
        case .part(let name): ("\(name.shown) has more than \(limit) bytes", "\(name.shown) 超过 \(limit) 字节")
        case .total: ("its parts have more than \(limit) bytes", "各部件合计超过 \(limit) 字节")
        case .ratio(let name):
          ("\(name.shown) grows to more than \(limit) times its size", "\(name.shown) 解压后超过 \(limit) 倍")
        }
      self.init(
        "docx-too-large", "the Word file is too large to be read: \(english)", zh: "Word 文件过大，不能读取：\(chinese)",
        hint: .again)
    }
  }

  private init(_ id: String, _ english: String, zh chinese: String, hint: Wording) {
    self.init(id: id, severity: .error, message: Wording(english, zh: chinese), hint: hint)
  }
}

extension Wording {
  fileprivate static let again = Wording("get the file again from where it was made", zh: "请重新获取该文件")
}

extension String {
  /// The text fit for a line on a terminal.
  fileprivate var shown: String {
    String(String.UnicodeScalarView(unicodeScalars.prefix(60).map { $0.value < 0x20 || $0.value == 0x7F ? "?" : $0 }))
  }
}
