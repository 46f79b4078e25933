import Gazette

/// The page of a catalogue: a table with links, and a field to search it by. It is written from top to bottom, and
/// works without script too, but for the search.
enum CataloguePage {
  /// A row of the table.
  static func row(_ entry: CatalogueEntry) -> String {
    let links = entry.outputs.map { path in
      let ending = path.lastIndex(of: ".").map { String(path[path.index(after: $0)...]) } ?? path
      return "<a href=\"\(reference(path))\">\(escaped(ending))</a>"
    }.joined(separator: " ")
    let cells = [entry.name, entry.issue, entry.date, entry.office].map { "<td>\(escaped($0))</td>" }.joined()
    return "<tr>\(cells)<td>\(entry.titles.map(escaped).joined(separator: "<br>"))</td><td>\(links)</td></tr>\n"
  }

  /// All before the remarks on the numbering.
  static let head = """
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

    """

  /// What stands before a number of remarks on the numbering, one of them, and what stands behind the last.
  static func remarksHead(_ count: Int) -> String {
    "<details><summary>期号 · Numbering (\(count))</summary><ul>\n"
  }
  static func remark(_ remark: Wording) -> String {
    "<li>\(escaped(remark.chinese)) <small lang=\"en\">\(escaped(remark.english))</small></li>\n"
  }
  static let remarksFoot = "</ul></details>\n"

  /// All between the remarks and the rows.
  static let tableHead = """
    <label>检索 · Search: <input id="search" type="search" autofocus></label> <output id="count"></output>
    <table>
    <thead><tr><th>刊名 Name<th>期号 Issue<th>日期 Date<th>单位 Office<th>标题 Titles<th>文件 Files</thead>
    <tbody>

    """

  /// All behind the rows.
  static let foot = """
    </tbody>
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
    var result = "./"
    for byte in path.utf8 {
      switch UInt8(byte) {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        result += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }
}
