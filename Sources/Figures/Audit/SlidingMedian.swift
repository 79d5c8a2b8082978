/// The median of the values around each place of a series, its own left out.
struct SlidingMedian {
  /// The median at each place; nil where fewer values than `least` lie within `window` months.
  let medians: [Double?]

  /// - Parameters:
  ///   - months: of the values, rising.
  ///   - values: none NaN.
  init(_ months: [Int], _ values: [Double], window: Int, least: Int) {
    var sorted: [Double] = []
    var (low, high) = (0, 0)
    medians = months.indices.map { place in
      while high < months.count, months[high] <= months[place] + window {
        sorted.insert(values[high], at: Self.place(of: values[high], in: sorted))
        high += 1
      }
      while months[low] < months[place] - window {
        sorted.remove(at: Self.place(of: values[low], in: sorted))
        low += 1
      }
      guard sorted.count > least else { return nil }
      return Self.median(sorted, without: Self.place(of: values[place], in: sorted))
    }
  }

  /// The first place at which a value may stand.
  private static func place(of value: Double, in sorted: [Double]) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func median(_ sorted: [Double], without left: Int) -> Double {
    func value(_ place: Int) -> Double { sorted[place < left ? place : place + 1] }
    let count = sorted.count - 1
    return count % 2 == 1
      ? value(count / 2) : (value(count / 2 - 1) + value(count / 2)) / 2
  }
}

/// The median of some values; 0 of none.
func median(_ values: some Sequence<Double>) -> Double {
  let sorted = values.sorted()
  guard !sorted.isEmpty else { return 0 }
  let half = sorted.count / 2
  return sorted.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
}
