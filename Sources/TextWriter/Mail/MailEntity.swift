/// A mail's body: a part, or several that belong together (RFC 2046, 5.1).
indirect enum MailEntity {
  /// One part.
  case part(MailPart)
  /// Parts of the given relation to each other: `mixed`, `alternative`, `related`.
  case several(Relation, [MailEntity])

  /// How parts belong together.
  enum Relation: String {
    /// One after the other: the letter and what is attached.
    case mixed
    /// The same thing in several forms, the plainest first, the best last (RFC 2046, 5.1.4).
    case alternative
    /// A page and the pictures in it (RFC 2387).
    case related
  }

  /// All parts, in order.
  var parts: [MailPart] {
    switch self {
    case .part(let part): [part]
    case .several(_, let entities): entities.flatMap(\.parts)
    }
  }

  /// The body with its headers behind those of `header`.
  /// - Parameter boundary: Letters and digits that stand in no part; those of entities within begin with it.
  func written(after header: HeaderBlock, boundary: String) -> [UInt8] {
    switch self {
    case .part(let part): return part.written(after: header)
    case .several(let relation, let entities):
      var header = header
      var parameters = [(name: "boundary", value: boundary)]
      // The page comes first, and is what the whole is (RFC 2387, 3.1).
      if relation == .related { parameters.insert((name: "type", value: "text/html"), at: 0) }
      header.add("Content-Type", value: "multipart/\(relation.rawValue)", parameters: parameters)
      var bytes = header.bytes + [0x0D, 0x0A]
      for (index, entity) in entities.enumerated() {
        bytes += Array("--\(boundary)\r\n".utf8)
        bytes += entity.written(after: HeaderBlock(encoding: header.encoding), boundary: "\(boundary).\(index + 1)")
        // The line end before a boundary belongs to the boundary (RFC 2046, 5.1.1): a text keeps its own.
        if case .part(let part) = entity, part.isText { bytes += [0x0D, 0x0A] }
      }
      return bytes + Array("--\(boundary)--\r\n".utf8)
    }
  }
}
