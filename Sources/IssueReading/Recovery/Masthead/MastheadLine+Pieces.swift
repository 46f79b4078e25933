/// The runs of text of a masthead line, and the gaps between them.
extension MastheadLine {
  /// Where `text` stands in the line.
  static func range(of text: String, in scalars: [Unicode.Scalar]) -> Range<Int>? {
    let wanted = Array(text.unicodeScalars)
    guard !wanted.isEmpty, scalars.count >= wanted.count else { return nil }
    return (0...(scalars.count - wanted.count)).first { scalars[$0..<($0 + wanted.count)].elementsEqual(wanted) }
      .map { $0..<($0 + wanted.count) }
  }

  /// The line with a tab for dots that lead the eye from one field to the other: 某某局…………签发：某某.
  static func withoutLeaders(_ line: String) -> String {
    guard line.contains("………") || line.contains(".....") || line.contains("·····") || line.contains("_____") else {
      return line
    }
    var result = String.UnicodeScalarView()
    let scalars = Array(line.unicodeScalars)
    var index = 0
    while index < scalars.count {
      var end = index
      while end < scalars.count, scalars[end] == scalars[index] { end += 1 }
      let isLeader =
        "….·_".unicodeScalars.contains(scalars[index]) && end - index >= 3 && index > 0 && end < scalars.count
      if isLeader { result.append("\t") } else { result.append(contentsOf: scalars[index..<end]) }
      index = end
    }
    return String(result)
  }

  /// 特急　　内部资料: how fast and how an issue is to be used are two things.
  static func areApart(_ notes: [Part]) -> Bool {
    guard notes.count > 1 else { return false }
    let urgent = notes.count { note in
      if case .notice(let text) = note { Vocabulary.urgencies.contains(text.withoutBlanks) } else { false }
    }
    return urgent > 0 && urgent < notes.count
  }

  /// Whether nothing but blanks stands between the two places.
  static func isGap(_ scalars: [Unicode.Scalar], _ start: Int, _ end: Int) -> Bool {
    start < end && scalars[start..<end].allSatisfy { $0.isBlank || "/／·|｜".unicodeScalars.contains($0) }
  }

  /// Whether 签发： or 签发人： begins there.
  private static func beginsSigner(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = scalars.first, first == "签" || first == "簽" else { return false }
    var rest = scalars.dropFirst()
    guard let second = rest.popFirst(), second == "发" || second == "發" else { return false }
    if rest.first == "人" { rest = rest.dropFirst() }
    return rest.first == "：" || rest.first == ":"
  }

  /// The runs of text between fields and wide gaps, each with its first scalar's index.
  static func pieces(_ scalars: [Unicode.Scalar]) -> [(Int, String)] {
    var pieces: [(Int, String)] = []
    var start: Int?
    var end = 0
    var gap = 0
    func close() {
      if let begin = start {
        let text = String(scalars: scalars[begin..<end])
        let bare = text.unicodeScalars.drop { $0.isBlank || "，,|｜·•/:：.".unicodeScalars.contains($0) }
        var trimmed = String(bare).trimmed
        while let last = trimmed.last, "—-–|｜·，,".contains(last) { trimmed = String(trimmed.dropLast()).trimmed }
        // A bracket whose twin stands at another field.
        if let last = trimmed.last, "）)".contains(last), !trimmed.hasAny(of: "（(") {
          trimmed = String(trimmed.dropLast()).trimmed
        }
        if let first = trimmed.first, "（(".contains(first), !trimmed.hasAny(of: "）)") {
          trimmed = String(trimmed.dropFirst()).trimmed
        }
        if let word = pieces.last, Vocabulary.publisherWords.contains(trimmed) {
          // 某某办公室　编: the word belongs to the office.
          pieces[pieces.count - 1].1 = word.1 + " " + trimmed
        } else if !trimmed.letters.isEmpty {
          pieces.append((begin, trimmed))
        }
      }
      start = nil
      gap = 0
    }
    for (index, scalar) in scalars.enumerated() {
      if scalar == "｜" || scalar == "|", index > 0, scalars[index - 1].isBlank, index + 1 < scalars.count,
        scalars[index + 1].isBlank
      {
        // 第77期 ｜ 某某社区 ｜ 每月15日出版
        close()
      } else if scalar.isBlank {
        gap += scalar == "\t" || scalar == "\u{3000}" ? 2 : 1
        if gap >= 2 { close() }
      } else {
        // 某某局 签发：某某: whatever stands before it, and however close.
        if start != nil, beginsSigner(scalars[index...]) { close() }
        if start == nil { start = index }
        end = index + 1
        gap = 0
      }
    }
    close()
    // 责任编辑：厉　敏: the name behind a label is one.
    func endsInLetter(_ text: String) -> Bool {
      guard let colon = text.lastIndex(where: { "：:".contains($0) }) else { return false }
      let value = text[text.index(after: colon)...].trimmed
      return value.count == 1 && value.hanCount == 1
    }
    for index in pieces.indices.dropFirst().reversed() where pieces[index].1.count == 1 && pieces[index].1.hanCount == 1
    {
      guard endsInLetter(pieces[index - 1].1) else { continue }
      pieces[index - 1].1 += "　" + pieces[index].1
      pieces.remove(at: index)
    }
    // 館　訊　第56期: letters set apart beside another field are one word.
    func isLetter(_ piece: (Int, String)) -> Bool { piece.1.count == 1 && piece.1.hanCount == 1 }
    guard zip(pieces, pieces.dropFirst()).contains(where: { isLetter($0) && isLetter($1) }) else { return pieces }
    var words: [(Int, String)] = []
    var isOpen = false
    for piece in pieces {
      if isOpen, isLetter(piece) { words[words.count - 1].1 += piece.1 } else { words.append(piece) }
      isOpen = isLetter(piece)
    }
    return words
  }
}
