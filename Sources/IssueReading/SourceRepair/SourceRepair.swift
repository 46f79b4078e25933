import IssueModel

/// A repair of the text itself, before a parser sees it: of letters and marks that other programs left wrong. No line moves.
struct SourceRepair: Sendable {
  /// The name by which `--no-repair` calls it; that of a stage, if the stage makes the rest of the repair.
  let name: String
  /// What it does, in one line.
  let summary: Wording
  /// Whether a web page is repaired so too, of which the text is the markup.
  let isForPages: Bool
  /// Makes it, and reports each line that it changed.
  let make: @Sendable (inout SourceText, DiagnosticSink) -> Void

  /// All of them, in the order they run.
  static let all = [
    invisibleCharacters, quotedText, verticalQuotes, strayBackslashes, misreadLeaders, spacedLetters,
  ]

  private static let invisibleCharacters = SourceRepair(
    name: "invisible-characters",
    summary: Wording("drop characters that show nothing and hide words from searches", zh: "去掉不显示的字符"), isForPages: true
  ) { source, diagnostics in
    diagnostics.repaired("invisible-character-dropped", source.dropInvisibles()) { count in
      Wording(
        count == 1
          ? "a character that shows nothing was dropped" : "\(count) characters that show nothing were dropped",
        zh: "去掉\(count)个不显示的字符")
    }
  }

  private static let quotedText = SourceRepair(
    name: QuotedTextStage.name, summary: QuotedTextStage.summary, isForPages: false
  ) { source, diagnostics in
    guard let opened = source.openQuotes() else { return }
    for (line, text) in opened.frame {
      diagnostics.repaired(
        "mail-header-dropped", line: line, "“\(excerpt(text, toldLength))” of the mail around the quoted text dropped",
        zh: "去掉转发邮件的“\(excerpt(text, toldLength))”",
        hint: Wording("keep it with --no-repair quoted-text", zh: "如需保留，请用 --no-repair quoted-text"), confidence: 0.95)
    }
    diagnostics.repaired(
      "quotes-opened", line: opened.line, "the whole text is quoted, as in a mail: the marks > were taken off",
      zh: "全文均为引文（如转发的邮件）：已去掉行首的 >",
      hint: Wording("keep them with --no-repair quoted-text", zh: "如需保留引文，请用 --no-repair quoted-text"))
  }

  private static let verticalQuotes = SourceRepair(
    name: "vertical-quotes", summary: Wording("lay the quotation marks of vertical print", zh: "竖排引号改为横排"),
    isForPages: false
  ) { source, diagnostics in
    diagnostics.repaired("vertical-quotes-laid", source.layVerticalQuotes()) { count in
      Wording(
        count == 1
          ? "a quotation mark of vertical print was laid" : "\(count) quotation marks of vertical print were laid",
        zh: "\(count)个竖排引号改为横排")
    }
  }

  private static let strayBackslashes = SourceRepair(
    name: "stray-backslashes",
    summary: Wording("drop the backslashes that Big5 left behind letters", zh: "去掉Big5转换残留的反斜杠"), isForPages: false
  ) { source, diagnostics in
    diagnostics.repaired("stray-backslash-dropped", source.dropBackslashes()) { count in
      Wording(
        count == 1
          ? "a backslash that Big5 left behind a letter was dropped"
          : "\(count) backslashes that Big5 left behind letters were dropped",
        zh: "去掉\(count)个Big5转换残留的反斜杠")
    }
  }

  private static let spacedLetters = SourceRepair(
    name: SpacingStage.name, summary: SpacingStage.summary, isForPages: false
  ) { source, diagnostics in
    for (line, beginning, count) in source.closeSpacedLetters() {
      diagnostics.repaired(
        "spacing-tightened", line: line, "\(count) stray blank\(count == 1 ? "" : "s") removed in “\(beginning)”",
        zh: "“\(beginning)”一行去掉\(count)处多余空格", severity: .note)
    }
  }

  private static let misreadLeaders = SourceRepair(
    name: "misread-leaders",
    summary: Wording("make dots again of leaders that recognition read as letters", zh: "还原被误识为字母的目录点线"),
    isForPages: false
  ) { source, diagnostics in
    for (line, letters) in source.restoreLeaders() {
      diagnostics.repaired(
        "leader-restored", line: line,
        "“\(excerpt(letters))” was read for the dots before a page number; they are dots again",
        zh: "“\(excerpt(letters))”是页码前的点线误识，已还原", severity: .note, confidence: 0.95)
    }
  }
}

extension DiagnosticSink {
  /// Tells of each line in which a repair changed letters.
  func repaired(
    _ id: String, _ lines: [ChangedLine], severity: Diagnostic.Severity = .note, hint: Wording? = nil,
    _ message: (_ count: Int) -> Wording
  ) {
    for changed in lines {
      report(
        Diagnostic(
          id: id, severity: severity, at: SourcePosition(line: changed.line), message: message(changed.count),
          hint: hint))
    }
  }
}
