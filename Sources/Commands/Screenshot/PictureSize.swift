import Frames

/// A picture's size in cells, as `--size` gives it.
struct PictureSize: Equatable {
  var columns, rows: Int

  /// Reads `120x36`. A view has to be as large as the dashboard needs, a panel alone may be less.
  init(typed text: String, isPanel: Bool) throws(CommandFailure) {
    let parts = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    let (leastColumns, leastRows) = isPanel ? (30, 8) : (60, 18)
    guard parts.count == 2, let columns = parts[0], let rows = parts[1],
      (leastColumns...500).contains(columns), (leastRows...200).contains(rows)
    else {
      throw CommandFailure(
        code: 2,
        message: "--size \(neutralised(text)) is not COLSxROWS of \(leastColumns)x\(leastRows) to "
          + "500x200, such as 120x36")
    }
    (self.columns, self.rows) = (columns, rows)
  }
}
