/// A pattern of file names as shells have it: `*`, `?`, `[a-z]`, `[!a-z]`, and `**` for any folders.
///
/// Without a slash it is about the last part of a path, with one about all of it.
struct Glob: Sendable, Hashable {
  private let pattern: [Character]
  private let isWholePath: Bool

  /// The pattern `text`.
  init(_ text: String) {
    isWholePath = text.contains("/")
    pattern = Array(text.hasPrefix("/") ? text.dropFirst() : text[...])
  }

  /// Whether `path`, which has no slash at its ends, is one of those meant.
  func matches(_ path: String) -> Bool {
    let subject = isWholePath ? path[...] : path.split(separator: "/").last ?? path[...]
    return matches(Array(subject))
  }

  /// Tries the last star again with one character more: so the time is at most the product of both lengths, where
  /// trying all stars again would take forever with many of them. A `**` is a point of no return for stars before it.
  private func matches(_ text: [Character]) -> Bool {
    var (p, t) = (0, 0)
    var star: (pattern: Int, text: Int)?
    var folders: (pattern: Int, text: Int)?
    while true {
      if p < pattern.count, pattern[p] == "*" {
        if p + 1 < pattern.count, pattern[p + 1] == "*" {
          p += 2
          if p < pattern.count, pattern[p] == "/" { p += 1 }
          folders = (p, t)
          star = nil
        } else {
          p += 1
          star = (p, t)
        }
        continue
      }
      if p == pattern.count, t == text.count { return true }
      if t < text.count, p < pattern.count, let next = single(at: p, matches: text[t]) {
        (p, t) = (next, t + 1)
        continue
      }
      if let last = star, last.text < text.count, text[last.text] != "/" {
        star = (last.pattern, last.text + 1)
        (p, t) = (last.pattern, last.text + 1)
      } else if let last = folders, last.text < text.count {
        folders = (last.pattern, last.text + 1)
        star = nil
        (p, t) = (last.pattern, last.text + 1)
      } else {
        return false
      }
    }
  }

  /// Where the pattern goes on behind the one character it has at `index`, if `character` is that.
  private func single(at index: Int, matches character: Character) -> Int? {
    switch pattern[index] {
    case "?": return character == "/" ? nil : index + 1
    case "[":
      guard let end = pattern[(index + 1)...].dropFirst().firstIndex(of: "]") else { break }
      var set = pattern[(index + 1)..<end]
      let isNegated = set.first == "!" || set.first == "^"
      if isNegated { set = set.dropFirst() }
      var found = false
      while let first = set.popFirst() {
        if set.count > 1, set.first == "-" {
          set = set.dropFirst()
          if let last = set.popFirst(), first <= last, (first...last).contains(character) { found = true }
        } else if first == character {
          found = true
        }
      }
      return found != isNegated && character != "/" ? end + 1 : nil
    default: break
    }
    return pattern[index] == character ? index + 1 : nil
  }
}
