internal import HouseStyle
internal import IssueModel

/// The room that a table has on a page, and what its columns need to be read: numbers whole, for a broken one is read
/// as another, and a Chinese character or two on a line.
package struct TableRoom {
  /// The smallest type of tables, in half-points: 八号, the last of the sizes that Chinese type is named by.
  package static let smallestType = 10
  /// Left and right of the text in the cells of the closest table, in twips.
  package static let closeMargin = 20
  /// What a column needs in any case, in hundredths of an em: one Chinese character, or two digits.
  package static let leastEms = 150
  /// What a number needs besides its own width, in hundredths of an em: fonts differ.
  package static let slack = 20

  /// The width between the margins of the page, in twips.
  var width: Int

  /// The room of tables that stand between paragraphs on a page of `style`: a wide one stands on a turned page.
  init(style: HouseStyle) { width = max(style.page.textWidth, style.page.textHeight) }

  /// Whether columns with the longest numbers `numbers`, in hundredths of an em, can be read on one page: in the smallest
  /// type, one Chinese character below the other if it must be.
  func holds(_ numbers: [Int]) -> Bool { need(numbers, size: Self.smallestType, ems: Self.leastEms) <= width }

  /// Whether they stand on one page in 小六, with two Chinese characters on a line: what parts of a table should do.
  func holdsWithEase(_ numbers: [Int]) -> Bool { need(numbers, size: 13, ems: 200) <= width }

  private func need(_ numbers: [Int], size: Int, ems: Int) -> Int {
    numbers.reduce(0) { $0 + max(ems, $1 + Self.slack) * size / 10 + 2 * Self.closeMargin }
  }

  /// The longest number in `text` without a place where a line may end, in hundredths of an em; 0 for none. What is longer
  /// than 12 ems is no number to reckon with.
  package static func longestNumber(in text: some StringProtocol) -> Int {
    var (longest, width) = (0, 0)
    func end() {
      if width <= 1_200 { longest = max(longest, width) }
      width = 0
    }
    for scalar in text.unicodeScalars {
      if let digit = numberWidth(scalar) { width += digit } else { end() }
    }
    end()
    return longest
  }

  /// The width of a character of numbers in hundredths of an em; nil for any other. Digits count as wide as those of the
  /// widest fonts that may have to serve.
  package static func numberWidth(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "0"..."9": 64
    case ".", ",": 32
    case "%": 90
    default: nil
    }
  }
}
