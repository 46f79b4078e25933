import Foundation
import IssueModel

/// What became of the letters, digits and ideographs of an input.
struct TextLoss {
  /// What the input is.
  enum Form { case markdown, text, html }

  /// How many characters the input has that count.
  var expected = 0
  /// How many of them are in the model.
  var kept = 0
  /// How many of them are in the model in the input's order.
  var inOrder = 0
  /// The runs that are nowhere in the model.
  var lost: [String] = []

  /// Compares `input`, without the lines `dropped`, with the text of `issue`.
  init(input: String, form: Form, dropped: [String], issue: Issue) {
    let source = Self.counted(Self.words(of: input, form: form, dropped: dropped))
    let model = Self.counted(Self.text(of: issue))
    expected = source.count
    var removed: [(Int, Character)] = []
    var added: [(Int, Character)] = []
    for change in model.difference(from: source) {
      switch change {
      case .remove(let offset, let element, _): removed.append((offset, element))
      case .insert(let offset, let element, _): added.append((offset, element))
      }
    }
    inOrder = expected - removed.count
    var spare = Self.runs(added)
    for run in Self.runs(removed) {
      // What stands elsewhere was moved, for instance within the masthead; it is not lost.
      var rest = Substring(run)
      while !rest.isEmpty {
        let longest = (1...rest.count).reversed().first { length in spare.contains { $0.contains(rest.prefix(length)) }
        }
        guard let longest, longest > 1 || run.count == 1 || spare.contains(String(rest.prefix(1))) else {
          lost.append(String(rest))
          break
        }
        let piece = rest.prefix(longest)
        if let place = spare.firstIndex(where: { $0.contains(piece) }), let range = spare[place].range(of: piece) {
          let around = [String(spare[place][..<range.lowerBound]), String(spare[place][range.upperBound...])]
          spare.replaceSubrange(place...place, with: around)
        }
        rest = rest.dropFirst(longest)
      }
    }
    kept = expected - lost.reduce(0) { $0 + $1.count }
  }

  private static func runs(_ changes: [(Int, Character)]) -> [String] {
    var result: [String] = []
    var next = -1
    for (offset, element) in changes.sorted(by: { $0.0 < $1.0 }) {
      if offset == next, !result.isEmpty {
        result[result.count - 1].append(element)
      } else {
        result.append(String(element))
      }
      next = offset + 1
    }
    return result
  }

  /// The letters, digits and ideographs of `text`, in order.
  private static func counted(_ text: String) -> [Character] {
    folded(text).filter { $0.isLetter || $0.isNumber }.map { $0 }
  }

