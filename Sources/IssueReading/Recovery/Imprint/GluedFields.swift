/// Fields of an imprint that OCR set without a blank between: 共印70份责任编辑：某某, 撰稿：甲某某审核：乙某某.
enum GluedFields {
  /// The text with a wide gap between two fields where the first ends as nothing but a whole one does, with a number of
  /// copies or a name, and the second begins with a label that imprints have.
  static func parted(_ text: String) -> String {
    guard text.hasHan, text.utf8.count <= 300 else { return text }
    let text = copiesParted(text)
    guard text.hasAny(of: "：:") else { return text }
    var result = ""
    var rest = text[...]
    var from = rest.startIndex
    while let colon = rest[from...].firstIndex(ofAny: "：:") {
      let head = rest[..<colon]
      if let label = label(endingIn: head), case let value = head.dropLast(label.count), isWhole(String(value)) {
        result += value + "\u{3000}\u{3000}"
        rest = rest[value.endIndex...]
        from = rest.firstIndex(ofAny: "：:").map { rest.index(after: $0) } ?? rest.endIndex
      } else {
        from = rest.index(after: colon)
      }
    }
    return result + rest
  }

  /// The longest label of an imprint that the words end with.
  private static func label(endingIn words: Substring) -> String? {
    guard words.last?.isHanCharacter == true else { return nil }
    return labels.matches(String(words.suffix(12))).max { $0.count < $1.count }
  }

  private static let labels = Endings(Vocabulary.rolesAndContacts.filter { $0.hanCount == $0.count && $0.count >= 2 })

  /// Whether a field ends here: 共印70份, 责任编辑：某某.
  private static func isWhole(_ field: String) -> Bool {
    guard let last = field.last, !last.isBlankCharacter else { return false }
    if LineGrammar.copies(field) != nil { return true }
    guard let colon = field.lastIndex(where: { "：:".contains($0) }) else { return false }
    let name = field[field.index(after: colon)...].trimmed
    let before = field[..<colon]
    return (2...3).contains(name.count) && TitleWork.isNames(name) && label(endingIn: before) != nil
  }

  /// Editor: J. Birch 200 copies; 编辑 Editors：甲 印200份 200 copies: behind one blank the copies at the end, whatever else the line
  /// says of the makers.
  static func englishCopiesParted(_ text: String) -> String {
    guard text.utf8.count <= 300, text.hasAny(of: ":："), LineGrammar.copies(text) == nil,
      text.contains(where: \.isNumber)
    else { return text }
    let words = text.trimmed.split(separator: " ").map(String.init)
    guard words.count > 2, let last = words.last?.lowercased().filter({ $0 != "." }),
      ["copies", "printed", "off"].contains(last)
    else { return text }
    // The longest end that says nothing else, and begins anew.
    for count in (2...6).reversed() where words.count > count + 1 {
      let copies = words.suffix(count).joined(separator: " ")
      guard LineGrammar.copies(copies) != nil, let head = copies.first,
        head.isUppercase || head.isNumber || head.isHanCharacter,
        let before = words.dropLast(count).last, !before.hasSuffix(":"), !before.hasSuffix("：")
      else { continue }
      // Gaps before it stay, as they part other fields.
      guard text.trimmed.hasSuffix(copies) else { return text }
      return text.trimmed.dropLast(copies.count).trimmed + "\u{3000}\u{3000}" + copies
    }
    return text
  }

  /// Editor: Ada Moor Printed by Weir Press: behind a person with his part in the issue, one blank, and what another did.
  static func deedsParted(_ text: String) -> String {
    guard text.utf8.count <= 300, !text.hasHan, text.contains(" by ") else { return text }
    for deed in ["Printed", "Published", "Typed", "Duplicated", "Illustrated", "Distributed", "Designed"] {
      guard let place = text.firstRange(of: " " + deed + " "), text[place.upperBound...].contains("by "),
        case let head = String(text[..<place.lowerBound]).trimmed,
        let part = LineGrammar.labelled(head, Vocabulary.roles),
        PersonNames.isWestern(part.rest) || PersonNames.isSigner(part.rest)
      else { continue }
      return head + "\u{3000}\u{3000}" + text[place.lowerBound...].trimmed
    }
    return text
  }

  /// 发：各班组共印70份: the copies at the end.
  private static func copiesParted(_ text: String) -> String {
    guard let last = text.last, "份册冊本".contains(last), LineGrammar.copies(text) == nil,
      let place = text.ranges(of: "共印").last?.lowerBound, place > text.startIndex,
      let before = text[..<place].last, before.isHanCharacter || before.isNumber,
      text[..<place].hasAny(of: "：:"), LineGrammar.copies(String(text[place...])) != nil
    else { return text }
    return text[..<place] + "\u{3000}\u{3000}" + text[place...]
  }
}
