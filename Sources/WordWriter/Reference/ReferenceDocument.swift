public import HouseStyle
public import IssueModel
public import OpenPackaging
internal import XMLBinding
public import XMLReading

/// A Word file of an office's own, taken as the pattern for others: its page, its styles with their fonts, its
/// headers and footers. Its text does not matter.
public enum ReferenceDocument {
  /// The house style that the Word file `bytes` shows.
  ///
  /// Roles are matched to the file's styles by their names. What the file does not say, such as rules and the
  /// roles without a style, stays as in the shipped style that the file was written in, or in `gbt9704`. Roles
  /// without a style are named in a remark (`reference-style-missing`), as is what else could not be taken: one remark
  /// on the file, under the id of what weighs most.
  /// - Parameters:
  ///   - bytes: The Word file.
  ///   - name: The name of the style: that of the file.
  ///   - limits: What is beyond is refused before it is decompressed.
  ///   - diagnostics: Where remarks go; nil for nowhere.
  /// - Throws: `XMLFormatError` with one remark if the file is no package, is damaged or hostile, or no Word file.
  public static func houseStyle(
    _ bytes: [UInt8], name: String, limits: PackageLimits = PackageLimits(), diagnostics: DiagnosticSink? = nil
  ) throws(XMLFormatError) -> HouseStyle {
    do throws(PackageReadingError) {
      let package = try ReferencePackage(bytes, limits)
      let remarks = DiagnosticSink()
      let style = package.houseStyle(name, remarks)
      if let all = Diagnostic(joining: remarks.diagnostics) { diagnostics?.report(all) }
      return style
    } catch {
      throw XMLFormatError([Diagnostic(error)])
    }
  }
}

/// The parts of a Word file that a style is made from.
struct ReferencePackage {
  let package: PackageReader
  let document: PartName
  let body: XMLElement
  let styles: ReferenceStyles
  /// The language of Han in the file; nil for none named.
  let language: String?
  private let alternates: [String: String]
  private let styleName: String?
  private let evenPagesDiffer: Bool

  init(_ bytes: [UInt8], _ limits: PackageLimits) throws(PackageReadingError) {
    package = try PackageReader(bytes, limits: limits)
    guard let document = try package.targets(of: .officeDocument).first else { throw .damaged("it has no document") }
    self.document = document
    body = try package.root(of: document)
    guard body.isWord("document") else { throw .damaged("\(document.rawValue) is no text of Word") }
    guard let part = try package.targets(of: .styles, from: document).first else {
      throw .damaged("it has no styles")
    }
    let styles = try package.root(of: part)
    language = ReferenceStyles.language(styles)
    var theme = ReferenceTheme()
    if let part = try package.targets(of: .theme, from: document).first {
      theme = ReferenceTheme(try package.root(of: part), language: language ?? "")
    }
    self.styles = ReferenceStyles(styles, theme: theme)
    var alternates: [String: String] = [:]
    if let part = try package.targets(of: .fontTable, from: document).first {
      for font in try package.root(of: part).elements where font.isWord("font") {
        if let name = font.value("name"), let other = font.wordValue("altName") { alternates[name] = other }
      }
    }
    self.alternates = alternates
    var evenPagesDiffer = false
    if let part = try package.targets(of: .settings, from: document).first {
      evenPagesDiffer = try package.root(of: part).wordFlag("evenAndOddHeaders") ?? false
    }
    self.evenPagesDiffer = evenPagesDiffer
    var styleName: String?
    if let part = try package.targets(of: .customProperties).first {
      styleName = try package.root(of: part).elements.first {
        $0.attribute("name") == CustomPropertiesStage.styleProperty
      }?.text
    }
    self.styleName = styleName
  }

