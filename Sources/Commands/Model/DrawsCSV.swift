import Analytics

/// One row a draw: the assumptions in register order, then the metrics.
enum DrawsCSV {
  static func bytes(_ run: Run?, _ sample: Sample) -> [UInt8] {
    let names =
      ["draw"] + Assumption.allCases.map(\.id) + Metric.allCases.map(\.rawValue)
    var bytes = Array((names.joined(separator: ",") + "\n").utf8)
    guard let run else { return bytes }
    let metrics = Metric.allCases.map { run[$0] }
    for draw in 0..<run.count {
      bytes += Array("\(draw)".utf8)
      for assumption in Assumption.allCases.indices {
        append(sample[assumption, draw], to: &bytes)
      }
      for metric in metrics { append(metric[draw], to: &bytes) }
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  private static func append(_ value: Double, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: ","))
    if !value.isNaN { bytes += Array(Decimal.text(value + 0).utf8) }
  }
}
