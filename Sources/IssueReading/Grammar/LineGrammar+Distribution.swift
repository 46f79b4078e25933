/// Lines of the distribution list: 报：, cc:.
extension LineGrammar {
  /// A line of the distribution list.
  static func distribution(_ text: String) -> Labelled? {
    labelled(text, Vocabulary.distributionLabels, english: Vocabulary.englishDistributionLabels)
      ?? spacedDistribution(text)
  }

  /// 报  港务局、海事局: a wide blank instead of the colon. The label is one that text hardly begins with, and offices
  /// follow.
  private static func spacedDistribution(_ text: String) -> Labelled? {
    guard let first = text.unicodeScalars.first(where: { !$0.isBlank }), spacedLabelStarts.contains(first),
      text.utf8.count <= 600, !text.hasAny(of: "：:")
    else { return nil }
    let pieces = text.trimmed.columnsByGaps
    guard pieces.count >= 2, let label = pieces.first, Vocabulary.spacedDistributionLabels.contains(label) else {
      return nil
    }
    let rest = pieces.dropFirst().joined(separator: "　")
    let names = rest.split { "、，,；;".contains($0) || $0.isBlankCharacter }.map(String.init)
    let offices = names.filter { Vocabulary.looksLikeOffice($0) || $0.hasPrefix("各") }
    guard names.count >= 1, offices.count * 2 >= names.count, !rest.hasSuffix("？") else { return nil }
    return Labelled(label: label, rest: rest)
  }

  private static let spacedLabelStarts: Set<Unicode.Scalar> = Set(
    Vocabulary.spacedDistributionLabels.compactMap(\.unicodeScalars.first))
}
