internal import ExportPipeline
internal import HouseStyle
internal import IssueModel
internal import OpenPackaging
internal import XMLBinding

/// Takes the headers and footers of a Word file, with the styles and pictures they need, and leaves behind what
/// would mean nothing in another file: controls, references to its theme and its lists. Shapes, text boxes and
/// watermarks come along in VML, which programs write beside the newer markup for those that do not know that.
struct LetterheadReader {
  let package: ReferencePackage
  let firstPageDiffers: Bool
  let evenPagesDiffer: Bool
  var pictures: [String: [UInt8]] = [:]
  var usedStyles: [String] = []
  /// What was left out that shows, each kind once.
  var lost: Set<LostMark> = []
  /// The part at hand: its number, and the pictures it refers to.
  var number = 0
  var targets: [String: PartName] = [:]
  private var fieldsAreKept = true
  /// What the style of the table at hand says of its paragraphs.
  private var ofTable: [XMLElement] = []

  init(package: ReferencePackage, firstPageDiffers: Bool, evenPagesDiffer: Bool) {
    self.package = package
    self.firstPageDiffers = firstPageDiffers
    self.evenPagesDiffer = evenPagesDiffer
  }

  /// The headers and footers that the section of `page` has; nil if there are none with anything in them.
  mutating func letterhead(_ page: ReferencePage, _ diagnostics: DiagnosticSink?) -> Letterhead? {
    var parts: [Letterhead.Part] = []
    for reference in page.references {
      let isHeader = reference.isWord("headerReference")
      let pages = reference.value("type") ?? "default"
      let id = reference.attributes.first { $0.name == "id" && $0.namespace == WordNamespace.relationships }?.value
      guard ["default", "even", "first"].contains(pages), let id,
        !parts.contains(where: { $0.isHeader == isHeader && $0.pages == pages })
      else { continue }
      if let content = content(id, isHeader ? "hdr" : "ftr") {
        parts.append(Letterhead.Part(isHeader: isHeader, pages: pages, content: content))
      } else {
        lost.insert(.part)
      }
    }
    if !lost.isEmpty {
      let kinds = LostMark.allCases.filter(lost.contains)
      diagnostics?.report(
        Diagnostic(
          id: "reference-letterhead", severity: .warning,
          message: Wording(
            "not all of the file's headers and footers could be taken; left behind: "
              + kinds.map(\.english).joined(separator: ", "),
            zh: "文件的页眉页脚未能全部采用，未带入：" + kinds.map(\.chinese).joined(separator: "、")),
          hint: Wording("use text, tables and PNG or JPEG pictures there", zh: "请在页眉页脚中使用文字、表格和 PNG、JPEG 图片")))
    }
    guard parts.contains(where: { !$0.content.isBlank }) else { return nil }
    let format = page.section.word("pgNumType")?.value("fmt").flatMap { Self.numberFormats.contains($0) ? $0 : nil }
    return Letterhead(
      parts: parts, styles: styles(), pictures: pictures, firstPageDiffers: firstPageDiffers,
      evenPagesDiffer: evenPagesDiffer, pageNumberFormat: format)
  }

