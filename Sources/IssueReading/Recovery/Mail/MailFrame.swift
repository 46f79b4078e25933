/// What stands above an issue that was sent or forwarded as a mail: headers, the words of whoever sent it on, and the
/// line that announces the mail below.
enum MailFrame {
  /// How many of the first lines of a text, the empty ones left out, are such; 0 where the text is no mail. One within a mail
  /// need not say that it is one.
  static func count(in lines: [String], isWithinMail: Bool = false) -> Int {
    let lines = lines.prefix(48).map { (text: $0, mail: MailLine($0)) }
    // Nearly no issue is a mail: whoever sees no line of one is done.
    guard lines.contains(where: { $0.mail != nil }) else { return 0 }
    func header(from place: Int, announced: Bool) -> Int? {
      let fields = lines[place...].prefix { $0.mail?.sort != nil }
      return MailLine.areHeader(fields.compactMap(\.mail), announced: announced) ? fields.endIndex : nil
    }
    var end = 0
    var isHeaded = false
    while end < lines.count {
      if let below = header(from: end, announced: isWithinMail && end == 0) {
        (end, isHeaded) = (below, true)
        continue
      }
      if lines[end].mail == .announcement {
        let below = header(from: end + 1, announced: true)
        (end, isHeaded) = (below ?? end + 1, isHeaded || below != nil)
        continue
      }
      // The words of whoever sent it on, if a mail is announced below them or has its header there.
      let words = lines[end...].prefix { $0.mail == nil }
      guard words.count <= 12, words.reduce(0, { $0 + $1.text.utf8.count }) <= 1500, words.endIndex < lines.count,
        isHeaded || !words.contains(where: { isOfMasthead($0.text) })
      else { break }
      let next = words.endIndex
      if lines[next].mail == .announcement {
        let below = header(from: next + 1, announced: true)
        guard isHeaded || below != nil else { break }
        (end, isHeaded) = (below ?? next + 1, true)
      } else if let below = header(from: next, announced: false) {
        (end, isHeaded) = (below, true)
      } else {
        break
      }
    }
    return end
  }

  /// How many of the first lines of the blocks are such.
  static func count(in blocks: [DraftBlock]) -> Int {
    var lines: [String] = []
    for block in blocks.prefix(48) {
      guard block.isRule || block.isText && block.role == nil else { break }
      lines += block.lines.map(\.text)
    }
    return count(in: lines)
  }

  /// Whether a line is the number of an issue: what stands below a masthead frames no issue.
  private static func isOfMasthead(_ text: String) -> Bool {
    guard let number = IssueNumberGrammar.find(in: text) else { return false }
    return text.letters.count <= number.range.count + 4
  }
}
