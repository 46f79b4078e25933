import IssueModel

/// What stands right above and below a title: its number, a kicker, a subtitle, the writers.
extension TitleWork {
  mutating func decideNeighbours() {
    for index in draft.blocks.indices where draft.blocks[index].role == .title && !absorbed.contains(index) {
      takeNumber(of: index)
      findKicker(of: index)
    }
    lazy var isBilingual = isInTwoLanguages
    for index in draft.blocks.indices where draft.blocks[index].role == .title && !absorbed.contains(index) {
      joinFollowingTitle(index)
      joinTranslation(index)
      var after = next(index)
      if let place = after, draft.blocks[place].role == .subtitle { after = next(place) }
      if let place = after, draft.blocks[place].role == nil || isSubheading(place), draft.blocks[place].isText,
        let text = Self.subtitle(draft.blocks[place].text)
      {
        draft.blocks[place].role = .subtitle
        draft.blocks[place].lines = [DraftLine(text: text, number: draft.blocks[place].line)]
        after = next(place)
      }
      if let place = after,
        isStandfirst(place) || isDeck(place) || isSummary(place) || saysLifetime(place)
          || isTranslation(place) && isBilingual
      {
        draft.blocks[place].role = .subtitle
        let inlines = draft.blocks[place].inlines
        draft.blocks[place].lines = [
          DraftLine(
            inlines: inlines.isAllEmphasis ? inlines.withoutEmphasis : inlines, number: draft.blocks[place].line)
        ]
        after = next(place)
      }
      if let place = after { unquoteWriter(place) }
      // The picture may stand above its writer: the line goes up to the title.
      if let place = after, draft.blocks[place].isFigure, let line = next(place), line == place + 1,
        draft.blocks[line].role == nil, draft.blocks[line].isText, draft.blocks[line].headingLevel == nil,
        Self.isByline(draft.blocks[line].text), let text = next(line), beginsBody(text)
      {
        draft.blocks.swapAt(place, line)
      }
      if let place = after, draft.blocks[place].role == nil, draft.blocks[place].isText,
        draft.blocks[place].headingLevel == nil, Self.isByline(draft.blocks[place].text)
      {
        draft.blocks[place].role = .byline
        if let bare = Self.bareByline(draft.blocks[place].text) {
          draft.blocks[place].lines = [DraftLine(text: bare, number: draft.blocks[place].line)]
        }
      } else if let place = after, draft.blocks[place].role == nil, draft.blocks[place].isText,
        draft.blocks[place].headingLevel == nil,
        !isOneOfBold(place)
          && Self.isWriter(LineGrammar.wholeBracket(draft.blocks[place].text) ?? draft.blocks[place].text)
          || PersonNames.isWestern(draft.blocks[place].text) && !isPlainHead(place) || isSigned(draft.blocks[place]),
        let behind = next(place),
        beginsBody(behind)
          || isSubheading(behind)
            && (PersonNames.isWestern(draft.blocks[place].text) || isSigned(draft.blocks[place]))
      {
        draft.blocks[place].role = .byline
      }
    }
    decideSisterBylines()
    joinCredits()
  }

  /// Whether the line below a title is the first of several alike that divide the article: places, not persons.
  private func isPlainHead(_ index: Int) -> Bool {
    let end = draft.blocks[index...].firstIndex { $0.role == .title } ?? draft.blocks.endIndex
    return draft.plainHeads(in: index..<end).contains(index)
  }

  /// A quotation of nothing but the writers, above text: a converter took the indent of their line for it.
  private mutating func unquoteWriter(_ index: Int) {
    guard draft.blocks[index].role == nil, case .quote(let inner) = draft.blocks[index].form, inner.count == 1,
      case .paragraph = inner[0].form, inner[0].lines.count == 1, Self.isWriter(inner[0].text),
      EditorsNoteStage.label(of: inner[0].text) == nil, let behind = next(index), beginsBody(behind)
    else { return }
    draft.blocks[index] = inner[0]
  }

  /// 口述：甲 above 整理：乙: both wrote it.
  private mutating func joinCredits() {
    for index in draft.blocks.indices where draft.blocks[index].role == .byline && !absorbed.contains(index) {
      while let after = next(index), draft.blocks[after].role == nil, case .paragraph = draft.blocks[after].form,
        draft.blocks[after].lines.count == 1, draft.blocks[after].text.fits(60),
        Self.isCredits(draft.blocks[index].text.trimmed), Self.isCredits(draft.blocks[after].text.trimmed)
      {
        let text = draft.blocks[index].text.trimmed + "　" + draft.blocks[after].text.trimmed
        draft.blocks[index].lines = [DraftLine(text: text, number: draft.blocks[index].line)]
        absorb(after, into: index)
      }
    }
  }

  /// Whether running text, a quotation or a heading within the article begins at `index`.
  func beginsText(_ index: Int) -> Bool {
    let block = draft.blocks[index]
    switch block.role {
    case nil, .subheading, .editorsNote: break
    default: return false
    }
    switch block.form {
    case .quote, .heading: return true
    case .paragraph: return LineGrammar.isProse(block.text)
    default: return false
    }
  }
}
