/// How old a figure is beside the data that it stands in. The one place that says what is old.
public enum Age {
  /// A figure of more than so many months before the data's date carries the age sign.
  public static let limit = 18

  /// What the sign means, for a card.
  public static let meaning = "of more than 18 months before the date of this data"

  /// Whether a date lies more than 18 months before the data's. A year or a month counts to its
  /// end, so a figure is called old only where all of its period is; what has no date is not old.
  ///
  /// - Parameters:
  ///   - asOf: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, the date that the figure is of.
  ///   - dataDate: the date of the data, in the same forms.
  public static func isOld(_ asOf: String, on dataDate: String) -> Bool {
    guard let end = Day(asOf, missingMonth: 12, missingDay: 31),
      let today = Day(dataDate, missingMonth: 1, missingDay: 1)
    else { return false }
    return (end.months, end.day) < (today.months - limit, today.day)
  }

  private struct Day {
    /// Months since the year 0.
    let months: Int
    let day: Int

    init?(_ text: String, missingMonth: Int, missingDay: Int) {
      // By bytes: every row of every list asks this.
      let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      guard (1...3).contains(parts.count), let year = Int(Substring(parts[0])) else { return nil }
      guard let month = parts.count > 1 ? Int(Substring(parts[1])) : missingMonth else {
        return nil
      }
      guard let day = parts.count > 2 ? Int(Substring(parts[2])) : missingDay else { return nil }
      months = 12 * year + month - 1
      self.day = day
    }
  }
}

extension Figure {
  /// Whether the figure carries the age sign in data of a date (`Evidence.date`).
  public func isOld(on dataDate: String) -> Bool { Age.isOld(asOf, on: dataDate) }
}

extension Evidence {
  /// The date of this version of the data: when its package was made, else the newest date of a
  /// publication as `YYYY-MM-DD`; empty where there is neither.
  public var date: String {
    if let created, created.count >= 10 { return String(created.prefix(10)) }
    let newest = sources.map(\.date).filter { $0.count <= 10 }.max() ?? ""
    switch newest.count {
    case 4: return newest + "-01-01"
    case 7: return newest + "-01"
    default: return newest
    }
  }
}
