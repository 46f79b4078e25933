import ExportPipeline
import TestSupport
import Testing

@Suite("Headers of picture files")
struct PictureHeaderTests {
  private func fault(_ bytes: [UInt8]) -> PictureHeader.Fault? {
    do throws(PictureHeader.Fault) {
      _ = try PictureHeader(bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test("PNG, JPEG and GIF tell their size")
  func sizes() throws {
    let files: [(PictureHeader.Format, [UInt8])] = [
      (.png, TinyPictures.png(300, 144)), (.gif, TinyPictures.gif(300, 144)), (.jpeg, TinyPictures.jpeg(300, 144)),
    ]
    for (format, bytes) in files {
      let header = try PictureHeader(bytes)
      #expect(header.format == format)
      #expect((header.width, header.height) == (300, 144))
      #expect(header.orientation == .upright)
    }
    #expect(PictureHeader.Format.jpeg.mediaType == "image/jpeg")
  }

  @Test("A JPEG's Exif data, in either byte order, says how to turn it", arguments: 1...8, [true, false])
  func orientation(_ value: Int, _ littleEndian: Bool) throws {
    let header = try PictureHeader(TinyPictures.jpeg(300, 144, orientation: value, littleEndian: littleEndian))
    #expect(header.orientation.rawValue == value)
    #expect((header.shownWidth, header.shownHeight) == (value > 4 ? (144, 300) : (300, 144)))
    #expect((header.width, header.height) == (300, 144))
  }

  @Test("An orientation that does not exist is none")
  func wrongOrientation() throws {
    for value in [0, 9, 255] {
      #expect(try PictureHeader(TinyPictures.jpeg(3, 4, orientation: value)).orientation == .upright)
    }
  }

  @Test("The eight orientations are four turns, each with and without a mirror")
  func turns() {
    let all = Orientation.allCases.map { "\($0.degrees)\($0.isMirrored)" }
    #expect(all == ["0false", "0true", "180false", "180true", "270true", "90false", "90true", "270false"])
  }

  @Test("A file cut off anywhere is no picture to be shown")
  func cutOff() throws {
    for whole in [TinyPictures.png(20, 9), TinyPictures.gif(20, 9), TinyPictures.jpeg(20, 9, orientation: 6)] {
      #expect(fault(whole) == nil)
      for count in 0..<whole.count { #expect(fault(Array(whole[..<count])) != nil, "\(count) of \(whole.count)") }
      // The size is known, but the end is not there.
      #expect(fault(Array(whole.dropLast())) == .broken)
      // What stands behind the end is not looked at.
      #expect(fault(whole + [1, 2, 3]) == nil)
    }
    #expect(fault(Array(TinyPictures.png(3, 4)[..<20])) == .damaged)
    #expect(fault([0xFF, 0xD8, 0xFF, 0xE0, 0, 0]) == .damaged)
    #expect(fault([0xFF, 0xD8, 0xFF, 0xDA, 0, 8]) == .damaged)
  }

  @Test("A PNG with any wrong byte between its header and its end is broken")
  func wrongByte() throws {
    let whole = TinyPictures.png(20, 9, density: .init(unit: 1, across: 3_780, down: 3_780))
    for index in 24..<whole.count {
      var bytes = whole
      bytes[index] ^= 0x10
      #expect(fault(bytes) == .broken, "byte \(index)")
    }
  }

  @Test("A picture without data is broken")
  func noData() throws {
    let png = TinyPictures.png(3, 4)
    let data = try #require(png.indices.first { png[$0...].starts(with: Array("IDAT".utf8)) })
    let end = try #require(png.indices.first { png[$0...].starts(with: Array("IEND".utf8)) })
    #expect(fault(Array(png[..<(data - 4)] + png[(end - 4)...])) == .broken)
    let gif = TinyPictures.gif(3, 4)
    #expect(fault(Array(gif[..<25]) + [0x3B]) == .broken)
    let jpeg = TinyPictures.jpeg(3, 4)
    let scan = try #require(jpeg.indices.first { jpeg[$0...].starts(with: [0xFF, 0xDA]) })
    #expect(fault(Array(jpeg[..<scan]) + [0xFF, 0xD9]) == .broken)
    #expect(fault(Array(jpeg[..<(scan + 10)]) + [0xFF, 0xD9]) == .broken)
  }

  @Test("No bytes of a header make it run beyond the end", arguments: 0..<200)
  func noise(_ seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let files = [TinyPictures.png(3, 4), TinyPictures.gif(3, 4), TinyPictures.jpeg(3, 4, orientation: 6)]
    for whole in files {
      var bytes = whole
      for _ in 0..<4 { bytes[random.number(0...bytes.count - 1)] = UInt8(random.number(0...255)) }
      if let header = try? PictureHeader(bytes) {
        #expect(header.width > 0 && header.width <= PictureHeader.longestSide)
      }
    }
  }

  @Test("Sides of nothing are damaged, sides beyond all measure are refused")
  func measures() {
    for (width, height) in [(0, 4), (4, 0)] {
      #expect(fault(TinyPictures.png(width, height)) == .damaged)
      #expect(fault(TinyPictures.gif(width, height)) == .damaged)
    }
    #expect(fault(TinyPictures.jpeg(0, 4)) == .damaged)
    #expect(fault(TinyPictures.png(0x7FFF_FFFF, 0x7FFF_FFFF)) == .tooLarge)
    #expect(fault(TinyPictures.png(0xFFFF_FFFF, 1)) == .tooLarge)
    #expect(fault(TinyPictures.gif(0xFFFF, 1)) == .tooLarge)
    #expect(fault(TinyPictures.png(30_000, 1)) == nil)
  }

  @Test("What is no PNG, JPEG or GIF is told as such")
  func otherFormats() {
    for text in ["", "%PDF-1.7", "<svg/>", "BM", "RIFF....WEBP", "GIF88a"] {
      #expect(fault(Array(text.utf8)) == .unknownFormat, "\(text)")
    }
  }

  @Test("A picture too large is made smaller as it is shown, and keeps its shape")
  func scaling() throws {
    let wide = try PictureHeader(TinyPictures.gif(1000, 500))
    #expect(wide.size(within: (width: 9525 * 100, height: 9525 * 100)) == (9525 * 100, 9525 * 50))
    #expect(wide.size(within: (width: 9525 * 4000, height: 9525 * 250)) == (9525 * 500, 9525 * 250))
    #expect(wide.size(within: (width: 9525 * 4000, height: 9525 * 4000)) == (9525 * 1000, 9525 * 500))
    let turned = try PictureHeader(TinyPictures.jpeg(1000, 500, orientation: 6))
    #expect(turned.size(within: (width: 9525 * 4000, height: 9525 * 500)) == (9525 * 250, 9525 * 500))
    let line = try PictureHeader(TinyPictures.png(30_000, 1))
    #expect(line.size(within: (width: 9525, height: 9525)) == (9525, 1))
  }

  @Test("A picture is as large as the density of its pixels says, in whatever unit the file has it")
  func density() throws {
    func pixel(_ bytes: [UInt8]) throws -> [Int] {
      let picture = try PictureHeader(bytes)
      return [picture.pixelWidth, picture.pixelHeight]
    }
    #expect(try pixel(TinyPictures.png(3, 4)) == [9_525, 9_525])
    // 300 to the inch.
    #expect(try pixel(TinyPictures.png(3, 4, density: .init(unit: 1, across: 11_811, down: 11_811))) == [3_048, 3_048])
    #expect(try pixel(TinyPictures.jpeg(3, 4, density: .init(unit: 1, across: 300, down: 150))) == [3_048, 6_096])
    #expect(try pixel(TinyPictures.jpeg(3, 4, density: .init(unit: 2, across: 50, down: 50))) == [7_200, 7_200])
    for littleEndian in [false, true] {
      let photo = TinyPictures.jpeg(
        3, 4, orientation: 6, littleEndian: littleEndian, exifDensity: .init(unit: 2, across: 72, down: 72))
      #expect(try pixel(photo) == [12_700, 12_700])
      #expect(try PictureHeader(photo).orientation == .right)
    }
    #expect(try pixel(TinyPictures.jpeg(3, 4, exifDensity: .init(unit: 3, across: 100, down: 100))) == [3_600, 3_600])
    // Two statements: JFIF's, unless it is about the shape of the pixels alone.
    let both = TinyPictures.jpeg(
      3, 4, density: .init(unit: 1, across: 150, down: 150), exifDensity: .init(unit: 2, across: 72, down: 72))
    #expect(try pixel(both) == [6_096, 6_096])
    let shape = TinyPictures.jpeg(
      3, 4, density: .init(unit: 0, across: 1, down: 1), exifDensity: .init(unit: 2, across: 72, down: 72))
    #expect(try pixel(shape) == [12_700, 12_700])
  }

  @Test("A density that nobody can have meant is not believed")
  func densityBeyondMeasure() throws {
    for (across, down) in [(1, 1), (0, 0), (72, 0), (20, 20), (5_000, 5_000), (2_000, 100)] {
      let picture = try PictureHeader(TinyPictures.jpeg(3, 4, density: .init(unit: 1, across: across, down: down)))
      #expect(picture.pixelWidth == 9_525 && picture.pixelHeight == 9_525, "\(across) × \(down)")
    }
    let unknownUnit = TinyPictures.png(3, 4, density: .init(unit: 0, across: 11_811, down: 11_811))
    #expect(try PictureHeader(unknownUnit).pixelWidth == 9_525)
  }

  @Test("A turned picture turns its measures on paper with it")
  func turnedDensity() throws {
    let scan = try PictureHeader(
      TinyPictures.jpeg(400, 300, orientation: 6, density: .init(unit: 1, across: 200, down: 100)))
    let size = scan.size(within: (width: 100_000_000, height: 100_000_000))
    #expect(size == (width: 300 * 9_144, height: 400 * 4_572))
  }
}
