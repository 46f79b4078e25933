internal import CICUBridge

/// The likeliest encoding of bytes that say nothing about it.
struct EncodingGuess {
  var encoding: TextEncoding
  var text: String
  /// 0 to 1.
  var confidence: Double

  /// The best guess; nil if the bytes are text in none of the encodings, or make no sense in any.
  ///
  /// An encoding counts only if all bytes are valid in it. Those that are left are weighed by how much
  /// their text looks like Chinese (``Plausibility``); the opinion of ICU's detector, which goes by byte
  /// statistics, tips the balance between close ones.
  static func best(for bytes: [UInt8]) -> EncodingGuess? {
    let hasZeros = bytes.contains(0)
    if hasZeros, let guess = wide(bytes) { return guess }
    // Text of single bytes has none but strays.
    let isNarrow = !hasZeros || ZeroBytes.areStrays(in: bytes)
    var candidates: [TextEncoding] = isNarrow ? [.gb18030, .big5, .big5HongKong] : []
    if bytes.count % 2 == 0 { candidates += [.utf16LittleEndian, .utf16BigEndian] }
    if bytes.count % 4 == 0, hasZeros { candidates += [.utf32LittleEndian, .utf32BigEndian] }
    if isNarrow { candidates.append(.windows1252) }

    // UTF-8 with a few bad bytes is damaged UTF-8, and rubbish in any other encoding.
    let census = MalformedUTF8.census(of: bytes)
    if census.characters > 4, census.strays * 8 < census.characters { return nil }

    let opinions = Detector.opinions(on: bytes)
    var rated: [(encoding: TextEncoding, units: [UInt16], score: Double)] = []
    for encoding in candidates {
      // What is valid without the letters of Hong Kong has none of them.
      if encoding == .big5HongKong, rated.contains(where: { $0.encoding == .big5 }) { continue }
      guard let converter = Converter(encoding) else { continue }
      let decoded = converter.decode(bytes[...])
      guard decoded.malformedOffset == nil else { continue }
      var score = Plausibility.score(of: decoded.units, western: encoding == .windows1252)
      guard score > 0 else { continue }
      score += 0.1 * (opinions[encoding] ?? 0)
      rated.append((encoding, decoded.units, score))
    }
    // In order of `candidates` among equals, so that the answer never varies.
    guard let best = rated.max(by: { $0.score < $1.score }), best.score >= 0.15 else { return nil }
    let second = rated.filter { $0.encoding != best.encoding }.map(\.score).max() ?? 0
    let lead = (best.score - second) / best.score
    let confidence = min(1, best.score) * min(1, 0.4 + lead)
    return EncodingGuess(
      encoding: best.encoding, text: String(decoding: best.units, as: UTF16.self),
      confidence: min(0.99, confidence))
  }
}

extension EncodingGuess {
  /// Text of Western letters in UTF-16 without a mark; nil for anything else.
  private static func wide(_ bytes: [UInt8]) -> EncodingGuess? {
    guard let encoding = ZeroBytes.wideEncoding(of: bytes), let converter = Converter(encoding) else { return nil }
    let decoded = converter.decode(bytes[...])
    guard decoded.malformedOffset == nil, ZeroBytes.isWesternText(decoded.units) else { return nil }
    return EncodingGuess(
      encoding: encoding, text: String(decoding: decoded.units, as: UTF16.self), confidence: 0.95)
  }
}

/// ICU's charset detector (`ucsdet_detectAll`).
private enum Detector {
  /// What it thinks of each encoding, 0 to 1.
  static func opinions(on bytes: [UInt8]) -> [TextEncoding: Double] {
    var result: [TextEncoding: Double] = [:]
    var opinions = [cicu_opinion](repeating: cicu_opinion(), count: 32)
    // Statistics need no more than the beginning.
    let length = Int32(min(bytes.count, 64 * 1024))
    let count = bytes.withUnsafeBytes { buffer -> Int32 in
      guard let base = buffer.baseAddress else { return 0 }
      return cicu_detect(base.assumingMemoryBound(to: CChar.self), length, &opinions, Int32(opinions.count))
    }
    for opinion in opinions.prefix(Int(count)) {
      let name = withUnsafeBytes(of: opinion.name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      guard let encoding = TextEncoding(name: name) else { continue }
      result[encoding] = max(result[encoding] ?? 0, Double(opinion.confidence) / 100)
    }
    return result
  }
}
