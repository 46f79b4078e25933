/// The words of raw HTML in Markdown.
enum HTMLWords {
  /// Whether `tag` is a line break.
  static func isBreak(_ tag: String) -> Bool {
    let name = tag.lowercased().filter { $0.isLetter }
    return name == "br"
  }

  /// `html` without its tags and comments.
  static func text(of html: String) -> String {
    var result = ""
    var inTag = false
    for character in html {
      if character == "<" { inTag = true } else if character == ">", inTag { inTag = false } else if !inTag { result.append(character) }
    }
    return result
  }
}
