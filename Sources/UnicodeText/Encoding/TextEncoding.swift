/// A way to write text as bytes.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  /// UTF-8 (RFC 3629).
  case utf8 = "utf-8"
  /// UTF-16, the low byte first (RFC 2781).
  case utf16LittleEndian = "utf-16le"
  /// UTF-16, the high byte first (RFC 2781).
  case utf16BigEndian = "utf-16be"
  /// UTF-32, the low byte first.
  case utf32LittleEndian = "utf-32le"
  /// UTF-32, the high byte first.
  case utf32BigEndian = "utf-32be"
  /// GB 18030: holds every character of Unicode; GBK and GB 2312 are parts of it.
  case gb18030
  /// GBK as Windows has it (code page 936).
  case gbk
  /// Big5 as Windows has it (code page 950).
  case big5
  /// Big5 with the letters of Hong Kong (HKSCS-2008): 啲, 嘅, 佢.
  case big5HongKong = "big5-hkscs"
  /// Western European as Windows has it (code page 1252).
  case windows1252 = "windows-1252"

  /// The encoding called `name`, by one of its usual names in any case; nil for a name unknown here.
  ///
  /// `gb2312` is read as GB 18030, of which it is a part, since files so labelled often hold more.
  public init?(name: String) {
    let plain = name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
    switch plain {
    case "utf8", "utf8bom", "ascii", "usascii": self = .utf8
    case "utf16le": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "utf32le": self = .utf32LittleEndian
    case "utf32be": self = .utf32BigEndian
    case "gb18030", "gb2312", "euccn", "gb": self = .gb18030
    case "gbk", "xgbk", "cp936", "ms936", "windows936": self = .gbk
    case "big5", "cp950", "ms950", "windows950", "big5tw": self = .big5
    case "big5hkscs", "hkscs", "hkscsbig5", "big5hk": self = .big5HongKong
    case "windows1252", "cp1252", "latin1", "iso88591": self = .windows1252
    default: return nil
    }
  }

  /// The name in mail and on the web (the IANA registry of character sets).
  public var name: String { rawValue }

  /// Whether it has a code for every character of Unicode.
  var holdsAllOfUnicode: Bool {
    switch self {
    case .utf8, .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian, .gb18030: true
    case .gbk, .big5, .big5HongKong, .windows1252: false
    }
  }

  /// The name of ICU's converter.
  var converter: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    case .utf32LittleEndian: "UTF-32LE"
    case .utf32BigEndian: "UTF-32BE"
    case .gb18030: "gb18030"
    case .gbk: "windows-936-2000"
    case .big5: "windows-950-2000"
    case .big5HongKong: "ibm-1375_P100-2008"
    case .windows1252: "windows-1252"
    }
  }

  /// The mark that may stand at the beginning of a file; empty for encodings without one.
  var byteOrderMark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    case .utf32LittleEndian: [0xFF, 0xFE, 0, 0]
    case .utf32BigEndian: [0, 0, 0xFE, 0xFF]
    case .gb18030: [0x84, 0x31, 0x95, 0x33]
    case .gbk, .big5, .big5HongKong, .windows1252: []
    }
  }
}
