import Foundation
import Gazette
import Testing

@testable import GazetteCommands

@Suite("Files that cannot be read or written")
struct FileErrorTests {
  let folder: Folder
  init() throws { folder = try Folder() }

  private func expectFailure(_ arguments: [String], _ line: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let outcome = gazette(arguments)
    #expect(outcome.status == 1, sourceLocation: sourceLocation)
    #expect(outcome.errorLines.first == line, sourceLocation: sourceLocation)
    #expect(outcome.output.isEmpty, sourceLocation: sourceLocation)
    #expect(!folder.names.contains { $0.contains(".tmp") }, sourceLocation: sourceLocation)
  }

  @Test("A missing file, a directory and a path through a file are told apart")
  func unreadableNames() throws {
    try folder.write("A", to: "a.md")
    expectFailure(["dump", folder["gone.md"]], "\(folder["gone.md"]): error: no such file [file-missing]")
    expectFailure(
      ["dump", folder.path],
      "\(folder.path): error: this is a directory, not an issue; name the files in it [file-is-folder]")
    expectFailure(
      ["dump", folder["a.md/b.md"]],
      "\(folder["a.md/b.md"]): error: cannot be reached: Not a directory [file-unreadable]")
    let long = folder[String(repeating: "n", count: 300)]
    expectFailure(["dump", long], "\(long): error: cannot be reached: File name too long [file-unreadable]")
  }

  @Test("A pipe or a device is not waited for", .timeLimit(.minutes(1)))
  func specialInputs() {
    FileLinks.pipe(folder["pipe"])
    let words = "error: not a regular file (a pipe or a device); use - to read standard input [file-not-regular]"
    expectFailure(["check", folder["pipe"]], "\(folder["pipe"]): \(words)")
    expectFailure(["check", "/dev/zero"], "/dev/zero: \(words)")
  }

  @Test("A file that is too large is refused, whatever its size is said to be")
  func tooLarge() throws {
    let path = try folder.write("0123456789", to: "a.md")
    #expect(throws: FileError.self) { try Files.read(path, limit: 9) }
    #expect(try Files.read(path, limit: 10).count == 10)
    // 32 MB and one byte; the file system keeps no blocks for it.
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.truncate(atOffset: UInt64(Files.inputLimit) + 1)
    expectFailure(["check", path], "\(path): error: larger than 32 MB, the most that is read [file-too-large]")
  }

  @Test("A file without read permission is told with the reason", .enabled(if: !FileLinks.weAreRoot))
  func noPermission() throws {
    let path = try folder.write("A", to: "a.md")
    FileLinks.permit(0, path)
    expectFailure(["check", path], "\(path): error: cannot be read: Permission denied [file-unreadable]")
  }

  @Test("A directory without write permission takes no output", .enabled(if: !FileLinks.weAreRoot))
  func unwritableFolder() throws {
    let path = try folder.write("A", to: "in/a.md")
    FileLinks.permit(0o500, folder["in"])
    defer { FileLinks.permit(0o700, folder["in"]) }
    expectFailure(
      ["export", path, "--to", "txt"],
      "\(folder["in/a.txt"]): error: cannot be written: Permission denied [output-unwritable]")
  }

  @Test("A file that is write-protected is not replaced", .enabled(if: !FileLinks.weAreRoot))
  func protectedFile() throws {
    let path = try folder.write("A", to: "a.md")
    FileLinks.permit(0o400, try folder.write("old", to: "a.txt"))
    expectFailure(
      ["export", path, "--to", "txt"],
      "\(folder["a.txt"]): error: cannot be written: Permission denied [output-unwritable]")
    #expect(folder.text(of: "a.txt") == "old")
  }

  @Test("A missing output directory, and a directory of the output's name, are told")
  func outputPlaces() throws {
    let path = try folder.write("A", to: "a.md")
    expectFailure(
      ["export", path, "-o", folder["none/a.txt"]],
      "\(folder["none/a.txt"]): error: its directory does not exist; create it, or give -o a directory [output-folder-missing]"
    )
    try folder.write("", to: "out/a.txt/keep")
    expectFailure(
      ["export", path, "--to", "txt", "-o", folder["out"]],
      "\(folder["out/a.txt"]): error: a directory has this name [output-is-folder]")
    try folder.write("", to: "file")
    expectFailure(
      ["export", path, "-o", folder["file"] + "/"],
      "\(folder["file"])/: error: not a directory [output-unwritable]")
  }

  @Test("A device that takes no more is told, and nothing stays")
  func fullDisk() throws {
    #expect(throws: FileError.self) { try Files.replace("/dev/full", with: Array("A".utf8)) }
    let path = try folder.write("A", to: "a.md")
    expectFailure(
      ["export", path, "--to", "txt", "-o", "/dev/full"],
      "/dev/full: error: cannot be written: No space left on device [output-unwritable]")
  }

