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

  /// - Parameter month: the month where neither rows, nor titles, nor the file's name say one.
  init(_ bytes: [UInt8], name: String, month fallback: Month?) throws(ImportError) {
    self.name = name
    do throws(Defect) {
      let (text, layout) = try Self.headed(bytes, name)
      returns = try Self.returns(text, layout, name, fallback)
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
    _ text: ReturnText, _ layout: ReturnLayout, _ file: String, _ fallback: Month?
  ) throws(Defect) -> [Return] {
    let ofFile = month(of: text, above: layout, file: file) ?? fallback
    var returns: [Return] = []
    for row in text.rows[layout.firstRow...] {
      let body = row[layout.body]
      // Rows of totals, and the empty rows of the template, have no name; notes have no numbers.
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
      if Self.isTotal(body) { continue }
      found.month = try month(of: row, layout, file, ofFile)
      returns.append(found)
    }
    guard !returns.isEmpty else {
      throw Defect(
        file: file, row: layout.record, problem: "no returns below the headings",
        expected: "a row with an organisation's name and numbers")
    }
    return returns
  }

  private static func isTotal(_ name: String) -> Bool {
    !Set(name.words.split(separator: " ")).isDisjoint(with: ["total", "totals", "subtotal"])
  }

  private static func month(
    of row: ReturnText.Row, _ layout: ReturnLayout, _ file: String, _ ofFile: Month?
  ) throws(Defect) -> Month {
    let year = layout.year.map { row[$0] } ?? ""
    let month = layout.month.map { row[$0] } ?? ""
    if let found = Month(year: year, month: month) { return found }
    let written = [year, month].filter { !$0.isEmpty }.joined(separator: " ")
    if !written.isEmpty {
      throw Defect(
        file: file, row: row.record, column: layout.month == nil ? "Year" : "Month",
        value: written, problem: "no month", expected: "a year and a month, such as 2026 July")
    }
    if let ofFile { return ofFile }
    throw Defect(
      file: file, row: row.record, problem: "no month in the row, a title or the file's name",
      expected: "one of them, or --month YYYY-MM")
  }

  /// The one month that the titles above the headings or the file's name say.
  private static func month(
    of text: ReturnText, above layout: ReturnLayout, file: String
  ) -> Month? {
    let titles = text.rows.prefix { $0.record < layout.record }.flatMap(\.cells)
    let inTitles = Set(titles.compactMap { Month(in: $0) })
    if inTitles.count == 1 { return inTitles.first }
    let last = file.split(separator: "/").last.map(String.init) ?? file
    return Month(in: last)
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
