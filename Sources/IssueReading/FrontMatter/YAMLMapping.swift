internal import CYAML

/// A flat YAML mapping, read through libyaml's event parser. No C type leaves this file.
///
/// libyaml itself and not Yams, since Yams brings Foundation into every start of the program.
enum YAMLMapping {
  /// The scalars of the mapping in `text`, in order, lists of scalars joined by 、; nil if `text` is no mapping
  /// or no YAML. The line is that of the key, from 1.
  static func entries(of text: String) -> [(key: String, value: String, line: Int)]? {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { return nil }
    defer { yaml_parser_delete(&parser) }
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      return read(&parser)
    }
  }

  private static func read(_ parser: inout yaml_parser_t) -> [(key: String, value: String, line: Int)]? {
    var entries: [(key: String, value: String, line: Int)] = []
    var depth = 0
    var key: (text: String, line: Int)?
    var items: [String]?
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(&parser, &event) == 1 else { return nil }
      defer { yaml_event_delete(&event) }
      switch event.type {
      case YAML_STREAM_END_EVENT: return entries
      case YAML_MAPPING_START_EVENT:
        depth += 1
        // A mapping within the mapping is none of ours.
        if depth > 1 { return nil }
      case YAML_MAPPING_END_EVENT: depth -= 1
      case YAML_SEQUENCE_START_EVENT:
        guard depth == 1, key != nil, items == nil else { return nil }
        items = []
      case YAML_SEQUENCE_END_EVENT:
        if let name = key { entries.append((name.text, (items ?? []).joined(separator: "、"), name.line)) }
        items = nil
        key = nil
      case YAML_SCALAR_EVENT:
        guard depth == 1 else { return nil }
        let scalar = event.data.scalar
        let value = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
        if items != nil {
          items?.append(value)
        } else if let name = key {
          entries.append((name.text, value, name.line))
          key = nil
        } else {
          key = (value, Int(event.start_mark.line) + 1)
        }
      case YAML_ALIAS_EVENT: return nil
      default: break
      }
    }
  }
}
