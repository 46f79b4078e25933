internal import CLibXML2

/// Writes one XML document, front to back, through libxml2's `xmlTextWriter`.
///
/// What that writer leaves open is closed here: characters that XML 1.0 forbids are dropped and counted
/// (libxml2 would write them raw, and cut a text at a NUL), names are literals of the program, and wrong
/// nesting ends in an error of ``finish()`` instead of a broken document.
///
/// The methods never throw: the first fault is kept, everything behind it is ignored, and ``finish()``
/// throws it. So the code that writes reads like the document.
public struct XMLWriter: ~Copyable {
  private let output = XMLOutput()
  private let writer: xmlTextWriterPtr?
  private var open: [XMLName] = []
  private var tagIsOpen = false
  private var attributes: [XMLName] = []  // of the open tag
  private var rootIsWritten = false
  private var fault: XMLWritingError?
  /// How many characters were dropped because XML 1.0 cannot hold them (production 2, `Char`).
  public private(set) var droppedCharacters = 0

  /// A writer of an empty document.
  /// - Parameters:
  ///   - standalone: Whether to declare `standalone="yes"`, as the parts of an Office package do.
  ///   - indent: Whether to put each element on a line of its own, indented by two blanks. Only for
  ///     documents in which white space means nothing.
  public init(standalone: Bool = false, indent: Bool = false) {
    XMLLibrary.start()
    writer = output.textWriter()
    guard writer != nil else {
      fault = .outOfMemory
      return
    }
    if indent {
      xmlTextWriterSetIndent(writer, 1)
      xmlTextWriterSetIndentString(writer, "  ")
    }
    check(xmlTextWriterStartDocument(writer, "1.0", "UTF-8", standalone ? "yes" : nil))
  }

  deinit {
    // Freeing it flushes what it still holds, and `output` is there until then.
    xmlFreeTextWriter(writer)
  }

  /// Begins the element `name`; its attributes come next, then its content, then ``end()``.
  public mutating func start(_ name: XMLName) {
    guard fault == nil else { return }
    if open.isEmpty {
      guard !rootIsWritten else { return fail(.secondRoot(name.text)) }
      rootIsWritten = true
    }
    open.append(name)
    tagIsOpen = true
    attributes.removeAll(keepingCapacity: true)
    check(xmlTextWriterStartElement(writer, name.bytes))
  }

  /// Gives the element just begun an attribute.
  public mutating func attribute(_ name: XMLName, _ value: String) {
    guard fault == nil else { return }
    guard tagIsOpen else { return fail(.attributeAfterContent(name.text)) }
    guard !attributes.contains(name) else { return fail(.secondAttribute(name.text)) }
    attributes.append(name)
    let value = legal(value)
    check(xmlTextWriterWriteAttribute(writer, name.bytes, value))
  }

  /// Gives the element just begun an attribute with a number.
  public mutating func attribute(_ name: XMLName, _ value: Int) { attribute(name, String(value)) }

  /// Adds text to the open element.
  public mutating func text(_ text: String) {
    guard fault == nil else { return }
    guard !open.isEmpty else { return fail(.textOutsideRoot) }
    let text = legal(text)
    guard !text.isEmpty else { return }
    tagIsOpen = false
    check(xmlTextWriterWriteString(writer, text))
  }

  /// Ends the element that is open.
  public mutating func end() {
    guard fault == nil else { return }
    guard open.popLast() != nil else { return fail(.surplusEnd) }
    tagIsOpen = false
    check(xmlTextWriterEndElement(writer))
  }

  /// Writes an element: its attributes, then what `content` writes into it.
  public mutating func element(
    _ name: XMLName, _ attributes: KeyValuePairs<XMLName, String> = [:], content: (inout XMLWriter) -> Void
  ) {
    start(name)
    for (name, value) in attributes { attribute(name, value) }
    content(&self)
    end()
  }

  /// Writes an element without content.
  public mutating func element(_ name: XMLName, _ attributes: KeyValuePairs<XMLName, String> = [:]) {
    element(name, attributes) { _ in }
  }

  /// Writes an element that holds only text.
  public mutating func element(_ name: XMLName, _ attributes: KeyValuePairs<XMLName, String> = [:], text: String) {
    element(name, attributes) { $0.text(text) }
  }

  /// The bytes of the document, in UTF-8, with a newline at the end.
  /// - Throws: the first fault met while writing.
  public consuming func finish() throws(XMLWritingError) -> [UInt8] {
    if fault == nil, let name = open.last { fail(.unended(name.text)) }
    if fault == nil, !rootIsWritten { fail(.noRoot) }
    if fault == nil { check(xmlTextWriterEndDocument(writer)) }
    if fault == nil { check(xmlTextWriterFlush(writer)) }
    if let fault { throw fault }
    return output.taken()
  }

  /// A result of libxml2. All that it refuses for the order of calls was refused before: -1 means that it had
  /// no memory left.
  private mutating func check(_ result: Int32) {
    if result < 0 { fail(.outOfMemory) }
  }

  private mutating func fail(_ error: XMLWritingError) {
    if fault == nil { fault = error }
  }

  private mutating func legal(_ text: String) -> String {
    guard let (clean, dropped) = XMLCharacters.cleaned(text) else { return text }
    droppedCharacters += dropped
    return clean
  }
}

/// A fault of the program that writes a document, not of its data.
public enum XMLWritingError: Error, Sendable, Hashable {
  /// libxml2 had no memory left.
  case outOfMemory
  /// Nothing was written.
  case noRoot
  /// A second root element was begun.
  case secondRoot(String)
  /// Text stands before or behind the root element.
  case textOutsideRoot
  /// An attribute was given when the element's content had begun.
  case attributeAfterContent(String)
  /// An attribute was given twice.
  case secondAttribute(String)
  /// More elements were ended than begun.
  case surplusEnd
  /// An element was never ended.
  case unended(String)
}
