import IssueModel

/// Drops what the reader of web pages has marked as no part of the issue, and says of each what it was. Without the
/// repair it stays as text.
struct BoilerplateStage: RepairStage {
  static let name = "boilerplate"
  static let summary = Wording(
    "drop navigation, buttons, page data and site foot of web pages", zh: "去掉网页的导航、按钮、页面信息和站点页脚")

  func callAsFunction(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    markPath(&draft)
    var kept: [DraftBlock] = []
    var index = 0
    while index < draft.blocks.count {
      guard let frame = draft.blocks[index].frame else {
        kept.append(draft.blocks[index])
        index += 1
        continue
      }
      // One remark for one thing on the page, however many lines it has.
      var words: [String] = []
      let line = draft.blocks[index].line
      while index < draft.blocks.count, draft.blocks[index].frame == frame {
        words.append(Self.words(of: draft.blocks[index]).split(whereSeparator: \.isNewline).joined(separator: " "))
        index += 1
      }
      let text = excerpt(words.filter { !$0.isEmpty }.joined(separator: " "), toldLength)
      guard !text.isEmpty else { continue }
      let name = frame.kind.wording
      diagnostics.repaired(
        "boilerplate-dropped", line: line, "\(name.english) “\(text)” dropped", zh: "去掉\(name.chinese)“\(text)”",
        hint: Wording("keep it with --no-repair boilerplate", zh: "如需保留，请用 --no-repair boilerplate"))
    }
    draft.blocks = kept
  }

  /// All words of a block, those of a picture beside its caption too.
  private static func words(of block: DraftBlock) -> String {
    guard case .ready(.figure(let figure)) = block.form, let caption = figure.caption else {
      return ModelBlocks.plain(block).plainText
    }
    return figure.image.description + " " + caption.plainText
  }

  /// 首页 > 政务公开 > 简报 above the masthead of a text that somebody copied from a page.
  private func markPath(_ draft: inout Draft) {
    for index in draft.blocks.indices.prefix(3) where draft.blocks[index].frame == nil && draft.blocks[index].isText {
      let block = draft.blocks[index]
      guard block.lines.count == 1, block.text.utf8.count <= 240, block.text.contains(where: { ">＞›»→".contains($0) }),
        PageFurniture.isCrumbs(block.text)
      else { continue }
      draft.blocks[index].frame = PageFrame(kind: .navigation, id: 2_000_000 + index)
    }
  }
}

extension BoilerplateKind {
  fileprivate var wording: Wording {
    switch self {
    case .navigation: Wording("navigation", zh: "导航")
    case .scriptless: Wording("text for browsers without scripts", zh: "浏览器不运行脚本时显示的文字")
    case .control: Wording("a button or form", zh: "按钮或表单")
    case .related: Wording("links to other pages", zh: "其他页面的链接")
    case .siteFoot: Wording("the site's foot", zh: "站点页脚")
    case .hidden: Wording("text that the page hides", zh: "网页中隐藏的文字")
    case .pageData: Wording("data on the page", zh: "页面信息")
    case .guidance: Wording("help for the site's visitors", zh: "网站操作提示")
    case .pageTitle: Wording("the page's title, which the masthead repeats,", zh: "与报头重复的网页标题")
    }
  }
}
