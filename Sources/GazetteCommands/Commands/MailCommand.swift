import ArgumentParser
import Gazette

/// `gazette mail`: an issue as a mail ready to be sent.
struct MailCommand: IssueCommand {
  static let configuration = CommandConfiguration(
    commandName: "mail",
    abstract: "Write issues as mails, ready to be sent.",
    discussion: """
      Nothing is sent: hand the file to a program that does, such as sendmail -t. Date and identity come from \
      the issue, so the same issue makes the same mail.

      EXAMPLES:
        gazette mail issue.md --from 'Office <o@example.org>' --to a@example.org
        gazette mail issue.md --from o@example.org --to-file list.txt --attach docx
        gazette mail issue.md --from o@example.org --html -o - | sendmail -t
        gazette mail issue.md --from o@example.org --charset gb18030 --flow flowed
        gazette mail 2031/*.md --from o@example.org --mbox 2031.mbox
      """)

  @Argument(help: ArgumentHelp("The issues; - is standard input.", valueName: "issue"))
  var issues: [String]

  @Option(help: ArgumentHelp("The sender, such as 'Office <office@example.org>'.", valueName: "address"))
  var from: String

  @Option(help: ArgumentHelp("A receiver; may be repeated. Without any, they stay undisclosed.", valueName: "address"))
  var to: [String] = []

  @Option(help: ArgumentHelp("A file of receivers, one a line; # begins a remark.", valueName: "file"))
  var toFile: String?

  @Option(help: ArgumentHelp("The subject (default: name and number of the issue).", valueName: "text"))
  var subject: String?

  @Option(help: ArgumentHelp("A format to attach, such as docx; may be repeated.", valueName: "format"))
  var attach: [String] = []

  @Flag(help: "Add the issue as an HTML page, which mail programs show instead of the text if they can.")
  var html = false

  @Flag(help: "Name attachments in ASCII only, for old mail programs.")
  var asciiNames = false

  @Flag(help: "Say that no person sent it, so that no absence notice answers (RFC 3834).")
  var automatic = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file or directory to write to; - is standard output.", valueName: "place"))
  var output: String?

  @Option(help: ArgumentHelp("Append to this file of mails (mboxrd) instead.", valueName: "file"))
  var mbox: String?

  @Option(
    help: ArgumentHelp(
      "utf-8, gb18030, gbk or big5, for text, subject and names. A character of the text it lacks is an error.",
      valueName: "name"))
  var charset: TextFlags.Charset = .utf8

  @OptionGroup(title: "Text") var layout: TextLayoutFlags
  @OptionGroup(title: "Mailing list") var list: MailingListOptions
  @OptionGroup var style: StyleOption
  @OptionGroup(title: "Input") var input: ReadingOptions
  @OptionGroup(title: "Messages") var messages: MessageOptions

  func perform(in environment: CommandEnvironment, _ report: DiagnosticReport) throws(CommandFailure) -> Int32 {
    let choices = try input.choices(of: nil)
    let houseStyle = try style.houseStyle(report)
    let writer = MailWriter(options: try options(among: environment.writers))
    if mbox != nil, output != nil {
      throw .usage(Wording("--mbox and -o are both given; choose one", zh: "--mbox 与 -o 只能选一个"))
    }
    if let mbox {
      try fill(mbox, with: issues.map(IssueSource.init), writer, choices, houseStyle, in: environment, report)
      return report.errors > 0 ? 1 : 0
    }
    let plan = try ExportPlan(
      inputs: issues, formats: [MailWriter.format.id], output: output, writers: WriterRegistry([writer]))
    if let folder = plan.folder {
      do throws(FileError) { try Files.makeFolder(folder) } catch { throw .file(folder, error) }
    }
    for job in plan.jobs {
      guard let mail = mail(of: job.source, writer, choices, houseStyle, in: environment, report) else { continue }
      for (_, destination) in job.outputs {
        do throws(FileError) {
          switch destination {
          case .standardOutput: try environment.writeOutput(mail.bytes)
          case .file(let path): try Files.replace(path, with: mail.bytes)
          }
        } catch {
          report.add(error, of: destination.displayName)
        }
      }
    }
    return report.errors > 0 ? 1 : 0
  }

