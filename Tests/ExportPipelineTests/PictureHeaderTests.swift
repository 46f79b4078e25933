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

  @Test("A file cut off anywhere in its header is damaged or no picture, and never a wrong size")
  func cutOff() throws {
    for whole in [TinyPictures.png(300, 144), TinyPictures.gif(300, 144), TinyPictures.jpeg(300, 144, orientation: 6)] {
      for count in 0..<whole.count {
        guard let header = try? PictureHeader(Array(whole[..<count])) else { continue }
        #expect((header.width, header.height) == (300, 144))
      }
    }
    #expect(fault(Array(TinyPictures.png(3, 4)[..<20])) == .damaged)
    #expect(fault([0xFF, 0xD8, 0xFF, 0xE0, 0, 0]) == .damaged)
    #expect(fault([0xFF, 0xD8, 0xFF, 0xDA, 0, 8]) == .damaged)
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
    for make in [TinyPictures.png, TinyPictures.gif] {
      #expect(fault(make(0, 4)) == .damaged)
      #expect(fault(make(4, 0)) == .damaged)
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
}
