extension Masthead {
  /// The rows by custom, of the fields that are there: notes on use, series, name, number, then office and date
  /// on one line.
  public var conventionalArrangement: [[MastheadField]] {
    let rows: [[(field: MastheadField, isThere: Bool)]] = [
      [(.copyNumber, copyNumber != nil)], [(.classification, classification != nil)], [(.notice, notice != nil)],
      [(.series, series != nil)], [(.name, !name.isEmpty)], [(.number, number != nil)],
      [(.office, office != nil), (.date, date != nil)], [(.signer, signer != nil)],
    ]
    return rows.map { $0.filter(\.isThere).map(\.field) }.filter { !$0.isEmpty }
      + otherLines.indices.map { [.other($0)] }
  }
}

extension Imprint {
  /// The rows by custom, of the fields that are there: distribution, people, office and date of printing,
  /// copies, contact.
  public var conventionalArrangement: [[ImprintField]] {
    var rows: [[ImprintField]] = distribution.indices.map { [.distribution($0)] } + people.indices.map { [.people($0)] }
    let last = (office == nil ? [] : [ImprintField.office]) + (printDate == nil ? [] : [.printDate])
    if !last.isEmpty { rows.append(last) }
    if copies != nil || copiesVerbatim != nil { rows.append([.copies]) }
    if contact != nil { rows.append([.contact]) }
    return rows + otherLines.indices.map { [.other($0)] }
  }
}
