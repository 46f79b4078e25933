/// Which lines are one paragraph.
extension PlainTextLayout {
  /// Whether `line` goes on with the paragraph that `first` began, of which `last` stands right above it.
  func goesOn(_ first: PlainTextLine, _ last: PlainTextLine, _ line: PlainTextLine) -> Bool {
    let width = Self.isChinese(last.text) ? chineseWidth : width
    // Columns set apart, as in a masthead or an imprint, are no running text.
    if last.hasColumns || line.hasColumns { return false }
    // What a mail quotes was wrapped by it, whatever the rest is like.
    if last.text.hasPrefix("> "), line.text.hasPrefix("> "), line.text.dropFirst(2).first?.isLowercase == true {
      return true
    }
    // A signature at the right margin ends with its line.
    if last.indent - margin >= 20, line.indent + 12 <= last.indent, last.text.columns <= 40 { return false }
    // Where paragraphs begin with an indent, such a line begins one, whatever width the mark above has: 3. THE MILL, and
    // below it the text. An item that goes on has filled its line.
    if let width, let indent, line.indent == indent, indent >= margin + 2, first.indent <= margin + 1,
      last.columns + 1 + line.firstWordColumns <= width, line.text.hanCount == 0,
      line.text.first?.isLowercase != true
    {
      return false
    }
    // The text of an item goes on below its beginning, not below its mark.
    if let mark = ItemMark(first.text) {
      // The next number begins the next item.
      if let next = ItemMark(line.text), next.kind == mark.kind, let count = mark.ordinal, next.ordinal == count + 1,
        line.indent == first.indent, last.text.hasSuffix(".") || last.text.hasSuffix(";")
      {
        return false
      }
      let edge = first.indent + mark.columns
      // In Chinese only below a line that is full, or with a small letter, as items in two languages do.
      let isFull =
        width.map { last.columns >= $0 - 8 || last.columns + 1 + line.firstWordColumns > $0 } ?? false
        || line.text.first?.isLowercase == true
      if ItemMark(line.text) == nil, line.text.hanCount == 0 || isFull, abs(line.indent - edge) <= 1,
        line.indent > first.indent
      {
        return true
      }
    }
    // Below an indented line that ends no sentence, a line that begins left of it goes on with it.
    if (2...6).contains(first.indent - line.indent), line.indent <= margin + 1, line.number == last.number + 1,
      last.columns >= 44,
      last.text.unicodeScalars.last?.isHan == true, line.text.hanCount > 0,
      LineGrammar.isProse(line.text) || LineGrammar.isProse(last.text), LineGrammar.numbering(line.text) == nil,
      LineGrammar.sectionMark(line.text) == nil, LineGrammar.distribution(line.text) == nil,
      LineGrammar.wholeBracket(line.text) == nil
    {
      return true
    }
    guard let width else { return false }
    // Behind a finished sentence, a line far shorter that names a person, and ends without a point, signs.
    if last.text.hasSuffix("."), line.columns + 20 <= width, line.text.hanCount == 0,
      PersonNames.isSigner(String(line.text.prefix { $0 != "," }))
    {
      let post = line.text.drop { $0 != "," }.dropFirst()
      if post.isEmpty || SignatureLines.isPost(String(post)) { return false }
    }
    let isFull =
      last.columns >= width - 8
      || last.text.hanCount == 0 && last.columns >= 36 && last.columns + 1 + line.firstWordColumns > width
    // A word parted at the line's end goes on, and so does a sentence, in a small letter, however short a line is: its page
    // was cut there.
    let isCut =
      !isFull && last.columns * 2 >= width && last.columns >= 32 && line.text.first?.isLowercase == true
      && line.number == last.number + 1 && line.indent == last.indent && last.text.hanCount == 0
      && last.text.unicodeScalars.last.map { $0 == "-" || $0.isASCIILetter } == true
      && line.text.hanCount == 0 && ItemMark(line.text) == nil
    guard isFull || isCut else { return false }
    // An indent begins a paragraph; so does what begins a line of its own.
    guard
      line.indent < margin + 2
        || line.indent == last.indent && first.indent == line.indent && line.text.hanCount == 0
          && line.indent <= margin + 12
          && (first.number < last.number
            || last.text.unicodeScalars.last?.endsSentence != true && !last.text.hasSuffix("."))
        || line.indent == last.indent && last.indent >= margin + 2 && last.columns >= width - 3
          && line.indent > margin + 4
        // A note set in, its first line a little further.
        || (2...6).contains(first.indent - line.indent) && first.text.hanCount > 0 && line.number == last.number + 1
          && (first.number == last.number || line.indent == last.indent)
          && last.text.unicodeScalars.last?.endsSentence != true
    else { return false }
    if LineGrammar.sectionMark(line.text) != nil || LineGrammar.distribution(line.text) != nil { return false }
    if LineGrammar.pageNumber(line.text) != nil && LineGrammar.isCertainPageNumber(line.text) { return false }
    if let end = last.text.unicodeScalars.last, end.endsSentence {
      if let numbering = LineGrammar.numbering(line.text), numbering.level <= 4 { return false }
      // 目    次 right below a note whose last line is full.
      if ContentsStage.isHeading(line.text) { return false }
    }
    // Found: one glove. A label behind a finished sentence begins a note of its own.
    if last.text.hasSuffix("."), line.text.hanCount == 0,
      let colon = line.text.prefix(20).firstIndex(of: ":"), line.text.first?.isUppercase == true,
      line.text[..<colon].allSatisfy(\.isLetter), first.text.prefix(20).contains(":")
    {
      return false
    }
    return ContentsLine(last.text).page == nil
  }
}
