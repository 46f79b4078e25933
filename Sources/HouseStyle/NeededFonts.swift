/// A font that a style asks for, which the machine of the reader should have.
public struct NeededFont: Sendable, Hashable {
  /// The name.
  public var name: String
  /// Other names under which it may be there, or fonts that may take its place; the best first.
  public var alternates: [String]
  /// Whether Windows for Chinese users has brought it along since Windows 7. No machine is looked at.
  public var comesWithWindows: Bool
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
          NeededFont(name: name, alternates: alternates, comesWithWindows: Self.fontsOfWindows.contains(name)))
      }
    }
    return needed
  }

  private static let fontsOfWindows: Set<String> = [
    "仿宋", "FangSong", "黑体", "SimHei", "楷体", "KaiTi", "宋体", "SimSun", "新宋体", "NSimSun", "微软雅黑", "Microsoft YaHei",
    "新細明體", "PMingLiU", "細明體", "MingLiU", "標楷體", "DFKai-SB", "微軟正黑體", "Microsoft JhengHei",
    "Times New Roman", "Arial", "Calibri", "Cambria", "Georgia", "Verdana", "Tahoma", "Courier New", "Consolas",
    "Palatino Linotype", "Segoe UI", "Trebuchet MS",
  ]
}
