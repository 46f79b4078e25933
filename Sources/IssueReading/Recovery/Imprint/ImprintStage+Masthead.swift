import IssueModel

/// Those who made the issue, where the masthead names them.
extension ImprintStage {
  /// Takes the lines of the masthead that name who made the issue (發行人：…　主編：…, 编委：…), with the ways to reach them on the
  /// lines beside: the model has them in the imprint, wherever an issue prints them.
  func takeStaff(_ draft: inout Draft, _ diagnostics: DiagnosticSink) -> [FlatLine] {
    let others = draft.masthead.otherLines
    var taken = Set(others.indices.filter { Self.namesStaff(others[$0]) })
    guard let first = taken.min() else { return [] }
    var lines: [String] = []
    for index in others.indices {
      let isBeside = taken.contains(index - 1) || taken.contains(index + 1)
      if taken.contains(index) {
        lines.append(others[index])
      } else if isBeside, Self.reaches(others[index]) {
        taken.insert(index)
        lines.append(others[index])
      } else if taken.contains(index - 1), !lines.isEmpty, TitleStage.isNames(others[index]) {
        // 编委：甲　乙 on one line, more names on the next.
        taken.insert(index)
        lines[lines.count - 1] += "　" + others[index]
      }
    }
    let source = draft.masthead.source
    let word = String(others[first].prefix { !$0.isBlankCharacter })
    let number =
      source.flatMap { source in
        (source.line...max(source.line, source.endLine)).first { draft.source[$0].contains(word) }
      } ?? source?.line ?? 1
    Self.reportStaff(others[first], number, diagnostics)
    draft.masthead.removeOtherLines(taken)
    return lines.enumerated().map { place, text in
      FlatLine(form: .paragraph, text: text, inlines: [.text(text)], number: number, block: -1 - place, index: 0)
    }
  }

  static func reportStaff(_ text: String, _ line: Int, _ diagnostics: DiagnosticSink) {
    diagnostics.repaired(
      "staff-moved", line: line,
      "the masthead says who made the issue, “\(excerpt(text))”; it goes to the end",
      zh: "报头中的编印人员“\(excerpt(text))”已移到报尾", severity: .note, confidence: 0.9)
  }

  /// Whether a line is nothing but persons behind what they did for the issue. Who publishes it, who prints it and whose text
  /// it is are other things.
  static func namesStaff(_ text: String) -> Bool {
    guard text.fits(160), text.hasHan,
      let parts = LineGrammar.labelledParts(text, Vocabulary.roles) ?? LineGrammar.spacedParts(text, Vocabulary.roles)
    else { return false }
    return parts.allSatisfy { part in
      let label = part.label.withoutBlanks.lowercased()
      guard !part.rest.isEmpty, !part.rest.hasAny(of: "。；！？"), part.rest.columns <= 80 else { return false }
      if Vocabulary.isContact(label) { return true }
      return !Vocabulary.publishingRoles.contains(label)
        && !(Vocabulary.publisherLabels.contains(label) && Vocabulary.looksLikeOffice(part.rest))
    } && parts.contains { !Vocabulary.isContact($0.label.withoutBlanks.lowercased()) }
  }

  /// A telephone number, an address: labelled, or a line that gives both.
  private static func reaches(_ text: String) -> Bool {
    guard text.fits(120), !LineGrammar.isProse(text) else { return false }
    if let parts = LineGrammar.labelledParts(text, Vocabulary.contacts) {
      return parts.allSatisfy { Vocabulary.isContact($0.label.withoutBlanks.lowercased()) }
    }
    return ImprintLine.tellsHowToReach(text)
  }
}

extension Masthead {
  /// Drops some of ``otherLines``, and their places in the arrangement.
  fileprivate mutating func removeOtherLines(_ taken: Set<Int>) {
    let kept = otherLines.indices.filter { !taken.contains($0) }
    let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    otherLines = kept.map { otherLines[$0] }
    guard !arrangement.isEmpty else { return }
    let rows = arrangement.map { row in
      row.compactMap { field -> MastheadField? in
        guard case .other(let index) = field else { return field }
        return places[index].map { .other($0) }
      }
    }.filter { !$0.isEmpty }
    arrangement = rows == conventionalArrangement ? [] : rows
  }
}
