/// How much of the smaller of two benefits the larger already counts; model.md 6.7.
///
/// Half is taken from each side, so that attribution never depends on the order of streams:
/// `N_i = G_i − ½·overlap_scale·Σ_{j≠i} ω_ij·min(G_i, G_j)`.
struct Overlap: Sendable {
  /// A pair of places in `Stream.allCases` with its weight ω, which is not 0.
  struct Pair: Sendable {
    let a, b: Int
    let weight: Double
  }

  let pairs: [Pair]

  init(_ weights: [OverlapWeight]) {
    let places = Dictionary(uniqueKeysWithValues: zip(Stream.allCases, 0...))
    pairs = weights.compactMap {
      guard $0.weight != 0, let a = places[$0.a], let b = places[$0.b] else { return nil }
      return Pair(a: min(a, b), b: max(a, b), weight: $0.weight)
    }
  }

  /// Each stream of `gross` less its half of every overlap.
  func net(_ gross: InlineArray<5, Lanes>, scale: Lanes) -> InlineArray<5, Lanes> {
    var net = gross
    for pair in pairs {
      let half = scale * (0.5 * pair.weight) * lesser(gross[pair.a], gross[pair.b])
      net[pair.a] -= half
      net[pair.b] -= half
    }
    return net
  }
}
