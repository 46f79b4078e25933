/// The files of this folder. They are compiled into the program, so that it needs none beside it.
public enum StylesheetFiles {
  /// `schema/issue.xsd`: what issue XML is.
  public static var issueSchema: [UInt8] { PackageResources.issue_xsd }
  /// `schema/house.xsd`: what a house style is.
  public static var houseSchema: [UInt8] { PackageResources.house_xsd }
  /// The house styles, `house/NAME.xml`, by their names.
  public static var houses: [(name: String, bytes: [UInt8])] { [("gbt9704", PackageResources.gbt9704_xml)] }
}
