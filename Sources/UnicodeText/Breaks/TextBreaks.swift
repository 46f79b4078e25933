internal import CICU

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
  private var text: UnsafeMutablePointer<UText>?

  /// A finder of `kind` by the rules of `locale` (`ubrk_open`).
  /// - Parameter locale: A name of ICU's, `zh` or `en`; unknown ones fall back to the root rules.
  public init(_ kind: Kind, locale: String) {
    self.kind = kind
    handle = cicu_break_open(kind == .word, locale)
  }

  deinit {
    // The iterator first: it holds a clone of the text's handle.
    if let handle { cicu_break_close(handle) }
    if let text { cicu_text_close(text) }
  }

  /// The places in `source` in ascending order: never its beginning, always its end. Without data in ICU
  /// for the kind, only the end.
  public mutating func places(in source: String) -> [Place] {
    var source = source
    return source.withUTF8 { buffer -> [Place] in
      guard let base = buffer.baseAddress, !buffer.isEmpty else { return [] }
      let end = Place(utf8Offset: buffer.count, isMandatory: false)
      guard let handle else { return [end] }
      let opened = base.withMemoryRebound(to: CChar.self, capacity: buffer.count) {
        cicu_break_set(handle, text, $0, Int64(buffer.count))
      }
      guard let opened else { return [end] }
      text = opened
      var places: [Place] = []
      places.reserveCapacity(buffer.count / 2)
      while case let offset = cicu_break_next(handle), offset >= 0 {
        places.append(Place(utf8Offset: Int(offset), isMandatory: kind == .line && cicu_break_is_hard(handle)))
      }
      return places
    }
  }
}
