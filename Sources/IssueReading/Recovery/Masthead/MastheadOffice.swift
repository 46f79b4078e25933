import IssueModel

/// Tells which piece of text is the publishing office.
enum MastheadOffice {
  /// Which piece of text is the publishing office.
  static func place(in lines: [(FlatLine, MastheadLine)], name: MastheadPlace?) -> MastheadPlace? {
    var best: (place: MastheadPlace, score: Int)?
    for (index, (line, fields)) in lines.enumerated() {
      for case .text(let text, let part) in fields.parts {
        if index == name?.line, part == name?.part { continue }
        // Club bulletin, beside its number, says what is numbered.
        guard mayBeOffice(text), !(fields.hasNumber && text.hanCount == 0 && MastheadName.isKind(text)) else {
          continue
        }
        if !text.hasHan, OfficeName.publisher(in: text) == nil, MastheadParticulars.isSure(text) { continue }
        var score = 0
        if Vocabulary.looksLikeOffice(text) || MastheadLine.isNumberedBranch(text) {
          score += 30
          // Issued by the Department below the council's name: the one that says so.
          if text.hanCount == 0, saysItPublishes(text) { score += 20 }
        } else if text.hanCount == 0, OfficeName.publisher(in: text) != nil {
          // Published for its members by TWO OAKS, Harlan: whatever words the office has.
          score += 20
        } else if text.hanCount == 0, OfficeName.owner(in: text) != nil {
          // the staff news of Gorsey Bank Brewery
          score += 10
        } else if text.hasAny(of: "、，！。") {
          score -= 40
        }
        if LineGrammar.labelled(text, Vocabulary.publisherLabels) != nil { score += 40 }
        if fields.hasDate { score += 25 }
        if fields.hasNumber { score += 12 }
        if let name, index > name.line { score += 10 } else { score -= 12 }
        if index + 1 < lines.count, lines[index + 1].1.hasDate { score += 5 }
        if index > 0, lines[index - 1].1.hasDate { score += 5 }
        if line.headingLevel == 1, let name, index > name.line { score -= 10 }
        if isBuilding(line.text.trimmed, above: lines.dropFirst(index + 1).first?.0.text) { score -= 40 }
        if score > (best?.score ?? 14) { best = (MastheadPlace(line: index, part: part), score) }
      }
    }
    return best?.place
  }

  /// Board House, above Port Alma, and the day: where the letter was written.
  private static func isBuilding(_ text: String, above next: String?) -> Bool {
    guard let next, text.hasSuffix(","), next.hasSuffix(",") || SignatureLines.date(next) != nil,
      let last = text.dropLast().split(separator: " ").last
    else { return false }
    return [
      "house", "hall", "chambers", "building", "buildings", "barracks", "offices", "rooms", "lodge", "court", "wharf",
      "quay",
    ].contains(last.lowercased())
  }

  /// 主编：某某, who makes the bulletin, where the label may as well name the office that does.
  private static func namesPerson(_ text: String) -> Bool {
    guard let part = LineGrammar.labelled(text, Vocabulary.roles) else { return false }
    return TitleStage.isNames(part.rest) && !Vocabulary.looksLikeOffice(part.rest)
  }

  private static func mayBeOffice(_ text: String) -> Bool {
    !namesPerson(text) && !(text.hanCount == 0 && OfficeName.bare(text) == text && saysOf(text)) && !Weekday.isDay(text)
      && !Vocabulary.isPeriodicity(text) && text.letters.count >= 2 && !text.hasPrefix("{")
      && !["by authority", "by order", "by command"].contains(where: text.lowercased().contains)
      && (LineGrammar.anyLabelled(text) == nil || OfficeName.bare(text) != text)
      && (text.hanCount > 0 || OfficeName.bare(text) != text || MastheadLine.isNumberedBranch(text)
        || Vocabulary.looksLikeOffice(text) && !MastheadName.isDescription(text))
      && (Vocabulary.looksLikeOffice(text) || !text.contains(where: \.isDigit) || MastheadLine.isNumberedBranch(text)
        || text.hanCount == 0 && OfficeName.publisher(in: text) != nil)
  }

  private static func saysItPublishes(_ text: String) -> Bool {
    let low = text.lowercased()
    return ["issued by ", "published by ", "produced by "].contains(where: low.hasPrefix)
  }

  /// The Parish Magazine of St Osyth: what the bulletin is and for whom, no office though it has the word for one.
  private static func saysOf(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    guard let kind = words.lastIndex(where: { Vocabulary.bulletinNames.contains($0) }), kind + 1 < words.count else {
      return false
    }
    return ["of", "for"].contains(words[kind + 1])
  }
}
