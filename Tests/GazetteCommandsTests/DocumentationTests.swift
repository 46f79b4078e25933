import Foundation
import Gazette
import TestSupport
import Testing

@Suite("The documentation tells the truth")
struct DocumentationTests {
  /// Names with hyphens in the sources that are no ids of remarks: stages, tags of languages, …
  private static let otherNames: Set<String> = [
    "above-attachments", "aria-description", "aria-label", "at-end", "attribution-label", "auto-generated",
    "cjk-decimal", "cjk-ideographic", "content-disposition", "content-transfer-encoding", "content-type",
    "core-properties", "custom-properties", "data-align", "data-head", "data-original", "data-src", "e-mail",
    "editors-note", "embedded-issue", "extended-properties", "field-begin", "font-family", "font-table", "list-style",
    "lower-alpha", "lower-latin", "lower-roman", "mime-version", "mso-tab-count", "no-repair", "own-marks",
    "quoted-printable", "signature-date", "signature-office", "simp-chinese-informal", "trad-chinese-informal",
    "upper-alpha", "upper-latin", "upper-roman", "zh-cn", "zh-hans", "zh-hant", "zh-hk", "zh-mo", "zh-sg", "zh-tw",
  ]

  /// The formats of XML, by which ids of their remarks begin.
  private static let formats: Set<String> = ["house-style", "issue-xml"]

  /// All strings in the sources that look like an id: lower-case words with hyphens between.
  private static func names(below folder: String) throws -> Set<String> {
    let files = try FileManager.default.subpathsOfDirectory(atPath: Repository.root + "/" + folder)
    var names: Set<String> = []
    for file in files.sorted() where file.hasSuffix(".swift") {
      let text = try String(contentsOfFile: Repository.root + "/" + folder + "/" + file, encoding: .utf8)
      for match in text.matches(of: /"([a-z]+(?:-[a-z]+)+)"/) { names.insert(String(match.1)) }
      // Formats of XML share a reader: what it finds has the name of the format before it.
      for match in text.matches(of: /id \+ "(-[a-z]+)"/) {
        for format in formats { names.insert(format + match.1) }
      }
    }
    return names
  }

  private static func documented() throws -> Set<String> {
    let path = Repository.root + "/Sources/Gazette/Gazette.docc/Diagnostics.md"
    let page = try String(contentsOfFile: path, encoding: .utf8)
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
    return Set(rows.flatMap { ($0.split(separator: "|").first ?? "").matches(of: /`([a-z-]+)`/).map { String($0.1) } })
  }

