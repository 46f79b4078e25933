/// Makes bytes of text. A character that the encoding lacks is never replaced: it is named in an error.
public struct TextEncoder: Sendable, Hashable {
  /// The encoding to write.
  public var encoding: TextEncoding
  /// Whether to begin with a byte order mark, where the encoding has one.
  public var writesByteOrderMark: Bool

  /// An encoder to `encoding`.
  public init(_ encoding: TextEncoding, writesByteOrderMark: Bool = false) {
    self.encoding = encoding
    self.writesByteOrderMark = writesByteOrderMark
  }

  /// The bytes of `text`.
  /// - Throws: ``TextEncodingError`` with every character that the encoding lacks.
  public func encode(_ text: String) throws(TextEncodingError) -> [UInt8] {
    let mark = writesByteOrderMark ? encoding.byteOrderMark : []
    if encoding == .utf8 { return mark + Array(text.utf8) }
    guard let converter = Converter(encoding) else { throw TextEncodingError(encoding: encoding, missing: []) }
    let units = Array(text.utf16)
    var (bytes, missing) = converter.encode(units)
    if !encoding.holdsAllOfUnicode {
      let unseen = Self.passedOver(in: units)
      if !unseen.isEmpty { missing = (missing + unseen).sorted { $0.lowerBound < $1.lowerBound } }
    }
    guard missing.isEmpty else {
      throw TextEncodingError(encoding: encoding, missing: Self.located(missing, in: units))
    }
    return mark + bytes
  }

  /// The characters that ICU leaves out without a word (those that need not be shown: variation selectors, joiners, soft
  /// hyphens), and those of private use, whose codes no other program need know.
  private static func passedOver(in units: [UInt16]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var index = 0
    while index < units.count {
      let isPair = UTF16.isLeadSurrogate(units[index]) && index + 1 < units.count
      let end = isPair ? index + 2 : index + 1
      // Nothing below is of either kind but the soft hyphen.
      if units[index] >= 0x0300 || units[index] == 0xAD,
        let scalar = String(decoding: units[index..<end], as: UTF16.self).unicodeScalars.first,
        scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.generalCategory == .privateUse
      {
        result.append(index..<end)
      }
      index = end
    }
    return result
  }

  private static func located(_ ranges: [Range<Int>], in units: [UInt16]) -> [TextEncodingError.Missing] {
    var result: [TextEncodingError.Missing] = []
    var (index, offset, line, column) = (0, 0, 1, 1)
    for range in ranges {
      while index < range.lowerBound {
        // The second half of a pair is no character of its own.
        if !UTF16.isTrailSurrogate(units[index]) {
          offset += 1
          (line, column) = units[index] == 0x0A ? (line + 1, 1) : (line, column + 1)
        }
        index += 1
      }
      let character = String(decoding: units[range], as: UTF16.self)
      result.append(.init(character: character, offset: offset, line: line, column: column))
    }
    return result
  }
}

/// The characters that an encoding lacks.
public struct TextEncodingError: Error, Sendable, Hashable {
  /// A character that cannot be written.
  public struct Missing: Sendable, Hashable {
    /// The character.
    public var character: String
    /// Its offset in the text, in Unicode scalars from 0.
    public var offset: Int
    /// Its line in the text, from 1.
    public var line: Int
    /// Its column on the line, in Unicode scalars from 1.
    public var column: Int
  }
  /// The encoding.
  public var encoding: TextEncoding
  /// The characters in the order of the text; empty if ICU was built without the encoding.
  public var missing: [Missing]
}
