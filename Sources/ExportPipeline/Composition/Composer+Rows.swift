internal import HouseStyle
internal import IssueModel

// The rows of masthead and imprint: those of the source or those of the house, with the lines drawn between them.
extension Composer {
  func masthead() -> [Composition.Row<MastheadField>] {
    let masthead = issue.masthead
    let house = style.masthead
    let isPrinted = house.policy == .asPrinted && !masthead.arrangement.isEmpty
    guard isPrinted || house.lines.isEmpty else {
      return arranged(house, customary: masthead.conventionalArrangement, part: \.part, cell: cell)
    }
    let fields = isPrinted ? masthead.arrangement : masthead.conventionalArrangement
    var rows = fields.compactMap { row($0.map { ($0, nil) }, cell: cell) }
    if let last = rows.indices.last { rows[last].isRuledBelow = house.endsWithRule }
    return rows
  }

  func imprint() -> [Composition.Row<ImprintField>] {
    guard let imprint = issue.imprint else { return [] }
    let house = style.imprint
    let isPrinted = house.policy == .asPrinted && !imprint.arrangement.isEmpty
    guard isPrinted || house.lines.isEmpty else {
      return arranged(
        house, customary: imprint.conventionalArrangement, part: \.part,
        ordered: { ordered($1, by: $0.labels, imprint) }, cell: { cell($0, of: imprint) })
    }
    let fields = isPrinted ? imprint.arrangement : imprint.conventionalArrangement
    var rows = fields.compactMap { row($0.map { ($0, nil) }, cell: { cell($0, of: imprint) }) }
    guard !rows.isEmpty else { return rows }
    rows[0].isRuledAbove = house.beginsWithRule
    for index in rows.indices.dropFirst() where rows[index].isDistribution != rows[index - 1].isDistribution {
      rows[index - 1].isRuledBelow = house.hasInnerRules
    }
    rows[rows.count - 1].isRuledBelow = house.endsWithRule
    return rows
  }

  /// The rows that the house states, and below them those fields that it names nowhere.
  private func arranged<Part, Field>(
    _ house: Arrangement<Part>, customary: [[Field]], part: (Field) -> Part,
    ordered: (Arrangement<Part>.Cell, [Field]) -> [Field] = { $1 }, cell: (Field) -> Composition.Cell<Field>?
  ) -> [Composition.Row<Field>] {
    let all = customary.flatMap { $0 }
    var named: Set<Part> = []
    var rows: [Composition.Row<Field>] = []
    var beginsWithRule = false
    let trailingRules = house.lines.reversed().prefix { $0 == .rule }.count
    for line in house.lines.dropLast(trailingRules) {
      switch line {
      case .rule:
        if let last = rows.indices.last { rows[last].isRuledBelow = true } else { beginsWithRule = true }
      case .row(let cells):
        let fields = cells.map { cell in
          ordered(cell, all.filter { part($0) == cell.part }).map { ($0, cell.alignment) }
        }
        named.formUnion(cells.map(\.part))
        if cells.count == 1 {
          rows += fields.flatMap { $0 }.compactMap { row([$0], cell: cell) }
        } else {
          rows += [row(fields.flatMap { $0 }, cell: cell)].compactMap { $0 }
        }
      }
    }
    rows += customary.compactMap { fields in
      row(fields.filter { !named.contains(part($0)) }.map { ($0, nil) }, cell: cell)
    }
    guard !rows.isEmpty else { return rows }
    if beginsWithRule { rows[0].isRuledAbove = true }
    if trailingRules > 0 { rows[rows.count - 1].isRuledBelow = true }
    return rows
  }

  /// A row of those `fields` that are there, each with where it stands; nil for none.
  private func row<Field>(
    _ fields: [(Field, RoleStyle.Alignment?)], cell: (Field) -> Composition.Cell<Field>?
  ) -> Composition.Row<Field>? {
    let cells = fields.compactMap { field, alignment -> Composition.Cell<Field>? in
      guard var cell = cell(field) else { return nil }
      cell.alignment = alignment
      return cell
    }
    return cells.isEmpty ? nil : Composition.Row(cells: cells)
  }

  /// The lines of the distribution list whose labels are named, in the order of those; then the others.
  private func ordered(_ fields: [ImprintField], by labels: [String], _ imprint: Imprint) -> [ImprintField] {
    func label(_ field: ImprintField) -> String? {
      guard case .distribution(let index) = field, imprint.distribution.indices.contains(index) else { return nil }
      return String(imprint.distribution[index].label.filter { !$0.isWhitespace })
    }
    return labels.flatMap { name in fields.filter { label($0) == name } }
      + fields.filter { field in !labels.contains { $0 == label(field) } }
  }
}

extension MastheadField {
  fileprivate var part: MastheadPart {
    switch self {
    case .series: .series
    case .name: .name
    case .number: .number
    case .office: .office
    case .date: .date
    case .classification: .classification
    case .notice: .notice
    case .copyNumber: .copyNumber
    case .signer: .signer
    case .other: .other
    }
  }
}

extension ImprintField {
  fileprivate var part: ImprintPart {
    switch self {
    case .distribution: .distribution
    case .copies: .copies
    case .people: .people
    case .office: .office
    case .printDate: .printDate
    case .contact: .contact
    case .other: .other
    }
  }
}

extension Composition.Row<ImprintField> {
  /// Whether it is a line of the distribution list.
  package var isDistribution: Bool {
    cells.contains { if case .distribution = $0.field { true } else { false } }
  }
}
