internal import ExportPipeline
public import IssueModel
internal import XSLTBinding

/// What is wrong with a stylesheet.
public struct StylesheetError: Error, Sendable, Hashable {
  /// The file of the stylesheet in which it is; absent where it is unknown.
  public var file: String?
  /// The line in that file, from 1; absent where it is unknown.
  public var line: Int?
  /// What is wrong.
  public var message: Wording
  /// What to do about it.
  public var hint: Wording?

  /// A fault of the given parts.
  public init(file: String? = nil, line: Int? = nil, message: Wording, hint: Wording? = nil) {
    self.file = file
    self.line = line
    self.message = message
    self.hint = hint
  }

  /// As a remark on its file.
  public var diagnostic: Diagnostic {
    Diagnostic(
      id: "stylesheet-invalid", severity: .error, at: line.map { SourcePosition(line: $0) }, message: message,
      hint: hint)
  }

  /// As the reason why the format `id` has no result. The stage is the place in the stylesheet, as far as it is known.
  func stageError(_ id: String) -> StageError {
    StageError(stage: (file ?? id) + (line.map { ":\($0)" } ?? ""), message: message, hint: hint)
  }

  /// What libxslt, or the binding, has to say.
  init(_ remark: XSLTRemark) {
    file = remark.file
    line = remark.line > 0 ? remark.line : nil
    switch remark.kind {
    case .error, .message: (message, hint) = Self.told(remark.text)
    case .memory:
      message = Wording("the stylesheet wants more memory than it may have", zh: "样式表占用的内存超过上限")
      hint = Wording("look for a text or a tree that it doubles again and again", zh: "请检查是否反复加倍某段文字或结构")
    case .operations:
      message = Wording("the stylesheet takes more steps than it may", zh: "样式表的执行步数超过上限")
      hint = Wording("look for a template or a condition that never ends", zh: "请检查是否有不会结束的模板或条件")
    case .ended:
      message = Wording("the stylesheet ended itself: \(remark.text)", zh: "样式表自行终止：\(remark.text)")
    case .depth:
      message = Wording("the stylesheet's templates call each other without an end", zh: "样式表的模板无休止地互相调用")
      hint = Wording("end the recursion, or halve what is left in each step", zh: "请结束递归，或每步将余下部分减半")
    }
  }

  /// What libxslt says in the words of its program, in the user's where it is about what a stylesheet may not do.
  private static func told(_ text: String) -> (Wording, Wording?) {
    let refusals = [
      "Local file read for ", "Network file read for ", "File write for ", "Directory creation for ",
      "Network file write for ", "Network upload for ",
    ]
    if let refusal = refusals.first(where: { text.hasPrefix($0) }), text.hasSuffix(" refused") {
      let place = text.dropFirst(refusal.count).dropLast(" refused".count)
      let reads = refusal.contains("read")
      return (
        Wording(
          "the stylesheet may not \(reads ? "read" : "write") '\(place)'",
          zh: "样式表不得\(reads ? "读取" : "写入")“\(place)”"),
        Wording(
          reads
            ? "it gets the issue alone: hand other values with --param"
            : "it makes one output; run a second stylesheet for another",
          zh: reads ? "样式表只能读取本期内容；其他值请用 --param 传入" : "每个样式表只生成一个输出；请另用一个样式表")
      )
    }
    return (Wording(text, zh: "样式表有误：\(text)"), nil)
  }
}

extension Diagnostic {
  /// What a stylesheet says.
  init(_ message: XSLTRemark) {
    self.init(
      id: "stylesheet-message", severity: .warning,
      message: Wording("the stylesheet says: \(message.text)", zh: "样式表提示：\(message.text)"))
  }
}
