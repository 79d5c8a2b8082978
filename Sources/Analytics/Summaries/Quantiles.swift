extension [Double] {
  /// Hyndman–Fan type 7 quantiles at rising `probabilities`, found by selection. The order of the
  /// numbers changes. nil where there are none.
  ///
  /// `h = (n − 1)p, j = ⌊h⌋`: `x_j + (h − j)(x_{j+1} − x_j)`.
  mutating func quantiles(_ probabilities: [Double]) -> [Double?] {
    place(for: probabilities)
    return placedQuantiles(probabilities) { $0 }
  }

  /// Puts the numbers that quantiles at rising `probabilities` rest on where sorting would.
  mutating func place(for probabilities: [Double]) {
    guard !isEmpty else { return }
    let last = count - 1
    let places = probabilities.flatMap { probability in
      let place = Int(Double(last) * probability)
      return [place, Swift.min(place + 1, last)]
    }
    select(places[...], 0, count)
  }

  /// The quantiles of what a function that never falls makes of numbers that are placed for
  /// `probabilities`: it keeps their order.
  func placedQuantiles(_ probabilities: [Double], _ value: (Double) -> Double) -> [Double?] {
    guard !isEmpty else { return probabilities.map { _ in nil } }
    let last = count - 1
    return probabilities.map { probability in
      let rank = Double(last) * probability
      let place = Int(rank)
      let low = value(self[place])
      let high = value(self[Swift.min(place + 1, last)])
      return low + (rank - Double(place)) * (high - low)
    }
  }

  /// Puts the numbers of the given rising ranks, all inside `low..<high`, where sorting would.
  private mutating func select(_ ranks: ArraySlice<Int>, _ low: Int, _ high: Int) {
    guard !ranks.isEmpty, high - low > 1 else { return }
    if high - low <= 24 {
      insertionSort(low, high)
      return
    }
    let target = ranks[ranks.startIndex + ranks.count / 2]
    let pivot = pivot(low, high, near: target)
    // The sign of a difference, since a comparison compiles to a branch that is mispredicted half of
    // the time.
    let first = partition(low, high) { Int(truncatingIfNeeded: ($0 - pivot).bitPattern >> 63) }
    // A pivot that is the least may have many equals, which would never be parted.
    let second = first > low ? first : partition(low, high) { $0 == pivot ? 1 : 0 }
    let right = ranks.drop { $0 < second }
    select(ranks.prefix { $0 < first }, low, first)
    select(right, second, high)
  }

  /// Moves the numbers that belong first, for which it gives 1 and not 0, to the front; gives back
  /// where the rest begins.
  @inline(__always)
  private mutating func partition(
    _ low: Int, _ high: Int, _ belongsFirst: (Double) -> Int
  ) -> Int {
    unsafe withUnsafeMutableBufferPointer { numbers in
      var first = low
      for place in low..<high {
        let value = unsafe numbers[place]
        unsafe numbers[place] = numbers[first]
        unsafe numbers[first] = value
        first &+= belongsFirst(value)
      }
      return first
    }
  }

  /// A number whose rank is about the target's, judged by a sample.
  private func pivot(_ low: Int, _ high: Int, near target: Int) -> Double {
    let size = high - low > 600 ? 31 : 7
    var sample: [Double] = []
    sample.reserveCapacity(size)
    for place in 0..<size { sample.append(self[low + (high - low - 1) * place / (size - 1)]) }
    sample.insertionSort(0, size)
    return sample[(target - low) * (size - 1) / Swift.max(high - low - 1, 1)]
  }

  private mutating func insertionSort(_ low: Int, _ high: Int) {
    for place in low + 1..<high {
      let value = self[place]
      var hole = place
      while hole > low, self[hole - 1] > value {
        self[hole] = self[hole - 1]
        hole -= 1
      }
      self[hole] = value
    }
  }
}
