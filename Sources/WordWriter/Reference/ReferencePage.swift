internal import HouseStyle
internal import XMLBinding

/// The page of a Word file: that of the section with its main text.
///
/// Of several sections it is the upright one with the most words, the first of those that have as many: a cover before
/// it or a turned table behind it does not count. A file of turned pages alone has such a page.
struct ReferencePage {
  let section: XMLElement
  /// The headers and footers it names or, where it names none of a kind, has from the sections before (ISO/IEC
  /// 29500-1, 17.10.2 and 17.10.5).
  let references: [XMLElement]
  /// Whether there are other upright sections that look different.
  let isOneOfSeveral: Bool
  /// The pitch of its grid of lines in twips; nil for no grid.
  let gridPitch: Int?
  /// What its grid of characters adds to each, in 4096ths of a point; nil for no such grid.
  let gridCharacterSpace: Int?

  init(_ document: XMLElement) {
    var all: [Section] = []
    var words = 0
    for block in Self.blocks(document.word("body")) {
      words += Self.letters(of: block)
      guard let section = block.isWord("sectPr") ? block : block.word("pPr")?.word("sectPr") else { continue }
      all.append(Section(element: section, references: Self.references(section, all.last), letters: words))
      words = 0
    }
    let usable = all.filter(\.isUsable)
    let upright = (usable.isEmpty ? all : usable).filter(\.isUpright)
    let chosen = (upright.isEmpty ? usable.isEmpty ? all : usable : upright).reduce(nil as Section?) { best, each in
      if let best, best.letters >= each.letters { best } else { each }
    }
    section = chosen?.element ?? XMLElement(name: "sectPr")
    references = chosen?.references ?? []
    isOneOfSeveral = upright.contains { each in chosen.map { !$0.looks(like: each) } ?? false }
    let grid = section.word("docGrid")
    let kind = grid?.value("type") ?? "default"
    let pitch = grid?.number("linePitch") ?? 0
    gridPitch = kind != "default" && (100...5_000).contains(pitch) ? pitch : nil
    let space = grid?.number("charSpace") ?? 0
    gridCharacterSpace =
      ["linesAndChars", "snapToChars"].contains(kind) && abs(space) < 100 * 4_096 ? space : nil
  }

  private struct Section {
    var element: XMLElement
    var references: [XMLElement]
    var letters: Int

    var isUpright: Bool {
      guard let size = element.word("pgSz"), let width = size.number("w"), let height = size.number("h") else {
        return true
      }
      return width <= height
    }

    var isUsable: Bool { ReferencePage.applied(element, to: HouseStyle.gbt9704.page) != nil }

    func looks(like other: Section) -> Bool {
      element.word("pgSz")?.attributes == other.element.word("pgSz")?.attributes
        && element.word("pgMar")?.attributes == other.element.word("pgMar")?.attributes
        && references.map(\.attributes) == other.references.map(\.attributes)
    }
  }

  /// The blocks of the body; those of controls, such as the cover pages of Word, among the others.
  private static func blocks(_ element: XMLElement?) -> [XMLElement] {
    (element?.elements ?? []).flatMap { $0.isWord("sdt") ? blocks($0.word("sdtContent")) : [$0] }
  }

  private static func letters(of element: XMLElement) -> Int {
    if element.isWord("t") { return element.text.unicodeScalars.count { $0.properties.isAlphabetic } }
    return element.elements.reduce(0) { $0 + letters(of: $1) }
  }

  /// The headers and footers of `section`, which comes behind `previous`.
  private static func references(_ section: XMLElement, _ previous: Section?) -> [XMLElement] {
    var own: [XMLElement] = []
    for element in section.elements where element.isWord("headerReference") || element.isWord("footerReference") {
      if !own.contains(where: { isSameKind($0, element) }) { own.append(element) }
    }
    return own + (previous?.references ?? []).filter { old in !own.contains { isSameKind($0, old) } }
  }

  private static func isSameKind(_ a: XMLElement, _ b: XMLElement) -> Bool {
    a.name == b.name && (a.value("type") ?? "default") == (b.value("type") ?? "default")
  }

  /// `page` with the paper and margins of the section; nil if it has none on which text could stand.
  func applied(to page: PageStyle) -> PageStyle? { Self.applied(section, to: page) }

  private static func applied(_ section: XMLElement, to page: PageStyle) -> PageStyle? {
    guard let size = section.word("pgSz"), let margins = section.word("pgMar") else { return nil }
    var page = page
    let allowed = 0...31_680
    for (value, path) in [
      (size.number("w"), \PageStyle.width), (size.number("h"), \.height),
      // A negative margin is one that headers do not push aside.
      (margins.number("top").map { abs($0) }, \.top), (margins.number("bottom").map { abs($0) }, \.bottom),
      (margins.number("left"), \.left), (margins.number("right"), \.right), (margins.number("footer"), \.footer),
    ] {
      guard let value, allowed.contains(value) else { return nil }
      page[keyPath: path] = value
    }
    let gutter = margins.number("gutter") ?? 0
    if allowed.contains(gutter) { page.left += gutter }
    let header = margins.number("header").flatMap { allowed.contains($0) ? $0 : nil }
    page.header = header == page.footer ? nil : header
    guard page.textWidth >= PageStyle.leastText, page.textHeight >= PageStyle.leastText else { return nil }
    return page
  }
}
