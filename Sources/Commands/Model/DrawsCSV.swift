import Analytics

/// One row a draw: the assumptions in register order, then the metrics or what was selected.
enum DrawsCSV {
  /// - Parameter selected: names with a column of numbers each; nil for the metrics.
  static func bytes(
    _ run: Run?, _ sample: Sample, selected: (names: [String], columns: [[Double]])?
  ) -> [UInt8] {
    let names =
      ["draw"] + Assumption.allCases.map(\.id)
      + (selected?.names ?? Metric.allCases.map(\.rawValue))
    var bytes = Array((names.joined(separator: ",") + "\n").utf8)
    guard let run else { return bytes }
    let columns = selected?.columns ?? Metric.allCases.map { run[$0] }
    for draw in 0..<run.count {
      bytes += Array("\(draw)".utf8)
      for assumption in Assumption.allCases.indices {
        append(sample[assumption, draw], to: &bytes)
      }
      for column in columns { append(column[draw], to: &bytes) }
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  private static func append(_ value: Double, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: ","))
    if !value.isNaN { bytes += Array(Decimal.text(value + 0).utf8) }
  }
}
