extension Chart.Axis {
  /// A tick of an axis, with what it says.
  struct Tick: Equatable {
    var place: Double
    var text: String
  }

  /// Ticks of an axis of time, steps or categories, as many as have room.
  ///
  /// - Parameters:
  ///   - scale: where places stand.
  ///   - width: of a label.
  ///   - gap: the least room between two labels.
  func ticks(_ scale: Scale, gap: Double, width: (String) -> Double) -> [Tick] {
    let all = candidates(scale.values)
    return all.first { ticks in
      zip(ticks, ticks.dropFirst()).allSatisfy { one, other in
        let apart = abs(scale.place(other.place) - scale.place(one.place))
        return apart >= (width(one.text) + width(other.text)) / 2 + gap
      }
    } ?? all.last ?? []
  }

  /// Ticks from dense to sparse.
  private func candidates(_ values: ClosedRange<Double>) -> [[Tick]] {
    switch kind {
    case .years, .steps, .categories:
      let first = Int(values.lowerBound.rounded(.up))
      let last = Int(values.upperBound.rounded(.down))
      guard first <= last else { return [] }
      let count = last - first
      // Steps that end at the last place, if there are any that leave more than its two ends.
      let whole = (1...max(count, 1)).filter { count % $0 == 0 && count / $0 > 1 }
      let steps =
        whole.count > 1 ? whole : [1, 2, 3, 4, 5, 10, 20, 50].filter { $0 <= max(count, 1) }
      return steps.map { step in
        stride(from: first, through: last, by: step).map {
          Tick(place: Double($0), text: name(at: Double($0)))
        }
      } + [[Tick(place: Double(first), text: name(at: Double(first)))]]
    case .months, .dates:
      let (first, last) = (values.lowerBound * 12, values.upperBound * 12)
      let lists = [1, 3, 6, 12, 24, 60, 120].map { step in
        let start = Int((first / Double(step) - 1e-9).rounded(.up)) * step
        return stride(from: start, through: Int((last + 1e-9).rounded(.down)), by: step).map {
          month in
          let year = "\(month / 12)"
          return Tick(
            place: Double(month) / 12,
            text: step < 12 ? Self.monthNames[month % 12] + " " + year : year)
        }
      }
      return lists.filter { $0.count > 1 } + [lists[0].prefix(1).map { $0 }]
    case .number, .money: return []
    }
  }

  private static let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
