/// The names in what stands behind 报：, 送： and their kin.
enum RecipientNames {
  /// 区委常委、宣传部部长赵明 is one person: a post without a name, and 、 between it and another post that has one.
  private static func withWholePersons(_ names: [String], _ text: String) -> [String] {
    guard names.count >= 2, text.contains("、") else { return names }
    var result: [String] = []
    for name in names {
      if let post = result.last, endsAsPost(post), isPostOfPerson(name), text.contains(post + "、" + name) {
        result[result.count - 1] = post + "、" + name
      } else {
        result.append(name)
      }
    }
    return result
  }

  private static let posts = [
    "长", "長", "主任", "书记", "書記", "常委", "委员", "委員", "主席", "总监", "總監", "专员", "專員", "秘书", "秘書", "总师", "总工程师", "指挥",
  ]

  private static func endsAsPost(_ text: String) -> Bool {
    text.count >= 3 && text.hanCount == text.count && !text.hasPrefix("各") && posts.contains(where: text.hasSuffix)
  }

  /// 宣传部部长赵明: a post, and a name of two or three letters behind it.
  private static func isPostOfPerson(_ text: String) -> Bool {
    guard text.hanCount == text.count else { return false }
    return [2, 3].contains { length in
      guard text.count >= length + 3 else { return false }
      return posts.contains(where: text.dropLast(length).hasSuffix) && TitleWork.isPerson(String(text.suffix(length)))
    }
  }

  /// Whether a line's end broke a word of an office: 区人大常委会办 above 公室.
  static func isBroken(between above: String, _ below: String) -> Bool {
    let head = String(below.prefix { !"、，；,;。".contains($0) }).trimmed
    guard (1...3).contains(head.count), head.hanCount == head.count else { return false }
    return Vocabulary.officeEndings.contains { word in
      word.count > head.count && word.hasSuffix(head) && above.hasSuffix(word.dropLast(head.count))
    }
  }

  /// The recipients one by one: split at 、，；, not within brackets; a final full stop gone.
  static func all(in text: String, semicolonsOnly: Bool = false) -> [String] {
    var result: [String] = []
    let latin = text.hanCount == 0
    // Names set apart by wide blanks alone.
    if !latin, !text.hasAny(of: "、，；") {
      let pieces = text.trimmed.columnsByGaps
      if pieces.count > 1 { return pieces.map { $0.hasSuffix("。") ? String($0.dropLast()) : $0 } }
      // One blank will do between names that can be nothing else.
      let names = text.splitAtScalars(where: \.isBlank).map { String($0) }
      if names.count > 1,
        names.allSatisfy({
          $0.count >= 3 && (Vocabulary.looksLikeOffice($0) || $0.hasPrefix("各")) && !"（(".contains($0.first ?? " ")
        })
      {
        return names.map { $0.hasSuffix("。") ? String($0.dropLast()) : $0 }
      }
    }
    let scalars = text.trimmed.unicodeScalars
    var depth = 0
    var start = scalars.startIndex
    func close(at end: String.Index) {
      let name = MastheadLine.closed(String(scalars[start..<end]))
      if !name.isEmpty { result.append(name) }
    }
    var before: Unicode.Scalar?
    for place in scalars.indices {
      let scalar = scalars[place]
      defer { if !scalar.isBlank { before = scalar } }
      switch scalar {
      case "（", "(", "《", "“": depth += 1
      case "）", ")", "》", "”": depth = max(0, depth - 1)
      default: break
      }
      guard depth == 0 else { continue }
      let parts =
        switch scalar {
        case ";", "、", "，", "；", "。": true
        case ",": !semicolonsOnly && (latin || place > start && before?.isHan == true)
        // 市信访局　县委、县人大: a wide blank behind an office parts as a comma does.
        case "\u{3000}": !latin && Vocabulary.looksLikeOffice(String(scalars[start..<place]))
        default: false
        }
      guard parts else { continue }
      close(at: place)
      start = scalars.index(after: place)
    }
    close(at: scalars.endIndex)
    if !latin { result = withWholePersons(result, text) }
    // P.C. keeps its point.
    if latin, let last = result.last, last.hasSuffix("."), !last.dropLast().suffix(4).contains(".") {
      result[result.count - 1] = String(last.dropLast())
    }
    return result
  }
}
