/// Which marks may not stand at the ends of a line (避头尾; GB/T 15834-2011, 5.1.10, and W3C clreq, 3.1.4).
package enum Kinsoku {
  /// Whether a line may not begin with `scalar`.
  package static func mayNotBegin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "，", "、", "；", "：", "？", "！", "）", "》", "」", "』", "”", "’", "〕", "】", "〉", "〗", "］", "｝", "｠", "〞",
      "〟", "．", "·", "・", "‧", "％", "‰", "℃", "～", "々", "ー", "﹏", "…", "／", "｡", "､", "｣", "‼", "⁇", "⁈", "⁉":
      true
    case ",", ".", ";", "!", "?", ")", "]", "}", "%": true
    default: false
    }
  }

  /// Whether a line may not end with `scalar`.
  package static func mayNotEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "（", "《", "「", "『", "“", "‘", "〔", "【", "〈", "〖", "［", "｛", "｟", "〝", "￥", "＄", "£", "€", "№", "＃", "｢":
      true
    case "(", "[", "{": true
    default: false
    }
  }

  /// Whether `scalar` is a mark of pause or end, which may hang outside a line; brackets and quotes may not.
  package static func mayHang(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "，", "、", "；", "：", "？", "！": true
    default: false
    }
  }

  /// Whether `scalar` is a wide mark with its blank half behind, which may be squeezed away.
  package static func isSqueezedBehind(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "）", "》", "」", "』", "”", "’", "〕", "】", "〉", "〗", "］", "｝": true
    default: mayHang(scalar)
    }
  }

  /// Whether `scalar` is a wide mark with its blank half in front, which may be squeezed away.
  package static func isSqueezedInFront(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "（", "《", "「", "『", "“", "‘", "〔", "【", "〈", "〖", "［", "｛": true
    default: false
    }
  }

  /// Whether `scalar` is a blank that is dropped where a line ends.
  package static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\t", "\u{3000}", "\u{2000}"..."\u{2006}", "\u{2008}"..."\u{200A}", "\u{205F}", "\u{1680}", "\u{A0}",
      "\u{2007}", "\u{202F}":
      true
    default: false
    }
  }
}
