/// Lets CommonMark see the emphasis of Chinese text.
///
/// CommonMark's rule of flanking (section 6.2) refuses `**…。**后文`: a run of asterisks after punctuation
/// cannot close before a letter, and one before punctuation cannot open after a letter. Chinese has no blanks
/// to help. So a mark that counts as punctuation is put between the run and the letter: the entity of a
/// noncharacter, which no text may hold and which the reader drops again. Lines stay as they are.
enum EmphasisRepair {
  /// The noncharacter (Unicode, section 23.7).
  static let mark = Unicode.Scalar(0xFDD0 as UInt32) ?? "\u{E000}"
  /// How it is written into the source: with a leading zero, so that it is told from one the source holds.
  static let entity = "&#x0FDD0;"

  /// `literal` as the source had it: raw text keeps the entity that parsed text has resolved.
  static func unmarked(_ literal: String) -> String {
    guard literal.utf8.contains(UInt8(ascii: "&")) else { return literal }
    return literal.replacing(entity, with: "")
  }

  /// `markdown` with marks where Chinese emphasis needs them.
  static func repaired(_ markdown: String) -> String {
    guard markdown.utf8.contains(UInt8(ascii: "*")) else { return markdown }
    let scalars = Array(markdown.unicodeScalars)
    var result = String.UnicodeScalarView()
    result.reserveCapacity(markdown.utf8.count + 256)
    let entity = Array(Self.entity.unicodeScalars)
    var index = 0
    var codeFence = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == "\\", index + 1 < scalars.count {
        result.append(scalar)
        result.append(scalars[index + 1])
        index += 2
      } else if scalar == "`" {
        // A code span ends at a run of the same length; what is within is left alone.
        var end = index
        while end < scalars.count, scalars[end] == "`" { end += 1 }
        let length = end - index
        if codeFence == 0 {
          // A run without its twin in the paragraph is a mere mark.
          if length >= 3 || closes(length, scalars, from: end) { codeFence = length }
        } else if codeFence == length {
          codeFence = 0
        }
        result.append(contentsOf: scalars[index..<end])
        index = end
      } else if scalar == "\n" {
        // A span does not reach over an empty line; a fence is closed by its own run.
        if codeFence < 3, index + 1 < scalars.count, scalars[index + 1] == "\n" { codeFence = 0 }
        result.append(scalar)
        index += 1
      } else if scalar == "*", codeFence == 0 {
        var end = index
        while end < scalars.count, scalars[end] == "*" { end += 1 }
        let before = index > 0 ? scalars[index - 1] : " "
        let after = end < scalars.count ? scalars[end] : " "
        let run = scalars[index..<end]
        index = end
        guard run.count <= 3, before.isWide || after.isWide else {
          result.append(contentsOf: run)
          continue
        }
        if isPunctuation(before), isLetter(after) {
          result.append(contentsOf: run)
          result.append(contentsOf: entity)
        } else if isLetter(before), isPunctuation(after) {
          result.append(contentsOf: entity)
          result.append(contentsOf: run)
        } else {
          result.append(contentsOf: run)
        }
      } else {
        result.append(scalar)
        index += 1
      }
    }
    return String(result)
  }

  /// Whether a run of `length` backticks comes again before the next empty line.
  private static func closes(_ length: Int, _ scalars: [Unicode.Scalar], from start: Int) -> Bool {
    var index = start
    while index < scalars.count {
      if scalars[index] == "\n", index + 1 < scalars.count, scalars[index + 1] == "\n" { return false }
      guard scalars[index] == "`" else {
        index += 1
        continue
      }
      var end = index
      while end < scalars.count, scalars[end] == "`" { end += 1 }
      if end - index == length { return true }
      index = end
    }
    return false
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isBlank && scalar != "\n" && !isPunctuation(scalar)
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      true
    case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: scalar.isASCII
    default: false
    }
  }
}
