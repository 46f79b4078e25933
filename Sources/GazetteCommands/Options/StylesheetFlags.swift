import ArgumentParser
import Gazette

/// What is handed to the stylesheets that write an issue.
struct StylesheetFlags: ParsableArguments {
  @Option(
    help: ArgumentHelp("The value of a stylesheet's parameter; may be repeated.", valueName: "name=value"))
  var param: [String] = []

  /// The values, the last one of each name.
  func parameters() throws(CommandFailure) -> [StylesheetWriter.Parameter] {
    var parameters: [StylesheetWriter.Parameter] = []
    for text in param {
      guard let sign = text.firstIndex(of: "="), Self.isName(text[..<sign]) else {
        throw .usage(
          Wording("--param \(text) is no name with a value", zh: "--param \(text)不是“名称=值”"),
          hint: Wording("write --param name=value", zh: "请写成 --param 名称=值"))
      }
      let name = String(text[..<sign])
      parameters.removeAll { $0.name == name }
      parameters.append(.init(name: name, value: String(text[text.index(after: sign)...])))
    }
    return parameters
  }

  /// `writers`, those among them that are stylesheets with the values.
  func applied(to writers: [any IssueWriter]) throws(CommandFailure) -> [any IssueWriter] {
    let parameters = try parameters()
    guard !parameters.isEmpty else { return writers }
    var known: [String] = []
    for case let writer as StylesheetWriter in writers {
      do throws(StylesheetError) { known += try writer.parameterNames() } catch {
        throw .content(error.file ?? writer.format.id, [error.diagnostic])
      }
    }
    if let other = parameters.first(where: { !known.contains($0.name) }) {
      throw .usage(
        Wording(
          "no stylesheet that writes has a parameter called '\(other.name)'", zh: "所用样式表没有名为“\(other.name)”的参数"),
        hint: known.isEmpty
          ? Wording(
            "parameters are for stylesheets: --to html, or --to FILE.xsl", zh: "参数只用于样式表：--to html 或 --to 文件.xsl")
          : Wording("use: \(known.joined(separator: ", "))", zh: "可用：\(known.joined(separator: "、"))"))
    }
    return writers.map { writer in
      guard var stylesheet = writer as? StylesheetWriter else { return writer }
      stylesheet.parameters = parameters
      return stylesheet
    }
  }

  /// Whether `text` can be the name of a parameter: letters, digits and a few marks, no digit first.
  private static func isName(_ text: Substring) -> Bool {
    guard let first = text.first, first.isLetter || first == "_" else { return false }
    return text.allSatisfy { $0.isLetter || $0.isNumber || "_-.".contains($0) }
  }
}

extension StylesheetWriter {
  /// Whether `name` is that of a stylesheet's file and not of a format.
  static func isFile(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasSuffix(".xsl") || name.hasSuffix(".xslt")
  }

  /// The writer of the stylesheet in the file at `path`.
  /// - Parameter imports: Provides what it may import: what is in its folder or below.
  init(file path: String, imports: any ResourceProvider) throws(CommandFailure) {
    let bytes: [UInt8]
    do throws(FileError) { bytes = try Files.read(path) } catch { throw .file(path, error) }
    do throws(StylesheetError) {
      try self.init(bytes, name: path, imports: imports)
    } catch {
      let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
      // What is imported is named from the folder of the stylesheet.
      let file = error.file.map { $0 == path ? $0 : folder + $0 } ?? path
      throw .content(file, [error.diagnostic])
    }
  }
}
