/// The files of this folder. They are compiled into the program, so that it needs none beside it.
public enum StylesheetFiles {
  /// `schema/issue.xsd`: what issue XML is.
  public static var issueSchema: [UInt8] { PackageResources.issue_xsd }
  /// `schema/house.xsd`: what a house style is.
  public static var houseSchema: [UInt8] { PackageResources.house_xsd }
  /// The house styles, `house/NAME.xml`, by their names: the first is the default, and each extends at most one
  /// that stands before it.
  public static var houses: [(name: String, bytes: [UInt8])] {
    [
      ("gbt9704", PackageResources.gbt9704_xml), ("gbt9704-gb2312", PackageResources.gbt9704_gb2312_xml),
      ("plain", PackageResources.plain_xml), ("newsletter-en", PackageResources.newsletter_en_xml),
    ]
  }
  /// `xslt/html.xsl`: the format `html`.
  public static var html: [UInt8] { PackageResources.html_xsl }
  /// `xslt/markdown.xsl`: the format `md`.
  public static var markdown: [UInt8] { PackageResources.markdown_xsl }
  /// `xslt/rss.xsl`: the format `rss`.
  public static var rss: [UInt8] { PackageResources.rss_xsl }
  /// `xslt/docbook.xsl`: the format `docbook`.
  public static var docbook: [UInt8] { PackageResources.docbook_xsl }
  /// The default house style, without the others.
  public static var gbt9704: [UInt8] { PackageResources.gbt9704_xml }
}
