internal import ExportPipeline
internal import XMLBinding

// What is drawn: pictures, and shapes in VML.
extension LetterheadReader {
  /// What of several forms of one thing is copied: the VML that nearly all programs write for others, or a picture.
  mutating func alternative(_ element: XMLElement) -> [XMLNode] {
    let fallback = element.first("Fallback").map { children(of: $0) } ?? []
    if !fallback.isEmpty { return fallback }
    let choice = element.first("Choice").map { children(of: $0) } ?? []
    if choice.isEmpty { lost.insert(.shape) }
    return choice
  }

  /// A picture of a shape in VML, if it is in the file.
  mutating func vectorPicture(_ element: XMLElement) -> XMLElement? {
    // WPS writes one without a picture into every shape.
    guard element.attributes.contains(where: { $0.namespace == WordNamespace.relationships || $0.name == "src" }) else {
      return nil
    }
    guard
      let id = element.attributes.first(where: { $0.name == "id" && $0.namespace == WordNamespace.relationships }),
      let name = picture(id.value)
    else {
      if !element.attributes.contains(where: { $0.name == "id" && $0.namespace == WordNamespace.relationships }) {
        lost.insert(.linkedPicture)
      }
      return nil
    }
    var copy = element
    copy.children = []
    copy.attributes.removeAll { $0.namespace == WordNamespace.relationships }
    copy.attributes.append(XMLAttribute(name: "id", namespace: WordNamespace.relationships, value: name))
    return copy
  }

  /// The words of a shape. LibreOffice leaves out how far they are from its edges, which as far as by custom would cut
  /// them: such a box grows with them.
  mutating func textBox(_ element: XMLElement) -> XMLElement {
    var copy = element
    copy.children = children(of: element)
    if element.attribute("inset") == nil, element.attribute("style") == nil {
      copy.attributes.append(XMLAttribute(name: "style", value: "mso-fit-shape-to-text:t"))
    }
    return copy
  }

  /// The name in ``Letterhead/pictures`` of the picture that the part at hand refers to by `id`; nil if it is not in
  /// the file, or of a kind that is not taken, which is noted.
  mutating func picture(_ id: String) -> String? {
    guard let part = targets[id], let bytes = try? package.package.content(of: part) else {
      lost.insert(.linkedPicture)
      return nil
    }
    guard (try? PictureHeader(bytes)) != nil else {
      lost.insert(.otherPicture)
      return nil
    }
    let name = "\(number)-\(id)"
    pictures[name] = bytes
    return name
  }

  /// A picture that is in the file, with what says where it stands; nil for any other drawing.
  mutating func drawing(_ element: XMLElement) -> XMLElement? {
    var blips: [XMLElement] = []
    func collect(_ element: XMLElement) {
      if element.name == "blip", element.namespace == WordNamespace.drawing { blips.append(element) }
      element.elements.forEach(collect)
    }
    collect(element)
    let embed = blips.first?.attributes.first { $0.name == "embed" && $0.namespace == WordNamespace.relationships }
    let holder = element.elements.first
    let wraps = ["wrapNone", "wrapSquare", "wrapTopAndBottom", "wrapTight", "wrapThrough"]
    guard blips.count == 1, let holder,
      holder.name == "inline" || holder.elements.contains(where: { wraps.contains($0.name) })
    else {
      lost.insert(.shape)
      return nil
    }
    guard let embed else {
      lost.insert(.linkedPicture)
      return nil
    }
    guard let name = picture(embed.value) else { return nil }
    func copied(_ element: XMLElement) -> [XMLNode] {
      // Places that newer programs tell in percent.
      if element.name == "AlternateContent" {
        return element.first("Fallback")?.elements.flatMap { copied($0) } ?? []
      }
      var copy = element
      for index in copy.attributes.indices where copy.attributes[index].name == "embed" {
        copy.attributes[index].value = name
      }
      copy.children = element.children.flatMap { if case .element(let e) = $0 { copied(e) } else { [$0] } }
      // Their outlines are not copied: the text keeps off the whole picture.
      if ["wrapTight", "wrapThrough"].contains(element.name) {
        copy.name = "wrapSquare"
        copy.children = []
      }
      return [.element(copy)]
    }
    guard case .element(let copy)? = copied(element).first else { return nil }
    return copy
  }
}

extension XMLElement {
  /// A shape with the weight of its line where all programs and checkers look for it: WPS writes it at `v:stroke`, which checkers
  /// fault.
  var withWeightOfStroke: XMLElement {
    guard let stroke = elements.first(where: { $0.name == "stroke" && $0.namespace == WordNamespace.vector }),
      let weight = stroke.attribute("weight")
    else { return self }
    var copy = self
    if attribute("strokeweight") == nil {
      copy.attributes.append(XMLAttribute(name: "strokeweight", namespace: nil, value: weight))
    }
    copy.children = children.map { child in
      guard case .element(var element) = child, element == stroke else { return child }
      element.attributes.removeAll { $0.name == "weight" && $0.namespace == nil }
      return .element(element)
    }
    return copy
  }
}
