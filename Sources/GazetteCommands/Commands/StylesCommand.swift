import ArgumentParser
import Gazette

/// `gazette styles`: the house styles, or one of them in full.
struct StylesCommand: IssueCommand {
  static let configuration = CommandConfiguration(
    commandName: "styles", abstract: "List the house styles, or show one.",
    discussion: """
      EXAMPLES:
        gazette styles
        gazette styles --show gbt9704
      """)

  @Option(help: ArgumentHelp("Show this style in full.", valueName: "name"))
  var show: String?

  @OptionGroup(title: "Messages") var messages: MessageOptions

  func perform(in environment: CommandEnvironment, _ report: DiagnosticReport) throws(CommandFailure) -> Int32 {
    let text: String
    if let show {
      text = try StyleOption.houseStyle(named: show).description
    } else {
      text = HouseStyle.shipped.map { $0.name + "\n" }.joined()
    }
    do throws(FileError) { try environment.output(text) } catch { throw .file("<stdout>", error) }
    return 0
  }
}

extension HouseStyle {
  /// The style as `gazette styles --show` prints it: a line a property, lengths in twips, type in points.
  var description: String {
    var lines = [
      "name \(name)",
      "page \(page.width) x \(page.height), margins top \(page.top) right \(page.right) bottom \(page.bottom)"
        + " left \(page.left), footer \(page.footer)",
      "text block \(page.textWidth) x \(page.textHeight), line pitch \(page.linePitch),"
        + " character spacing \(page.characterSpacing)",
      "contents \(contents.rawValue)",
      "section brackets \(sectionBrackets.open)\(sectionBrackets.close)",
      "imprint \(imprintPlace.rawValue)",
      "plain text width \(text.width), rule \(text.rule)",
    ]
    for fontClass in FontClass.allCases {
      guard let font = fonts[fontClass] else { continue }
      lines.append(
        "font \(fontClass.rawValue): " + ([font.han] + font.alternates).joined(separator: ", ")
          + "; Latin \(font.latin)")
    }
    for role in Role.allCases {
      guard let style = roles[role] else { continue }
      lines.append("role \(role.rawValue): \(style.description)")
    }
    return lines.map { $0 + "\n" }.joined()
  }
}

extension RoleStyle {
  /// The look in a few words; what is as usual is left out.
  fileprivate var description: String {
    var words = ["\(font.rawValue) \(size / 2)\(size % 2 == 0 ? "" : ".5") pt"]
    if bold { words.append("bold") }
    if let color { words.append("colour \(color)") }
    words.append(alignment.rawValue)
    if firstLineIndent != 0 { words.append("first line \(firstLineIndent)") }
    if leftIndent != 0 { words.append("left \(leftIndent)") }
    if rightIndent != 0 { words.append("right \(rightIndent)") }
    if let linePitch { words.append("line pitch \(linePitch)") }
    if spaceBefore != 0 { words.append("before \(spaceBefore)") }
    if spaceAfter != 0 { words.append("after \(spaceAfter)") }
    if keepWithNext { words.append("kept with next") }
    if let outlineLevel { words.append("outline level \(outlineLevel)") }
    return words.joined(separator: ", ")
  }
}
