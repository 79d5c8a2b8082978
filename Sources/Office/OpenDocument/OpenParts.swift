import Documents
import Frames

/// The parts of an OpenDocument file beside its content.
enum OpenParts {
  static let text = "application/vnd.oasis.opendocument.text"
  static let spreadsheet = "application/vnd.oasis.opendocument.spreadsheet"
  static let presentation = "application/vnd.oasis.opendocument.presentation"

  static let names: String = {
    let base = "urn:oasis:names:tc:opendocument:xmlns:"
    let own = ["office", "style", "text", "table", "meta", "presentation"].map {
      "xmlns:\($0)=\"\(base)\($0):1.0\""
    }
    return
      (own + [
        "xmlns:draw=\"\(base)drawing:1.0\"", "xmlns:number=\"\(base)datastyle:1.0\"",
        "xmlns:fo=\"\(base)xsl-fo-compatible:1.0\"", "xmlns:svg=\"\(base)svg-compatible:1.0\"",
        "xmlns:xlink=\"http://www.w3.org/1999/xlink\"",
        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"", "xmlns:of=\"\(base)of:1.2\"",
      ]).joined(separator: " ")
  }()

  static func meta(_ document: Document) -> String {
    let date = document.created.count == 10 ? document.created : "1980-01-01"
    return xmlHead + "<office:document-meta \(names) office:version=\"1.2\"><office:meta>"
      + "<meta:generator>digigov</meta:generator><dc:title>\(markup(document.title))</dc:title>"
      + "<dc:subject>\(markup(document.subtitle))</dc:subject>"
      + (document.marking.isEmpty
        ? "" : "<meta:keyword>\(markup(document.marking))</meta:keyword>")
      + "<meta:initial-creator>digigov</meta:initial-creator><dc:creator>digigov</dc:creator>"
      + "<meta:creation-date>\(markup(date))T00:00:00</meta:creation-date>"
      + "<dc:date>\(markup(date))T00:00:00</dc:date><dc:language>\(markup(document.language))</dc:language>"
      + (document.recipe == nil
        ? ""
        : "<meta:user-defined meta:name=\"digigov record\">\(markup(document.record))</meta:user-defined>")
      + "</office:meta></office:document-meta>"
  }

  /// - Parameter objects: how many charts there are, in folders of their own.
  static func manifest(_ type: String, _ files: [String], objects: Int = 0) -> String {
    func entry(_ path: String, _ type: String, _ more: String = "") -> String {
      "<manifest:file-entry manifest:full-path=\"\(path)\" \(more)manifest:media-type=\"\(type)\"/>"
    }
    return xmlHead
      + "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
      + "manifest:version=\"1.2\">" + entry("/", type, "manifest:version=\"1.2\" ")
      + ["content.xml", "styles.xml", "meta.xml"].map { entry($0, "text/xml") }.joined()
      + files.map { entry($0, $0.hasSuffix(".png") ? "image/png" : "image/svg+xml") }.joined()
      + (0..<objects).map { place in
        let folder = "Object \(place + 1)/"
        return entry(
          folder, "application/vnd.oasis.opendocument.chart", "manifest:version=\"1.2\" ")
          + entry(folder + "content.xml", "text/xml") + entry(folder + "styles.xml", "text/xml")
      }.joined()
      + "</manifest:manifest>"
  }
}
