import ArgumentParser
import Gazette

/// `gazette styles`: the house styles, or one of them in full.
struct StylesCommand: IssueCommand {
  static let configuration = CommandConfiguration(
    commandName: "styles", abstract: "List the house styles, or show one.",
    discussion: """
      EXAMPLES:
        gazette styles
        gazette styles --show gbt9704 > ours.xml   to start a style of your own
        gazette styles --fonts gbt9704             which fonts readers need
      """)

  @Option(help: ArgumentHelp("Show this style in full, as XML.", valueName: "name"))
  var show: String?

  @Option(
    help: ArgumentHelp(
      "List the fonts that this style asks for, with what may take their place.", valueName: "name|file"))
  var fonts: String?

  @OptionGroup(title: "Messages") var messages: MessageOptions

  func perform(in environment: CommandEnvironment, _ report: DiagnosticReport) throws(CommandFailure) -> Int32 {
    let bytes: [UInt8]
    if let show {
      let style = try StyleOption.houseStyle(named: show, report)
      do {
        bytes = try style.xml()
      } catch {
        let message = Wording("the XML could not be written: \(error)", zh: "无法写出XML：\(error)")
        throw .stage(show, StageError(stage: "styles", message: message))
      }
    } else if let fonts {
      bytes = Array(Self.list(try StyleOption.houseStyle(named: fonts, report).neededFonts, report).utf8)
    } else {
      let width = HouseStyle.shippedNames.map(\.count).max() ?? 0
      let lines = HouseStyle.shipped.map { style in
        guard let summary = style.summary else { return style.name + "\n" }
        let gap = String(repeating: " ", count: width - style.name.count + 2)
        return style.name + gap + report.text(summary) + "\n"
      }
      bytes = Array(lines.joined().utf8)
    }
    do throws(FileError) { try environment.writeOutput(bytes) } catch { throw .file("<stdout>", error) }
    return 0
  }

  /// A line a font: its name, whether Windows brings it along, what may take its place.
  private static func list(_ fonts: [NeededFont], _ report: DiagnosticReport) -> String {
    fonts.map { font in
      var line = font.name
      if !font.comesWithWindows {
        line += report.text(Wording(" (does not come with Windows)", zh: "（Windows 不自带）"))
      }
      if !font.alternates.isEmpty {
        line +=
          report.text(Wording(": or ", zh: "：或 "))
          + font.alternates.joined(separator: report.text(Wording(", ", zh: "、")))
      }
      return line + "\n"
    }.joined()
  }
}
