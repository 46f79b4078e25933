extension WriterRegistry {
  /// The formats that come with the library, in the order commands list them.
  public static let standard = WriterRegistry([
    WordWriter(stages: .selfContained), PlainTextWriter(), MailWriter(), StylesheetWriter.html,
    StylesheetWriter.markdown,
    StylesheetWriter.rss, StylesheetWriter.docbook,
    IssueXMLWriter(), IssueJSONWriter(),
  ])
}
