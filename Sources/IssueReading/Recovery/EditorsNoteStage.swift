import IssueModel

/// Recognises editor's notes: text behind 编者按：, 【编者按】 or Editor's note:, also in a quotation or with the
/// label on a line of its own.
struct EditorsNoteStage: RecoveryStage {
  static let name = "editors-note"
  static let summary = Wording("recognise editor's notes", zh: "识别编者按")

  private static let firstLetters: Set<Unicode.Scalar> = Set(
    (Vocabulary.editorsNotes + Vocabulary.editorsNotesBeforeColon.sorted()).flatMap {
      [$0.unicodeScalars.first, $0.uppercased().unicodeScalars.first]
    }.compactMap {
      $0
    })

  /// The label that `text` begins with, and how many characters it takes with its brackets, its colon and the
  /// blanks behind; nil if it begins with none.
  static func label(of text: String) -> (label: String, length: Int)? {
    // Nearly all lines are told from a label by their first letter.
    guard let first = text.unicodeScalars.first(where: { !$0.isBlank && !"【［[（(〔".unicodeScalars.contains($0) }),
      firstLetters.contains(first)
    else { return nil }
    let head = String(text.prefix(40))
    let characters = Array(head)
    var start = 0
    while start < characters.count, characters[start].isBlankCharacter { start += 1 }
    guard start < characters.count else { return nil }
    let bracketed = "【［[（(〔".contains(characters[start])
    let begin = bracketed ? start + 1 : start
    // Read letters until a word of the list is complete; blanks within do not count.
    var bare = ""
    var place = begin
    var matched: (word: String, end: Int)?
    while place < characters.count, bare.count <= 18 {
      let character = characters[place]
      place += 1
      if character.isBlankCharacter { continue }
      bare += character.lowercased()
      if Vocabulary.editorsNotes.contains(bare)
        // 【按】: the one letter only where its bracket closes behind it.
        || bare == "按" && bracketed && place < characters.count && "】］])）〕".contains(characters[place])
        || bare == "按" && place < characters.count && "：:".contains(characters[place])
        || Vocabulary.editorsNotesBeforeColon.contains(bare) && place < characters.count
          && "：:".contains(characters[place])
      {
        matched = (bare, place)
      }
    }
    guard let matched else { return nil }
    var end = matched.end
    let label = String(characters[begin..<end])
    while end < characters.count, characters[end].isBlankCharacter { end += 1 }
    if bracketed {
      guard end < characters.count else { return nil }
      // 〔编者按：…〕: the bracket closes behind the whole note.
      if "】］])）〕".contains(characters[end]) {
        end += 1
        while end < characters.count, characters[end].isBlankCharacter { end += 1 }
      } else if !"：:".contains(characters[end]) {
        return nil
      }
    }
    if end < characters.count {
      // Editor's note. From this issue: a full stop parts an English label as a colon does.
      let isStopped = characters[end] == "." && label.hanCount == 0 && Vocabulary.editorsNotes.contains(matched.word)
      if "：:".contains(characters[end]) || isStopped {
        end += 1
      } else if !bracketed {
        // 编者按 without a colon is a label only if a blank follows.
        guard matched.end < characters.count, characters[matched.end].isBlankCharacter else { return nil }
      }
    }
    while end < characters.count, characters[end].isBlankCharacter { end += 1 }
    return (label.hanCount > 0 ? label.withoutBlanks : label, end)
  }

  /// Whether the paragraph at `index`, set apart in italics right below a title, is signed by the editors: …——编者.
  private func isSigned(_ index: Int, _ draft: Draft) -> Bool {
    guard index > 0, draft.blocks[index].role == nil, case .paragraph = draft.blocks[index].form else { return false }
    switch draft.blocks[index - 1].role {
    case .title, .subtitle, .byline: break
    default: return false
    }
    return draft.blocks[index].inlines.isAllEmphasis && Self.isSigned(draft.blocks[index].text)
  }

  /// Whether the last words are the editors' signature: ——编者, （编者）.
  static func isSigned(_ text: String) -> Bool {
    let end = String(text.suffix(12)).withoutBlanks
    return ["—编者", "—編者", "（编者）", "（編者）", "—本刊编者", "—編輯部", "—编辑部"].contains(where: end.hasSuffix)
  }

