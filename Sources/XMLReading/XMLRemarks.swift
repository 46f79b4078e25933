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

extension Wording {
  /// What to do about what is said twice.
  package static let keepOne = Wording("keep one of them, with all that it is to say", zh: "请只保留一个，并将内容合并")
}

extension Diagnostic {
  /// A remark of the parser, for the user; `beginning` says how a document of the format begins.
  init(parsing remark: XMLDiagnostic, beginning: Wording? = nil) {
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
        hint: [3, 4].contains(remark.code)
          ? beginning ?? Self.hint(parsing: remark.code) : Self.hint(parsing: remark.code))
    }
  }

  /// What to do about a fault of syntax, by libxml2's code (`xmlParserErrors`).
  private static func hint(parsing code: Int) -> Wording {
    switch code {
    case 3, 4:  // XML_ERR_DOCUMENT_START, _EMPTY
      Wording(
        "check that it is the right file; a back issue as text is read by its own extension, or with --from",
        zh: "请确认文件是否正确；文本形式的旧刊请用相应扩展名，或用 --from 指定")
    case 5:  // XML_ERR_DOCUMENT_END
      Wording("one file holds one issue: remove what stands behind its end", zh: "一个文件只含一期：请删除结束之后的内容")
    case 8:  // XML_ERR_INVALID_CHARREF
      Wording("remove it: no output can hold the character", zh: "请删除：任何输出格式都不能包含该字符")
    case 9, 31, 32, 81:  // XML_ERR_INVALID_CHAR, _UNKNOWN_ENCODING, _UNSUPPORTED_ENCODING, _INVALID_ENCODING
      Wording("save the file as UTF-8, or declare the encoding it is in", zh: "请将文件另存为 UTF-8，或声明其实际编码")
    case 23:  // XML_ERR_ENTITYREF_SEMICOL_MISSING
      Wording("a & that is text is written &amp;", zh: "作为文字的 & 应写作 &amp;")
    case 26:  // XML_ERR_UNDECLARED_ENTITY
      Wording(
        "write the character itself, or its number: &#160; for &nbsp;", zh: "请直接写该字符或其编号：&nbsp; 写作 &#160;")
    case 39, 40:  // XML_ERR_ATTRIBUTE_NOT_STARTED, _NOT_FINISHED
      Wording("put the value in quotes", zh: "请为该值加上引号")
    case 42:  // XML_ERR_ATTRIBUTE_REDEFINED
      Wording("remove one of the two", zh: "请删除其中之一")
    case 76:  // XML_ERR_TAG_NAME_MISMATCH
      Wording(
        "close the tag that the message names before this one, which closes another",
        zh: "请先关闭所指出的标签，再关闭此处的标签")
    case 77:  // XML_ERR_TAG_NOT_FINISHED
      Wording("the end is missing: take the whole file, or close the tag", zh: "内容不完整：请使用完整的文件，或关闭该标签")
    case 201:  // XML_NS_ERR_UNDEFINED_NAMESPACE
      Wording("declare the prefix with xmlns:PREFIX=\"…\", or remove it", zh: "请用 xmlns:前缀=\"…\" 声明该前缀，或将其删除")
    default:
      Wording(
        "correct the tag or the character there; < and & are written &lt; and &amp;",
        zh: "请更正该处的标签或字符；< 和 & 应写作 &lt; 和 &amp;")
    }
  }

  /// A remark of the validator of `format`, for the user.
  init(validating remark: XMLDiagnostic, _ format: XMLFormat) {
    let twice = Self.repeated(remark)
    self.init(
      id: format.id + "-invalid", severity: .error, at: remark.position,
      message: twice ?? Wording(remark.message, zh: "不符合\(format.name.chinese)的模式：\(remark.message)"),
      hint: twice != nil
        ? .keepOne
        : Self.kind(remark, format).map { Wording("write \($0.english)", zh: "请写\($0.chinese)") }
          ?? Self.hint(remark, format.schemaName))
  }

  /// What stands there twice, of which there can be one (XML_SCHEMAV_CVC_IDC).
  private static func repeated(_ remark: XMLDiagnostic) -> Wording? {
    guard remark.code == 1877, let begin = remark.message.firstRange(of: "['"),
      let end = remark.message[begin.upperBound...].firstRange(of: "']")
    else { return nil }
    let name = remark.message[begin.upperBound..<end.lowerBound]
    let element = remark.message.split(separator: "'").dropFirst().first ?? ""
    return Wording(
      "Element '\(element)': there is one for '\(name)' already.", zh: "元素“\(element)”：“\(name)”已有一个")
  }

  /// What may be written, if the remark is on a value that its type, a bound, a length or a pattern excludes
  /// (XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1, XML_SCHEMAV_CVC_LENGTH_VALID and those behind it). An enumeration is told
  /// by the remark itself.
  private static func kind(_ remark: XMLDiagnostic, _ format: XMLFormat) -> Wording? {
    guard remark.code == 1824 || (1829...1839).contains(remark.code) else { return nil }
    let quoted = remark.message.split(separator: "'", omittingEmptySubsequences: false)
    if remark.message.hasPrefix("Element '"), quoted.count > 4, quoted[2] == ", attribute " {
      if let kind = format.kinds["\(quoted[1])@\(quoted[3])"] ?? format.kinds["@\(quoted[3])"] { return kind }
    }
    return format.kinds.first { remark.message.contains("type '\($0.key)'") }?.value
  }

  /// What to do about a fault of validity, by libxml2's code (`xmlParserErrors`).
  private static func hint(_ remark: XMLDiagnostic, _ schema: String) -> Wording {
    switch remark.code {
    case 1871 where remark.message.contains("Missing child"):  // XML_SCHEMAV_ELEMENT_CONTENT
      Wording("add what is expected", zh: "请补上所缺的元素")
    case 1871:
      Wording(
        "check its spelling and its place: \(schema) says what may stand here, and in which order",
        zh: "请检查其拼写和位置：此处可用的元素及其次序见 \(schema)")
    case 1868:  // XML_SCHEMAV_CVC_COMPLEX_TYPE_4
      Wording("add the attribute", zh: "请补上该属性")
    case 1866, 1867:  // XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1, _2: an attribute that is not known
      Wording("remove the attribute, or check its spelling", zh: "请删除该属性，或检查其拼写")
    case 1840:  // XML_SCHEMAV_CVC_ENUMERATION_VALID: the message names the set
      Wording("write one of the values named", zh: "请改为所列的值之一")
    case 1824 where remark.message.contains("'xs:long'"):
      Wording("write a whole number, in digits and nothing else", zh: "请只写一个整数")
    case 1831 where remark.message.contains("'minLength'"):
      Wording("do not leave it empty", zh: "该值不可为空")
    case 1824, 1829...1839:  // a value that its type, a bound, a length or a pattern excludes
      Wording("write a value of the kind that \(schema) names", zh: "请改为 \(schema) 所规定的值")
    case 1841...1844 where remark.message.contains("Character content"):  // XML_SCHEMAV_CVC_COMPLEX_TYPE_2_…
      Wording("put the text into an element that holds text, such as <paragraph>", zh: "请将文字置于可含文字的元素之内，例如 <paragraph>")
    default:
      Wording("see \(schema) for what may stand here", zh: "此处可用的内容见 \(schema)")
    }
  }
}
