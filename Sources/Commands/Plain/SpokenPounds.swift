import Figures

/// Amounts of money as they are said, for text without the sign: `£45bn+` is `45bn+ pounds`, and
/// `£bn a year` is `bn pounds a year`.
func spokenPounds(_ text: String) -> String {
  let currency = Money.currency
  guard !currency.sign.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
  let name = currency == .pounds ? "pounds" : currency.letters
  var said = ""
  var rest = text[...]
  while let sign = rest.firstRange(of: currency.sign) {
    said += rest[..<sign.lowerBound]
    rest = rest[sign.upperBound...]
    var amount = rest.prefix { $0.isNumber || $0 == "." || $0 == "," }
    // What ends a sentence or a clause is none of the amount.
    while amount.last == "." || amount.last == "," { amount = amount.dropLast() }
    rest = rest[amount.endIndex...]
    let unit = [" thousand", "bn", "m", "k"].first { unit in
      rest.hasPrefix(unit) && rest.dropFirst(unit.count).first?.isLetter != true
    }
    rest = rest.dropFirst(unit?.count ?? 0)
    let more = rest.first == "+" ? "+" : ""
    rest = rest.dropFirst(more.count)
    let words = "\(amount)\(unit ?? "")\(more)".drop { $0 == " " }
    said += words.isEmpty ? name : "\(words) \(name)"
    if rest.first?.isLetter == true || rest.first?.isNumber == true { said += " " }
  }
  return said + rest
}
