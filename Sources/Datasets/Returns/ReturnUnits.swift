/// Units in which a return would not be in pounds and people: `£000`, `£m`, "in thousands",
/// "FTE (000)". Reading such a number as it stands would be wrong by a power of ten.
enum ReturnUnits {
  /// The unit that a heading, a title or a cell of units names, as it is written; nil for none.
  ///
  /// Amounts such as "£2m" and "150,000" are no units.
  static func unit(in text: String) -> String? {
    let parts = parts(of: text)
    for place in parts.indices {
      if let length = length(of: parts, at: place) {
        return parts[place..<(place + length)].map(\.written).joined()
      }
    }
    return nil
  }

  private struct Part {
    /// In small letters; blanks are not parts.
    var text: String
    /// With the blanks before it.
    var written: String
    var isNumber: Bool
  }

  private static let scales: Set<String> = [
    "k", "ks", "m", "mn", "mil", "mill", "million", "millions", "bn", "billion", "billions",
    "thousand", "thousands",
  ]

  /// Of how many parts the unit at a place is; nil where none begins.
  private static func length(of parts: [Part], at place: Int) -> Int? {
    func text(_ offset: Int) -> String {
      parts.indices.contains(place + offset) ? parts[place + offset].text : ""
    }
    let before = place > 0 ? parts[place - 1].text : ""
    // "2 million" and the end of "150,000" are amounts.
    let isBehindNumber =
      place > 0 && parts[place - 1].isNumber
      || before == "," && place > 1 && parts[place - 2].isNumber
    if ["£", "gbp", "€", "$"].contains(text(0)) {
      let sign = ["'", "`"].contains(text(1)) ? 2 : 1
      if text(sign) == "000", ![".", ","].contains(text(sign + 1)) {
        return sign + (text(sign + 1) == "s" ? 2 : 1)
      }
      return scales.contains(text(sign)) ? sign + 1 : nil
    }
    if text(0) == "000", text(1) == "s" || text(1) == "'" && text(2) == "s" { return 2 }
    if text(0) == "000", !isBehindNumber, ![".", ","].contains(text(1)) { return 1 }
    if text(0) == "1000", ["x", "\u{D7}", "in"].contains(before) { return 1 }
    if ["thousands", "millions", "billions"].contains(text(0)), !isBehindNumber {
      return 1
    }
    if ["thousand", "million", "billion", "pence"].contains(text(0)),
      ["", "in", "(", ":"].contains(before)
    {
      return 1
    }
    if ["k", "bn"].contains(text(0)), before == "(", text(1) == ")" {
      return 1
    }
    if ["k", "m", "gbpk", "gbpm"].contains(text(0)), text(1) == "£" || text(0).hasPrefix("gbp") {
      return isBehindNumber ? nil : text(1) == "£" ? 2 : 1
    }
    return nil
  }

  private static func parts(of text: String) -> [Part] {
    var parts: [Part] = []
    var blanks = ""
    var kind: Kind?
    for character in text {
      let now = Kind(character)
      if now == .blank {
        blanks.append(character)
        kind = nil
        continue
      }
      let small = character == "\u{2018}" || character == "\u{2019}" ? "'" : character.lowercased()
      if now == kind, now != .sign {
        parts[parts.count - 1].text += small
        parts[parts.count - 1].written.append(character)
      } else {
        parts.append(
          Part(text: small, written: blanks + String(character), isNumber: now == .digit))
      }
      blanks = ""
      kind = now
    }
    return parts
  }

  private enum Kind {
    case letter, digit, sign, blank

    init(_ character: Character) {
      self =
        character.isWhitespace
        ? .blank : character.isNumber ? .digit : character.isLetter ? .letter : .sign
    }
  }
}