  /// The house style that the parts show.
  func houseStyle(_ name: String, _ diagnostics: DiagnosticSink?) -> HouseStyle {
    let base = styleName.flatMap(HouseStyle.shipped(named:)) ?? .gbt9704
    let page = ReferencePage(body)
    let sheet = page.applied(to: base.page)
    if sheet == nil {
      diagnostics?.report(
        Diagnostic(
          id: "reference-page", severity: .warning,
          message: Wording(
            "the file has no page on which text could stand; that of \(base.name) is taken",
            zh: "文件中没有可用的页面设置，采用 \(base.name) 的页面")))
    }
    if page.isOneOfSeveral {
      diagnostics?.report(
        Diagnostic(
          id: "reference-section", severity: .note,
          message: Wording(
            "the file has sections with different pages; that with the most text is taken",
            zh: "文件各节的页面不同，采用文字最多的一节"),
          hint: Wording(
            "keep only the pages of the main text in the file, if another one is wanted", zh: "如需采用另一节，请在文件中只保留该节")))
    }
    let looks = ReferenceRoleStyles(
      base: base, styles: styles, isChinese: isChinese, gridPitch: page.gridPitch,
      gridCharacterSpace: page.gridCharacterSpace, alternates: alternates)
    var (style, missing) = looks.applied(to: sheet ?? base.page)
    style.name = name
    style.summary = nil
    var reader = LetterheadReader(
      package: self, firstPageDiffers: page.section.wordFlag("titlePg") ?? false, evenPagesDiffer: evenPagesDiffer)
    style.letterhead = reader.letterhead(page, diagnostics)
    ReferenceEdges(base: base.page).apply(to: &style, diagnostics)
    if !missing.isEmpty {
      let english = missing.map { StyleName($0).name }.joined(separator: ", ")
      let chinese = missing.map { ReferenceRoles.names($0)[0] }.joined(separator: "、")
      diagnostics?.report(
        Diagnostic(
          id: "reference-style-missing", severity: .note,
          message: Wording(
            "the file has no styles called \(english); such text looks much as in \(base.name)",
            zh: "文件中没有这些样式：\(chinese)；相应文字大致按 \(base.name) 排版"),
          hint: Wording("add styles of these names to the file", zh: "可在文件中添加同名样式")))
    }
    return style
  }

  /// Whether the file is one of Chinese text: by its words, or where it has none by its language.
  private var isChinese: Bool {
    var hasText = false
    func hasHan(_ element: XMLElement) -> Bool {
      element.children.contains { child in
        switch child {
        case .element(let element): return hasHan(element)
        case .text(let text):
          hasText = hasText || !text.isEmpty
          return text.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
        }
      }
    }
    if hasHan(body) { return true }
    return !hasText && (language ?? "zh").hasPrefix("zh")
  }
}

extension Diagnostic {
  /// `remarks` on one file as one, under the id of the first of those that weigh most; nil for none.
  fileprivate init?(joining remarks: [Diagnostic]) {
    guard let severity = remarks.map(\.severity).max(), let first = remarks.first(where: { $0.severity == severity })
    else { return nil }
    func joined(_ sentences: [Wording]) -> Wording {
      Wording(
        sentences.map(\.english).joined(separator: "; "), zh: sentences.map(\.chinese).joined(separator: "；"))
    }
    let all = [first] + remarks.filter { $0 != first }
    let hints = all.compactMap(\.hint)
    self.init(
      id: first.id, severity: severity, message: joined(all.map(\.message)), hint: hints.isEmpty ? nil : joined(hints))
  }
}

extension PackageReader {
  /// The root of a part of XML. A part that was found by a relationship and is no XML makes the file damaged.
  func root(of part: PartName) throws(PackageReadingError) -> XMLElement {
    guard let bytes = try content(of: part) else { throw .damaged("\(part.rawValue) is missing") }
    do throws(XMLReadingError) {
      let root = try XMLDocument(parsing: bytes).root()
      return root.namespace.map { WordNamespace.transitional[$0] != nil } ?? false
        ? root.inTransitionalNamespaces : root
    } catch {
      throw .damaged("\(part.rawValue) is no well-formed XML")
    }
  }
}

extension RelationshipType {
  static let theme: RelationshipType =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
}
