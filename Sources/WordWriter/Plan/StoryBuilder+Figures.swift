internal import ExportPipeline
internal import HouseStyle
internal import IssueModel

/// Figures: a picture with its caption, or the words that stand for it.
extension StoryBuilder {
  mutating func story(of figure: Figure, _ place: BlockPlace) -> Story {
    let role: Role = place.role == .body ? .figureCaption : place.role
    var story: Story = []
    // What plain text prints for a figure is printed here too: its caption, or else what it shows.
    let description = figure.image.description
    let caption = figure.caption ?? (description.isEmpty ? nil : [.text(description)])
    if let run = picture(figure.image, width: place.width) {
      var properties = [growing(role, spaceBefore: 50), typesetter.alignment(.center)]
      if caption != nil { properties.append(.flag("w:keepNext")) }
      story.append(.paragraph(paragraph(role, properties, [.run(run)])))
    } else if let note = PictureTrouble.leftOutDescription(of: figure, at: figure.source?.start ?? position) {
      context.diagnostics.report(note)
    }
    if let caption { story.append(.paragraph(paragraph(caption, role, place))) }
    return story
  }
}
