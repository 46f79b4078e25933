public import ExportPipeline
internal import IssueModel
public import OpenPackaging
internal import WordWriter
internal import XMLBinding

/// The pictures of an issue, out of the Word file that carries it.
///
/// A list in the file, put there by ``EmbeddedIssueStage``, says which picture is in which part, with its check sum:
/// programs that save the file may give the parts other names, but they leave the pictures as they are. Nothing
/// but the file is looked at.
public struct EmbeddedPictures: ResourceProvider {
  private let package: PackageReader
  private let parts: [String: PartName]

  /// The pictures in the Word file `bytes`; nil if it lists none, or is damaged.
  public init?(_ bytes: [UInt8], limits: PackageLimits = PackageLimits()) {
    guard let package = try? PackageReader(bytes, limits: limits),
      let document = try? package.targets(of: .officeDocument).first,
      let items = try? package.targets(of: .customXML, from: document)
    else { return nil }
    for item in items {
      guard let content = try? package.content(of: item), let root = try? XMLDocument(parsing: content).root(),
        root.name == "pictures", root.namespace == Self.namespace
      else { continue }
      var parts: [String: PartName] = [:]
      for element in root.elements {
        guard let target = element.attribute("target"), let part = Self.part(element, in: package) else { continue }
        parts[target] = part
      }
      self.package = package
      self.parts = parts
      return
    }
    return nil
  }

  /// The bytes of the picture that the issue calls `target`; nil if the file has it not.
  public func bytes(of target: String) -> [UInt8]? { parts[target].flatMap { try? package.content(of: $0) } }

  private static func part(_ element: XMLElement, in package: PackageReader) -> PartName? {
    guard let checksum = element.attribute("crc32").flatMap({ UInt32($0, radix: 16) }),
      let count = element.attribute("bytes").flatMap({ Int($0) })
    else { return nil }
    let found = package.parts(checksum: checksum, bytes: count)
    return found.first { $0.rawValue == element.attribute("part") } ?? found.first
  }

  // MARK: Writing

  static let namespace = "urn:gazette:pictures:1"

  /// The list of the pictures in `plan`.
  static func list(_ plan: WordPlan, stage: String) throws(StageError) -> [UInt8] {
    var xml = XMLWriter(standalone: true)
    xml.start("pictures")
    xml.attribute("xmlns", namespace)
    for (target, part) in plan.pictureParts {
      xml.start("picture")
      xml.attribute("target", target)
      xml.attribute("part", part.name.rawValue)
      xml.attribute("bytes", part.content.count)
      xml.attribute("crc32", String(part.checksum, radix: 16))
      xml.end()
    }
    xml.end()
    do throws(XMLWritingError) {
      return try xml.finish()
    } catch {
      throw StageError(
        stage: stage,
        message: Wording(
          "The list of pictures could not be put into the Word file: \(error).", zh: "无法将图片清单写入 Word 文件：\(error)。"))
    }
  }
}