  @Test("Each id of a remark is explained, and each one explained is used")
  func ids() throws {
    let stages = Set(RecoveryStages.all.map(\.name))
    let used = try Self.names(below: "Sources").subtracting(Self.otherNames).subtracting(Self.formats).subtracting(
      stages)
    let documented = try Self.documented()
    #expect(
      used.subtracting(documented).sorted() == [], "explain in Diagnostics.md, or name in otherNames if it is no id")
    #expect(documented.subtracting(used).sorted() == [], "no longer used")
  }

  @Test("The repairs that Diagnostics.md offers to switch off can be switched off")
  func repairs() throws {
    let path = Repository.root + "/Sources/Gazette/Gazette.docc/Diagnostics.md"
    let offered = Set(
      try String(contentsOfFile: path, encoding: .utf8).matches(of: /--no-repair ([a-z-]+)/).map { String($0.1) })
    #expect(offered == Set(RecoveryStages.all.filter(\.isRepair).map(\.name)))
  }

  @Test("The page on recovery names each stage in its order, and tells which are repairs")
  func stages() throws {
    let path = Repository.root + "/Sources/Gazette/Gazette.docc/RecoveryStages.md"
    let rows = try String(contentsOfFile: path, encoding: .utf8).matches(
      of: /(?m)^\| `([a-z-]+)` \| (yes)? ?\| (.+) \|$/)
    #expect(rows.map { String($0.1) } == RecoveryStages.all.map(\.name))
    #expect(rows.map { $0.2 != nil } == RecoveryStages.all.map(\.isRepair))
    #expect(rows.allSatisfy { $0.3.count >= 20 }, "a rule says more")
  }

  /// The pages of the documentation, and README.
  private static func pages() throws -> [String] {
    let folder = "Sources/Gazette/Gazette.docc"
    let files = try FileManager.default.subpathsOfDirectory(atPath: Repository.root + "/" + folder)
    return ["README.md"] + files.sorted().filter { $0.hasSuffix(".md") }.map { folder + "/" + $0 }
  }

  @Test("Each line of Swift that the documentation shows stands in code that is compiled")
  func code() throws {
    var compiled: Set<Substring> = []
    for folder in ["examples", "Tests/GazetteCommandsTests"] {
      let files = try FileManager.default.subpathsOfDirectory(atPath: Repository.root + "/" + folder)
      for file in files where file.hasSuffix(".swift") && !file.contains(".build/") {
        let text = try String(contentsOfFile: Repository.root + "/" + folder + "/" + file, encoding: .utf8)
        for line in text.split(separator: "\n") { compiled.insert(line.trimmingPrefix(while: \.isWhitespace)) }
      }
    }
    var (shown, missing) = (0, [String]())
    for page in try Self.pages() {
      let text = try String(contentsOfFile: Repository.root + "/" + page, encoding: .utf8)
      for block in text.matches(of: /(?s)```swift\n(.*?)```/) {
        for line in block.1.split(separator: "\n").map({ $0.trimmingPrefix(while: \.isWhitespace) }) where !line.isEmpty
        {
          shown += 1
          if !compiled.contains(line) { missing.append("\(page): \(line)") }
        }
      }
    }
    #expect(missing == [])
    #expect(shown > 30)
  }

  @Test("The example that the documentation calls short is short")
  func shortExample() throws {
    let folder = Repository.root + "/examples/custom-writer/Sources/register/"
    let lines = try FileManager.default.contentsOfDirectory(atPath: folder).reduce(0) { count, file in
      try count
        + String(contentsOfFile: folder + file, encoding: .utf8).split(
          separator: "\n", omittingEmptySubsequences: false
        ).dropLast().count
    }
    #expect(lines == 68, "the pages say 68")
  }

  @Test("Each public declaration has a word on what it means")
  func declarations() throws {
    var bare: [String] = []
    let files = try FileManager.default.subpathsOfDirectory(atPath: Repository.root + "/Sources")
    for file in files.sorted() where file.hasSuffix(".swift") {
      let lines = try String(contentsOfFile: Repository.root + "/Sources/" + file, encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() {
        let code = line.trimmingPrefix(while: \.isWhitespace)
        guard code.firstMatch(of: /^(?:@\w+(?:\([^)]*\))? )*public (?!import|extension)/) != nil else { continue }
        var above = index - 1
        while above >= 0, lines[above].trimmingPrefix(while: \.isWhitespace).hasPrefix("@") { above -= 1 }
        if above < 0 || !lines[above].trimmingPrefix(while: \.isWhitespace).hasPrefix("///") {
          bare.append("Sources/\(file):\(index + 1): \(code)")
        }
      }
    }
    #expect(bare == [])
  }

  @Test(
    "The files and folders that README and CONTRIBUTING name are there", arguments: ["README.md", "CONTRIBUTING.md"])
  func paths(_ page: String) throws {
    let text = try String(contentsOfFile: Repository.root + "/" + page, encoding: .utf8)
    let named = text.matches(of: /`((?:Sources|Tests|Stylesheets|examples)\/[A-Za-z0-9_.\/-]*)`/).map { String($0.1) }
    #expect(!named.isEmpty)
    for path in named {
      #expect(FileManager.default.fileExists(atPath: Repository.root + "/" + path), "\(path)")
    }
  }

  @Test("The system packages that the manifest names are installed by the Makefile and told in README")
  func packages() throws {
    let readme = try String(contentsOfFile: Repository.root + "/README.md", encoding: .utf8)
    let makefile = try String(contentsOfFile: Repository.root + "/Makefile", encoding: .utf8)
    let line = try #require(makefile.firstMatch(of: /(?m)^PACKAGES := (.*)$/)?.1)
    let installed = Set(line.split(separator: " ").map(String.init))
    for package in installed.sorted() { #expect(readme.contains("`\(package)`"), "\(package)") }
    // And those are what the package manifest asks for.
    let manifest = try String(contentsOfFile: Repository.root + "/Package.swift", encoding: .utf8)
    let needed = Set(manifest.matches(of: /"(lib[a-z0-9-]+-dev)"/).map { String($0.1) })
    #expect(needed.subtracting(installed).sorted() == [])
  }

  @Test("The change log has a place for what is not released yet")
  func changeLog() throws {
    let log = try String(contentsOfFile: Repository.root + "/CHANGELOG.md", encoding: .utf8)
    #expect(log.contains("## Unreleased"))
  }
}