  func callAsFunction(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    for index in draft.blocks.indices where isSigned(index, draft) {
      draft.blocks[index].role = .editorsNote(label: nil)
      draft.blocks[index].lines = [
        DraftLine(inlines: draft.blocks[index].inlines.withoutEmphasis, number: draft.blocks[index].line)
      ]
    }
    var taken: Set<Int> = []
    // How many blocks at the head of the text are known to have no role.
    var plain = 0
    var index = 0
    while index < draft.blocks.count {
      defer { index += 1 }
      // Most blocks are told from a note without being copied.
      if draft.blocks[index].isText, Self.label(of: draft.blocks[index].text) == nil { continue }
      let block = draft.blocks[index]
      let first: DraftBlock?
      switch block.form {
      case .quote(let inner): first = inner.first
      case .paragraph, .heading: first = block
      default: first = nil
      }
      guard let first, first.isText, block.role == nil || isHeading(block.role), let label = Self.label(of: first.text)
      else { continue }
      // What the contents list names is an article, whatever it is called.
      if isHeading(block.role), draft.lists(first.text.letters) { continue }
      draft.blocks[index].role = .editorsNote(label: label.label)
      // The label alone: the note is what follows.
      if case .quote = block.form { continue }
      if label.length >= first.text.count, index + 1 < draft.blocks.count {
        let next = draft.blocks[index + 1]
        guard next.role == nil, next.headingLevel == nil else { continue }
        switch next.form {
        case .quote, .paragraph:
          while plain < index, draft.blocks[plain].role == nil { plain += 1 }
          let isClosing = Vocabulary.closingNotes.contains(label.label)
          let count = plain == index || isClosing ? noteLength(behind: index, draft) : 1
          let places = (index + 1)...(index + count)
          // Not a slice, with which the change below would copy all blocks.
          let note = Array(draft.blocks[places])
          draft.blocks[index].form = .quote([paragraph(block)] + note.flatMap { quoted($0) ?? [$0] })
          draft.blocks[index].source = block.source.extended(to: note.last?.source ?? next.source)
          taken.formUnion(places)
          index += count
        default: break
        }
      }
    }
    draft.blocks.remove(taken)
    if !draft.blocks.hasAny({ if case .editorsNote = $0.role { true } else { false } }) {
      frontText(&draft, diagnostics)
    }
  }

  /// How many blocks behind a label that stands alone above all articles are of the note: all running text up to the next
  /// heading. Within an article nothing tells where a note ends, and one paragraph is taken.
  private func noteLength(behind index: Int, _ draft: Draft) -> Int {
    let run = draft.blocks[(index + 1)...].prefix { block in
      guard block.role == nil, case .paragraph = block.form else { return false }
      return LineGrammar.isProse(block.text) && !block.isBold
    }
    // Without anything behind it, the text is no note but the issue.
    guard run.count >= 1 else { return 1 }
    // Who signs the note, above the first title.
    let signer = draft.blocks.dropFirst(index + 1 + run.count).prefix(2)
    if draft.blocks[..<index].allSatisfy(\.isRule), let name = signer.first, name.role == nil, name.lines.count == 1,
      case .paragraph = name.form, !name.isBold, name.text.fits(24), name.text.hanCount >= 2,
      !name.text.hasAny(of: "，。；：！？"), let head = signer.dropFirst().first, head.isRule || isHeading(head.role)
    {
      return run.count + 1
    }
    guard let behind = draft.blocks.dropFirst(index + 1 + run.count).first(where: { !$0.isRule }) else {
      return draft.blocks[..<index].contains { $0.role == .title } ? max(1, run.count) : 1
    }
    switch behind.role {
    case .section, .title, .kicker: return run.count
    default: return 1
    }
  }

  private func isHeading(_ role: DraftRole?) -> Bool {
    switch role {
    case .title, .subheading, .section: true
    default: false
    }
  }

  private func paragraph(_ block: DraftBlock) -> DraftBlock {
    var block = block
    block.form = .paragraph
    block.role = nil
    return block
  }

  private func quoted(_ block: DraftBlock) -> [DraftBlock]? {
    if case .quote(let inner) = block.form { inner } else { nil }
  }
}
