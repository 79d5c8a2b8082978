/// One published file of returns, read.
struct ReturnFile {
  /// One body's return of one month.
  struct Return {
    var file: String
    var record: Int
    /// Names as they are written.
    var body, department: String
    var month: Month
    var values: [ReturnMeasure: Double]
    /// Cells that are no numbers, as they are written.
    var unreadable: [ReturnMeasure: String]
    /// Whether the file has no column of departments.
    var isOfOneDepartment = false
    /// Whether its department is that of the row above, as merged cells are saved.
    var isFilledDown = false
  }

  let name: String
  let returns: [Return]
  /// What the tables hold and the file has no column of.
  let absent: [ReturnMeasure]
  let notes: [ReturnNote]

  /// - Parameters:
  ///   - said: the month that the user says: of a file that says none, or that says several of
  ///     which it is one.
  ///   - takesUnits: whether figures in thousands and the like are read as such.
  init(
    _ bytes: [UInt8], name: String, month said: Month?, takesUnits: Bool = false
  ) throws(ImportError) {
    self.name = name
    do throws(Defect) {
      let (text, layout, others) = try Self.headed(bytes, name, takesUnits)
      var notes = layout.notes
      if let sheet = text.sheet, !others.isEmpty {
        let words = others.map { "\"\($0)\"" }.joined(separator: ", ")
        notes.insert(
          ReturnNote(
            words: "read is the sheet \"\(sheet)\"; headings of a return has also \(words)"),
          at: 0)
      }
      returns = try Self.returns(text, layout, name, said, &notes)
      self.notes = notes
      absent = ReturnMeasure.allCases.filter {
        $0 != .payrollHeadcount && layout.measures[$0] == nil
      }
    } catch {
      throw .refused([error])
    }
  }

  /// The first way to read the bytes that gives headings; else why the first gives none. With it
  /// the names of further sheets that have headings.
  private static func headed(
    _ bytes: [UInt8], _ file: String, _ takesUnits: Bool
  ) throws(Defect) -> (text: ReturnText, layout: ReturnLayout, others: [String]) {
    var found: (text: ReturnText, layout: ReturnLayout)?
    var others: [String] = []
    var fault: Defect?
    try ReturnText.readings(of: bytes, file: file) { text in
      do throws(Defect) {
        let layout = try ReturnLayout(text, file: file, takesUnits: takesUnits)
        if found == nil {
          found = (text, layout)
        } else if let sheet = text.sheet {
          others.append(sheet)
        }
      } catch {
        // A sheet with headings and a fault says more than one without.
        if fault == nil || fault?.row == nil { fault = error }
      }
      return found != nil && text.sheet == nil
    }
    guard let found else {
      throw fault
        ?? Defect(file: file, problem: "no rows", expected: "headings and rows below them")
    }
    return (found.text, found.layout, others)
  }

