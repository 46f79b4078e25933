/// What marks of punctuation save by hanging or being squeezed (clreq, 3.1.6; GB/T 15834-2011, 5.1).
extension LayoutRules {
  /// The columns that `line` takes up by these rules: what hangs outside `width` counts nothing, what is squeezed counts
  /// half.
  public func columns(ofLine line: String, within width: Int) -> Int {
    var columns = measure.columns(of: line)
    let scalars = Array(line.unicodeScalars.drop { Kinsoku.isBlank($0) })
    if lineEnd == .compressed { columns -= saved(in: scalars[...], after: nil, beginsLine: true) }
    if columns > width, let last = scalars.last { columns -= sparedAtEnd(by: last) }
    return columns
  }

  /// What `last` spares at the end of a line, in columns.
  func sparedAtEnd(by last: Unicode.Scalar) -> Int {
    switch lineEnd {
    case .strict: 0
    case .hanging: Kinsoku.mayHang(last) ? measure.columns(of: last) : 0
    case .compressed: Kinsoku.isSqueezedBehind(last) ? half(of: last) : 0
    }
  }

  /// What the marks in `scalars` save by standing side by side, or at the beginning of a line.
  /// - Parameter before: The scalar before them; nil if a blank or nothing stands there.
  func saved(in scalars: ArraySlice<Unicode.Scalar>, after before: Unicode.Scalar?, beginsLine: Bool) -> Int {
    var saved = 0
    if beginsLine, let first = scalars.first, Kinsoku.isSqueezedInFront(first) { saved += half(of: first) }
    var before = before
    for scalar in scalars {
      if let before {
        if Kinsoku.isSqueezedBehind(before) {
          // The blank between both is that of the one behind, or of the other.
          if Kinsoku.isSqueezedBehind(scalar) || Kinsoku.isSqueezedInFront(scalar) { saved += half(of: before) }
        } else if Kinsoku.isSqueezedInFront(before), Kinsoku.isSqueezedInFront(scalar) {
          saved += half(of: scalar)
        }
      }
      before = scalar
    }
    return saved
  }

  /// Half of a wide mark; nothing of one that is narrow as it is.
  private func half(of scalar: Unicode.Scalar) -> Int { measure.columns(of: scalar) / 2 }
}
