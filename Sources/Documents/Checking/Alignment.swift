/// Which token of one text became which of another, where words were added, cut or changed.
enum Alignment {
  /// Texts of more tokens than this are compared from both ends alone: what lies between is not
  /// told apart.
  private static let most = 1_500

  /// - Returns: of each token of the first, the place of its like in the second; nil for one that is
  ///   gone. Places are counted from 0.
  static func places(_ first: [Token], _ second: [Token]) -> [Int?] {
    var places = [Int?](repeating: nil, count: first.count)
    var start = 0
    while start < first.count, start < second.count, isSame(first[start], second[start]) {
      places[start] = start
      start += 1
    }
    var (end, other) = (first.count, second.count)
    while end > start, other > start, isSame(first[end - 1], second[other - 1]) {
      (end, other) = (end - 1, other - 1)
      places[end] = other
    }
    guard end > start, other > start, end - start <= most, other - start <= most else {
      return places
    }
    for (one, two) in middle(Array(first[start..<end]), Array(second[start..<other])) {
      places[start + one] = start + two
    }
    return places
  }

  private static func isSame(_ one: Token, _ two: Token) -> Bool {
    one.kind == two.kind && one.key == two.key
  }

  /// How much it is worth that one stands for the other; nothing for what cannot.
  private static func score(_ one: Token, _ two: Token) -> Int32 {
    guard one.kind == two.kind else { return 0 }
    switch one.kind {
    case .word: return one.key == two.key ? 4 : 0
    case .number: return one.key == two.key ? 6 : one.sort == two.sort ? 2 : 1
    case .note: return 3
    case .mark: return one.key == two.key ? 4 : 3
    }
  }

  /// The pairs whose scores add up to most, in order.
  private static func middle(_ first: [Token], _ second: [Token]) -> [(Int, Int)] {
    let width = second.count + 1
    var table = [Int32](repeating: 0, count: (first.count + 1) * width)
    for one in first.indices.reversed() {
      for two in second.indices.reversed() {
        let place = one * width + two
        var best = max(table[place + width], table[place + 1])
        let score = score(first[one], second[two])
        if score > 0 { best = max(best, table[place + width + 1] + score) }
        table[place] = best
      }
    }
    var pairs: [(Int, Int)] = []
    var (one, two) = (0, 0)
    while one < first.count, two < second.count {
      let place = one * width + two
      let score = score(first[one], second[two])
      if score > 0, table[place] == table[place + width + 1] + score {
        pairs.append((one, two))
        (one, two) = (one + 1, two + 1)
      } else if table[place] == table[place + width] {
        one += 1
      } else {
        two += 1
      }
    }
    return pairs
  }
}
