import Gazette

/// Makes the edition for the public: who receives the issue, its copy number and notes on its use stay in the house.
struct PublicEdition: IssueTransform {
  let name = "public-edition"

  func callAsFunction(_ issue: Issue, _ context: StageContext) throws(StageError) -> Issue {
    if let secret = issue.masthead.classification {
      throw StageError(
        stage: name, message: Wording("an issue marked “\(secret)” has no public edition", zh: "“\(secret)”件不得公开"))
    }
    var issue = issue
    issue.masthead.copyNumber = nil
    issue.masthead.notice = nil
    issue.masthead.arrangement = []
    issue.imprint = nil
    return issue
  }
}
