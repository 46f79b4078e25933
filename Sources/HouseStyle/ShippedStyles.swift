extension HouseStyle {
  /// The styles that come with the library, in the order commands list them; the first is the default.
  public static let shipped: [HouseStyle] = [.gbt9704]

  /// The shipped style called `name`; nil if there is none.
  public static func shipped(named name: String) -> HouseStyle? { shipped.first { $0.name == name } }
}
