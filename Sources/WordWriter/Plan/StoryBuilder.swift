internal import ExportPipeline
internal import HouseStyle
internal import IssueModel
internal import OpenPackaging
internal import TextLayout

/// Lays out the composition as stories of Word, and hands out the ids on the way: bookmarks, relationships,
/// numbers of notes, pictures and lists.
///
/// One file an extension: masthead, contents, articles, blocks, tables, text, imprint.
struct StoryBuilder: ~Copyable {
  var plan: WordPlan
  let context: StageContext
  /// Whether a footnote is being laid out; its part has relationships of its own.
  var isInNote = false
  /// The numbers of the notes of the article at hand, by their names.
  var noteNumbers: [String: Int] = [:]
  /// The notes that were referred to.
  var referredNotes: Set<Int> = []
  /// The pictures by the source's name for them; nil for those that cannot be had.
  var knownPictures: [String: KnownPicture?] = [:]
  var placedPictures = 0
  /// Where the block at hand stands in the source; absent where it is not known.
  var position: SourcePosition?
  /// The width that the block at hand has, in twips; absent outside any.
  var blockWidth: Int?
  var controls = 0
  /// Whether a footnote was referred to that is not there.
  var lacksNote = false
  /// The properties of the last run that had any: neighbours mostly have the same, and then share them.
  var lastRun: (look: RunLook, role: Role, properties: [Element])?
  /// Finds the lines of titles.
  var titles: TitleBreaker

  struct KnownPicture {
    var index: Int
    var picture: PictureHeader
  }

  init(_ plan: WordPlan, _ context: StageContext) {
    self.plan = plan
    self.context = context
    titles = TitleBreaker(plan.typesetter.isChinese ? .chinese : .english)
  }

  var typesetter: Typesetter { plan.typesetter }
  var style: HouseStyle { plan.houseStyle }
  var isChinese: Bool { typesetter.isChinese }

  /// The plan with all its stories.
  consuming func planned() -> WordPlan {
    var body = masthead()
    let head = body.count
    if let first = plan.composition.firstArticle { numberNotes(of: first) }
    for front in plan.composition.front {
      switch front {
      case .contents(let contents): body += story(of: contents)
      case .editorsNote(let note): body += story(of: note)
      }
    }
    for section in plan.composition.sections { body += story(of: section) }
    partTitle(from: head, in: &body)
    let imprint = imprint(behind: body, head)
    for case .table(let table) in imprint { body = keepingWithImprint(body, behind: head, table) }
    body = joiningSections(body + imprint)
    // What ends with a wide table ends on its page: a section behind it would be an empty page.
    if case .sectionEnd(let kind)? = body.last {
      body.removeLast()
      plan.lastSection = kind
    }
    plan.body = separatingTables(body)
    if lacksNote { plan.composition.reportMissingNotes(to: context.diagnostics) }
    plan.composition.reportPartedTables(to: context.diagnostics)
    if plan.houseStyle.contentsPages == .always {
      plan.body = PageEstimate(plan.body, notes: plan.notes, style, typesetter).numbered(plan.body)
    }
    return plan
  }

  /// `story` without upright sections that nothing stands in, as between two wide tables, which stand a line apart then.
  private mutating func joiningSections(_ story: Story) -> Story {
    var result: Story = []
    var isJoined = false
    for block in story {
      if case .sectionEnd(.upright) = block {
        if result.isEmpty { continue }
        if case .sectionEnd(.turned)? = result.last {
          result.removeLast()
          isJoined = true
          continue
        }
      }
      if isJoined, case .table = block { result[result.count - 1] = filler(height: 240) }
      isJoined = false
      result.append(block)
    }
    return result
  }

  // MARK: Paragraphs

  /// A paragraph of `role`, which from now on is one of the roles whose styles are written.
  mutating func paragraph(
    _ role: Role, _ properties: [Element] = [], _ pieces: [StoryParagraph.Piece] = []
  ) -> StoryParagraph {
    plan.roles.insert(role)
    return StoryParagraph(role: role, properties: properties, pieces: pieces)
  }

  /// A paragraph of plain words.
  mutating func paragraph(_ role: Role, _ properties: [Element] = [], words: String) -> StoryParagraph {
    paragraph(role, properties, runs(words, role).map { .run($0) })
  }

  /// `pieces` between the two ends of a bookmark.
  func bookmarked(_ bookmark: Bookmark, _ pieces: [StoryParagraph.Piece]) -> [StoryParagraph.Piece] {
    [.bookmarkStart(bookmark)] + pieces + [.bookmarkEnd(bookmark)]
  }

  func bookmark(ofSection index: Int) -> Bookmark { Bookmark(id: index, name: "section_\(index + 1)") }

  func bookmark(ofArticle index: Int) -> Bookmark {
    Bookmark(id: plan.composition.sections.count + index, name: "article_\(index + 1)")
  }

  /// The lines of `title` in type of `size` half-points within `room` twips.
  mutating func lines(of title: String, size: Int, room: Int) -> [String] {
    titles.lines(of: title, maximum: max(1, room * 10 / max(size, 1))) { TextWidth.of($0) }
  }

  /// An empty paragraph as low as can be, where Word must have one.
  mutating func filler(height: Int = 20, keepsWithNext: Bool = false) -> StoryBlock {
    .paragraph(
      paragraph(
        .body,
        [
          Element("w:spacing", ["w:before": "0", "w:after": "0", "w:line": String(height), "w:lineRule": "exact"]),
          typesetter.indents(left: 0, right: 0, firstLine: 0),
        ] + (keepsWithNext ? [.flag("w:keepNext")] : [])))
  }

  /// `story` with a paragraph between two tables, which Word would take for one, and behind a last one.
  mutating func separatingTables(_ story: Story) -> Story {
    var result: Story = []
    var followsTable = false
    for block in story {
      if case .table = block {
        if followsTable { result.append(filler(height: 240)) }
        followsTable = true
      } else {
        followsTable = false
      }
      result.append(block)
    }
    if followsTable || result.isEmpty { result.append(filler()) }
    return result
  }
}
