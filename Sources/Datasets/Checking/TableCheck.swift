import Analytics

/// Reads a sheet by a schema, one column at a time, and notes each cell that breaks it.
struct TableCheck {
  private let schema: TableSchema
  private let sheet: Sheet
  private(set) var defects: [Defect] = []
  private var badRows: Set<Int> = []

  /// The table with every defect of its own: columns, cells, repeated keys.
  /// - Parameter isPiece: whether this is a piece of a table, whose keys are looked at when all
  ///   pieces are there.
  static func read(
    _ sheet: Sheet, by schema: TableSchema, isPiece: Bool = false
  ) -> (table: Table, defects: [Defect]) {
    var check = TableCheck(schema: schema, sheet: sheet)
    let table = check.table()
    if !isPiece { check.checkKey(of: table) }
    return (table, check.defects)
  }

  private init(schema: TableSchema, sheet: Sheet) { (self.schema, self.sheet) = (schema, sheet) }

  private mutating func table() -> Table {
    if sheet.count == 0, schema.part == .model, sheet.isWhole {
      defects.append(
        Defect(file: schema.file, problem: "no rows", expected: "at least one below the header"))
    }
    let places = schema.columns.map { sheet.header.firstIndex(of: $0.name) }
    var numbers = [[Double]](repeating: [], count: places.count)
    var choices = [[UInt8]](repeating: [], count: places.count)
    for (index, column) in schema.columns.enumerated() {
      guard let place = places[index] else {
        if column.isOptional { continue }
        let like = NearMiss.column(
          like: column.name, in: sheet.header.filter { schema.place(of: $0) == nil })
        defects.append(
          Defect(
            file: schema.file, row: 1, column: column.name, problem: "missing column",
            expected: like.map { "a column of this name; \"\($0)\" is written otherwise" }
              ?? "a column of this name"))
        continue
      }
      switch column.kind {
      case .text: checkText(column, at: place)
      case .code: checkPattern(column, at: place, expected: Self.codeWords, Self.isCode)
      case .date:
        checkPattern(
          column, at: place, expected: "YYYY, YYYY-MM or YYYY-MM-DD", CalendarText.isDate)
      case .month: checkPattern(column, at: place, expected: "YYYY-MM", CalendarText.isMonth)
      case .financialYear:
        checkPattern(
          column, at: place, expected: "a year such as 2025-26", CalendarText.isFinancialYear)
      case .oneOf(let words): choices[index] = readChoices(column, at: place, among: words)
      case .number(let bounds):
        numbers[index] = readNumbers(column, at: place, expected: bounds.words) {
          bounds.contains($0)
        }
      case .whole(let range):
        let words = "a whole number from \(range.lowerBound) to \(range.upperBound)"
        numbers[index] = readNumbers(column, at: place, expected: words) { value in
          Int(exactly: value).map(range.contains) ?? false
        }
      }
    }
    return Table(
      schema: schema, sheet: sheet, places: places, numbers: numbers, choices: choices,
      badRows: badRows)
  }

  private mutating func checkText(_ column: ColumnSchema, at place: Int) {
    guard column.isRequired else { return }
    for row in 0..<sheet.count where sheet.cell(row, place).isEmpty {
      refuse(row, column, at: place, expected: "text")
    }
  }

  private mutating func checkPattern(
    _ column: ColumnSchema, at place: Int, expected: String, _ holds: (Span<UInt8>) -> Bool
  ) {
    let sheet = sheet
    let bytes = sheet.bytes.span
    for row in 0..<sheet.count {
      let cell = sheet.cell(row, place)
      if cell.isEmpty ? column.isRequired : cell.isRaw || !holds(bytes.extracting(cell.range)) {
        refuse(row, column, at: place, expected: expected)
      }
    }
  }

