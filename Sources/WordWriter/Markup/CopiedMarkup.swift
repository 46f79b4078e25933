internal import XMLBinding

/// Elements of another Word file, written as they are as far as they are known here. Anything else, and all that
/// only means something in the file it comes from, must have been taken out before: what is not known is not written.
enum CopiedMarkup {
  /// The name with its prefix; nil for an element that is not copied.
  static func name(of element: XMLElement) -> XMLName? {
    prefixes[element.namespace ?? ""].flatMap { elements[$0 + element.name] }
  }

  /// The name with its prefix; nil for an attribute of `element` that is not copied.
  static func name(of attribute: XMLAttribute, in element: XMLElement) -> XMLName? {
    // LibreOffice writes some to shapes that have none of the kind.
    if element.namespace == WordNamespace.vector, let owners = shapesWith[attribute.name],
      !owners.contains(element.name)
    {
      return nil
    }
    return switch attribute.namespace {
    case nil: plainAttributes[attribute.name]
    case WordNamespace.main: attributes[attribute.name]
    case WordNamespace.office: officeAttributes[attribute.name]
    case WordNamespace.vector: attribute.name == "ext" ? "v:ext" : nil
    default: nil
    }
  }

  /// The elements of VML that have an attribute which is not for all of them.
  private static let shapesWith: [String: Set<String>] = [
    "path": ["shape", "shapetype"], "adj": ["shape", "shapetype"], "type": ["shape", "fill", "shadow"],
    "from": ["line"], "to": ["line"], "arcsize": ["roundrect"], "points": ["polyline"],
  ]

  private static let prefixes = [
    WordNamespace.main: "w:", WordNamespace.drawing: "a:", WordNamespace.placement: "wp:",
    WordNamespace.picture: "pic:", WordNamespace.vector: "v:", WordNamespace.office: "o:",
    WordNamespace.wordVector: "w10:",
  ]

  private static let elements = table([
    "w:hdr", "w:ftr", "w:p", "w:pPr", "w:r", "w:rPr", "w:t", "w:tab", "w:br", "w:cr", "w:ptab", "w:fldChar",
    "w:instrText", "w:noBreakHyphen", "w:drawing", "w:tbl", "w:tblPr", "w:tblGrid", "w:gridCol", "w:tr",
    "w:trPr", "w:tc", "w:tcPr", "w:pStyle", "w:keepNext", "w:keepLines", "w:framePr", "w:widowControl",
    "w:pBdr", "w:top", "w:left", "w:bottom", "w:right", "w:between", "w:bar", "w:start", "w:end", "w:insideH",
    "w:insideV", "w:shd", "w:tabs", "w:kinsoku", "w:wordWrap", "w:overflowPunct", "w:topLinePunct",
    "w:autoSpaceDE", "w:autoSpaceDN", "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind",
    "w:contextualSpacing", "w:jc", "w:textAlignment", "w:outlineLvl", "w:rStyle", "w:rFonts", "w:b", "w:bCs",
    "w:i", "w:iCs", "w:caps", "w:smallCaps", "w:strike", "w:dstrike", "w:color", "w:w", "w:kern", "w:position",
    "w:sz", "w:szCs", "w:highlight", "w:u", "w:vertAlign", "w:lang", "w:tblW", "w:tblInd", "w:tblBorders",
    "w:tblLayout", "w:tblCellMar", "w:tblpPr", "w:cantSplit", "w:trHeight", "w:tcW", "w:gridSpan", "w:vMerge",
    "w:tcBorders", "w:noWrap", "w:vAlign", "w:tcMar", "w:style", "w:name", "w:basedOn", "w:uiPriority",
    "w:qFormat",
    "wp:inline", "wp:anchor", "wp:extent", "wp:effectExtent", "wp:docPr", "wp:cNvGraphicFramePr",
    "wp:simplePos", "wp:positionH", "wp:positionV", "wp:posOffset", "wp:align", "wp:wrapNone", "wp:wrapSquare",
    "wp:wrapTopAndBottom",
    "a:graphicFrameLocks", "a:graphic", "a:graphicData", "a:blip", "a:stretch", "a:fillRect", "a:xfrm",
    "a:off", "a:ext", "a:prstGeom", "a:avLst", "a:srcRect", "a:lum", "a:grayscl", "a:alphaModFix",
    "pic:pic", "pic:nvPicPr", "pic:cNvPr", "pic:cNvPicPr", "pic:blipFill", "pic:spPr",
    "w:pict", "w:txbxContent", "v:shapetype", "v:shape", "v:group", "v:line", "v:rect", "v:roundrect", "v:oval",
    "v:polyline", "v:stroke", "v:fill", "v:formulas", "v:f", "v:path", "v:textpath", "v:textbox", "v:shadow",
    "v:imagedata", "o:lock", "w10:wrap", "w10:anchorlock",
  ])

