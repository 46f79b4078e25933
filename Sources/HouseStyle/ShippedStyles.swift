internal import Stylesheets
internal import XMLBinding
internal import XMLReading

extension HouseStyle {
  /// The look of official documents by GB/T 9704-2012, with the head and foot customary for bulletins: the
  /// default.
  public static let gbt9704 = trusted(StylesheetFiles.gbt9704, extending: [])

  /// The names of the styles that come with the library, in the order commands list them; the first is the
  /// default.
  public static var shippedNames: [String] { StylesheetFiles.houses.map(\.name) }

  /// The styles that come with the library, in the order of ``shippedNames``.
  public static let shipped: [HouseStyle] = StylesheetFiles.houses.reduce(into: [gbt9704]) { styles, file in
    if file.name != styles[0].name { styles.append(trusted(file.bytes, extending: styles)) }
  }

  /// The shipped style called `name`; nil if there is none.
  public static func shipped(named name: String) -> HouseStyle? {
    // The others are read only by whom they concern: that takes a part of a millisecond each.
    name == gbt9704.name ? gbt9704 : shipped.first { $0.name == name }
  }

  /// The style in a file of ours. The schema, which takes longer than all the rest, is not asked: a test does
  /// that for every such file.
  private static func trusted(_ bytes: [UInt8], extending styles: [HouseStyle]) -> HouseStyle {
    guard let root = try? XMLDocument(parsing: bytes).root() else { return blank }
    let name = root.attribute("extends")
    let base = name.flatMap { name in styles.first { $0.name == name } }
    return HouseStyleDecoder(style: base ?? blank, isComplete: name == nil).style(root)
  }
}
