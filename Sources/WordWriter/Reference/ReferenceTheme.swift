internal import XMLBinding

/// The fonts of a Word file's theme (ISO/IEC 29500-1, 20.1.4.1.16), to which its styles may refer in the place of
/// names.
struct ReferenceTheme {
  /// By the name of the reference: `minorHAnsi`.
  private var fonts: [String: String] = [:]

  /// A theme without fonts.
  init() {}

  /// The fonts of the theme `root`, those for Han as `language` wants them.
  init(_ root: XMLElement, language: String) {
    guard let scheme = root.first("themeElements")?.first("fontScheme") else { return }
    let script = language.hasPrefix("zh-TW") || language.hasPrefix("zh-HK") ? "Hant" : "Hans"
    for (kind, element) in [("major", scheme.first("majorFont")), ("minor", scheme.first("minorFont"))] {
      guard let element else { continue }
      let latin = element.first("latin")?.attribute("typeface") ?? ""
      let scripts = element.elements.filter { $0.name == "font" && $0.attribute("script") == script }
      let own = element.first("ea")?.attribute("typeface") ?? ""
      for name in ["Ascii", "HAnsi"] { fonts[kind + name] = latin }
      fonts[kind + "EastAsia"] = own.isEmpty ? scripts.first?.attribute("typeface") ?? "" : own
    }
  }

  /// The font that a style calls `reference`; nil if the theme has none.
  func font(_ reference: String) -> String? {
    fonts[reference].flatMap { $0.isEmpty ? nil : $0 }
  }
}
