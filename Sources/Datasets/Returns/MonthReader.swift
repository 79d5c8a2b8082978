/// Reads a text from left to right, by whole runs of letters and of digits.
struct MonthReader {
  private(set) var found = MonthWords.nothing
  private let words: [Word]
  private var place = 0
  /// Where the last month ended, and whether it had its year.
  private var last: (end: Int, month: Int)?

  private struct Word {
    var text: String
    var isNumber: Bool
    /// Whether nothing stands between it and the word before: such a number is no day.
    var isGlued: Bool
  }

  init(_ text: String) {
    words = Self.words(of: text)
  }

  mutating func read() {
    while place < words.count {
      if !readSpan(), !readFinancialYear(), !readDate(), !readMonth() { readRest() }
    }
  }

  private func text(_ offset: Int) -> String {
    words.indices.contains(place + offset) ? words[place + offset].text : ""
  }

  private func year(_ offset: Int) -> Int? { Self.year(text(offset)) }

  private static func year(_ text: some StringProtocol) -> Int? {
    guard text.utf8.count == 4, let value = Int(text), (2000...2099).contains(value) else {
      return nil
    }
    return value
  }

  private func two(_ offset: Int) -> Int? {
    text(offset).utf8.count == 2 ? Int(text(offset)) : nil
  }

  private func day(_ offset: Int) -> Int? {
    guard text(offset).utf8.count <= 2, let day = Int(text(offset)), (1...31).contains(day) else {
      return nil
    }
    return day
  }

  private func name(_ offset: Int) -> Int? { Month.number(named: text(offset)) }

  /// A longer time than a month, or a shorter one.
  private mutating func readSpan() -> Bool {
    if let phrase = SpanPhrase.byFirst[text(0)]?.first(where: { phrase in
      phrase.words.indices.allSatisfy { text($0) == phrase.words[$0] }
    }), !phrase.isMeantOtherwise(before: text(-1), after: text(phrase.words.count)) {
      found.span = phrase.meaning
      if phrase.isCumulative { found.isCumulative = true }
      place += phrase.words.count
      return true
    }
    if let length = monthsLength {
      found.span = "several months"
      place += length
      return true
    }
    guard ["q", "h"].contains(text(0)), ["1", "2", "3", "4"].contains(text(1)) else { return false }
    found.span = text(0) == "q" ? "a quarter" : "half a year"
    place += 2
    return true
  }

  /// Of how many words "3 months", "twelve-month", "12m to" is; nil for anything else.
  private var monthsLength: Int? {
    if ["up", "since"].contains(text(0)) {
      let length = text(0) == "up" && text(1) == "to" ? 2 : 1
      return (text(0) == "since" || length == 2) && name(length) != nil ? length : nil
    }
    guard !isCounting(-1),
      let count = SpanPhrase.numbers[text(0)] ?? (text(0).utf8.count <= 2 ? Int(text(0)) : nil),
      (2...60).contains(count)
    else { return nil }
    switch text(1) {
    case "months", "mths", "mnths", "mos": return 2
    // "12 month", and not "Month 7" with a number before it.
    case "month", "mth", "monthly":
      return SpanPhrase.numbers.values.contains(count) && Int(text(2)) ?? 2000 >= 13 ? 2 : nil
    case "m":
      return ["to", "ending", "ended", "rolling", "period"].contains(text(2)) ? 2 : nil
    default: return nil
    }
  }

  /// `2026-27`, `2026/2027`, `20262027`, `FY2627`; `201112` as well, which could be a month.
  private mutating func readFinancialYear() -> Bool {
    var first: Int?
    var length = 0
    let digits = text(0)
    if let start = year(0) {
      // A third number makes it a date: 2011-12-31.
      let isDate = (1...12).contains(two(1) ?? 0) && two(2) != nil && day(2) != nil
      if two(1) == (start + 1) % 100, !isDate { (first, length) = (start, 2) }
      if year(1) == start + 1 { (first, length) = (start, 2) }
      if text(1) == "to", year(2) == start + 1 { (first, length) = (start, 3) }
    } else if digits.utf8.count == 6, let start = Self.year(digits.prefix(4)),
      Int(digits.suffix(2)) == (start + 1) % 100
    {
      (first, length) = (start, 1)
    } else if digits.utf8.count == 8, let start = Self.year(digits.prefix(4)),
      Self.year(digits.suffix(4)) == start + 1
    {
      (first, length) = (start, 1)
    } else if digits == "fy", let start = two(1), two(2) == (start + 1) % 100 {
      (first, length) = (2000 + start, 3)
    } else if digits == "fy", text(1).utf8.count == 4, let start = Int(text(1).prefix(2)),
      Int(text(1).suffix(2)) == (start + 1) % 100
    {
      (first, length) = (2000 + start, 2)
    }
    guard let first else { return false }
    found.financialYears.insert(first)
    place += length
    return true
  }

  private mutating func readDate() -> Bool {
    let digits = text(0)
    if digits.utf8.count == 8 {
      let (head, tail) = (digits.prefix(4), digits.suffix(4))
      let forms = [
        (Self.year(head), Int(tail.prefix(2)), Int(tail.suffix(2))),
        (Self.year(tail), Int(head.suffix(2)), Int(head.prefix(2))),
      ]
      for case (let year?, let month?, let day?) in forms where addDate(year, month, day, 1) {
        return true
      }
      return false
    }
    if let year = year(0), let month = two(1), let day = two(2) {
      return addDate(year, month, day, 3)
    }
    if let day = two(0), let month = two(1), let year = year(2), !startsFinancialYear(2) {
      return addDate(year, month, day, 3)
    }
    // Three short numbers are a day where they are the last of a month: 30-04-16.
    if let day = two(0), let number = two(1), let year = two(2), addLastDay(year, number, day, 3) {
      return true
    }
    if let day = day(0), let month = name(1), !isCounting(-1), !words[place].isGlued {
      if let year = year(2), !startsFinancialYear(2) { return addDate(year, month, day, 3) }
      if two(0) != nil, let year = two(2) {
        return addDate(2000 + year, month, day, 3)
      }
    }
    if let month = name(0), let day = day(1), let year = year(2), !startsFinancialYear(2) {
      return addDate(year, month, day, 3)
    }
    return false
  }

