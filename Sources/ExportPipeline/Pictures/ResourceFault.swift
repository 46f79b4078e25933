/// Why a file that an issue refers to cannot be had.
public enum ResourceFault: Error, Sendable, Hashable, CaseIterable {
  /// There is no such file.
  case missing
  /// The name leads out of the folder: `..`, an absolute name, `file:`, in plain or percent-coded.
  case outside
  /// The name, or a folder on the way, is a symbolic link. Links are not followed, for they may lead anywhere.
  case link
  /// The name is an address of the network or holds the data itself. Nothing is fetched.
  case remote
  /// The name stands for a directory, a pipe or a device.
  case notRegular
  /// The file is larger than what is read.
  case tooLarge
  /// The system does not let us read the file.
  case unreadable
  /// The issue comes from no folder, as that from standard input.
  case noFolder
}
