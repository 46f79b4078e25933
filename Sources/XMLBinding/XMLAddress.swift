internal import CLibXML2

/// Addresses of files as XML, HTML and Markdown write them (RFC 3986).
public enum XMLAddress {
  /// `address` with its `%20` and the like decoded once (RFC 3986, 2.1; `xmlURIUnescapeString`); nil if what they make
  /// is no UTF-8 or holds a NUL, which no name of a file can.
  public static func decoded(_ address: String) -> String? {
    guard address.utf8.contains(UInt8(ascii: "%")) else { return address }
    // To C a NUL is the end of the name, and a name that was cut short is another one.
    guard address.firstRange(of: "%00") == nil, let decoded = xmlURIUnescapeString(address, 0, nil) else { return nil }
    defer { cxml_free(decoded) }
    return String(validatingCString: decoded)
  }
}
