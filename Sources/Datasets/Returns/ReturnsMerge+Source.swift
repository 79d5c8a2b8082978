extension ReturnsMerge {
  /// A row of sources for what was added; its id.
  mutating func addSource(_ accepted: [Placed], _ files: [String]) -> String {
    let months = accepted.map(\.month)
    guard let first = months.min(), let last = months.max() else { return "" }
    let span = first == last ? last.words : "\(first.words) to \(last.words)"
    let departments = Set(accepted.map(\.department)).sorted()
    let publisher = departments.map { names.entry($0)?.name ?? $0 }.joined(separator: "; ")
    // A cell holds so much: of many files the first stand for all.
    let fileNames = files.prefix(20).map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    let more = files.count > 20 ? " and \(files.count - 20) more files" : ""
    let cells = [
      "title":
        ImportTitle.text(span, "\(fileNames.joined(separator: ", "))\(more)"),
      "publisher": publisher,
      "date": options.published.isEmpty ? "\(last)" : options.published,
      "address": options.address, "licence": "Open Government Licence v3.0",
      "seen_how": "in the publication",
    ]
    if let row = sources.row(where: cells) { return sources[row, "id"] }
    var id = "workforce-import-\(last)"
    var number = 2
    while sources.row(where: ["id": id]) != nil {
      id = "workforce-import-\(last)-\(number)"
      number += 1
    }
    sources.append(cells.merging(["id": id]) { old, _ in old })
    return id
  }

  /// The package's description under a version of its own, since its figures are others now. Nil
  /// where there is none, or no version to change.
  func renamedPackage(_ accepted: [Placed]) -> [UInt8]? {
    guard let last = accepted.map(\.month).max(), let package, let version = packageVersion,
      !version.isEmpty
    else { return nil }
    let mark = "-workforce-"
    let base = version.firstRange(of: mark).map { String(version[..<$0.lowerBound]) } ?? version
    let held = version.firstRange(of: mark).map { String(version[$0.upperBound...]) } ?? ""
    let new = base + mark + max(held, "\(last)")
    let text = String(decoding: package, as: UTF8.self)
    guard let key = text.firstRange(of: "\"version\""),
      let value = text[key.upperBound...].firstRange(of: "\"\(version)\"")
    else { return nil }
    return Array((text[..<value.lowerBound] + "\"\(new)\"" + text[value.upperBound...]).utf8)
  }
}

/// The title of an import in the table of sources.
enum ImportTitle {
  private static let start = "Workforce management information of "
  private static let end = ", imported from "

  static func text(_ span: String, _ files: String) -> String { start + span + end + files }

  /// The month of an import of one; nil for any other source.
  static func month(of title: String) -> Month? {
    guard title.hasPrefix(start), let end = title.firstRange(of: end) else { return nil }
    return Month(in: String(title[..<end.lowerBound].dropFirst(start.count)))
  }
}
