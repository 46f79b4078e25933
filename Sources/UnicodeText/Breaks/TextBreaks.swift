internal import CICUBridge

/// Finds where text may be broken: between lines (UAX #14) or between words (UAX #29; Chinese words by
/// ICU's dictionary). It belongs to one task; opening one costs some microseconds, so use it again.
public struct TextBreaks: ~Copyable {
  /// What to find.
  public enum Kind: Sendable, Hashable {
    /// The places where a line may end.
    case line
    /// The places where a word begins or ends, blanks and punctuation being words too.
    case word
  }

  /// One place.
  public struct Place: Sendable, Hashable {
    /// How many bytes of UTF-8 stand before it.
    public var utf8Offset: Int
    /// Whether a line must end here, as behind a newline.
    public var isMandatory: Bool
  }

  private let handle: OpaquePointer?
  private let kind: Kind

  /// A finder of `kind` by the rules of `locale` (`ubrk_open`).
  /// - Parameter kind: What is looked for.
  /// - Parameter locale: A name of ICU's, `zh` or `en`; unknown ones fall back to the root rules.
  public init(_ kind: Kind, locale: String) {
    self.kind = kind
    handle = cicu_breaks_open(kind == .word, locale)
  }

  deinit {
    if let handle { cicu_breaks_close(handle) }
  }

  /// The places in `source` in ascending order: never its beginning, always its end. Without data in ICU
  /// for the kind, only the end.
  public mutating func places(in source: String) -> [Place] {
    var places: [Place] = []
    forEachPlace(in: source) { places.append($0) }
    return places
  }

  /// Hands the places of ``places(in:)`` to `body` one after the other: a list of them takes several times the room of
  /// the text.
  public mutating func forEachPlace(in source: String, _ body: (Place) -> Void) {
    var source = source
    source.withUTF8 { buffer in
      guard let base = buffer.baseAddress, !buffer.isEmpty else { return }
      let end = Place(utf8Offset: buffer.count, isMandatory: false)
      guard let handle else { return body(end) }
      let isSet = base.withMemoryRebound(to: CChar.self, capacity: buffer.count) {
        cicu_breaks_set(handle, $0, Int64(buffer.count))
      }
      guard isSet else { return body(end) }
      while case let offset = cicu_breaks_next(handle), offset >= 0 {
        body(Place(utf8Offset: Int(offset), isMandatory: kind == .line && cicu_breaks_is_hard(handle)))
      }
    }
  }
}
