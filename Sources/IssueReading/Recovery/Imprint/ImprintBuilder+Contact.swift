import IssueModel

/// The ways to reach the editors.
extension ImprintBuilder {
  /// Whether a value holds what a telephone number or an address on the net has: five digits or more near each other, an @.
  static func reaches(_ text: String) -> Bool {
    if text.contains("@") || text.contains("www.") || text.contains("://") { return true }
    var digits = 0
    for scalar in text.unicodeScalars {
      if scalar.isASCIIDigit {
        digits += 1
        if digits >= 5 { return true }
      } else if !scalar.isBlank, !"-–()+./".unicodeScalars.contains(scalar) {
        digits = 0
      }
    }
    return false
  }

  /// GPO Box 90117, Hong Kong: a line that is nothing but where letters reach the editors.
  static func isPostBox(_ text: String) -> Bool {
    guard text.hanCount == 0, text.fits(60), text.contains(where: \.isNumber), !LineGrammar.isProse(text) else {
      return false
    }
    let low = text.lowercased()
    return ["gpo box ", "po box ", "p.o. box ", "p. o. box ", "box ", "private bag ", "post office box ", "p.o.b. "]
      .contains(where: low.hasPrefix)
  }

  /// Whether a contact is only an address: 會址：…, Address: ….
  private static func isPlace(_ text: String) -> Bool {
    guard let colon = text.firstIndex(ofAny: ":：") else { return isPostBox(text) }
    let label = text[..<colon].lowercased()
    return (label.contains("址") && !label.contains("网") && !label.contains("網") || label.contains("address"))
      && !text.contains("@") && !reaches(String(text[colon...].prefix(80)).filter { $0 != "號" && $0 != "号" })
  }

  /// Several ways to reach the editors on one line are one contact; those on further lines stay apart.
  static func addContact(_ text: String, _ imprint: inout Imprint, _ row: inout [ImprintField]) {
    if row.last == .contact, let contact = imprint.contact {
      imprint.contact = contact + "　" + text
    } else if imprint.contact == nil {
      imprint.contact = text
      row.append(.contact)
    } else if let contact = imprint.contact, isPlace(contact), reaches(text) {
      // Where the office is gives way to its telephone.
      imprint.otherLines.append(contact)
      let other = ImprintField.other(imprint.otherLines.count - 1)
      for place in imprint.arrangement.indices {
        imprint.arrangement[place] = imprint.arrangement[place].map { $0 == .contact ? other : $0 }
      }
      row = row.map { $0 == .contact ? other : $0 }
      imprint.contact = text
      row.append(.contact)
    } else {
      imprint.otherLines.append(text)
      row.append(.other(imprint.otherLines.count - 1))
    }
  }
}
