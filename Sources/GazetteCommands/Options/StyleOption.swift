import ArgumentParser
import Gazette

/// Which house style to print in.
struct StyleOption: ParsableArguments {
  @Option(help: ArgumentHelp("The house style; see 'gazette styles'.", valueName: "name"))
  var style: String?

  /// The style of that name, or the default.
  func houseStyle() throws(CommandFailure) -> HouseStyle {
    guard let style else { return .shipped[0] }
    return try Self.houseStyle(named: style)
  }

  /// The shipped style called `name`.
  static func houseStyle(named name: String) throws(CommandFailure) -> HouseStyle {
    if let style = HouseStyle.shipped(named: name) { return style }
    let names = HouseStyle.shipped.map(\.name).joined(separator: ", ")
    if name.contains("/") || name.contains(".") {
      throw .usage(
        Wording("styles from a file are not there yet: \(name)", zh: "尚不支持从文件读取版式：\(name)"),
        hint: Wording("use one of: \(names)", zh: "可用：\(names)"))
    }
    throw .usage(
      Wording("there is no style called \(name)", zh: "没有名为\(name)的版式"),
      hint: Wording("use one of: \(names)", zh: "可用：\(names)"))
  }
}