  /// `input` without the lines it may lose and without what is Markdown or HTML, not text.
  private static func words(of input: String, form: Form, dropped: [String]) -> String {
    let input = form == .html ? lines(ofPage: input) : input
    var allowed = Dictionary(dropped.map { (folded($0), 1) }, uniquingKeysWith: +)
    let lines = input.split(omittingEmptySubsequences: false) { $0.isNewline || $0 == "\u{C}" }
    var text = lines.filter { line in
      let line = folded(String(line))
      guard let left = allowed[line], left > 0 else { return true }
      allowed[line] = left - 1
      return false
    }.joined(separator: "\n")
    guard form == .markdown else {
      // The mark of a footnote is no text.
      return text.replacingOccurrences(of: #"[\[［〔]\d{1,2}[\]］〕]"#, with: "", options: .regularExpression)
    }
    for (pattern, template) in [
      ("(?s)<!--.*?-->", ""),
      // What pandoc says of a heading, a picture or a block.
      (#"\[\]\{#[^}\n]*\}"#, ""),
      (#"\{[^{}\n]*(?:[#.][\p{L}][^{}\n]*|\b(?:width|height|align|style|lang|dir)="[^"\n]*"[^{}\n]*)\}"#, ""),
      (#"(?m)^:{3,}.*$"#, ""), (#"\\(?:textcircled|mathrm)"#, ""),
      (#"!\[[^\]\n]*\]\([^)\n]*\)"#, ""),
      (#"\[\^[^\]\n]+\]:?"#, ""),
      (#"\[([^\]\n]*)\]\([^)\n]*\)"#, "$1"),
      // The outer of two links, one within the other.
      (#"\]\(#[^)\s]*\)"#, ""),
      ("</?[A-Za-z][^<>\n]*>", ""),
      (#"(?m)^([ \t>#*]*)\d{1,4}[.)][ \t]+"#, "$1"),
      ("&(nbsp|emsp|ensp|amp|lt|gt|quot|middot|mdash|ldquo|rdquo|#[0-9]+|#x[0-9A-Fa-f]+);", ""),
    ] {
      text = text.replacingOccurrences(of: pattern, with: template, options: .regularExpression)
    }
    return text
  }

  /// The text of a web page: a line where a block or a `<br>` ends, footnotes' marks gone.
  private static func lines(ofPage page: String) -> String {
    let blocks =
      "p|div|section|article|main|header|footer|nav|aside|h[1-6]|tr|li|ul|ol|dl|dd|dt|table|caption|thead"
      + "|tbody|center|hr|br|form|blockquote|figure|figcaption|button|title|body|address"
    var text = page
    for (pattern, template) in [
      ("(?s)<!--.*?-->", ""), (#"(?is)<(script|style|head)[ >].*?</\1>"#, ""), (#"[\r\n]+"#, " "),
      (##"(?i)<a [^>]*href="#[^>]*>(<[^>]*>)*\[?[0-9]{1,3}\]?(<[^>]*>)*</a>"##, ""),
      ("(?i)</?(\(blocks))( [^>]*)?/?>", "\n"), ("<[^>]*>", ""), ("&(nbsp|emsp|ensp|thinsp);", " "), ("&gt;", ">"),
      ("&lt;", "<"),
      ("&quot;", "\""), ("&copy;", "©"), ("&(middot|bull|[lr]squo|[lr]dquo|[nm]dash|hellip);", ""), ("&amp;", "&"),
      ("&#(8217|8220|8221|8211|8212|160|8230);", ""),
    ] {
      text = text.replacingOccurrences(of: pattern, with: template, options: .regularExpression)
    }
    return text
  }

  /// All text of `issue`, in the order of the page.
  private static func text(of issue: Issue) -> String {
    var lines = mastheadLines(issue.masthead)
    if let contents = issue.printedContents {
      lines.append(contents.heading ?? "")
      for entry in contents.entries { lines.append([entry.label, entry.text, entry.page].compactMap { $0 }.joined()) }
    }
    lines += note(issue.editorsNote)
    for section in issue.sections {
      lines.append(section.name ?? "")
      for article in section.articles {
        lines += [article.kicker ?? "", article.title, article.subtitle ?? "", article.byline ?? ""]
        if article.editorsNote?.isAtEnd == false { lines += note(article.editorsNote) }
        lines.append(article.body.plainText)
        lines += [article.attributionLabel ?? "", article.attribution ?? ""]
        lines += [article.signature?.office ?? "", article.signature?.date?.verbatim ?? ""]
        if article.editorsNote?.isAtEnd == true { lines += note(article.editorsNote) }
        lines += article.notes.map(\.body.plainText)
      }
    }
    if let imprint = issue.imprint { lines += imprintLines(imprint) }
    return lines.joined(separator: "\n")
  }

  private static func note(_ note: EditorsNote?) -> [String] {
    note.map { [$0.label ?? "", $0.body.plainText] } ?? []
  }

  private static func mastheadLines(_ masthead: Masthead) -> [String] {
    let all: [MastheadField] =
      [.copyNumber, .classification, .notice, .series, .name, .number, .office, .date, .signer]
      + masthead.otherLines.indices.map { .other($0) }
    let printed = masthead.arrangement.flatMap { $0 }
    return (printed + all.filter { !printed.contains($0) }).map { field in
      switch field {
      case .series: masthead.series ?? ""
      case .name: masthead.name
      case .number: masthead.number?.verbatim ?? ""
      case .office: masthead.officeVerbatim ?? masthead.office ?? ""
      case .date: masthead.date?.verbatim ?? ""
      case .classification: masthead.classification ?? ""
      case .notice: masthead.notice ?? ""
      case .copyNumber: masthead.copyNumber ?? ""
      case .signer: masthead.signer.map { "签发人" + $0 } ?? ""
      case .other(let index): masthead.otherLines.indices.contains(index) ? masthead.otherLines[index] : ""
      }
    }
  }

  private static func imprintLines(_ imprint: Imprint) -> [String] {
    let all: [ImprintField] =
      imprint.distribution.indices.map { .distribution($0) } + imprint.people.indices.map { .people($0) }
      + [.office, .printDate, .copies, .contact] + imprint.otherLines.indices.map { .other($0) }
    let printed = imprint.arrangement.flatMap { $0 }
    return (printed + all.filter { !printed.contains($0) }).map { field in
      switch field {
      case .distribution(let index):
        imprint.distribution.indices.contains(index)
          ? imprint.distribution[index].label
            + (imprint.distribution[index].verbatim ?? imprint.distribution[index].recipients.joined(separator: "、"))
          : ""
      case .people(let index):
        imprint.people.indices.contains(index)
          ? imprint.people[index].role
            + (imprint.people[index].verbatim ?? imprint.people[index].names.joined(separator: "、"))
          : ""
      case .office: imprint.officeVerbatim ?? imprint.office ?? ""
      case .printDate: imprint.printDate.map { $0.verbatim + "印发" } ?? ""
      case .copies: imprint.copiesVerbatim ?? imprint.copies.map { "共印\($0)份" } ?? ""
      case .contact: imprint.contact ?? ""
      case .other(let index): imprint.otherLines.indices.contains(index) ? imprint.otherLines[index] : ""
      }
    }
  }
}
