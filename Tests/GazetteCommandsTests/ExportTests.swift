import Gazette
import Testing

@testable import GazetteCommands

@Suite("export: names, formats and exit status")
struct ExportTests {
  let folder: Folder
  init() throws { folder = try Folder() }

  @Test("Without -o a Word file and a text stand beside the input, under its name")
  func besideInput() throws {
    let issue = try folder.write("Seven", to: "2031/issue.7.md")
    let outcome = gazette(["export", issue])
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty && outcome.error.isEmpty)
    #expect(folder.names == ["2031", "2031/issue.7.docx", "2031/issue.7.md", "2031/issue.7.txt"])
    #expect(folder.text(of: "2031/issue.7.txt") == "text of Seven\n")
  }

  @Test("Formats are chosen by --to, in lists or one by one, each written once")
  func formats() throws {
    let issue = try folder.write("Seven", to: "a.md")
    #expect(gazette(["export", issue, "--to", "txt,docx", "--to", "txt"]).status == 0)
    #expect(folder.names == ["a.docx", "a.md", "a.txt"])
  }

  @Test(
    "An unknown format is a bad command line that names the known ones",
    arguments: ["pdf", "txt,", "", "TXT", "house"])
  func unknownFormat(_ name: String) throws {
    let issue = try folder.write("Seven", to: "a.md")
    let outcome = gazette(["export", issue, "--to", name])
    #expect(outcome.status == 64)
    #expect(outcome.error.contains("docx, txt"))
    #expect(folder.names == ["a.md"])
  }

  @Test("-o names a directory, which is made with those above it")
  func intoFolder() throws {
    let issues = [try folder.write("A", to: "a.md"), try folder.write("B", to: "b.md")]
    #expect(gazette(["export"] + issues + ["--to", "txt", "-o", folder["out/2031"]]).status == 0)
    #expect(folder.text(of: "out/2031/a.txt") == "text of A\n")
    #expect(folder.text(of: "out/2031/b.txt") == "text of B\n")
  }

  @Test("-o with a slash behind it is a directory even for one file")
  func slash() throws {
    let issue = try folder.write("A", to: "a.md")
    #expect(gazette(["export", issue, "--to", "txt", "-o", folder["out"] + "/"]).status == 0)
    #expect(folder.text(of: "out/a.txt") != nil)
  }

  @Test("-o that is a directory already gets the files in it, whatever its name")
  func existingFolder() throws {
    let issue = try folder.write("A", to: "a.md")
    try folder.write("", to: "x.docx/keep")
    #expect(gazette(["export", issue, "--to", "docx", "-o", folder["x.docx"]]).status == 0)
    #expect(folder.text(of: "x.docx/a.docx") != nil)
  }

  @Test("-o is the file's name for one issue in one format, whatever it ends in")
  func oneFile() throws {
    let issue = try folder.write("A", to: "a.md")
    #expect(gazette(["export", issue, "--to", "txt", "-o", folder["mailing"]]).status == 0)
    #expect(folder.text(of: "mailing") == "text of A\n")
  }

  @Test("-o that ends in a known extension asks for that format")
  func extensionChoosesFormat() throws {
    let issue = try folder.write("A", to: "a.md")
    #expect(gazette(["export", issue, "-o", folder["b.txt"]]).status == 0)
    #expect(folder.names == ["a.md", "b.txt"])
  }

  @Test("-o that names one file for several outputs is a bad command line")
  func severalToOne() throws {
    let issues = [try folder.write("A", to: "a.md"), try folder.write("B", to: "b.md")]
    #expect(gazette(["export"] + issues + ["-o", folder["c.docx"]]).status == 64)
    #expect(gazette(["export", issues[0], "--to", "docx,txt", "-o", folder["c.docx"]]).status == 64)
    #expect(gazette(["export", issues[0], "--to", "txt", "-o", folder["c.docx"]]).status == 64)
    #expect(folder.names == ["a.md", "b.md"])
  }

  @Test("- reads standard input and writes standard output")
  func standardStreams() {
    let outcome = gazette(["export", "-", "--to", "txt", "-o", "-"], input: "From a pipe")
    #expect(outcome.status == 0)
    #expect(outcome.output == "text of From a pipe\n")
    #expect(gazette(["export", "-", "--to", "txt"], input: "Short").output == "text of Short\n")
  }

  @Test("Standard output takes one issue in one format, byte for byte")
  func standardOutputIsOne() throws {
    let issue = try folder.write("A", to: "a.md")
    #expect(gazette(["export", issue, "-o", "-"]).status == 64)
    #expect(gazette(["export", issue, issue, "--to", "txt", "-o", "-"]).status == 64)
    #expect(gazette(["export", issue, "--to", "docx", "-o", "-"]).outputBytes == [0x50, 0x4B, 3, 4, 0xFF, 0x41])
  }

  @Test("Standard input without -o and --to has no name to go by")
  func namelessInput() {
    #expect(gazette(["export", "-"], input: "A").status == 64)
    #expect(gazette(["export", "-", "-", "--to", "txt"], input: "A").status == 64)
  }

  @Test("Standard input goes into a directory under the name issue")
  func inputIntoFolder() throws {
    #expect(gazette(["export", "-", "-o", folder["out"]], input: "A").status == 0)
    #expect(folder.names == ["out", "out/issue.docx", "out/issue.txt"])
  }

  @Test("A Word file is not thrown at a terminal")
  func terminal() throws {
    let issue = try folder.write("A", to: "a.md")
    #expect(gazette(["export", issue, "--to", "docx", "-o", "-"], terminal: true).status == 64)
    #expect(gazette(["export", issue, "--to", "txt", "-o", "-"], terminal: true).status == 0)
  }

  @Test("Two inputs for one name are told before anything is written")
  func clash() throws {
    let inputs = [try folder.write("A", to: "x/a.md"), try folder.write("B", to: "y/a.md")]
    let outcome = gazette(["export"] + inputs + ["-o", folder["out"]])
    #expect(outcome.status == 64)
    #expect(outcome.errorLines.first?.contains("would both be written to") == true)
    #expect(!folder.names.contains("out"))
    // Also where the same name is written in different ways.
    let twice = gazette(["export", folder["x/a.md"], folder["x/../x/./a.md"], "--to", "txt"])
    #expect(twice.status == 64)
    #expect(folder.text(of: "x/a.txt") == nil)
  }

  @Test("An output never takes the place of an input")
  func overInput() throws {
    let issue = try folder.write("Plain", to: "a.txt")
    let outcome = gazette(["export", issue, "--to", "docx,txt"])
    #expect(outcome.status == 64)
    #expect(outcome.error.contains("written over the input"))
    #expect(folder.text(of: "a.txt") == "Plain")
    #expect(folder.names == ["a.txt"])
    let other = try folder.write("Other", to: "b.md")
    #expect(gazette(["export", issue, other, "--to", "txt", "-o", folder.path]).status == 64)
  }

  @Test("Of a text the Word file alone is written where no format is asked for, and the text is left alone")
  func otherFormat() throws {
    let issue = try folder.write("# Lake News\n\nNo. 3\n\n## Bridge opened\n\nIt was opened in May.\n", to: "a.txt")
    let before = folder.text(of: "a.txt")
    let outcome = gazette(["export", issue, "--from", "markdown"])
    #expect(outcome.status == 0)
    #expect(outcome.error.contains("a.txt is the issue itself and stays as it is"))
    #expect(outcome.error.hasSuffix("[source-kept]\n"))
    #expect(folder.names == ["a.docx", "a.txt"])
    #expect(folder.text(of: "a.txt") == before)
    // The text beside a Word file may be what it was made of.
    let back = gazette(["export", folder["a.docx"]])
    #expect(back.status == 64)
    #expect(back.error.contains("written over the input"))
    #expect(folder.text(of: "a.txt") == before)
  }

  @Test("An issue that fails does not keep the others from being exported")
  func othersGoOn() throws {
    let good = try folder.write("Good", to: "good.md")
    let bad = try folder.write("", to: "bad.md")
    let outcome = gazette(["export", bad, folder["gone.md"], good])
    #expect(outcome.status == 1)
    #expect(folder.names == ["bad.md", "good.docx", "good.md", "good.txt"])
    #expect(
      outcome.errorLines == [
        "\(bad):1:1: error: there is no text [input-empty]", "\(folder["gone.md"]): error: no such file [file-missing]",
      ])
  }

  @Test("An issue is exported whole or not at all when a writer has no result")
  func wholeOrNotAtAll() throws {
    let issue = try folder.write("unwritable", to: "a.md")
    let outcome = gazette(["export", issue])
    #expect(outcome.status == 1)
    #expect(outcome.error == "\(issue):1:1: error: txt: nothing to write [stage-failed]\n")
    #expect(folder.names == ["a.md"])
  }

  @Test("Warnings are allowed; with --strict they fail the run, and the outputs are there all the same")
  func strict() throws {
    let issue = try folder.write("A\nwarn", to: "a.md")
    #expect(gazette(["export", issue]).status == 0)
    #expect(gazette(["export", issue, "--strict", "-o", folder["out"]]).status == 1)
    #expect(folder.text(of: "out/a.txt") != nil)
    let clean = try folder.write("A\nnote", to: "b.md")
    #expect(gazette(["export", clean, "--strict"]).status == 0)
  }

  @Test("An error in the content fails the run, and what could be written is written")
  func contentError() throws {
    let issue = try folder.write("A\nfail", to: "a.md")
    #expect(gazette(["export", issue]).status == 1)
    #expect(folder.text(of: "a.txt") != nil)
  }

  @Test("Pictures come from the issue's folder and from nowhere else")
  func pictures() throws {
    try folder.write("png", to: "issues/seal.png")
    try folder.write("secret", to: "secret.png")
    try FileLinks.link(folder["issues/leak.png"], to: folder["secret.png"])
    let issue = try folder.write(
      """
      A
      picture seal.png
      picture ./seal.png
      picture ../secret.png
      picture leak.png
      picture \(folder["secret.png"])
      picture https://example.org/seal.png
      """, to: "issues/a.md")
    let missing = gazette(["export", issue]).errorLines.compactMap { $0.split(separator: " ").dropLast().last }
    // Both writers ask for each of them; it is told once.
    #expect(
      Set(missing)
        == ["../secret.png", "leak.png", "\(folder["secret.png"])", "https://example.org/seal.png"].reduce(into: []) {
          $0.insert($1[...])
        })
    #expect(missing.count == 4)
  }

  @Test("What the user knows of the input reaches the reader")
  func readerOptions() throws {
    let issue = try folder.write("A", to: "a.md")
    let tree = gazette(
      [
        "dump", issue, "--format", "tree", "--from", "text", "--encoding", "gb18030", "--no-repair", "spacing",
        "--no-repair", "all",
      ]
    ).output
    #expect(tree.contains("series \"text gb18030 all spacing\""))
  }
}
