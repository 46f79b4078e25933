/// What an editor says stands in an issue of the corpus (`Tests/Corpus/NAME/truth.json`).
///
/// A field that is absent does not apply: the reader must find nothing there either.
struct Truth: Decodable {
  /// The encoding of the input; absent for UTF-8 and for text with a byte order mark.
  var encoding: String?
  var masthead: Masthead
  /// The titles of the printed contents list, in order; null for an issue that prints none.
  var contents: [String]?
  /// A note of the editors to the whole issue.
  var editorsNote: String?
  var sections: [Section]
  var imprint: Imprint?
  /// The lines that may vanish: page numbers, running heads.
  var dropped: [String]?

  struct Masthead: Decodable {
    var series, name: String?
    var number, year, volume, total: Int?
    var kind: String?
    var office, dateISO, classification, notice, copyNumber, signer: String?
  }

  struct Section: Decodable {
    var name: String?
    var articles: [Article]
  }

  struct Article: Decodable {
    var title: String
    var kicker, subtitle, byline, editorsNote, attribution, signatureOffice, signatureDateISO: String?
    var subheadings: [String]?
    var paragraphs: [Ends]?
    var attachments, captions: [String]?
    var lists, tables, figures, notes: Int?
  }

  /// The first and the last eight characters of a paragraph, blanks left out.
  struct Ends: Decodable {
    var start, end: String
  }

  struct Imprint: Decodable {
    var distribution: [Distribution]?
    var copies: Int?
    var people: [Person]?
    /// `contact` is a part of it, such as the telephone number.
    var contact, office, printDateISO: String?
  }

  struct Distribution: Decodable {
    var label: String
    var recipients: [String]
  }

  struct Person: Decodable {
    var role: String
    var names: [String]
  }
}
