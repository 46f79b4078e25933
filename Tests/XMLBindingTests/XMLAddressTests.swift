import Testing
import XMLBinding

@Suite("Addresses of files")
struct XMLAddressTests {
  @Test(
    "What is percent-coded is decoded once",
    arguments: [
      ("seal.png", "seal.png"), ("pump%20house.png", "pump house.png"), ("%E6%B3%B5.png", "泵.png"),
      ("100%.png", "100%.png"), ("a%2520b", "a%20b"), ("%zz", "%zz"), ("", ""),
    ])
  func decoded(address: String, name: String) {
    #expect(XMLAddress.decoded(address) == name)
  }

  @Test("What decodes to no UTF-8, or to a NUL that would cut the name short, is no name", arguments: ["%FF", "a%00.png"])
  func refused(address: String) {
    #expect(XMLAddress.decoded(address) == nil)
  }
}
