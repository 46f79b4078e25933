/// Issue JSON: the model as `gazette dump` prints it, out and in.
///
/// Members have the names of the model's properties. `Stylesheets/schema/issue.schema.json` describes each of them.
/// `text`, `line` and `iso` are written for the reader's sake only: what they say follows from the rest.
public enum IssueJSON {
  /// `issue` as JSON in UTF-8, with a newline at the end. Equal issues give equal bytes.
  public static func write(_ issue: Issue) throws -> [UInt8] { Array((try JSONText.encode(issue) + "\n").utf8) }

  /// The issue in `bytes`, which are JSON in UTF-8.
  /// - Parameter bytes: The JSON, with a byte order mark or without.
  /// - Parameter diagnostics: Is told of members for the reader's sake that say something else than the model
  ///   (`issue-json-ignored`): a change made only there has no effect.
  /// - Throws: ``IssueJSONError`` if the bytes are no JSON, or no issue.
  public static func read(_ bytes: [UInt8], diagnostics: DiagnosticSink? = nil) throws(IssueJSONError) -> Issue {
    let tree: JSONTree
    do throws(JSONSyntaxError) {
      tree = try JSONTree(parsing: bytes)
    } catch {
      throw IssueJSONError([
        Diagnostic(
          id: "issue-json-malformed", severity: .error, at: error.position,
          message: Wording(
            "the JSON is not well-formed: \(error.message.english)", zh: "JSON 格式不正确：\(error.message.chinese)"),
          hint: Wording("correct it there, or before it", zh: "请更正该处或其之前的内容"))
      ])
    }
    guard tree["masthead"] != nil || tree["sections"] != nil else {
      throw IssueJSONError([
        Diagnostic(
          id: "issue-json-foreign", severity: .error, at: tree.position,
          message: Wording(
            "this is JSON, but no issue: it has neither masthead nor sections",
            zh: "这是 JSON，但不是期刊：既无 masthead 也无 sections"),
          hint: Wording(
            "issue JSON is what gazette dump prints; issue.schema.json describes it",
            zh: "期刊 JSON 即 gazette dump 的输出；格式见 issue.schema.json"))
      ])
    }
    let leftovers = JSONTreeDecoder.Leftovers()
    let issue: Issue
    do {
      issue = try JSONTreeDecoder.decode(Issue.self, from: tree.without("$schema"), leftovers)
    } catch let fault as JSONTreeDecoder.Fault {
      throw IssueJSONError([Diagnostic(fault)])
    } catch {
      throw IssueJSONError([Diagnostic(JSONTreeDecoder.fault(tree, "this is no issue", zh: "这不是期刊"))])
    }
    guard leftovers.faults.isEmpty else {
      throw IssueJSONError(
        leftovers.faults.sorted { $0.position < $1.position }.map { Diagnostic($0) })
    }
    if let diagnostics { DerivedMembers(diagnostics).compare(tree, with: issue) }
    return issue
  }
}

/// Why bytes are no issue JSON.
public struct IssueJSONError: Error, Sendable, Hashable {
  /// All that is wrong, in the order of the text, each with its place: at least one.
  public var diagnostics: [Diagnostic]
  /// A failure for the given reasons.
  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}

extension Diagnostic {
  fileprivate init(_ fault: JSONTreeDecoder.Fault) {
    self.init(id: "issue-json-invalid", severity: .error, at: fault.position, message: fault.message, hint: fault.hint)
  }
}

extension JSONTree {
  /// Without the member `key`: editors of JSON put the place of the schema there.
  fileprivate func without(_ key: String) -> JSONTree {
    guard case .object(let members) = content else { return self }
    return JSONTree(.object(members.filter { $0.key != key }), at: position)
  }
}

/// Finds `text`, `line` and `iso` that say something else than the model they stand in.
private struct DerivedMembers {
  let diagnostics: DiagnosticSink
  init(_ diagnostics: DiagnosticSink) { self.diagnostics = diagnostics }

  func compare(_ tree: JSONTree, with issue: Issue) {
    guard let bytes = try? IssueJSON.write(issue), let written = try? JSONTree(parsing: bytes) else { return }
    compare(tree, written)
  }

  private func compare(_ given: JSONTree, _ written: JSONTree) {
    switch (given.content, written.content) {
    case (.array(let given), .array(let written)):
      for (one, other) in zip(given, written) { compare(one, other) }
    case (.object(let members), .object):
      for member in members {
        if let other = written[member.key] {
          compare(member.value, other)
        } else if ["text", "line", "iso"].contains(member.key) {
          report(member)
        }
        guard ["text", "line", "iso"].contains(member.key), let other = written[member.key],
          !member.value.isSame(as: other)
        else { continue }
        report(member)
      }
    default: break
    }
  }

  private func report(_ member: JSONTree.Member) {
    diagnostics.report(
      Diagnostic(
        id: "issue-json-ignored", severity: .warning, at: member.position,
        message: Wording(
          "“\(member.key)” says something else than the members it follows from; it is not read",
          zh: "“\(member.key)”与其所依据的成员不一致；该值不被读取"),
        hint: Wording(
          "change inlines, source or the parts of the date instead", zh: "请改动 inlines、source 或日期的各部分")))
  }
}

extension JSONTree {
  fileprivate func isSame(as other: JSONTree) -> Bool {
    switch (content, other.content) {
    case (.text(let a), .text(let b)): a == b
    case (.number(let a), .number(let b)): Int(a) == Int(b)
    default: false
    }
  }
}
