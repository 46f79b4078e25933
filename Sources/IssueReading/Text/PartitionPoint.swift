extension RandomAccessCollection {
  /// The first place whose element is not `isBefore`, in a collection that has all those that are at its start; its end if
  /// all are.
  func partitionPoint(_ isBefore: (Element) throws -> Bool) rethrows -> Index {
    var low = startIndex
    var length = count
    while length > 0 {
      let half = length / 2
      let middle = index(low, offsetBy: half)
      if try isBefore(self[middle]) {
        low = index(after: middle)
        length -= half + 1
      } else {
        length = half
      }
    }
    return low
  }
}
