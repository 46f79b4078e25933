internal import CYAML

/// A value of YAML, read through libyaml's event parser. No C type leaves this file.
indirect enum YAMLValue {
  case text(String)
  case list([YAMLValue])
  case mapping([Entry])

  /// One entry of a mapping.
  struct Entry {
    var key: String
    /// The line of the key, from 1.
    var line: Int
    var value: YAMLValue
  }

  /// Why a text is no YAML that is read here.
  struct Fault: Error {
    /// The line, from 1.
    var line: Int
    /// The column, from 1; 0 where it is not known.
    var column = 0
    /// What is wrong, in the words of libyaml.
    var reason: String
  }

  /// The words of a text; nil for anything else.
  var text: String? { if case .text(let text) = self { text } else { nil } }
  /// The values of a list; a text is a list of one.
  var list: [YAMLValue] {
    switch self {
    case .list(let values): values
    case .text: [self]
    case .mapping: []
    }
  }
  /// The entries of a mapping; none for anything else.
  var entries: [Entry] { if case .mapping(let entries) = self { entries } else { [] } }
  /// The value of the entry `key`; nil if there is none.
  subscript(_ key: String) -> YAMLValue? { entries.first { $0.key == key }?.value }

  /// What `text` says: one document without tags or more than 8 values within each other. An alias is the value that it names.
  init(parsing text: String) throws(Fault) {
    var reader = YAMLReader()
    self = try reader.value(of: text)
  }
}

/// Builds a value from the events of the parser.
private struct YAMLReader {
  /// What was begun and is not ended: the values of a list, or keys and values of a mapping in turn.
  private var open: [(isMapping: Bool, anchor: String?, values: [(YAMLValue, line: Int)])] = []
  /// The values that have names, and how many values are in each.
  private var named: [String: (value: YAMLValue, size: Int)] = [:]
  /// How many values aliases have repeated.
  private var repeated = 0

  /// The most that they may: aliases of aliases grow without bounds.
  private static let mostRepeated = 1000
  private var result: YAMLValue?

  mutating func value(of text: String) throws(YAMLValue.Fault) -> YAMLValue {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { throw YAMLValue.Fault(line: 1, reason: "no memory left") }
    defer { yaml_parser_delete(&parser) }
    let bytes = Array(text.utf8)
    let fault: YAMLValue.Fault? = bytes.withUnsafeBufferPointer { buffer in
      yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      return read(&parser, lineCount: bytes.count { $0 == UInt8(ascii: "\n") } + 1)
    }
    if let fault { throw fault }
    return result ?? .mapping([])
  }

  private mutating func read(_ parser: inout yaml_parser_t, lineCount: Int) -> YAMLValue.Fault? {
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(&parser, &event) == 1 else {
        return Self.fault(of: parser, lineCount)
      }
      defer { yaml_event_delete(&event) }
      let line = Int(event.start_mark.line) + 1
      let column = Int(event.start_mark.column) + 1
      switch event.type {
      case YAML_STREAM_END_EVENT: return nil
      case YAML_MAPPING_START_EVENT, YAML_SEQUENCE_START_EVENT:
        guard open.count < 8 else { return YAMLValue.Fault(line: line, column: column, reason: "too deeply nested") }
        let isMapping = event.type == YAML_MAPPING_START_EVENT
        let anchor = isMapping ? event.data.mapping_start.anchor : event.data.sequence_start.anchor
        open.append((isMapping, Self.name(anchor), []))
      case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
        guard let ended = open.popLast() else { break }
        let value = Self.value((ended.isMapping, ended.values))
        if let name = ended.anchor { named[name] = (value, value.size) }
        add(value, line)
      case YAML_SCALAR_EVENT:
        let scalar = event.data.scalar
        let value = YAMLValue.text(
          String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self))
        if let name = Self.name(scalar.anchor) { named[name] = (value, 1) }
        add(value, line)
      case YAML_ALIAS_EVENT:
        guard let name = Self.name(event.data.alias.anchor), let found = named[name] else {
          return YAMLValue.Fault(line: line, column: column, reason: "an alias without its anchor")
        }
        repeated += found.size
        guard repeated <= Self.mostRepeated, open.count + found.value.depth <= 8 else {
          return YAMLValue.Fault(line: line, column: column, reason: "aliases that grow too large")
        }
        add(found.value, line)
      default: break
      }
    }
  }

  private static func name(_ anchor: UnsafeMutablePointer<UInt8>?) -> String? {
    anchor.map { String(cString: $0) }
  }

  /// Why the parser stopped. Of what has no end, the place where it begins says more than the end of the text.
  private static func fault(of parser: yaml_parser_t, _ lineCount: Int) -> YAMLValue.Fault {
    let reason = parser.problem.map { String(cString: $0) } ?? "no YAML"
    let context = parser.context.map { String(cString: $0) }
    let isOpen =
      context != nil && (reason.contains("end of stream") || Int(parser.problem_mark.line) >= lineCount)
    let mark = isOpen ? parser.context_mark : parser.problem_mark
    return YAMLValue.Fault(
      line: Int(mark.line) + 1, column: Int(mark.column) + 1, reason: context.map { "\(reason) \($0)" } ?? reason)
  }

  private mutating func add(_ value: YAMLValue, _ line: Int) {
    if open.isEmpty { result = result ?? value } else { open[open.count - 1].values.append((value, line)) }
  }

  private static func value(_ ended: (isMapping: Bool, values: [(YAMLValue, line: Int)])) -> YAMLValue {
    guard ended.isMapping else { return .list(ended.values.map(\.0)) }
    var entries: [YAMLValue.Entry] = []
    for index in stride(from: 0, to: ended.values.count - 1, by: 2) {
      let (key, line) = ended.values[index]
      entries.append(.init(key: key.text ?? "", line: line, value: ended.values[index + 1].0))
    }
    return .mapping(entries)
  }
}

extension YAMLValue {
  /// How many values it is made of.
  fileprivate var size: Int {
    switch self {
    case .text: 1
    case .list(let values): values.reduce(1) { $0 + $1.size }
    case .mapping(let entries): entries.reduce(1) { $0 + $1.value.size }
    }
  }

  /// How many values stand within each other.
  fileprivate var depth: Int {
    switch self {
    case .text: 0
    case .list(let values): 1 + (values.map(\.depth).max() ?? 0)
    case .mapping(let entries): 1 + (entries.map(\.value.depth).max() ?? 0)
    }
  }
}
