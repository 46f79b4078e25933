// make-archive COUNT FOLDER [--hostile N] [--seed N]
//
// Writes COUNT back issues of invented bulletins into FOLDER/YEAR/, damaged as OCR and pasting damage real ones:
// paragraphs torn by page ends, page numbers and running heads in the text, blanks in titles, bold marks that
// CommonMark leaves as asterisks, half-width commas, broken lines, GB 18030 files, CR LF. Of them N are hostile:
// binary, empty, cut within a character, deep nesting, a line of a megabyte, no masthead. The same seed writes the
// same bytes.
import Foundation

/// SplitMix64.
struct Chance {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }
  mutating func percent(_ percent: Int) -> Bool { number(1...100) <= percent }
  mutating func pick(_ words: [String]) -> String { words[number(0...words.count - 1)] }
}

struct Archive {
  static let bulletins = [
    ("青屿水务简报", "青屿市水务局办公室"), ("岭南湾防汛动态", "岭南湾防汛指挥部"), ("柳荫街道工作简报", "柳荫街道党政办公室"),
    ("云栖教育信息", "云栖区教育局"), ("石鼓农情", "石鼓县农业农村局"),
  ]
  static let sections = ["工作动态", "基层经验", "调查研究", "典型选登", "信息摘要"]
  static let places = ["东堤镇", "西桥乡", "北苑社区", "南浦街道", "白鹭湖", "竹溪村", "枫林镇", "晨光小区", "龙潭水库", "沙洲渡口"]
  static let subjects = ["春耕备耕", "河道清淤", "防汛值守", "校园安全", "困难帮扶", "垃圾分类", "技能培训", "文化下乡", "健康义诊", "档案整理"]
  static let verbs = ["扎实推进", "全面启动", "稳步开展", "提前完成", "创新开展", "持续深化"]
  static let clauses = [
    "各单位按照年初部署分解任务、明确时限", "工作人员逐户走访登记情况", "参加活动的群众达三百余人", "现场会在当地召开并交流了做法",
    "问题清单实行销号管理", "志愿者利用周末时间上门服务", "投入资金一百二十万元用于设施改造", "比去年同期提高了七个百分点",
    "负责同志到场检查并听取意见", "有关部门建立了每周一次的会商制度", "村民代表对结果表示满意", "下一步将把经验推广到其他片区",
  ]

  var chance: Chance

  mutating func sentence() -> String {
    let count = chance.number(2...4)
    return (0..<count).map { _ in chance.pick(Self.clauses) }.joined(separator: "，") + "。"
  }

  mutating func title() -> String {
    chance.pick(Self.places) + chance.pick(Self.verbs) + chance.pick(Self.subjects) + "工作"
  }

