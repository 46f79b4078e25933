internal import HouseStyle
internal import XMLBinding

/// The page of a Word file: the last section of its body, which is that of a file with one.
struct ReferencePage {
  let section: XMLElement
  /// The pitch of its grid of lines in twips; nil for no grid.
  let gridPitch: Int?

  init(_ document: XMLElement) {
    section = document.word("body")?.elements.last { $0.isWord("sectPr") } ?? XMLElement(name: "sectPr")
    let grid = section.word("docGrid")
    let pitch = grid?.number("linePitch") ?? 0
    gridPitch = (grid?.value("type") ?? "default") != "default" && (100...5_000).contains(pitch) ? pitch : nil
  }

  /// `page` with the paper and margins of the section; nil if it has none on which text could stand.
  func applied(to page: PageStyle) -> PageStyle? {
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
