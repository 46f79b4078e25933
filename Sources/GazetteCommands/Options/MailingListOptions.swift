import ArgumentParser
import Gazette

/// The headers of a mailing list.
struct MailingListOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The identity of the list, such as bulletin.example.org (RFC 2919).", valueName: "id"))
  var listId: String?

  @Option(help: ArgumentHelp("The name of the list for people.", valueName: "text"))
  var listName: String?

  @Option(
    help: ArgumentHelp(
      """
      How to leave the list: an https URL that a click may call (RFC 8058; the mail must then be signed with DKIM), or \
      mailto:address. May be given once each.
      """, valueName: "url"))
  var listUnsubscribe: [String] = []

  @Option(help: ArgumentHelp("Where past issues are.", valueName: "url"))
  var listArchive: String?

  /// As the writer wants them; nil if nothing is asked for.
  func mailingList() throws(CommandFailure) -> MailingList? {
    guard let listId else {
      guard listName == nil, listUnsubscribe.isEmpty, listArchive == nil else {
        throw .usage(
          Wording("a mailing list needs an identity", zh: "邮件列表须有标识"),
          hint: Wording(
            "add --list-id, such as --list-id bulletin.example.org",
            zh: "请加 --list-id，例如 --list-id bulletin.example.org"))
      }
      return nil
    }
    var list = MailingList(id: listId, name: listName, archive: listArchive)
    for way in listUnsubscribe {
      if way.hasPrefix("mailto:"), list.unsubscribeAddress == nil {
        list.unsubscribeAddress = String(way.dropFirst("mailto:".count))
      } else if way.hasPrefix("https://"), list.unsubscribeURL == nil {
        list.unsubscribeURL = way
      } else {
        throw .usage(
          Wording(
            "--list-unsubscribe \(way): one https URL and one mailto: are possible",
            zh: "--list-unsubscribe \(way)：只能各用一个 https 地址和 mailto:"))
      }
    }
    if let fault = list.fault {
      throw .usage(Wording("mailing list: \(fault.english)", zh: "邮件列表：\(fault.chinese)"))
    }
    return list
  }
}
