/// Which tables of a document that was read are those that are made.
struct SheetPairs {
  /// Of each table that was read.
  private(set) var places: [Int?] = []

  init(made: [Sheet], read: [Sheet]) {
    let names = made.map { Set($0.rows.map(\.name)) }
    let headers = made.map { Set($0.header) }
    var used: Set<Int> = []
    for sheet in read {
      // The headings may be gone: then a row stands in their place.
      let theirs = Set(sheet.rows.map(\.name) + [sheet.header.joined(separator: " ")])
        .union([sheet.header.first ?? ""])
      let header = Set(sheet.header)
      var best: (score: Double, place: Int)?
      for place in made.indices {
        let rows = Double(names[place].intersection(theirs).count)
        let columns = Double(headers[place].intersection(header).count)
        let ofRows = 2 * rows / Double(max(1, names[place].count + sheet.rows.count))
        let ofColumns = columns / Double(max(1, headers[place].count))
        // A table of other words is another table.
        guard ofColumns >= 0.99 || (rows > 0 && ofRows + ofColumns >= 0.8) else { continue }
        guard rows > 0 || made[place].section == sheet.section else { continue }
        let score =
          ofRows + ofColumns + (used.contains(place) ? 0 : 0.02)
          + (made[place].section == sheet.section ? 0.01 : 0)
        if score > best?.score ?? 0 { best = (score, place) }
      }
      places.append(best?.place)
      if let best { used.insert(best.place) }
    }
  }
}
