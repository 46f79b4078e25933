internal import IssueModel
internal import XMLBinding

extension XMLElement {
  /// Where its tag begins; nil if that is unknown.
  var position: SourcePosition? { line > 0 ? SourcePosition(line: line, column: max(1, column)) : nil }
}

extension XMLDiagnostic {
  fileprivate var position: SourcePosition? {
    line > 0 ? SourcePosition(line: line, column: max(1, column)) : nil
  }
}

extension Diagnostic {
  /// A remark of the parser, for the user.
  init(parsing remark: XMLDiagnostic) {
    switch remark.bindingCode {
    case .documentType:
      self.init(
        id: "xml-document-type", severity: .error, at: remark.position,
        message: Wording("a document type (<!DOCTYPE …>) is not allowed", zh: "不允许使用文档类型声明（<!DOCTYPE …>）"),
        hint: Wording(
          "delete it, and write what its entities stood for", zh: "请删除该声明，并将实体替换为其内容"))
    case .tooDeep:
      self.init(
        id: "xml-too-deep", severity: .error, at: remark.position,
        message: Wording(remark.message, zh: "元素嵌套过深"),
        hint: Wording("nest lists and quotes less deep", zh: "请减少列表或引文的嵌套层数"))
    case .tooLarge:
      self.init(
        id: "xml-too-large", severity: .error, at: remark.position,
        message: Wording(remark.message, zh: "文件过大"),
        hint: Wording("split it into issues of their own", zh: "请拆分为多期"))
    default:
      self.init(
        id: "xml-malformed", severity: .error, at: remark.position,
        message: Wording("the XML is not well-formed: \(remark.message)", zh: "XML 格式不正确：\(remark.message)"),
        hint: Wording(
          "correct the tag or the character there; < and & are written &lt; and &amp;",
          zh: "请更正该处的标签或字符；< 和 & 应写作 &lt; 和 &amp;"))
    }
  }

  /// A remark of the validator, for the user.
  init(validating remark: XMLDiagnostic) {
    self.init(
      id: "issue-xml-invalid", severity: .error, at: remark.position,
      message: Wording(remark.message, zh: "不符合期刊 XML 的模式：\(remark.message)"),
      hint: Self.hint(remark.code))
  }

  /// What to do about a fault of validity, by libxml2's code (`xmlParserErrors`).
  private static func hint(_ code: Int) -> Wording {
    switch code {
    case 1871:  // XML_SCHEMAV_ELEMENT_CONTENT
      Wording(
        "the order of the elements is fixed; see issue.xsd for what may stand here",
        zh: "元素的先后次序是固定的；此处可用的元素见 issue.xsd")
    case 1868:  // XML_SCHEMAV_CVC_COMPLEX_TYPE_4
      Wording("add the attribute", zh: "请补上该属性")
    case 1866:  // XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1
      Wording("remove the attribute, or check its spelling", zh: "请删除该属性，或检查其拼写")
    case 1824, 1832, 1839, 1840:  // a value that its type, length, pattern or enumeration excludes
      Wording("write a value of the kind that issue.xsd names", zh: "请改为 issue.xsd 所规定的值")
    case 1841, 1842:  // text where only elements may stand
      Wording("put the text into an element such as <paragraph>", zh: "请将文字置于 <paragraph> 等元素之内")
    default:
      Wording("see issue.xsd for what may stand here", zh: "此处可用的内容见 issue.xsd")
    }
  }
}
