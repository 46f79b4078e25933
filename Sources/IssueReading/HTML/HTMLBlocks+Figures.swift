import IssueModel
import XMLBinding

/// Figures of a page.
extension HTMLBlocks {
  /// A picture with its caption; false for a figure of anything else.
  mutating func readFigure(_ element: XMLElement, _ range: SourceRange) -> Bool {
    let images = HTMLInlines.inlines(of: element.elements.filter { $0.name != "figcaption" }.map { .element($0) })
      .flattened.filter { if case .image = $0 { true } else { false } }
    let captions = element.elements.filter { $0.name == "figcaption" }
    let words = HTMLInlines.inlines(
      of: element.children.filter { node in
        if case .element(let child) = node { return child.name != "figcaption" }
        return true
      })
    guard images.count == 1, case .image(let image) = images[0], captions.count <= 1,
      words.plainText.trimmed == image.description.trimmed
    else { return false }
    let caption = captions.first.map { HTMLInlines.inlines(of: $0.children).merged.trimmedAtEnds.merged } ?? []
    append(
      DraftBlock(
        form: .ready(.figure(Figure(image: image, caption: caption.isEmpty ? nil : caption, source: range))),
        source: range))
    return true
  }
}
