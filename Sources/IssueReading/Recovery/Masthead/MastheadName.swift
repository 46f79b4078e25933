import IssueModel

/// A piece of the masthead: the line, and the part of it.
struct MastheadPlace {
  var line: Int
  var part: Int
}

/// Tells which piece of text names the bulletin.
enum MastheadName {
  /// Which piece of text names the bulletin.
  static func place(in lines: [(FlatLine, MastheadLine)]) -> MastheadPlace? {
    var best: (place: MastheadPlace, score: Int)?
    let firstNumber = lines.firstIndex { $0.1.hasNumber } ?? lines.count
    for (index, (line, fields)) in lines.enumerated() {
      for case .text(let text, let part) in fields.parts {
        var score = 0
        let named =
          Vocabulary.looksLikeBulletinName(text)
          && (endsAsName(text) || !Vocabulary.looksLikeOffice(text) || beginsAsName(text))
        if named { score += 40 }
        if named, endsAsName(text) { score += 20 }
        if let level = line.headingLevel { score += 24 - 6 * min(level, 4) }
        if fields.parts.count == 1 { score += 8 }
        if standsAboveItsKind(index, lines) { score += 60 }
        // （季刊）, 雙月刊: how often it appears.
        if Vocabulary.isPeriodicity(text) { score -= 60 }
        // Bulletin for stations and institutes: what it is, not what it is called.
        let owned = !text.hasHan && isOwned(text)
        if owned, !named, isOnlyName(index, lines) { score += 40 }
        if owned || named && (!text.hasHan && isDescription(text) || isInSmallLetters(text)),
          !isOnlyName(index, lines)
        {
          score -= 50
        }
        // SONGLING WATER below 松岭水务: the name once more, in other letters.
        if !text.hasHan, !named, index > 0, fields.parts.count == 1, lines[index - 1].1.parts.count == 1,
          case .text(let above, _) = lines[index - 1].1.parts[0], above.hanCount >= 2, above.fits(24)
        {
          score -= 40
        }
        // Update, beside the number and below a name, says what is numbered.
        if named, fields.hasNumber, text.hanCount == 0, !text.contains(" "),
          index > 0 && !isOnlyName(index, lines) || isNamedBelow(index, lines)
        {
          score -= 50
        }
        if index < firstNumber || index == firstNumber && index == 0 { score += 10 }
        if Vocabulary.looksLikeOffice(text), !named {
          score -= 15
          if standsAboveName(index, lines) { score -= 20 }
        }
        if LineGrammar.labelled(text, Vocabulary.publisherLabels) != nil { score -= 60 }
        if text.lowercased().hasPrefix("edited by ") || OfficeName.publisher(in: text) != nil { score -= 80 }
        if !text.hasHan, MastheadParticulars.isSure(text) { score -= 60 }
        // by Lieutenant Colonel A. P. Garrow
        if text.first?.isLowercase == true, !isOnlyName(index, lines) { score -= 40 }
        // Of two alike the later is the name, the earlier its theme.
        score += min(index, 3)
        if best == nil || score > (best?.score ?? 0) { best = (MastheadPlace(line: index, part: part), score) }
      }
    }
    guard let best, best.score > 0 else { return nil }
    return best.place
  }

  /// # 玉兰花开 above ## 某某联合会信息: a heading of a few letters over a lower one that says whose bulletin it is.
  private static func standsAboveItsKind(_ index: Int, _ lines: [(FlatLine, MastheadLine)]) -> Bool {
    guard index + 1 < lines.count, let level = lines[index].0.headingLevel, let below = lines[index + 1].0.headingLevel,
      level < below
    else { return false }
    let name = lines[index].0.text.withoutBlanks
    let kind = lines[index + 1].0.text.withoutBlanks
    guard (2...5).contains(name.count), name.hanCount == name.count, kind.count >= name.count + 4,
      Vocabulary.looksLikeBulletinName(kind), !Vocabulary.looksLikeBulletinName(name)
    else { return false }
    return (2..<kind.count - 1).contains { Vocabulary.looksLikeOffice(String(kind.prefix($0))) }
  }

  /// # QUARRYMEN'S UNION above ### THE HEWER: of two headings one below the other that one is an office, whatever its level.
  private static func standsAboveName(_ index: Int, _ lines: [(FlatLine, MastheadLine)]) -> Bool {
    guard lines[index].0.headingLevel != nil, index + 1 < lines.count, lines[index + 1].0.headingLevel != nil,
      lines[index + 1].1.parts.count == 1, let name = lines[index + 1].1.rest.first
    else { return false }
    return !name.hasHan && !Vocabulary.looksLikeOffice(name) && OfficeName.bare(name) == name && !isOwned(name)
      && !isDescription(name) && !MastheadParticulars.isSure(name) && name.split(separator: " ").count <= 4
      && name.first?.isUppercase == true
  }