  private static let attributes = table(
    [
      "w:val", "w:type", "w:styleId", "w:customStyle", "w:ascii", "w:hAnsi", "w:eastAsia", "w:cs", "w:hint",
      "w:color", "w:sz", "w:space", "w:fill", "w:pos", "w:leader", "w:left", "w:right", "w:start", "w:end",
      "w:firstLine", "w:hanging", "w:leftChars", "w:rightChars", "w:firstLineChars", "w:hangingChars",
      "w:startChars", "w:endChars", "w:before", "w:after", "w:line", "w:lineRule", "w:beforeLines",
      "w:afterLines", "w:w", "w:h", "w:hRule", "w:wrap", "w:hSpace", "w:vSpace", "w:vAnchor", "w:hAnchor",
      "w:xAlign", "w:x", "w:yAlign", "w:y", "w:fldCharType", "w:alignment", "w:relativeTo", "w:leftFromText",
      "w:rightFromText", "w:topFromText", "w:bottomFromText", "w:vertAnchor", "w:horzAnchor", "w:tblpX",
      "w:tblpXSpec", "w:tblpY", "w:tblpYSpec", "w:bidi", "w:dropCap", "w:lines",
    ], dropping: 2)

  private static let plainAttributes = table([
    "distT", "distB", "distL", "distR", "cx", "cy", "id", "name", "descr", "relativeFrom", "simplePos",
    "relativeHeight", "behindDoc", "locked", "layoutInCell", "allowOverlap", "wrapText", "x", "y",
    "noChangeAspect", "uri", "rot", "flipH", "flipV", "prst", "l", "t", "r", "b", "bright", "contrast", "amt",
    // VML. What leads out of the file, such as `href` and `src`, is not among them.
    "type", "style", "alt", "title", "coordsize", "coordorigin", "adj", "path", "fillcolor", "filled", "stroked",
    "strokecolor", "strokeweight", "from", "to", "arcsize", "points", "wrapcoords", "opacity", "on", "string",
    "fitshape", "fitpath", "trim", "angle", "color", "color2", "eqn", "textpathok", "gradientshapeok",
    "joinstyle", "dashstyle", "linestyle", "weight", "endcap", "inset", "croptop", "cropbottom", "cropleft",
    "cropright", "gain", "blacklevel", "side", "anchorx", "anchory", "aspectratio", "shapetype", "offset", "v",
    "textboxrect",
  ])

  private static let officeAttributes = table(
    [
      "o:spid", "o:spt", "o:connecttype", "o:connectlocs", "o:connectangles", "o:extrusionok", "o:allowincell",
      "o:allowoverlap", "o:title", "o:connectortype", "o:preferrelative", "o:bwmode",
    ], dropping: 2)

  private static func table(_ names: [XMLName], dropping prefix: Int = 0) -> [String: XMLName] {
    Dictionary(names.map { (String($0.text.dropFirst(prefix)), $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension XMLWriter {
  /// Writes `element` and what is in it, as far as it is known; `pictures` says which relationship leads to the
  /// picture that `r:embed` names.
  mutating func write(copied element: XMLElement, isRoot: Bool = false, pictures: (String) -> String? = { _ in nil }) {
    guard let name = CopiedMarkup.name(of: element) else { return }
    if isRoot {
      startRoot(name)
      attribute("xmlns:wp", WordNamespace.placement)
      attribute("xmlns:a", WordNamespace.drawing)
      attribute("xmlns:pic", WordNamespace.picture)
      if element.hasVectors {
        attribute("xmlns:v", WordNamespace.vector)
        attribute("xmlns:o", WordNamespace.office)
        attribute("xmlns:w10", WordNamespace.wordVector)
      }
    } else {
      start(name)
    }
    for attribute in element.attributes {
      if attribute.namespace == WordNamespace.relationships {
        guard let id = pictures(attribute.value) else { continue }
        self.attribute(element.namespace == WordNamespace.vector ? "r:id" : "r:embed", id)
      } else if let name = CopiedMarkup.name(of: attribute, in: element) {
        self.attribute(name, attribute.value)
      }
    }
    switch name.text {
    case "w:t", "w:instrText":
      attribute("xml:space", "preserve")
      text(element.text)
    case "wp:posOffset", "wp:align": text(element.text)
    default:
      for child in ElementOrder.sorted(element.elements, in: name) { write(copied: child, pictures: pictures) }
    }
    end()
  }
}

extension XMLElement {
  /// Whether something in it is drawn in VML.
  fileprivate var hasVectors: Bool { isWord("pict") || elements.contains(where: \.hasVectors) }
}