  @Test("A pipe that nobody reads is told, not waited for, and nothing stays", .timeLimit(.minutes(1)))
  func pipeAsOutput() throws {
    let path = try folder.write("A", to: "a.md")
    FileLinks.pipe(folder["pipe.docx"])
    let words = "error: cannot be written: a pipe that nobody reads;"
    for arguments in [["-o", folder["pipe.docx"]], ["--report", folder["pipe.docx"]]] {
      let command = arguments[0] == "-o" ? ["export", path] : ["batch", path, "-o", folder["out"]]
      let outcome = gazette(command + arguments)
      #expect(outcome.status == 1)
      #expect(outcome.error.hasPrefix("\(folder["pipe.docx"]): \(words)"))
    }
    // Nor is the text written where the Word file cannot be.
    let both = try folder.write("B", to: "in/b.md")
    FileLinks.pipe(folder["in/b.docx"])
    #expect(gazette(["export", both]).error.hasPrefix("\(folder["in/b.docx"]): \(words)"))
    #expect(folder.text(of: "in/b.txt") == nil)
  }

  @Test("A pipe that is read gets the output, however slowly it is read", .timeLimit(.minutes(1)))
  func readPipe() async throws {
    let bytes = Array(String(repeating: "words of a text\n", count: 20_000).utf8)
    FileLinks.pipe(folder["pipe"])
    let pipe = folder["pipe"]
    let reader = Task.detached {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: pipe))
      try await Task.sleep(for: .milliseconds(300))
      return try handle.readToEnd()?.count ?? 0
    }
    // The reader has the pipe open as soon as we can.
    while (try? Files.replace(pipe, with: bytes)) == nil { try await Task.sleep(for: .milliseconds(10)) }
    #expect(try await reader.value == bytes.count)
  }

  @Test("What only the program writes is a file: a pipe or a link of its name is not followed", .timeLimit(.minutes(1)))
  func ownFiles() throws {
    FileLinks.pipe(folder["pipe"])
    try folder.write("A", to: "a")
    try FileLinks.link(folder["link"], to: folder["a"])
    for name in ["pipe", "link"] {
      #expect(throws: FileError.self) { try Files.writeAside(folder[name], Array("B".utf8)) }
      #expect(throws: FileError.self) { _ = try AsideFile(folder[name]) }
    }
    #expect(throws: FileError.self) { _ = try LineSource(folder["pipe"]) }
    #expect(folder.text(of: "a") == "A")
  }

  @Test("A device is written to, never replaced")
  func device() throws {
    let path = try folder.write("A", to: "a.md")
    #expect(gazette(["export", path, "--to", "txt", "-o", "/dev/null"]).status == 0)
    #expect(try Files.kind(of: "/dev/null") == .special)
  }

  @Test("New files get the permissions of the umask, replaced files keep theirs")
  func permissions() throws {
    let path = try folder.write("A", to: "a.md")
    FileLinks.permit(0o600, try folder.write("old", to: "a.txt"))
    #expect(gazette(["export", path]).status == 0)
    #expect(FileLinks.permissions(of: folder["a.txt"]) == 0o600)
    #expect(FileLinks.permissions(of: folder["a.docx"]) == FileLinks.permissions(of: path))
    #expect(folder.text(of: "a.txt") == "text of A\n")
  }

  @Test("An output that is a symbolic link stays one, its target gets the content")
  func symbolicLink() throws {
    let path = try folder.write("A", to: "a.md")
    try folder.write("old", to: "real/kept.txt")
    try FileLinks.link(folder["a.txt"], to: folder["real/kept.txt"])
    #expect(gazette(["export", path, "--to", "txt"]).status == 0)
    #expect(folder.text(of: "real/kept.txt") == "text of A\n")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder["a.txt"]) == folder["real/kept.txt"])
  }

  @Test("An output that is a link to the input is the input")
  func linkToInput() throws {
    let path = try folder.write("A", to: "a.md")
    try FileLinks.link(folder["a.txt"], to: path)
    #expect(gazette(["export", path, "--to", "txt"]).status == 64)
    #expect(folder.text(of: "a.md") == "A")
  }

  @Test("A name as long as the file system allows is still written")
  func longName() throws {
    let name = String(repeating: "n", count: 251)
    let path = try folder.write("A", to: name + ".md")
    #expect(gazette(["export", path, "--to", "txt"]).status == 0)
    #expect(folder.text(of: name + ".txt") == "text of A\n")
  }

  @Test("Of an issue's outputs all are written or none")
  func allOrNothing() throws {
    let path = try folder.write("A", to: "a.md")
    try folder.write("in the way", to: "out/a.txt/file")
    let outcome = gazette(["export", path, "-o", folder["out/"]])
    #expect(outcome.status == 1)
    #expect(outcome.errorLines.filter { $0.contains(": error: ") }.count == 1)
    #expect(folder.names.filter { $0.hasPrefix("out/") } == ["out/a.txt", "out/a.txt/file"])
  }

  @Test("An issue that fails leaves no folder behind")
  func noFolderLeft() {
    #expect(gazette(["export", folder["gone.md"], "-o", folder["fresh/"]]).status == 1)
    #expect(!folder.names.contains("fresh"))
  }

  @Test("new leaves a file alone that is there already")
  func newKeepsFile() throws {
    let path = try folder.write("mine", to: "a.md")
    expectFailure(
      ["new", path],
      "\(path): error: there is a file of this name already; choose another name, or move it away [output-exists]")
    #expect(folder.text(of: "a.md") == "mine")
  }
}
