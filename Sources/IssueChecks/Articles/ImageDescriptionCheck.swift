public import IssueModel

/// A picture that no words describe: mailings, and readers who cannot see it, get nothing.
public struct ImageDescriptionCheck: IssueCheck {
  /// The ids of the remarks.
  public let ids = ["picture-undescribed"]
  /// The check.
  public init() {}

  /// Reports each picture without description and caption.
  public func callAsFunction(_ subject: CheckedIssue) -> [Diagnostic] {
    var finder = PictureFinder()
    finder.visit(subject.issue)
    return finder.pictures.filter { $0.image.description.letters.isEmpty && !$0.hasCaption }.map { picture in
      let target = picture.image.target.excerpt(40)
      return .finding(
        "picture-undescribed", line: picture.line ?? subject.mastheadLine,
        "the picture “\(target)” has neither description nor caption", zh: "图片“\(target)”没有说明文字，也没有图题",
        hint: Wording("say what it shows: ![description](file)", zh: "请写明图片内容：![说明](文件)"))
    }
  }
}

/// The pictures of an issue, with their lines.
struct PictureFinder: IssueVisitor {
  private(set) var pictures: [(image: ImageReference, hasCaption: Bool, line: Int?)] = []
  private var line: Int?

  mutating func visit(_ block: Block) {
    line = block.source?.line ?? line
    if case .figure(let figure) = block {
      pictures.append((figure.image, figure.caption?.plainText.letters.isEmpty == false, line))
    }
    descend(block)
  }

  mutating func visit(_ inline: Inline) {
    if case .image(let image) = inline { pictures.append((image, false, line)) }
    descend(inline)
  }
}
