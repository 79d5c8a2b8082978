import Documents
import Foundation

/// Computes the formulas of a workbook as they are written, and nothing from the model.
final class SheetCalculator {
  enum Value: Equatable {
    case number(Double)
    case text(String)
    case range([Double])
  }

  struct Fault: Error { var formula: String, place: Int }

  private struct Place: Hashable { var sheet: String, row: Int, column: Int }

  private var cells: [Place: Book.Cell] = [:]
  private var names: [String: Place] = [:]
  private var known: [Place: Value] = [:]
  private var text: [UInt8] = []
  private var at = 0
  private var sheet = ""

  init(_ book: Book) {
    for sheet in book.sheets {
      for (row, line) in sheet.rows.enumerated() {
        for (column, cell) in line.enumerated() {
          cells[Place(sheet: sheet.name, row: sheet.firstRow + row, column: column)] = cell
        }
      }
      for name in sheet.names {
        names[name.name] = Place(
          sheet: sheet.name, row: sheet.firstRow + name.row, column: name.column)
      }
    }
  }

  /// Puts another number where a name leads.
  func set(_ name: String, _ value: Double) -> Bool {
    guard let place = names[name] else { return false }
    cells[place] = .input(value, nil)
    known = [:]
    return true
  }

  func value(_ sheet: String, row: Int, column: Int) throws -> Value {
    try value(Place(sheet: sheet, row: row, column: column))
  }

  private func value(_ place: Place) throws -> Value {
    if let value = known[place] { return value }
    let value: Value
    switch cells[place] {
    case .number(let number), .input(let number, _): value = .number(number)
    case .formula(let formula, _):
      let (text, at, sheet) = (text, at, sheet)
      (self.text, self.at, self.sheet) = (Array(formula.utf8), 0, place.sheet)
      value = try comparison()
      guard self.at == self.text.count else { throw fault }
      (self.text, self.at, self.sheet) = (text, at, sheet)
    default: value = .text("")
    }
    known[place] = value
    return value
  }

  private var fault: Fault { Fault(formula: String(decoding: text, as: UTF8.self), place: at) }

  private func takes(_ letter: Character) -> Bool {
    guard at < text.count, text[at] == letter.asciiValue else { return false }
    at += 1
    return true
  }

  private func number(_ value: Value) throws -> Double {
    guard case .number(let number) = value else { throw fault }
    return number
  }

  private func comparison() throws -> Value {
    let left = try sum()
    if takes("=") { return .number(try number(left) == number(try sum()) ? 1 : 0) }
    if takes("<") { return .number(try number(left) < number(try sum()) ? 1 : 0) }
    return left
  }

  private func sum() throws -> Value {
    var left = try product()
    while true {
      if takes("+") {
        left = .number(try number(left) + number(try product()))
      } else if takes("-") {
        left = .number(try number(left) - number(try product()))
      } else {
        return left
      }
    }
  }

  private func product() throws -> Value {
    var left = try power()
    while true {
      if takes("*") {
        left = .number(try number(left) * number(try power()))
      } else if takes("/") {
        left = .number(try number(left) / number(try power()))
      } else {
        return left
      }
    }
  }

  private func power() throws -> Value {
    let base = try operand()
    return takes("^") ? .number(pow(try number(base), try number(try operand()))) : base
  }

  private func operand() throws -> Value {
    guard at < text.count else { throw fault }
    if takes("-") { return .number(-(try number(try operand()))) }
    if takes("(") {
      let value = try comparison()
      guard takes(")") else { throw fault }
      return value
    }
    if takes("\"") {
      let start = at
      while at < text.count, text[at] != 0x22 { at += 1 }
      defer { at += 1 }
      return .text(String(decoding: text[start..<at], as: UTF8.self))
    }
    if takes("'") {
      let start = at
      while at < text.count, text[at] != 0x27 { at += 1 }
      let name = String(decoding: text[start..<at], as: UTF8.self)
      at += 1
      guard takes("!") else { throw fault }
      return try cell(word(), in: name)
    }
    if text[at] >= 0x30, text[at] <= 0x39 {
      let start = at
      while at < text.count, (0x30...0x39).contains(text[at]) || text[at] == 0x2E { at += 1 }
      guard let number = Double(String(decoding: text[start..<at], as: UTF8.self)) else {
        throw fault
      }
      return .number(number)
    }
    let word = word()
    if takes("(") { return try call(word) }
    if let place = names[word] { return try value(place) }
    return try cell(word, in: sheet)
  }

  private func word() -> String {
    let start = at
    while at < text.count {
      let letter = Character(UnicodeScalar(text[at]))
      guard letter.isLetter || letter.isNumber || letter == "_" || letter == "$" else { break }
      at += 1
    }
    return String(decoding: text[start..<at], as: UTF8.self)
  }

  private func place(_ word: String, in sheet: String) throws -> Place {
    let plain = word.filter { $0 != "$" }
    let letters = plain.prefix { $0.isLetter }
    guard let row = Int(plain.dropFirst(letters.count)), !letters.isEmpty else { throw fault }
    let column = letters.utf8.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
    return Place(sheet: sheet, row: row, column: column)
  }

  private func cell(_ word: String, in sheet: String) throws -> Value {
    let first = try place(word, in: sheet)
    guard takes(":") else { return try value(first) }
    let last = try place(self.word(), in: sheet)
    var numbers: [Double] = []
    for row in first.row...last.row {
      for column in first.column...last.column {
        numbers.append(
          try number(try value(Place(sheet: sheet, row: row, column: column))))
      }
    }
    return .range(numbers)
  }

  private func call(_ function: String) throws -> Value {
    if function == "IF" {
      // Only what holds is computed.
      let holds = try number(try comparison()) != 0
      guard takes(",") else { throw fault }
      let yes = holds ? try comparison() : .text(try skip())
      guard takes(",") else { throw fault }
      let no = holds ? .text(try skip()) : try comparison()
      guard takes(")") else { throw fault }
      return holds ? yes : no
    }
    var numbers: [Double] = []
    repeat {
      switch try comparison() {
      case .number(let number): numbers.append(number)
      case .range(let range): numbers += range
      case .text: throw fault
      }
    } while takes(",")
    guard takes(")"), let first = numbers.first else { throw fault }
    switch function {
    case "SUM": return .number(numbers.reduce(0, +))
    case "SUMSQ": return .number(numbers.reduce(0) { $0 + $1 * $1 })
    case "MAX": return .number(numbers.max() ?? 0)
    case "MIN": return .number(numbers.min() ?? 0)
    case "EXP": return .number(exp(first))
    case "LN": return .number(log(first))
    default: throw fault
    }
  }

  /// To the end of an argument that is not computed.
  private func skip() throws -> String {
    var depth = 0
    while at < text.count {
      if depth == 0, text[at] == 0x2C || text[at] == 0x29 { return "" }
      if text[at] == 0x28 { depth += 1 }
      if text[at] == 0x29 { depth -= 1 }
      at += 1
    }
    throw fault
  }
}
