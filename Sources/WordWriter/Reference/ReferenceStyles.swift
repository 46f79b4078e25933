internal import XMLBinding

/// The styles of a Word file, by id and by name, each with what it inherits.
struct ReferenceStyles {
  let theme: ReferenceTheme
  private let defaults: (paragraph: XMLElement?, run: XMLElement?)
  private(set) var byID: [String: XMLElement] = [:]
  private var idByName: [String: String] = [:]
  /// The id of the style of paragraphs that name none; nil if no style is marked as that.
  private(set) var defaultID: String?

  /// The styles in the part with the given root.
  init(_ root: XMLElement, theme: ReferenceTheme) {
    self.theme = theme
    let defaults = root.word("docDefaults")
    self.defaults = (
      defaults?.word("pPrDefault")?.word("pPr"), defaults?.word("rPrDefault")?.word("rPr")
    )
    for style in root.elements where style.isWord("style") {
      guard let id = style.value("styleId"), byID[id] == nil else { continue }
      byID[id] = style
      guard style.value("type") == "paragraph" else { continue }
      if let flag = style.value("default"), ["1", "true", "on"].contains(flag), defaultID == nil { defaultID = id }
      let names =
        [style.wordValue("name") ?? ""] + (style.wordValue("aliases") ?? "").split(separator: ",").map(String.init)
      for name in names where idByName[Self.key(name)] == nil { idByName[Self.key(name)] = id }
    }
  }

  /// The language of the text, for the fonts of Han.
  static func language(_ root: XMLElement) -> String? {
    root.word("docDefaults")?.word("rPrDefault")?.word("rPr")?.word("lang")?.value("eastAsia")
  }

  /// What two spellings of a name have in common. Word keeps the names of its own styles in English; some programs
  /// write those that Chinese users see.
  private static func key(_ name: some StringProtocol) -> String {
    let words = name.lowercased().split(whereSeparator: \.isWhitespace)
    let joined = words.joined()
    for (chinese, english) in localised where joined.hasPrefix(chinese) {
      let rest = joined.dropFirst(chinese.count)
      if rest.isEmpty { return english == "heading" ? "title" : english }
      if rest.count == 1, rest.allSatisfy({ ("1"..."9").contains($0) }), ["heading", "toc"].contains(english) {
        return "\(english) \(rest)"
      }
    }
    return words.joined(separator: " ")
  }

  /// The names of Word's own styles by those that its Chinese editions and WPS show.
  private static let localised = [
    ("正文文本", "body text"), ("正文", "normal"), ("标题", "heading"), ("目录", "toc"), ("副标题", "subtitle"),
    ("页眉", "header"), ("页脚", "footer"), ("列表段落", "list paragraph"), ("列出段落", "list paragraph"),
    ("引用", "quote"), ("html预设格式", "html preformatted"), ("脚注文本", "footnote text"), ("题注", "caption"),
    ("日期", "date"), ("签名", "signature"), ("称呼", "salutation"), ("toc标题", "toc heading"),
  ]

  /// The id of the style of paragraphs called `name`, whatever its case; nil if there is none.
  func id(named name: String) -> String? { idByName[Self.key(name)] }

  /// The style with the given id and those it is based on, the outermost last. Ends where they go in a circle.
  func chain(_ id: String) -> [XMLElement] {
    var chain: [XMLElement] = []
    var seen: Set<String> = []
    var next: String? = id
    while let id = next, seen.insert(id).inserted, let style = byID[id] {
      chain.append(style)
      next = style.wordValue("basedOn")
    }
    return chain
  }

  /// How text in the style with the given id looks, with all that it inherits.
  func look(_ id: String) -> ReferenceLook {
    var look = ReferenceLook()
    look.apply(run: defaults.run, theme)
    look.apply(paragraph: defaults.paragraph)
    for style in chain(id).reversed() {
      look.apply(run: style.word("rPr"), theme)
      look.apply(paragraph: style.word("pPr"))
    }
    return look
  }

