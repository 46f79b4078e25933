import IssueModel

// Parting a draft at one of its lines, wherever in a block that stands.
extension Draft {
  /// Takes the blocks before `line` away, and the lines of its block that stand before it.
  mutating func removeAll(before line: FlatLine) {
    if !line.beginsBlock { blocks[line.block].removeLines(before: line) }
    blocks.removeSubrange(..<line.block)
  }

  /// Takes `line` and everything behind it away.
  mutating func removeAll(from line: FlatLine) {
    if line.beginsBlock {
      blocks.removeSubrange(line.block...)
    } else {
      blocks[line.block].removeLines(from: line)
      blocks.removeSubrange((line.block + 1)...)
    }
  }

  /// The blocks before `line`, and of its own what stands before it.
  func blocks(before line: FlatLine) -> [DraftBlock] {
    var draft = self
    draft.removeAll(from: line)
    return draft.blocks
  }
}

extension FlatLine {
  /// Whether nothing of its block stands before it.
  fileprivate var beginsBlock: Bool { index == 0 && inner == 0 }
}

extension DraftBlock {
  fileprivate mutating func removeLines(before line: FlatLine) {
    switch form {
    case .list(let start, let items):
      var rest = Array(items[line.index...])
      var count = line.inner
      if count > 0, let first = rest.first { rest[0] = Self.parted(first, behind: &count).behind }
      form = .list(start: start.map { $0 + line.index }, items: rest)
      source.start.line = rest.first?.first?.line ?? source.line
    default:
      lines.removeSubrange(..<line.index)
      source.start.line = lines.first?.number ?? source.line
    }
  }

  fileprivate mutating func removeLines(from line: FlatLine) {
    switch form {
    case .list(let start, let items):
      var kept = Array(items[..<line.index])
      var count = line.inner
      if count > 0 { kept.append(Self.parted(items[line.index], behind: &count).before) }
      form = .list(start: start, items: kept)
    default:
      lines.removeSubrange(line.index...)
      source.endLine = lines.last?.number ?? source.line
    }
  }

  /// An item in two, behind so many of its lines as ``FlatLine`` counts them.
  private static func parted(
    _ item: [DraftBlock], behind count: inout Int
  ) -> (before: [DraftBlock], behind: [DraftBlock]) {
    var before: [DraftBlock] = []
    var behind: [DraftBlock] = []
    for block in item {
      guard count > 0 else {
        behind.append(block)
        continue
      }
      guard case .list(let start, let items) = block.form else {
        count -= 1
        before.append(block)
        continue
      }
      var parts: (before: [[DraftBlock]], behind: [[DraftBlock]]) = ([], [])
      for item in items {
        let part = parted(item, behind: &count)
        if !part.before.isEmpty { parts.before.append(part.before) }
        if !part.behind.isEmpty { parts.behind.append(part.behind) }
      }
      var list = block
      if !parts.before.isEmpty {
        list.form = .list(start: start, items: parts.before)
        before.append(list)
      }
      if !parts.behind.isEmpty {
        list.form = .list(start: start.map { $0 + items.count - parts.behind.count }, items: parts.behind)
        behind.append(list)
      }
    }
    return (before, behind)
  }
}
