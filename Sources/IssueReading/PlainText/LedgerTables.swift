import IssueModel

/// Accounts whose gaps recognition closed: Balance, June 1 $9,204.11, on each line some words and an amount.
extension PlainTextTables {
  /// The lines from `start` to the next empty one as a table of two columns: three or more of them between empty lines, each
  /// some words and an amount of money, or none but with numbers that part thousands or have two decimals; nil for others.
  static func ledger(_ lines: [PlainTextLine], from start: Int) -> (end: Int, table: Block)? {
    guard start == 0 || lines[start - 1].isEmpty, amount(in: lines[start]) != nil else { return nil }
    var rows: [(words: String, amount: String)] = []
    var end = start
    while end < lines.count, !lines[end].isEmpty {
      guard rows.count < 60, let row = amount(in: lines[end]) else { return nil }
      rows.append(row)
      end += 1
    }
    guard rows.count >= 3 else { return nil }
    return (
      end,
      .table(
        Table(
          alignments: [], headerRows: 0,
          rows: rows.map { [$0.words, $0.amount].map { Table.Cell([.paragraph(Paragraph([.text($0)]))]) } },
          source: SourceRange(start: SourcePosition(line: lines[start].number), endLine: lines[end - 1].number)))
    )
  }

  /// What a line of an account says, and its amount at the end; nil for any other line.
  private static func amount(in line: PlainTextLine) -> (words: String, amount: String)? {
    let text = line.text
    guard text.columns <= 72, !line.hasFormFeed, let last = text.utf8.last,
      (0x30...0x39).contains(last) || last == 0x29,
      !text.hasHan, let blank = text.lastIndex(where: \.isBlankCharacter)
    else { return nil }
    var words = text[..<blank].trimmed
    var amount = String(text[text.index(after: blank)...])
    // Dots lead from the one to the other, or $ stands apart.
    if words.hasSuffix("$") || words.hasSuffix("£") || words.hasSuffix("€"), let sign = words.popLast() {
      amount = String(sign) + amount
      words = words.trimmed
    }
    while let last = words.last, ".…· ".contains(last), words.hasSuffix("..") || words.hasSuffix(" ") || last == "…" {
      words.removeLast()
    }
    guard isMoney(amount), words.contains(where: \.isLetter), words.first?.isUppercase == true,
      !words.hasSuffix("."), !words.contains(". ")
    else { return nil }
    return (words, amount)
  }

  /// $9,204.11, 1,610.00, (377.50), £85: a sign of money, or two decimals.
  private static func isMoney(_ text: String) -> Bool {
    var digits = Substring(text)
    if digits.hasPrefix("("), digits.hasSuffix(")") { digits = digits.dropFirst().dropLast() }
    if let sign = digits.first, "-−–".contains(sign) { digits = digits.dropFirst() }
    let isSigned = digits.first.map { "$£€".contains($0) } == true
    if isSigned { digits = digits.dropFirst() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = parts.first, !whole.isEmpty,
      whole.allSatisfy({ $0.isASCII && $0.isNumber || $0 == "," }), whole.first != ","
    else { return false }
    if parts.count == 2 { return parts[1].count == 2 && parts[1].allSatisfy { $0.isASCII && $0.isNumber } }
    return isSigned
  }
}
