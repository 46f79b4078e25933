internal import ExportPipeline

extension String {
  /// Whether the text begins with a number, letter or bullet of its own: 一、, （1）, 1., B.1, ※.
  var beginsWithMark: Bool {
    guard let first else { return false }
    if hasChineseNumbering || "※★■·●◆-*○□（(".contains(first) { return true }
    let isLettered = first.isASCII && first.isLetter
    let label = first.isNumber ? prefix { $0.isNumber } : prefix(isLettered ? 1 : 0)
    guard !label.isEmpty, let mark = dropFirst(label.count).first else { return false }
    return ".．、)）".contains(mark)
  }
}
