import Gazette

/// All that a command knows of the world it runs in; tests put their own in place.
struct CommandEnvironment {
  /// The value of an environment variable.
  var variable: (String) -> String? = Files.variable
  /// Reads standard input to its end.
  var readStandardInput: () throws(FileError) -> [UInt8] = { () throws(FileError) in try Files.readStandardInput() }
  /// Takes results.
  var writeOutput: ([UInt8]) throws(FileError) -> Void = { bytes throws(FileError) in
    try Files.writeStandardOutput(bytes)
  }
  /// Takes everything else.
  var writeError: ([UInt8]) -> Void = Files.writeStandardError
  /// Whether results go to a person's screen.
  var outputIsTerminal: () -> Bool = { Files.standardOutputIsTerminal }
  /// Whether everything else goes to a person's screen.
  var errorIsTerminal: () -> Bool = { Files.standardErrorIsTerminal }
  /// Makes the wish to stop known to long work, instead of ending the program.
  var installStop: () -> Void = StopSignals.install
  /// The formats that can be written.
  var writers = WriterRegistry.standard
  /// What `check` looks for.
  var checks = IssueChecks.standard
  /// How back issues are read.
  var readIssue: AnyIssueReader.TextReading = AnyIssueReader().readText

  /// Writes `text`, a result.
  func output(_ text: String) throws(FileError) { try writeOutput(Array(text.utf8)) }
}
