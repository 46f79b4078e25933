import Testing
import TextLayout
import UnicodeText

@Suite("Placing lines")
struct PlacementTests {
  let measure = ColumnMeasure()

  @Test("A line is centred by its width in columns")
  func centred() {
    #expect(Placement.centred("简报", width: 10, measure: measure) == "   简报")
    #expect(Placement.centred("工作简报简报", width: 10, measure: measure) == "工作简报简报")
  }

  @Test("A line stands at the right edge, or as far off as asked for")
  func right() {
    #expect(Placement.right("简报", width: 10, measure: measure) == "      简报")
    #expect(Placement.right("简报", width: 10, inset: 4, measure: measure) == "  简报")
  }

  @Test("Office and date stand at both ends of one line, if there is room")
  func spread() {
    #expect(Placement.spread(["办公室", "1月"], width: 12, measure: measure) == "办公室   1月")
    #expect(Placement.spread(["甲", "乙", "丙"], width: 14, measure: measure) == "甲    乙    丙")
    #expect(Placement.spread(["办公室", "12月"], width: 11, measure: measure) == nil)
  }
}
