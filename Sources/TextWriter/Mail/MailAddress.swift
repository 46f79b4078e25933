internal import ExportPipeline
internal import IssueModel

/// A mailbox of RFC 5322, 3.4: a name for people, and an address of ASCII.
struct MailAddress: Hashable {
  /// The name before the address; empty for none.
  let name: String
  /// `local@domain`.
  let address: String

  /// The part behind the @.
  var domain: String { address.split(separator: "@").last.map(String.init) ?? "localhost" }

  /// Reads `name <local@domain>` or `local@domain`.
  /// - Throws: ``StageError`` if there is no such address in it.
  init(_ text: String, role: String) throws(StageError) {
    var name = Substring()
    var address = text[...]
    if let open = text.lastIndex(of: "<"), text.last == ">" {
      name = text[..<open]
      address = text[text.index(after: open)...].dropLast()
    }
    let isWhole = !text.unicodeScalars.contains(where: \.isMailControl)
    guard isWhole, Self.isAddress(address) else {
      throw StageError(
        stage: MailWriter.format.id,
        message: Wording("\(role): \"\(text)\" is no mail address", zh: "\(role)：“\(text)”不是邮件地址"),
        hint: Wording(
          "write name@example.org or Office <name@example.org>", zh: "请写成 name@example.org 或 办公室 <name@example.org>"))
    }
    self.address = String(address)
    let trimmed = name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
    var plain = String(trimmed)
    if plain.count > 1, plain.first == "\"", plain.last == "\"" { plain = String(plain.dropFirst().dropLast()) }
    self.name = plain
  }

  /// Whether `text` is an address by the plain forms of RFC 5321: a dot-atom, an @ and a domain of labels.
  static func isAddress(_ text: Substring) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, text.utf8.count <= 254, parts[0].utf8.count <= 64 else { return false }
    let local = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    return local.allSatisfy { !$0.isEmpty && $0.unicodeScalars.allSatisfy(\.isAtomText) }
      && labels.allSatisfy { label in
        !label.isEmpty && label.utf8.count <= 63 && label.first != "-" && label.last != "-"
          && label.unicodeScalars.allSatisfy { $0.isASCIIWord || $0 == "-" }
      }
  }
}

extension Unicode.Scalar {
  /// A to Z, a to z, 0 to 9.
  var isASCIIWord: Bool {
    ("a"..."z").contains(self) || ("A"..."Z").contains(self) || ("0"..."9").contains(self)
  }

  /// `atext` of RFC 5322, 3.2.3.
  var isAtomText: Bool { isASCIIWord || "!#$%&'*+-/=?^_`{|}~".unicodeScalars.contains(self) }
}
