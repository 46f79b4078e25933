public import IssueModel
public import XMLBinding

extension XMLElement {
  /// Where its tag begins; nil if that is unknown.
  public var position: SourcePosition? { line > 0 ? SourcePosition(line: line, column: max(1, column)) : nil }
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

  /// A remark of the validator of `format`, for the user.
  init(validating remark: XMLDiagnostic, _ format: XMLFormat) {
    self.init(
      id: format.id + "-invalid", severity: .error, at: remark.position,
      message: Wording(remark.message, zh: "不符合\(format.name.chinese)的模式：\(remark.message)"),
      hint: Self.hint(remark.code, format.schemaName))
  }

  /// What to do about a fault of validity, by libxml2's code (`xmlParserErrors`).
  private static func hint(_ code: Int, _ schema: String) -> Wording {
    switch code {
    case 1871:  // XML_SCHEMAV_ELEMENT_CONTENT
      Wording(
        "check its spelling and its place: \(schema) says what may stand here, and in which order",
        zh: "请检查其拼写和位置：此处可用的元素及其次序见 \(schema)")
    case 1868:  // XML_SCHEMAV_CVC_COMPLEX_TYPE_4
      Wording("add the attribute", zh: "请补上该属性")
    case 1866, 1867:  // XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1, _2: an attribute that is not known
      Wording("remove the attribute, or check its spelling", zh: "请删除该属性，或检查其拼写")
    case 1840:  // XML_SCHEMAV_CVC_ENUMERATION_VALID: the message names the set
      Wording("write one of the values named", zh: "请改为所列的值之一")
    case 1824, 1829...1839:  // a value that its type, a bound, a length or a pattern excludes
      Wording("write a value of the kind that \(schema) names", zh: "请改为 \(schema) 所规定的值")
    case 1841, 1842:  // text where only elements may stand
      Wording("text may stand only within elements that hold text", zh: "文字只能置于可含文字的元素之内")
    default:
      Wording("see \(schema) for what may stand here", zh: "此处可用的内容见 \(schema)")
    }
  }
}
