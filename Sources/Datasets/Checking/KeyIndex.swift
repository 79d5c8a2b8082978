/// Finds rows of a sheet by the bytes of their key cells: an open hash table of row numbers, so
/// that no key has to be made into text.
struct KeyIndex: Sendable {
  private let sheet: Sheet
  private let columns: [Int]
  private var slots: [Int32]

  /// An empty index over the cells of `columns`, places in the sheet.
  init(_ sheet: Sheet, _ columns: [Int]) {
    (self.sheet, self.columns) = (sheet, columns)
    var size = 16
    while size < sheet.count * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
  }

  /// An index with every row; of rows with the same key the first.
  init(of sheet: Sheet, _ columns: [Int]) {
    self.init(sheet, columns)
    for row in 0..<sheet.count { _ = insert(row) }
  }

  /// Adds a row; gives back the earlier row with the same key, if there is one.
  mutating func insert(_ row: Int) -> Int? {
    let slot = slot(of: sheet, row, columns)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    slots[slot] = Int32(row)
    return nil
  }

  /// The row whose key is the cells of a row of another sheet.
  func row(for other: Sheet, _ row: Int, _ places: [Int]) -> Int? {
    let found = slots[slot(of: other, row, places)]
    return found < 0 ? nil : Int(found)
  }

  /// The slot that holds the key, or the free one where it belongs.
  private func slot(of other: Sheet, _ row: Int, _ places: [Int]) -> Int {
    var slot = Self.hash(other, row, places) & (slots.count - 1)
    while slots[slot] >= 0, !isSame(Int(slots[slot]), other, row, places) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func isSame(_ mine: Int, _ other: Sheet, _ row: Int, _ places: [Int]) -> Bool {
    for index in columns.indices {
      let left = sheet.cell(mine, columns[index]).range
      let right = other.cell(row, places[index]).range
      guard sheet.bytes.span.isSame(left, as: right, of: other.bytes.span) else { return false }
    }
    return true
  }

  /// Another one in each run, so that no file can be made whose keys all fall into one slot.
  private static let seed = UInt64.random(in: .min ... .max)

  private static func hash(_ sheet: Sheet, _ row: Int, _ places: [Int]) -> Int {
    var hash = seed
    for place in places { hash = sheet.bytes.span.hash(sheet.cell(row, place).range, seed: hash) }
    return Int(truncatingIfNeeded: hash & 0x7FFF_FFFF)
  }
}
