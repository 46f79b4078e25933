import XMLBinding

/// Formulas of MathML Core in a line of text: 1/2, √(a + b), letters raised and lowered.
enum Formulas {
  /// What the children of a formula say.
  static func written(_ nodes: [XMLNode]) -> [XMLNode] {
    nodes.flatMap { node -> [XMLNode] in
      guard case .element(let element) = node else { return [node] }
      let parts = element.elements
      switch element.name.lowercased() {
      case "mfrac" where parts.count == 2:
        return operand(parts[0]) + [.text("/")] + operand(parts[1])
      case "msqrt":
        return [.text("√")] + bracketed(written(element.children), isCompound: isCompound(element.children))
      case "mroot" where parts.count == 2:
        return [moved("sup", parts[1]), .text("√")] + operand(parts[0])
      case "msup", "mover":
        return base(parts) + parts.dropFirst().map { moved("sup", $0) }
      case "msub", "munder":
        return base(parts) + parts.dropFirst().map { moved("sub", $0) }
      case "msubsup", "munderover":
        return base(parts) + zip(["sub", "sup"], parts.dropFirst()).map { moved($0, $1) }
      case "mtr", "mlabeledtr":
        return written(element.children) + [.text("; ")]
      case "mtd":
        return written(element.children) + [.text(" ")]
      case "mspace":
        return [.text(" ")]
      default: return written(element.children)
      }
    }
  }

  private static func base(_ parts: [XMLElement]) -> [XMLNode] { parts.first.map(operand) ?? [] }

  /// What one of several parts says, in brackets if it is more than a number or a name.
  private static func operand(_ element: XMLElement) -> [XMLNode] {
    bracketed(written([.element(element)]), isCompound: isCompound([.element(element)]))
  }

  private static func bracketed(_ nodes: [XMLNode], isCompound: Bool) -> [XMLNode] {
    isCompound ? [.text("(")] + nodes + [.text(")")] : nodes
  }

  /// Whether more than one number or name stands there.
  private static func isCompound(_ nodes: [XMLNode]) -> Bool {
    let leaves = nodes.reduce(0) { count, node in
      guard case .element(let element) = node else { return count }
      if element.elements.isEmpty { return count + (element.text.holdsWords ? 1 : 0) }
      return count + (isCompound(element.children) ? 2 : 1)
    }
    return leaves > 1
  }

  private static func moved(_ name: String, _ element: XMLElement) -> XMLNode {
    .element(XMLElement(name: name, children: written([.element(element)]), line: element.line, column: element.column))
  }
}
