/// Makes larger issues of a small one.
enum Repetition {
  /// `issue` with its text, between the head of the first section and the last rule but one, `times` times.
  /// Masthead, contents list and imprint stay single, as they are in long issues.
  static func of(_ issue: String, times: Int) -> String {
    let lines = issue.split(separator: "\n", omittingEmptySubsequences: false)
    let rules = lines.indices.filter { lines[$0] == "---" }
    let start = lines.indices.first { $0 > (rules.first ?? 0) && lines[$0].hasPrefix("## 【") } ?? 0
    let end = rules.dropLast().last { $0 > start } ?? lines.endIndex
    var result = lines[..<start]
    for _ in 0..<times { result += lines[start..<end] }
    result += lines[end...]
    return result.joined(separator: "\n")
  }
}
