internal import ExportPipeline
internal import IssueModel

/// Keeps characters out of the text that are none to read: control codes, which act on terminals, and the
/// codes that turn the direction of writing, which can make a text look like another.
struct TextCleaner {
  /// The codes dropped so far, ascending, each once.
  private(set) var dropped: [UInt32] = []
  private(set) var count = 0

  /// `text` without such characters; the line ends of other systems become newlines.
  mutating func clean(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: Self.isSuspect) else { return text }
    var result = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      defer { last = scalar }
      switch scalar {
      case "\n" where last == "\r": continue
      case "\r", "\u{85}", "\u{2028}", "\u{2029}", "\n": result.append("\n")
      case _ where Self.isSuspect(scalar): drop(scalar)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  static func isSuspect(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  private mutating func drop(_ scalar: Unicode.Scalar) {
    count += 1
    if let index = dropped.firstIndex(where: { $0 >= scalar.value }) {
      if dropped[index] != scalar.value { dropped.insert(scalar.value, at: index) }
    } else {
      dropped.append(scalar.value)
    }
  }
}

extension TextPage {
  /// Says which characters of `issue` were kept out of the text, and where the first stands.
  func reportDroppedCharacters(of issue: Issue, to diagnostics: DiagnosticSink) {
    guard cleaner.count > 0 else { return }
    let codes = cleaner.dropped.map { value in
      let digits = String(value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }.joined(separator: ", ")
    diagnostics.report(
      Diagnostic(
        id: "control-character-dropped", severity: .warning,
        at: CharacterSearch(issue, isSought: TextCleaner.isSuspect).first,
        message: Wording(
          "\(cleaner.count) control characters are left out of the text: \(codes)",
          zh: "文本中略去\(cleaner.count)个控制字符：\(codes)"),
        hint: Wording("remove them from the source", zh: "请从原稿中删除")))
  }
}
