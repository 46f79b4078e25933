/// How alike two titles are, by their letters.
package enum Similarity {
  /// From 0, nothing in common, to 1, the same letters in the same order (the longest common subsequence
  /// against the mean length).
  package static func of(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Double {
    guard !a.isEmpty, !b.isEmpty else { return 0 }
    if a == b { return 1 }
    // Lengths too far apart cannot reach any useful score.
    guard a.count <= 200, b.count <= 200, a.count < 3 * b.count, b.count < 3 * a.count else { return 0 }
    var row = [Int](repeating: 0, count: b.count + 1)
    for scalar in a {
      var diagonal = 0
      for index in b.indices {
        let above = row[index + 1]
        row[index + 1] = scalar == b[index] ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return 2 * Double(row[b.count]) / Double(a.count + b.count)
  }
}
