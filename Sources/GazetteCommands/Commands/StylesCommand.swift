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
      """)

  @Option(help: ArgumentHelp("Show this style in full, as XML.", valueName: "name"))
  var show: String?

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
}
