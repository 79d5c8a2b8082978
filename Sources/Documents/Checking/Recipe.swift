/// What a briefing document is made of: with the same data it makes the same document.
public struct Recipe: Equatable, Sendable {
  public enum Form: String, CaseIterable, Sendable {
    /// One page.
    case note
    /// The note with the pack as its annex.
    case full
    case pack
  }

  public var form: Form
  /// Code of the organisation that it is about; nil for the whole.
  public var department: String?
  /// Its scenario line, or the two that it compares.
  public var scenarios: [String]
  /// What the document calls them, where that is known.
  public var names: [String] = []
  /// The data that it was made on, as `digigov@1.0.0`; empty where they have no version.
  public var data: String
  /// The date of those data, `YYYY-MM-DD`; empty where they have none.
  public var date: String

  public init(
    form: Form, department: String?, scenarios: [String], names: [String] = [], data: String = "",
    date: String = ""
  ) {
    self.form = form
    self.department = department
    self.scenarios = scenarios
    self.names = names
    self.data = data
    self.date = date
  }

  /// As the record of a document has it: `form=note;department=HO;…`.
  var text: String {
    (["form=\(form.rawValue)"] + (department.map { ["department=\($0)"] } ?? [])
      + ["data=\(data)", "date=\(date)"] + scenarios.map { "scenario=\($0)" }
      + names.map { "name=\(Self.encoded($0))" })
      .joined(separator: ";")
  }

  /// nil for a text that is none.
  init?(_ text: String) {
    self.init(form: .note, department: nil, scenarios: [])
    for part in text.split(separator: ";") {
      guard let sign = part.firstIndex(of: "=") else { return nil }
      let value = String(part[part.index(after: sign)...])
      switch part[..<sign] {
      case "form":
        guard let form = Form(rawValue: value) else { return nil }
        self.form = form
      case "department": department = value
      case "data": data = value
      case "date": date = value
      case "scenario": scenarios.append(value)
      case "name": names.append(Self.decoded(value))
      default: continue
      }
    }
    guard (1...2).contains(scenarios.count) else { return nil }
  }

  /// Letters and digits as they are, every other byte as `.2F`.
  private static func encoded(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
      let scalar = UnicodeScalar(byte)
      if byte < 0x80, scalar.properties.isAlphabetic || (0x30...0x39).contains(byte) {
        encoded.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += "." + (byte < 16 ? "0" : "") + digits
      }
    }
    return encoded
  }

  private static func decoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "."), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// What a document keeps of itself, unseen: its recipe, and of each sentence and row with numbers in
/// it a few letters by which it is told later whether they are still those that were written there.
///
/// A number that was changed by hand is so told from one that new data have made old. The numbers
/// themselves are not in it.
struct Record {
  /// Begins the text of one.
  static let head = "digigov-record-1"
  /// What it is called where properties of a document have names.
  static let name = "digigov record"

  let recipe: Recipe
  private var numbers: [String: Set<String>] = [:]

  /// A sentence or a row by its words, with its numbers.
  struct Entry {
    var words: String
    /// Each with what stands before it, or the column that it is in.
    var numbers: [String]
  }

  init(_ recipe: Recipe, _ entries: [Entry]) {
    self.recipe = recipe
    for entry in entries {
      let key = Self.letters(entry.words, count: 4)
      for number in entry.numbers {
        numbers[key, default: []].insert(Self.letters(entry.words + "|" + number, count: 3))
      }
    }
  }

  /// nil for a text that is none, as one that was cut.
  init?(_ text: String) {
    let lines = text.split(whereSeparator: \.isWhitespace)
    guard lines.count >= 2, lines[0] == Self.head, let recipe = Recipe(String(lines[1])) else {
      return nil
    }
    self.recipe = recipe
    for line in lines.dropFirst(2) {
      let letters = Array(line)
      guard letters.count > 4 else { continue }
      let rest = stride(from: 4, to: letters.count - 2, by: 3).map {
        String(letters[$0..<($0 + 3)])
      }
      numbers[String(letters[..<4]), default: []].formUnion(rest)
    }
  }

  /// One line, of letters that XML, comments and addresses leave as they are.
  var text: String {
    ([Self.head, recipe.text]
      + numbers.keys.sorted().map { $0 + (numbers[$0] ?? []).sorted().joined() })
      .joined(separator: " ")
  }

  /// Whether a sentence or row of these words was written.
  func knows(_ words: String) -> Bool { numbers[Self.letters(words, count: 4)] != nil }

  /// Whether a number was written in it.
  func wrote(_ number: String, in words: String) -> Bool {
    numbers[Self.letters(words, count: 4)]?.contains(
      Self.letters(words + "|" + number, count: 3)) == true
  }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._")

  /// Letters that stand for a text (FNV-1a), six bits each.
  private static func letters(_ text: String, count: Int) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash ^= hash >> 29
    return String((0..<count).map { alphabet[Int(hash >> (6 * UInt64($0 + 1))) & 63] })
  }
}
