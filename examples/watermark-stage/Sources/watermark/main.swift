import Foundation
import Gazette

// watermark ISSUE OUTPUT.docx: exports an issue with the stages of this package.
let arguments = CommandLine.arguments
guard arguments.count == 3 else { exit(64) }
let diagnostics = DiagnosticSink()
let source = [UInt8](try Data(contentsOf: URL(fileURLWithPath: arguments[1])))
let issue = try IssueReader().read(source, fileName: arguments[1], diagnostics: diagnostics)
let stages = WordStages.selfContained.replacing("footers", with: CentredFooterStage()).adding(WatermarkStage())
let word = try WordWriter(stages: stages).write(issue, StageContext(diagnostics: diagnostics))
try Data(word.bytes).write(to: URL(fileURLWithPath: arguments[2]))
