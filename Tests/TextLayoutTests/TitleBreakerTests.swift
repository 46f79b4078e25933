import Testing
import TextLayout
import UnicodeText

@Suite("Breaking titles")
struct TitleBreakerTests {
  func lines(_ title: String, _ maximum: Int, _ rules: LayoutRules = .chinese) -> [String] {
    var breaker = TitleBreaker(rules)
    return breaker.lines(of: title, maximum: maximum) { rules.measure.columns(of: $0) }
  }

  @Test("A title that fits stays on one line")
  func short() {
    #expect(lines("小河清了，人心近了", 40) == ["小河清了，人心近了"])
    #expect(lines("", 40) == [])
  }

  @Test("A blank in the title is where it breaks, and goes")
  func blank() {
    #expect(lines("全市河道清淤现场会召开 部署汛前重点工作", 32) == ["全市河道清淤现场会召开", "部署汛前重点工作"])
  }

  @Test("A title in two languages breaks between them rather than within one")
  func twoLanguages() {
    #expect(
      lines("秋季中文班开始报名 Autumn Chinese Classes Now Open", 48) == [
        "秋季中文班开始报名", "Autumn Chinese Classes Now Open",
      ])
  }

  @Test("However unlike in length, a title in each language has lines of its own, unless both fit one")
  func unlikeLanguages() {
    #expect(
      lines("交换生手记：在北方过冬 Notes of an Exchange Student: A Northern Winter", 48) == [
        "交换生手记：在北方过冬", "Notes of an Exchange Student: A Northern Winter",
      ])
    #expect(lines("清河简讯 THE NEWSLETTER OF THE RIVER SCHOOL IN TOWN", 48).first == "清河简讯")
    #expect(lines("清河简讯 The Newsletter", 48) == ["清河简讯 The Newsletter"])
    #expect(lines("关于做好 GB/T 9704 格式与 Word 模板衔接工作的通知要点", 48).count == 2)
  }

  @Test("Words stay whole, and no line is left with a lonely end")
  func words() {
    #expect(lines("市水务局关于开展春季河道安全检查的通知", 36) == ["市水务局关于开展春季", "河道安全检查的通知"])
  }

  @Test("What is quoted stays on one line where it can, and letters that are no word alone are not parted")
  func quoted() {
    #expect(
      lines("碧澜海关：“提前申报+抵港直装”为果蔬出口提速", 40) == ["碧澜海关：“提前申报+抵港直装”", "为果蔬出口提速"])
    #expect(lines("本周末强降温天气对盛花期梨园的影响与建议", 36) == ["本周末强降温天气对盛花期", "梨园的影响与建议"])
    // Where it cannot, it is broken as ever.
    #expect(lines("“全市河道清淤现场会暨汛前重点工作部署会议精神”传达学习", 32).count == 2)
  }

  @Test("A line does not begin with 的 nor end with 和")
  func particles() {
    for width in stride(from: 16, through: 40, by: 2) {
      let result = lines("望湖区河道和湖泊的清淤以及水闸和泵站的检修工作", width)
      #expect(result.allSatisfy { !$0.hasPrefix("的") }, "\(result)")
      #expect(result.dropLast().allSatisfy { !$0.hasSuffix("和") }, "\(result)")
    }
  }

  @Test("The lines are as few as can be and of like width", arguments: 1...40)
  func balanced(seed: Int) {
    var generator = TextGenerator(seed: UInt64(seed))
    let title = generator.text(10 + generator.number(below: 40))
    let measure = ColumnMeasure()
    let result = lines(title, 44)
    var filler = LineBreaker(.chinese)
    #expect(result.allSatisfy { measure.columns(of: $0) <= 44 }, "\(result)")
    #expect(result.joined().filter { !$0.isWhitespace } == title.filter { !$0.isWhitespace })
    #expect(result.count <= filler.fill(title, width: 44).count + 2)
    #expect(lines(title, 44) == result)
  }

  @Test("The unit of measure is the caller's")
  func measure() {
    var breaker = TitleBreaker(.chinese)
    // Twips of a page: 440 for a character.
    let result = breaker.lines(of: "全市河道清淤现场会召开部署汛前重点工作", maximum: 8800) { $0.count * 440 }
    #expect(result.count == 1)
    #expect(breaker.lines(of: "全市河道清淤现场会召开部署汛前重点工作", maximum: 6600) { $0.count * 440 }.count == 2)
  }

  @Test("English titles break between words")
  func english() {
    let result = lines("The upper lock opens again after a winter of repairs", 40, .english)
    #expect(result == ["The upper lock opens again", "after a winter of repairs"])
  }

  @Test("A word wider than a line is broken")
  func overlong() {
    let result = lines("abcdefghijklmnop", 6, .english)
    #expect(result.count == 3)
    #expect(result.allSatisfy { $0.count <= 6 })
    #expect(result.joined() == "abcdefghijklmnop")
  }

  @Test("A title of absurd length takes no absurd time")
  func long() {
    let clock = ContinuousClock()
    let time = clock.measure { #expect(lines(String(repeating: "河道清淤，", count: 10_000), 40).count > 2_000) }
    #expect(time < .seconds(3))
  }
}
