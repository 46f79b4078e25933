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
      // Half-width digits of the Han font itself, as page numbers have them.
      .songti: FontChoice(han: "宋体", latin: "宋体", alternates: ["SimSun", "STSong"]),
    ],
    roles: [
      // 3号仿宋, two characters in (5.2.2, 7.3.4).
      .body: RoleStyle(firstLineIndent: 200),

      // Masthead. 7.2.1–7.2.3 for the lines at the top left, 7.2.4 for red 小标宋; sizes by custom of bulletins.
      .copyNumber: RoleStyle(alignment: .left),
      .classification: RoleStyle(font: .heiti, alignment: .left),
      .notice: RoleStyle(font: .heiti, alignment: .left),
      .signer: RoleStyle(font: .kaiti, alignment: .right),
      .series: RoleStyle(font: .xiaobiaosong, size: 36, color: "FF0000", alignment: .center, spaceBefore: 100),
      .mastheadName: RoleStyle(
        font: .xiaobiaosong, size: 84, color: "FF0000", alignment: .center, linePitch: 1158, spaceBefore: 50,
        spaceAfter: 50),
      .issueNumber: RoleStyle(alignment: .center, spaceAfter: 50),
      .mastheadLine: RoleStyle(alignment: .center),

      .contentsHeading: RoleStyle(font: .heiti, alignment: .center, spaceAfter: 50, keepWithNext: true),
      .contentsSection: RoleStyle(font: .heiti, alignment: .left, keepWithNext: true),
      .contentsEntry: RoleStyle(alignment: .left, firstLineIndent: -200, leftIndent: 400),

      // 2号小标宋, centred, a line free above and below (7.3.1); levels of headings by 7.3.3.
      .sectionName: RoleStyle(font: .heiti, alignment: .left, spaceBefore: 100, keepWithNext: true, outlineLevel: 1),
      .kicker: RoleStyle(font: .kaiti, alignment: .center, spaceBefore: 100, keepWithNext: true),
      .articleTitle: RoleStyle(
        font: .xiaobiaosong, size: 44, alignment: .center, spaceBefore: 100, spaceAfter: 100, keepWithNext: true,
        outlineLevel: 2),
      .subtitle: RoleStyle(font: .kaiti, alignment: .center, spaceAfter: 100, keepWithNext: true),
      .byline: RoleStyle(font: .kaiti, alignment: .center, spaceAfter: 100, keepWithNext: true),
      .editorsNote: RoleStyle(
        font: .kaiti, firstLineIndent: 200, leftIndent: 200, rightIndent: 200, spaceBefore: 100, spaceAfter: 100),
      .salutation: RoleStyle(),
      .subheading1: RoleStyle(font: .heiti, firstLineIndent: 200, keepWithNext: true, outlineLevel: 3),
      .subheading2: RoleStyle(font: .kaiti, firstLineIndent: 200, keepWithNext: true, outlineLevel: 4),
      .subheading3: RoleStyle(bold: true, firstLineIndent: 200, keepWithNext: true, outlineLevel: 5),
      .subheading4: RoleStyle(firstLineIndent: 200, keepWithNext: true, outlineLevel: 6),
      .listItem: RoleStyle(firstLineIndent: 200),
      .quote: RoleStyle(font: .kaiti, firstLineIndent: 200, leftIndent: 200, rightIndent: 200),
      .preformatted: RoleStyle(font: .songti, size: 24, alignment: .left, linePitch: 400),

      // Tables and figures: 小四, so that a grid holds them.
      .tableHeader: RoleStyle(font: .heiti, size: 24, alignment: .center, linePitch: 0),
      .tableCell: RoleStyle(size: 24, alignment: .left, linePitch: 0),
      .tableCaption: RoleStyle(font: .heiti, size: 28, alignment: .center, spaceBefore: 50, keepWithNext: true),
      .figureCaption: RoleStyle(size: 28, alignment: .center, spaceAfter: 50),

      // 附件说明 turns over behind its label (7.3.5); 署名 and date stand two characters in (7.3.6).
      .attachments: RoleStyle(firstLineIndent: -300, leftIndent: 500, spaceBefore: 100),
      .attribution: RoleStyle(alignment: .right, rightIndent: 200),
      .signatureOffice: RoleStyle(alignment: .right, rightIndent: 200, spaceBefore: 100, keepWithNext: true),
      .signatureDate: RoleStyle(alignment: .right, rightIndent: 200),
      .footnote: RoleStyle(size: 21, linePitch: 320),

      // 4号仿宋, a character in on both sides (7.4.2, 7.4.3); 4号半角宋体 for page numbers (7.5).
      .distribution: RoleStyle(size: 28, leftIndent: 100, rightIndent: 100, linePitch: 520),
      .imprintLine: RoleStyle(size: 28, alignment: .left, leftIndent: 100, rightIndent: 100, linePitch: 520),
      .pageNumber: RoleStyle(font: .songti, size: 28, alignment: .right, rightIndent: 100, linePitch: 0),
    ],
    rules: [
      // 4 mm under the text (7.2.7); the thickness is not laid down, 2.25 points is customary.
      .masthead: RuleStyle(width: 18, color: "FF0000", distance: 11, spaceAfter: 100),
      // 0.35 mm and 0.25 mm (7.4.1).
      .imprintEdge: RuleStyle(width: 8),
      .imprintInner: RuleStyle(width: 6),
      .table: RuleStyle(width: 4),
      .body: RuleStyle(width: 6),
    ])
}
