import Gazette
import OpenPackaging

/// The stages of an export, each ready to be run by itself on what the one before it made.
struct Stages {
  let source: [UInt8]
  /// By which the format is told.
  let fileName: String
  let issue: Issue
  let parts: Package

  init(_ source: [UInt8], named fileName: String = "issue.md") throws {
    self.source = source
    self.fileName = fileName
    issue = try IssueReader().read(source, fileName: fileName, diagnostics: DiagnosticSink())
    let kept = PackageKeeper()
    _ = try WordWriter(stages: .standard.adding(kept)).write(issue, StageContext())
    parts = kept.box.package
  }

  static let names = ["read", "compose", "docx", "txt", "zip"]

  /// Runs the stage called `name` once.
  func run(_ name: String) throws {
    switch name {
    // Bytes to model, with all of recovery.
    case "read": _ = try IssueReader().read(source, fileName: fileName, diagnostics: DiagnosticSink())
    // Model to words in order; both writers do it for themselves, so that it is part of their times too.
    case "compose": _ = Composition(issue, style: .gbt9704)
    // Model to file.
    case "docx": _ = try WordWriter().write(issue, StageContext())
    case "txt": _ = try PlainTextWriter().write(issue, StageContext())
    // The parts of the Word file compressed and put together, which `docx` does too.
    default: _ = try parts.bytes()
    }
  }
}

/// The last stage of a Word writer, which keeps what the others made.
private struct PackageKeeper: WordPartStage {
  final class Box: @unchecked Sendable { var package = Package() }
  let name = "keeper"
  let box = Box()
  func write(_ plan: WordPlan, to package: inout Package, _ context: StageContext) { box.package = package }
}
