/// Units in which a return would not be in pounds and people: `£000`, `£m`, "in thousands",
/// "FTE (000)". Reading such a number as it stands would be wrong by a power of ten.
enum ReturnUnits {
  /// The unit that a heading, a title or a cell of units names, as it is written; nil for none.
  ///
  /// Amounts such as "£2m" and "150,000" are no units.
  ///
  /// - Parameter ofColumn: whether it is the heading of a column that is read, where any word of a
  ///   unit says one.
  static func unit(in text: String, ofColumn isColumn: Bool = false) -> String? {
    let parts = parts(of: text)
    for place in parts.indices {
      let reader = UnitReader(parts: parts, place: place, isColumn: isColumn)
      if let length = reader.length {
        return parts[place..<(place + length)].map(\.written).joined()
      }
    }
    return nil
  }

  fileprivate struct Part {
    /// In small letters; blanks are not parts.
    var text: String
    /// With the blanks before it.
    var written: String
    var isNumber: Bool
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

/// Reads the unit that begins at one part of a text.
private struct UnitReader {
  let parts: [ReturnUnits.Part]
  let place: Int
  let isColumn: Bool

  /// Of how many parts it is; nil where none begins.
  var length: Int? { currency ?? zeros ?? word }

  private func text(_ offset: Int) -> String {
    parts.indices.contains(place + offset) ? parts[place + offset].text : ""
  }

  private var before: String { text(-1) }

  /// "2 million" and the end of "150,000" are amounts.
  private var isBehindNumber: Bool {
    place > 0 && parts[place - 1].isNumber
      || before == "," && place > 1 && parts[place - 2].isNumber
  }

  /// `£000`, `£m`, `£ x 1,000`, `£1000s`, `€`.
  private var currency: Int? {
    let isForeign = Self.foreign.contains(text(0))
    guard isForeign || Self.pounds.contains(text(0)) else { return nil }
    let sign = ["'", "`"].contains(text(1)) ? 2 : 1
    if Self.scales.contains(text(sign)) { return sign + 1 }
    if Self.times.contains(text(sign)), let power = power(sign + 1) { return sign + 1 + power }
    if let power = power(sign), ![".", ","].contains(text(sign + power)) {
      if text(sign + power) == "s" { return sign + power + 1 }
      if isPure(sign) || isColumn || Self.times.contains(before) || before == "in" {
        return sign + power
      }
    }
    let isAlone = ["", "in", "(", ":"].contains(before) && Int(text(1)) == nil
    return isForeign && (isColumn || isAlone) ? 1 : nil
  }

  /// `000`, `'000s`, `1000s`, `x 1,000`, `10^3`.
  private var zeros: Int? {
    guard let power = power(0), !isBehindNumber else {
      return text(0) == "000" && (text(1) == "s" || text(1) == "'" && text(2) == "s") ? 2 : nil
    }
    if text(power) == "s" || text(power) == "'" && text(power + 1) == "s" { return power + 1 }
    if [".", ","].contains(text(power)) { return nil }
    let isSaid = isColumn || isPure(0) && text(0) != "00" || Self.times.contains(before)
    return isSaid || before == "in" && text(0) == "1000" ? power : nil
  }

  /// Whether a power of ten cannot be an amount: `000`, `10^3`.
  private func isPure(_ offset: Int) -> Bool {
    text(offset).hasPrefix("0") || text(offset + 1) == "^" || Int(text(offset)) == nil
  }

  /// A power of ten: how many parts it has.
  private func power(_ offset: Int) -> Int? {
    let digits = text(offset)
    if digits == "10", text(offset + 1) == "^" { return 3 }
    if ["10\u{B2}", "10\u{B3}", "10\u{2076}"].contains(digits) { return 1 }
    if ["1", "10", "100"].contains(digits), text(offset + 1) == ",", text(offset + 2) == "000" {
      return text(offset + 3) == "," && text(offset + 4) == "000" ? 5 : 3
    }
    let noughts = digits.hasPrefix("1") ? digits.dropFirst() : digits[...]
    return noughts.utf8.count >= 2 && noughts.allSatisfy { $0 == "0" } ? 1 : nil
  }

  private var word: Int? {
    let word = text(0)
    let isOpen = ["", "in", "(", "[", ":", ",", ";", "-", "\u{2013}"].contains(before)
    if ["thousands", "millions", "billions"].contains(word), !isBehindNumber { return 1 }
    // "Hundreds of posts" is an amount.
    let isOfPounds = text(1) != "of" || ["pounds", "£"].contains(text(2))
    if Self.spelt.contains(word), isOpen, isOfPounds, !isBehindNumber { return 1 }
    if ["k", "bn"].contains(word), before == "(", text(1) == ")" { return 1 }
    if isBehindNumber { return nil }
    if ["gbpk", "gbpm"].contains(word) { return 1 }
    if Self.scales.contains(word) {
      if Self.pounds.contains(text(1)) { return 2 }
      if text(1) == ".", Self.pounds.contains(text(2)) { return 3 }
      // "p.m." and "p/m" are no millions.
      if isColumn, ![".", "/", "per"].contains(before) { return 1 }
    }
    return isColumn && Self.ofColumns.contains(word) ? 1 : nil
  }

  private static let pounds: Set<String> = ["£", "gbp"]
  private static let foreign: Set<String> = ["€", "$", "\u{A5}", "eur", "euro", "euros", "usd"]
  private static let times: Set<String> = ["x", "\u{D7}", "*"]

  /// Words of a power of ten that are said without a pound as well.
  private static let spelt: Set<String> = [
    "thousand", "million", "billion", "hundred", "hundreds", "thou", "thous", "thsd", "pence",
  ]

  private static let scales = spelt.subtracting(["pence"]).union([
    "k", "ks", "m", "mn", "mil", "mill", "mio", "millions", "bn", "billions", "thousands", "th",
    "ths",
  ])

  private static let ofColumns: Set<String> = [
    "pence", "penny", "tens", "dozen", "dozens", "lakh", "crore", "dollars", "%", "percent",
    "percentage",
  ]
}