  /// Whether the number behind this word counts something else than days: "Table 1 July 2026".
  private func isCounting(_ offset: Int) -> Bool {
    [
      "table", "annex", "part", "tab", "sheet", "v", "version", "template", "p", "period", "no",
      "number", "item", "section", "schedule", "appendix", "month", "file", "copy",
    ].contains(text(offset))
  }

  private func startsFinancialYear(_ offset: Int) -> Bool {
    guard let start = year(offset) else { return false }
    return two(offset + 1) == (start + 1) % 100 || year(offset + 1) == start + 1
  }

  private mutating func addDate(_ year: Int, _ number: Int, _ day: Int, _ length: Int) -> Bool {
    guard let month = Month(year: year, number: number), (1...31).contains(day) else {
      return false
    }
    found.dates.insert(MonthWords.Day(month: month, day: day))
    place += length
    return true
  }

  private mutating func readMonth() -> Bool {
    if let number = name(0) {
      if let year = year(1), !startsFinancialYear(1) { return add(year, number, 2) }
      if let year = two(1) { return add(2000 + year, number, 2) }
      return isVerb ? false : add(nil, number, 1)
    }
    if let year = year(0) {
      if let number = name(1), self.year(2) == nil { return add(year, number, 2) }
      if let number = two(1), Month(year: year, number: number) != nil {
        return add(year, number, 2)
      }
      return false
    }
    if let first = two(0), SpanPhrase.joints.contains(text(1)), let number = two(2),
      let year = year(3), (1...12).contains(first), Month(year: year, number: number) != nil
    {
      if first != number { addSpan(first, number) }
      return add(year, number, 4)
    }
    if let number = two(0), let year = year(1), Month(year: year, number: number) != nil,
      !startsFinancialYear(1)
    {
      return add(year, number, 2)
    }
    let digits = text(0)
    guard digits.utf8.count == 6 else { return false }
    if let year = Self.year(digits.prefix(4)), let number = Int(digits.suffix(2)),
      Month(year: year, number: number) != nil
    {
      return add(year, number, 1)
    }
    if let year = Self.year(digits.suffix(4)), let number = Int(digits.prefix(2)),
      Month(year: year, number: number) != nil
    {
      return add(year, number, 1)
    }
    // 300416, and 160430.
    let parts = stride(from: 0, to: 6, by: 2).compactMap { Int(digits.dropFirst($0).prefix(2)) }
    return parts.count == 3
      && (addLastDay(parts[2], parts[1], parts[0], 1)
        || addLastDay(parts[0], parts[1], parts[2], 1))
  }

  /// Takes three short numbers for a day only where it is the last of its month.
  private mutating func addLastDay(
    _ year: Int, _ number: Int, _ day: Int, _ length: Int
  ) -> Bool {
    guard (10...49).contains(year), let month = Month(year: 2000 + year, number: number),
      MonthWords.Day(month: month, day: day).isLast
    else { return false }
    found.dates.insert(MonthWords.Day(month: month, day: day))
    place += length
    return true
  }

  /// "Figures may not sum to totals."
  private var isVerb: Bool {
    text(0) == "may"
      && ["not", "be", "differ", "change", "include", "have", "vary", "contain", "also", "exceed"]
        .contains(text(1))
  }

  private mutating func add(_ year: Int?, _ number: Int, _ length: Int) -> Bool {
    // "April to July", "Apr-Jul": with nothing else between them the two are the ends of a span.
    if let last, last.month != number,
      words[last.end..<place].allSatisfy({ SpanPhrase.joints.contains($0.text) })
    {
      addSpan(last.month, number)
    }
    if let year, let month = Month(year: year, number: number) {
      found.months.insert(month)
    } else {
      found.numbers.insert(number)
    }
    place += length
    last = (place, number)
    // "2026_07_and_08"
    if SpanPhrase.joints.contains(text(0)), let other = two(1), (1...12).contains(other),
      other != number
    {
      addSpan(number, other)
    }
    return true
  }

  private mutating func addSpan(_ first: Int, _ last: Int) {
    found.span =
      found.span ?? "several months, \(Month.names[first - 1]) to \(Month.names[last - 1])"
  }

  private mutating func readRest() {
    if let year = year(0) { found.years.insert(year) }
    place += 1
  }

  /// Runs of letters and runs of digits, in small letters: `Jul2026` is two. The endings of
  /// ordinal numbers tell nothing.
  private static func words(of text: String) -> [Word] {
    var words: [Word] = []
    var wasNumber: Bool?
    for byte in text.lowercased().utf8 {
      let isNumber = (0x30...0x39).contains(byte)
      guard isNumber || (0x61...0x7A).contains(byte) else {
        wasNumber = nil
        continue
      }
      let character = String(UnicodeScalar(byte))
      if wasNumber == isNumber {
        words[words.count - 1].text += character
      } else {
        words.append(Word(text: character, isNumber: isNumber, isGlued: wasNumber != nil))
      }
      wasNumber = isNumber
    }
    return words.indices.filter { place in
      !["st", "nd", "rd", "th"].contains(words[place].text)
        || !(place > 0 && words[place - 1].isNumber)
    }.map { words[$0] }
  }
}
