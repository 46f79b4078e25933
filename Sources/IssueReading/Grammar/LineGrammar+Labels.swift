/// Lines that begin with a label: 报：, 责任编辑：.
extension LineGrammar {
  /// A label at the start of a line and what follows its colon.
  struct Labelled {
    var label: String
    var rest: String
  }

  /// `text` split behind its first colon, if what stands before it is one of `labels`.
  static func labelled(_ text: String, _ labels: [String], english: [String] = []) -> Labelled? {
    // The colon comes early or never: running text need not be searched for one.
    guard mayBeginWithLabel(text) else { return nil }
    let line = text.trimmed
    guard let colon = line.firstIndex(ofAny: "：:︰") else { return nil }
    let label = String(line[..<colon])
    var bare = label.withoutBlanks.halfWidth.lowercased()
    if bare.hasSuffix(".") { bare.removeLast() }
    if bare.hasPrefix("hon.") { bare = String(bare.dropFirst(4)) }
    guard bare.count <= 24 else { return nil }
    var known = labels.contains(bare) || english.contains(bare)
    if !known, bare.hanCount > 0, bare.hanCount < bare.count {
      // 编辑 Editor, Hon. Secretary 义务秘书: either of the two will do.
      let han = String(bare.filter(\.isHanCharacter))
      let western = String(bare.filter { !$0.isHanCharacter && !"/／().".contains($0) })
      known = labels.contains(han) || western.count >= 4 && (labels.contains(western) || english.contains(western))
    }
    // Sheet editor, Acting editor: a word before one of the roles.
    if !known, labels.contains("editor"), label.split(separator: " ").count == 2,
      ["editor", "editors"].contains(where: bare.hasSuffix), label.first?.isUppercase == true
    {
      known = true
    }
    guard known else { return nil }
    return Labelled(
      label: label.withoutSpreading,
      rest: String(line[line.index(after: colon)...]).trimmed)
  }

  /// Whether a colon stands among the first 48 scalars.
  private static func mayBeginWithLabel(_ text: String) -> Bool {
    let found = text.utf8.withContiguousStorageIfAvailable { bytes in
      // As far as 48 scalars may reach.
      let head = UnsafeBufferPointer(rebasing: bytes.prefix(48 * 4))
      func isEarly(_ place: Int) -> Bool { head[..<place].count { $0 & 0xC0 != 0x80 } < 48 }
      if let colon = ByteSearch.first(0x3A, in: head, from: 0), isEarly(colon) { return true }
      var place = ByteSearch.first(0xEF, in: head, from: 0)
      while let start = place {
        if start + 2 < bytes.count {
          let rest = (bytes[start + 1], bytes[start + 2])
          if rest == (0xBC, 0x9A) || rest == (0xB8, 0xB0) { return isEarly(start) }  // ： ︰
        }
        place = ByteSearch.first(0xEF, in: head, from: start + 1)
      }
      return false
    }
    return found ?? text.unicodeScalars.prefix(48).contains { $0 == "：" || $0 == ":" || $0 == "︰" }
  }

  /// A label of one to four words that need not be known: Press officer 新闻专员: Marta Kolm.
  static func anyLabelled(_ text: String) -> Labelled? {
    guard let colon = text.firstIndex(ofAny: "：:") else { return nil }
    let label = text[..<colon].trimmed
    let rest = text[text.index(after: colon)...].trimmed
    guard !rest.isEmpty, rest.columns <= 160, let first = label.first, first.isLetter,
      !label.contains(where: \.isDigit)
    else { return nil }
    let han = label.hanCount
    if han > 0 {
      guard han <= 8, label.columns <= 36 else { return nil }
    } else {
      guard label.split(separator: " ").count <= 4, label.columns <= 32, first.isUppercase else { return nil }
    }
    return Labelled(label: han > 0 ? label.withoutSpreading : label, rest: rest)
  }

  /// Any short Chinese label with its value.
  static func anyLabel(_ text: String) -> Labelled? {
    guard let colon = text.firstIndex(ofAny: "：:") else { return nil }
    let label = String(text[..<colon]).withoutBlanks
    let rest = String(text[text.index(after: colon)...]).trimmed
    guard (2...6).contains(label.count), label.hanCount == label.count, rest.columns <= 60 else { return nil }
    return Labelled(label: label, rest: rest)
  }
}
