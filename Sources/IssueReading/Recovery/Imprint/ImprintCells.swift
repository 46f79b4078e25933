/// Takes lines of an imprint apart that hold several fields.
enum ImprintCells {
  /// 报：… 送：… 发：… on one line, a line each.
  static func distributions(in line: FlatLine) -> [FlatLine] {
    guard LineGrammar.distribution(line.text) != nil else { return [line] }
    var pieces: [String] = []
    var current = ""
    for token in line.text.split(omittingEmptySubsequences: false, whereSeparator: { $0.isBlankCharacter || $0 == "；" })
      .map(String.init)
    {
      if !current.isEmpty, LineGrammar.labelled(token, Vocabulary.distributionLabels) != nil {
        pieces.append(current)
        current = token
      } else {
        current += (current.isEmpty || token.isEmpty ? "" : " ") + token
      }
    }
    pieces.append(current)
    guard pieces.count > 1 else { return [line] }
    return pieces.map { piece in
      var part = line
      part.text = piece.trimmed
      return part
    }
  }

  /// The line, or where wide gaps part it into fields that each can be nothing else, its parts; their index says
  /// which part they are.
  static func cells(of line: FlatLine) -> [FlatLine] {
    var whole = line
    whole.index = 0
    var pieces = line.text.columnsByGaps
    // 责任编辑：甲 共印20份: one blank will do between fields that are told by their form.
    let tokens = line.text.split(whereSeparator: \.isBlankCharacter).map(String.init)
    if pieces.count == 1, tokens.count > 1, tokens.allSatisfy(isField) { pieces = tokens }
    if pieces.count > 1, LineGrammar.distribution(line.text) != nil,
      let field = pieces.dropFirst().firstIndex(where: isField)
    {
      // 送：…　责任编辑：…
      var recipients = whole
      recipients.text = pieces[..<field].joined(separator: "　")
      return [recipients]
        + pieces[field...].enumerated().map { index, piece in
          var cell = line
          cell.text = piece
          cell.index = index + 1
          return cell
        }
    }
    guard pieces.count > 1, LineGrammar.distribution(line.text) == nil,
      pieces.allSatisfy({ isField($0) || Vocabulary.looksLikeOffice($0) || DateGrammar.whole($0) != nil }),
      pieces.contains(where: isField),
      ImprintLine.printingLine(line.text) == nil
    else { return [whole] }
    return pieces.enumerated().map { index, piece in
      var cell = line
      cell.text = piece
      cell.index = index
      return cell
    }
  }

  private static func isField(_ text: String) -> Bool {
    LineGrammar.copies(text) != nil || LineGrammar.labelled(text, Vocabulary.rolesAndContacts) != nil
      || ImprintLine.printingLine(text) != nil
  }
}
