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
  }

  let name: String
  let returns: [Return]
  /// What the tables hold and the file has no column of.
  let absent: [ReturnMeasure]

  /// - Parameter said: the month that the user says: of a file that says none, or that says
  ///   several of which it is one.
  init(_ bytes: [UInt8], name: String, month said: Month?) throws(ImportError) {
    self.name = name
    do throws(Defect) {
      let (text, layout) = try Self.headed(bytes, name)
      returns = try Self.returns(text, layout, name, said)
      absent = ReturnMeasure.allCases.filter {
        $0 != .payrollHeadcount && layout.measures[$0] == nil
      }
    } catch {
      throw .refused([error])
    }
  }

  /// Cut at commas or, where that gives no headings, at tabs or semicolons. Headings themselves
  /// hold semicolons and commas, so counting them would not tell.
  private static func headed(
    _ bytes: [UInt8], _ file: String
  ) throws(Defect) -> (ReturnText, ReturnLayout) {
    let text = try ReturnText(bytes, file: file)
    do throws(Defect) {
      return (text, try ReturnLayout(text, file: file))
    } catch {
      for mark in [UInt8(ascii: "\t"), UInt8(ascii: ";")] {
        if let other = try? ReturnText(bytes, file: file, delimiter: mark),
          let layout = try? ReturnLayout(other, file: file)
        {
          return (other, layout)
        }
      }
      throw error
    }
  }

  private static func returns(
    _ text: ReturnText, _ layout: ReturnLayout, _ file: String, _ said: Month?
  ) throws(Defect) -> [Return] {
    var returns: [Return] = []
    var rows: [ReturnMonths.Row] = []
    for row in text.rows[layout.firstRow...] {
      let body = row[layout.body]
      // The empty rows of the template have no name; notes have no numbers.
      guard !body.isEmpty else { continue }
      var found = Return(
        file: file, record: row.record, body: body, department: row[layout.department],
        month: Month.first, values: [:], unreadable: [:])
      for (measure, column) in layout.measures {
        switch ReturnCell(row[column]) {
        case .blank: break
        case .number(let value): found.values[measure] = value
        case .unreadable: found.unreadable[measure] = row[column]
        }
      }
      guard !found.values.isEmpty || !found.unreadable.isEmpty else { continue }
      returns.append(found)
      rows.append(
        ReturnMonths.Row(
          record: row.record, year: layout.year.map { row[$0] } ?? "",
          month: layout.month.map { row[$0] } ?? ""))
    }
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
    let months = try ReturnMonths(
      file: file,
      titles: titles.map { $0.cells.filter { !$0.isEmpty }.joined(separator: " ") }, said: said
    ).months(of: dated.map { rows[$0] })
    for (place, month) in zip(dated, months) { returns[place].month = month }
    for place in returns.indices where !dated.contains(place) {
      returns[place].month = place > 0 ? returns[place - 1].month : months[0]
    }
    return returns
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
