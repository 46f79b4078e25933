extension HouseStyle {
  /// The look of official documents by GB/T 9704-2012, with the head and foot customary for bulletins.
  public static let gbt9704 = HouseStyle(
    name: "gbt9704",
    // 版心 156 × 225 mm on A4 (clause 5.2); 22 lines of 28 characters (5.2.3). 579 is the largest pitch that
    // gives 22 lines, and -5 the smallest squeeze that gives 28 characters of 16 points.
    page: PageStyle(
      width: 11906, height: 16838, top: 2098, right: 1474, bottom: 1984, left: 1588, footer: 1426, linePitch: 579,
      characterSpacing: -5),
    fonts: [
      .fangsong: FontChoice(han: "仿宋", latin: "Times New Roman", alternates: ["FangSong", "仿宋_GB2312", "STFangsong"]),
      .heiti: FontChoice(han: "黑体", latin: "Times New Roman", alternates: ["SimHei", "STHeiti"]),
      .kaiti: FontChoice(han: "楷体", latin: "Times New Roman", alternates: ["KaiTi", "楷体_GB2312", "STKaiti"]),
      .xiaobiaosong: FontChoice(
        han: "方正小标宋_GBK", latin: "Times New Roman", alternates: ["方正小标宋简体", "华文中宋", "STZhongsong"]),
      .songti: FontChoice(han: "宋体", latin: "Times New Roman", alternates: ["SimSun", "STSong"]),
    ],
    roles: [
      .body: RoleStyle(firstLineIndent: 200)
    ])
}
