internal import ExportPipeline
internal import HouseStyle
internal import IssueModel
internal import OpenPackaging
internal import XMLBinding

/// Takes the headers and footers of a Word file, with the styles and pictures they need, and leaves behind what
/// would mean nothing in another file: shapes, controls, references to its theme and its lists.
struct LetterheadReader {
  let package: ReferencePackage
  let firstPageDiffers: Bool
  let evenPagesDiffer: Bool
  private var pictures: [String: [UInt8]] = [:]
  private var usedStyles: [String] = []
  /// Whether something was left out that shows.
  private var losesMarks = false
  /// The part at hand: its number, and the pictures it refers to.
  private var number = 0
  private var targets: [String: PartName] = [:]
  private var fieldsAreKept = true

  init(package: ReferencePackage, firstPageDiffers: Bool, evenPagesDiffer: Bool) {
    self.package = package
    self.firstPageDiffers = firstPageDiffers
    self.evenPagesDiffer = evenPagesDiffer
  }

  /// The headers and footers that `section` names; nil if there are none with anything in them.
  mutating func letterhead(_ section: XMLElement, _ diagnostics: DiagnosticSink?) -> Letterhead? {
    var parts: [Letterhead.Part] = []
    for reference in section.elements {
      let isHeader = reference.isWord("headerReference")
      guard isHeader || reference.isWord("footerReference") else { continue }
      let pages = reference.value("type") ?? "default"
      let id = reference.attributes.first { $0.name == "id" && $0.namespace == WordNamespace.relationships }?.value
      guard ["default", "even", "first"].contains(pages), let id,
        !parts.contains(where: { $0.isHeader == isHeader && $0.pages == pages })
      else { continue }
      if let content = content(id, isHeader ? "hdr" : "ftr") {
        parts.append(Letterhead.Part(isHeader: isHeader, pages: pages, content: content))
      } else {
        losesMarks = true
      }
    }
    if losesMarks {
      diagnostics?.report(
        Diagnostic(
          id: "reference-letterhead", severity: .warning,
          message: Wording(
            "not all of the file's headers and footers could be taken: shapes, text boxes, linked pictures and "
              + "fields that fetch something stay behind",
            zh: "文件的页眉页脚未能全部采用：图形、文本框、链接图片和引用外部内容的域不会带入"),
          hint: Wording("use text, tables and PNG or JPEG pictures there", zh: "请在页眉页脚中使用文字、表格和 PNG、JPEG 图片")))
    }
    guard parts.contains(where: { !$0.content.isBlank }) else { return nil }
    return Letterhead(
      parts: parts, styles: styles(), pictures: pictures, firstPageDiffers: firstPageDiffers,
      evenPagesDiffer: evenPagesDiffer)
  }

  private mutating func content(_ id: String, _ root: String) -> XMLElement? {
    guard
      let target = try? package.package.relationships(of: package.document).first(where: {
        $0.id == id && !$0.isExternal
      }),
      let element = try? package.package.root(of: PartName(rawValue: target.target)), element.isWord(root)
    else { return nil }
    number += 1
    let relationships = (try? package.package.relationships(of: PartName(rawValue: target.target))) ?? []
    targets = Dictionary(
      relationships.filter { !$0.isExternal }.map { ($0.id, PartName(rawValue: $0.target)) },
      uniquingKeysWith: { first, _ in first })
    fieldsAreKept = element.areFieldsHarmless
    if !fieldsAreKept { losesMarks = true }
    var copy = element
    copy.attributes = []
    copy.children = children(of: element)
    // A header ends with a paragraph, whatever was in it.
    if copy.elements.last?.isWord("p") != true { copy.children.append(.element(.word("p"))) }
    return copy
  }

  // MARK: Elements

  private mutating func children(of element: XMLElement) -> [XMLNode] {
    element.children.flatMap { child -> [XMLNode] in
      switch child {
      case .text: return CopiedMarkup.holdsText(element) ? [child] : []
      case .element(let element): return copies(of: element)
      }
    }
  }

