import Gazette

// Fonts that readers of a Word file may lack. The fonts of this machine say nothing about theirs.
extension DiagnosticReport {
  /// Names `fonts`, which the style called `name` asks for, as those that readers may lack; nothing for none.
  func addFonts(_ fonts: [NeededFont], of name: String) {
    guard !fonts.isEmpty else { return }
    let english = fonts.map {
      $0.alternates.isEmpty ? $0.name : "\($0.name) (or \($0.alternates.joined(separator: ", ")))"
    }
    let chinese = fonts.map {
      $0.alternates.isEmpty ? $0.name : "\($0.name)（或\($0.alternates.joined(separator: "、"))）"
    }
    add(
      [
        Diagnostic(
          id: "fonts-needed", severity: .note,
          message: Wording(
            "the style asks for fonts that do not come with Windows: \(english.joined(separator: ", "))",
            zh: "版式所用字体中有 Windows 不自带的：\(chinese.joined(separator: "、"))"),
          hint: Wording(
            "install them where the file is read or printed, or name others in a style of your own",
            zh: "请在阅读或打印的电脑上安装，或在自己的版式中改用其他字体"))
      ], of: name)
  }

  /// Names those fonts of `style` that most readers lack, with all that may take their places, if one of `formats` is that of
  /// Word files. Once a run.
  func addMissingFonts(of style: HouseStyle, for formats: [Format]) {
    guard formats.contains(where: { $0.id == "docx" }) else { return }
    addFonts(style.neededFonts.filter { !$0.isUsuallyReplaced }, of: style.name)
  }
}
