public import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Compares text with the file kept for it in `Snapshots/`, beside the test.
///
/// With the environment variable `SNAPSHOTS=all` every snapshot is written anew, with `missing`
/// only those that have no file yet; otherwise nothing is written, and a missing file fails.
public func expectSnapshot(
  of text: String, named name: String, file: String = #filePath,
  at location: SourceLocation = #_sourceLocation
) throws {
  let place = URL(filePath: file).deletingLastPathComponent()
    .appending(path: "Snapshots").appending(path: "\(name).txt")
  let kept = try? String(contentsOf: place, encoding: .utf8)
  let mode = ProcessInfo.processInfo.environment["SNAPSHOTS"]
  if mode == "all" || (mode == "missing" && kept == nil) {
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: place, atomically: true, encoding: .utf8)
    return
  }
  guard let kept else {
    Issue.record(
      "No snapshot '\(name)' is kept; SNAPSHOTS=missing writes it.", sourceLocation: location)
    return
  }
  guard kept != text else { return }
  Attachment.record(text, named: "\(name).txt", sourceLocation: location)
  Issue.record(
    "'\(name)' differs from its snapshot:\n\(difference(from: kept, to: text))",
    sourceLocation: location)
}

/// The lines that went (-) and came (+), by number.
public func difference(from old: String, to new: String) -> String {
  func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
  let changes = lines(new).difference(from: lines(old)).map { change in
    switch change {
    case .remove(let offset, let line, _): (place: (offset, 0), text: "- \(offset + 1): \(line)")
    case .insert(let offset, let line, _): (place: (offset, 1), text: "+ \(offset + 1): \(line)")
    }
  }
  return changes.sorted { $0.place < $1.place }.map(\.text).joined(separator: "\n")
}