  /// What stands for `element` in the copy.
  private mutating func copies(of element: XMLElement) -> [XMLNode] {
    if element.namespace == WordNamespace.main {
      switch element.name {
      case "sdt": return element.word("sdtContent").map { children(of: $0) } ?? []
      case "hyperlink", "smartTag", "ins", "moveTo", "customXml": return children(of: element)
      case "del", "moveFrom", "pPrChange", "rPrChange", "numPr", "tblStyle", "tblLook", "rsid": return []
      case "fldSimple": return field(element)
      case "fldChar", "instrText": if !fieldsAreKept { return [] }
      case "p": return [.element(paragraph(element))]
      case "pStyle", "rStyle": return style(element).map { [.element($0)] } ?? []
      case "rFonts": return [.element(fonts(element))]
      case "drawing": return drawing(element).map { [.element($0)] } ?? []
      case "pict", "object":
        losesMarks = true
        return []
      default: break
      }
    } else if element.name == "AlternateContent" {
      losesMarks = true
      return []
    }
    guard CopiedMarkup.name(of: element) != nil else { return [] }
    var copy = element
    copy.children = children(of: element)
    return [.element(copy)]
  }

  private mutating func paragraph(_ element: XMLElement) -> XMLElement {
    var copy = element
    copy.children = children(of: element)
    // Without a style it has the file's default one, which is not that of the file to be written.
    guard let id = package.styles.defaultID, element.word("pPr")?.word("pStyle") == nil else { return copy }
    use(id)
    let style = XMLElement.word("pStyle", Self.name(id))
    if let index = copy.children.firstIndex(where: { if case .element(let e) = $0 { e.isWord("pPr") } else { false } }),
      case .element(var properties) = copy.children[index]
    {
      properties.children.insert(.element(style), at: 0)
      copy.children[index] = .element(properties)
    } else {
      copy.children.insert(.element(.word("pPr", children: [style])), at: 0)
    }
    return copy
  }

  /// A simple field as one of several runs, which all programs read.
  private mutating func field(_ element: XMLElement) -> [XMLNode] {
    let result = children(of: element)
    guard fieldsAreKept, let instruction = element.value("instr") else { return result }
    func mark(_ type: String) -> XMLNode {
      .element(.word("r", children: [.word("fldChar", attribute: "fldCharType", type)]))
    }
    let words = XMLElement(
      name: "instrText", namespace: WordNamespace.main, children: [.text(instruction)])
    return [mark("begin"), .element(.word("r", children: [words])), mark("separate")] + result + [mark("end")]
  }

  /// The fonts by their names, without references to the theme.
  private func fonts(_ element: XMLElement) -> XMLElement {
    var copy = element
    copy.attributes.removeAll { $0.name.hasSuffix("Theme") || $0.name == "cstheme" }
    for place in ["ascii", "hAnsi", "eastAsia"] {
      guard let font = element.value(place + "Theme").flatMap(package.styles.theme.font) else { continue }
      copy.attributes.removeAll { $0.name == place }
      copy.attributes.append(XMLAttribute(name: place, namespace: WordNamespace.main, value: font))
    }
    return copy
  }

  /// A picture that is in the file, with what says where it stands; nil for any other drawing.
  private mutating func drawing(_ element: XMLElement) -> XMLElement? {
    var blips: [XMLElement] = []
    func collect(_ element: XMLElement) {
      if element.name == "blip", element.namespace == WordNamespace.drawing { blips.append(element) }
      element.elements.forEach(collect)
    }
    collect(element)
    let embed = blips.first?.attributes.first { $0.name == "embed" && $0.namespace == WordNamespace.relationships }
    let holder = element.elements.first
    let wraps = ["wrapNone", "wrapSquare", "wrapTopAndBottom"]
    guard blips.count == 1, let embed, let holder, let part = targets[embed.value],
      holder.name == "inline" || holder.elements.contains(where: { wraps.contains($0.name) }),
      let bytes = try? package.package.content(of: part), (try? PictureHeader(bytes)) != nil
    else {
      losesMarks = true
      return nil
    }
    let name = "\(number)-\(embed.value)"
    pictures[name] = bytes
    func copied(_ element: XMLElement) -> XMLElement {
      var copy = element
      for index in copy.attributes.indices where copy.attributes[index].name == "embed" {
        copy.attributes[index].value = name
      }
      copy.children = element.children.map { if case .element(let e) = $0 { .element(copied(e)) } else { $0 } }
      return copy
    }
    return copied(element)
  }

  // MARK: Styles

  private static func name(_ id: String) -> String { "Letterhead-" + id }

  private mutating func use(_ id: String) {
    if !usedStyles.contains(id) { usedStyles.append(id) }
  }

  private mutating func style(_ element: XMLElement) -> XMLElement? {
    guard let id = element.value("val"), package.styles.byID[id] != nil else { return nil }
    use(id)
    return .word(element.name, Self.name(id))
  }

