internal import CICUBridge

/// How much decoded text looks like what an office writes.
enum Plausibility {
  /// 0 to 1: about 0.6 and more for Chinese read in the right encoding, below 0.2 in a wrong one. 0 for text
  /// with characters that no text has.
  /// - Parameter western: Whether the encoding has no Han at all, so that letters must speak for it.
  static func score(of units: [UInt16], western: Bool) -> Double {
    var (good, neutral, odd, bad) = (0, 0, 0, 0)
    var beforeIsLetter = false
    for scalar in String(decoding: units.prefix(32 * 1024), as: UTF16.self).unicodeScalars {
      let value = scalar.value
      var isLetter = false
      switch value {
      case 0x09, 0x0A, 0x0D: break
      case 0x20...0x7E:
        isLetter = (0x41...0x5A).contains(value & 0xDF)
        neutral += 1
      case 0x4E00...0x9FFF:
        if CommonHan.contains(scalar) { good += 1 } else { neutral += 1 }
      case 0x3001...0x3002, 0x3008...0x3011, 0x3014...0x3015, 0xFF01, 0xFF08, 0xFF09, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF1F:
        good += 1
      case 0x2014, 0x2018...0x201D, 0x2026, 0x00B7, 0x3000, 0x2022, 0x2013:
        // Quotes and dashes stand in every language; in Western text they are the only sign there is.
        if western { good += 1 } else { neutral += 1 }
      case 0x00C0...0x00FF where western:
        // An accented letter stands among letters.
        if beforeIsLetter { good += 1 } else { odd += 1 }
        isLetter = true
      case 0xFF10...0xFF5E, 0x2460...0x24FF, 0x3220...0x33FF, 0x2103, 0x203B, 0x25A0...0x2606, 0x00A0, 0xFEFF:
        neutral += 1
      case 0x00...0x1F, 0x7F...0x9F, 0xFFFD...0xFFFF, 0xE000...0xF8FF, 0xF0000...0x10FFFF: bad += 1
      default:
        if cicu_is_unassigned(value) { bad += 1 } else { odd += 1 }
      }
      beforeIsLetter = isLetter
    }
    let ascii = western ? neutral : 0
    let telling = good + odd + bad + (western ? 0 : neutral)
    guard telling > 0 else { return 0 }
    // Rubbish beyond one in fifty is no text.
    if bad * 50 > telling + ascii { return 0 }
    if western {
      // Western text is nearly all ASCII.
      guard ascii > 6 * telling else { return 0 }
      return 0.6 * Double(good) / Double(telling + 4 * odd + 8 * bad)
    }
    return min(1, 1.2 * Double(good) / Double(telling + 2 * odd + 8 * bad))
  }
}

/// The Han that make up most of any Chinese text, in both scripts.
private enum CommonHan {
  private static let first: UInt32 = 0x4E00
  private static let flags: [Bool] = {
    var flags = [Bool](repeating: false, count: 0x9FFF - 0x4E00 + 1)
    for scalar in characters.unicodeScalars where (0x4E00...0x9FFF).contains(scalar.value) {
      flags[Int(scalar.value - first)] = true
    }
    return flags
  }()

  static func contains(_ scalar: Unicode.Scalar) -> Bool { flags[Int(scalar.value - first)] }

  private static let characters = """
    的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定
    行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其
    些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建
    月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接
    知较将组见计别手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压
    志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声
    报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容
    儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往历市克何除消构府称太准精值号率族维划选标写存
    候亲快效斯院查江型王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严龙飞协宣讲促推抓落宁
    村乡镇街镇街社企乐贯彻执督导责防控疫访座谈章签送抄简刊期栏目编供稿印址邮箱届届代表创新服务培训检查考核奖励农民
    這為個國時來們於對會發動過說產種後經進著電裡現實兩體機當點從業應開還義間樣與關線內數質氣變條沒結問無軍並題黨員
    總設長頭資邊圖統較將組見計別論運農幾區強戰處隊給門規熱領東導壓爭濟階術極聯認權證轉單風帶場車務萬達積議聲報鬥類
    離華確張馬節話況傳許廣記觀織裝眾書復兒須際驗連斷難備辦習響約勞團歷構稱準號維劃選標寫親養層專狀廠識適屬圓調滿縣
    參紅細聽該鐵價嚴龍飛協講促寧鄉鎮貫徹執責訪談簽簡欄編稿郵
    """
}
