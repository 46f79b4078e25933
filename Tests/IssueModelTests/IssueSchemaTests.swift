import Foundation
import IssueModel
import TestSupport
import Testing

@Suite("The schema of issue JSON")
struct IssueSchemaTests {
  static func schema() throws -> JSONTree {
    let path = Repository.root + "/Stylesheets/schema/issue.schema.json"
    return try JSONTree(parsing: [UInt8](Data(contentsOf: URL(filePath: path))))
  }

  @Test("Whatever an issue holds, its JSON is as the schema says", arguments: 0..<60)
  func valid(_ number: Int) throws {
    var validator = SchemaValidator(root: try Self.schema())
    for issue in [AnyIssue.issue(number), IssueGenerator.issue(seed: UInt64(number))] {
      validator.check(try JSONTree(parsing: IssueJSON.write(issue)))
    }
    #expect(validator.faults == [])
  }

  @Test("A member that the schema does not know is found out")
  func invalid() throws {
    var validator = SchemaValidator(root: try Self.schema())
    validator.check(try JSONTree(parsing: Array(IssueJSONTests.small.replacing("\"notes\"", with: "\"noten\"").utf8)))
    #expect(validator.faults.count == 2, "\(validator.faults)")
  }

  @Test("Each member that the schema describes is written for some issue, and each has a description")
  func complete() throws {
    var validator = SchemaValidator(root: try Self.schema())
    for number in 0..<250 { validator.check(try JSONTree(parsing: IssueJSON.write(AnyIssue.issue(number)))) }
    #expect(validator.described.subtracting(validator.met).sorted() == ["$schema"])
    #expect(validator.undescribed == [])
  }
}

/// As much of JSON Schema (2020-12) as the schema of issue JSON uses: what it says and this does not know fails.
private struct SchemaValidator {
  let root: JSONTree
  var faults: [String] = []
  /// The members that values had, by their descriptions.
  var met: Set<String> = []

  init(root: JSONTree) { self.root = root }

  mutating func check(_ value: JSONTree) { faults += faults(value, root, "#") }

  /// The names of all members that any object of the schema describes.
  var described: Set<String> { Set(objects.flatMap { $0["properties"]?.members.map(\.key) ?? [] }) }

  /// Members without a word on what they are.
  var undescribed: [String] {
    objects.flatMap { object in
      (object["properties"]?.members ?? []).filter { member in
        member.key != "kind" && member.value["description"] == nil && member.value["$ref"] == nil
      }.map(\.key)
    }
  }

  private var objects: [JSONTree] {
    var found: [JSONTree] = []
    func visit(_ tree: JSONTree) {
      if tree["properties"] != nil { found.append(tree) }
      for member in tree.members { visit(member.value) }
      for element in tree.elements { visit(element) }
    }
    visit(root)
    return found
  }

  private mutating func faults(_ value: JSONTree, _ schema: JSONTree, _ path: String) -> [String] {
    var found: [String] = []
    for rule in schema.members {
      switch rule.key {
      case "$ref":
        let name = rule.value.string?.split(separator: "/").last.map(String.init) ?? ""
        found += root["$defs"]?[name].map { faults(value, $0, path) } ?? ["\(path): no definition \(name)"]
      case "type": if rule.value.string != value.type { found.append("\(path): \(value.type)") }
      case "const", "enum":
        let allowed = rule.key == "const" ? [rule.value.string] : rule.value.elements.map(\.string)
        if !allowed.contains(value.string) { found.append("\(path): \(value.string ?? "?")") }
      case "pattern":
        if (try? Regex(rule.value.string ?? "").wholeMatch(in: value.string ?? "")) == nil {
          found.append("\(path): pattern")
        }
      case "items":
        for (index, element) in value.elements.enumerated() { found += faults(element, rule.value, "\(path)/\(index)") }
      case "oneOf":
        var all: [[String]] = []
        for option in rule.value.elements { all.append(faults(value, option, path)) }
        if all.filter(\.isEmpty).count != 1 { found += all.min { $0.count < $1.count } ?? [] }
      case "properties":
        for member in value.members {
          guard let described = rule.value[member.key] else { continue }
          met.insert(member.key)
          found += faults(member.value, described, "\(path)/\(member.key)")
        }
      case "required":
        for key in rule.value.elements.compactMap(\.string) where value[key] == nil {
          found.append("\(path): no \(key)")
        }
      case "additionalProperties":
        for member in value.members where schema["properties"]?[member.key] == nil {
          found.append("\(path): \(member.key)")
        }
      case "$schema", "$id", "$defs", "title", "description": break
      default: found.append("a rule that this test does not know: \(rule.key)")
      }
    }
    return found
  }
}

extension JSONTree {
  fileprivate var members: [Member] { if case .object(let members) = content { members } else { [] } }
  fileprivate var elements: [JSONTree] { if case .array(let elements) = content { elements } else { [] } }
  fileprivate var string: String? { if case .text(let text) = content { text } else { nil } }
  fileprivate var type: String {
    switch content {
    case .null: "null"
    case .truth: "boolean"
    case .number(let number): Int(number) == nil ? "number" : "integer"
    case .text: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}
