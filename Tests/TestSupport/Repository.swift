/// Where things stand in the working copy the tests were built from.
public enum Repository {
  /// The root of the package, without a slash behind it.
  public static let root: String = ancestor(of: #filePath, levels: 3)

  /// The folder beside the package that holds real back issues; it is not part of the package and may be absent.
  public static var shared: String { ancestor(of: root, levels: 1) + "/shared" }

  private static func ancestor(of path: String, levels: Int) -> String {
    path.split(separator: "/", omittingEmptySubsequences: false).dropLast(levels).joined(separator: "/")
  }
}
