import IssueModel

extension [Inline] {
  /// Whether something without words stands here that is more than nothing: a picture, a footnote's mark.
  var hasMark: Bool {
    flattened.contains { inline in
      switch inline {
      case .image, .noteReference: true
      default: false
      }
    }
  }

  /// The inlines, those within links and bold too, one after the other.
  var flattened: [Inline] {
    flatMap { inline -> [Inline] in
      switch inline {
      case .strong(let inner), .emphasis(let inner), .superscript(let inner), .subscript(let inner),
        .link(_, let inner):
        inner.flattened
      case .text, .code, .image, .noteReference, .lineBreak: [inline]
      }
    }
  }
}
