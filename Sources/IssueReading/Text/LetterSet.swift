/// The letters of lines, for asking whether there is a line of the same. A set of arrays of scalars asks its hasher once for
/// each scalar; this one gives it the bytes of all.
struct LetterSet {
  private var lines: Set<LineLetters> = []

  /// Makes room for that many lines.
  init(minimumCapacity: Int = 0) {
    lines.reserveCapacity(minimumCapacity)
  }

  /// The letters of lines.
  init(_ lines: [[Unicode.Scalar]]) {
    self.lines = Set(lines.lazy.map(LineLetters.init))
  }

  /// The letters of each line, and of each two in a row together.
  init(linesAndPairs lines: [[Unicode.Scalar]]) {
    self.init(minimumCapacity: lines.count * 2)
    for (index, own) in lines.enumerated() {
      insert(own)
      if index + 1 < lines.count { insert(own + lines[index + 1]) }
    }
  }

  /// Adds the letters of a line.
  mutating func insert(_ letters: [Unicode.Scalar]) {
    lines.insert(LineLetters(letters: letters))
  }

  /// Whether a line has exactly these letters.
  func contains(_ letters: [Unicode.Scalar]) -> Bool {
    lines.contains(LineLetters(letters: letters))
  }
}

/// The letters of a line as a key, hashed by their bytes.
struct LineLetters: Hashable {
  var letters: [Unicode.Scalar]

  func hash(into hasher: inout Hasher) {
    letters.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}
