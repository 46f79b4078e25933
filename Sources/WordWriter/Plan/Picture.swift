/// What the first bytes of a picture file tell: its format and size.
struct Picture {
  enum Format: String {
    case png, jpeg, gif
    var contentType: String { "image/" + rawValue }
  }
  var format: Format
  /// Measures in pixels.
  var width: Int
  var height: Int

  /// What `bytes` are; nil if they are no PNG, JPEG or GIF, or the file is damaged before its size.
  init?(_ bytes: [UInt8]) {
    func number(_ offset: Int, _ count: Int, littleEndian: Bool = false) -> Int? {
      guard offset >= 0, offset + count <= bytes.count else { return nil }
      let digits = bytes[offset..<offset + count]
      return (littleEndian ? Array(digits.reversed()) : Array(digits)).reduce(0) { $0 << 8 | Int($1) }
    }
    func make(_ format: Format, _ width: Int?, _ height: Int?) -> Picture? {
      guard let width, let height, width > 0, height > 0 else { return nil }
      return Picture(format: format, width: width, height: height)
    }
    let made: Picture?
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      // The header chunk comes first (PNG specification, 5.6).
      made = make(.png, number(16, 4), number(20, 4))
    } else if bytes.starts(with: Array("GIF87a".utf8)) || bytes.starts(with: Array("GIF89a".utf8)) {
      made = make(.gif, number(6, 2, littleEndian: true), number(8, 2, littleEndian: true))
    } else if bytes.starts(with: [0xFF, 0xD8]) {
      // Segments up to the frame header (ITU-T T.81, B.2.2).
      var offset = 2
      var size: (width: Int?, height: Int?)
      while offset + 4 <= bytes.count, bytes[offset] == 0xFF, let length = number(offset + 2, 2), length >= 2 {
        let marker = bytes[offset + 1]
        if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
          size = (number(offset + 7, 2), number(offset + 5, 2))
          break
        }
        offset += 2 + length
      }
      made = make(.jpeg, size.width, size.height)
    } else {
      made = nil
    }
    guard let made else { return nil }
    self = made
  }

  private init(format: Format, width: Int, height: Int) {
    self.format = format
    self.width = width
    self.height = height
  }

  /// The size in English Metric Units at 96 pixels an inch, made smaller where it must to fit into a box.
  func size(within box: (width: Int, height: Int)) -> (width: Int, height: Int) {
    let width = min(self.width, 1 << 24) * 9525
    let height = min(self.height, 1 << 24) * 9525
    if width <= box.width, height <= box.height { return (width, height) }
    // The one measure that is further beyond the box decides.
    if Double(width) / Double(box.width) >= Double(height) / Double(box.height) {
      return (box.width, max(1, Int(Double(height) * Double(box.width) / Double(width))))
    }
    return (max(1, Int(Double(width) * Double(box.height) / Double(height))), box.height)
  }
}
