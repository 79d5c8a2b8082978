import Figures

/// How much of a printed text stands in words, for whoever hears it or reads it by touch.
///
/// At every level what is less than a whole truth is a word: `disputed`, `old`, `second hand`,
/// `at least`, `in part or odd`; and nothing is a picture.
public enum Wording: String, CaseIterable, Sendable {
  /// `minus 102 billion to 98 billion pounds, modelled`, `March 2026`.
  case full
  /// `−£102bn to £98bn, modelled`, `March 2026`.
  case brief
  /// `−£102bn to £98bn M`, `2026-03`: as on a screen.
  case symbols

  /// A text as it is said. Addresses, scenario lines and paths stay as they are.
  public func said(_ text: String) -> String {
    var speaker = Speaker(self, text)
    return speaker.said()
  }
}

extension Mark {
  /// The signs behind a number in words: `R!~` is `reported, disputed, old`.
  fileprivate static func words(_ signs: String, _ wording: Wording) -> String {
    signs.compactMap { sign -> String? in
      switch sign {
      case "!": "disputed"
      case "~": "old"
      case "?": "in part or odd"
      case "\"": "second hand"
      default:
        wording == .symbols
          ? String(sign) : Mark.allCases.first { $0.letter == String(sign) }?.rawValue
      }
    }.joined(separator: ", ")
  }
}

/// Reads a text from its beginning and says it piece by piece.
private struct Speaker {
  private let wording: Wording
  private let text: [Character]
  private var place = 0
  private var words = ""
  private let currency = Money.currency
  private let sign: [Character]

  init(_ wording: Wording, _ text: String) {
    self.wording = wording
    self.text = Array(text)
    sign = Array(currency.sign)
  }

  private var isFull: Bool { wording == .full }
  private var isWordStart: Bool { isStart(at: place) }

  private func isStart(at place: Int) -> Bool {
    guard let before = character(place - 1) else { return true }
    return !before.isLetter && !before.isNumber && before != "." && before != "/" && before != "-"
  }

  private func character(_ place: Int) -> Character? {
    text.indices.contains(place) ? text[place] : nil
  }

  private func digit(_ place: Int) -> Bool {
    character(place).map { $0.isASCII && $0.isNumber } ?? false
  }

  mutating func said() -> String {
    while place < text.count {
      if isWordStart, let end = endOfCode() {
        words += String(text[place..<end])
        place = end
      } else if takeDate() || takeAmount() || takeSigns() || takeUnit() {
        continue
      } else {
        takeCharacter()
      }
    }
    return words
  }

  /// The end of a word that is an address, a path or a line of a scenario; nil for any other.
  private func endOfCode() -> Int? {
    let before = character(place - 1) ?? " "
    guard before.isWhitespace || "(\"".contains(before) else { return nil }
    let end = text[place...].firstIndex(where: \.isWhitespace) ?? text.count
    let word = String(text[place..<end])
    let isCode =
      word.contains("_") && word.contains(".") || word.contains("://") || word.hasPrefix("www.")
      || word.hasPrefix("digigov:")
      || word.hasPrefix("/") && word.count > 1 || word.hasPrefix("~/")
    return isCode ? end : nil
  }

  // MARK: - Dates

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private func number(_ from: Int, _ count: Int) -> Int? {
    guard (from..<(from + count)).allSatisfy(digit) else { return nil }
    return Int(String(text[from..<(from + count)]))
  }

  /// `2026-03`, `2026-03-31`, `2040-41`.
  private mutating func takeDate() -> Bool {
    guard wording != .symbols, isWordStart, let year = number(place, 4),
      (1800...2200).contains(year),
      let dash = character(place + 4), dash == "-" || dash == "\u{2013}",
      let second = number(place + 5, 2), !digit(place + 7)
    else { return false }
    if character(place + 7) == "-", let day = number(place + 8, 2), !digit(place + 10),
      (1...12).contains(second), (1...31).contains(day)
    {
      words += "\(day) \(Self.months[second - 1]) \(year)"
      place += 10
      return true
    }
    guard character(place + 7)?.isLetter != true else { return false }
    // Of the months of 2001 to 2011 one reads as a financial year; these data have months then.
    if (1...12).contains(second) {
      words += "\(Self.months[second - 1]) \(year)"
    } else if second > year % 100, isFull {
      let end = year - year % 100 + second
      // Where a span is spoken of, a year of two names would be taken for one.
      let isEnd = ["from ", " to ", "between ", " and ", "until "].contains { words.hasSuffix($0) }
      let next = String(text[min(place + 7, text.count)...].prefix(4))
      words += (isEnd || next == " to " ? "the year " : "") + "\(year) to \(end)"
    } else {
      words += String(text[place..<(place + 7)])
    }
    place += 7
    return true
  }

