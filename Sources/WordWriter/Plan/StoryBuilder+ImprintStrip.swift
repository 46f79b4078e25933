internal import HouseStyle

/// What has LibreOffice set the imprint at the foot of the page though it leaves it in the running text.
///
/// By the standard the table of the imprint floats at the foot (ISO/IEC 29500-1, 17.4.57). LibreOffice 7 lets no table float that is
/// placed from the margin and as wide as the text block: it stays in the running text, so that its export to plain text
/// has it, and would stand right behind the text. An empty frame (17.3.1.11) in the margin of the page, from the upper edge of
/// the text block down to where the imprint is to begin, bars its way: it reaches so little into the text block that no line of
/// text is broken elsewhere for it, but no table as wide as the text block finds room beside it. Programs that let the table
/// float have no use for the frame, and nothing is seen of it.
enum ImprintStrip {
  /// How far it reaches into the text block, in twips: the thirtieth part of a millimetre.
  static let reach = 2
  /// Its width, in twips.
  static let width = 100
  /// How much narrower than the text block all must be that is to stand beside it, in twips.
  static let clearance = 10
  /// The height of the empty paragraph behind the imprint, in twips.
  static let end = 1
  /// What a page with a grid of lines has to leave below the last of them, in twips, for LibreOffice to find the room that is
  /// counted: 22 lines of 579 leave 18 (GB/T 9704). With less or more it was measured to send the imprint to a page of its own.
  static let gridRest = 15...20
  /// What LibreOffice needs beyond that, in twips: measured with version 7.4, up to eleven twips, and nineteen in documents
  /// that have footnotes, however many rows there are.
  static func slack(hasNotes: Bool) -> Int { hasNotes ? 20 : 12 }
}

extension StoryBuilder {
  /// Whether the imprint is to stand at the foot of the last page.
  var hasImprintAtFoot: Bool { style.imprintPlace == .footOfLastPage && !plan.composition.imprint.isEmpty }

  /// Whether a strip may stand beside the text. Where lines of text snap to a grid, LibreOffice fills whole lines of it only, so
  /// that no more than a page of GB/T 9704 has may be left below the last of them. Else the imprint just floats.
  var hasStrip: Bool {
    let page = style.page
    return hasImprintAtFoot
      && (!isChinese || page.linePitch > 0 && ImprintStrip.gridRest.contains(page.textHeight % page.linePitch))
  }

  /// Whether the lines of the imprint can be counted. Where nothing but punctuation of Chinese parts two Western words,
  /// LibreOffice finds no place to break a line, and takes more of them than any count; on the first line, as behind a label
  /// (cc：Ministry), it needs none.
  func mayBeStripped(_ rows: [StoryTable.Row], _ width: Int) -> Bool {
    rows.flatMap(\.cells).flatMap(\.story).allSatisfy { block in
      guard case .paragraph(let paragraph) = block else { return false }
      let size = style.style(of: paragraph.role).size
      var taken = 0
      var isStuck = false
      let scalars = Array(paragraph.words.joined().unicodeScalars)
      for (place, scalar) in scalars.enumerated() {
        taken += TextWidth.of(scalar)
        if !TextWidth.isWestern(scalar) {
          isStuck =
            "、，；：".unicodeScalars.contains(scalar) && place > 0 && TextWidth.isWestern(scalars[place - 1])
            && place + 1 < scalars.count && TextWidth.isWestern(scalars[place + 1])
        }
        if isStuck && taken * size / 10 > width * 9 / 10 { return false }
      }
      return true
    }
  }

  /// The width that tables and pictures of the text may have, in twips: all but that of the text block, since what is as wide
  /// as that finds no room beside the strip either.
  var blockRoom: Int { style.page.textWidth - (hasStrip ? ImprintStrip.clearance : 0) }

  /// The strip that bars the way of `table` down to `place`, and the paragraph that it stands with.
  mutating func strip(above table: StoryTable, at place: ImprintPlace) -> Story {
    // As high as the table may be: were it higher than the room below the strip, it would go from page to page.
    let estimate = PageEstimate([], notes: [], style, typesetter, .init(hangs: false, hasWideDigits: true))
    let own = estimate.height(of: [.table(table)], width: style.page.textWidth) + Self.ruleHeight(of: table)
    let foot =
      switch place {
      // What LibreOffice leaves between text and footnotes is some millimetres more than is counted.
      case .aboveNotes(_, let notes): style.page.textHeight - notes - style.page.linePitch / 2
      case .foot, .behindText: style.page.textHeight
      }
    let height = foot - own - ImprintStrip.end - ImprintStrip.slack(hasNotes: !plan.notes.isEmpty)
    guard case .paragraph(let company) = filler(keepsWithNext: true) else { return [] }
    guard height >= style.page.linePitch else { return [.paragraph(company)] }
    var frame = company
    frame.properties.append(
      Element(
        "w:framePr",
        [
          "w:w": String(ImprintStrip.width), "w:h": String(height), "w:hRule": "exact", "w:hSpace": "0",
          "w:vSpace": "0",
          "w:wrap": "around", "w:vAnchor": "page", "w:hAnchor": "page",
          "w:x": String(style.page.left + ImprintStrip.reach - ImprintStrip.width), "w:y": String(style.page.top),
        ]))
    return [.paragraph(frame), .paragraph(company)]
  }

  /// What the rules of `table` add to the height of its lines, in twips: `w:sz` is in eighths of a point.
  private static func ruleHeight(of table: StoryTable) -> Int {
    table.rows.reduce(0) { sum, row in
      let rules = row.cells.flatMap { $0.properties.filter { $0.name == "w:tcBorders" }.flatMap(\.children) }
      return sum
        + rules.reduce(0) { $0 + ($1.attributes.first { $0.name == "w:sz" }.flatMap { Int($0.value) } ?? 0) * 20 / 8 }
    }
  }
}
