import Gazette

/// What became of one input: a line of the report, and of the journal.
struct BatchRecord: Sendable {
  /// How it ended.
  enum Status: String, Sendable { case done, skipped, failed }

  /// A file that was written.
  struct Output: Sendable, Hashable {
    var path: String
    var bytes: Int
    var sha256: String
  }

  var input: String
  var status: Status
  var outputs: [Output] = []
  var warnings = 0
  var errors = 0
  var milliseconds = 0

  /// Of the journal alone: the digest of the input, and of all that decides what is made of it.
  var source = ""
  var settings = ""
  /// Of the journal alone: the entry of the catalogue, as JSON.
  var catalogue = "null"
  /// Of the journal alone: the pictures that were asked for.
  var pictures: [Picture] = []

  /// A picture that an issue names.
  struct Picture: Sendable, Hashable {
    /// The name in the issue.
    var name: String
    /// The digest of the file; empty if there was none to be had.
    var sha256: String
  }

  /// The line of the report, without its end.
  var reportLine: String {
    """
    {"input":\(JSONText.quoted(input)),"status":"\(status.rawValue)","outputs":\(outputsJSON),"warnings":\(warnings),\
    "errors":\(errors),"milliseconds":\(milliseconds)}
    """
  }

  /// The line of the journal, without its end: nothing in it depends on how fast the machine is, nor on where the
  /// output folder is, which may be moved.
  /// - Parameter folder: The output folder, with a slash behind it.
  func journalLine(below folder: String) -> String {
    var record = self
    for index in outputs.indices where outputs[index].path.hasPrefix(folder) {
      record.outputs[index].path = String(outputs[index].path.dropFirst(folder.count))
    }
    return """
      {"input":\(JSONText.quoted(input)),"source":"\(source)","settings":"\(settings)","outputs":\(record.outputsJSON),\
      "warnings":\(warnings),"pictures":\(picturesJSON),"catalogue":\(catalogue)}
      """
  }

  /// The line of the journal that takes back what earlier lines tell of the input, without its end.
  var retraction: String { "{\"input\":\(JSONText.quoted(input)),\"retracted\":true}" }

  private var picturesJSON: String {
    let each = pictures.map { "{\"name\":\(JSONText.quoted($0.name)),\"sha256\":\"\($0.sha256)\"}" }
    return "[" + each.joined(separator: ",") + "]"
  }

  private var outputsJSON: String {
    let each = outputs.map {
      "{\"path\":\(JSONText.quoted($0.path)),\"bytes\":\($0.bytes),\"sha256\":\"\($0.sha256)\"}"
    }
    return "[" + each.joined(separator: ",") + "]"
  }

  /// The outputs that a line of a report or a journal tells of.
  static func outputs(in value: JSONValue) -> [Output] {
    (value["outputs"]?.elements ?? []).compactMap { each in
      guard let path = each["path"]?.string, let bytes = each["bytes"]?.int, let sha256 = each["sha256"]?.string else {
        return nil
      }
      return Output(path: path, bytes: bytes, sha256: sha256)
    }
  }

  /// The pictures that a line of a journal tells of.
  static func pictures(in value: JSONValue) -> [Picture] {
    (value["pictures"]?.elements ?? []).compactMap { each in
      guard let name = each["name"]?.string, let sha256 = each["sha256"]?.string else { return nil }
      return Picture(name: name, sha256: sha256)
    }
  }
}
