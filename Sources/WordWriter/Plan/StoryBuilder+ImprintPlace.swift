internal import HouseStyle
internal import IssueModel

/// Where the imprint stands.
enum ImprintPlace: Equatable {
  /// Right behind the text.
  case behindText
  /// At the foot of the last page.
  case foot
  /// Above the footnotes of the last page.
  /// - Parameters:
  ///   - top: Where it begins, below the upper edge of the text block, in twips.
  ///   - notes: What is left for the footnotes, in twips.
  case aboveNotes(top: Int, notes: Int)
}

extension StoryBuilder {
  /// Where the imprint of `rows` is to stand: at the foot of the last page, above its footnotes if there may be any.
  ///
  /// Nothing that floats takes notice of footnotes, so room for them must be left. Which of them stand on the last page
  /// is known only to the program that lays the pages out. It is guessed here; and as Western type may be narrower than is
  /// counted, and each page may end some lines earlier or later, all those count that stand there in any such case.
  func place(of rows: [StoryTable.Row], _ width: Int, behind body: Story, _ head: Int, isTorn: Bool) -> ImprintPlace {
    guard style.imprintPlace == .footOfLastPage else { return .behindText }
    guard !isTorn else {
      reportBehindText(
        Wording("it is longer than a page", zh: "版记超过一页"), hint: Wording("shorten it", zh: "请精简版记"))
      return .behindText
    }
    guard !plan.notes.isEmpty else { return .foot }
    let table = StoryTable(properties: position(of: .foot), columns: [width], rows: rows)
    let notes = notesOfLastPage(body, head, with: table)
    guard !notes.isEmpty else { return .foot }
    // As high as they may be.
    let estimate = PageEstimate([], notes: plan.notes, style, typesetter, .init(hangs: false))
    let own = estimate.height(of: [.table(table)], width: width)
    let height = estimate.height(ofNotes: notes)
    let top = style.page.textHeight - height - own
    // With less than a third of the page for text, the lines that go with the imprint have no room.
    guard top * 3 >= style.page.textHeight else {
      reportBehindText(
        Wording("the footnotes of the last page leave too little room above them", zh: "末页脚注所占篇幅过大"),
        hint: Wording("shorten the footnotes, or move them into the text", zh: "请精简脚注，或将其并入正文"))
      return .behindText
    }
    return .aboveNotes(top: top, notes: height)
  }

  /// The numbers of the footnotes that may stand on the last page of `body` with the imprint at its foot.
  private func notesOfLastPage(_ body: Story, _ head: Int, with imprint: StoryTable) -> Set<Int> {
    // Where it finds no room at the foot the last lines go with it to another page.
    let story = keepingWithImprint(body, behind: head, imprint) + [.table(imprint)]
    let estimate = PageEstimate([], notes: plan.notes, style, typesetter)
    // How full a page is can be told of Chinese text, whose lines hold so many characters, for some pages.
    let page = style.page
    let mayCount = isChinese ? 20 * page.textHeight : 0
    var height = 0
    let start = story.lastIndex { block in
      height += estimate.height(of: [block], width: page.textWidth)
      return height > max(mayCount, 3 * page.textHeight)
    }
    let line = page.linePitch
    let isCounted = isChinese && start == nil
    let shifts =
      isCounted
      ? Array(stride(from: -2 * line, through: 2 * line, by: line))
      : Array(stride(from: 0, to: page.textHeight, by: 2 * line))
    var notes: Set<Int> = []
    for western in [100, 76] {
      for shift in shifts {
        let estimate = PageEstimate(
          Array(story[(start ?? 0)...]), notes: plan.notes, style, typesetter, .init(western: western, shift: shift))
        notes.formUnion(estimate.notePages.filter { $0.value == estimate.page }.keys)
      }
    }
    return notes
  }

  private func reportBehindText(_ reason: Wording, hint: Wording) {
    context.diagnostics.report(
      Diagnostic(
        id: "imprint-behind-text", severity: .note,
        message: Wording(
          "the imprint stands right behind the text, not at the foot of the last page: \(reason.english)",
          zh: "版记排在正文之后，未置于末页页脚处：\(reason.chinese)"),
        hint: hint))
  }

  /// How a table says that it stands there; nothing for one in the text.
  ///
  /// It floats with the paragraph behind it: where the text leaves it too little room, both go to the next page. With a strip it
  /// is placed from the margin, so that LibreOffice 7 keeps it in the running text (see ``ImprintStrip``); else from the edge of
  /// the page, since LibreOffice lets no table as wide as the text block float that is placed from the margin.
  func position(of place: ImprintPlace, isStripped: Bool = false) -> [Element] {
    var position = Element("w:tblpPr", ["w:leftFromText": "0", "w:rightFromText": "0"])
    // No line of text finds room between it and the footnotes.
    if case .aboveNotes(_, let notes) = place { position.set("w:bottomFromText", notes) }
    position.set("w:vertAnchor", "margin")
    if isStripped {
      position.set("w:horzAnchor", "margin")
      position.set("w:tblpXSpec", "left")
    } else {
      position.set("w:horzAnchor", "page")
      position.set("w:tblpX", style.page.left)
    }
    switch place {
    case .behindText: return []
    case .foot: position.set("w:tblpYSpec", "bottom")
    case .aboveNotes(let top, _): position.set("w:tblpY", top)
    }
    return [position]
  }
}
