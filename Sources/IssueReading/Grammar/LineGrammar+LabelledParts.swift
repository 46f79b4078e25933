/// Lines of several labels, each with its value: 责任编辑：甲　审核：乙.
extension LineGrammar {
  /// The parts of a line such as 责任编辑：甲　审核：乙, each with a label of `labels`.
  static func labelledParts(_ text: String, _ labels: [String]) -> [Labelled]? {
    guard text.utf8.count <= 600, text.unicodeScalars.contains(where: { $0 == "：" || $0 == ":" || $0 == "︰" }) else {
      return nil
    }
    var parts: [Labelled] = []
    let text = closedLabels(
      text.contains("|") || text.contains("｜")
        ? text.replacing("|", with: "  ").replacing("｜", with: "  ") : text)
    let latin = text.unicodeScalars.contains(where: \.isASCIILetter)
    let pieces =
      latin
      ? text.trimmed.columnsByGaps.flatMap(sentences).flatMap(hanLabels).flatMap { knownLabels($0, labels) }
      : text.trimmed.split(whereSeparator: { $0.isBlankCharacter || $0 == "；" || $0 == ";" }).map(String.init)
    for piece in pieces {
      if let part = labelled(String(piece), labels) {
        parts.append(part)
      } else if let part = anyLabel(String(piece)),
        !parts.isEmpty || piece == pieces.first && pieces.dropFirst().contains(where: { labelled($0, labels) != nil })
      {
        // A label we do not know among some that we do.
        parts.append(part)
      } else if !parts.isEmpty, latin, let part = anyLabelled(piece), part.rest.columns <= 60,
        !part.rest.contains(where: \.isNumber), !part.rest.contains(":")
      {
        parts.append(part)
      } else if parts.isEmpty || parts[parts.count - 1].rest.isEmpty && piece.hasAny(of: "：:") {
        return nil
      } else if piece.hasAny(of: "：:") {
        return nil
      } else {
        parts[parts.count - 1].rest += (parts[parts.count - 1].rest.isEmpty ? "" : " ") + String(piece)
      }
    }
    if parts.isEmpty, let whole = labelled(text, labels) { parts = [whole] }
    return parts.isEmpty ? nil : parts
  }

  /// 主编：祝亦凡 英文编辑：Helen Marsh: one blank parts the fields where a Chinese label follows it.
  private static func hanLabels(_ text: String) -> [String] {
    guard text.hasHan, text.unicodeScalars.count(where: { $0 == "：" || $0 == ":" }) > 1 else { return [text] }
    var pieces: [String] = []
    for word in text.splitAtScalars(where: \.isBlank).map(String.init) {
      let label = word.prefix { !"：:".contains($0) }
      if label.count < word.count, (2...8).contains(label.count),
        String(label).hanCount == label.count || pieces.isEmpty
      {
        pieces.append(word)
      } else if pieces.isEmpty {
        return [text]
      } else {
        pieces[pieces.count - 1] += " " + word
      }
    }
    return pieces
  }

  /// Editors 編輯: Ada Moor Enquiries 查詢: 2555 0146: behind one blank a label that is known, in one or two words, begins a field
  /// of its own.
  private static func knownLabels(_ text: String, _ labels: [String]) -> [String] {
    guard text.unicodeScalars.count(where: { $0 == "：" || $0 == ":" }) > 1, labelled(text, labels) != nil else {
      return [text]
    }
    var pieces: [[String]] = [[]]
    for word in text.splitAtScalars(where: \.isBlank).map(String.init) {
      pieces[pieces.count - 1].append(word)
      let piece = pieces[pieces.count - 1]
      guard word.hasSuffix(":") || word.hasSuffix("："), !word.contains("//"),
        piece.contains(where: { $0 != word && $0.hasAny(of: ":：") })
      else { continue }
      // 编辑：甲 is a label with its value in one word.
      let isWhole = piece[0].firstIndex(ofAny: ":：").map { $0 < piece[0].index(before: piece[0].endIndex) } == true
      // The longest label that is known.
      for count in [2, 1] where piece.count > (isWhole ? count : count + 1) {
        let label = piece.suffix(count)
        guard label.allSatisfy({ $0.first?.isUppercase == true || $0.hasHan }),
          label.dropLast().allSatisfy({ !$0.hasAny(of: ":：,，;；.") }),
          labelled(label.joined(separator: " "), labels) != nil
        else { continue }
        pieces[pieces.count - 1].removeLast(count)
        pieces.append(Array(label))
        break
      }
    }
    return pieces.map { $0.joined(separator: " ") }
  }

  /// Editor: Ada Moor. Assistant: Bo Weir.: a label behind a full stop begins a part of its own.
  private static func sentences(_ text: String) -> [String] {
    guard text.hanCount == 0, text.unicodeScalars.count(where: { $0 == ":" }) > 1 else { return [text] }
    var pieces: [String] = []
    var rest = text[...]
    var from = rest.startIndex
    while let stop = rest[from...].firstRange(of: ". ") {
      let behind = rest[stop.upperBound...]
      guard let colon = behind.firstIndex(of: ":"), let label = anyLabelled(String(behind)),
        label.label == behind[..<colon].trimmed, !label.label.hasAny(of: ".,;"),
        rest[..<stop.lowerBound].contains(":"),
        // T. Hall Tel: 555: an initial ends no sentence.
        rest[..<stop.lowerBound].last?.isUppercase != true
          || rest[..<stop.lowerBound].dropLast().last?.isBlankCharacter != true
      else {
        from = stop.upperBound
        continue
      }
      pieces.append(String(rest[..<stop.lowerBound]))
      rest = behind
      from = rest.startIndex
    }
    pieces.append(String(rest))
    if pieces.count > 1, let last = pieces.last, last.hasSuffix(".") {
      pieces[pieces.count - 1] = String(last.dropLast())
    }
    return pieces
  }

  /// 审　核： as 审核：, a label of two letters set apart.
  static func closedLabels(_ text: String) -> String {
    let scalars = text.scalars
    var result: [Unicode.Scalar] = []
    var index = 0
    while index < scalars.count {
      if scalars[index].isHan, index == 0 || scalars[index - 1].isBlank {
        var next = index + 1
        while next < scalars.count, scalars[next].isBlank { next += 1 }
        if next > index + 1, next + 1 < scalars.count, scalars[next].isHan,
          "：:".unicodeScalars.contains(scalars[next + 1])
        {
          result.append(scalars[index])
          index = next
          continue
        }
      }
      result.append(scalars[index])
      index += 1
    }
    return String(scalars: result)
  }
}
