import XMLBinding

/// The letters of symbol fonts, which Word writes for the bullets of its lists: `l` in Wingdings shows ●. Without the font they
/// would stay as letters before the words.
enum SymbolLetters {
  /// What the letters of the font that `element` states show; nil where it states no symbol font.
  static func shown(by element: XMLElement) -> [Unicode.Scalar: Unicode.Scalar]? {
    switch font(of: element) {
    case "wingdings": wingdings
    case "symbol": symbol
    default: nil
    }
  }

  /// The first font that `element` states by style or as `<font face>`, in lower case; nil if it states none.
  static func font(of element: XMLElement) -> String? {
    let stated =
      HTMLInlines.style(of: element).split(separator: ";").lazy.compactMap { declaration -> Substring? in
        guard let colon = declaration.firstIndex(of: ":") else { return nil }
        let value = declaration[declaration.index(after: colon)...]
        switch declaration[..<colon] {
        case "font-family": return value
        // The short form ends with the family, behind the size.
        case "font":
          return ["wingdings", "symbol"].first { value.hasSuffix($0) || value.dropLast().hasSuffix($0) } ?? "other"
        default: return nil
        }
      }.first.map(String.init) ?? element.attribute("face")?.lowercased()
    return stated.map { String($0.split(separator: ",").first ?? "").filter { !"\"'".contains($0) } }
  }

  private static let wingdings: [Unicode.Scalar: Unicode.Scalar] = [
    "l": "●", "n": "■", "u": "◆", "v": "❖", "q": "□", "p": "□", "o": "□", "m": "○", "w": "◆", "t": "◆", "s": "◆",
    "Ø": "➢",
    "ü": "✓", "§": "▪", "Ÿ": "•", "«": "★", "¡": "○", "¨": "□", "F": "☞", "à": "→", "è": "→", "þ": "☑", "x": "☒",
  ]

  private static let symbol: [Unicode.Scalar: Unicode.Scalar] = ["·": "•", "¨": "◆", "ª": "♠", "®": "→", "Þ": "⇒"]
}
