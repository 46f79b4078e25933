/// The lines of the text below a contents list by their letters, for what the entries of the list ask of them. Each is made
/// when it is first asked for: most lists ask for nothing.
struct BodyLines {
  private let body: [FlatLine]
  /// The letters of each; none for what is no line of text, and for long ones, which no entry names.
  private(set) lazy var letters = body.filter { !$0.isRule }.map {
    $0.isOther || !$0.text.fits(160) ? [] : $0.text.letters
  }
  private lazy var pairs = LinePairs(letters)

  init(_ body: [FlatLine]) { self.body = body }

  /// Whether the text has `name` on a line, a colon behind it.
  mutating func haveAnnounced(_ name: String) -> Bool { announced.contains(name) }

  /// The short lines that end with a colon, without it.
  private lazy var announced = Set(
    body.lazy.filter { $0.text.utf8.count <= 60 }.map(\.text.trimmed).filter { $0.hasSuffix("：") || $0.hasSuffix(":") }
      .map { $0.dropLast().trimmed })

  /// Whether the text has `upper` on a line and `lower` on the next.
  mutating func have(_ upper: String, above lower: String) -> Bool { pairs.contains(upper, above: lower) }
}

/// Which two lines stand one right above the other, by their letters.
struct LinePairs {
  private var pairs = LetterSet()

  /// The pairs among lines of these letters, of which the lower has `longest` at most: to hash all of a text is dear.
  init(_ letters: [[Unicode.Scalar]], lowerAtMost longest: Int = .max) {
    for (upper, lower) in zip(letters, letters.dropFirst()) where lower.count <= longest {
      pairs.insert(Self.joined(upper, lower))
    }
  }

  /// Whether `upper` stands right above `lower`.
  func contains(_ upper: String, above lower: String) -> Bool {
    pairs.contains(Self.joined(upper.letters, lower.letters))
  }

  /// A blank is no letter, so it parts the two.
  private static func joined(_ upper: [Unicode.Scalar], _ lower: [Unicode.Scalar]) -> [Unicode.Scalar] {
    upper + [" "] + lower
  }
}
