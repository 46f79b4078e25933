internal import ExportPipeline
internal import IssueModel
internal import IssueXML

/// Makes pictures into addresses that hold them. Each file is read once; trouble is told once.
final class PictureInliner {
  private let context: StageContext
  private var known: [String: PrintedForm.Picture?] = [:]

  init(context: StageContext) { self.context = context }

  /// The picture of `image`; nil if it cannot be had, which is reported.
  func picture(_ image: ImageReference, at position: SourcePosition?) -> PrintedForm.Picture? {
    if let known = known[image.target] { return known }
    let picture = loaded(image, at: position)
    known[image.target] = .some(picture)
    return picture
  }

  private func loaded(_ image: ImageReference, at position: SourcePosition?) -> PrintedForm.Picture? {
    func report(_ trouble: PictureTrouble) {
      context.diagnostics.report(trouble.diagnostic(image.target, at: position))
    }
    let bytes: [UInt8]
    do throws(ResourceFault) { bytes = try context.resources.load(image.target) } catch {
      report(PictureTrouble(error))
      return nil
    }
    do throws(PictureHeader.Fault) {
      let header = try PictureHeader(bytes)
      return PrintedForm.Picture(
        source: "data:\(header.format.mediaType);base64,\(Base64.text(of: bytes))", width: header.shownWidth,
        height: header.shownHeight)
    } catch {
      report(PictureTrouble(error))
      return nil
    }
  }
}
