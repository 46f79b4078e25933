/// 基本情况, 主要原因, 下一步打算: names of the parts that any report has.
extension TitleWork {
  /// Makes subheadings of two such titles or more in a row behind one that is none, where no list names them, nobody signs
  /// between, and all are headings of one level, or none: a report by itself has its parts in the form of its title.
  mutating func demotePartNames() {
    guard entryCount == 0, draft.language.isChinese else { return }
    let titles = draft.blocks.indices.filter { draft.blocks[$0].role == .title && !absorbed.contains($0) }
    var run: [Int] = []
    func isPart(_ index: Int, behind above: Int) -> Bool {
      guard PartNames.isPart(draft.blocks[index].text),
        draft.blocks[index].headingLevel == draft.blocks[above].headingLevel,
        let before = previous(index), !isAttribution(draft.blocks[before]), !isSection(before),
        let after = next(index), draft.blocks[after].role != .byline
      else { return false }
      return true
    }
    var ends: [[Int]] = []
    for (above, index) in zip(titles, titles.dropFirst()) {
      if isPart(index, behind: above), !run.isEmpty || !PartNames.isPart(draft.blocks[above].text) {
        run.append(index)
      } else {
        ends.append(run)
        run = []
      }
    }
    ends.append(run)
    for index in ends.filter({ $0.count >= 2 }).joined() {
      diagnostics.repaired(
        "heading-within-article", line: draft.blocks[index].line,
        "“\(excerpt(draft.blocks[index].text, 40))” was taken for a heading within the article above, not for a title",
        zh: "“\(excerpt(draft.blocks[index].text, 40))”按上文的小标题处理，不作文章标题", severity: .note, confidence: 0.85)
      setSubheading(index, 1)
    }
  }
}

/// What names of parts are made of.
enum PartNames {
  /// Whether a line is made of such words alone.
  static func isPart(_ text: String) -> Bool {
    let name = text.withoutBlanks
    guard (2...10).contains(name.count), name.hanCount == name.count else { return false }
    var rest = name[...]
    while !rest.isEmpty {
      guard let word = words.first(where: rest.hasPrefix) else { return false }
      rest = rest.dropFirst(word.count)
    }
    return name.count >= 4 || heads.contains(name)
  }

  /// Those that say enough alone.
  private static let heads: Set<String> = [
    "背景", "起因", "经过", "經過", "结论", "結論", "建议", "建議", "启示", "啟示", "小结", "小結", "引言", "前言", "结语", "結語", "概况", "概況",
  ]

  private static let words =
    [
      "下一步", "下步", "下阶段", "下階段", "今后", "今後", "基本", "主要", "总体", "總體", "有关", "有關", "相关", "相關", "具体", "具體", "存在", "突出",
      "工作", "几点", "幾點",
      "整改", "对策", "對策", "原因", "问题", "問題", "事件", "事故", "调查", "調查", "检查", "檢查", "研究", "改进", "改進", "处理", "處理", "现状", "現狀",
      "初步", "意见", "意見",
      "情况", "情況", "情形", "做法", "成效", "打算", "措施", "体会", "體會", "经验", "經驗", "教训", "教訓", "分析", "特点", "特點", "思考", "要求", "安排",
      "评析", "評析", "案情",
      "反响", "反響", "目标", "目標", "计划", "計劃", "进展", "進展", "影响", "影響", "风险", "風險", "趋势", "趨勢", "预测", "預測", "展望", "研判", "结果",
      "結果", "取得", "采取", "採取",
      "面临", "面臨", "困难", "困難", "任务", "任務", "方法", "发现", "發現", "讨论", "討論", "总结", "總結", "形势", "形勢", "认识", "認識", "的", "与",
      "與", "和", "及",
    ] + heads.sorted()
}
