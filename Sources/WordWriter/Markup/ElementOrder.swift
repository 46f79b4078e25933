internal import XMLBinding

/// The order in which the schema of WordprocessingML (ISO/IEC 29500-4, wml.xsd) wants the children of an
/// element. Word refuses files that get it wrong; so the order is data, here, and nobody's discipline.
enum ElementOrder {
  /// The children of `parent`, in schema order; those of one name keep their order.
  static func sorted(_ children: [Element], in parent: XMLName) -> [Element] {
    guard children.count > 1, let ranks = ranks[parent.text] else { return children }
    let ranked = children.map { (rank: ranks[$0.name.text] ?? Int.max, element: $0) }
    var isSorted = true
    for index in 1..<ranked.count where ranked[index].rank < ranked[index - 1].rank { isSorted = false }
    if isSorted { return children }
    // Stable, since the index decides between equals.
    return ranked.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .map(\.element.element)
  }

  /// The children of `parent` that come from another file, in schema order; those of one name keep their order.
  static func sorted(_ children: [XMLElement], in parent: XMLName) -> [XMLElement] {
    guard children.count > 1, let ranks = ranks[parent.text] else { return children }
    let ranked = children.enumerated().map { (ranks["w:" + $0.element.name] ?? Int.max, $0.offset, $0.element) }
    return ranked.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  /// The names of the children of each ordered element, in schema order.
  static let names: [String: [String]] = tables.mapValues { $0.split(whereSeparator: \.isWhitespace).map { "w:" + $0 } }

  private static let ranks: [String: [String: Int]] = names.mapValues { names in
    Dictionary(names.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  private static let paragraphProperties = """
    pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
    suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd
    snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
    textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange
    """

  private static let tables: [String: String] = [
    "w:pPr": paragraphProperties,
    "w:rPr": """
    rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish
    webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang
    eastAsianLayout specVanish oMath rPrChange
    """,
    "w:sectPr": """
    headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols
    formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange
    """,
    "w:tblPr": """
    tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd
    tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange
    """,
    "w:trPr": """
    cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden ins del
    trPrChange
    """,
    "w:tcPr": """
    cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers
    cellIns cellDel cellMerge tcPrChange
    """,
    "w:pBdr": "top left bottom right between bar",
    "w:tblBorders": "top start left bottom end right insideH insideV",
    "w:tcBorders": "top start left bottom end right insideH insideV tl2br tr2bl",
    "w:tblCellMar": "top start left bottom end right",
    "w:numPr": "ilvl numId numberingChange ins",
    "w:num": "abstractNumId lvlOverride",
    "w:lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "w:abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "w:numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "w:style": """
    name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal
    personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr
    """,
    "w:font": """
    altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic embedBoldItalic
    """,
    "w:settings": """
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
    """,
    "w:footnotePr": "pos numFmt numStart numRestart footnote",
    "w:compat": """
    noColumnBalance balanceSingleByteDoubleByteWidth noExtraLineSpacing doNotLeaveBackslashAlone ulTrailSpace
    doNotExpandShiftReturn spacingInWholePoints adjustLineHeightInTable useFELayout compatSetting
    """,
  ]
}
