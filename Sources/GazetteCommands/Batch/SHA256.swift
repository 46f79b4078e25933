/// SHA-256 (FIPS 180-4, 6.2): proves that a file is the one a report speaks of.
///
/// Written here because the only packages with it bring all of a TLS library, and a minute of building, for 60 lines.
struct SHA256 {
  private var state: (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32) = (
    0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19
  )

  /// The digest of `bytes`, as 64 digits of base 16.
  static func hex(_ bytes: [UInt8]) -> String { SHA256(of: bytes).hex }

  /// The first half of a digest: enough to tell any number of names from each other.
  struct Prefix: Comparable {
    fileprivate var high: UInt64
    fileprivate var low: UInt64

    static func < (one: Prefix, other: Prefix) -> Bool { (one.high, one.low) < (other.high, other.low) }
  }

  /// The first half of the digest of `bytes`.
  static func prefix(of bytes: some Sequence<UInt8>) -> Prefix {
    let state = SHA256(of: Array(bytes)).state
    return Prefix(
      high: UInt64(state.0) << 32 | UInt64(state.1), low: UInt64(state.2) << 32 | UInt64(state.3))
  }

  private init(of bytes: [UInt8]) {
    let tail = consumeBlocks(of: bytes)
    finish(bytes[tail...], length: bytes.count)
  }

  /// Takes all whole blocks; returns where the rest begins.
  private mutating func consumeBlocks(of bytes: [UInt8]) -> Int {
    let whole = bytes.count & ~63
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
      bytes.withUnsafeBytes { bytes in
        var start = 0
        while start < whole {
          block(UnsafeRawBufferPointer(rebasing: bytes[start..<start + 64]), schedule)
          start += 64
        }
      }
    }
    return whole
  }

  /// Takes the rest, with the length of all in bits behind it.
  private mutating func finish(_ rest: ArraySlice<UInt8>, length: Int) {
    var padded = Array(rest)
    padded.append(0x80)
    while padded.count % 64 != 56 { padded.append(0) }
    let bits = UInt64(length) * 8
    for shift in stride(from: 56, through: 0, by: -8) {
      padded.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    _ = consumeBlocks(of: padded)
  }

  private mutating func block(_ bytes: UnsafeRawBufferPointer, _ w: UnsafeMutableBufferPointer<UInt32>) {
    for t in 0..<16 { w[t] = UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: t * 4, as: UInt32.self)) }
    for t in 16..<64 {
      let (x, y) = (w[t - 15], w[t - 2])
      let s0 = Self.rotate(x, 7) ^ Self.rotate(x, 18) ^ (x >> 3)
      let s1 = Self.rotate(y, 17) ^ Self.rotate(y, 19) ^ (y >> 10)
      w[t] = w[t - 16] &+ s0 &+ w[t - 7] &+ s1
    }
    var (a, b, c, d, e, f, g, h) = state
    Self.constants.withUnsafeBufferPointer { k in
      for t in 0..<64 {
        let s1 = Self.rotate(e, 6) ^ Self.rotate(e, 11) ^ Self.rotate(e, 25)
        let one = h &+ s1 &+ ((e & f) ^ (~e & g)) &+ k[t] &+ w[t]
        let s0 = Self.rotate(a, 2) ^ Self.rotate(a, 13) ^ Self.rotate(a, 22)
        let two = s0 &+ ((a & b) ^ (a & c) ^ (b & c))
        (h, g, f, e, d, c, b, a) = (g, f, e, d &+ one, c, b, a, one &+ two)
      }
    }
    state = (
      state.0 &+ a, state.1 &+ b, state.2 &+ c, state.3 &+ d, state.4 &+ e, state.5 &+ f, state.6 &+ g, state.7 &+ h
    )
  }

  @inline(__always) private static func rotate(_ x: UInt32, _ n: UInt32) -> UInt32 { x >> n | x << (32 - n) }

  private var hex: String {
    let words = [state.0, state.1, state.2, state.3, state.4, state.5, state.6, state.7]
    return words.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  private static let constants: [UInt32] = [
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
  ]
}
