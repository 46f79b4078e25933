import Gazette

/// The catalogue of an archive: what each issue is and where its outputs are; as CSV, JSON and a page to search in.
///
/// It is made from the journal line by line, so that it costs no memory, and holds what earlier runs did too.
enum Catalogue {
  /// The entry of `issue`, as a JSON object.
  static func entry(of issue: Issue) -> String {
    let masthead = issue.masthead
    let number = masthead.number
    func text(_ text: String?) -> String { text.map(JSONText.quoted) ?? "null" }
    func digits(_ number: Int?) -> String { number.map { String($0) } ?? "null" }
    let titles = issue.articles.map(\.title).filter { !$0.isEmpty }.map(JSONText.quoted).joined(separator: ",")
    return """
      {"name":\(text(masthead.name)),"issue":\(text(number?.verbatim)),"year":\(digits(number?.year)),\
      "number":\(digits(number?.number)),"total":\(digits(number?.total)),"kind":\(text(number?.kind.rawValue)),\
      "date":\(text(masthead.date?.iso ?? masthead.date?.verbatim)),"office":\(text(masthead.office)),\
      "titles":[\(titles)]}
      """
  }

  /// Writes `index.csv`, `index.json` and `index.html` into the folder `output` from the `lines` of a journal.
  /// - Returns: Gaps and duplicates in the numbering, one a line.
  static func write(into output: String, from lines: [ArraySlice<UInt8>]) throws(FileError) -> [Wording] {
    var numbering = Numbering()
    var csv = "\u{FEFF}name,issue,year,number,total,date,office,titles,outputs\r\n"
    var json = "["
    var rows = ""
    for line in lines {
      guard let value = JSONValue(line), let entry = value["catalogue"], case .object(var members) = entry else {
        continue
      }
      let prefix = output.hasSuffix("/") ? output : output + "/"
      let outputs = BatchRecord.outputs(in: value).map { output in
        output.path.hasPrefix(prefix) ? String(output.path.dropFirst(prefix.count)) : output.path
      }
      numbering.add(entry, path: outputs.first ?? value["input"]?.string ?? "")
      let fields = ["name", "issue", "year", "number", "total", "date", "office"].map { key in
        entry[key]?.string ?? entry[key]?.int.map(String.init) ?? ""
      }
      let titles = (entry["titles"]?.elements ?? []).compactMap(\.string)
      csv +=
        (fields + [titles.joined(separator: "; "), outputs.joined(separator: "; ")]).map(csvField)
        .joined(separator: ",") + "\r\n"
      members.insert(.init(key: "input", value: value["input"] ?? .null), at: 0)
      members.append(.init(key: "outputs", value: .array(outputs.map { .text($0) })))
      json += (json.count > 1 ? ",\n" : "\n") + BatchJournal.text(.object(members))
      rows += row(fields, titles, outputs)
    }
    let findings = numbering.findings
    let prefix = output.hasSuffix("/") ? output : output + "/"
    try Files.replace(prefix + "index.csv", with: Array(csv.utf8))
    try Files.replace(prefix + "index.json", with: Array((json + "\n]\n").utf8))
    try Files.replace(prefix + "index.html", with: Array(page(rows, findings).utf8))
    return findings
  }