  private static func returns(
    _ text: ReturnText, _ layout: ReturnLayout, _ file: String, _ said: Month?,
    _ notes: inout [ReturnNote]
  ) throws(Defect) -> [Return] {
    var returns: [Return] = []
    var rows: [ReturnMonths.Row] = []
    var faults: [String] = []
    var departments = MergedColumn(layout.department.map { [$0] } ?? [])
    var dates = MergedColumn([layout.year, layout.month].compactMap(\.self))
    let below = text.rows[layout.firstRow...].filter { !layout.isRepeated($0) }
    let named = below.filter { !$0[layout.body].isEmpty }
    departments.look(at: named)
    dates.look(at: named)
    for row in named {
      let department = departments.row(row)
      let date = dates.row(row)
      var found = Return(
        file: file, record: row.record, body: row[layout.body],
        department: layout.department.map { department[$0] } ?? "", month: Month.first,
        values: [:], unreadable: [:], isOfOneDepartment: layout.department == nil,
        isFilledDown: department.record != row.record)
      for (measure, column) in layout.measures {
        switch ReturnCell(row[column]) {
        case .blank: break
        case .number(let value): found.values[measure] = value * (layout.scales[measure] ?? 1)
        case .unreadable: found.unreadable[measure] = row[column]
        }
      }
      // The empty rows of the template have no name; notes have no numbers.
      guard !found.values.isEmpty || !found.unreadable.isEmpty else { continue }
      departments.fill(department, row)
      dates.fill(date, row)
      if layout.scales.isEmpty, let fault = layout.totals.fault(of: found, in: row) {
        faults.append("row \(row.record), \(ReturnsMerge.shown(found.body)): \(fault)")
      }
      returns.append(found)
      rows.append(
        ReturnMonths.Row(
          record: row.record, year: layout.year.map { date[$0] } ?? "",
          month: layout.month.map { date[$0] } ?? "", after: rows.last))
    }
    if below.count < text.rows.count - layout.firstRow {
      notes.append(
        ReturnNote(words: "headings that are repeated below are skipped", isDecision: false))
    }
    if let first = faults.first {
      let more = faults.count > 1 ? "; so in \(faults.count - 1) more" : ""
      notes.append(ReturnNote(words: first + more, isDecision: false))
    }
    notes += [departments.words("departments"), dates.words("months")].compactMap(\.self)
      .map { ReturnNote(words: $0) }
    // A sum without a month of its own is one of the rows above it.
    let dated = returns.indices.filter { place in
      rows[place].cells != .blank || !RollupWords.isRollup(returns[place].body)
    }
    guard dated.contains(where: { !RollupWords.isRollup(returns[$0].body) }) else {
      throw Defect(
        file: file, row: layout.record, problem: "no returns below the headings",
        expected: "a row with an organisation's name and numbers")
    }
    let titles = text.rows.prefix { $0.record < layout.record }.filter { !$0.isBlank }
    let sheet = text.sheet.map { [$0] } ?? []
    let evidence = ReturnMonths(
      file: file,
      titles: sheet + titles.map { $0.cells.filter { !$0.isEmpty }.joined(separator: " ") },
      said: said)
    let months = try evidence.months(of: dated.map { rows[$0] })
    if let month = evidence.note(of: dated.map { rows[$0] }, months) { notes.append(month) }
    for (place, month) in zip(dated, months) { returns[place].month = month }
    for place in returns.indices where !dated.contains(place) {
      returns[place].month = place > 0 ? returns[place - 1].month : months[0]
    }
    return returns
  }
}

/// Columns in which a cell may stand for the blank ones below it, as merged cells are saved: where
/// no text stands twice in a row.
private struct MergedColumn {
  private let columns: [Int]
  private var isMerged = false
  private var above: ReturnText.Row?
  /// Rows that were filled.
  private var filled: [Int] = []

  init(_ columns: [Int]) { self.columns = columns }

  mutating func look(at rows: [ReturnText.Row]) {
    guard !columns.isEmpty else { return }
    let texts = rows.map { row in columns.map { row[$0] }.joined() }
    isMerged =
      texts.first?.isEmpty == false && texts.contains("")
      && zip(texts, texts.dropFirst()).allSatisfy { $0.isEmpty || $0 != $1 }
  }

  /// The row itself, or the one above that has its cells.
  mutating func row(_ row: ReturnText.Row) -> ReturnText.Row {
    guard isMerged, columns.allSatisfy({ row[$0].isEmpty }), let above else {
      above = row
      return row
    }
    return above
  }

  /// Takes down that a row which is kept has another's cells.
  mutating func fill(_ other: ReturnText.Row, _ row: ReturnText.Row) {
    if other.record != row.record { filled.append(row.record) }
  }

  func words(_ what: String) -> String? {
    guard let first = filled.first, let last = filled.last else { return nil }
    let rows = first == last ? "row \(first)" : "rows \(first) to \(last)"
    return "blank \(what) in \(rows) are those above them, as merged cells are saved"
  }
}

/// Why returns are not imported. All of them are invalid data, exit code 3.
public enum ImportError: Error, Sendable, CustomStringConvertible {
  /// What is wrong with the files, in their order.
  case refused([Defect])
  /// The folder to add to has defects of its own.
  case folder(DataError)

  /// One line a defect, the first twenty.
  public var description: String {
    switch self {
    case .refused(let defects):
      let more = defects.count - 20
      return defects.prefix(20).map(\.description).joined(separator: "\n")
        + (more > 0 ? "\nand \(more) more" : "")
    case .folder(let error): return error.description
    }
  }
}
