import Figures

extension Book {
  /// How a number is shown: its cell keeps all of its digits.
  public struct Format: Hashable, Sendable {
    /// Digits behind the point, 0 to 8.
    public var places: Int
    /// A share of one, shown as a percentage.
    public var isShare: Bool
    /// A year of the calendar: no thousands are set apart.
    public var isYear: Bool

    public init(places: Int, isShare: Bool = false, isYear: Bool = false) {
      self.places = min(max(places, 0), 8)
      self.isShare = isShare
      self.isYear = isYear
    }

    /// Every format that a workbook may have.
    public static let all =
      (0...8).map { Format(places: $0) } + (0...1).map { Format(places: $0, isShare: true) }
      + [Format(places: 0, isYear: true)]

    /// A number as it is shown: `1,349`, `0.411`, `77%`.
    public func text(_ value: Double) -> String {
      isYear
        ? "\(Int(value))"
        : Numbers.decimal(isShare ? value * 100 : value, places: places) + (isShare ? "%" : "")
    }

    /// What a number needs: as many digits as it was typed with, up to three behind the point; three
    /// that count where it was computed.
    init(of value: Double, isShare: Bool) {
      if isShare {
        self.init(places: abs(value) < 0.0995 && value != 0 ? 1 : 0, isShare: true)
        return
      }
      let typed = "\(value)"
      let behind = typed.split(separator: ".").dropFirst().first ?? "0"
      if !typed.contains("e"), behind.count <= 3 {
        self.init(places: behind == "0" ? 0 : behind.count)
        return
      }
      var (places, size) = (0, abs(value))
      while size < 99.5, size > 0, places < 8 {
        size *= 10
        places += 1
      }
      self.init(places: places)
    }
  }
}

extension Book.Sheet {
  /// How a cell's number is shown; nil for a cell without one.
  public func format(_ row: Int, _ column: Int) -> Book.Format? {
    let value: Double? =
      switch rows[row][column] {
      case .number(let value), .input(let value, _): value
      case .formula(_, let value): value
      case .text, .link, .sheet, .none, .inapplicable: nil
      }
    guard let value, value.isFinite else { return nil }
    var unit = ""
    if let place = header.firstIndex(of: "Unit"), case .text(let text) = rows[row][place] {
      unit = text
    }
    // Chances stand in a column of their own, beside sums.
    let isShare = unit.hasPrefix("share of runs") || header[column].hasPrefix("Chance")
    if unit == "calendar year", value == value.rounded(), (1900...2200).contains(value) {
      return Book.Format(places: 0, isYear: true)
    }
    return Book.Format(of: value, isShare: isShare)
  }

  /// Whether a column holds numbers alone: it is set to the right, with its heading.
  public func isNumeric(_ column: Int) -> Bool {
    var hasNumber = false
    for row in rows {
      switch row[column] {
      case .number, .input, .formula: hasNumber = true
      case .none, .inapplicable: break
      case .text, .link, .sheet: return false
      }
    }
    return hasNumber
  }
}
