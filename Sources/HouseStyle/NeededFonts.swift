/// A font that a style asks for, which the machine of the reader should have.
public struct NeededFont: Sendable, Hashable {
  /// The name.
  public var name: String
  /// Other names under which it may be there, or fonts that may take its place; the best first.
  public var alternates: [String]
  /// Whether Windows for Chinese users has brought it along since Windows 7. No machine is looked at.
  public var comesWithWindows: Bool
  /// Whether it, or one of its ``alternates``, has come to Chinese users with Windows since 7 or with Office since 2010, so
  /// that a Word file is shown as it is meant, or nearly. No machine is looked at.
  public var isUsuallyReplaced: Bool
}

extension HouseStyle {
  /// The fonts that the style asks for, each once: those of the classes of type that a role or a stress uses, then those
  /// of single roles.
  public var neededFonts: [NeededFont] {
    let looks = Role.allCases.map(style(of:))
    let used = FontClass.allCases.filter { name in
      name == emphasis || looks.contains { $0.fonts == nil && $0.font == name }
    }
    let choices = used.compactMap { fonts[$0] } + looks.compactMap(\.fonts)
    var needed: [NeededFont] = []
    for choice in choices {
      for (name, alternates) in [(choice.han, choice.alternates), (choice.latin, [])] {
        guard !name.isEmpty, !needed.contains(where: { $0.name == name }) else { continue }
        needed.append(
          NeededFont(
            name: name, alternates: alternates, comesWithWindows: Self.fontsOfWindows.contains(name),
            isUsuallyReplaced: ([name] + alternates).contains {
              Self.fontsOfWindows.contains($0) || Self.fontsOfOffice.contains($0)
            }))
      }
    }
    return needed
  }

  private static let fontsOfOffice: Set<String> = [
    "华文中宋", "STZhongsong", "华文仿宋", "STFangsong", "华文楷体", "STKaiti", "华文宋体", "STSong", "华文细黑", "STXihei", "华文新魏",
    "STXinwei", "华文行楷", "STXingkai", "华文隶书", "STLiti", "华文琥珀", "STHupo", "华文彩云", "STCaiyun", "隶书", "LiSu", "幼圆",
    "YouYuan", "方正舒体", "FZShuTi", "方正姚体", "FZYaoti",
  ]

  private static let fontsOfWindows: Set<String> = [
    "仿宋", "FangSong", "黑体", "SimHei", "楷体", "KaiTi", "宋体", "SimSun", "新宋体", "NSimSun", "微软雅黑", "Microsoft YaHei",
    "新細明體", "PMingLiU", "細明體", "MingLiU", "標楷體", "DFKai-SB", "微軟正黑體", "Microsoft JhengHei",
    "Times New Roman", "Arial", "Calibri", "Cambria", "Georgia", "Verdana", "Tahoma", "Courier New", "Consolas",
    "Palatino Linotype", "Segoe UI", "Trebuchet MS",
  ]
}