  // MARK: - Numbers

  private func hasCurrency(_ place: Int) -> Bool {
    place + sign.count <= text.count && Array(text[place..<(place + sign.count)]) == sign
  }

  /// A number with its sign, its unit, and whether it is a floor.
  private mutating func takeAmount() -> Bool {
    var at = place
    var before = ""
    var printed = ""
    while let next = character(at), let word = Self.signs[next] {
      // A hyphen or a plus inside a word is none.
      guard at > place || isWordStart else { return false }
      before += word + " "
      printed += next == "-" ? Numbers.minus : String(next)
      at += 1
    }
    let isMoney = hasCurrency(at)
    if isMoney { at += sign.count }
    guard digit(at), at > place || isStart(at: at) else { return false }
    let start = at
    while digit(at) || ",.".contains(character(at) ?? " ") && digit(at + 1) { at += 1 }
    let digits = String(text[start..<at])
    let unit = unit(at, isMoney)
    at += unit.count
    var isFloor = false
    if character(at) == "+", !digit(at + 1) {
      isFloor = true
      at += 1
    }
    guard character(at)?.isLetter != true || unit.isEmpty == false || isMoney else {
      // `3x`, `4th`, `P10`: a word with a number in it.
      words += String(text[place..<at])
      place = at
      return true
    }
    // `at least` may stand before it already.
    let isTold = ["at least ", "over ", "more than "].contains { words.hasSuffix($0) }
    let floor = isFloor && !isTold ? "at least " : ""
    if isFull {
      words += floor + before + digits + Self.spoken(unit)
      if isMoney, !isRange(at) {
        words += " " + (digits == "1" && unit.isEmpty ? singular : name)
      }
    } else {
      words += floor + printed + (isMoney ? currency.sign : "") + digits + unit
    }
    place = at
    takeCount()
    return true
  }

  /// `2/12 months`: two of twelve.
  private mutating func takeCount() {
    guard isFull, character(place) == "/", digit(place + 1) else { return }
    words += " of "
    place += 1
    while digit(place) {
      words.append(text[place])
      place += 1
    }
  }

  /// Signs before a number.
  private static let signs: [Character: String] = [
    "\u{2212}": "minus", "-": "minus", "+": "plus", "<": "less than", ">": "more than",
    "\u{2264}": "at most", "\u{2265}": "at least", "\u{2248}": "about", "\u{00B1}": "plus or minus",
  ]

  /// The unit right behind a number.
  private func unit(_ at: Int, _ isMoney: Bool) -> String {
    for unit in ["bn", "m", "k", "%"] where at + unit.count <= text.count {
      guard String(text[at..<(at + unit.count)]) == unit else { continue }
      let next = character(at + unit.count)
      if unit == "%" || next?.isLetter != true && next?.isNumber != true { return unit }
    }
    if isMoney {
      for unit in [" thousand", " million", " billion"] where at + unit.count <= text.count {
        if String(text[at..<(at + unit.count)]) == unit { return unit }
      }
    }
    return ""
  }

  private static func spoken(_ unit: String) -> String {
    switch unit {
    case "bn": " billion"
    case "m": " million"
    case "k": " thousand"
    case "%": " percent"
    default: unit
    }
  }

  private var name: String { currency == .pounds ? "pounds" : currency.letters }
  private var singular: String { currency == .pounds ? "pound" : currency.letters }

