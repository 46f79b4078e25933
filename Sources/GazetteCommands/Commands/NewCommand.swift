import ArgumentParser
import Gazette

/// `gazette new`: a starter to write an issue from.
struct NewCommand: IssueCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write a starter issue, to be filled in.",
    discussion: """
      The starter has a masthead, a contents list, two sections and an imprint, in the language of the \
      messages. \
      A file that is there already is left alone.

      EXAMPLES:
        gazette new issue.md --lang zh
      """)

  @Argument(help: ArgumentHelp("The file to write.", valueName: "name.md"))
  var name: String

  @OptionGroup var style: StyleOption
  @OptionGroup(title: "Messages") var messages: MessageOptions

  func perform(in environment: CommandEnvironment, _ report: DiagnosticReport) throws(CommandFailure) -> Int32 {
    // Every shipped style prints the same source; an unknown name is still a mistake to be told.
    _ = try style.houseStyle(report)
    let starter = StarterIssue.markdown(in: messages.language(by: environment.variable))
    do throws(FileError) {
      if name == "-" {
        try environment.output(starter)
      } else {
        guard try Files.kind(of: name) == nil else {
          throw FileError(
            id: "output-exists", message: Wording("there is a file of this name already", zh: "已有同名文件"),
            hint: Wording("choose another name, or move it away", zh: "请换一个文件名，或先移走原文件"))
        }
        try Files.replace(name, with: Array(starter.utf8))
      }
    } catch {
      throw .file(name == "-" ? "<stdout>" : name, error)
    }
    return 0
  }
}
