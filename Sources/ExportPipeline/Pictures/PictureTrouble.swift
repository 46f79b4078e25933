public import IssueModel

/// Why a picture is not shown, as a remark for the user. Writers that show pictures say it in these words, so
/// that the same trouble is told once.
public struct PictureTrouble: Sendable, Hashable {
  /// The id of the remark.
  public var id: String
  /// What is wrong, behind the picture's name.
  private var words: Wording
  private var hint: Wording

  /// The picture's file cannot be had.
  public init(_ fault: ResourceFault) {
    let beside = Wording("put the file beside the issue or in a folder below it", zh: "请将图片放在简报所在目录或其子目录中")
    switch fault {
    case .missing: self.init("picture-missing", "is not there", "不存在", beside)
    case .outside:
      self.init("picture-outside", "lies outside the issue's folder and is not read", "位于简报目录之外，不予读取", beside)
    case .link:
      self.init(
        "picture-outside", "is or passes a symbolic link, which is not followed", "是符号链接或经过符号链接，不予跟随", beside)
    case .remote:
      self.init(
        "picture-remote", "is not a file; nothing is fetched", "不是本地文件，不会下载",
        Wording("save it beside the issue and name the file", zh: "请保存到简报旁，并写文件名"))
    case .notRegular: self.init("picture-unreadable", "is no regular file", "不是普通文件", beside)
    case .tooLarge:
      self.init(
        "picture-unreadable", "is too large a file", "文件太大", Wording("make it smaller", zh: "请缩小图片"))
    case .unreadable:
      self.init(
        "picture-unreadable", "cannot be read", "无法读取", Wording("check its permissions", zh: "请检查文件权限"))
    case .noFolder:
      self.init(
        "picture-missing", "cannot be looked for, as the issue comes from no folder", "无从查找：简报不是来自文件",
        Wording("name the issue's file instead of reading standard input", zh: "请给出简报的文件名，不要从标准输入读取"))
    }
  }

  /// The file is no picture to be shown.
  public init(_ fault: PictureHeader.Fault) {
    switch fault {
    case .unknownFormat:
      self.init(
        "picture-format", "is no PNG, JPEG or GIF", "不是 PNG、JPEG 或 GIF 图片",
        Wording("convert it to PNG", zh: "请转换为 PNG 格式"))
    case .damaged:
      self.init(
        "picture-damaged", "is damaged: its size cannot be read", "已损坏，读不出尺寸",
        Wording("save it anew", zh: "请重新保存图片"))
    case .broken:
      self.init(
        "picture-damaged", "is damaged: it ends too early or a part of it is broken", "已损坏：文件不完整或内容有误",
        Wording("save or copy it anew", zh: "请重新保存或复制图片"))
    case .tooLarge:
      let side = PictureHeader.longestSide
      self.init(
        "picture-unreadable", "has more than \(side) pixels a side", "边长超过\(side)像素",
        Wording("make it smaller", zh: "请缩小图片"))
    }
  }

  private init(_ id: String, _ english: String, _ chinese: String, _ hint: Wording) {
    self.id = id
    words = Wording(english, zh: chinese)
    self.hint = hint
  }

  /// The warning for the picture that the source calls `target`; empty where a scan left only the place of the picture.
  public func diagnostic(_ target: String, at position: SourcePosition?) -> Diagnostic {
    guard !target.isEmpty else {
      return Diagnostic(
        id: "picture-missing", severity: .warning, at: position,
        message: Wording(
          "the issue names no file for this picture; its caption or description stands in its place",
          zh: "此处图片未指明文件，已用其图题或说明文字代替"),
        hint: Wording(
          "put the picture into the issue's folder and name its file there", zh: "请将图片放入简报所在目录，并在此处写明文件名"))
    }
    // Pictures that stand in their own address would fill pages.
    let name = target.excerpt(80)
    return Diagnostic(
      id: id, severity: .warning, at: position,
      message: Wording(
        "the picture “\(name)” \(words.english); its caption or description stands in its place",
        zh: "图片“\(name)”\(words.chinese)，已用其图题或说明文字代替"),
      hint: hint)
  }
}

extension PictureTrouble {
  /// The note that the description of a figure is not printed where the picture is not shown: its caption says other words. Nil where
  /// the caption has the description's words, or one of both is missing.
  public static func leftOutDescription(of figure: Figure, at position: SourcePosition?) -> Diagnostic? {
    guard let caption = figure.caption?.plainText.lettersAndDigits, !caption.isEmpty else { return nil }
    let description = figure.image.description.lettersAndDigits
    guard !description.isEmpty, !caption.contains(description) else { return nil }
    let words = figure.image.description.excerpt(80)
    return Diagnostic(
      id: "picture-description-left-out", severity: .note, at: position,
      message: Wording(
        "the picture is not shown; its caption stands in its place, and its description “\(words)” was left out",
        zh: "图片未显示，以图题代替；其说明文字“\(words)”未印出"),
      hint: Wording("write it into the caption if it is to be printed", zh: "如需印出，请写入图题"))
  }

  /// These notes for all figures of `issue`.
  public static func leftOutDescriptions(in issue: Issue) -> [Diagnostic] {
    var finder = FigureFinder()
    finder.visit(issue)
    return finder.found
  }
}

/// Looks for the figures whose descriptions a text leaves out.
private struct FigureFinder: IssueVisitor {
  private(set) var found: [Diagnostic] = []
  private var position: SourcePosition?

  mutating func visit(_ block: Block) {
    position = block.source?.start ?? position
    if case .figure(let figure) = block,
      let note = PictureTrouble.leftOutDescription(of: figure, at: figure.source?.start ?? position)
    {
      found.append(note)
    }
    descend(block)
  }
}

extension String {
  fileprivate var lettersAndDigits: String { filter { $0.isLetter || $0.isNumber } }
}
