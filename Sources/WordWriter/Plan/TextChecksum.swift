internal import OpenPackaging

/// A check sum of what a document says, by which it is told whether somebody changed its text later.
///
/// Programs that only save a file split runs, write blanks and hyphens as elements and bring fields up to date. So
/// blanks, hyphens and what shows nothing do not count, nor the results of fields, nor words that are bound to data, which
/// are read from there.
package struct TextChecksum {
  /// The name of the custom property that holds it, in hexadecimal digits.
  package static let property = "TextChecksum"

  private var bytes: [UInt8] = []
  /// How many fields enclose what comes next.
  private var fields = 0

  /// The check sum of no text.
  package init() {}

  /// The check sum of what was added.
  package var value: UInt32 { Part.checksum(of: bytes[...]) }

  /// Adds the text of a run.
  package mutating func add(_ text: String) {
    guard fields == 0 else { return }
    var text = text
    text.withUTF8 { utf8 in
      // What counts is taken over row by row: appending scalar by scalar made an array of each.
      var start = 0
      var index = 0
      while index < utf8.count {
        func follower(_ place: Int) -> UInt32 { UInt32(utf8[index &+ place] & 0x3F) }
        let first = UInt32(utf8[index])
        let (value, length) =
          switch first {
          case 0..<0x80: (first, 1)
          case 0x80..<0xE0: ((first & 0x1F) << 6 | follower(1), 2)
          case 0xE0..<0xF0: ((first & 0x0F) << 12 | follower(1) << 6 | follower(2), 3)
          default: ((first & 0x07) << 18 | follower(1) << 12 | follower(2) << 6 | follower(3), 4)
          }
        if !Self.counts(value) {
          bytes += utf8[start..<index]
          start = index + length
        }
        index += length
      }
      bytes += utf8[start...]
    }
  }

  /// Notes that a field begins or ends; what stands within is not counted.
  package mutating func addField(begins: Bool) { fields = max(0, fields + (begins ? 1 : -1)) }

  private static func counts(_ value: UInt32) -> Bool {
    switch value {
    case 0...0x20, 0x2D, 0x7F...0xA0, 0xAD, 0x2000...0x2011, 0x2028...0x202F, 0x205F...0x206F, 0x3000, 0xFEFF,
      0xFFFE, 0xFFFF:
      false
    default: true
    }
  }
}

extension WordPlan {
  /// The check sum of body and footnotes: the sum of those of each, since programs put footnotes into another order.
  var textChecksum: UInt32 {
    notes.reduce(checksum(of: body)) { $0 &+ checksum(of: $1) }
  }

  private func checksum(of story: Story) -> UInt32 {
    var sum = TextChecksum()
    sum.add(story)
    return sum.value
  }
}

extension TextChecksum {
  fileprivate mutating func add(_ story: Story) {
    for block in story {
      switch block {
      case .paragraph(let paragraph): for piece in paragraph.pieces { add(piece) }
      case .table(let table): for row in table.rows { for cell in row.cells { add(cell.story) } }
      case .sectionEnd: break
      }
    }
  }

  private mutating func add(_ piece: StoryParagraph.Piece) {
    switch piece {
    case .run(let run): add(run)
    case .link(let link): for run in link.runs { add(run) }
    case .control(let control): if control.binding == nil { for run in control.runs { add(run) } }
    case .bookmarkStart, .bookmarkEnd: break
    }
  }

  private mutating func add(_ run: Run) {
    switch run.content {
    case .text(let text): add(text)
    case .fieldBegin: addField(begins: true)
    case .fieldEnd: addField(begins: false)
    case .tab, .lineBreak, .noteReference, .noteMark, .picture, .fieldSeparate, .fieldInstruction, .pageNumber: break
    }
  }
}
