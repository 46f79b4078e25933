/// The name of a part within its package: `/word/document.xml` (ECMA-376 Part 2, 6.2).
public struct PartName: RawRepresentable, Sendable, Hashable, ExpressibleByStringLiteral {
  /// The name, beginning with a slash.
  public var rawValue: String
  /// The name `rawValue`, with its leading slash.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// The name spelt by a literal, with its leading slash.
  public init(stringLiteral name: String) { rawValue = name }

  /// The extension in lower case, without the dot; empty for none.
  public var fileExtension: String {
    guard let dot = lastSegment.lastIndex(of: ".") else { return "" }
    return lastSegment[lastSegment.index(after: dot)...].lowercased()
  }

  /// The part that holds this part's relationships: `/word/_rels/document.xml.rels` (6.5.2.2).
  public var relationshipsPart: PartName {
    PartName(rawValue: folder + "_rels/" + lastSegment + ".rels")
  }

  /// The name of the entry in the ZIP container: the part's name without its leading slash (Annex B).
  var entryName: String { String(rawValue.drop { $0 == "/" }) }

  /// The folder, with a slash at the end.
  var folder: String {
    guard let slash = rawValue.lastIndex(of: "/") else { return "/" }
    return String(rawValue[...slash])
  }

  private var lastSegment: Substring {
    guard let slash = rawValue.lastIndex(of: "/") else { return rawValue[...] }
    return rawValue[rawValue.index(after: slash)...]
  }

  /// The part that `target`, the target of an internal relationship of this part, leads to.
  func resolving(_ target: String) -> PartName {
    let path = target.hasPrefix("/") ? target : folder + target
    var segments: [Substring] = []
    for segment in path.split(separator: "/") {
      switch segment {
      case ".": continue
      case "..": _ = segments.popLast()
      default: segments.append(segment)
      }
    }
    return PartName(rawValue: "/" + segments.joined(separator: "/"))
  }
}
