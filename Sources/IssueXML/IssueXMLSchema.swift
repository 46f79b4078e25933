internal import IssueModel
internal import Stylesheets
internal import XMLBinding

/// The schema of issue XML, compiled when it is first needed.
enum IssueXMLSchema {
  static let compiled: Result<XMLSchema, IssueXMLError> = {
    do throws(XMLReadingError) {
      return .success(try XMLSchema(XMLSource(name: "issue.xsd", bytes: StylesheetFiles.issueSchema)))
    } catch {
      let reason = error.description
      return .failure(
        IssueXMLError([
          Diagnostic(
            id: "issue-xml-schema", severity: .error,
            message: Wording("the built-in schema is broken: \(reason)", zh: "内置模式有误：\(reason)"),
            hint: Wording("report this as a fault of the program", zh: "请作为程序缺陷报告"))
        ]))
    }
  }()
}
