internal import XMLBinding

extension XMLWriter {
  /// Writes the blocks of a story. `section` gives the properties of a section that ends within it.
  mutating func write(_ story: Story, section: (SectionKind) -> [Element] = { _ in [] }) {
    for block in story {
      switch block {
      case .paragraph(let paragraph): write(paragraph)
      case .table(let table): write(table)
      case .sectionEnd(let kind):
        // A section ends with a paragraph; this one is as low as can be.
        start("w:p")
        write(
          "w:pPr",
          [
            .val("w:pStyle", StyleName.normal.id),
            Element("w:spacing", ["w:before": "0", "w:after": "0", "w:line": "20", "w:lineRule": "exact"]),
            Element("w:sectPr", [:], section(kind)),
          ])
        end()
      }
    }
  }

  private mutating func write(_ paragraph: StoryParagraph) {
    start("w:p")
    write("w:pPr", [.val("w:pStyle", StyleName(paragraph.role).id)] + paragraph.properties)
    for piece in paragraph.pieces {
      switch piece {
      case .run(let run): write(run)
      case .link(let link): write(link)
      case .control(let control): write(control)
      case .bookmarkStart(let bookmark):
        element("w:bookmarkStart", ["w:id": String(bookmark.id), "w:name": bookmark.name])
      case .bookmarkEnd(let bookmark): element("w:bookmarkEnd", ["w:id": String(bookmark.id)])
      }
    }
    end()
  }

  private mutating func write(_ link: Link) {
    start("w:hyperlink")
    switch link.target {
    case .relationship(let id): attribute("r:id", id)
    case .bookmark(let name): attribute("w:anchor", name)
    }
    attribute("w:history", "1")
    for run in link.runs { write(run) }
    end()
  }

  /// Writes a control for text. Its runs are what shows until Word looks up the bound data, which it then shows in the
  /// look of the control.
  private mutating func write(_ control: ContentControl) {
    start("w:sdt")
    start("w:sdtPr")
    if let first = control.runs.first { write("w:rPr", first.properties) }
    element("w:alias", ["w:val": control.title])
    element("w:tag", ["w:val": control.tag])
    element("w:id", ["w:val": String(control.number)])
    if let binding = control.binding {
      start("w:dataBinding")
      attribute("w:prefixMappings", "xmlns:i='\(binding.namespace)'")
      attribute("w:xpath", binding.path)
      attribute("w:storeItemID", binding.id)
      end()
    }
    // A box without choices takes any text of one line. One for plain text (w:text) would do, but LibreOffice 7.4 saves
    // that several times over, and shows its text in the look of the paragraph.
    element(control.isBroken ? "w:richText" : "w:comboBox")
    end()
    start("w:sdtContent")
    for run in control.runs { write(run) }
    end()
    end()
  }

  mutating func write(_ run: Run) {
    start("w:r")
    write("w:rPr", run.properties)
    switch run.content {
    case .text(let text): write("w:t", text)
    case .fieldInstruction(let text): write("w:instrText", text)
    case .pageNumber: write("w:t", "1")
    case .tab: element("w:tab")
    case .lineBreak: element("w:br")
    case .noteReference(let number): element("w:footnoteReference", ["w:id": String(number)])
    case .noteMark: element("w:footnoteRef")
    case .fieldBegin: element("w:fldChar", ["w:fldCharType": "begin"])
    case .fieldSeparate: element("w:fldChar", ["w:fldCharType": "separate"])
    case .fieldEnd: element("w:fldChar", ["w:fldCharType": "end"])
    case .picture(let picture): write(picture)
    }
    end()
  }

  /// Writes text with its blanks: without `xml:space` those at its ends would be lost.
  private mutating func write(_ name: XMLName, _ text: String) {
    start(name)
    if text.needsPreservedSpace { attribute("xml:space", "preserve") }
    self.text(text)
    end()
  }

  private mutating func write(_ table: StoryTable) {
    start("w:tbl")
    write("w:tblPr", table.properties)
    start("w:tblGrid")
    for column in table.columns { element("w:gridCol", ["w:w": String(column)]) }
    end()
    for row in table.rows {
      start("w:tr")
      write("w:trPr", row.properties)
      for cell in row.cells {
        start("w:tc")
        write("w:tcPr", cell.properties)
        write(cell.story)
        end()
      }
      end()
    }
    end()
  }

  /// Writes a picture that stands in the line (ISO/IEC 29500-1, 20.4.2.8).
  private mutating func write(_ picture: PlacedPicture) {
    let width = String(picture.width)
    let height = String(picture.height)
    let number = String(picture.number)
    start("w:drawing")
    start("wp:inline")
    attribute("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing")
    for side: XMLName in ["distT", "distB", "distL", "distR"] { attribute(side, "0") }
    element("wp:extent", ["cx": width, "cy": height])
    // The extent is that before the turn. For quarter turns the layout takes its sides for exchanged, so nothing
    // sticks out and there is no effectExtent.
    element("wp:docPr", ["id": number, "name": "Picture " + number, "descr": picture.description])
    start("wp:cNvGraphicFramePr")
    start("a:graphicFrameLocks")
    attribute("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main")
    attribute("noChangeAspect", "1")
    end()
    end()
    start("a:graphic")
    attribute("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main")
    start("a:graphicData")
    attribute("uri", "http://schemas.openxmlformats.org/drawingml/2006/picture")
    start("pic:pic")
    attribute("xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture")
    start("pic:nvPicPr")
    element("pic:cNvPr", ["id": number, "name": "Picture " + number, "descr": picture.description])
    element("pic:cNvPicPr")
    end()
    start("pic:blipFill")
    element("a:blip", ["r:embed": picture.relationship])
    element("a:stretch") { $0.element("a:fillRect") }
    end()
    start("pic:spPr")
    var turn: KeyValuePairs<XMLName, String> = [:]
    let degrees = String(picture.orientation.degrees * 60_000)
    switch (picture.orientation.degrees != 0, picture.orientation.isMirrored) {
    case (false, false): break
    case (true, false): turn = ["rot": degrees]
    case (false, true): turn = ["flipH": "1"]
    case (true, true): turn = ["rot": degrees, "flipH": "1"]
    }
    element("a:xfrm", turn) {
      $0.element("a:off", ["x": "0", "y": "0"])
      $0.element("a:ext", ["cx": width, "cy": height])
    }
    element("a:prstGeom", ["prst": "rect"]) { $0.element("a:avLst") }
    end()
    end()
    end()
    end()
    end()
    end()
  }
}

extension String {
  /// Whether there are blanks at either end or side by side. By bytes, for this is asked of every run.
  fileprivate var needsPreservedSpace: Bool {
    var followsBlank = true
    for byte in utf8 {
      let isBlank = byte == 0x20 || byte == 0x9 || byte == 0xA || byte == 0xD
      if isBlank, followsBlank { return true }
      followsBlank = isBlank
    }
    return followsBlank && !isEmpty
  }
}
