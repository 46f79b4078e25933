import IssueModel
import UnicodeText

/// Makes text of the bytes of a web page.
enum PageText {
  /// The text in `bytes`: by the encoding the caller names, else by a byte order mark, else by what the page
  /// declares, else by what the bytes look like.
  ///
  /// A declaration is not believed against the bytes: servers convert pages, and programs save them, without
  /// changing what they say. Bytes beyond ASCII that are valid UTF-8 are that.
  static func text(
    of bytes: [UInt8], encoding name: String?, diagnostics: DiagnosticSink
  ) throws(ReadingError) -> String {
    guard name == nil, let declared = PageBytes.declaredEncoding(of: bytes) else {
      return try InputDecoder.text(of: bytes, encoding: name, diagnostics: diagnostics)
    }
    let isMarked = [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]].contains { bytes.starts(with: $0) }
    if isMarked || String(validating: bytes, as: UTF8.self) != nil {
      if !isMarked, declared != .utf8, bytes.contains(where: { $0 >= 0x80 }) {
        contradict(declared, .utf8, diagnostics)
      }
      return try InputDecoder.text(of: bytes, encoding: nil, diagnostics: diagnostics)
    }
    if let decoded = try? TextDecoder(declared).decode(bytes) { return decoded.text }
    let text = try InputDecoder.text(of: bytes, encoding: nil, diagnostics: diagnostics)
    contradict(declared, nil, diagnostics)
    return text
  }

  private static func contradict(
    _ declared: TextEncoding, _ found: TextEncoding?, _ diagnostics: DiagnosticSink
  ) {
    let english = found.map { "the page says it is \(declared.name), but is \($0.name)" }
    let chinese = found.map { "网页声明的编码为 \(declared.name)，实际为 \($0.name)" }
    diagnostics.repaired(
      "encoding-declared-wrong", line: 1, english ?? "the page says it is \(declared.name), but is not",
      zh: chinese ?? "网页声明的编码为 \(declared.name)，实际不是", severity: .note,
      hint: Wording("name the encoding with --encoding if the text is wrong", zh: "若文字有误，请用 --encoding 指定编码"))
  }
}
