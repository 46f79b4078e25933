/// What mastheads say beside name, number, office and date: the price, the ISSN, who edits it, where it is registered, how many
/// copies go out, how to write to it.
enum MastheadParticulars {
  /// Whether a line says nothing but such things, those of one kind or several between gaps, strokes or points.
  static func fill(_ text: String) -> Bool {
    guard text.utf8.count <= 240, !text.hasHan, text.utf8.first.map({ $0 < 0x80 }) == true || text.first == "£" else {
      return false
    }
    let pieces = self.pieces(text)
    guard (1...10).contains(pieces.count) else { return false }
    let sure = pieces.count(where: { isSure($0) })
    return sure > 0 && sure * 2 >= pieces.count
      && pieces.allSatisfy { $0.columns <= 110 && ($0.columns <= 40 || isSure($0) || !LineGrammar.isProse($0)) }
  }

  /// Whether a piece of such a line is no name of anything.
  static func isSure(_ piece: String) -> Bool {
    let low = piece.lowercased().trimmed
    guard let first = low.utf8.first else { return false }
    if beginnings.contains(where: { $0.utf8.first == first && begins(low, $0) }) { return true }
    // Free to members; Free acupuncture goes west is a title.
    if low == "free" || low.hasPrefix("free to ") && low.utf8.count <= 28 { return true }
    if piece.contains(" by "), OfficeName.publisher(in: piece) != nil { return true }
    if low.contains("@") || low.contains("www.") || low.contains("http") { return true }
    return isPrice(low) || isAddress(low)
  }

  private static func begins(_ text: String, _ word: String) -> Bool {
    guard text.hasPrefix(word) else { return false }
    guard let next = text.dropFirst(word.count).first else { return true }
    return !next.isLetter
  }

  private static func pieces(_ text: String) -> [String] {
    var line = text
    for mark in [" | ", " · ", " • ", "; ", " ~ ", " * ", " / ", " – ", " — "] {
      line = line.replacing(mark, with: "\t")
    }
    var result: [String] = []
    for column in line.columnsByGaps.flatMap({ $0.split(separator: "\t").map(String.init) }) {
      // Circulation 450. Tel. 0555 201: a sentence ends behind a word that is no abbreviation.
      var rest = column[...]
      while let stop = rest.ranges(of: ". ").first(where: { stop in
        rest[..<stop.lowerBound].reversed().prefix(while: { $0.isLetter || $0.isNumber }).count >= 3
          && rest[stop.upperBound...].first?.isUppercase == true
          && !["tel", "telephone"].contains(rest[..<stop.lowerBound].split(separator: " ").last?.lowercased() ?? "")
      }) {
        result.append(rest[..<stop.lowerBound].trimmed)
        rest = rest[stop.upperBound...]
      }
      result.append(rest.trimmed)
    }
    return result.filter { !$0.isEmpty }
  }

  private static let beginnings = [
    "price", "priced", "cover price", "issn", "isbn", "print issn", "online issn", "registered", "regd",
    "regd.",
    "entered", "entered as", "circulation", "net sales", "print run", "editor", "editors", "hon. editor",

    "acting editor", "managing editor", "joint editors", "edited by", "tel", "telephone", "phone", "telegrams", "telex",
    "fax", "email", "e-mail", "web", "website", "subscription", "subscriptions", "annual subscription", "established",
    "est", "estd", "founded", "postage", "post free", "gratis", "charity", "charity no", "company",
    "postal address", "address", "p.o. box", "po box", "box", "g.p.o.", "gpo", "affiliated", "members free",
    "member of",
    "usps", "permit", "bulk rate", "postmaster", "copyright", "printed by", "printed at", "printed in",
    "typeset by", "with supplement", "for subscribers",
  ]

  /// 3d., 20p, £1.50, Rs. 2, One Penny, 5 cents.
  private static func isPrice(_ low: String) -> Bool {
    guard low.utf8.count <= 24 else { return false }
    let words = low.split { $0.isBlankCharacter || "()".contains($0) }.map(String.init)
    if let last = words.last, words.count <= 4,
      ["penny", "pence", "cents", "twopence", "threepence", "sixpence", "halfpenny", "shilling", "shillings", "annas"]
        .contains(last.filter(\.isLetter))
    {
      return true
    }
    // 15p where sold, £1 to members
    if let first = words.first, words.count >= 2, words.count <= 5, first.contains(where: \.isNumber),
      ["where", "to", "each", "a", "per", "post", "when", "if", "net", "monthly", "weekly", "quarterly"].contains(
        words[1])
    {
      return isPrice(first)
    }
    let bare = low.filter { !$0.isBlankCharacter && $0 != "." }
    let marks = bare.filter { !$0.isNumber && !"/-,".contains($0) }
    return bare.contains(where: \.isNumber)
      && ["d", "p", "s", "sd", "£", "$", "€", "¥", "¢", "rs", "hk$", "a$", "nz$", "s$", "c"].contains(marks)
      && !(bare.count > 8)
  }

  /// 14 Quay Street, Kelda: a number and a word for a street, or the code of a postal district.
  private static func isAddress(_ low: String) -> Bool {
    guard low.contains(where: \.isNumber), low.utf8.count <= 100 else { return false }
    let words = low.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let streets: Set<String> = [
      "street", "st", "road", "rd", "lane", "row", "avenue", "ave", "square", "terrace", "quay", "wharf", "place",
      "hill",
      "drive", "parade", "crescent", "close", "way", "boulevard", "box", "esplanade",
    ]
    // A month makes it a date.
    return words.contains(where: streets.contains) && words.first?.first?.isNumber == true
      && !words.contains(where: { DateGrammar.isPeriodWord($0) })
  }
}