  /// The styles used, and those they are based on, under ids of their own.
  private mutating func styles() -> [XMLElement] {
    var copies: [XMLElement] = []
    var index = 0
    while index < usedStyles.count {
      let chain = package.styles.chain(usedStyles[index])
      index += 1
      guard let style = chain.first else { continue }
      for base in chain.dropFirst() { if let id = base.value("styleId") { use(id) } }
      // Styles that are based on each other in a circle are based on none.
      let isCircle = chain.last?.wordValue("basedOn").map { package.styles.byID[$0] != nil } ?? false
      copies.append(copy(of: style, isRoot: chain.count == 1 || isCircle))
    }
    return copies
  }

  private mutating func copy(of style: XMLElement, isRoot: Bool) -> XMLElement {
    var copy = style
    let isParagraph = style.value("type") == "paragraph"
    copy.attributes = [
      XMLAttribute(name: "type", namespace: WordNamespace.main, value: isParagraph ? "paragraph" : "character"),
      XMLAttribute(name: "customStyle", namespace: WordNamespace.main, value: "1"),
      XMLAttribute(name: "styleId", namespace: WordNamespace.main, value: Self.name(style.value("styleId") ?? "")),
    ]
    var content: [XMLElement] = [.word("name", "Letterhead " + (style.wordValue("name") ?? ""))]
    let base = style.wordValue("basedOn")
    if let base, package.styles.byID[base] != nil, !isRoot { content.append(.word("basedOn", Self.name(base))) }
    content.append(.word("uiPriority", "99"))
    // A style based on none has the defaults of its file, which are not those of the file to be written.
    let defaults = isRoot && isParagraph ? package.styles.defaultProperties : ([], [])
    for (name, defaults) in [("pPr", defaults.0), ("rPr", defaults.1)] where isParagraph || name == "rPr" {
      let own = style.word(name)?.elements ?? []
      let merged = defaults.filter { each in !own.contains { $0.name == each.name } } + own
      var properties = XMLElement.word(name, children: merged)
      properties.children = children(of: properties)
      if !properties.elements.isEmpty { content.append(properties) }
    }
    copy.children = content.map { .element($0) }
    return copy
  }
}

extension CopiedMarkup {
  /// Whether the text in `element` counts.
  static func holdsText(_ element: XMLElement) -> Bool {
    ["t", "instrText", "posOffset", "align"].contains(element.name)
  }
}

extension XMLElement {
  /// An element of WordprocessingML with an attribute `val`, or another one.
  fileprivate static func word(_ name: String, attribute: String = "val", _ value: String) -> XMLElement {
    XMLElement(
      name: name, namespace: WordNamespace.main,
      attributes: [XMLAttribute(name: attribute, namespace: WordNamespace.main, value: value)])
  }

  /// An element of WordprocessingML that holds others.
  fileprivate static func word(_ name: String, children: [XMLElement] = []) -> XMLElement {
    XMLElement(name: name, namespace: WordNamespace.main, children: children.map { .element($0) })
  }

  /// Whether nothing in it shows.
  fileprivate var isBlank: Bool {
    !text.contains { !$0.isWhitespace } && !has { ["drawing", "tbl", "pBdr"].contains($0) }
  }

  private func has(_ isWanted: (String) -> Bool) -> Bool {
    elements.contains { isWanted($0.name) || $0.has(isWanted) }
  }

  /// Whether all fields in it only tell of the document itself, and none fetches or runs anything.
  fileprivate var areFieldsHarmless: Bool {
    let known = [
      "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "TITLE", "SUBJECT", "AUTHOR", "KEYWORDS", "COMMENTS",
      "DOCPROPERTY", "STYLEREF", "DATE", "CREATEDATE", "SAVEDATE", "=", "IF",
    ]
    func isHarmless(_ instruction: String) -> Bool {
      // Parts of an instruction may stand in runs of their own: those begin with no name of a field.
      let words = instruction.uppercased().split { $0.isWhitespace || $0 == "\\" || $0 == "\"" }
      return !words.contains {
        ["DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "LINK", "IMPORT", "MACROBUTTON"].contains($0)
      }
        && (words.isEmpty || known.contains(String(words[0])) || !words[0].allSatisfy(\.isLetter))
    }
    return elements.allSatisfy { element in
      (element.name == "instrText" ? isHarmless(element.text) : true)
        && (element.value("instr").map(isHarmless) ?? true) && element.areFieldsHarmless
    }
  }
}
