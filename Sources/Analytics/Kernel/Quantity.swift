/// £bn, a year where the equation speaks of a year.
enum BillionPounds {}
/// £ thousand, for one post and year.
enum ThousandPounds {}
/// Thousands of posts.
enum ThousandPosts {}
enum Years {}
enum Months {}

/// Numbers of one unit: adding unlike units does not compile. Pure numbers are plain `Lanes`.
struct Quantity<Unit>: Sendable {
  var lanes: Lanes

  @inline(__always) init(_ lanes: Lanes) { self.lanes = lanes }
  @inline(__always) init(_ value: Double) { lanes = Lanes(repeating: value) }

  @inline(__always)
  static func + (a: Self, b: Self) -> Self { Self(a.lanes + b.lanes) }
  @inline(__always)
  static func - (a: Self, b: Self) -> Self { Self(a.lanes - b.lanes) }
  @inline(__always)
  static func * (a: Self, b: Lanes) -> Self { Self(a.lanes * b) }
  @inline(__always)
  static func * (a: Self, b: Double) -> Self { Self(a.lanes * b) }
  @inline(__always)
  static func / (a: Self, b: Lanes) -> Self { Self(a.lanes / b) }

  /// What is above `floor`, not less than none.
  @inline(__always)
  func excess(over floor: Self) -> Self { Self(greater(.zero, lanes - floor.lanes)) }
}

extension Quantity where Unit == Months {
  /// The same time as a share of a year, a pure number where it multiplies a yearly amount.
  var yearsOfWork: Lanes { lanes / 12 }
}

/// Thousand posts at £ thousand each are £m.
@inline(__always)
func * (posts: Quantity<ThousandPosts>, each: Quantity<ThousandPounds>) -> Quantity<BillionPounds> {
  Quantity(posts.lanes * each.lanes / 1000)
}
