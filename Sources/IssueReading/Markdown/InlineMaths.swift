/// Formulas of TeX within a line, as converters of scans write numbers with their units: `$6 \mathrm{km/h}$`, `$12.5\%$`,
/// `$3.5\,\mathrm{km}^2$`. To Markdown they are words with strokes in them.
enum InlineMaths {
  /// The line with such formulas as words, raised and lowered marks as `<sup>` and `<sub>`, and how many there were. A formula that
  /// holds anything else stays as it is, and so does money: $5 to $6.
  static func writtenOut(_ line: Substring) -> (line: Substring, count: Int) {
    var result = ""
    var rest = line
    var count = 0
    while let start = rest.firstIndex(of: "$") {
      let inner = rest[rest.index(after: start)...]
      guard let end = inner.firstIndex(of: "$"), inner[..<end].utf8.count <= 160,
        let words = words(of: inner[..<end])
      else {
        result += rest[...start]
        rest = inner
        continue
      }
      result += rest[..<start] + words
      rest = inner[inner.index(after: end)...]
      count += 1
    }
    return count == 0 ? (line, 0) : ((result + rest)[...], count)
  }

  /// What a formula says; nil if it says more than numbers, units and signs, or has no command of TeX.
  private static func words(of formula: Substring) -> String? {
    guard formula.contains("\\") || formula.contains("^") || formula.contains("_") else { return nil }
    var reader = Reader(text: Array(formula.unicodeScalars))
    guard let words = reader.words(), !words.trimmed.isEmpty else { return nil }
    return words.trimmed
  }

  /// Signs that commands stand for.
  private static let signs: [String: String] = [
    "%": "%", "$": "$", "&": "&", "#": "#", ",": " ", ";": " ", ":": " ", " ": " ", "!": "", "quad": " ", "qquad": " ",
    "times": "×", "cdot": "·", "div": "÷", "pm": "±", "sim": "～", "approx": "≈", "leq": "≤", "le": "≤", "leqslant": "≤",
    "geq": "≥", "ge": "≥", "geqslant": "≥", "neq": "≠", "circ": "°", "degree": "°", "rightarrow": "→", "to": "→",
    "leftarrow": "←", "uparrow": "↑", "downarrow": "↓", "ldots": "…", "cdots": "…", "prime": "′", "mu": "μ",
    "Omega": "Ω", "alpha": "α", "beta": "β", "gamma": "γ", "pi": "π", "Delta": "Δ", "star": "★", "bigstar": "★",
    "triangle": "△", "bullet": "•", "checkmark": "✓",
  ]
  /// Commands that say how the words in braces behind them look.
  private static let looks: Set<String> = [
    "mathrm", "text", "textrm", "mathbf", "textbf", "mathit", "rm", "bf", "operatorname", "mathsf", "mbox", "hbox",
  ]

  private struct Reader {
    let text: [Unicode.Scalar]
    var place = 0

    init(text: [Unicode.Scalar]) { self.text = text }

    /// Everything from here to the end, or to the brace that closes the group.
    mutating func words(inGroup: Bool = false) -> String? {
      var result = ""
      var letters = 0
      while place < text.count {
        let scalar = text[place]
        if scalar == "}" {
          guard inGroup else { return nil }
          place += 1
          return result
        }
        letters = scalar.isASCIILetter ? letters + 1 : 0
        // Letters that no command sets upright are names of quantities, one each: words are words.
        guard letters < 2 else { return nil }
        switch scalar {
        case "\\":
          guard let words = command(behind: result) else { return nil }
          result += words
        case "^", "_":
          place += 1
          guard let mark = argument() else { return nil }
          let bare = mark.filter { !$0.isBlankCharacter }
          guard (1...4).contains(bare.count) else { return nil }
          if "°′".contains(bare) {
            result += bare
          } else {
            result += scalar == "^" ? "<sup>\(bare)</sup>" : "<sub>\(bare)</sub>"
          }
        case "{":
          place += 1
          guard let words = words(inGroup: true) else { return nil }
          result += words
        case "~":
          place += 1
          if !result.hasSuffix(" ") { result += " " }
        default:
          place += 1
          // Blanks say nothing in TeX.
          guard !scalar.isBlank else { continue }
          guard
            scalar.isASCIIDigit || scalar.isASCIILetter || scalar.isHan || scalar.isWide
              || "+-=.,:/()%<>|·°′".unicodeScalars.contains(scalar)
          else { return nil }
          result.unicodeScalars.append(scalar)
        }
      }
      return inGroup ? nil : result
    }

    /// What the command at the place stands for; nil for an unknown one.
    private mutating func command(behind before: String) -> String? {
      place += 1
      guard place < text.count else { return nil }
      var end = place
      while end < text.count, text[end].isASCIILetter { end += 1 }
      if end == place { end += 1 }
      let name = String(scalars: text[place..<end])
      place = end
      if let sign = InlineMaths.signs[name] { return sign == " " && before.hasSuffix(" ") ? "" : sign }
      if name == "textcircled" {
        guard let number = argument().flatMap({ Int($0.trimmed) }), (1...20).contains(number),
          let circled = Unicode.Scalar(0x2460 + UInt32(number) - 1)
        else { return nil }
        return String(Character(circled))
      }
      guard InlineMaths.looks.contains(name), let words = wordsInBraces() else { return nil }
      let unit = name.hasPrefix("text") || name.hasSuffix("box") ? words : words.filter { !$0.isBlankCharacter }
      // A blank parts the number from its unit, as in print.
      let parts = before.last?.isDigit == true && unit.first?.isLetter == true && !unit.hasHan
      return (parts ? " " : "") + unit.replacing("°C", with: "℃")
    }

    /// A group in braces, or the one thing behind a command.
    private mutating func argument() -> String? {
      while place < text.count, text[place].isBlank { place += 1 }
      guard place < text.count else { return nil }
      if text[place] == "{" {
        place += 1
        return words(inGroup: true)
      }
      if text[place] == "\\" { return command(behind: "") }
      place += 1
      return text[place - 1].isASCIIDigit || text[place - 1].isASCIILetter ? String(text[place - 1]) : nil
    }

    /// The words in braces as they stand, with the commands among them.
    private mutating func wordsInBraces() -> String? {
      while place < text.count, text[place].isBlank { place += 1 }
      guard place < text.count, text[place] == "{" else { return nil }
      place += 1
      var result = ""
      while place < text.count, text[place] != "}" {
        switch text[place] {
        case "\\":
          guard let words = command(behind: "") else { return nil }
          result += words
        case "{", "^", "_", "*", "<", "[", "]": return nil
        case "~":
          place += 1
          result += " "
        default:
          result.unicodeScalars.append(text[place])
          place += 1
        }
      }
      guard place < text.count else { return nil }
      place += 1
      return result
    }
  }
}
