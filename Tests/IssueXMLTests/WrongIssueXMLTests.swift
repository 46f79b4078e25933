import Foundation
import IssueModel
import IssueXML
import TestSupport
import Testing
import XMLReading

/// Issue XML files, each made wrong in one way; beside each stands what is said of it.
@Suite("Wrong issue XML")
struct WrongIssueXMLTests {
  private static let folder = Repository.root + "/Tests/IssueXMLTests/WrongIssueXML/"

  static var files: [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return all.filter { $0.hasSuffix(".xml") }.map { String($0.dropLast(4)) }.sorted()
  }

  @Test("Whoever writes issue XML by hand is told the line that is wrong and what to do", arguments: files)
  func told(_ name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: Self.folder + name + ".xml")))
    var said = ""
    do throws(XMLFormatError) {
      _ = try IssueXML.read(bytes)
      said = "valid\n"
    } catch {
      for remark in error.diagnostics {
        #expect(remark.severity == .error && remark.position != nil && remark.hint != nil)
        let place = remark.position.map { "\($0.line):\($0.column)" } ?? "-"
        said += "\(place): \(remark.message.english) [\(remark.id)]\n"
        said += "  \(remark.hint?.english ?? "")\n"
        said += "\(place): \(remark.message.chinese)\n"
        said += "  \(remark.hint?.chinese ?? "")\n"
      }
    }
    let difference = try Snapshot.difference(said, from: Self.folder + name + ".txt")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test("There are as many of them as there are ways to go wrong")
  func number() { #expect(Self.files.count >= 30) }
}