  /// The Friends' newsletter: the kind in small letters behind a capital is no name.
  private static func isInSmallLetters(_ text: String) -> Bool {
    let words = text.split { !$0.isLetter && $0 != "'" && $0 != "’" }.map(String.init)
    guard words.count >= 2, words[0].first?.isUppercase == true,
      let kind = words.first(where: {
        Vocabulary.bulletinNames.contains($0.lowercased())
          && !["daily", "weekly", "fortnightly", "monthly", "quarterly"].contains($0.lowercased())
      })
    else { return false }
    return kind.first?.isLowercase == true
  }

  /// Whether a line says whose bulletin it is and nothing else: Newsletter of the Old Pupils' Association.
  private static func isOwned(_ text: String) -> Bool { OfficeName.owner(in: text) != nil }

  /// Whether no other line of the masthead could be the name: short, in words alone, and no office.
  private static func isOnlyName(_ place: Int, _ lines: [(FlatLine, MastheadLine)]) -> Bool {
    !lines.indices.contains { index in
      guard index != place, lines[index].1.rest.count == 1, let text = lines[index].1.rest.first,
        index < place || lines[index].0.headingLevel != nil
      else { return false }
      // THE BOARD AND THE BONE in bold above “Bulletin of the Guild” is a name, whatever words it has.
      let stands =
        (lines[index].0.isBold || lines[index].0.headingLevel != nil) && !lines[place].0.isBold
        && lines[place].0.headingLevel == nil && index < place
      return text.columns <= 60 && text.hanCount == 0 && (stands || !Vocabulary.looksLikeOffice(text))
        && !text.contains { $0.isNumber || ":,;.".contains($0) }
        && LineGrammar.labelled(text, Vocabulary.publisherLabels) == nil && OfficeName.bare(text) == text
    }
  }

  private static let descriptive: Set<String> = [
    "a", "an", "the", "staff", "your", "monthly", "weekly", "fortnightly", "quarterly", "annual", "occasional",
    "official",
    "electronic", "house",
  ]

  static func isDescription(_ text: String) -> Bool {
    var words = text.lowercased().split { !$0.isLetter }.map(String.init)
    // The House Magazine of
    if words.count > 4, words[0] == "the", descriptive.contains(words[1]), words[3] == "of" { words.removeFirst() }
    let isMixed = text != text.uppercased() && text.first?.isUppercase == true && words.first != "the"
    // Monthly paper of: how often it comes, or what it is otherwise, and whose it is.
    if words.count > 3, words[2] == "of", descriptive.contains(words[0]) { return isMixed }
    guard let kind = words.firstIndex(where: { Vocabulary.bulletinNames.contains($0) }), kind + 1 < words.count else {
      return false
    }
    // THE BULLETIN OF …, in capitals or not, may be a name; a lower-case sentence about it is none.
    return ["for", "from", "by", "about"].contains(words[kind + 1])
      || kind > 0 && descriptive.contains(words[0]) && words[kind + 1] == "of" && kind <= 2 && isMixed
  }

  /// Whether a line further down is the whole name of which the word for a kind beside the number is a part: Bulletin No. 12
  /// above THE STAFF BULLETIN.
  private static func isNamedBelow(_ index: Int, _ lines: [(FlatLine, MastheadLine)]) -> Bool {
    lines.dropFirst(index + 1).contains { line, fields in
      fields.parts.count == 1 && !fields.isStrong && line.text == line.text.uppercased() && line.text.contains(" ")
        && Vocabulary.looksLikeBulletinName(line.text) && endsAsName(line.text)
    }
  }

  /// CIRCULAR TO SCHOOL MANAGERS: the kind, and to whom.
  private static func beginsAsName(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    return words.count >= 3 && Vocabulary.bulletinNames.contains(words[0]) && words[1] == "to"
  }

  /// Whether up to three words end in one for a kind of bulletin: Club bulletin.
  static func isKind(_ text: String) -> Bool {
    text.split(separator: " ").count <= 3 && Vocabulary.looksLikeBulletinName(text) && endsAsName(text)
  }

  private static func endsAsName(_ text: String) -> Bool {
    let bare = text.withoutBlanks.lowercased().filter { $0 != "-" }
    return Vocabulary.bulletinNames.contains { bare.hasSuffix($0) }
  }
}
