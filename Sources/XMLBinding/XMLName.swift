/// The name of an element or attribute, with its prefix as it is written: `w:pPr`.
///
/// libxml2's writer takes any bytes for a name, well-formed or not; so a name is a literal of the program
/// and never built from data.
public struct XMLName: ExpressibleByStringLiteral, Sendable {
  let literal: StaticString
  /// The name spelt by a literal.
  public init(stringLiteral literal: StaticString) { self.literal = literal }
  /// The name as text.
  public var text: String { literal.description }

  var bytes: UnsafePointer<UInt8> { literal.utf8Start }
}
