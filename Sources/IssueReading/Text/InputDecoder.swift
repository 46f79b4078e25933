import IssueModel
import UnicodeText

/// Makes text of the bytes of an input.
enum InputDecoder {
  /// The text in `bytes`, in the encoding called `name` or, without one, in the one detected.
  static func text(of bytes: [UInt8], encoding name: String?, diagnostics: DiagnosticSink) throws(ReadingError)
    -> String
  {
    guard !bytes.isEmpty else {
      throw ReadingError(
        id: "input-empty", message: Wording("the file is empty", zh: "文件是空的"),
        hint: Wording("check that it was saved", zh: "请确认文件已保存"))
    }
    var forced: TextEncoding?
    if let name {
      guard let encoding = TextEncoding(name: name) else {
        let known = TextEncoding.allCases.map(\.name).joined(separator: ", ")
        throw ReadingError(
          id: "encoding-unknown", message: Wording("there is no encoding “\(name)”", zh: "没有名为“\(name)”的编码"),
          hint: Wording("use one of \(known)", zh: "可用的编码：\(known)"))
      }
      forced = encoding
    } else if isBinary(bytes) {
      throw binary
    }
    do {
      let decoded = try TextDecoder(forced).decode(bytes)
      if decoded.isGuess {
        diagnostics.repaired(
          "encoding-guessed", line: 1, "the text was taken for \(decoded.encoding.name)",
          zh: "文本按 \(decoded.encoding.name) 编码读取", severity: .note,
          hint: Wording("name the encoding with --encoding if that is wrong", zh: "若有误，请用 --encoding 指定编码"))
      }
      return decoded.text
    } catch {
      if error.reason == .notText { throw binary }
      let encoding = error.encoding?.name ?? "UTF-8"
      throw ReadingError(
        id: "input-undecodable", at: SourcePosition(line: error.line),
        message: Wording(
          "the text is no valid \(encoding) (byte \(error.offset))", zh: "文本不是有效的 \(encoding) 编码（第 \(error.offset) 字节）"),
        hint: Wording(
          "name the encoding with --encoding, or save the file as UTF-8", zh: "请用 --encoding 指定编码，或将文件另存为 UTF-8"))
    }
  }

  private static let binary = ReadingError(
    id: "input-binary", message: Wording("this is no text but a binary file", zh: "这不是文本文件，而是二进制文件"),
    hint: Wording("give a Markdown or text file", zh: "请提供 Markdown 或纯文本文件"))

  /// How files of other formats begin: ZIP, PDF, pictures, old Office, programs, archives.
  private static let signatures: [[UInt8]] = [
    [0x50, 0x4B, 0x03, 0x04], [0x25, 0x50, 0x44, 0x46, 0x2D], [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF],
    [0x47, 0x49, 0x46, 0x38],
    [0xD0, 0xCF, 0x11, 0xE0], [0x7F, 0x45, 0x4C, 0x46], [0x1F, 0x8B], [0x42, 0x5A, 0x68], [0x37, 0x7A, 0xBC, 0xAF],
    [0x52, 0x61, 0x72, 0x21],
  ]

  /// Whether the bytes begin as a known binary format does, or hold more control bytes than any text.
  private static func isBinary(_ bytes: [UInt8]) -> Bool {
    if signatures.contains(where: { bytes.starts(with: $0) }) { return true }
    // UTF-16 is full of zeros and of bytes that are controls elsewhere: the decoder tells it from no text at all.
    return bytes.prefix(8192).withUnsafeBufferPointer { head in
      var controls = 0
      var holdsZero = false
      ByteSearch.visit(head, atMost: 0x1F) { index in
        switch head[index] {
        case 0: holdsZero = true
        case 0x9...0xD, 0x1B: break
        default: controls += 1
        }
        return !holdsZero
      }
      return !holdsZero && controls * 20 > head.count
    }
  }
}
