import Glibc

/// Makes text of bytes in whatever encoding: told by a mark at the beginning, by being valid UTF-8, or guessed
/// among those that Chinese files are found in. Nothing is ever replaced: bytes that are no text in the
/// encoding are an error that says where they stand.
public struct TextDecoder: Sendable, Hashable {
  /// The encoding to read by; nil to find it out.
  public var encoding: TextEncoding?

  /// A decoder for `encoding`; for any when nil.
  public init(_ encoding: TextEncoding? = nil) { self.encoding = encoding }

  /// The text of `bytes`, without a byte order mark.
  /// - Throws: ``TextDecodingError`` if the bytes are no text in the encoding given or found.
  public func decode(_ bytes: [UInt8]) throws(TextDecodingError) -> DecodedText {
    if let encoding {
      let text = try Self.text(of: bytes, in: encoding, skipping: Self.markLength(in: bytes, of: encoding))
      return DecodedText(text: text, encoding: encoding, evidence: .given)
    }
    // UTF-32 before UTF-16: the mark of the one begins with the mark of the other.
    let marked: [TextEncoding] = [
      .utf8, .utf32LittleEndian, .utf32BigEndian, .utf16LittleEndian, .utf16BigEndian, .gb18030,
    ]
    for encoding in marked {
      let length = Self.markLength(in: bytes, of: encoding)
      if length > 0 {
        let text = try Self.text(of: bytes, in: encoding, skipping: length)
        return DecodedText(text: text, encoding: encoding, evidence: .byteOrderMark)
      }
    }
    // Many zero bytes are no text in any encoding but UTF-16 and UTF-32, though valid UTF-8; a few got into a text.
    let zero = bytes.withUnsafeBytes { text in
      text.baseAddress.flatMap { base in memchr(base, 0, text.count).map { UnsafeRawPointer($0) - base } }
    }
    if zero == nil || ZeroBytes.areStrays(in: bytes), let text = String(validating: bytes, as: UTF8.self) {
      return DecodedText(text: text, encoding: .utf8, evidence: .valid)
    }
    if let guess = EncodingGuess.best(for: bytes) {
      return DecodedText(text: guess.text, encoding: guess.encoding, evidence: .guess(confidence: guess.confidence))
    }
    if let zero { throw TextDecodingError(reason: .notText, encoding: nil, offset: zero, in: bytes) }
    throw TextDecodingError(
      reason: .malformed, encoding: .utf8, offset: MalformedUTF8.offset(in: bytes) ?? bytes.count, in: bytes)
  }

  private static func markLength(in bytes: [UInt8], of encoding: TextEncoding) -> Int {
    let mark = encoding.byteOrderMark
    return !mark.isEmpty && bytes.starts(with: mark) ? mark.count : 0
  }

  /// The text of the bytes behind the first `skipped`.
  private static func text(
    of bytes: [UInt8], in encoding: TextEncoding, skipping skipped: Int
  ) throws(TextDecodingError) -> String {
    if encoding == .utf8 {
      if let text = String(validating: bytes[skipped...], as: UTF8.self) { return text }
      throw TextDecodingError(
        reason: .malformed, encoding: .utf8, offset: MalformedUTF8.offset(in: bytes) ?? skipped, in: bytes)
    }
    guard let converter = Converter(encoding) else {
      throw TextDecodingError(reason: .noConverter, encoding: encoding, offset: 0, in: bytes)
    }
    let decoded = converter.decode(bytes[skipped...])
    if let offset = decoded.malformedOffset {
      throw TextDecodingError(reason: .malformed, encoding: encoding, offset: skipped + offset, in: bytes)
    }
    return String(decoding: decoded.units, as: UTF16.self)
  }
}

/// Text made of bytes, and how its encoding was found.
public struct DecodedText: Sendable, Hashable {
  /// How an encoding was found.
  public enum Evidence: Sendable, Hashable {
    /// The caller named it.
    case given
    /// A mark at the beginning says it.
    case byteOrderMark
    /// The bytes are valid UTF-8, which others are not by chance.
    case valid
    /// It makes the likeliest text. The confidence is 0 to 1; below 0.5 it is worth a look.
    case guess(confidence: Double)
  }

  /// The text, without a byte order mark; otherwise every character as it was, line ends too.
  public var text: String
  /// The encoding.
  public var encoding: TextEncoding
  /// How the encoding was found.
  public var evidence: Evidence

  /// Whether the encoding is only the likeliest one.
  public var isGuess: Bool {
    if case .guess = evidence { true } else { false }
  }
  /// How sure the encoding is, 0 to 1; 1 for whatever is no guess.
  public var confidence: Double {
    if case .guess(let confidence) = evidence { confidence } else { 1 }
  }
}

/// Why bytes could not be made into text.
public struct TextDecodingError: Error, Sendable, Hashable {
  /// What is wrong.
  public enum Reason: Sendable, Hashable {
    /// A sequence of bytes that the encoding does not have.
    case malformed
    /// Zero bytes, and no UTF-16 or UTF-32: some other kind of file.
    case notText
    /// ICU here was built without the encoding.
    case noConverter
  }
  /// What is wrong.
  public var reason: Reason
  /// The encoding tried; nil if none came into question.
  public var encoding: TextEncoding?
  /// The offset in bytes of the first malformed sequence, from 0.
  public var offset: Int
  /// The line on which it stands, from 1.
  public var line: Int
  /// The byte at that place; nil if the text ends within a character.
  public var byte: UInt8?

  init(reason: Reason, encoding: TextEncoding?, offset: Int, in bytes: [UInt8]) {
    self.reason = reason
    self.encoding = encoding
    self.offset = offset
    byte = bytes.indices.contains(offset) ? bytes[offset] : nil
    // A newline is one unit in every encoding; its other bytes are zero in the wide ones.
    var line = 1
    var index = 0
    let head = bytes.prefix(offset)
    let (width, place) =
      switch encoding {
      case .utf16LittleEndian: (2, 0)
      case .utf16BigEndian: (2, 1)
      case .utf32LittleEndian: (4, 0)
      case .utf32BigEndian: (4, 3)
      default: (1, 0)
      }
    while index + width <= head.count {
      let isNewline = (0..<width).allSatisfy { head[index + $0] == ($0 == place ? 0x0A : 0) }
      if isNewline { line += 1 }
      index += width
    }
    self.line = line
  }
}
