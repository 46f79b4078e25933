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
      }
    }
  }

  private func pruned(_ paragraph: StoryParagraph) -> StoryParagraph {
    var paragraph = paragraph
    if dropsLists { paragraph.properties.removeAll { $0.name.text == "w:numPr" } }
    if dropsNotes {
      paragraph.pieces = paragraph.pieces.compactMap { piece in
        switch piece {
        case .run(let run): isNoteMark(run) ? nil : piece
        case .link(let link): .link(Link(target: link.target, runs: link.runs.filter { !isNoteMark($0) }))
        case .bookmarkStart, .bookmarkEnd: piece
        }
      }
    }
    return paragraph
  }

  private func isNoteMark(_ run: Run) -> Bool {
    if case .noteReference = run.content { true } else { false }
  }
}