  mutating func issue(_ index: Int) -> (path: String, bytes: Data) {
    let (name, office) = Self.bulletins[index % Self.bulletins.count]
    let run = index / Self.bulletins.count
    let year = 1996 + run / 48 % 30
    let number = run % 48 + 1
    let total = run + 1
    let date = "\(year)年\(number % 12 + 1)月\(chance.number(1...28))日"
    let isOCR = chance.percent(60)
    var articles: [(section: String, title: String)] = []
    for section in Self.sections.prefix(chance.number(1...4)) {
      for _ in 0..<chance.number(1...3) { articles.append((section, title())) }
    }
    var lines = ["# \(name)", "", "\(year)年第\(number)期（总第\(total)期）", "", "\(office)　　\(date)", "", "---", ""]
    lines += ["本期要目", ""]
    var section = ""
    for article in articles {
      if article.section != section { lines += ["【\(article.section)】", ""] }
      section = article.section
      lines += ["- \(article.title)"]
    }
    lines += ["", "---", ""]
    var page = 1
    section = ""
    for article in articles {
      if article.section != section {
        lines += [isOCR && chance.percent(40) ? "【\(article.section) 】" : "## 【\(article.section)】", ""]
      }
      section = article.section
      var title = article.title
      if isOCR, chance.percent(30) {
        title.insert(" ", at: title.index(title.startIndex, offsetBy: chance.number(2...5)))
      }
      lines += [(isOCR && chance.percent(50) ? "## " : "### ") + title, ""]
      for paragraph in 0..<chance.number(3...8) {
        var text = ""
        if chance.percent(25) {
          text = "**\(["一是", "二是", "三是"][paragraph % 3])\(chance.pick(Self.verbs))\(chance.pick(Self.subjects))。**"
        }
        for _ in 0..<chance.number(2...5) { text += sentence() }
        if isOCR, chance.percent(10) { text = text.replacingOccurrences(of: "，", with: ",") }
        if isOCR, chance.percent(15) {
          // A page ends within the paragraph.
          let cut = text.index(text.startIndex, offsetBy: chance.number(10...max(11, text.count - 10)))
          lines += [String(text[..<cut]), "", "— \(page) —", ""]
          if chance.percent(50) { lines += ["\(name)　第\(number)期", ""] }
          lines += [String(text[cut...]), ""]
          page += 1
        } else if isOCR, chance.percent(10) {
          let cut = text.index(text.startIndex, offsetBy: text.count / 2)
          lines += [String(text[..<cut]), String(text[cut...]), ""]
        } else {
          lines += [text, ""]
        }
      }
      if chance.percent(15) {
        lines += ["| 单位 | 计划 | 完成 |", "|---|---|---|"]
        for place in Self.places.prefix(chance.number(2...5)) {
          lines.append("| \(place) | \(chance.number(10...90)) | \(chance.number(5...80)) |")
        }
        lines.append("")
      }
      lines += ["（\(office)）", ""]
    }
    lines += [
      "---", "", "报：市委办公室、市政府办公室", "", "送：各县区、各有关部门", "", "发：各科室、直属单位", "",
      "\(office)　　\(date)印发　共印\(chance.number(3...20) * 10)份", "",
    ]
    let text = lines.joined(separator: chance.percent(15) ? "\r\n" : "\n")
    let isGB = chance.percent(10)
    // GB 18030, by its number in Foundation, which has no name for it.
    let encoding = String.Encoding(rawValue: 0x8000_0632)
    let bytes = (isGB ? text.data(using: encoding) : nil) ?? Data(text.utf8)
    let digits = String(repeating: "0", count: max(0, 5 - String(index).count)) + String(index)
    return ("\(year)/\(digits).\(isGB ? "txt" : "md")", bytes)
  }

  mutating func hostile(_ index: Int) -> Data {
    switch index % 7 {
    case 0: Data((0..<4000).map { _ in UInt8(truncatingIfNeeded: chance.next()) })
    case 1: Data()
    case 2: Data("   \n\n\t\n".utf8)
    case 3: Data([0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 300))
    case 4: Data([0xFF, 0xFE, 0x00, 0xD8, 0x00, 0x00, 0x41])
    case 5: Data("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>".utf8)
    default: Data([UInt8](repeating: 0, count: 1 << 20))
    }
  }
}

var arguments = CommandLine.arguments.dropFirst()
/// The number behind `name`, which is taken out of `arguments`.
func option(_ name: String, _ fallback: Int, in arguments: inout ArraySlice<String>) -> Int {
  guard let at = arguments.firstIndex(of: name), at + 1 < arguments.endIndex, let value = Int(arguments[at + 1]) else {
    return fallback
  }
  arguments.removeSubrange(at...at + 1)
  return value
}
let hostile = option("--hostile", 0, in: &arguments)
let seed = option("--seed", 1, in: &arguments)
guard arguments.count == 2, let count = Int(arguments[arguments.startIndex]), count > 0, hostile <= count else {
  FileHandle.standardError.write(Data("usage: make-archive COUNT FOLDER [--hostile N] [--seed N]\n".utf8))
  exit(64)
}
let folder = URL(fileURLWithPath: arguments[arguments.startIndex + 1])
for index in 0..<count {
  // Each issue has numbers of its own: the first thousand of a large archive are those of a small one.
  var archive = Archive(chance: Chance(state: UInt64(seed) << 32 ^ UInt64(index) &* 0x9E37_79B9))
  var (path, bytes) = archive.issue(index)
  // The hostile ones are spread over the archive.
  if hostile > 0, index * hostile / count != (index + 1) * hostile / count {
    bytes = archive.hostile(index * hostile / count)
    path = path.replacingOccurrences(of: ".txt", with: ".md")
    if bytes.starts(with: Data("<?xml".utf8)) { path = path.replacingOccurrences(of: ".md", with: ".xml") }
  }
  let url = folder.appendingPathComponent(path)
  try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
  try bytes.write(to: url)
}
