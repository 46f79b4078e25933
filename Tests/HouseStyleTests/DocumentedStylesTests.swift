import Foundation
import HouseStyle
import TestSupport
import Testing

@Suite("House styles shown in the documentation")
struct DocumentedStylesTests {
  static let styles: [String] = {
    let article = Repository.root + "/Sources/Gazette/Gazette.docc/HouseStyles.md"
    let text = (try? String(contentsOfFile: article, encoding: .utf8)) ?? ""
    return text.components(separatedBy: "```xml\n").dropFirst().compactMap { $0.components(separatedBy: "```").first }
      .map { $0.hasPrefix("<house ") ? $0 : extending($0) }
  }()

  /// A style around an example that shows one element alone.
  static func extending(_ element: String) -> String {
    "<house xmlns='urn:gazette:house:1' version='1.0' name='own' extends='gbt9704'>\(element)</house>"
  }

  @Test("Each is a style that can be used as it stands", arguments: styles)
  func isValid(_ style: String) throws {
    #expect(try HouseStyle.read(Array(style.utf8)) != .gbt9704)
  }

  @Test("There are some, one with a masthead and an imprint of its own")
  func areThere() throws {
    #expect(Self.styles.count >= 3)
    let own = try #require(Self.styles.first { $0.contains("<masthead>") })
    let style = try HouseStyle.read(Array(own.utf8))
    #expect(style.masthead.policy == .always && style.imprint.lines.first != .rule)
  }
}
