internal import HouseStyle
internal import IssueModel
internal import XMLBinding

/// Turns the looks of a house style into properties of paragraphs and runs, as the language of the issue
/// wants them.
struct Typesetter {
  let style: HouseStyle
  let language: Language

  /// Whether text is set on the grid of Chinese official documents; else in the Western way.
  var isChinese: Bool { language.isChinese }

  /// The look of Word's `Normal`: body text without its indent, on which all other styles are based.
  var normal: RoleStyle {
    var normal = style.style(of: .body)
    normal.firstLineIndent = 0
    normal.leftIndent = 0
    normal.rightIndent = 0
    normal.spaceBefore = 0
    normal.spaceAfter = 0
    normal.keepWithNext = false
    normal.outlineLevel = nil
    return normal
  }

  func fonts(_ fontClass: FontClass) -> FontChoice {
    style.fonts[fontClass] ?? style.fonts[.fangsong] ?? FontChoice(han: "SimSun", latin: "Times New Roman")
  }

  /// The fonts of text in `role`.
  func fonts(of role: RoleStyle) -> FontChoice { role.fonts ?? fonts(role.font) }

  // MARK: Lengths

  /// `hundredths` of a character of text in `role`, in twips. A Western character is half an em.
  func characters(_ hundredths: Int, _ role: RoleStyle) -> Int {
    hundredths * role.size * (isChinese ? 10 : 5) / 100
  }

  /// `hundredths` of a line of the page, in twips.
  func lines(_ hundredths: Int) -> Int { hundredths * style.page.linePitch / 100 }

  // MARK: Paragraphs

  /// All that a style says of its paragraphs, each property with its value even where it is Word's own.
  func paragraph(_ role: RoleStyle) -> [Element] {
    [
      .flag("w:keepNext", role.keepWithNext),
      .flag("w:keepLines", role.keepWithNext),
      // Keeping widows together costs lines: a page would hold 21 (GB/T 9704-2012, 5.2.3 wants 22).
      .flag("w:widowControl", false),
      .flag("w:snapToGrid", false),
      // Space above and below is for what differs: none between two paragraphs of one note or quote.
      .flag("w:contextualSpacing"),
      spacing(role), indents(role), alignment(role.alignment),
      .val("w:outlineLvl", (role.outlineLevel ?? 10) - 1),
    ]
  }

  func spacing(_ role: RoleStyle) -> Element {
    var spacing = Element("w:spacing", ["w:before": String(lines(role.spaceBefore))])
    spacing.set("w:after", lines(role.spaceAfter))
    if role.linePitch == 0 {
      spacing.set("w:line", 240 * role.lineStretch / 100)
      spacing.set("w:lineRule", "auto")
    } else {
      spacing.set("w:line", role.linePitch ?? style.page.linePitch)
      spacing.set("w:lineRule", "exact")
    }
    return spacing
  }

  func indents(_ role: RoleStyle) -> Element {
    var indents = Element("w:ind")
    set(&indents, "w:left", "w:leftChars", role.leftIndent, role)
    set(&indents, "w:right", "w:rightChars", role.rightIndent, role)
    if role.firstLineIndent < 0 {
      set(&indents, "w:hanging", "w:hangingChars", -role.firstLineIndent, role)
    } else {
      set(&indents, "w:firstLine", "w:firstLineChars", role.firstLineIndent, role)
    }
    return indents
  }

  private func set(
    _ indents: inout Element, _ twips: XMLName, _ characters: XMLName, _ hundredths: Int, _ role: RoleStyle
  ) {
    // Word takes the characters where they are given, LibreOffice the twips.
    if isChinese { indents.set(characters, hundredths) }
    indents.set(twips, self.characters(hundredths, role))
  }

  /// Indents in twips for one paragraph. The characters are set to 0, for those of its style would win.
  func indents(left: Int, right: Int, firstLine: Int) -> Element {
    var indents = Element("w:ind")
    if isChinese {
      indents.set("w:leftChars", 0)
      indents.set("w:rightChars", 0)
      indents.set("w:firstLineChars", 0)
    }
    indents.set("w:left", left)
    indents.set("w:right", right)
    indents.set(firstLine < 0 ? "w:hanging" : "w:firstLine", abs(firstLine))
    return indents
  }

  func alignment(_ alignment: RoleStyle.Alignment) -> Element {
    switch alignment {
    // Without hyphens, Western lines this short have holes when justified.
    case .justified: .val("w:jc", isChinese ? "both" : "left")
    case .left: .val("w:jc", "left")
    case .center: .val("w:jc", "center")
    case .right: .val("w:jc", "right")
    }
  }

  // MARK: Runs

  /// All that a style says of its characters, each property with its value even where it is Word's own.
  func characters(_ role: RoleStyle) -> [Element] {
    let size = String(role.size)
    // Western type tells a heading by weight and slope, where Chinese has other classes of type.
    let isBold = role.bold || !isChinese && role.font == .heiti && role.fonts == nil
    let isItalic = role.italic || !isChinese && role.font == .kaiti && role.fonts == nil
    return [
      fonts(fonts(of: role), hanEverywhere: false),
      .flag("w:b", isBold), .flag("w:bCs", isBold), .flag("w:i", isItalic), .flag("w:iCs", isItalic),
      .val("w:color", role.color ?? "auto"),
      .val("w:spacing", squeeze(role)),
      .val("w:sz", size), .val("w:szCs", size),
    ]
  }

  /// What is added to each character of body size, so that a line of the page holds what it should.
  func squeeze(_ role: RoleStyle) -> Int {
    isChinese && role.size == style.style(of: .body).size ? style.page.characterSpacing : 0
  }

  /// The fonts of a run, always in all four places and never by theme, which would win over the names.
  func fonts(_ choice: FontChoice, hanEverywhere: Bool) -> Element {
    let latin = hanEverywhere ? choice.han : choice.latin
    var fonts = Element("w:rFonts")
    if hanEverywhere { fonts.set("w:hint", "eastAsia") }
    fonts.set("w:ascii", latin)
    fonts.set("w:hAnsi", latin)
    fonts.set("w:eastAsia", choice.han)
    fonts.set("w:cs", latin)
    return fonts
  }

  /// The language of the text, for spelling and for the rules of line ends.
  var languageElement: Element {
    let eastAsian = language == .traditionalChinese ? "zh-TW" : "zh-CN"
    let western = isChinese || !language.rawValue.contains("-") ? "en-US" : language.rawValue
    return Element("w:lang", ["w:val": western, "w:eastAsia": eastAsian])
  }
}
