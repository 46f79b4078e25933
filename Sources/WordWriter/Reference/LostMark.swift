/// What may stay behind when headers and footers are taken from a Word file, as the user is told.
enum LostMark: CaseIterable {
  /// A header or footer that the file refers to and does not have.
  case part
  /// An object of another program (OLE).
  case object
  /// A shape or text box in DrawingML alone, or a way of drawing that is not known.
  case shape
  /// A picture that is not in the file.
  case linkedPicture
  /// A picture in another format than PNG, JPEG or GIF, such as EMF.
  case otherPicture
  /// A field that fetches or runs something.
  case field

  var english: String {
    switch self {
    case .part: "a part that is missing in the file"
    case .object: "embedded objects"
    case .shape: "shapes or text boxes without VML"
    case .linkedPicture: "pictures that are not in the file"
    case .otherPicture: "pictures that are not PNG, JPEG or GIF (such as EMF)"
    case .field: "fields that fetch something"
    }
  }

  var chinese: String {
    switch self {
    case .part: "文件中缺失的部件"
    case .object: "嵌入对象"
    case .shape: "无 VML 形式的图形或文本框"
    case .linkedPicture: "不在文件内的图片"
    case .otherPicture: "非 PNG、JPEG、GIF 格式的图片（如 EMF）"
    case .field: "引用外部内容的域"
    }
  }
}
