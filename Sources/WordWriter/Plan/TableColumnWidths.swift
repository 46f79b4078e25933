internal import ExportPipeline

/// How closely a table is set.
struct TableDensity: Hashable {
  /// Word's own margin left and right of the text in a cell, in twips.
  static let usualMargin = 108

  /// The size of the type in half-points.
  var size: Int
  /// Left and right of the text in a cell, in twips.
  var margin: Int
  /// Whether the type is smaller than the style has it.
  var isClose = false

  /// Type of `size` where the style has it, or `own` half-points: the margin gets smaller with it.
  init(size: Int, of own: Int? = nil) {
    self.size = size
    margin = Self.usualMargin * size / max(own ?? size, 1)
    isClose = own.map { size < $0 } ?? false
  }

  init(size: Int, margin: Int, isClose: Bool) { (self.size, self.margin, self.isClose) = (size, margin, isClose) }
}

/// What the columns of a table hold, in whatever size it is set, and how wide they become.
struct TableColumnWidths {
  /// The sizes that the type of tables steps down to, in half-points: 五号, 小五, 六号, 小六.
  static let steps = [21, 18, 15, 13]
  /// The sizes of tables that are too wide for these: 小六, with hardly a margin, 七号, 八号.
  static let smallSteps = [13, 11, TableRoom.smallestType]

  /// The longest line of each column, in hundredths of an em.
  private var lines: [Int]
  /// Its longest word or number, which should not be broken.
  private var words: [Int]
  /// Its longest number, which must not.
  private var numbers: [Int]
  /// Its widest picture, in twips.
  private var pictures: [Int]

  init(count: Int) {
    lines = [Int](repeating: 0, count: count)
    words = lines
    numbers = lines
    pictures = lines
  }

  /// Notes that `text` stands in `column`.
  mutating func hold(_ text: String, in column: Int) {
    for line in text.split(separator: "\n") {
      lines[column] = max(lines[column], TextWidth.of(line))
      numbers[column] = max(numbers[column], TableRoom.longestNumber(in: line))
      // A web address may be broken: no type is so small that it stands in a column.
      for word in line.unicodeScalars.split(whereSeparator: { $0 == " " || $0.value > 0x2E7F || $0 == "/" }) {
        let width = word.reduce(0) { $0 + (TableRoom.numberWidth($1) ?? TextWidth.of($1)) }
        if width <= 1_200 { words[column] = max(words[column], width) }
      }
    }
  }

  /// Notes that a picture of so many twips stands in `column`.
  mutating func hold(pictureOf width: Int, in column: Int) { pictures[column] = max(pictures[column], width) }

  /// What each column needs that no line is broken, in twips; two characters at least.
  func wanted(_ density: TableDensity) -> [Int] {
    zip(lines.indices, least(density)).map { column, least in
      // A character more than it measures: a line that just fits in one font is broken in another.
      max((lines[column] + 100) * density.size / 10 + 2 * density.margin, pictures[column] + 2 * density.margin, least)
    }
  }

  /// What each column needs that no word is broken, in twips; two characters at least.
  func least(_ density: TableDensity) -> [Int] {
    words.map { max(($0 + 20) * density.size / 10, 20 * density.size) + 2 * density.margin }
  }

  /// What each column needs that no number is broken, in twips; one character at least.
  func bare(_ density: TableDensity) -> [Int] {
    numbers.map { max($0 + TableRoom.slack, TableRoom.leastEms) * density.size / 10 + 2 * density.margin }
  }

  /// What each column needs to be read with ease, in twips: no word is broken, and four characters stand on a line if
  /// there are as many.
  func comfortable(_ density: TableDensity) -> [Int] {
    zip(least(density), wanted(density)).map { max($0, min($1, 40 * density.size + 2 * density.margin)) }
  }

  /// How closely the table is to be set within `width`: as the style has it, with type of `own` half-points, if words and
  /// numbers stay whole and columns hold four characters; else in the first smaller size in which that is so, below 小五
  /// the first in which words and numbers are whole. Where no such size is left, the largest from 小六 down in which numbers
  /// are whole, be there but one Chinese character on a line; the composition parts what is wider. What cannot be parted,
  /// as a table within another, becomes as small as it must, to four points.
  func density(own: Int, in width: Int) -> TableDensity {
    let sizes = [own] + Self.steps.filter { $0 < own }
    for size in sizes where size >= 18 {
      let density = TableDensity(size: size, of: own)
      if comfortable(density).reduce(0, +) <= width { return density }
    }
    for size in sizes where size <= 18 {
      let density = TableDensity(size: size, of: own)
      if least(density).reduce(0, +) <= width { return density }
    }
    let smallest = TableDensity(size: sizes[sizes.count - 1], of: own)
    if bare(smallest).reduce(0, +) <= width, width / max(lines.count, 1) >= 20 * smallest.size + 2 * smallest.margin {
      return smallest
    }
    let small = Self.smallSteps.filter { $0 <= smallest.size }.map {
      TableDensity(size: $0, margin: TableRoom.closeMargin, isClose: true)
    }
    if let close = small.first(where: { bare($0).reduce(0, +) <= width }) { return close }
    let share = width / max(lines.count, 1)
    guard share < 20 * smallest.size + 2 * smallest.margin else { return smallest }
    let margin = min(smallest.margin, share / 10)
    return TableDensity(size: min(smallest.size, max(8, (share - 2 * margin) / 30)), margin: margin, isClose: true)
  }

  /// The widths of the columns: what they hold decides, and together they fill `width`.
  func widths(_ density: TableDensity, in width: Int) -> [Int] {
    var widths = wanted(density)
    // Where that is too much, the widest give way, to one width: what is short stays on its line. No column is made so
    // narrow that its words break, if that can be.
    if widths.reduce(0, +) > width {
      let whole = least(density)
      let least = whole.reduce(0, +) <= width ? whole : bare(density)
      let isEnough = least.reduce(0, +) <= width
      func capped(_ cap: Int) -> [Int] {
        zip(widths, least).map { wanted, least in max(min(wanted, cap), isEnough ? min(wanted, least) : 0) }
      }
      var (low, high) = (0, width)
      while low < high {
        let middle = (low + high + 1) / 2
        if capped(middle).reduce(0, +) <= width { low = middle } else { high = middle - 1 }
      }
      widths = capped(low)
    }
    let total = max(widths.reduce(0, +), 1)
    widths = widths.map { $0 * width / total }
    widths[widths.count - 1] += width - widths.reduce(0, +)
    return widths
  }
}
