internal import IssueModel
internal import IssueReading
internal import OpenPackaging
internal import WordWriter
internal import XMLBinding

/// Number and date as a Word file shows them now. Their controls are bound to words of their own
/// (``EmbeddedIssueStage``), which a clerk may change in Word; what they mean is read from the words.
struct PrintedMasthead {
  /// The words of each field by the name of its element, in the part that holds them and in the document.
  private var held: [String: String] = [:]
  private var shown: [String: String] = [:]

  /// The words in `package`, whose document has the root `document`.
  init(_ document: XMLElement, at name: PartName, in package: PackageReader) throws(PackageReadingError) {
    for part in try package.targets(of: .customXML, from: name) {
      guard let content = try package.content(of: part), let root = try? XMLDocument(parsing: content).root(),
        root.name == "printed", root.namespace == EmbeddedIssueStage.printedNamespace
      else { continue }
      for field in root.elements { held[field.name] = field.text }
    }
    addShown(within: document)
  }

  private mutating func addShown(within element: XMLElement) {
    for child in element.elements {
      guard let field = child.printedField else {
        addShown(within: child)
        continue
      }
      if shown[field] == nil { shown[field] = child.wordsOfRuns }
    }
  }

  /// Gives `masthead` the number and date that were changed in Word; one that says no number or date is left as it was,
  /// and that is told.
  func update(_ masthead: inout Masthead, _ diagnostics: DiagnosticSink?) {
    if let number = masthead.number, let words = changed("number", from: number.verbatim) {
      if let changed = IssueNumber(printed: words) {
        masthead.number = changed
      } else {
        report(words, Wording("number", zh: "期号"), number.verbatim, Wording("第8期 or No. 8", zh: "第8期"), diagnostics)
      }
    }
    if let date = masthead.date, let words = changed("date", from: date.verbatim) {
      if let changed = IssueDate(printed: words) {
        masthead.date = changed
      } else {
        report(
          words, Wording("date", zh: "日期"), date.verbatim, Wording("2031年7月8日 or 8 July 2031", zh: "2031年7月8日"),
          diagnostics)
      }
    }
  }

  /// The words that the field has now; nil if they are still those of `verbatim`. What is shown goes before what is held:
  /// Word changes both, LibreOffice only the former; other programs may change the latter alone.
  private func changed(_ field: String, from verbatim: String) -> String? {
    let before = verbatim.withoutBlanks
    return [shown[field], held[field]].compactMap { $0 }.first { $0.withoutBlanks != before }
  }

  private func report(
    _ words: String, _ field: Wording, _ before: String, _ form: Wording, _ diagnostics: DiagnosticSink?
  ) {
    let words = words.excerpt(40)
    diagnostics?.report(
      Diagnostic(
        id: "docx-field-unread", severity: .warning,
        message: Wording(
          "the \(field.english) was changed in the Word file to “\(words)”, which says none: it stays “\(before)”",
          zh: "Word 文件中的\(field.chinese)已改为“\(words)”，无法识别，仍按“\(before)”处理"),
        hint: Wording("write it as in \(form.english)", zh: "请写成“\(form.chinese)”的形式")))
  }
}

extension XMLElement {
  /// The name of the field that the words of this control are bound to in the part that repeats what is printed; nil for
  /// any other element.
  fileprivate var printedField: String? {
    guard let binding = dataBinding, binding.mappings.contains(EmbeddedIssueStage.printedNamespace) else { return nil }
    return binding.steps.last
  }

  /// The text of the runs within.
  private var textOfRuns: String {
    elements.reduce(into: "") { text, child in
      if child.isWord("t") { text += child.text } else { text += child.textOfRuns }
    }
  }

  /// The words that the content of a control shows.
  fileprivate var wordsOfRuns: String { elements.first { $0.isWord("sdtContent") }?.textOfRuns ?? "" }
}

extension String {
  fileprivate var withoutBlanks: String { String(unicodeScalars.filter { !$0.properties.isWhitespace }) }
}
