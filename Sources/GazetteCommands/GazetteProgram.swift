import ArgumentParser
import Gazette
import Glibc

/// The program `gazette`: its arguments in, its exit status out.
public enum GazetteProgram {
  /// The version that `--version` prints.
  public static let version = "0.1.0"

  /// Runs the program with the arguments and the world of this process, and ends it.
  public static func main() -> Never {
    Interruption.install()
    let arguments = Array(CommandLine.arguments.dropFirst())
    let warmUp = WarmUp.start(for: arguments)
    let status = run(arguments, in: CommandEnvironment())
    warmUp?.wait()
    exit(status)
  }

  /// Runs the command that `arguments` call.
  /// - Returns: 0 done, 1 at least one issue failed, 64 bad command line.
  static func run(_ arguments: [String], in environment: CommandEnvironment) -> Int32 {
    if let request = PlainCommandLine.export(arguments) { return run(request, in: environment) }
    do {
      var command = try GazetteCommand.parseAsRoot(arguments)
      guard let command = command as? any IssueCommand else {
        try command.run()  // help, which is thrown
        return 0
      }
      return run(command, in: environment)
    } catch {
      return answer(error, in: environment)
    }
  }

  private static func run(_ command: some IssueCommand, in environment: CommandEnvironment) -> Int32 {
    let report = DiagnosticReport(command.messages, in: environment)
    do {
      return try command.perform(in: environment, report)
    } catch {
      report.add(error)
      return error.status
    }
  }

  private static func run(_ request: ExportRequest, in environment: CommandEnvironment) -> Int32 {
    let report = DiagnosticReport(
      .text, in: MessageOptions.localLanguage(by: environment.variable), errorsOnly: false, to: environment.writeError)
    do {
      return try request.perform(in: environment, report)
    } catch {
      report.add(error)
      return error.status
    }
  }

  /// Prints what the parser of the command line has to say: help to standard output, complaints to standard error.
  private static func answer(_ error: any Error, in environment: CommandEnvironment) -> Int32 {
    let status = GazetteCommand.exitCode(for: error).rawValue
    let text = Array((GazetteCommand.fullMessage(for: error) + "\n").utf8)
    guard status == 0 else {
      environment.writeError(text)
      return status
    }
    do { try environment.writeOutput(text) } catch { return 1 }
    return 0
  }
}

/// The root of the command line.
struct GazetteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gazette",
    abstract: "Reads back issues of bulletins (简报) and exports them as Word files and plain text.",
    discussion: """
      EXAMPLES:
        gazette export issue.md                 issue.docx and issue.txt
        gazette export 2023/*.md -o out/        a whole year, into out/
        gazette export issue.md --to txt -o -   print the plain text
        gazette batch archive/ -o out/          a whole archive, on all cores
        gazette mail issue.md --from me@example.org   a mail of it
        gazette check issue.md                  say what looks wrong
        gazette dump issue.md --format tree     how it was understood

      EXIT STATUS:
        0    done, perhaps with warnings
        1    an issue failed; with --strict, or there were warnings
        64   bad command line
        130  interrupted
      """,
    version: GazetteProgram.version,
    subcommands: [
      ExportCommand.self, BatchCommand.self, MailCommand.self, CheckCommand.self, DumpCommand.self, FormatsCommand.self,
      StylesCommand.self,
      NewCommand.self,
    ])
}

/// A command of the program. Commands get their world handed, so that tests run them in their own.
protocol IssueCommand: ParsableCommand {
  /// How to speak to the user.
  var messages: MessageOptions { get }
  /// Does the work; returns the exit status.
  func perform(in environment: CommandEnvironment, _ report: DiagnosticReport) throws(CommandFailure) -> Int32
}

/// Why a command gave up as a whole.
enum CommandFailure: Error {
  /// The command line asks for what cannot be; status 64, and nothing has been done.
  case usage(Wording, hint: Wording? = nil)
  /// A file could not be read or written; status 1.
  case file(String, FileError)
  /// A file holds what it should not, such as a house style; status 1.
  case content(String, [Diagnostic])
  /// A writer had no result; status 1.
  case stage(String, StageError)

  /// The exit status of the program.
  var status: Int32 {
    switch self {
    case .usage: 64
    case .file, .content, .stage: 1
    }
  }
}
