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
          "the issue names no file for this picture; its description stands in its place",
          zh: "此处图片未指明文件，已用其说明文字代替"),
        hint: Wording(
          "put the picture into the issue's folder and name its file there", zh: "请将图片放入简报所在目录，并在此处写明文件名"))
    }
    // Pictures that stand in their own address would fill pages.
    let name = target.excerpt(80)
    return Diagnostic(
      id: id, severity: .warning, at: position,
      message: Wording(
        "the picture “\(name)” \(words.english); its description stands in its place",
        zh: "图片“\(name)”\(words.chinese)，已用其说明文字代替"),
      hint: hint)
  }
}
