import XMLBinding

/// The quotation marks that a browser sets around `<q>` (HTML standard, 15.3.6): those of the page's language.
struct HTMLQuotes {
  /// Whether the page sets 「」, as Traditional Chinese and Japanese do.
  private let areCorners: Bool

  /// The marks of a page of `nodes`: by its language where it states one that has marks of its own, else by those in its text.
  init(_ nodes: [XMLNode]) {
    var text = ""
    var language: String?
    for case .element(let element) in nodes {
      guard element.name != "q" else { continue }
      language = language ?? element.attribute("lang")?.lowercased() ?? element.attribute("xml:lang")?.lowercased()
      if element.first("q") != nil { text += element.text }
    }
    let isTraditional = ["zh-tw", "zh-hk", "zh-mo", "zh-hant", "ja"].contains { language?.hasPrefix($0) == true }
    areCorners = isTraditional || text.contains("「") && !text.contains("“")
  }

  /// The marks around a quotation within `depth` others.
  func marks(at depth: Int) -> (open: String, close: String) { Self.marks(at: depth, areCorners: areCorners) }

  /// The marks around a quotation within `depth` others, 「」 or “”.
  static func marks(at depth: Int, areCorners: Bool) -> (open: String, close: String) {
    switch (areCorners, depth % 2) {
    case (false, 0): ("“", "”")
    case (false, _): ("‘", "’")
    case (true, 0): ("「", "」")
    case (true, _): ("『", "』")
    }
  }

  /// Whether the writer set marks, too.
  static func areSet(around text: String) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    return "“‘「『\"«".contains(first) && "”’」』\"»".contains(last)
  }
}
