internal import ExportPipeline
internal import IssueModel
internal import UnicodeText

/// The headers of a mail or of a part, folded so that no line is longer than 78 characters where a blank allows
/// it (RFC 5322, 2.2.3), all of ASCII.
struct HeaderBlock {
  /// The encoding of words beyond ASCII.
  let encoding: TextEncoding
  /// The fields as written, each with its line end.
  private(set) var fields: [String] = []

  init(encoding: TextEncoding) { self.encoding = encoding }

  var bytes: [UInt8] { fields.flatMap { Array($0.utf8) } }

  /// Adds a field of one piece.
  mutating func add(_ name: String, token: String) { add(name, tokens: [token]) }

  /// Adds a field of free text, in encoded words where it needs them.
  mutating func add(_ name: String, text: String) {
    add(name, tokens: EncodedWords.tokens(of: text, in: encoding, room: 76 - name.utf8.count - 2))
  }

  /// Adds a field of mailboxes.
  mutating func add(_ name: String, _ addresses: [MailAddress]) {
    var tokens: [String] = []
    for (index, each) in addresses.enumerated() {
      let comma = index + 1 < addresses.count ? "," : ""
      if each.name.isEmpty {
        tokens.append(each.address + comma)
      } else {
        tokens += EncodedWords.phrase(each.name, in: encoding)
        tokens.append("<\(each.address)>\(comma)")
      }
    }
    add(name, tokens: tokens)
  }

  /// Adds a field of a group without members (RFC 5322, 3.4).
  mutating func add(_ name: String, group: String) {
    let words = String(String.UnicodeScalarView(group.unicodeScalars.filter { !$0.isMailControl }))
    add(name, tokens: EncodedWords.phrase(words.isEmpty ? "draft" : words, in: encoding) + [":;"])
  }

  /// Adds a field with parameters (RFC 2045, 5.1).
  mutating func add(_ name: String, value: String, parameters: [(name: String, value: String)]) {
    var tokens = [value + (parameters.isEmpty ? "" : ";")]
    for (index, parameter) in parameters.enumerated() {
      let isToken = parameter.value.unicodeScalars.allSatisfy { $0.isASCIIWord || $0 == "-" || $0 == "." || $0 == "_" }
      let written = isToken || parameter.name.hasSuffix("*") ? parameter.value : EncodedWords.quoted(parameter.value)
      // A line may be folded between encoded words, also within quotation marks.
      let pieces = written.contains("?= =?") ? written.split(separator: " ").map(String.init) : [written]
      tokens += pieces.dropLast()
      tokens.append((pieces.last ?? "") + (index + 1 < parameters.count ? ";" : ""))
      tokens[tokens.count - pieces.count] = "\(parameter.name)=" + tokens[tokens.count - pieces.count]
    }
    add(name, tokens: tokens)
  }

  /// Adds the headers of a mailing list.
  /// - Throws: ``StageError`` if an address in it is none, or a click would not be safe.
  mutating func add(_ list: MailingList) throws(StageError) {
    if let fault = list.fault { throw StageError(stage: MailWriter.format.id, message: fault) }
    add("List-Id", tokens: EncodedWords.phrase(list.name ?? "", in: encoding) + ["<\(list.id)>"])
    add("List-Post", token: "NO")
    if let archive = list.archive { add("List-Archive", token: "<\(archive)>") }
    let ways = [list.unsubscribeURL.map { "<\($0)>" }, list.unsubscribeAddress.map { "<mailto:\($0)>" }].compactMap {
      $0
    }
    if !ways.isEmpty {
      add("List-Unsubscribe", tokens: ways.enumerated().map { $1 + ($0 + 1 < ways.count ? "," : "") })
    }
    if list.unsubscribeURL != nil { add("List-Unsubscribe-Post", token: "List-Unsubscribe=One-Click") }
  }

  /// Adds a field of `tokens`, between which lines may be folded.
  private mutating func add(_ name: String, tokens: [String]) {
    var field = name + ":"
    var column = field.utf8.count
    for token in tokens {
      // The first too goes to a line of its own where that is what it takes: the media type of Word files.
      if column > 0, column + 1 + token.utf8.count > 76 {
        field += "\r\n"
        column = 0
      }
      field += " " + token
      column += 1 + token.utf8.count
    }
    fields.append(field + "\r\n")
  }
}
