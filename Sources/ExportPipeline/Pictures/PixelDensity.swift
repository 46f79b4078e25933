/// How large a stored pixel is on paper, in English Metric Units.
struct PixelDensity: Hashable {
  static let inch = 914_400
  static let centimetre = 360_000
  static let metre = 36_000_000
  /// 96 pixels to the inch, what is taken where nothing is stated.
  static let screen = PixelDensity(width: 9_525, height: 9_525)

  var width: Int
  var height: Int

  private init(width: Int, height: Int) { (self.width, self.height) = (width, height) }

  /// So many pixels side by side, and one below the other, in a `length`; nil for none.
  init?(_ across: Int, _ down: Int, in length: Int) {
    guard across > 0, down > 0 else { return nil }
    self.init(width: (length + across / 2) / across, height: (length + down / 2) / down)
  }

  /// The same, if a person can have meant it: from 36 to 2,400 pixels to the inch, no side of a pixel more than four times
  /// the other. Programs that know nothing write 1, or what fills the field.
  var believed: PixelDensity? {
    let sane = (Self.inch / 2_400)...(Self.inch / 36)
    guard sane.contains(width), sane.contains(height), width <= 4 * height, height <= 4 * width else { return nil }
    return self
  }
}
