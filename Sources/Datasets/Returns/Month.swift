/// A calendar month, as `2026-07`.
public struct Month: Comparable, Hashable, Sendable, CustomStringConvertible {
  /// Of the calendar, 2000 to 2099.
  public let year: Int
  /// 1 is January.
  public let number: Int

  /// Nil outside the years 2000 to 2099, where no return can be, and the months 1 to 12.
  public init?(year: Int, number: Int) {
    guard (2000...2099).contains(year), (1...12).contains(number) else { return nil }
    (self.year, self.number) = (year, number)
  }

  /// Reads `2026-07` and nothing else.
  public init?(text: String) {
    guard CalendarText.isMonth(Array(text.utf8).span), let year = Int(text.prefix(4)),
      let number = Int(text.suffix(2))
    else { return nil }
    self.init(year: year, number: number)
  }

  /// `2026-07`.
  public var description: String { "\(year)-\(Self.twoDigits(number))" }

  /// `July 2026`.
  public var words: String { "\(Self.names[number - 1]) \(year)" }

  /// The year from April to March that holds the month, as `2026-27`.
  public var financialYear: String {
    let first = number >= 4 ? year : year - 1
    return "\(first)-\(Self.twoDigits((first + 1) % 100))"
  }

  /// The earliest there can be.
  static let first = Month(year: 2000, number: 1, checked: ())

  private init(year: Int, number: Int, checked: Void) { (self.year, self.number) = (year, number) }

  /// Whether the left one is earlier.
  public static func < (left: Month, right: Month) -> Bool {
    (left.year, left.number) < (right.year, right.number)
  }

  private static let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}

extension Month {
  /// The month that a text names, as file names, titles and cells do: `July 2026`, `Jul-26`,
  /// `2026-07`, `202607`, `31/07/2026`. Nil where there is none, or more than one.
  init?(in text: String) {
    let found = Self.all(in: text)
    guard found.count == 1, let month = found.first else { return nil }
    self = month
  }

  /// The month of two cells: `2026` and `July`, `Jul` or `7`; either may hold both.
  init?(year: String, month: String) {
    if let month = Month(in: month) ?? (month.isEmpty ? Month(in: year) : nil) {
      self = month
      return
    }
    let parts = Self.parts(of: month)
    guard parts.count == 1, let part = parts.first,
      let number = Self.number(named: part) ?? Int(part)
    else { return nil }
    // A financial year such as 2026/27 holds January to March of its second.
    let years = Self.parts(of: year)
    if years.count == 2, years[1].count == 2, let first = Self.year(years[0]),
      Int(years[1]) == (first + 1) % 100
    {
      self.init(year: number >= 4 ? first : first + 1, number: number)
      return
    }
    guard
      let year = Int(year.trimmed.hasSuffix(".0") ? year.trimmed.dropLast(2) : year.trimmed[...])
    else { return nil }
    self.init(year: year, number: number)
  }

  private static func all(in text: String) -> Set<Month> {
    let parts = parts(of: text)
    var found: Set<Month> = []
    for (place, part) in parts.enumerated() {
      let before = place > 0 ? parts[place - 1] : ""
      let after = place + 1 < parts.count ? parts[place + 1] : ""
      if let number = number(named: part) {
        // A year of two digits only behind the name: before it stands a day.
        if let year = year(after) ?? year(before) ?? (after.count == 2 ? Int(after) : nil) {
          insert(Month(year: year < 100 ? 2000 + year : year, number: number), &found)
        }
      } else if let year = year(part) {
        if after.count == 2, let number = Int(after), place == 0 || Int(before) == nil {
          insert(Month(year: year, number: number), &found)
        } else if before.count == 2, let number = Int(before), after.isEmpty || Int(after) == nil {
          insert(Month(year: year, number: number), &found)
        }
      } else if part.count == 6, let year = year(String(part.prefix(4))),
        let number = Int(part.suffix(2)), let month = Month(year: year, number: number)
      {
        found.insert(month)
      }
    }
    return found
  }

  private static func insert(_ month: Month?, _ found: inout Set<Month>) {
    if let month { found.insert(month) }
  }

  private static func year(_ part: String) -> Int? {
    guard part.count == 4, let value = Int(part), (2000...2099).contains(value) else { return nil }
    return value
  }

  /// A month's name, whole or its first three letters or, for September, four.
  private static func number(named part: String) -> Int? {
    let index = names.firstIndex { name in
      let name = name.lowercased()
      return part == name || part == name.prefix(3) || (part == "sept" && name == "september")
    }
    return index.map { $0 + 1 }
  }

  /// Runs of letters and runs of digits, in small letters: `Jul2026` is two.
  private static func parts(of text: String) -> [String] {
    var parts: [String] = []
    var wasDigit: Bool?
    for byte in text.lowercased().utf8 {
      let isDigit = (0x30...0x39).contains(byte)
      guard isDigit || (0x61...0x7A).contains(byte) else {
        wasDigit = nil
        continue
      }
      let character = String(UnicodeScalar(byte))
      if wasDigit == isDigit {
        parts[parts.count - 1] += character
      } else {
        parts.append(character)
      }
      wasDigit = isDigit
    }
    return parts
  }
}
