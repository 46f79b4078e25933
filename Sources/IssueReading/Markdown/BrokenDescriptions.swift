import IssueModel

/// Descriptions of pictures that go on behind an empty line, as some converters write those of word processors: to Markdown a
/// picture ends with its paragraph.
enum BrokenDescriptions {
  /// Sets the whole picture on its first line; the others become empty, so that no line moves.
  static func join(_ lines: inout [Substring], _ diagnostics: DiagnosticSink) {
    for index in lines.indices where lines[index].utf8.count <= 600 {
      guard let open = lines[index].ranges(of: "![").last, !lines[index][open.upperBound...].contains("]"),
        let end = end(of: index, lines)
      else { continue }
      let pieces = lines[index...end].map { String($0).trimmed }.filter { !$0.isEmpty }
      diagnostics.repaired(
        "description-joined", line: index + 1,
        "the description of a picture had an empty line within and was joined: “\(excerpt(pieces[0], 24))”",
        zh: "图片说明中间的空行已去除：“\(excerpt(pieces[0], 24))”", severity: .note)
      let head = lines[index].prefix { $0.isBlankCharacter }
      lines[index] = head + pieces.joined(separator: " ")[...]
      for place in (index + 1)...end { lines[place] = "" }
    }
  }

  /// The line where the picture that opens on the line at `index` ends, up to eight lines below, with an empty line between;
  /// nil where it does not, or where another picture, link or heading begins before.
  private static func end(of index: Int, _ lines: [Substring]) -> Int? {
    var isParted = false
    for place in lines.indices.dropFirst(index + 1).prefix(8) {
      let line = lines[place]
      if line.allSatisfy(\.isBlankCharacter) {
        isParted = true
        continue
      }
      guard line.first != "#", line.first != "|", line.utf8.count <= 600 || line.contains("](data:") else { return nil }
      if let close = line.firstRange(of: "](") {
        return isParted && !line[..<close.lowerBound].contains("[") && line[close.upperBound...].contains(")")
          ? place : nil
      }
      guard !line.contains("[") else { return nil }
    }
    return nil
  }
}
