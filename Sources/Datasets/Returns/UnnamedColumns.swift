/// Names, types and departments of a return whose headings leave them out: found by the column of
/// types, which says nothing else.
struct UnnamedColumns {
  /// The row of headings above that of units, or the one that has both.
  let place: Int
  let body, department: Int

  /// Nil where the rows are not of that kind.
  ///
  /// - Parameter headings: words of the first rows.
  init?(_ headings: [[String]], _ text: ReturnText) {
    let searched = headings.prefix(ReturnLayout.searched)
    guard let units = searched.firstIndex(where: ReturnLayout.isUnits) else { return nil }
    let top = headings[units].contains(where: Self.isBill) ? units : units - 1
    guard top >= 0, headings[top].contains(where: Self.isBill) else { return nil }
    let rows = text.rows[(units + 1)...].prefix(ReturnLayout.searched).filter { row in
      row.cells.contains { if case .number = ReturnCell($0) { true } else { false } }
    }
    // The columns before the first that has a heading.
    let width = headings[top].firstIndex { !$0.isEmpty } ?? 0
    let types = (1..<max(width, 1)).first { column in
      let texts = rows.map { $0[column].words }.filter { !$0.isEmpty }
      return !texts.isEmpty && texts.allSatisfy(Self.isType)
    }
    guard let types, types + 1 < width,
      let body = (0..<types).first(where: { column in rows.contains { !$0[column].isEmpty } }),
      let department = ((types + 1)..<width).first(where: { column in
        rows.contains { !$0[column].isEmpty }
      })
    else { return nil }
    (place, self.body, self.department) = (top, body, department)
  }

  private static func isBill(_ words: String) -> Bool {
    words.contains("paybill") || words.contains("pay bill")
  }

  private static func isType(_ words: String) -> Bool {
    types.contains { words.contains($0) } || words == "other"
  }

  private static let types = [
    "ministerial department", "executive agency", "departmental public body", "ndpb",
    "special health authority", "public corporation", "arms length body", "tribunal",
    "advisory body",
  ]
}
