import Figures
import Synchronization

/// What rests on the data alone and is asked for in each frame, made once: a screen of evidence has
/// a thousand rows, of which a key changes none.
final class Kept: Equatable, Sendable {
  private struct Known {
    /// Whose it is: with other data all of it is made anew.
    var evidence: Evidence?
    var names: [String: String] = [:]
    var tables: [String: KeptTable] = [:]
    var values: [String: any Sendable] = [:]

    mutating func begin(_ evidence: Evidence) {
      if self.evidence !== evidence { self = Known(evidence: evidence) }
    }
  }

  private let known = Mutex(Known())

  /// A name by its body's code.
  func name(of code: String, in evidence: Evidence, make: () -> String) -> String {
    let found = known.withLock { known in
      known.begin(evidence)
      return known.names[code]
    }
    if let found { return found }
    let made = make()
    known.withLock { known in
      known.begin(evidence)
      known.names[code] = made
    }
    return made
  }

  /// A value by a key that says all that it depends on beside the data, and that names no other kind
  /// of value.
  func value<Value: Sendable>(
    _ key: String, in evidence: Evidence, make: () -> Value
  ) -> Value {
    let found = known.withLock { known in
      known.begin(evidence)
      return known.values[key] as? Value
    }
    if let found { return found }
    let made = make()
    known.withLock { known in
      known.begin(evidence)
      known.values[key] = made
    }
    return made
  }

  /// A table by a key that says all that its rows depend on beside the data.
  func table(_ key: String, in evidence: Evidence) -> KeptTable {
    known.withLock { known in
      known.begin(evidence)
      if let found = known.tables[key] { return found }
      let table = KeptTable()
      known.tables[key] = table
      return table
    }
  }

  /// What is kept changes no answer.
  static func == (left: Kept, right: Kept) -> Bool { true }
}

/// The cells of a table that rests on the data alone, and how they stand at each width.
final class KeptTable: Sendable {
  private let cells = Mutex<[[Text]]?>(nil)
  private let lines = Mutex<[Int: ListLines]>([:])

  func cells(_ make: () -> [[Text]]) -> [[Text]] {
    if let found = cells.withLock({ $0 }) { return found }
    let made = make()
    cells.withLock { $0 = made }
    return made
  }

  func lines(width: Int, _ make: () -> ListLines) -> ListLines {
    if let found = lines.withLock({ $0[width] }) { return found }
    let made = make()
    lines.withLock { $0[width] = made }
    return made
  }
}

extension State {
  /// What follows from the data alone, made by the first who asks.
  func kept<Value: Sendable>(_ key: String, _ make: () -> Value) -> Value {
    kept.value(key, in: evidence, make: make)
  }

  /// A table of a panel of this page whose cells follow from the data alone.
  ///
  /// - Parameters:
  ///   - rows: what each row is of.
  ///   - cells: its cells; of rows that are known they are not made again.
  func kept<Row>(
    _ panel: String, _ columns: [Column], _ rows: [Row], header: Table.Header = .always,
    cells: (Row) -> [Text], item: (Row) -> Item
  ) -> Table {
    let key = ([place.screen.rawValue, panel] + place.path).joined(separator: "\u{0}")
    let known = kept.table(key, in: evidence)
    let all = known.cells { rows.map(cells) }
    var table = Table(
      columns, zip(rows, all).map { Table.Row($1, item($0)) }, header: header)
    table.kept = known
    return table
  }
}