  /// Whether another sum follows as the end of a range: the last one says of what.
  private func isRange(_ at: Int) -> Bool {
    for join in [" to ", " and ", "\u{2013}"] {
      let end = at + join.count
      guard end <= text.count, String(text[at..<end]) == join else { continue }
      var next = end
      while let sign = character(next), Self.signs[sign] != nil { next += 1 }
      if join == " and ", !words.contains("between ") { continue }
      if hasCurrency(next), digit(next + sign.count) { return true }
    }
    return false
  }

  // MARK: - Signs and units

  /// `R!~` behind a number, or anywhere where a sign follows the letter.
  private mutating func takeSigns() -> Bool {
    guard isWordStart, let letter = character(place),
      Mark.allCases.contains(where: { $0.letter == String(letter) })
    else { return false }
    var end = place + 1
    while let next = character(end), "!~?\"".contains(next) { end += 1 }
    let next = character(end) ?? " "
    guard next.isWhitespace || ",;:.)|".contains(next) else { return false }
    let hasSigns = end > place + 1
    let last = words.last { !$0.isWhitespace }
    let before = words.split(separator: " ").last.map(String.init) ?? ""
    let isBehindNumber =
      last.map { $0.isNumber || $0 == "%" } ?? false
      || ["pounds", "pound", "percent", "billion", "million", "thousand", name].contains(before)
      || !isFull
        && ["bn", "m", "k"].contains { before.hasSuffix($0) && before.contains(where: \.isNumber) }
    // At the end of what is said of a number, a unit in words may stand between.
    let clause = words.split(whereSeparator: { ";|(".contains($0) }).last ?? ""
    let isEnd = !next.isWhitespace || end == text.count
    guard
      isBehindNumber
        || character(place - 1) == " " && (hasSigns || isEnd && clause.contains(where: \.isNumber))
    else { return false }
    while words.last == " " { words.removeLast() }
    let isAlone = words.isEmpty || [";", "(", "|", ":"].contains(words.last)
    words += isAlone ? " " : wording == .symbols ? " " : ", "
    words += Mark.words(String(text[place..<end]), wording)
    place = end
    // What goes on is no part of what was said of the number.
    if wording != .symbols, character(place) == " ", character(place + 1)?.isLetter == true {
      words += ","
    }
    return true
  }

  /// `£bn a year` above a column.
  private mutating func takeUnit() -> Bool {
    guard isFull, hasCurrency(place), sign.count > 1 || isWordStart else { return false }
    if sign.count > 1, !isWordStart { return false }
    let rest = String(text[(place + sign.count)...].prefix(9))
    let units = [("bn", "billion "), ("m", "million "), (" thousand", "thousand "), ("", "")]
    guard
      let unit = units.first(where: { unit in
        rest.hasPrefix(unit.0) && rest.dropFirst(unit.0.count).first?.isLetter != true
      })
    else { return false }
    words += unit.1 + name
    place += sign.count + unit.0.count
    return true
  }

  /// Whether what stands here joins the words of a column's name.
  private var isBetweenLetters: Bool {
    [place - 1, place + 1].allSatisfy { character($0)?.isLetter ?? false }
  }

  /// Any other character; pictures and signs without a number are words or nothing.
  private mutating func takeCharacter() {
    let character = text[place]
    defer { place += 1 }
    if let value = character.unicodeScalars.first?.value,
      (0x2500...0x25FF).contains(value) || (0x2800...0x28FF).contains(value)
    {
      return
    }
    switch character {
    case "\u{2026}":
      // The end of what goes on; never of what was cut.
      while words.last == " " { words.removeLast() }
    case "_" where wording != .symbols && isBetweenLetters: words += " "
    case "\u{2192}" where isFull: words += "to"
    case "\u{00D7}" where isFull: words += "times"
    case "\u{00B7}": words += ","
    case "\u{2013}" where digit(place + 1) && isFull: words += " to "
    case "\u{2212}" where isFull: words += "minus"
    case "\u{2264}" where isFull: words += "at most"
    case "\u{2265}" where isFull: words += "at least"
    case "\u{2248}" where isFull: words += "about"
    default: words.append(character)
    }
  }
}
