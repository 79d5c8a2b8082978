/// How old a figure is beside the data that it stands in. The one place that says what is old.
public enum Age {
  /// A figure of more than so many months before the data's date carries the age sign.
  public static let limit = 18

  /// What the sign means, for a card.
  public static let meaning = "of more than 18 months before the date of this data"

  /// The same with that date, for help and pictures.
  public static func explained(on dataDate: String) -> String {
    dataDate.isEmpty ? "old: \(meaning)" : "old: of more than \(limit) months before \(dataDate)"
  }

  /// Whether a date lies more than 18 months before the data's. A year or a month counts to its
  /// end, so a figure is called old only where all of its period is; what has no date is not old.
  ///
  /// - Parameters:
  ///   - asOf: `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or a financial year, the date that the figure is of.
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
      // By bytes, with nothing made on the way: every row of every list asks this.
      var (year, month, day) = (0, missingMonth, missingDay)
      var (part, number, digits) = (0, 0, 0)
      func take() {
        switch part {
        case 0: year = number
        case 1: month = number
        default: day = number
        }
      }
      for byte in text.utf8 {
        if byte == UInt8(ascii: "-") {
          guard digits > 0, part < 2 else { return nil }
          take()
          (part, number, digits) = (part + 1, 0, 0)
        } else {
          let digit = byte &- UInt8(ascii: "0")
          guard digit < 10, digits < 9 else { return nil }
          (number, digits) = (10 * number + Int(digit), digits + 1)
        }
      }
      guard digits > 0 else { return nil }
      take()
      // A financial year such as 2024-25 ends in March of its second year.
      if month > 12 { (year, month) = (year + 1, 3) }
      months = 12 * year + month - 1
      self.day = day
    }
  }
}

extension Figure {
  /// Whether the figure carries the age sign in data of a date (`Evidence.date`).
  public func isOld(on dataDate: String) -> Bool { Age.isOld(asOf, on: dataDate) }
}
