import Gazette
import Testing

@testable import GazetteCommands

@Suite("Command lines that are read without the parser")
struct PlainCommandLineTests {
  @Test(
    "Are read as the parser reads them",
    arguments: [
      ["a.md"], ["a.md", "b c.md", "-"], ["a.md", "--to", "txt"], ["--to", "docx,txt", "a.md"],
      ["a.md", "--to", "docx", "--to", "txt"], ["-o", "out/", "a.md", "b.md"],
      ["a.md", "--output", "-", "--to", "txt"],
      ["a.md", "-o", "-"], ["--strict", "a.md"], ["a.md", "--strict", "-o", "a.docx"], ["export"],
      ["a.md", "--to", "bogus"],
    ])
  func agree(arguments: [String]) throws {
    let plain = try #require(PlainCommandLine.export(["export"] + arguments))
    let command = try #require(try GazetteCommand.parseAsRoot(["export"] + arguments) as? ExportCommand)
    let parsed = try command.request(DiagnosticReport(.text, in: .english, errorsOnly: false, to: { _ in }))
    #expect(plain.issues == parsed.issues)
    #expect(plain.formats == parsed.formats)
    #expect(plain.output == parsed.output)
    #expect(plain.isStrict == parsed.isStrict)
    #expect(plain.houseStyle == parsed.houseStyle)
    #expect(plain.text == parsed.text)
    #expect(plain.input.form == parsed.input.form)
    #expect(plain.input.reader == parsed.input.reader)
    // What the parser knows beside the request is what a plain line cannot say.
    #expect(command.messages.diagnostics == .text && command.messages.lang == nil)
  }

  @Test(
    "All others are the parser's: help, faults and whatever else an export may be told",
    arguments: [
      [], ["check", "a.md"], ["export"], ["export", "--help"], ["export", "a.md", "-h"], ["export", "a.md", "-o"],
      ["export", "a.md", "--to"], ["export", "a.md", "--to", "--strict"], ["export", "a.md", "--to=txt"],
      ["export", "a.md", "-o", "x", "-o", "y"], ["export", "a.md", "--strict", "--strict"], ["export", "--strict"],
      ["export", "--", "a.md"], ["export", "a.md", "--width", "40"], ["export", "a.md", "--lang", "zh"],
      ["export", "a.md", "--diagnostics", "json"], ["export", "a.md", "--style", "plain"], ["export", ""],
      ["export", "a.md", "--version"], ["help", "export"],
    ])
  func others(arguments: [String]) { #expect(PlainCommandLine.export(arguments)?.issues == nil) }
}
