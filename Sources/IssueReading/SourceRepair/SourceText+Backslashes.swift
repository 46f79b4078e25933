extension SourceText {
  /// Takes out the backslash behind 許, 功, 蓋 and their kin where text follows: 許\多. Their second byte in Big5 is that of
  /// the backslash (5C), so programs that knew no Big5 doubled it, and whoever took the text over into UTF-8 has one left.
  /// In a line with a path, C:\成功\檔, it stays; before a mark of ASCII it stays: there it may take the mark's meaning from it, as Markdown has it.
  mutating func dropBackslashes() -> [ChangedLine] {
    guard Self.holdsStrayBackslash(text) else { return [] }
    return changeLines(where: { $0.utf8.contains(0x5C) && !$0.contains(":\\") }) { line in
      let scalars = line.unicodeScalars
      var kept = String.UnicodeScalarView()
      var count = 0
      for (place, scalar) in zip(scalars.indices, scalars) {
        let after = scalars.index(after: place)
        if scalar == "\\", after < scalars.endIndex, !scalars[after].isASCII,
          kept.last.map(Self.endingInBackslash.contains) == true
        {
          count += 1
        } else {
          kept.append(scalar)
        }
      }
      return (String(kept), count)
    }
  }

  /// Whether a backslash stands between two letters beyond ASCII, told by the bytes.
  private static func holdsStrayBackslash(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      var place = ByteSearch.first(0x5C, in: bytes, from: 1)
      while let found = place {
        if bytes[found - 1] >= 0x80, found + 1 < bytes.count, bytes[found + 1] >= 0x80 { return true }
        place = ByteSearch.first(0x5C, in: bytes, from: found + 1)
      }
      return false
    } ?? true
  }

  /// The letters whose second byte in Big5 is 5C.
  private static let endingInBackslash = Set(
    ("么功吒吭沔坼歿俞枯苒娉珮豹崤淚許廄琵跚愧稞鈾暝蓋墦穀閱璞餐縷擺黠孀髏躡尐佢汻岤狖垥柦胐娖涂罡偅惝牾莍傜揊焮茻鄃幋滜綅赨塿槙箤踊嫹潿蔌醆嬞獦螏餤燡螰駹礒鎪瀙酀瀵騱酅贕鱋鱭")
      .unicodeScalars)
}
