internal import HouseStyle
internal import IssueModel
internal import XMLBinding

/// Sees to it that page numbers, headers and footers taken from a Word file stand on paper that printers reach: files
/// whose headers and footers are not used often have them at the very edge.
struct ReferenceEdges {
  /// The page of the style that says what the file does not.
  let base: PageStyle

  /// The least distance from the edge of the paper, in twips: 5 mm, what common printers leave blank.
  static let least = 284

  /// Moves what stands too close to an edge. Told where it is moved.
  func apply(to style: inout HouseStyle, _ diagnostics: DiagnosticSink?) {
    let old = (header: style.page.header, footer: style.page.footer)
    if let letterhead = style.letterhead {
      if needsRoom(letterhead, isHeader: false) { style.page.footer = max(style.page.footer, Self.least) }
      if needsRoom(letterhead, isHeader: true), (old.header ?? old.footer) < Self.least {
        style.page.header = Self.least
      } else if old.header == nil, style.page.footer != old.footer {
        style.page.header = old.footer
      }
    } else if !(Self.least..<max(style.page.bottom, Self.least + 1)).contains(style.page.footer) {
      // The page number is ours: as far down in the margin as in the shipped style.
      style.page.footer = max(Self.least, style.page.bottom * base.footer / max(base.bottom, 1))
    }
    guard style.page.footer != old.footer || style.page.header != old.header else { return }
    let millimetres = style.page.footer != old.footer ? style.page.footer : style.page.header ?? 0
    let shown = (millimetres * 254 + 720) / 1_440
    diagnostics?.report(
      Diagnostic(
        id: "reference-edge", severity: .note,
        message: Wording(
          "in the file headers and footers stand at the edge of the paper; they are moved to \(shown / 10) mm from it",
          zh: "文件的页眉页脚位于纸边，已移至距纸边 \(shown / 10) 毫米处"),
        hint: Wording(
          "set the distances of header and footer in the page setup of the file", zh: "请在文件的页面设置中设定页眉、页脚距边界的距离")))
  }

  /// Whether words stand in the headers or footers. Where pictures do, they may be meant to reach the edge.
  private func needsRoom(_ letterhead: Letterhead, isHeader: Bool) -> Bool {
    letterhead.parts.contains { part in
      part.isHeader == isHeader && part.content.text.contains { !$0.isWhitespace } && !part.content.hasPicture
    }
  }
}

extension XMLElement {
  fileprivate var hasPicture: Bool { elements.contains { ["drawing", "pict"].contains($0.name) || $0.hasPicture } }
}