  /// A field in quotation marks where it needs them (RFC 4180); what a spreadsheet would compute is text.
  private static func csvField(_ text: String) -> String {
    let text = text.first.map { "=+-@\t\r".contains($0) } == true ? "'" + text : text
    guard text.contains(where: { $0 == "\"" || $0 == "," || $0.isNewline }) else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// `path` as a relative reference of RFC 3986.
  private static func reference(_ path: String) -> String {
    "./"
      + path.utf8.map { byte in
        let scalar = Unicode.Scalar(byte)
        if byte < 0x80,
          Character(scalar).isLetter || Character(scalar).isNumber || "/-._~".unicodeScalars.contains(scalar)
        {
          return String(scalar)
        }
        return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }.joined()
  }

  private static func row(_ fields: [String], _ titles: [String], _ outputs: [String]) -> String {
    let links = outputs.map { path in
      let ending = path.lastIndex(of: ".").map { String(path[path.index(after: $0)...]) } ?? path
      return "<a href=\"\(reference(path))\">\(escaped(ending))</a>"
    }.joined(separator: " ")
    let cells = [fields[0], fields[1], fields[5], fields[6]].map { "<td>\(escaped($0))</td>" }.joined()
    return "<tr>\(cells)<td>\(titles.map(escaped).joined(separator: "<br>"))</td><td>\(links)</td></tr>\n"
  }

  private static func page(_ rows: String, _ findings: [Wording]) -> String {
    let list = findings.map { "<li>\(escaped($0.chinese)) <small lang=\"en\">\(escaped($0.english))</small></li>\n" }
    let remarks =
      list.isEmpty
      ? "" : "<details><summary>期号 · Numbering (\(list.count))</summary><ul>\n\(list.joined())</ul></details>\n"
    return """
      <!DOCTYPE html>
      <html lang="zh-Hans">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>目录 · Catalogue</title>
      <style>
      body { font-family: sans-serif; margin: 1em auto; max-width: 72em; padding: 0 1em }
      table { border-collapse: collapse; width: 100% } th, td { border-bottom: 1px solid #ccc; padding: .3em .6em; \
      text-align: left; vertical-align: top } input { font-size: 1em; padding: .4em; width: 20em; margin: .5em 0 }
      </style>
      <h1>目录 · Catalogue</h1>
      \(remarks)<label>检索 · Search: <input id="search" type="search" autofocus></label> <output id="count"></output>
      <table>
      <thead><tr><th>刊名 Name<th>期号 Issue<th>日期 Date<th>单位 Office<th>标题 Titles<th>文件 Files</thead>
      <tbody>
      \(rows)</tbody>
      </table>
      <script>
      const rows = [...document.querySelectorAll('tbody tr')].map(row => [row, row.textContent.toLowerCase()])
      const search = document.getElementById('search'), count = document.getElementById('count')
      function show() {
        const words = search.value.toLowerCase().split(/\\s+/)
        let found = 0
        for (const [row, text] of rows) { row.hidden = !words.every(word => text.includes(word)); found += !row.hidden }
        count.textContent = found + ' / ' + rows.length
      }
      search.addEventListener('input', show)
      show()
      </script>
      </html>

      """
  }
}

/// Finds gaps and duplicates in the numbers of issues: for each bulletin its running totals, else its numbers year
/// by year.
private struct Numbering {
  private struct Series: Hashable {
    var name: String
    var kind: String
    var year: Int?
  }
  private var paths: [Series: [Int: [String]]] = [:]

  mutating func add(_ entry: JSONValue, path: String) {
    let kind = entry["kind"]?.string ?? "regular"
    let name = entry["name"]?.string ?? ""
    if let total = entry["total"]?.int {
      paths[Series(name: name, kind: kind, year: nil), default: [:]][total, default: []].append(path)
    } else if let number = entry["number"]?.int {
      let year = entry["year"]?.int ?? entry["date"]?.string.flatMap { Int($0.prefix(4)) }
      paths[Series(name: name, kind: kind, year: year ?? 0), default: [:]][number, default: []].append(path)
    }
  }

  var findings: [Wording] {
    let ordered = paths.sorted {
      ($0.key.name, $0.key.kind, $0.key.year ?? 0) < ($1.key.name, $1.key.kind, $1.key.year ?? 0)
    }
    var findings: [Wording] = []
    for (series, numbers) in ordered {
      let year = series.year.flatMap { $0 > 0 ? " \($0)" : nil } ?? ""
      let known = numbers.keys.sorted()
      for number in known {
        guard let paths = numbers[number], paths.count > 1 else { continue }
        let list = paths.prefix(5).joined(separator: ", ") + (paths.count > 5 ? ", …" : "")
        findings.append(
          Wording(
            "\(series.name)\(year): \(number) is there \(paths.count) times: \(list)",
            zh: "\(series.name)\(year)：第\(number)期有\(paths.count)份：\(list)"))
      }
      for (one, next) in zip(known, known.dropFirst()) where next - one > 1 {
        let gap = next - one == 2 ? "\(one + 1)" : "\(one + 1)–\(next - 1)"
        findings.append(
          Wording("\(series.name)\(year): \(gap) is missing", zh: "\(series.name)\(year)：缺第\(gap)期"))
      }
    }
    return findings
  }
}
