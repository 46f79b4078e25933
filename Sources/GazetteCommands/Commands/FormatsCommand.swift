import ArgumentParser
import Gazette

/// `gazette formats`: what can be written.
struct FormatsCommand: IssueCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats", abstract: "List the formats that issues can be exported to.")

  @OptionGroup(title: "Messages") var messages: MessageOptions

  func perform(in environment: CommandEnvironment, _ report: DiagnosticReport) throws(CommandFailure) -> Int32 {
    let formats = environment.writers.formats
    let width = formats.map(\.id.count).max() ?? 0
    var text = ""
    for format in formats {
      let gap = String(repeating: " ", count: width - format.id.count + 2)
      text += format.id + gap + report.text(format.summary) + "\n"
    }
    do throws(FileError) { try environment.output(text) } catch { throw .file("<stdout>", error) }
    return 0
  }
}
