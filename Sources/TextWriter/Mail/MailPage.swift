internal import ExportPipeline

/// An HTML page made fit for mail: without scripts, which no mail program runs and many filters refuse, and with the
/// pictures that stand in its text as parts of their own, since most programs show no `data:` addresses (RFC 2397).
/// The issue that a page carries for reading back is left out: in a mail nothing can read it.
struct MailPage {
  /// A picture of the page.
  struct Picture {
    /// Its media type.
    var type: String
    var bytes: [UInt8]
    /// What `cid:` calls it (RFC 2392).
    var id: String
  }

  /// The page, its lines ending in CR LF.
  private(set) var bytes: [UInt8]
  /// The pictures, each once, in the order of the page.
  private(set) var pictures: [Picture] = []

  /// The page `html`, in UTF-8.
  /// - Parameter domain: Where the names of its pictures end.
  init(_ html: [UInt8], domain: String) {
    bytes = []
    bytes.reserveCapacity(html.count + html.count / 32)
    var rest = html[...]
    while let byte = rest.first {
      if byte == UInt8(ascii: "<"), Self.begins(rest, with: "<script") {
        rest = Self.behindScript(rest)
      } else if byte == UInt8(ascii: "<"), let behind = Self.behindCarriedData(rest) {
        rest = behind
      } else if byte == UInt8(ascii: "\""), let (picture, length) = Self.picture(at: rest, domain: domain) {
        if !pictures.contains(where: { $0.id == picture.id }) { pictures.append(picture) }
        bytes += Array("\"cid:\(picture.id)\"".utf8)
        rest = rest.dropFirst(length)
      } else {
        rest = rest.dropFirst()
        // Text travels in lines that end in CR LF, whatever they ended in (RFC 2046, 4.1.1).
        if byte == 0x0D, rest.first == 0x0A { continue }
        if byte == 0x0A { bytes.append(0x0D) }
        bytes.append(byte)
      }
    }
    if bytes.last != 0x0A { bytes += [0x0D, 0x0A] }
  }

  private static func begins(_ text: ArraySlice<UInt8>, with name: String) -> Bool {
    text.prefix(name.utf8.count).elementsEqual(name.utf8) { $0 | 0x20 == $1 | 0x20 }
  }

  /// What follows the element `script` that `text` begins with; nothing if it has no end.
  private static func behindScript(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = text.dropFirst()
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[start...]
      if begins(rest, with: "</script") {
        guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return [] }
        return rest[(end + 1)...]
      }
      rest = rest.dropFirst()
    }
    return []
  }

  /// What follows the element `link` to data within the page itself that `text` begins with; nil for anything else.
  private static func behindCarriedData(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard begins(text, with: "<link rel=\"alternate\""), let end = text.firstIndex(of: UInt8(ascii: ">")) else {
      return nil
    }
    let address = Array("href=\"data:".utf8)
    let element = text[..<end]
    var places = element.indices
    while let place = places.popFirst() {
      if element[place...].starts(with: address) { return text[(end + 1)...] }
    }
    return nil
  }

  /// The picture in the quoted `data:` address that `text` begins with, and how many bytes that takes.
  private static func picture(at text: ArraySlice<UInt8>, domain: String) -> (Picture, Int)? {
    guard begins(text, with: "\"data:image/"), let end = text.dropFirst().firstIndex(of: UInt8(ascii: "\"")) else {
      return nil
    }
    let address = text[(text.startIndex + "\"data:".utf8.count)..<end]
    guard let comma = address.firstIndex(of: UInt8(ascii: ",")) else { return nil }
    let head = String(decoding: address[..<comma], as: UTF8.self)
    guard head.hasSuffix(";base64"), let bytes = Base64.bytes(of: address[(comma + 1)...]) else { return nil }
    let type = String(head.dropLast(";base64".count))
    guard type.unicodeScalars.allSatisfy({ $0.isASCIIWord || "/+-.".unicodeScalars.contains($0) }) else { return nil }
    var hash = StableHash()
    hash.add(bytes)
    return (Picture(type: type, bytes: bytes, id: "\(hash.hex)@\(domain)"), end + 1 - text.startIndex)
  }
}
