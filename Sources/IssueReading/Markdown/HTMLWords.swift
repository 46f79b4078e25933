import IssueModel
import XMLBinding

/// The words of HTML that could not be parsed.
enum HTMLWords {
  /// `html` without its tags.
  static func text(of html: String) -> String {
    var result = ""
    var tag = ""
    for character in html {
      if character == "<" {
        // What was begun before was no tag.
        result += tag
        tag = "<"
      } else if tag.isEmpty {
        result.append(character)
      } else if tag == "<",
        !(character.isLetter && character.isASCII || character == "/" || character == "!" || character == "?")
      {
        result += tag + String(character)
        tag = ""
      } else if character == ">" {
        tag = ""
      } else {
        tag.append(character)
      }
    }
    return result + tag
  }
}

/// One tag of HTML within a line of Markdown.
struct HTMLTag {
  /// The name in lower case.
  var name: String
  /// Whether it closes.
  var isEnd: Bool
  private var html: String

  /// Nil for what is no tag: a comment, an instruction.
  init?(_ html: String) {
    guard html.hasPrefix("<") else { return nil }
    let body = html.dropFirst()
    isEnd = body.hasPrefix("/")
    name = (isEnd ? body.dropFirst() : body).prefix { $0.isLetter || $0.isNumber }.lowercased()
    self.html = html
    guard !name.isEmpty else { return nil }
  }

  /// Whether HTML has an element of that name.
  var isKnown: Bool { Self.names.contains(name) }

  /// Whether HTML has an element of that name which people also write about, in brackets of their own: it is a tag where it
  /// is closed, or says more than its name.
  var isKnownInPairs: Bool { Self.pairNames.contains(name) }

  /// Whether it has attributes.
  var hasAttributes: Bool { html.contains("=") }

  private static let pairNames: Set<String> = [
    "acronym", "applet", "area", "audio", "bdi", "big", "blink", "button", "canvas", "data", "datalist", "dialog",
    "embed",
    "fieldset", "legend", "map", "marquee", "math", "menu", "meter", "noscript", "object", "optgroup", "option",
    "output",
    "progress", "rb", "rtc", "select", "slot", "template", "textarea",
  ]

  /// The words of a field; nil for a tag without any.
  var fieldWords: String? {
    guard name == "input", let fragment = try? HTMLFragment(parsing: html),
      case .element(let element)? = ShownNodes(fragment.nodes, isPage: false).nodes.first, element.text.holdsWords
    else { return nil }
    return element.text
  }

  /// Whether the words in it stand on lines of their own.
  var isBlock: Bool { ["p", "div", "ul", "ol", "li", "dl", "dt", "dd"].contains(name) }

  private static let names: Set<String> = [
    "a", "abbr", "address", "article", "aside", "b", "bdi", "bdo", "big", "blockquote", "body", "br", "caption",
    "center", "cite",
    "code", "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "font",
    "footer",
    "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i", "iframe", "img", "input", "ins", "kbd",
    "label", "li",
    "link", "main", "mark", "meta", "nav", "nobr", "o", "ol", "p", "picture", "pre", "q", "rp", "rt", "ruby", "s",
    "samp", "script",
    "section", "small", "source", "span", "strike", "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody",
    "td",
    "tfoot", "th", "thead", "time", "title", "tr", "tt", "u", "ul", "var", "video", "wbr",
  ]

  /// What the words between this tag and its end become; nil for a tag without meaning here.
  var mark: (([Inline]) -> Inline)? {
    switch name {
    case "b", "strong": { .strong($0) }
    case "i", "em": { .emphasis($0) }
    case "sup": { .superscript($0) }
    case "sub": { .subscript($0) }
    case "code", "kbd", "samp": { .code($0.plainText) }
    default: nil
    }
  }

  /// The picture of an `img` tag.
  var image: ImageReference? {
    guard let fragment = try? HTMLFragment(parsing: html),
      case .image(let image) = HTMLInlines.inlines(of: fragment.nodes).first
    else { return nil }
    return image
  }
}
