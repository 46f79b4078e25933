import Gazette
import XMLBinding

/// The pictures of an issue: regular files in the folder of its source or below it, and nothing else.
///
/// A name may be percent-coded, as Markdown wants blanks to be. However it is written, `..`, an absolute name, a
/// drive, `file:` and an address of the network give nothing, and no symbolic link is followed: the folders on
/// the way are opened one from the other, so that nothing can be exchanged between looking and opening.
struct FolderResources: ResourceProvider {
  /// The largest picture that is read.
  static let limit = 32 << 20

  /// The folder as the user named it.
  private let folder: String

  /// The files beside the source at `path`.
  init(beside path: String) {
    folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
  }

  func bytes(of target: String) -> [UInt8]? { try? load(target) }

  /// Where the file may stand that an issue calls `target`; nowhere for a name that leads out of the folder.
  func places(of target: String) -> [String] {
    (try? Self.paths(of: target))?.map { ([folder] + $0).joined(separator: "/") } ?? []
  }

  func load(_ target: String) throws(ResourceFault) -> [UInt8] {
    let paths = try Self.paths(of: target)
    var fault = ResourceFault.missing
    for path in paths {
      do throws(ResourceFault) {
        return try Files.read(path, below: folder, limit: Self.limit)
      } catch {
        guard error == .missing else { throw error }
        fault = error
      }
    }
    throw fault
  }

  /// The ways to the file that `target` can mean, the likeliest first.
  private static func paths(of target: String) throws(ResourceFault) -> [[String]] {
    let decoded = XMLAddress.decoded(target)
    let names = decoded.map { $0 == target ? [target] : [target, $0] } ?? [target]
    // All spellings are judged before any is opened.
    var paths: [[String]] = []
    for name in names { paths.append(try components(of: name)) }
    return paths
  }

  /// The folders and the file that `name` leads through.
  private static func components(of name: String) throws(ResourceFault) -> [String] {
    guard !name.isEmpty, !name.unicodeScalars.contains("\0") else { throw .missing }
    if let scheme = scheme(of: name) {
      // One letter is a drive.
      throw scheme == "file" || scheme.count == 1 ? .outside : .remote
    }
    guard !name.hasPrefix("//"), !name.hasPrefix("\\\\") else { throw .remote }
    guard !name.hasPrefix("/"), !name.hasPrefix("\\"), !name.hasPrefix("~") else { throw .outside }
    let slashed = name.split(separator: "/").map(String.init)
    // A backslash is a letter here and a separator where the issue may come from.
    guard !slashed.flatMap({ $0.split(separator: "\\") }).contains("..") else { throw .outside }
    let components = slashed.filter { $0 != "." }
    guard !components.isEmpty else { throw .notRegular }
    return components
  }

  /// The letters before the first colon, in lower case, if they are a scheme (RFC 3986, 3.1); nil if not.
  private static func scheme(of name: String) -> String? {
    guard let colon = name.unicodeScalars.firstIndex(of: ":") else { return nil }
    let scheme = String(name.unicodeScalars[..<colon]).lowercased()
    guard let first = scheme.first, first.isASCII, first.isLetter,
      scheme.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) })
    else { return nil }
    return scheme
  }
}