  /// The ways to write page numbers that programs offer for Chinese and English text.
  private static let numberFormats: Set<String> = [
    "numberInDash", "decimalFullWidth", "decimalEnclosedCircle", "decimalEnclosedParen", "decimalZero",
    "chineseCounting", "chineseCountingThousand", "chineseLegalSimplified", "ideographTraditional",
    "ideographZodiac", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand", "ideographDigital",
    "upperRoman", "lowerRoman", "upperLetter", "lowerLetter",
  ]

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
    if !fieldsAreKept { lost.insert(.field) }
    var copy = element
    copy.attributes = []
    copy.children = children(of: element)
    // A header ends with a paragraph, whatever was in it.
    if copy.elements.last?.isWord("p") != true { copy.children.append(.element(.word("p"))) }
    return copy
  }

  // MARK: Elements

  mutating func children(of element: XMLElement) -> [XMLNode] {
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
      case "tbl":
        let outer = ofTable
        defer { ofTable = outer }
        ofTable =
          element.word("tblPr")?.wordValue("tblStyle").map { package.styles.paragraphProperties(ofTable: $0) } ?? []
        var copy = element
        copy.children = children(of: element)
        return [.element(copy)]
      case "pStyle", "rStyle": return style(element).map { [.element($0)] } ?? []
      case "rFonts": return [.element(fonts(element))]
      case "drawing": return drawing(element).map { [.element($0)] } ?? []
      case "object":
        lost.insert(.object)
        return []
      case "tblPr":
        var copy = element
        copy.children = children(of: withLook(ofStyle: element))
        return [.element(copy)]
      default: break
      }
    } else if element.name == "AlternateContent", element.namespace == WordNamespace.compatibility {
      return alternative(element)
    } else if element.name == "imagedata", element.namespace == WordNamespace.vector {
      return vectorPicture(element).map { [.element($0)] } ?? []
    } else if element.name == "textbox", element.namespace == WordNamespace.vector {
      return [.element(textBox(element))]
    }
    guard CopiedMarkup.name(of: element) != nil else {
      // What is drawn in a way that is not known here; handles are for changing a drawing.
      if element.namespace == WordNamespace.vector, element.name != "handles" { lost.insert(.shape) }
      return []
    }
    var copy = element.namespace == WordNamespace.vector ? element.withWeightOfStroke : element
    copy.children = children(of: copy)
    return [.element(copy)]
  }

  private mutating func paragraph(_ element: XMLElement) -> XMLElement {
    var copy = element
    copy.children = children(of: element)
    var added: [XMLElement] = []
    // Without a style it has the file's default one, which is not that of the file to be written.
    let named = element.word("pPr")?.wordValue("pStyle").flatMap { package.styles.byID[$0] == nil ? nil : $0 }
    if named == nil, let id = package.styles.defaultID {
      use(id)
      added.append(.word("pStyle", Self.name(id)))
    }
    if !ofTable.isEmpty {
      // The style of a table goes before the defaults of the file, but behind what the paragraph's own style says.
      let chain = (named ?? package.styles.defaultID).map { package.styles.chain($0) } ?? []
      let said = chain.flatMap { $0.word("pPr")?.elements ?? [] } + (element.word("pPr")?.elements ?? [])
      added += ofTable.filter { each in !said.contains { $0.name == each.name } }
    }
    guard !added.isEmpty else { return copy }
    if let index = copy.children.firstIndex(where: { if case .element(let e) = $0 { e.isWord("pPr") } else { false } }),
      case .element(var properties) = copy.children[index]
    {
      properties.children = added.map { .element($0) } + properties.children
      copy.children[index] = .element(properties)
    } else {
      copy.children.insert(.element(.word("pPr", children: added)), at: 0)
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

  /// The properties of a table with what they have from a style, which stays behind.
  private func withLook(ofStyle element: XMLElement) -> XMLElement {
    guard let id = element.wordValue("tblStyle") else { return element }
    var copy = element
    for property in package.styles.tableProperties(id, ["tblBorders", "tblCellMar", "tblInd"])
    where element.word(property.name) == nil {
      copy.children.append(.element(property))
    }
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
  static func word(_ name: String, attribute: String = "val", _ value: String) -> XMLElement {
    XMLElement(
      name: name, namespace: WordNamespace.main,
      attributes: [XMLAttribute(name: attribute, namespace: WordNamespace.main, value: value)])
  }

  /// An element of WordprocessingML that holds others.
  static func word(_ name: String, children: [XMLElement] = []) -> XMLElement {
    XMLElement(name: name, namespace: WordNamespace.main, children: children.map { .element($0) })
  }

  /// Whether nothing in it shows.
  fileprivate var isBlank: Bool {
    !text.contains { !$0.isWhitespace } && !has { ["drawing", "tbl", "pBdr", "pict"].contains($0) }
  }

  fileprivate func has(_ isWanted: (String) -> Bool) -> Bool {
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
