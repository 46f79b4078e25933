import Foundation
import Gazette

// register ISSUE FORMAT: writes the public edition of an issue to standard output, as register, docx, txt, …
guard CommandLine.arguments.count == 3 else { exit(64) }
var writers = WriterRegistry.standard
writers.register(RegisterWriter())
guard let writer = writers.writer(for: CommandLine.arguments[2]) else { exit(64) }
let diagnostics = DiagnosticSink()
let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: CommandLine.arguments[1])))
let issue = try AnyIssueReader().read(bytes, fileName: CommandLine.arguments[1], diagnostics: diagnostics)
let pipeline = ExportPipeline(transforms: [PublicEdition()], writers: [writer])
let artifacts = try pipeline(issue, StageContext(diagnostics: diagnostics))
for artifact in artifacts { FileHandle.standardOutput.write(Data(artifact.bytes)) }
