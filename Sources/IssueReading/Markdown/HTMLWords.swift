import IssueModel
import XMLBinding

/// The words of HTML that could not be parsed.
enum HTMLWords {
  /// `html` without its tags.
  static func text(of html: String) -> String {
    var result = ""
    var inTag = false
    for character in html {
      if character == "<" { inTag = true } else if character == ">", inTag { inTag = false } else if !inTag { result.append(character) }
    }
    return result
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
    guard let fragment = try? HTMLFragment(parsing: html), case .image(let image) = HTMLInlines.inlines(of: fragment.nodes).first else { return nil }
    return image
  }
}
