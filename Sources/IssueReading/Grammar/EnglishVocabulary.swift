/// English words and turns of phrase by which parts of a bulletin are known. All are compared in lower case.
enum EnglishVocabulary {
  /// Degrees of secrecy, blanks gone and in small letters: they stand alone on a line and in capitals.
  static let classifications: Set<String> = [
    "restricted", "confidential", "secret", "topsecret", "strictlyconfidential",
  ]

  /// Words in the names of offices, beside those of ``Vocabulary/englishOfficeWords``: bodies, never places or things.
  static let offices: Set<String> = Set(
    Vocabulary.englishOfficeWords + [
      "admiralty", "airport", "alliance", "battalion", "borough", "brigade", "cathedral", "chamber", "choir",
      "coalition",
      "congress", "consortium", "constabulary", "conservatory", "corps", "diocese", "directorate", "faculty",
      "fraternity",
      "guild", "hospice", "infirmary", "inspectorate", "institution", "league", "municipality", "orchestra",
      "parliament",
      "railway", "railways", "regiment", "senate", "sisterhood", "squadron", "syndicate", "tramways",
      "treasury", "tribunal", "court", "brotherhood", "administration",
    ])

  /// Lines above or below a bulletin's name that are one word for who may read it.
  static let noticeWords: Set<String> = [
    "private", "confidential", "restricted", "internal", "official", "secret", "urgent", "immediate", "unclassified",
    "complimentary", "free",
  ]

  /// How lines begin that say who may read an issue, or what may be done with it.
  static let noticeBeginnings = [
    "not for ", "not to be ", "for the attention of", "for the information of", "for the use of",
    "for circulation ", "for internal", "internal use",
    "internal document",
    "confidential", "strictly ",
    "restricted", "private ", "embargo", "please circulate", "please display", "please pass", "please post",
    "please copy",
    "do not ", "unofficial", "draft", "for official use", "for information only", "members' copy", "no part of this",
    "circulated ", "to be read ", "to be posted", "to be displayed", "to be kept", "to be returned", "to all ",
    "read this ", "please read", "pass this on", "pass it on", "hand this on",
    "the views ", "views expressed", "property of ", "issued for information", "members only", "staff only",
    "for members only", "for staff only",
  ]

  /// Words within such lines.
  static let noticeTurns = [
    " not for publication", " not for circulation", "internal use only", "may not be quoted", "not for citation",
    " not for onward", " not for distribution", "not for further", " to be posted", " to be displayed", " to be read ",
    " to be returned", " not to be cited", " not to be quoted", " not to be shown", " not to be copied",
    " not to be passed", " not to be forwarded", " not to leave ", " please post", " please display", " please pass",
  ]

  /// Labels of what is sent along with an article.
  static let enclosures = [
    "encl", "enclosure", "enclosures", "attachment", "attachments", "annex", "annexes", "annexure", "annexures",
    "appended",
    "enc", "encls", "enclosed", "attached",
  ]

  /// Kinds of bulletins before a number and a year: Circular 12/98.
  static let numberedKinds = [
    "bulletin", "circular", "notice", "newsletter", "letter", "report", "digest", "brief", "briefing", "memo",
    "memorandum", "update", "advisory", "communique", "release", "paper", "sheet", "order", "circ",
  ]

  /// Whether a line in lower case says who may read the issue, or what may be done with it.
  static func isNotice(_ text: String) -> Bool {
    guard text.columns <= 90, text.split(separator: " ").count <= 16 else { return false }
    if noticeWords.contains(text) { return true }
    // OFFICIAL - not to be forwarded outside government
    for dash in [" - ", " – ", " — "] {
      if let place = text.firstRange(of: dash) {
        let head = String(text[..<place.lowerBound])
        return noticeWords.contains(head) || isNotice(head) || isNotice(String(text[place.upperBound...]))
      }
    }
    if noticeBeginnings.contains(where: text.hasPrefix) { return true }
    if text.hasPrefix("for "), text.hasSuffix(" only") || text.hasSuffix(" only.") { return true }
    // Official use only, Members’ use only
    if text.hasSuffix(" use only") || text.hasSuffix(" use only.") { return text.columns <= 48 }
    return noticeTurns.contains(where: text.contains)
  }

  private static let posts: Set<String> = [
    "officer", "secretary", "treasurer", "chairman", "chair", "chairwoman", "chairperson", "president", "director",
    "manager", "editor", "editors", "secretaries", "clerk", "registrar", "warden", "rector", "vicar", "curate",
    "captain", "principal", "head",
    "headmaster", "headmistress", "librarian", "curator", "engineer", "inspector", "superintendent", "commissioner",
    "convenor", "convener", "coordinator", "administrator", "adjutant", "bursar", "steward", "master", "leader",
    "mayor",
    "headteacher", "teacher", "deputy", "matron", "accountant", "ordinator", "supervisor", "foreman", "controller",
    "trustee", "governor", "minister", "lecturer", "architect", "mechanic", "physician", "surgeon", "dean", "provost",
    "consul", "attaché", "ambassador", "chaplain", "almoner", "surveyor", "organiser", "organizer", "archivist",
    "student", "correspondent", "representative", "organist", "caretaker", "keeper", "ranger", "nurse", "pharmacist",
    "adviser", "advisor", "analyst", "instructor", "trainer", "coach", "skipper", "coxswain", "auditor", "ombudsman",
    "spokesman", "spokeswoman", "spokesperson", "delegate", "almoner", "forester", "gardener", "examiner",
    "quartermaster",
  ]

  /// Whether the words say what somebody is: Safety Officer, Hon. Secretary of the Branch.
  static func namesPost(_ text: String) -> Bool {
    text.lowercased().split { !$0.isLetter }.contains { word in
      // Guestmaster, stationmaster, postmistress.
      posts.contains(String(word)) || word.count >= 9 && ["master", "mistress"].contains(where: word.hasSuffix)
    }
  }
}
