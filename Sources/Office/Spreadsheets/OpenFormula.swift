import Figures

/// Formulas as OpenDocument has them, from the notation of Office Open XML.
enum OpenFormula {
  /// `'A b'!$C$1:$C$9` becomes `[$'A b'.$C$1:.$C$9]`, and what stands between arguments `;`. Texts stay
  /// as they are.
  static func written(_ formula: String) -> String {
    let letters = Array(formula.utf8)
    var text: [UInt8] = Array("of:=".utf8)
    var place = 0
    /// The end of a cell's name that begins at a place; nil where none does.
    func cell(_ start: Int) -> Int? {
      var end = start
      func pass(_ isPart: (UInt8) -> Bool) -> Bool {
        let first = end
        while end < letters.count, isPart(letters[end]) { end += 1 }
        return end > first
      }
      _ = pass { $0 == 0x24 }
      guard pass({ (0x41...0x5A).contains($0) }) else { return nil }
      _ = pass { $0 == 0x24 }
      guard pass({ (0x30...0x39).contains($0) }) else { return nil }
      // A name may begin as a cell does.
      return end < letters.count && isOfName(letters[end]) ? nil : end
    }
    /// A cell or cells at a place, with the sheet that stands before them.
    func take(_ sheet: ArraySlice<UInt8>) -> Bool {
      guard let end = cell(place) else { return false }
      text.append(0x5B)
      if !sheet.isEmpty { text += [0x24] + sheet }
      text += [0x2E] + letters[place..<end]
      place = end
      if place < letters.count, letters[place] == 0x3A, let last = cell(place + 1) {
        text += [0x3A, 0x2E] + letters[place + 1..<last]
        place = last
      }
      text.append(0x5D)
      return true
    }
    /// The end of what stands between quotes, which are doubled inside.
    func quoted(_ quote: UInt8) -> Int {
      var end = place + 1
      while end < letters.count {
        if letters[end] == quote {
          guard end + 1 < letters.count, letters[end + 1] == quote else { return end + 1 }
          end += 1
        }
        end += 1
      }
      return end
    }
    while place < letters.count {
      let letter = letters[place]
      switch letter {
      case 0x22:
        let end = quoted(letter)
        text += letters[place..<end]
        place = end
      case 0x27:
        let sheet = letters[place..<quoted(letter)]
        // The sheet's name and the mark behind it.
        place = sheet.endIndex + 1
        if !take(sheet) { return "of:=NA()" }
      case 0x2C:
        text.append(0x3B)
        place += 1
      case 0x24, 0x41...0x5A:
        if take([]) { continue }
        fallthrough
      case 0x5F, 0x61...0x7A:
        // The name of a function or of a cell, to its end.
        repeat {
          text.append(letters[place])
          place += 1
        } while place < letters.count && isOfName(letters[place])
      default:
        text.append(letter)
        place += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func isOfName(_ letter: UInt8) -> Bool {
    switch letter {
    case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
    default: false
    }
  }

  /// What is said to whoever types something else.
  static func words(_ range: ClosedRange<Double>) -> String {
    "Allowed: \(Numbers.typed(range.lowerBound)) to \(Numbers.typed(range.upperBound))"
  }

  /// What a range of allowed numbers is called.
  static func name(_ range: ClosedRange<Double>) -> String {
    "from \(range.lowerBound) to \(range.upperBound)"
  }
}
