import ExportPipeline
import Foundation
import Gazette
import TestSupport
import Testing

@testable import GazetteCommands

@Suite("Pictures come from the issue's folder and from nowhere else")
struct PictureFileTests {
  let folder: Folder
  let resources: FolderResources

  init() throws {
    folder = try Folder()
    for name in ["issues/seal.png", "issues/pictures/泵 站.png", "issues/100%25.png", "secret.png"] {
      try folder.write("", to: name)
      try Data(TinyPictures.png(3, 4)).write(to: URL(filePath: folder[name]))
    }
    resources = FolderResources(beside: folder["issues/issue.md"])
  }

  private func fault(_ target: String) -> ResourceFault? {
    do throws(ResourceFault) {
      _ = try resources.load(target)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "Files in the folder and below are read, percent-coded or not",
    arguments: [
      "seal.png", "./seal.png", "pictures/泵 站.png", "pictures/泵%20站.png", "pictures//./%E6%B3%B5%20%E7%AB%99.png",
      "100%25.png", "seal%2Epng",
    ])
  func found(_ target: String) { #expect(fault(target) == nil) }

  @Test(
    "No way to write .. or an absolute name leads out",
    arguments: [
      "../secret.png", "pictures/../../secret.png", "./../secret.png", "%2e%2e/secret.png", "%2E%2E%2Fsecret.png",
      "..%2fsecret.png", "pictures/..%2F..%2Fsecret.png", "..\\secret.png", "%2e%2e%5Csecret.png",
      "pictures/../seal.png",
      "..", "/etc/hostname", "%2Fetc%2Fhostname", "~/secret.png", "~root/x", "file:seal.png", "file:///etc/hostname",
      "FILE:///etc/hostname", "file%3A///etc/hostname", "C:\\x.png", "c:/x.png", "\\x.png",
    ])
  func outside(_ target: String) { #expect(fault(target) == .outside) }

  @Test(
    "Nothing is fetched",
    arguments: [
      "https://example.org/a.png", "HTTP://example.org/a.png", "//example.org/a.png", "ftp://example.org/a", "data:,x",
      "\\\\server\\a.png", "https%3A//example.org/a.png", "javascript:x", "smb://server/a.png",
    ])
  func remote(_ target: String) { #expect(fault(target) == .remote) }

  @Test(
    "What is not there is missing",
    arguments: [
      "", "gone.png", "seal.png/x.png", "gone/x.png", "%252e%252e/secret.png", "seal.png\0", "seal.png%00", "图：一.png",
      "图:一.png", "%zz.png", "%ff.png",
    ])
  func missing(_ target: String) { #expect(fault(target) == .missing) }

  @Test("A name longer than any is missing, and not looked at for long")
  func longName() {
    #expect(fault(String(repeating: "n", count: 100_000)) == .missing)
    #expect(fault(String(repeating: "../", count: 100_000) + "secret.png") == .outside)
  }

  @Test("Symbolic links are not followed: to a file, to a folder, in a circle, inside the folder")
  func links() throws {
    try FileLinks.link(folder["issues/leak.png"], to: folder["secret.png"])
    try FileLinks.link(folder["issues/up"], to: "..")
    try FileLinks.link(folder["issues/circle"], to: "circle")
    try FileLinks.link(folder["issues/inner.png"], to: "seal.png")
    for target in ["leak.png", "up/secret.png", "circle", "circle/x.png", "inner.png", "up"] {
      #expect(fault(target) == .link, "\(target)")
    }
  }

  @Test("The folder itself may be reached over a link")
  func linkedFolder() throws {
    try FileLinks.link(folder["archive"], to: "issues")
    #expect(FolderResources(beside: folder["archive/issue.md"]).bytes(of: "seal.png") != nil)
  }

  @Test("Pipes, directories and files too large are refused without waiting", .timeLimit(.minutes(1)))
  func special() throws {
    FileLinks.pipe(folder["issues/pipe.png"])
    #expect(fault("pipe.png") == .notRegular)
    #expect(fault("pictures") == .notRegular)
    #expect(fault(".") == .notRegular)
    let handle = try #require(FileHandle(forWritingAtPath: try folder.write("", to: "issues/large.png")))
    try handle.truncate(atOffset: UInt64(FolderResources.limit) + 1)
    #expect(fault("large.png") == .tooLarge)
  }

  @Test("A file without read permission is told as such", .enabled(if: !FileLinks.weAreRoot))
  func noPermission() {
    FileLinks.permit(0, folder["issues/seal.png"])
    #expect(fault("seal.png") == .unreadable)
  }

  @Test(
    "An export puts pictures in, and tells each that it leaves out with its line and reason", .timeLimit(.minutes(1)))
  func export() throws {
    try Data(TinyPictures.jpeg(400, 300, orientation: 6)).write(to: URL(filePath: folder["issues/photo.jpg"]))
    try folder.write("GIF89a", to: "issues/cut.gif")
    try folder.write("BM", to: "issues/old.bmp")
    try Data(TinyPictures.png(40_000, 40_000)).write(to: URL(filePath: folder["issues/huge.png"]))
    try FileLinks.link(folder["issues/leak.png"], to: folder["secret.png"])
    let targets = [
      ("seal.png", nil), ("photo.jpg", nil), ("cut.gif", "picture-damaged"), ("old.bmp", "picture-format"),
      ("huge.png", "picture-unreadable"), ("leak.png", "picture-outside"), ("%2e%2e/secret.png", "picture-outside"),
      ("https://example.org/a.png", "picture-remote"), ("gone.png", "picture-missing"),
    ]
    var text = "# 水务简报\n\n第1期\n\n2031年1月28日\n\n## 河畔镇检修泵站\n\n各村自查。\n"
    for (index, (target, _)) in targets.enumerated() { text += "\n![说明\(index)](\(target))\n" }
    try folder.write(text, to: "issues/issue.md")
    let outcome = try Program.run(["export", "issues/issue.md"], in: folder)
    #expect(outcome.status == 0)
    let expected = targets.enumerated().compactMap { index, item in
      item.1.map { "issues/issue.md:\(11 + 2 * index):1: warning [\($0)]" }
    }
    let told = outcome.errorLines.filter { $0.hasPrefix("issues/") }.map { line in
      (line.components(separatedBy: " warning: ").first ?? "") + " warning "
        + "[" + (line.components(separatedBy: " [").last ?? "")
    }
    #expect(told == expected)
    let words = folder.text(of: "issues/issue.txt") ?? ""
    for index in targets.indices { #expect(words.contains("说明\(index)")) }
  }

  @Test("Where a scan left only the place of a picture, the remark does not name an empty file")
  func placeOnly() throws {
    let text = "# 水务简报\n\n第1期\n\n2031年1月28日\n\n## 河畔镇检修泵站\n\n各村自查。\n\n<!-- image -->\n\n图1 检修后的泵站\n"
    try folder.write(text, to: "issues/scan.md")
    let outcome = try Program.run(["export", "issues/scan.md", "--to", "docx"], in: folder)
    #expect(outcome.status == 0)
    let told = outcome.errorLines.filter { $0.hasSuffix("[picture-missing]") }
    #expect(told.count == 1 && told.allSatisfy { $0.contains("names no file") && !$0.contains("“”") })
  }

  @Test("An issue from standard input has no folder, so no pictures")
  func standardInput() throws {
    let text = "# 水务简报\n\n第1期\n\n2031年1月28日\n\n## 河畔镇检修泵站\n\n各村自查。\n\n![说明](issues/seal.png)\n"
    let outcome = try Program.run(["export", "-", "--to", "docx", "-o", "a.docx"], input: text, in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.errorLines.first?.hasSuffix("[picture-missing]") == true)
  }
}
