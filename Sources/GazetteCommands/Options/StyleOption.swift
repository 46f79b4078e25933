import ArgumentParser
import Gazette

/// Which house style to print in.
struct StyleOption: ParsableArguments {
  @Option(help: ArgumentHelp("The house style: a name of 'gazette styles', or a file.", valueName: "name|file"))
  var style: String?

  /// The style of that name, or the default.
  func houseStyle() throws(CommandFailure) -> HouseStyle {
    guard let style else { return .gbt9704 }
    return try Self.houseStyle(named: style)
  }

  /// The shipped style called `name`, or the style in the file of that name: one with a slash or a dot in it.
  static func houseStyle(named name: String) throws(CommandFailure) -> HouseStyle {
    if let style = HouseStyle.shipped(named: name) { return style }
    guard name.contains("/") || name.contains(".") else {
      let names = HouseStyle.shippedNames.joined(separator: ", ")
      throw .usage(
        Wording("there is no style called \(name)", zh: "没有名为\(name)的版式"),
        hint: Wording("use a file, or one of: \(names)", zh: "请用版式文件，或：\(names)"))
    }
    let bytes: [UInt8]
    do throws(FileError) { bytes = try Files.read(name) } catch { throw .file(name, error) }
    do {
      return try HouseStyle.read(bytes)
    } catch {
      throw .content(name, error.diagnostics)
    }
  }
}