  /// The properties of a table in the style with the given id, with what it inherits, by their names.
  func tableProperties(_ id: String, _ names: [String]) -> [XMLElement] {
    let chain = chain(id)
    return names.compactMap { name in chain.lazy.compactMap { $0.word("tblPr")?.word(name) }.first }
  }

  /// What the style of tables with the given id says of their paragraphs, of that which makes tables in headers
  /// higher or lower.
  func paragraphProperties(ofTable id: String) -> [XMLElement] {
    let chain = chain(id)
    return ["spacing", "ind", "jc"].compactMap { name in chain.lazy.compactMap { $0.word("pPr")?.word(name) }.first }
  }

  /// The defaults as properties of a style that is based on none: first those of paragraphs, then of runs.
  var defaultProperties: (paragraph: [XMLElement], run: [XMLElement]) {
    (defaults.paragraph?.elements ?? [], defaults.run?.elements ?? [])
  }
}

/// How the text of a style looks: the properties that house styles know of.
struct ReferenceLook {
  /// By place: `ascii`, `eastAsia`.
  var fonts: [String: String] = [:]
  var size: Int?
  var bold = false
  var italic = false
  var color: String?
  var characterSpacing = 0
  var alignment: String?
  /// By the names of the attributes of `w:ind` and `w:spacing`.
  var indents: [String: Int] = [:]
  var spacing: [String: Int] = [:]
  var lineRule = "auto"
  var keepsWithNext = false
  var outlineLevel: Int?
  var snapsToGrid = true

  mutating func apply(run: XMLElement?, _ theme: ReferenceTheme) {
    guard let run else { return }
    if let fonts = run.word("rFonts") {
      for place in ["ascii", "hAnsi", "eastAsia"] {
        // A reference to the theme wins over a name beside it.
        if let font = fonts.value(place + "Theme").flatMap(theme.font) ?? fonts.value(place), !font.isEmpty {
          self.fonts[place] = font
        }
      }
    }
    if let size = run.wordValue("sz").flatMap({ XMLElement.number($0, perPoint: 2) }), (2...3276).contains(size) {
      self.size = size
    }
    bold = run.wordFlag("b") ?? bold
    italic = run.wordFlag("i") ?? italic
    if let color = run.wordValue("color")?.uppercased() {
      let isHex = color.count == 6 && color.allSatisfy { $0.isHexDigit && $0.isASCII }
      self.color = isHex && color != "000000" ? color : nil
    }
    if let spacing = run.word("spacing")?.number("val"), abs(spacing) < 1000 { characterSpacing = spacing }
  }

  mutating func apply(paragraph: XMLElement?) {
    guard let paragraph else { return }
    alignment = paragraph.wordValue("jc") ?? alignment
    keepsWithNext = paragraph.wordFlag("keepNext") ?? keepsWithNext
    snapsToGrid = paragraph.wordFlag("snapToGrid") ?? snapsToGrid
    if let level = paragraph.wordValue("outlineLvl").flatMap({ Int($0) }) {
      outlineLevel = (0...8).contains(level) ? level + 1 : nil
    }
    for attribute in paragraph.word("ind")?.attributes ?? [] {
      guard let number = XMLElement.number(attribute.value, perPoint: 20) else { continue }
      let name =
        switch attribute.name {
        case "start": "left"
        case "startChars": "leftChars"
        case "end": "right"
        case "endChars": "rightChars"
        default: attribute.name
        }
      indents[name] = number
      // The first line either hangs or is indented: what comes last counts.
      switch name {
      case "firstLine", "firstLineChars": (indents["hanging"], indents["hangingChars"]) = (nil, nil)
      case "hanging", "hangingChars": (indents["firstLine"], indents["firstLineChars"]) = (nil, nil)
      default: break
      }
    }
    for attribute in paragraph.word("spacing")?.attributes ?? [] {
      if attribute.name == "lineRule" { lineRule = attribute.value }
      if let number = XMLElement.number(attribute.value, perPoint: 20) { spacing[attribute.name] = number }
    }
  }
}
