/// What a picture file tells of itself: its format, its size in pixels and on paper, and how to turn it.
///
/// The file is followed to its end, part by part, since Word shows a red cross in the place of one that is cut off or
/// has a broken part. Pixels are not decompressed: what is wrong within them is not found, except in a PNG, whose parts
/// have checksums. The picture itself is handed on as it is.
public struct PictureHeader: Sendable, Hashable {
  /// A format that all who read our outputs can show.
  public enum Format: String, Sendable, Hashable {
    case png, jpeg, gif
    /// The media type, `image/png`.
    public var mediaType: String { "image/" + rawValue }
  }

  /// Why bytes are no picture to be shown.
  public enum Fault: Error, Sendable, Hashable {
    /// They are no PNG, JPEG or GIF.
    case unknownFormat
    /// The header ends too early, or states what cannot be, such as a width of 0.
    case damaged
    /// The header can be read, but the file ends before the picture does, or a part behind the header is broken.
    case broken
    /// A side is longer than ``PictureHeader/longestSide``, so that opening the file would exhaust the reader's
    /// machine.
    case tooLarge
  }

  /// The longest side that is taken, in pixels: 30,000, what common programs still open.
  public static let longestSide = 30_000

  /// The format.
  public var format: Format
  /// The width as stored, in pixels, before turning.
  public var width: Int
  /// The height as stored, in pixels, before turning.
  public var height: Int
  /// How the stored picture is to be turned for showing; upright unless a JPEG says otherwise.
  public var orientation: Orientation

  /// The width of a stored pixel on paper, in English Metric Units (914,400 to the inch): as the file states it, or
  /// 9,525, which are 96 to the inch, where it states none that a person can have meant.
  public var pixelWidth: Int
  /// The height of a stored pixel on paper, in the same units.
  public var pixelHeight: Int

  /// What `bytes` are.
  /// - Throws: ``Fault``.
  public init(_ bytes: [UInt8]) throws(Fault) {
    let reader = HeaderBytes(bytes: bytes)
    let size: (width: Int, height: Int)?
    let density: PixelDensity?
    let isWhole: Bool
    orientation = .upright
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      format = .png
      let found = PNGChunks(reader)
      (size, density, isWhole) = (found.size, found.density, found.isWhole)
    } else if bytes.starts(with: Array("GIF87a".utf8)) || bytes.starts(with: Array("GIF89a".utf8)) {
      format = .gif
      let found = GIFBlocks(reader)
      (size, density, isWhole) = (found.size, nil, found.isWhole)
    } else if bytes.starts(with: [0xFF, 0xD8]) {
      format = .jpeg
      let found = JPEGSegments(reader)
      (size, density, isWhole) = (found.size, found.density, found.isWhole)
      orientation = found.orientation
    } else {
      throw .unknownFormat
    }
    guard let size, size.width > 0, size.height > 0 else { throw .damaged }
    guard max(size.width, size.height) <= Self.longestSide else { throw .tooLarge }
    guard isWhole else { throw .broken }
    (width, height) = size
    let pixel = density?.believed ?? .screen
    (pixelWidth, pixelHeight) = (pixel.width, pixel.height)
  }

  /// The width as shown, in pixels.
  public var shownWidth: Int { orientation.swapsSides ? height : width }
  /// The height as shown, in pixels.
  public var shownHeight: Int { orientation.swapsSides ? width : height }

  /// The size as shown, in English Metric Units, made smaller where it must to fit into `box`, never larger.
  public func size(within box: (width: Int, height: Int)) -> (width: Int, height: Int) {
    let stored = (width: width * pixelWidth, height: height * pixelHeight)
    let (width, height) = orientation.swapsSides ? (stored.height, stored.width) : stored
    if width <= box.width, height <= box.height { return (width, height) }
    // The one side that is further beyond the box decides.
    if width * box.height >= height * box.width { return (box.width, max(1, height * box.width / width)) }
    return (max(1, width * box.height / height), box.height)
  }
}

/// How a stored picture is turned for showing (Exif 2.32, tag 0x0112): first mirrored, then turned.
public enum Orientation: Int, Sendable, Hashable, CaseIterable {
  case upright = 1
  case mirrored, halfTurn, mirroredHalfTurn, mirroredLeft, right, mirroredRight, left

  /// The turn in degrees, clockwise.
  public var degrees: Int {
    switch self {
    case .upright, .mirrored: 0
    case .right, .mirroredRight: 90
    case .halfTurn, .mirroredHalfTurn: 180
    case .left, .mirroredLeft: 270
    }
  }
  /// Whether left and right are exchanged before the turn.
  public var isMirrored: Bool {
    switch self {
    case .mirrored, .mirroredHalfTurn, .mirroredLeft, .mirroredRight: true
    case .upright, .halfTurn, .right, .left: false
    }
  }
  /// Whether the width as stored is the height as shown.
  public var swapsSides: Bool { degrees % 180 == 90 }
}
