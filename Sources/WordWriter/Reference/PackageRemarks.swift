package import IssueModel
package import OpenPackaging

extension Diagnostic {
  /// Why a Word file cannot be read.
  package init(_ error: PackageReadingError) {
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
