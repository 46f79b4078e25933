import IssueModel

/// Words in what `ConverterMarks` takes off lines: names of looks are none, but `{title="Words"}` and `::: note Words` say some.
enum DroppedAttributes {
  /// Keys whose values say how something looks, not what it says.
  private static let looks = Set(
    "custom-style style lang dir width height class id type start startfrom format align role numbers"
      .split(separator: " ").map(String.init))

  /// Tells of the words that lines have lost on their way from `before` to `after`.
  static func report(_ before: [Substring], _ after: [Substring], _ diagnostics: DiagnosticSink) {
    for index in before.indices where after.indices.contains(index) && before[index] != after[index] {
      let words = words(taken: before[index], after[index])
      guard !words.isEmpty else { continue }
      diagnostics.repaired(
        "attributes-dropped", line: index + 1, "the attributes “\(excerpt(words, toldLength))” were left out",
        zh: "属性“\(excerpt(words, toldLength))”未印出", severity: .note,
        hint: Wording("write it into the text if it is to be printed", zh: "如需印出，请写入正文"))
    }
  }

  private static func words(taken line: Substring, _ rest: Substring) -> String {
    var found: [String] = []
    var plain = ""
    var open = line[...]
    while let start = open.firstIndex(of: "{"), let end = open[start...].firstIndex(of: "}") {
      plain += open[..<start]
      let group = open[start...end]
      if !rest.contains(group) { found += values(in: group) }
      open = open[open.index(after: end)...]
    }
    plain += open
    if line.hasPrefix(":::") {
      // ::: note Words: the first is a name of looks.
      let names = plain.drop { $0 == ":" }.split(whereSeparator: \.isBlankCharacter)
      let words = names.dropFirst().filter { $0.contains { $0 != ":" } }
      if !words.isEmpty { found.append(words.joined(separator: " ")) }
    }
    return found.joined(separator: ", ")
  }

  /// The values in quotation marks of a group of attributes.
  private static func values(in group: Substring) -> [String] {
    var values: [String] = []
    var rest = group
    while let mark = rest.firstRange(of: "=\"") {
      let key = rest[..<mark.lowerBound].reversed().prefix { $0.isLetter || $0.isNumber || "-_".contains($0) }
      let inner = rest[mark.upperBound...]
      guard let end = inner.firstIndex(of: "\"") else { break }
      let name = String(String.UnicodeScalarView(String(key).unicodeScalars.reversed()))
      if !looks.contains(name.lowercased()), inner[..<end].unicodeScalars.contains(where: \.isWordScalar) {
        values.append("\(name)=\"\(inner[..<end])\"")
      }
      rest = inner[inner.index(after: end)...]
    }
    return values
  }
}