  /// Appends the mails of all issues at once: all that could be made, or none if the file cannot be written.
  private func fill(
    _ box: String, with sources: [IssueSource], _ writer: MailWriter, _ choices: InputChoices,
    _ houseStyle: HouseStyle, in environment: CommandEnvironment, _ report: DiagnosticReport
  ) throws(CommandFailure) {
    var entries: [UInt8] = []
    for source in sources {
      if let mail = mail(of: source, writer, choices, houseStyle, in: environment, report) {
        entries += MailBox().entry(of: mail, from: from)
      }
    }
    guard !entries.isEmpty else { return }
    do throws(FileError) { try Files.append(entries, to: box) } catch { throw .file(box, error) }
  }

  /// The mail of one issue; nil if there is none, of which `report` tells.
  private func mail(
    of source: IssueSource, _ writer: MailWriter, _ choices: InputChoices, _ houseStyle: HouseStyle,
    in environment: CommandEnvironment, _ report: DiagnosticReport
  ) -> Artifact? {
    guard let opened = source.open(choices, in: environment, report) else { return nil }
    let (issue, diagnostics) = (opened.issue, opened.diagnostics)
    let context = StageContext(
      houseStyle: houseStyle, diagnostics: diagnostics, resources: opened.resources, sourceText: opened.sourceText)
    defer { report.add(diagnostics.diagnostics, of: source.displayName) }
    do throws(StageError) {
      return try writer.write(issue, context)
    } catch {
      report.add(error, of: source.displayName)
      return nil
    }
  }

  private func options(among writers: WriterRegistry) throws(CommandFailure) -> MailOptions {
    var receivers = to
    for address in [from] + to where !MailOptions.isMailbox(address) { throw Self.noAddress(address) }
    if let subject, subject.allSatisfy(\.isWhitespace) {
      throw .usage(
        Wording("--subject is empty", zh: "--subject 为空"),
        hint: Wording("leave it out for the name and number of the issue", zh: "不写 --subject 则用刊名和期号"))
    }
    if let subject, subject.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      throw .usage(Wording("the subject is not one line of text", zh: "邮件主题须为一行文字"))
    }
    if let toFile { receivers += try Self.addresses(in: toFile) }
    var attachments: [any IssueWriter] = []
    for name in attach.flatMap({ $0.split(separator: ",") }).map(String.init) {
      guard let writer = writers.writer(for: name), name != MailWriter.format.id else {
        let known = writers.formats.map(\.id).filter { $0 != MailWriter.format.id }.joined(separator: ", ")
        throw .usage(
          Wording("there is no format called '\(name)' to attach", zh: "没有可作附件的格式“\(name)”"),
          hint: Wording("use: \(known)", zh: "可用：\(known)"))
      }
      attachments.append(writer)
    }
    let page = html ? writers.writer(for: "html") : nil
    guard !html || page != nil else {
      throw .usage(Wording("there is no format called 'html'", zh: "没有名为“html”的格式"))
    }
    var text = try layout.options()
    text.encoding = charset.encoding
    return MailOptions(
      from: from, to: receivers, subject: subject, text: text, page: page, attachments: attachments,
      usesASCIINames: asciiNames, isAutomatic: automatic,
      list: try list.mailingList())
  }

  private static func noAddress(_ text: String) -> CommandFailure {
    .usage(
      Wording("'\(text)' is no mail address", zh: "“\(text)”不是邮件地址"),
      hint: Wording(
        "write name@example.org or 'Office <name@example.org>'", zh: "请写成 name@example.org 或 '办公室 <name@example.org>'"))
  }

  /// The receivers named in the file at `path`.
  private static func addresses(in path: String) throws(CommandFailure) -> [String] {
    let bytes: [UInt8]
    do throws(FileError) { bytes = try Files.read(path) } catch { throw .file(path, error) }
    var text = String(decoding: bytes, as: UTF8.self)
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    var addresses: [String] = []
    var wrong: [Diagnostic] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let address = line.prefix { $0 != "#" }.trimmingBlanks
      if address.isEmpty { continue }
      if MailOptions.isMailbox(address) {
        addresses.append(address)
      } else {
        wrong.append(
          Diagnostic(
            id: "mail-address-invalid", severity: .error, at: SourcePosition(line: index + 1),
            message: Wording("'\(address)' is no mail address", zh: "“\(address)”不是邮件地址"),
            hint: Wording("write one address a line", zh: "每行写一个地址")))
      }
    }
    guard wrong.isEmpty else { throw .content(path, wrong) }
    return addresses
  }
}

extension Substring {
  /// The text without the blanks at its ends.
  fileprivate var trimmingBlanks: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
