import ArgumentParser
import Gazette

/// What `export` and `batch` have in common: which formats, in which style, of what input.
struct ExportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The formats, separated by commas (default: docx,txt): names of 'gazette formats', or files of stylesheets (.xsl).",
      valueName: "formats"))
  var to: [String] = []

  @OptionGroup var style: StyleOption
  @OptionGroup(title: "Plain text") var text: TextFlags
  @OptionGroup(title: "Stylesheets") var stylesheets: StylesheetFlags
  @OptionGroup(title: "Input") var input: InputOptions
}
