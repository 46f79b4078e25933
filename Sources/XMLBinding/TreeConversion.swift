internal import CLibXML2

/// Makes libxml2's nodes into values, without recursion: how deep they go is the document's choice.
enum TreeConversion {
  /// The nodes from `first` to its last sibling, and all within them.
  static func nodes(from first: UnsafeMutablePointer<xmlNode>?, leadingLines: Int = 0) -> [XMLNode] {
    var open: [XMLElement] = []
    var content: [XMLNode] = []  // of the innermost open element
    var outer: [[XMLNode]] = []
    var text = ""
    var next = first

    func endText() {
      guard !text.isEmpty else { return }
      content.append(.text(text))
      text = ""
    }

    while true {
      if let node = next {
        switch node.pointee.type {
        case XML_ELEMENT_NODE:
          endText()
          open.append(element(node, leadingLines))
          outer.append(content)
          content = []
          if let child = node.pointee.children {
            next = child
            continue
          }
          close()
        case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
          text += string(node.pointee.content)
        default: break
        }
        next = node.pointee.next
        climb(from: node)
      } else {
        endText()
        return content
      }
    }

    func close() {
      endText()
      guard var element = open.popLast() else { return }
      element.children = content
      content = outer.popLast() ?? []
      content.append(.element(element))
    }

    /// Closes the elements that end behind `node` if it is a last child.
    func climb(from node: UnsafeMutablePointer<xmlNode>) {
      var node = node
      while next == nil, !open.isEmpty, let parent = node.pointee.parent {
        close()
        node = parent
        next = node.pointee.next
      }
    }
  }

  static func element(_ node: UnsafeMutablePointer<xmlNode>, _ leadingLines: Int) -> XMLElement {
    let position = NodePosition(of: node)
    return XMLElement(
      name: string(node.pointee.name), namespace: namespace(node.pointee.ns),
      attributes: attributes(of: node), line: max(0, (position?.line ?? 0) - leadingLines),
      column: position?.column ?? 0)
  }

  private static func attributes(of node: UnsafeMutablePointer<xmlNode>) -> [XMLAttribute] {
    var result: [XMLAttribute] = []
    var next = node.pointee.properties
    while let attribute = next {
      var value = ""
      var part = attribute.pointee.children
      while let node = part {
        value += string(node.pointee.content)
        part = node.pointee.next
      }
      result.append(
        XMLAttribute(
          name: string(attribute.pointee.name), namespace: namespace(attribute.pointee.ns), value: value))
      next = attribute.pointee.next
    }
    return result
  }

  private static func namespace(_ namespace: UnsafeMutablePointer<xmlNs>?) -> String? {
    namespace?.pointee.href.map { string($0) }
  }

  static func string(_ bytes: UnsafePointer<xmlChar>?) -> String { bytes.map { String(cString: $0) } ?? "" }
}
