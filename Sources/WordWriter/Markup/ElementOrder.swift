internal import XMLBinding

/// The order in which the schema of WordprocessingML (ISO/IEC 29500-4, wml.xsd) wants the children of an
/// element. Word refuses files that get it wrong; so the order is data, here, and nobody's discipline.
enum ElementOrder {
  /// The children of `parent`, in schema order; those of one name keep their order.
  static func sorted(_ children: [Element], in parent: XMLName) -> [Element] {
    guard children.count > 1, let order = table(of: parent.text) else { return children }
    // Nearly always they come in order: one walk through the list tells.
    var place = 0
    var isSorted = true
    for child in children where isSorted {
      if let found = rank(of: child.name, in: order, from: place) { place = found } else { isSorted = false }
    }
    if isSorted { return children }
    let ranked = children.map { (rank: rank(of: $0.name, in: order, from: 0) ?? Int.max, element: $0) }
    // Stable, since the index decides between equals.
    return ranked.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .map(\.element.element)
  }

  /// The children of `parent` that come from another file, in schema order; those of one name keep their order.
  static func sorted(_ children: [XMLElement], in parent: XMLName) -> [XMLElement] {
    guard children.count > 1, let order = table(of: parent.text) else { return children }
    let ranked = children.enumerated().map { child -> (rank: Int, offset: Int, element: XMLElement) in
      let place = CopiedMarkup.name(of: child.element).flatMap { Self.rank(of: $0, in: order, from: 0) }
      return (place ?? Int.max, child.offset, child.element)
    }
    return ranked.sorted { ($0.rank, $0.offset) < ($1.rank, $1.offset) }.map(\.element)
  }

  /// The names of the children of each ordered element, in schema order.
  static var names: [String: [String]] {
    Dictionary(
      uniqueKeysWithValues: parents.map { parent in
        let words = table(of: parent).map { String(describing: $0).split(whereSeparator: \.isWhitespace) } ?? []
        return (parent, words.map { "w:" + $0 })
      })
  }

  /// Where the table names the child, from the byte `start` on; nil if it does not.
  private static func rank(of name: XMLName, in table: StaticString, from start: Int) -> Int? {
    // The tables leave the prefix `w:` out.
    let wanted = UnsafeBufferPointer(start: name.literal.utf8Start, count: name.literal.utf8CodeUnitCount).dropFirst(2)
    let words = UnsafeBufferPointer(start: table.utf8Start, count: table.utf8CodeUnitCount)
    guard let head = wanted.first else { return nil }
    var place = start
    while place + wanted.count <= words.count {
      var end = place
      if words[place] == head, words[place..<(place + wanted.count)].elementsEqual(wanted) {
        end = place + wanted.count
        if end == words.count || words[end] <= 0x20 { return place }
      }
      while end < words.count, words[end] > 0x20 { end += 1 }
      place = end + 1
    }
    return nil
  }

  private static let paragraphProperties: StaticString = """
    pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
    suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd
    snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
    textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange
    """

  /// The names of the children of `parent`, in schema order and without their prefix; nil for elements whose children
  /// may stand in any order. One literal each, searched as it is: dictionaries of them would be made at every start.
  private static func table(of parent: String) -> StaticString? {
    switch parent {
    case "w:pPr": paragraphProperties
    case "w:rPr":
      """
      rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish
      webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang
      eastAsianLayout specVanish oMath rPrChange
      """
    case "w:sectPr":
      """
      headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols
      formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange
      """
    case "w:tblPr":
      """
      tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd
      tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange
      """
    case "w:trPr":
      """
      cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden ins del
      trPrChange
      """
    case "w:tcPr":
      """
      cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers
      cellIns cellDel cellMerge tcPrChange
      """
    case "w:pBdr": "top left bottom right between bar"
    case "w:tblBorders": "top start left bottom end right insideH insideV"
    case "w:tcBorders": "top start left bottom end right insideH insideV tl2br tr2bl"
    case "w:tblCellMar": "top start left bottom end right"
    case "w:numPr": "ilvl numId numberingChange ins"
    case "w:num": "abstractNumId lvlOverride"
    case "w:lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr"
    case "w:abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl"
    case "w:numbering": "numPicBullet abstractNum num numIdMacAtCleanup"
    case "w:style":
      """
      name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal
      personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr
      """
    case "w:font":
      """
      altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic embedBoldItalic
      """
    case "w:settings":
      """
      writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries
      displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts
      embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader
      bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState
      formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge
      revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride
      styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone
      doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders
      bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing
      drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery
      doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData
      noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter
      noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent
      alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags
      alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids themeFontLang
      clrSchemeMapping doNotIncludeSubdocsInStats doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown
      smartTagType shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator
      """
    case "w:footnotePr": "pos numFmt numStart numRestart footnote"
    case "w:compat":
      """
      noColumnBalance balanceSingleByteDoubleByteWidth noExtraLineSpacing doNotLeaveBackslashAlone ulTrailSpace
      doNotExpandShiftReturn spacingInWholePoints adjustLineHeightInTable useFELayout compatSetting
      """
    default: nil
    }
  }

  private static let parents = [
    "w:pPr", "w:rPr", "w:sectPr", "w:tblPr", "w:trPr", "w:tcPr", "w:pBdr", "w:tblBorders", "w:tcBorders",
    "w:tblCellMar", "w:numPr", "w:num", "w:lvl", "w:abstractNum", "w:numbering", "w:style", "w:font", "w:settings",
    "w:footnotePr", "w:compat",
  ]
}
