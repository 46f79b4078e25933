internal import ExportPipeline
internal import IssueModel
internal import UnicodeText

/// The characters of an issue that an encoding lacks, found again in the source, so that an editor can go there.
struct LackingCharacters {
  private let encoding: TextEncoding
  /// The characters, each once, in the order of the text.
  private let characters: [Unicode.Scalar]

  /// Those that `error` names.
  init(_ error: TextEncodingError) {
    encoding = error.encoding
    var characters: [Unicode.Scalar] = []
    var known: Set<Unicode.Scalar> = []
    for scalar in error.missing.lazy.flatMap(\.character.unicodeScalars) where known.insert(scalar).inserted {
      characters.append(scalar)
    }
    self.characters = characters
  }

  /// Why `issue` cannot be written, with each place that is to blame.
  func stageError(_ stage: String, _ issue: Issue, _ context: StageContext) -> StageError {
    let named = characters.prefix(10)
    let more = characters.count - named.count
    return StageError(
      stage: stage,
      message: Wording(
        "\(encoding.name) lacks " + named.map(\.withCode).joined(separator: ", ")
          + (more > 0 ? " and \(more) more" : ""),
        zh: "编码 \(encoding.name) 缺" + named.map(\.withCodeInChinese).joined(separator: "、")
          + (more > 0 ? "等\(characters.count)个字符" : "")),
      hint: Self.hint, places: places(issue, context))
  }

  private static let hint = Wording(
    "use utf-8 or gb18030, which hold every character", zh: "请改用 utf-8 或 gb18030，二者收录全部字符")

  /// As many characters as anybody will mend by hand. An issue in simplified characters asked for in Big5 lacks more.
  private static let maximumCharacters = 100
  /// As many places of one character as its remark names beside the first; the others are counted.
  private static let maximumOtherPlaces = 9

  /// What is known of one character.
  private struct Finding {
    /// How often it stands in the issue.
    var count = 0
    /// Where it stands first, with the words around it; no place for what a writer adds of its own, such as a label.
    var position: SourcePosition?
    var around = ""
    /// Where it stands again, as far as that is named.
    var others: [SourcePosition] = []
  }

  /// A remark on each character, with its places.
  private func places(_ issue: Issue, _ context: StageContext) -> [Diagnostic] {
    let named = characters.prefix(Self.maximumCharacters)
    let lacking = Set(characters)
    var findings = Dictionary(uniqueKeysWithValues: named.map { ($0, Finding()) })
    var search = SourceSearch(for: Set(named), in: context.sourceText())
    var total = 0
    let passages = IssuePassages(issue, context.houseStyle).passages
    let begins = passages.compactMap(\.source?.line).sorted()
    // Where the lines are known first: what is known to stand nowhere else is left to the others.
    for passage in passages.filter({ $0.source != nil }) + passages.filter({ $0.source == nil }) {
      let scalars = Array(passage.words.unicodeScalars)
      for (index, scalar) in scalars.enumerated() where lacking.contains(scalar) {
        total += 1
        guard var finding = findings[scalar] else { continue }
        finding.count += 1
        if finding.count <= Self.maximumOtherPlaces + 1 {
          let next = passage.source.flatMap { source in begins.first { $0 > source.endLine } }
          let position = search.take(scalar, from: passage.source, before: next)
          if finding.count == 1 {
            finding.position = position
            finding.around = Self.words(around: index, of: scalars)
          } else if let position {
            finding.others.append(position)
          }
        }
        findings[scalar] = finding
      }
    }
    var diagnostics = named.map { diagnostic($0, findings[$0] ?? Finding()) }
    if characters.count > named.count {
      diagnostics.append(
        Diagnostic(
          id: "character-not-encodable", severity: .error,
          message: Wording(
            "\(encoding.name) lacks \(characters.count) characters at \(total) places; \(named.count) are named",
            zh: "编码 \(encoding.name) 缺\(characters.count)个字，共\(total)处，仅列出\(named.count)个字"), hint: Self.hint))
    }
    return diagnostics
  }

