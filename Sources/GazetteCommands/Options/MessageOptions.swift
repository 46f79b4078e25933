import ArgumentParser
import Gazette

/// How the program speaks to the user.
struct MessageOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How to report what was found: text or json, one object a line.", valueName: "form"))
  var diagnostics: DiagnosticReport.Form = .text

  @Option(
    help: ArgumentHelp("The language of messages: zh or en; else by LC_ALL, LC_MESSAGES, LANG.", valueName: "language"))
  var lang: MessageLanguage?

  /// The language of messages: as asked, else by the locale.
  func language(by variable: (String) -> String?) -> Language {
    lang?.language ?? Self.localLanguage(by: variable)
  }

  /// The language of the locale; English for all but Chinese ones.
  static func localLanguage(by variable: (String) -> String?) -> Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(variable).first { !$0.isEmpty }
    return locale?.hasPrefix("zh") == true ? .simplifiedChinese : .english
  }
}

/// A language the program speaks.
enum MessageLanguage: String, ExpressibleByArgument, CaseIterable {
  case zh, en

  /// As the model names it.
  var language: Language { self == .zh ? .simplifiedChinese : .english }
}
