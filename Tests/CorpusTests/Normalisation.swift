import Foundation

/// `text` with full-width forms folded and without blanks and invisible characters.
func folded(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.precomposedStringWithCompatibilityMapping.unicodeScalars
  where !scalar.properties.isWhitespace && scalar.properties.generalCategory != .format {
    result.append(scalar)
  }
  return String(result)
}

/// `text` folded, without brackets, colons and dashes at its ends: the form in which fields are compared.
func normalised(_ text: String) -> String {
  folded(text).trimmingCharacters(in: CharacterSet(charactersIn: "【】〖〗《》〈〉()[]:—–─"))
}

/// `text` folded, runs of blanks as one: the form in which the blanks of titles are compared.
func spaced(_ text: String) -> String {
  text.precomposedStringWithCompatibilityMapping.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
