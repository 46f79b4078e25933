import IssueModel
import UnicodeText

/// Tells the language by the letters: English where Han are rare, else Chinese in the script whose own
/// characters prevail.
struct LanguageStage: RecoveryStage {
  static let name = "language"
  static let summary = Wording("tell the language of the issue", zh: "判断简报语言")

  private static let traditional = HanSet("國會發學區報導員與為辦關處體議員業務總書記習機構這個們來時對開應從後點實進過運動經濟團組織號區縣長東電話聯繫週編輯")
  private static let simplified = HanSet("国会发学区报导员与为办关处体议员业务总书记习机构这个们来时对开应从后点实进过运动经济团组织号区县长东电话联系周编辑")

  func callAsFunction(_ draft: inout Draft, _ diagnostics: DiagnosticSink) {
    var han = 0
    var latin = 0
    var traditional = 0
    var simplified = 0
    var seen = 0
    let (ofSimplified, ofTraditional) = (Self.simplified, Self.traditional)
    for scalar in draft.source.text.unicodeScalars {
      if scalar.isHan {
        han += 1
        if ofSimplified.contains(scalar) {
          simplified += 1
        } else if ofTraditional.contains(scalar) {
          traditional += 1
        }
      } else if scalar.isASCIILetter {
        latin += 1
      }
      seen += 1
      // The beginning tells; a whole archive need not be counted.
      if seen > 800 { break }
    }
    if han * 5 < latin {
      draft.language = .english
    } else {
      draft.language = traditional > simplified ? .traditionalChinese : .simplifiedChinese
    }
  }
}
