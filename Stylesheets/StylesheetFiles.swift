/// The files of this folder. They are compiled into the program, so that it needs none beside it.
public enum StylesheetFiles {
  /// `schema/issue.xsd`: what issue XML is.
  public static var issueSchema: [UInt8] { PackageResources.issue_xsd }
}
