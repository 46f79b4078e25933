public import XMLBinding

extension HouseStyle {
  /// The style as XML that ``read(_:extending:)`` reads: complete, extending none, with a newline at the end.
  ///
  /// What looks as the schema's defaults say is left out of a role. Equal styles give equal bytes.
  /// - Throws: `XMLWritingError` if there is no memory left.
  public func xml() throws(XMLWritingError) -> [UInt8] {
    var writer = XMLWriter(indent: true)
    writer.element("house", ["xmlns": Self.namespace, "version": Self.version, "name": name]) { writer in
      if let summary {
        writer.start("summary")
        if summary.chinese != summary.english { writer.attribute("zh", summary.chinese) }
        writer.text(summary.english)
        writer.end()
      }
      write(page: &writer)
      write(fonts: &writer)
      write(roles: &writer)
      writer.start("contents")
      writer.attribute("policy", contents.rawValue)
      if contentsPages != .asPrinted { writer.attribute("pages", contentsPages.rawValue) }
      writer.end()
      writer.element("sectionBrackets", ["open": sectionBrackets.open, "close": sectionBrackets.close])
      write("masthead", masthead, place: nil, &writer)
      write("imprint", imprint, place: imprintPlace, &writer)
      write(rules: &writer)
      write(lists: &writer)
      writer.element("emphasis", ["font": emphasis.rawValue])
      if let linkColor { writer.element("links", ["color": linkColor]) }
      write(text: &writer)
    }
    return try writer.finish()
  }

  private func write(page writer: inout XMLWriter) {
    writer.start("page")
    writer.attribute("width", page.width)
    writer.attribute("height", page.height)
    writer.attribute("top", page.top)
    writer.attribute("right", page.right)
    writer.attribute("bottom", page.bottom)
    writer.attribute("left", page.left)
    writer.attribute("footer", page.footer)
    if let header = page.header { writer.attribute("header", header) }
    writer.attribute("linePitch", page.linePitch)
    writer.attribute("characterSpacing", page.characterSpacing)
    writer.end()
  }

  private func write(fonts writer: inout XMLWriter) {
    writer.element("fonts") { writer in
      for name in FontClass.allCases {
        guard let font = fonts[name] else { continue }
        writer.element("font", ["class": name.rawValue, "han": font.han, "latin": font.latin]) { writer in
          for alternate in font.alternates { writer.element("alternate", text: alternate) }
        }
      }
    }
  }

  private func write(roles writer: inout XMLWriter) {
    writer.element("roles") { writer in
      for name in Role.allCases {
        guard let role = roles[name] else { continue }
        writer.start("role")
        writer.attribute("name", name.rawValue)
        role.write(attributes: &writer)
        writer.end()
      }
    }
  }

  private func write<Part: RawRepresentable<String>>(
    _ name: XMLName, _ arrangement: Arrangement<Part>, place: ImprintPlace?, _ writer: inout XMLWriter
  ) {
    writer.start(name)
    if let place { writer.attribute("place", place.rawValue) }
    writer.attribute("arrangement", arrangement.policy.rawValue)
    for line in arrangement.lines {
      switch line {
      case .rule: writer.element("rule")
      case .row(let cells):
        writer.start("row")
        for cell in cells {
          writer.start("cell")
          writer.attribute("field", cell.part.rawValue)
          if let alignment = cell.alignment { writer.attribute("alignment", alignment.rawValue) }
          if !cell.labels.isEmpty { writer.attribute("labels", cell.labels.joined(separator: " ")) }
          writer.end()
        }
        writer.end()
      }
    }
    writer.end()
  }

  private func write(rules writer: inout XMLWriter) {
    writer.element("rules") { writer in
      for place in RulePlace.allCases {
        guard let rule = rules[place] else { continue }
        writer.start("rule")
        writer.attribute("place", place.rawValue)
        writer.attribute("width", rule.width)
        if let color = rule.color { writer.attribute("color", color) }
        if rule.distance != 0 { writer.attribute("distance", rule.distance) }
        if rule.spaceAfter != 0 { writer.attribute("spaceAfter", rule.spaceAfter) }
        writer.end()
      }
    }
  }

  private func write(text writer: inout XMLWriter) {
    writer.start("text")
    writer.attribute("width", text.width)
    writer.attribute("indent", text.indent)
    writer.attribute("rule", String(text.rule))
    if text.punctuation != .strict { writer.attribute("punctuation", text.punctuation.rawValue) }
    if text.isJustified { writer.attribute("justified", "true") }
    if text.numbersContents { writer.attribute("numberedContents", "true") }
    if text.wideTables != .records { writer.attribute("wideTables", text.wideTables.rawValue) }
    writer.end()
  }

  private func write(lists writer: inout XMLWriter) {
    writer.element("lists") { writer in
      for bullet in lists.bullets { writer.element("bullet", text: bullet) }
      for number in lists.numbers {
        writer.start("number")
        writer.attribute("digits", number.digits.rawValue)
        if !number.prefix.isEmpty { writer.attribute("prefix", number.prefix) }
        if !number.suffix.isEmpty { writer.attribute("suffix", number.suffix) }
        writer.end()
      }
    }
  }
}

extension RoleStyle {
  fileprivate func write(attributes writer: inout XMLWriter) {
    let plain = RoleStyle()
    if font != plain.font { writer.attribute("font", font.rawValue) }
    if let fonts {
      writer.attribute("han", fonts.han)
      writer.attribute("latin", fonts.latin)
    }
    if size != plain.size { writer.attribute("size", size) }
    if bold { writer.attribute("bold", "true") }
    if italic { writer.attribute("italic", "true") }
    if let color { writer.attribute("color", color) }
    if alignment != plain.alignment { writer.attribute("alignment", alignment.rawValue) }
    if firstLineIndent != 0 { writer.attribute("firstLineIndent", firstLineIndent) }
    if leftIndent != 0 { writer.attribute("leftIndent", leftIndent) }
    if rightIndent != 0 { writer.attribute("rightIndent", rightIndent) }
    if let linePitch { writer.attribute("linePitch", linePitch) }
    if lineStretch != plain.lineStretch { writer.attribute("lineStretch", lineStretch) }
    if spaceBefore != 0 { writer.attribute("spaceBefore", spaceBefore) }
    if spaceAfter != 0 { writer.attribute("spaceAfter", spaceAfter) }
    if keepWithNext { writer.attribute("keepWithNext", "true") }
    if let outlineLevel { writer.attribute("outlineLevel", outlineLevel) }
  }
}
