import Analytics

extension State {
  /// Names that are most like what was typed, at most three: what may have been meant.
  public func nearest(_ typed: String) -> [String] {
    let wanted = Query(typed).bare
    guard !wanted.isEmpty else { return [] }
    let names =
      inputs.organisations.map(\.name) + ScreenID.numbered.map(\.title) + inputs.levers.map(\.label)
      + inputs.presets.map(\.name) + panels.map { Self.brief($0.title) }
    let close = names.map { ($0, Self.distance(wanted, $0.lowercased())) }
      .filter { $0.1 <= max(2, wanted.count / 3) }.sorted { $0.1 < $1.1 }
    return close.prefix(3).map(\.0)
  }

  /// How many letters have to be changed, left out or put in.
  private static func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a.prefix(60)), Array(b.prefix(60)))
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var last = row[0]
      row[0] = i + 1
      for (j, other) in b.enumerated() {
        let next = min(row[j + 1] + 1, row[j] + 1, last + (letter == other ? 0 : 1))
        (last, row[j + 1]) = (row[j + 1], next)
      }
    }
    return row[b.count]
  }
}
