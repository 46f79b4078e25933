import XMLBinding

/// Finds what frames a published page: navigation, breadcrumbs, buttons, banners, related links, the foot of the site.
/// It only marks; whether what is marked is dropped, `BoilerplateStage` decides.
///
/// A thing is told by its tag, by the names in its class and id, by being mostly links, and by its words; never when
/// it holds a fair share of the page's sentences, nor when it says what only masthead or imprint of an issue say.
struct PageChrome {
  /// The attribute that marks an element; its value is the ``BoilerplateKind``. No page can have one of that name.
  static let mark = " frame"

  /// Elements without words of their own.
  static let wordless: Set<String> = [
    "script", "style", "head", "title", "template", "iframe", "object", "embed", "applet", "svg", "canvas", "audio",
    "video", "map", "meta", "link", "base", "input", "textarea", "select", "datalist", "noframes", "colgroup", "col",
  ]

  /// Elements that stand within a line.
  static func isInline(_ name: String) -> Bool { inline.contains(name) || name.contains(":") }
  private static let inline: Set<String> = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "del", "dfn", "em", "font", "i", "img",
    "ins",
    "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub",
    "sup", "time", "tt", "u", "var", "wbr", HTMLInlines.noteTag,
  ]

  /// Elements that are marked whole or not at all: what stands in them is no block of the page.
  private static let whole: Set<String> = ["ul", "ol", "dl", "menu", "dir", "blockquote", "pre", "figure"]

  private let page: PageMeasure

  /// `root` with marks on what frames the page.
  static func marked(_ root: XMLElement) -> XMLElement {
    let measure = PageMeasure(root)
    return PageChrome(page: measure).marked(root, measure, inMain: false, inArticle: false)
  }

  private func marked(_ element: XMLElement, _ measure: PageMeasure, inMain: Bool, inArticle: Bool) -> XMLElement {
    if let kind = kind(of: element, measure, inMain: inMain, inArticle: inArticle) {
      var result = element
      result.attributes.append(XMLAttribute(name: Self.mark, value: kind.rawValue))
      return result
    }
    guard !Self.isInline(element.name), !Self.whole.contains(element.name) else { return element }
    if element.name == "table", !HTMLTable.isLayout(element) { return element }
    // Below the smallest element that holds nearly all sentences, things have to look more like a frame.
    let holdsMain = measure.inner.contains { $0.prose * 3 >= page.prose * 2 && page.prose > 0 }
    var result = element
    var index = 0
    for place in result.children.indices {
      guard case .element(let child) = result.children[place] else { continue }
      let inner = measure.inner.indices.contains(index) ? measure.inner[index] : PageMeasure(child)
      index += 1
      result.children[place] = .element(
        marked(
          child, inner, inMain: inMain || !holdsMain && page.prose > 0,
          inArticle: inArticle || element.name == "article"))
    }
    return result
  }

  private func kind(
    of element: XMLElement, _ measure: PageMeasure, inMain: Bool, inArticle: Bool
  ) -> BoilerplateKind? {
    guard measure.letters + measure.images > 0, measure.prose * 3 < max(page.prose, 1) else { return nil }
    if Self.isHidden(element) { return .hidden }
    let isFrame = !measure.saysIssue
    switch element.name {
    case "nav": return isFrame ? .navigation : nil
    case "button", "dialog": return .control
    case "noscript": return .scriptless
    // That of an article is its own (HTML standard, 4.3.8): who wrote it, who contributed.
    case "footer" where isFrame && measure.prose == 0 && !inMain && !inArticle: return .siteFoot
    case "aside" where isFrame && measure.prose * 10 < page.prose: return .related
    default: break
    }
    if isFrame, measure.saysSite, measure.prose == 0, measure.letters < 500 { return .siteFoot }
    guard isFrame, !["body", "html", "td", "tr", "tbody"].contains(element.name) || !inMain && measure.links > 1 else {
      return nil
    }
    if let role = element.attribute("role")?.lowercased(),
      ["navigation", "search", "contentinfo", "complementary", "alert", "dialog"].contains(role)
    {
      return role == "contentinfo" ? .siteFoot : .navigation
    }
    guard measure.prose == 0 else { return nil }
    let isFew = measure.letters < 600 && (measure.linkShare >= 0.3 || measure.links > 2)
    if isNamed(element, PageVocabulary.frameNames), isFew || measure.letters < 60 { return .navigation }
    let isBrief = measure.links > 0 && measure.letters < 120 || measure.letters == 0 && !inMain
    if isFew || isBrief, isNamed(element, PageVocabulary.doubtfulNames) { return .navigation }
    guard !Self.isInline(element.name) else { return nil }
    // Mostly links, none of them the words of a sentence.
    let leastShare = inMain ? 0.75 : 0.5
    guard measure.links >= (inMain ? 3 : 2), measure.linkShare >= leastShare else { return nil }
    return inMain ? .related : .navigation
  }

  private func isNamed(_ element: XMLElement, _ names: Set<String>) -> Bool {
    [element.attribute("class"), element.attribute("id")].contains {
      $0.map { PageVocabulary.isNamed($0, names) } == true
    }
  }

  /// Whether a browser shows nothing of it. (What is merely invisible is often shown by a script a moment later.)
  private static func isHidden(_ element: XMLElement) -> Bool {
    if element.attribute("hidden") != nil { return true }
    let style = element.attribute("style")?.lowercased().filter { $0 != " " } ?? ""
    return style.contains("display:none") || style.contains("mso-hide:all")
  }
}

/// What sort of thing was found to be no part of an issue.
enum BoilerplateKind: String, Sendable {
  case navigation, control, scriptless, related, siteFoot, hidden, pageData, guidance, pageTitle
}
