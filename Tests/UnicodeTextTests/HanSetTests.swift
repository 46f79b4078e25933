import Testing
import UnicodeText

@Suite("Sets of Han")
struct HanSetTests {
  @Test("A set of Han holds those it was made of, and no other")
  func holdsHan() {
    let set = HanSet("一国龥鿿水a〇")
    for scalar in "一国龥鿿水".unicodeScalars { #expect(set.contains(scalar)) }
    for scalar in "丁a〇\u{3FFF}\u{A000}氵".unicodeScalars { #expect(!set.contains(scalar)) }
  }
}
