extension IssueDate: Codable {
  enum CodingKeys: String, CodingKey { case verbatim, year, month, day, iso }

  /// The date with its parts, and as `iso` for the reader's sake.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(verbatim, forKey: .verbatim)
    try container.encodeIfPresent(year, forKey: .year)
    try container.encodeIfPresent(month, forKey: .month)
    try container.encodeIfPresent(day, forKey: .day)
    try container.encodeIfPresent(iso, forKey: .iso)
  }

  /// The date coded as ``encode(to:)`` writes it; `iso` is not read.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      verbatim: try container.decode(String.self, forKey: .verbatim),
      year: try container.decodeIfPresent(Int.self, forKey: .year),
      month: try container.decodeIfPresent(Int.self, forKey: .month),
      day: try container.decodeIfPresent(Int.self, forKey: .day))
  }
}

/// A field with an index is coded as `other.2`, one without as its name.
struct FieldCode {
  var name: String
  var index: Int

  init(_ name: String, _ index: Int = 0) {
    self.name = name
    self.index = index
  }

  init(_ code: String) {
    let parts = code.split(separator: ".")
    name = parts.first.map(String.init) ?? ""
    index = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
  }
}

/// A field that is coded as one word, its ``code``.
protocol CodedField: Codable {
  /// What a message calls such a field.
  static var kind: String { get }
  var code: String { get }
  init?(code: String)
}

extension CodedField {
  /// The field as its `code`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(code)
  }

  /// The field coded as ``encode(to:)`` writes it.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let field = Self(code: text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no \(Self.kind) '\(text)'")
    }
    self = field
  }
}

extension MastheadField: CodedField {
  static let kind = "masthead field"

  /// The name of the field in coded forms and dumps: `name`, `other.0`.
  public var code: String {
    switch self {
    case .series: "series"
    case .name: "name"
    case .number: "number"
    case .office: "office"
    case .date: "date"
    case .classification: "classification"
    case .notice: "notice"
    case .copyNumber: "copyNumber"
    case .signer: "signer"
    case .other(let index): "other.\(index)"
    }
  }

  /// The field with that name; nil if there is none.
  public init?(code: String) {
    let code = FieldCode(code)
    switch code.name {
    case "series": self = .series
    case "name": self = .name
    case "number": self = .number
    case "office": self = .office
    case "date": self = .date
    case "classification": self = .classification
    case "notice": self = .notice
    case "copyNumber": self = .copyNumber
    case "signer": self = .signer
    case "other": self = .other(code.index)
    default: return nil
    }
  }
}

extension ImprintField: CodedField {
  static let kind = "imprint field"

  /// The name of the field in coded forms and dumps: `copies`, `distribution.1`.
  public var code: String {
    switch self {
    case .distribution(let index): "distribution.\(index)"
    case .copies: "copies"
    case .people(let index): "people.\(index)"
    case .office: "office"
    case .printDate: "printDate"
    case .contact: "contact"
    case .other(let index): "other.\(index)"
    }
  }

  /// The field with that name; nil if there is none.
  public init?(code: String) {
    let code = FieldCode(code)
    switch code.name {
    case "distribution": self = .distribution(code.index)
    case "copies": self = .copies
    case "people": self = .people(code.index)
    case "office": self = .office
    case "printDate": self = .printDate
    case "contact": self = .contact
    case "other": self = .other(code.index)
    default: return nil
    }
  }
}

extension EditorsNote {
  enum CodingKeys: String, CodingKey { case label, text, body, isAtEnd, source }

  /// The note, with its plain words as `text` for the reader's sake.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(label, forKey: .label)
    try container.encode(body.plainText, forKey: .text)
    try container.encode(body, forKey: .body)
    if isAtEnd { try container.encode(true, forKey: .isAtEnd) }
    try container.encodeIfPresent(source, forKey: .source)
  }

  /// The note coded as ``encode(to:)`` writes it; `text` is not read.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      label: try container.decodeIfPresent(String.self, forKey: .label),
      body: try container.decode([Block].self, forKey: .body),
      isAtEnd: try container.decodeIfPresent(Bool.self, forKey: .isAtEnd) ?? false,
      source: try container.decodeIfPresent(SourceRange.self, forKey: .source))
  }
}

extension Note {
  enum CodingKeys: String, CodingKey { case id, text, body, source }

  /// The note, with its plain words as `text` for the reader's sake.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(body.plainText, forKey: .text)
    try container.encode(body, forKey: .body)
    try container.encodeIfPresent(source, forKey: .source)
  }

  /// The note coded as ``encode(to:)`` writes it; `text` is not read.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try container.decode(String.self, forKey: .id),
      body: try container.decode([Block].self, forKey: .body),
      source: try container.decodeIfPresent(SourceRange.self, forKey: .source))
  }
}
