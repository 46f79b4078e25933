import ExportPipeline
import Foundation
import HouseStyle
import IssueEmbedding
import TestSupport
import Testing
import WordWriter

/// Where files are wanted, and how many.
private enum Wanted {
  static let folder = ProcessInfo.processInfo.environment["GENERATED_INTO"]
  static let count = Int(ProcessInfo.processInfo.environment["GENERATED_COUNT"] ?? "") ?? 500
}

/// Writes generated issues as Word files into the folder that GENERATED_INTO names, GENERATED_COUNT of them (500), in
/// all house styles by turns, for checkers from outside: .ci/run has them checked.
@Suite("Generated issues as files", .enabled(if: Wanted.folder != nil))
struct GeneratedFiles {
  @Test("are written in every style, without a remark on what cannot be helped")
  func write() throws {
    let folder = try #require(Wanted.folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let styles = HouseStyle.shipped
    for seed in 0..<Wanted.count {
      let options = IssueGenerator.Options(awkwardCharacters: seed % 3 == 0, images: false)
      let issue = IssueGenerator.issue(seed: UInt64(seed), options: options)
      let style = styles[seed % styles.count]
      let bytes = try WordWriter(stages: .selfContained).write(issue, StageContext(houseStyle: style)).bytes
      try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(seed)-\(style.name).docx"))
    }
  }
}
