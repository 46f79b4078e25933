import Foundation
import Gazette
import Testing

@testable import GazetteCommands

/// What a run of the program left behind.
struct Outcome {
  var status: Int32
  var outputBytes: [UInt8]
  var errorBytes: [UInt8]
  /// Standard output as text.
  var output: String { String(decoding: outputBytes, as: UTF8.self) }
  /// Standard error as text.
  var error: String { String(decoding: errorBytes, as: UTF8.self) }
  /// The lines of standard error.
  var errorLines: [String] { error.split(separator: "\n").map(String.init) }
}

/// Runs the program in this process, with the fake reader and writers.
func gazette(
  _ arguments: [String], input: String = "", variables: [String: String] = [:], terminal: Bool = false
) -> Outcome {
  final class Streams {
    var output: [UInt8] = []
    var error: [UInt8] = []
  }
  let streams = Streams()
  var environment = CommandEnvironment()
  environment.variable = { variables[$0] }
  environment.readStandardInput = { () throws(FileError) in Array(input.utf8) }
  environment.writeOutput = { bytes throws(FileError) in streams.output += bytes }
  environment.writeError = { streams.error += $0 }
  environment.outputIsTerminal = { terminal }
  environment.writers = WriterRegistry([FakeWord(), FakeText(), IssueJSONWriter()])
  environment.checks = []
  environment.readIssue = readFakeIssue
  let status = GazetteProgram.run(arguments, in: environment)
  return Outcome(status: status, outputBytes: streams.output, errorBytes: streams.error)
}

/// The built program, run as its users run it.
enum Program {
  /// Where the build put it: beside the test bundle.
  static let path: String = {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent("gazette").path
  }()

  /// Runs it to its end.
  static func run(
    _ arguments: [String], input: String? = nil, variables: [String: String] = [:], in folder: Folder? = nil
  ) throws -> Outcome {
    let process = make(arguments, variables: variables, in: folder)
    let (output, error, standardInput) = (Pipe(), Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = error
    process.standardInput = standardInput
    try process.run()
    try standardInput.fileHandleForWriting.write(contentsOf: Data((input ?? "").utf8))
    try standardInput.fileHandleForWriting.close()
    let outputBytes = [UInt8](output.fileHandleForReading.readDataToEndOfFile())
    let errorBytes = [UInt8](error.fileHandleForReading.readDataToEndOfFile())
    process.waitUntilExit()
    return Outcome(status: process.terminationStatus, outputBytes: outputBytes, errorBytes: errorBytes)
  }

  /// The program, ready to run.
  static func make(_ arguments: [String], variables: [String: String] = [:], in folder: Folder? = nil) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = variables
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder.path) }
    return process
  }
}

/// A folder that is gone when the test is over.
final class Folder {
  /// Its path, without a slash behind it.
  let path: String

  /// An empty folder.
  init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("gazette-test-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.resolvingSymlinksInPath().path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of `name` in the folder.
  subscript(_ name: String) -> String { path + "/" + name }

  /// Writes `text` to `name`, whose folders are made, and gives its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    let url = URL(fileURLWithPath: self[name])
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    return url.path
  }

  /// What `name` holds; nil if there is no such file.
  func text(of name: String) -> String? {
    FileManager.default.contents(atPath: self[name]).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The names in the folder and below, in order; hidden ones too.
  var names: [String] { ((try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []).sorted() }
}