  private func diagnostic(_ scalar: Unicode.Scalar, _ finding: Finding) -> Diagnostic {
    let around = finding.around
    var message = Wording(
      "\(encoding.name) lacks \(scalar.withCode)" + (around.isEmpty ? "" : " in “\(around)”"),
      zh: "编码 \(encoding.name) 缺" + (around.isEmpty ? "" : "“\(around)”中的") + scalar.withCodeInChinese)
    if finding.count > 1 {
      let others = finding.others.map { "\($0.line):\($0.column)" }
      let unnamed = finding.count - 1 - others.count
      var english = others
      if unnamed > 0 {
        english.append("\(unnamed)\(others.isEmpty ? "" : " more") place\(unnamed == 1 ? "" : "s")")
      }
      message.english += ", also at " + english.joined(separator: ", ")
      message.chinese +=
        "，共\(finding.count)处" + (others.isEmpty ? "" : "，另见" + others.joined(separator: "、"))
        + (unnamed > 0 && !others.isEmpty ? "等" : "")
    }
    return Diagnostic(
      id: "character-not-encodable", severity: .error, at: finding.position, message: message, hint: Self.hint)
  }

  /// Six characters to both sides on the same line, with the character between them.
  private static func words(around index: Int, of scalars: [Unicode.Scalar]) -> String {
    let before = scalars[..<index].suffix(6).reversed().prefix { $0 != "\n" }.reversed()
    let behind = scalars[(index + 1)...].prefix(6).prefix { $0 != "\n" }
    return String(String.UnicodeScalarView(before + [scalars[index]] + behind))
  }
}

extension Unicode.Scalar {
  /// The character and its code: 𠮷 (U+20BB7).
  fileprivate var withCode: String { "\(self) (\(code))" }
  /// The same with the brackets of Chinese.
  fileprivate var withCodeInChinese: String { "\(self)（\(code)）" }

  private var code: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

/// Where certain characters stand in a source, each place to be had once.
private struct SourceSearch {
  /// The places of each, in order, and whether they are still to be had; empty without a source.
  private var places: [Unicode.Scalar: [(position: SourcePosition, isFree: Bool)]] = [:]

  /// Far more than are named of one character.
  private static let maximumPlaces = 4096

  init(for scalars: Set<Unicode.Scalar>, in text: String?) {
    guard let text else { return }
    var (line, column) = (1, 1)
    for index in text.unicodeScalars.indices {
      let scalar = text.unicodeScalars[index]
      let meant = scalar == "&" ? Self.reference(at: text.unicodeScalars[index...]) : scalar
      if let meant, scalars.contains(meant), places[meant]?.count ?? 0 < Self.maximumPlaces {
        places[meant, default: []].append((SourcePosition(line: line, column: column), true))
      }
      (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
    }
  }

  /// The character that `text` names by its number at its beginning: `&#x20BB7;`, `&#134071;`.
  private static func reference(at text: Substring.UnicodeScalarView) -> Unicode.Scalar? {
    let head = text.prefix(10).prefix { $0 != ";" }
    guard head.starts(with: "&#".unicodeScalars), head.endIndex < text.endIndex, text[head.endIndex] == ";" else {
      return nil
    }
    let digits = String(head.dropFirst(2))
    let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
    return (isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)).flatMap(Unicode.Scalar.init)
  }

  /// The next place of `scalar` within `range`, or in the whole source for no range. Of web pages the model knows where
  /// a paragraph begins: then it is looked for in the lines before `next`, where another passage begins. Where it stands
  /// in none of them, as under a name of HTML, or there is no source, the beginning of the range.
  mutating func take(_ scalar: Unicode.Scalar, from range: SourceRange?, before next: Int?) -> SourcePosition? {
    let all = places[scalar] ?? []
    guard let range else {
      return take(scalar, at: all.firstIndex { $0.isFree })
    }
    let own = all.firstIndex { $0.isFree && range.line...max(range.line, range.endLine) ~= $0.position.line }
    let behind = { all.firstIndex { $0.isFree && range.line..<max(range.line, next ?? .max) ~= $0.position.line } }
    return take(scalar, at: own ?? behind()) ?? range.start
  }

  private mutating func take(_ scalar: Unicode.Scalar, at index: Int?) -> SourcePosition? {
    guard let index else { return nil }
    places[scalar]?[index].isFree = false
    return places[scalar]?[index].position
  }
}
