import Documents
import Frames
import Office

/// A document that is checked, as it was read.
struct CheckedFile {
  enum Format: String, CaseIterable {
    case odt, docx, md, html, txt
  }

  let document: ReadDocument

  /// Megabytes of a file; a brief has less than one.
  private static let most = 64

  /// - Throws: exit code 2 for a kind that is not read, 3 for what cannot be.
  init(_ path: String) throws(CommandFailure) {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() }
    guard let ending, let format = Format(rawValue: ending == "htm" ? "html" : ending) else {
      let allowed = Format.allCases.map { "." + $0.rawValue }.joined(separator: " ")
      throw CommandFailure(
        code: 2,
        message: "\(neutralised(path)): unknown kind of document; allowed \(allowed): save it as "
          + "one of them")
    }
    let bytes: [UInt8]
    do throws(WholeFile.Failure) {
      bytes = try WholeFile.bytes(of: path, waits: false, most: Self.most)
    } catch {
      throw CommandFailure(code: 3, message: "\(neutralised(path)): \(error.reason)")
    }
    do throws(OfficeFault) {
      switch format {
      case .odt: document = try ReadDocument(odt: bytes)
      case .docx: document = try ReadDocument(docx: bytes)
      case .md: document = ReadDocument(markdown: try Self.text(bytes))
      case .txt:
        var plain = ReadDocument(markdown: try Self.text(bytes))
        plain.canHaveNotes = plain.texts.contains { $0.contains(ReadDocument.noteMark) }
        document = plain
      case .html: document = ReadDocument(html: try Self.text(bytes))
      }
    } catch {
      throw CommandFailure(
        code: 3, message: "\(neutralised(path)): \(neutralised(error.problem)); \(error.advice)")
    }
  }

  private static func text(_ bytes: [UInt8]) throws(OfficeFault) -> String {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
      throw OfficeFault("no text in UTF-8", "save it as text in UTF-8")
    }
    return text
  }
}
