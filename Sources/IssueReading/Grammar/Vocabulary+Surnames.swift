/// The surnames by which Chinese persons are known.
extension Vocabulary {
  /// Whether `name` begins with a Chinese surname.
  static func hasSurname(_ name: String) -> Bool {
    guard let first = name.first else { return false }
    // 阿全: how friends call him. 阿里山 is a place.
    if first == "阿", name.count == 2 { return true }
    return surnames.contains(first) || name.count >= 3 && compoundSurnames.contains(String(name.prefix(2)))
  }

  /// Whether `name` begins with a Chinese surname of two letters.
  static func hasCompoundSurname(_ name: String) -> Bool {
    name.count >= 3 && compoundSurnames.contains(String(name.prefix(2)))
  }

  private static let surnames = Set(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公晋楚闫佟肖代仝岳付原凡覃商牟佘佴伯赏南墨哈谯笪年爱阳言福"
      // Monks and nuns are all called so.
      + "释釋"
      + "趙錢孫吳鄭馮陳衛許呂張嚴華謝鄒竇雲蘇魯韋馬鳳費雷賀湯羅畢鄔樂時齊顧黃蕭紀項談龐藍閔賈婁顏鍾駱萬盧經繆應鄧單諸鈕龔陸榮劉葉龍黎賴喬陰蒼雙聞黨貢勞莊閻連習魚歐師鞏聶簡饒養關"
      + "區鄺邝譚楊蔣溫寧叢鮑強樓車滿麥麦冼範塗涂粟練兰蘭芦蘆苑亓邸揭谌諶缑雒綦苟瞿栗危佴鄢庹奉欒闞酈鄔豐儲莘遲迟闕阙祿禄游梅邢")
  private static let compoundSurnames: Set<String> = [
    "欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "东方", "東方", "皇甫", "尉迟", "尉遲", "公孙", "公孫", "慕容", "令狐", "司徒", "司空", "夏侯",
    "端木", "长孙",
    "宇文", "闻人", "澹台", "南宫", "西门", "独孤", "轩辕", "百里", "呼延", "东郭", "左丘", "钟离", "太史", "申屠", "万俟", "濮阳", "淳于", "单于", "赫连",
    "公冶",
  ]
}
