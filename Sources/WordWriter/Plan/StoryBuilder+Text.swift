internal import ExportPipeline
internal import HouseStyle
internal import IssueModel
internal import OpenPackaging

/// How a run differs from its paragraph.
struct RunLook: Equatable {
  var isStrong = false
  var isEmphasis = false
  var isCode = false
  var isLink = false
  /// `superscript` or `subscript`, or nil for text on the line.
  var position: String?
  /// The role whose look it has instead of its paragraph's.
  var role: Role?
  /// The size in half-points, where it is not its role's.
  var size: Int?
}

extension StoryBuilder {
  /// `text` as runs of a paragraph of `role`: in as few as give every character its font.
  mutating func runs(_ text: String, _ role: Role, _ look: RunLook = RunLook()) -> [Run] {
    // By bytes, for nearly no text has any: taking it apart into characters costs more than all the rest.
    guard text.utf8.contains(where: { $0 == 0x0A || $0 == 0x09 || $0 == 0x0D }) else {
      return text.isEmpty ? [] : characterRuns(text, role, look)
    }
    var runs: [Run] = []
    for (index, line) in text.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    ).enumerated() {
      if index > 0 { runs.append(Run(content: .lineBreak)) }
      for (index, stretch) in line.split(separator: "\t", omittingEmptySubsequences: false).enumerated() {
        if index > 0 { runs.append(Run(content: .tab)) }
        if !stretch.isEmpty { runs += characterRuns(String(stretch), role, look) }
      }
    }
    return runs
  }

  private mutating func characterRuns(_ text: String, _ role: Role, _ look: RunLook) -> [Run] {
    let fonts = fonts(role, look)
    let properties: [Element]
    if let last = lastRun, last.role == role, last.look == look {
      properties = last.properties
    } else {
      properties = self.properties(of: look, in: role, fonts: fonts)
      if !properties.isEmpty { lastRun = (look, role, properties) }
    }
    guard isChinese else { return [Run(properties: properties, content: .text(text))] }
    return CharacterFonts.spans(text).map { span in
      guard span.needsHanFont else { return Run(properties: properties, content: .text(span.text)) }
      let others = properties.filter { $0.name != "w:rFonts" }
      return Run(
        properties: others + [typesetter.fonts(fonts, hanEverywhere: true)], content: .text(span.text))
    }
  }

  private mutating func fonts(_ role: Role, _ look: RunLook) -> FontChoice {
    let own: FontClass? = look.isCode ? .songti : look.isEmphasis && isChinese ? style.emphasis : nil
    guard let own else { return typesetter.fonts(of: style.style(of: look.role ?? role)) }
    plan.fontClasses.insert(own)
    return typesetter.fonts(own)
  }

  private mutating func properties(of look: RunLook, in role: Role, fonts: FontChoice) -> [Element] {
    var properties: [Element] = []
    if let own = look.role, own != role {
      let base = typesetter.characters(style.style(of: role))
      properties = typesetter.characters(style.style(of: own)).filter { !base.contains($0) }
    }
    if look.isLink {
      properties.append(.val("w:rStyle", StyleName.hyperlink.id))
      plan.hasLinks = true
    }
    if look.isCode || look.isEmphasis && isChinese {
      properties.removeAll { $0.name == "w:rFonts" }
      properties.append(typesetter.fonts(fonts, hanEverywhere: false))
    }
    if look.isStrong { properties += [.flag("w:b"), .flag("w:bCs")] }
    if look.isEmphasis, !isChinese { properties += [.flag("w:i"), .flag("w:iCs")] }
    if let position = look.position { properties.append(.val("w:vertAlign", position)) }
    if let size = look.size {
      properties.removeAll { $0.name == "w:sz" || $0.name == "w:szCs" }
      properties += [.val("w:sz", size), .val("w:szCs", size)]
    }
    return properties
  }

  /// `inlines` as pieces of a paragraph of `role`.
  mutating func pieces(_ inlines: [Inline], _ role: Role, _ look: RunLook = RunLook()) -> [StoryParagraph.Piece] {
    var pieces: [StoryParagraph.Piece] = []
    for inline in inlines {
      var inner = look
      switch inline {
      case .text(let text): pieces += runs(text, role, look).map { .run($0) }
      case .strong(let inlines):
        inner.isStrong = true
        pieces += self.pieces(inlines, role, inner)
      case .emphasis(let inlines):
        inner.isEmphasis = true
        pieces += self.pieces(inlines, role, inner)
      case .superscript(let inlines):
        inner.position = "superscript"
        pieces += self.pieces(inlines, role, inner)
      case .subscript(let inlines):
        inner.position = "subscript"
        pieces += self.pieces(inlines, role, inner)
      case .code(let text):
        inner.isCode = true
        pieces += runs(text, role, inner).map { .run($0) }
      case .lineBreak: pieces.append(.run(Run(content: .lineBreak)))
      case .link(let target, let inlines): pieces += link(to: target, inlines, role, look)
      case .noteReference(let name): pieces += noteReference(name, role, look)
      case .image(let image):
        if let run = picture(image, width: blockWidth ?? blockRoom) {
          pieces.append(.run(run))
        } else {
          pieces += runs(image.description, role, look).map { .run($0) }
        }
      }
    }
    return pieces
  }

  private mutating func link(
    to target: String, _ inlines: [Inline], _ role: Role, _ look: RunLook
  ) -> [StoryParagraph.Piece] {
    guard !look.isLink, let uri = LinkTarget.uri(target) else {
      if !look.isLink, target.hasPrefix("#") {
        context.diagnostics.report(
          Diagnostic(
            id: "link-not-kept", severity: .note, at: position,
            message: Wording(
              "the link to the place “\(target.prefix(80))” in the issue is not in the Word file, only its text",
              zh: "指向刊内位置“\(target.prefix(80))”的链接未写入 Word 文件，只保留了文字"),
            hint: Wording("name the article in words", zh: "请用文字说明所指文章")))
      } else if !look.isLink, !target.isEmpty {
        // An address that holds what it leads to would fill pages.
        let shown = target.excerpt(80)
        context.diagnostics.report(
          Diagnostic(
            id: "link-not-kept", severity: .warning, at: position,
            message: Wording(
              "the link to “\(shown)” is not in the Word file, only its text",
              zh: "指向“\(shown)”的链接未写入 Word 文件，只保留了文字"),
            hint: Wording("use an http, https or mailto address", zh: "请使用 http、https 或 mailto 地址")))
      }
      return pieces(inlines, role, look)
    }
    var inner = look
    inner.isLink = true
    let id = addRelationship(.hyperlink, uri, external: true)
    // A hyperlink holds runs; a footnote's mark within one stays a run.
    let runs = pieces(inlines, role, inner).compactMap { piece -> Run? in
      guard case .run(let run) = piece else { return nil }
      return run
    }
    return runs.isEmpty ? [] : [.link(Link(target: .relationship(id), runs: runs))]
  }

  mutating func addRelationship(_ type: RelationshipType, _ target: String, external: Bool = false) -> String {
    if isInNote { return plan.noteRelationships.add(type, target: target, external: external) }
    return plan.relationships.add(type, target: target, external: external)
  }

  private mutating func noteReference(_ name: String, _ role: Role, _ look: RunLook) -> [StoryParagraph.Piece] {
    guard let number = noteNumbers[name] else {
      lacksNote = true
      return []
    }
    // Word can refer to a footnote once, and not from within another: any further mark is only its number.
    guard !isInNote, referredNotes.insert(number).inserted else {
      var look = look
      look.position = "superscript"
      return runs(String(number), role, look).map { .run($0) }
    }
    return [.run(noteMark(number))]
  }

  func noteMark(_ number: Int) -> Run {
    Run(properties: [.val("w:rStyle", StyleName.footnoteReference.id)], content: .noteReference(number))
  }

  // MARK: Pictures

  /// The picture as a run, no wider than `width` twips; nil if it cannot be had, which is reported once.
  mutating func picture(_ image: ImageReference, width: Int) -> Run? {
    guard let known = known(image) else { return nil }
    placedPictures += 1
    let part = plan.pictures[known.index]
    let height = style.page.textHeight * 3 / 4
    let shown = known.picture.size(within: (max(width, 1) * 635, height * 635))
    let relationship = addRelationship(.image, String(part.name.rawValue.dropFirst("/word/".count)))
    return Run(
      content: .picture(
        PlacedPicture(
          relationship: relationship, number: placedPictures, description: image.description,
          orientation: known.picture.orientation, shownWidth: shown.width, shownHeight: shown.height)))
  }

  /// The width of the picture as it would stand where there is room, in twips; 0 if it cannot be had.
  mutating func width(of image: ImageReference) -> Int {
    guard let known = known(image) else { return 0 }
    let box = (width: style.page.turned.textWidth * 635, height: style.page.textHeight * 3 / 4 * 635)
    return known.picture.size(within: box).width / 635
  }

  private mutating func known(_ image: ImageReference) -> KnownPicture? {
    if knownPictures[image.target] == nil { knownPictures[image.target] = .some(loadedPicture(image)) }
    return knownPictures[image.target] ?? nil
  }

  private mutating func loadedPicture(_ image: ImageReference) -> KnownPicture? {
    let bytes: [UInt8]
    do throws(ResourceFault) {
      bytes = try context.resources.load(image.target)
    } catch {
      report(PictureTrouble(error), image)
      return nil
    }
    do throws(PictureHeader.Fault) {
      let picture = try PictureHeader(bytes)
      let index = plan.pictures.count
      plan.pictures.append(
        WordPlan.PlannedPicture(
          target: image.target, name: PartName(rawValue: "/word/media/image\(index + 1).\(picture.format.rawValue)"),
          contentType: picture.format.mediaType, content: bytes))
      return KnownPicture(index: index, picture: picture)
    } catch {
      report(PictureTrouble(error), image)
      return nil
    }
  }

  private func report(_ trouble: PictureTrouble, _ image: ImageReference) {
    context.diagnostics.report(trouble.diagnostic(image.target, at: position))
  }
}
