internal import IssueModel
internal import OpenPackaging

extension WordPlan {
  /// Takes out of the stories what refers to a part that no stage announced: the marks of lists, the marks of
  /// footnotes. With all the standard stages there is nothing to take out.
  mutating func pruneUnannounced() {
    let dropsLists = !lists.isEmpty && relationships.id(of: .numbering, target: "numbering.xml") == nil
    let dropsNotes = !notes.isEmpty && relationships.id(of: .footnotes, target: "footnotes.xml") == nil
    guard dropsLists || dropsNotes else { return }
    let pruning = StoryPruning(dropsLists: dropsLists, dropsNotes: dropsNotes)
    body = pruning.pruned(body)
    notes = dropsNotes ? [] : notes.map { pruning.pruned($0) }
  }
}

extension WordPlan {
  /// Binds the controls of the masthead to the announced data. Without any, they become plain runs.
  mutating func bindControls() {
    // The masthead is in paragraphs at the beginning of the body; none of its fields stands elsewhere.
    for index in body.indices {
      guard case .paragraph(var paragraph) = body[index] else { continue }
      guard paragraph.pieces.contains(where: { if case .control = $0 { true } else { false } }) else { continue }
      paragraph.pieces = paragraph.pieces.flatMap { piece -> [StoryParagraph.Piece] in
        guard case .control(var control) = piece else { return [piece] }
        guard boundData != nil else { return control.runs.map { .run($0) } }
        if !control.isBroken {
          control.binding =
            boundData?.binding(of: control.field) ?? printedData?.binding(of: control.field)
        }
        return [.control(control)]
      }
      body[index] = .paragraph(paragraph)
    }
  }
}

extension WordPlan.BoundData {
  fileprivate func binding(of field: MastheadField) -> ContentControl.Binding? {
    path(field).map { .init(id: id, namespace: namespace, path: $0) }
  }
}

private struct StoryPruning {
  let dropsLists: Bool
  let dropsNotes: Bool

  func pruned(_ story: Story) -> Story {
    story.map { block in
      switch block {
      case .paragraph(let paragraph): return .paragraph(pruned(paragraph))
      case .table(var table):
        for row in table.rows.indices {
          for cell in table.rows[row].cells.indices {
            table.rows[row].cells[cell].story = pruned(table.rows[row].cells[cell].story)
          }
        }
        return .table(table)
      case .sectionEnd: return block
      }
    }
  }

  private func pruned(_ paragraph: StoryParagraph) -> StoryParagraph {
    var paragraph = paragraph
    if dropsLists { paragraph.properties.removeAll { $0.name == "w:numPr" } }
    if dropsNotes {
      paragraph.pieces = paragraph.pieces.compactMap { piece in
        switch piece {
        case .run(let run): isNoteMark(run) ? nil : piece
        case .link(let link): .link(Link(target: link.target, runs: link.runs.filter { !isNoteMark($0) }))
        case .control, .bookmarkStart, .bookmarkEnd: piece
        }
      }
    }
    return paragraph
  }

  private func isNoteMark(_ run: Run) -> Bool {
    if case .noteReference = run.content { true } else { false }
  }
}
