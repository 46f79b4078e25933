public import ExportPipeline
public import HouseStyle
public import IssueModel
internal import TextLayout

/// The endless page that stages print on: it knows the width, sets text into lines and keeps them.
public struct TextPage: ~Copyable {
  /// What is printed.
  public let composition: Composition
  /// The language of the issue, which decides on indents and on how lines break.
  public let language: Language
  /// The layout.
  public let style: TextStyle
  /// How paragraphs become lines.
  public let flow: TextOptions.Flow
  /// Where text on the page stands; quotes and lists move it, but leave a quarter of the page to their text however deep
  /// they lie in each other.
  var margin = Margin() {
    didSet { margin = Margin(left: min(margin.left, style.width / 2), right: min(margin.right, style.width / 4)) }
  }
  var breaker: LineBreaker
  var titles: TitleBreaker
  var cleaner = TextCleaner()
  var notes = NoteMarks()
  private var lines: [String] = []
  private var wantedBlanks = 0

  /// The room that quotes and lists leave to their text, in columns.
  struct Margin {
    var left = 0
    var right = 0
  }

  init(_ composition: Composition, language: Language, style: TextStyle, flow: TextOptions.Flow) {
    self.flow = flow
    self.composition = composition
    self.language = language
    var style = style
    style.width = max(20, style.width)
    // Words of Latin script are parted by blank lines, not by indents.
    if !language.isChinese { style.indent = "" }
    self.style = style
    var rules: LayoutRules = language.isChinese ? .chinese : .english
    rules.justifies = style.isJustified
    rules.lineEnd =
      switch style.punctuation {
      case .strict: .strict
      case .hanging: .hanging
      case .compressed: .compressed
      }
    breaker = LineBreaker(rules)
    titles = TitleBreaker(rules)
  }

  /// Whether the issue is Chinese.
  public var isChinese: Bool { language.isChinese }

  /// The lines printed; blank ones neither first nor last.
  consuming func finish() -> [String] {
    guard flow == .flowed else { return lines }
    // A blank in front keeps mail programs from taking a line for a quotation or a separator (RFC 3676, 4.4).
    return lines.map { $0.hasPrefix(" ") || $0.hasPrefix(">") || $0.hasPrefix("From ") ? " " + $0 : $0 }
  }

  // MARK: Lines

  /// Adds a line as it is; an empty one is a ``blankLine(_:)``.
  public mutating func line(_ line: String) {
    guard !line.isEmpty else { return blankLine() }
    append(line)
  }

  /// Adds a line as it is, an empty one too.
  mutating func append(_ line: String) {
    if !lines.isEmpty { for _ in 0..<wantedBlanks { lines.append("") } }
    wantedBlanks = 0
    lines.append(line)
  }

  /// Leaves blank lines before whatever comes next: as many as the greatest `count` asked for since the last
  /// line, and none at the ends of the text.
  public mutating func blankLine(_ count: Int = 1) { wantedBlanks = max(wantedBlanks, count) }

  /// Adds a rule across the page, of the house's character or of `character`.
  public mutating func rule(_ character: Character? = nil) {
    line(String(repeating: character ?? style.rule, count: style.width))
  }

  // MARK: Text

  /// Adds `text` in filled lines between the margins.
  /// - Parameters:
  ///   - text: The words.
  ///   - first: What stands before the first line.
  ///   - rest: What stands before the further lines.
  public mutating func fill(_ text: String, first: String = "", rest: String = "") {
    let left = String(repeating: " ", count: margin.left)
    let text = cleaner.clean(text)
    let first = fitting(left + cleaner.clean(first))
    let rest = fitting(left + rest)
    switch flow {
    case .fixed:
      let lines = breaker.fill(text, width: style.width - margin.right, first: first, rest: rest)
      for line in lines { self.line(line) }
    case .none:
      for line in breaker.fill(text, width: .max / 2, first: first, rest: rest) { self.line(line) }
    case .flowed:
      // Joined again, an indent of further lines would stand within the text.
      fillFlowed(breaker.filled(text, width: style.width - margin.right, first: first))
    }
  }

  /// What is to stand before a line, or less of it if it is blank and would leave the line too little room.
  private func fitting(_ lead: String) -> String {
    let room = style.width - margin.right
    guard columns(of: lead) > room * 2 / 3, lead.allSatisfy(\.isWhitespace) else { return lead }
    return String(repeating: " ", count: room / 3)
  }

  /// Adds `lines` so that those that belong together can be joined: a blank at the end says so.
  private mutating func fillFlowed(_ lines: [FilledLine]) {
    var open = ""
    for line in lines {
      open += line.text
      guard let blanks = line.replacedBlanks else {
        self.line(open)
        open = ""
        continue
      }
      // Where the blank stays when lines are joined, a line can only end at one.
      if !language.deletesFlowBlank, blanks.isEmpty { continue }
      self.line(open + (language.deletesFlowBlank ? blanks + " " : " "))
      open = ""
    }
    if !open.isEmpty { self.line(open) }
  }

  /// Adds `text` in balanced lines in the middle of the page.
  public mutating func centred(_ text: String) {
    for line in balanced(text) { self.line(line) }
  }

  /// `text` in balanced lines in the middle of the page.
  mutating func balanced(_ text: String) -> [String] {
    let measure = breaker.rules.measure
    // Lines of nearly the full width would look like text.
    let maximum = style.width * 2 / 3
    return titles.lines(of: cleaner.clean(text), maximum: maximum) { measure.columns(of: $0) }
      .map { Placement.centred($0, width: style.width, measure: measure) }
  }

  /// Adds `text` at the right of the page, `inset` columns off the edge.
  public mutating func right(_ text: String, inset: Int = 0) {
    let measure = breaker.rules.measure
    breaker.isPlain = true
    defer { breaker.isPlain = false }
    for line in breaker.fill(cleaner.clean(text), width: style.width - inset) {
      self.line(Placement.right(line, width: style.width, inset: inset, measure: measure))
    }
  }

  /// Adds the `parts` on one line from the left to the right edge, or each on its own where they do not fit:
  /// the first at the left, the others at the right.
  public mutating func spread(_ parts: [String]) {
    let parts = parts.map { cleaner.clean($0) }
    if let line = Placement.spread(parts, width: style.width, measure: breaker.rules.measure) { return self.line(line) }
    for (index, part) in parts.enumerated() {
      if index == 0 { fill(part) } else { right(part) }
    }
  }

  /// Adds the cells of `row` on one line, where they are said to stand or spread from edge to edge.
  mutating func spread<Field>(_ row: Composition.Row<Field>) {
    guard row.cells.allSatisfy({ $0.alignment != nil }) else { return spread(row.cells.map(\.words)) }
    let cells = row.cells.map { (words: cleaner.clean($0.words), alignment: $0.alignment) }
    func words(_ alignment: RoleStyle.Alignment) -> String {
      cells.first { $0.alignment == alignment }?.words ?? ""
    }
    let line = Placement.line(
      left: words(.left), centre: words(.center), right: words(.right), width: style.width,
      measure: breaker.rules.measure)
    if let line { return self.line(line) }
    for cell in cells { if let alignment = cell.alignment { place(cell.words, alignment) } }
  }

  /// Adds `text` at the left, in the middle or at the right of the page.
  mutating func place(_ text: String, _ alignment: RoleStyle.Alignment) {
    switch alignment {
    case .left, .justified: fill(text)
    case .center: centred(text)
    case .right: right(text)
    }
  }

  /// The columns of `text`.
  public func columns(of text: String) -> Int { breaker.columns(of: text) }
}
