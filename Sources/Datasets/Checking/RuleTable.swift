/// A table as rules read it, by names of columns.
extension Table {
  /// Whether it has all its columns and rows, so that something absent from it is missing.
  var isWhole: Bool { sheet.isWhole && !places.contains(nil) }

  /// Rows whose cells are all sound.
  var soundRows: [Int] { (0..<count).filter { !badRows.contains($0) } }

  /// The case that a closed list's cell names; nil for a cell that names none.
  func choice<Value: RawRepresentable<String>>(
    _ row: Int, _ column: String, _: Value.Type = Value.self
  ) -> Value? {
    Value(rawValue: text(row, column))
  }

  /// Notes each of the ids that no row has.
  func missing(_ ids: [String], in column: String, noun: String) -> [Defect] {
    guard isWhole, count > 0 else { return [] }
    let there = Set((0..<count).map { text($0, column) })
    return ids.filter { !there.contains($0) }.map {
      defect(identity: $0, problem: "missing \(noun)", expected: "a row of this id")
    }
  }
}