  private mutating func readChoices(
    _ column: ColumnSchema, at place: Int, among words: [String]
  ) -> [UInt8] {
    let spelt = words.map { Array($0.utf8) }
    let sheet = sheet
    let bytes = sheet.bytes.span
    var choices: [UInt8] = []
    choices.reserveCapacity(sheet.count)
    for row in 0..<sheet.count {
      let cell = sheet.cell(row, place)
      if !cell.isRaw, let choice = Self.place(of: bytes.extracting(cell.range), among: spelt) {
        choices.append(UInt8(choice))
        continue
      }
      if !cell.isEmpty || column.isRequired {
        let nearest = Nearest.match(sheet.text(row, place), among: words)
        refuse(
          row, column, at: place, expected: Self.list(words, nearest: nearest))
      }
      choices.append(0)
    }
    return choices
  }

  private static func place(of text: Span<UInt8>, among words: [[UInt8]]) -> Int? {
    words.firstIndex { text.isSame(text.indices, as: $0.indices, of: $0.span) }
  }

  private mutating func readNumbers(
    _ column: ColumnSchema, at place: Int, expected: String, _ holds: (Double) -> Bool
  ) -> [Double] {
    let sheet = sheet
    let bytes = sheet.bytes.span
    var values: [Double] = []
    values.reserveCapacity(sheet.count)
    for row in 0..<sheet.count {
      let cell = sheet.cell(row, place)
      if cell.isEmpty {
        if column.isRequired { refuse(row, column, at: place, expected: expected) }
        values.append(.nan)
      } else if !cell.isRaw, let value = Numeral.double(bytes.extracting(cell.range)), holds(value)
      {
        values.append(value)
      } else {
        refuse(row, column, at: place, expected: expected)
        values.append(.nan)
      }
    }
    return values
  }

  private mutating func refuse(
    _ row: Int, _ column: ColumnSchema, at place: Int, expected: String
  ) {
    badRows.insert(row)
    let key = schema.key.compactMap { name in sheet.header.firstIndex(of: name) }
    let text = sheet.text(row, place)
    let written = NearMiss.date(text, as: column.kind)
    defects.append(
      Defect(
        file: schema.file, row: Int(sheet.records[row]), column: column.name, value: text,
        problem: written == nil ? nil : "a date as a spreadsheet rewrites it",
        expected: written ?? expected,
        identity: key.map { sheet.text(row, $0) }.joined(separator: " ")))
  }

  /// Each key once.
  private mutating func checkKey(of table: Table) {
    let places = schema.key.compactMap { name in sheet.header.firstIndex(of: name) }
    guard !places.isEmpty, places.count == schema.key.count else { return }
    var index = KeyIndex(sheet, places)
    for row in 0..<sheet.count {
      guard let earlier = index.insert(row) else { continue }
      defects.append(
        table.defect(
          row: row, column: schema.key.count == 1 ? schema.key.first : nil,
          value: schema.key.count == 1 ? nil : table.identity(row),
          problem: "repeats row \(sheet.records[earlier])",
          expected: "each \(schema.key.joined(separator: ", ")) once"))
    }
  }

  static let codeWords = "letters, digits, _ - and . only"

  static func isCodeByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D, 0x2E: true
    default: false
    }
  }

  private static func isCode(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where !isCodeByte(text[index]) { return false }
    return true
  }

  /// A closed list in words; of a long one the beginning.
  private static func list(_ words: [String], nearest: String?) -> String {
    let shown =
      words.count > 12
      ? "\(words.count), such as " + words.prefix(3).joined(separator: ", ")
      : words.joined(separator: ", ")
    return (nearest.map { "\($0), or another " } ?? "one ") + "of " + shown
  }
}

extension Bounds {
  /// The bounds in words: `a number from 0 to 1`.
  var words: String {
    let than = isStrict ? ("more than ", "less than ") : ("at least ", "at most ")
    switch (minimum.map(Self.short), maximum.map(Self.short)) {
    case (nil, nil): return "a finite number"
    case (let low?, nil): return "a number of " + than.0 + low
    case (nil, let high?): return "a number of " + than.1 + high
    case (let low?, let high?):
      return isStrict
        ? "a number between \(low) and \(high), neither of them"
        : "a number from \(low) to \(high)"
    }
  }

  private static func short(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
