/// Things by their names, each to be led to once, the first of a name first.
struct Targets {
  private var places: [Letters: [Int]] = [:]
  /// The letters of each name, and of what may be printed in its place; none for what was led to.
  private var open: [Int: [[Unicode.Scalar]]] = [:]

  /// - Parameter longer: What lines may say in place of each name: a title with its subtitle.
  init(_ names: [String?], longer: [String] = []) {
    for (index, name) in names.enumerated().reversed() {
      let letters = Letters(name ?? "")
      places[letters, default: []].append(index)
      open[index] = [letters.small] + (longer.indices.contains(index) ? [Letters(longer[index]).small] : [])
    }
  }

  /// The next of that name; nil if there is none left.
  mutating func next(named name: String) -> Int? {
    while let index = places[Letters(name)]?.popLast() {
      if open.removeValue(forKey: index) != nil { return index }
    }
    return nil
  }

  /// The only one left whose name is much like `line`, capitals or not: the one has a number before it, or its section, or a
  /// translation or subtitle behind it, that the other has not. Nil if there is none, or more than one.
  mutating func next(like line: String) -> Int? {
    // Each line is compared with each name: no bulletin has so many.
    guard open.count <= 500 else { return nil }
    let letters = Letters(line).small
    let found = open.filter { $0.value.contains { Self.areAlike($0, letters) } }.keys
    guard found.count == 1, let index = found.first else { return nil }
    open[index] = nil
    return index
  }

  private static func areAlike(_ name: [Unicode.Scalar], _ line: [Unicode.Scalar]) -> Bool {
    let (short, long) = name.count <= line.count ? (name, line) : (line, name)
    guard let first = short.first else { return false }
    if short == long { return true }
    // 1. General and General, 三、会务报告 and 会务报告.
    let before = long.count - short.count
    if before <= 4, long.suffix(short.count).elementsEqual(short), long.prefix(before).allSatisfy(isOfNumber) {
      return true
    }
    // A few letters, or a single short word, may begin any title.
    return short.count >= (first.value < 0x2E80 ? 12 : 6)
      && (long.starts(with: short) || long.suffix(short.count).elementsEqual(short))
  }

  private static func isOfNumber(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.numericType != nil || "壹貳贰參叁肆伍陸陆柒捌玖拾ivxabcdef".unicodeScalars.contains(scalar)
  }
}

extension Letters {
  /// The letters with capitals made small.
  fileprivate var small: [Unicode.Scalar] {
    scalars.map { scalar in
      // From U+2E80 to U+9FFF, among them all common Han, nothing has another case.
      if (0x2E80...0x9FFF).contains(scalar.value) { return scalar }
      let small = scalar.properties.lowercaseMapping.unicodeScalars
      return small.count == 1 ? small.first ?? scalar : scalar
    }
  }
}
