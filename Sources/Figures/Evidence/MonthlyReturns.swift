/// What departments returned month by month (`contractor_spend`), kept column by column, so that
/// hundreds of thousands of rows stay small. Rows stand by body, then by month.
public struct MonthlyReturns: Sendable {
  /// What a body spent on contingent labour and consultancy in a financial year: sums as they stand.
  /// What may be said of them is in a ``ContractorYear``.
  struct Year: Sendable {
    var year: FinancialYear
    /// In £ million of the day.
    var contingent = 0.0, consultancy = 0.0
    /// Months in which each was returned, and in which either was.
    var contingentMonths = 0, consultancyMonths = 0, months = 0
    /// The source of its newest month, by its place in ``MonthlyReturns/sources``.
    var source: UInt32
    /// The worst of its months.
    var mark: Mark
  }

  /// Codes of the bodies, in the order of their first rows.
  public let bodies: [String]
  /// Ids of the sources that the rows name, each once.
  public let sources: [String]
  private let ranges: [String: Range<Int>]
  private let yearsByBody: [String: [Year]]
  private let columns: Columns

  /// Each row's cells; NaN and -1 stand for empty ones.
  fileprivate struct Columns: Sendable {
    /// Months since the year 0.
    var months: [Int32] = []
    var returns: [Int32] = []
    var numbers: [[Double]] = Array(repeating: [], count: Number.allCases.count)
    var marks: [UInt8] = []
    var sources: [UInt32] = []
  }

  /// The numeric columns, in the order of the table.
  fileprivate enum Number: Int, CaseIterable {
    case payrollFTE, payrollCost, nonPayrollFTE, agencyFTE, interimFTE, specialistFTE
    case contingentCost, consultancyCost
  }

  /// Number of rows.
  public var count: Int { columns.months.count }

  /// A body's rows, oldest first.
  public func rows(of code: String) -> [WorkforceReturn] {
    (ranges[code] ?? 0..<0).map { row in
      func number(_ column: Number) -> Double? {
        let value = columns.numbers[column.rawValue][row]
        return value.isNaN ? nil : value
      }
      let returns = columns.returns[row]
      return WorkforceReturn(
        body: code, department: code, period: Self.text(month: Int(columns.months[row])),
        returns: returns < 0 ? nil : Int(returns), payrollFTE: number(.payrollFTE),
        payrollCost: number(.payrollCost), nonPayrollFTE: number(.nonPayrollFTE),
        agencyFTE: number(.agencyFTE), interimFTE: number(.interimFTE),
        specialistFTE: number(.specialistFTE), contingentCost: number(.contingentCost),
        consultancyCost: number(.consultancyCost), mark: Mark.allCases[Int(columns.marks[row])],
        sourceID: sources[Int(columns.sources[row])])
    }
  }

  /// The newest month that any body returned, as `2025-03`; nil without rows.
  public var newestMonth: String? {
    ranges.values.compactMap(\.last).map { columns.months[$0] }.max()
      .map { Self.text(month: Int($0)) }
  }

  /// The mark of a body's first row; nil for a body without rows.
  public func mark(of code: String) -> Mark? {
    ranges[code]?.first.map { Mark.allCases[Int(columns.marks[$0])] }
  }

  /// What a body spent by financial year, oldest first.
  func years(of code: String) -> [Year] { yearsByBody[code] ?? [] }

  /// A body's newest months, counted from the year 0, with what it spent in £ million, oldest first;
  /// nil where it returned neither kind. A month that was not returned is not among them.
  public func spend(of code: String, last limit: Int = .max) -> [(month: Int, spend: Double?)] {
    (ranges[code] ?? 0..<0).suffix(limit).map { row in
      (Int(columns.months[row]), columns.spend(row))
    }
  }

  /// A body's months as the auditor reads them.
  func series(of code: String) -> ReturnSeries {
    let range = ranges[code] ?? 0..<0
    func column(_ column: Number) -> [Double] { Array(columns.numbers[column.rawValue][range]) }
    return ReturnSeries(
      months: columns.months[range].map { Int($0) },
      returns: columns.returns[range].map { $0 < 0 ? .nan : Double($0) },
      payrollFTE: column(.payrollFTE), payrollCost: column(.payrollCost),
      nonPayrollFTE: column(.nonPayrollFTE), contingentCost: column(.contingentCost),
      consultancyCost: column(.consultancyCost))
  }

  /// The time that all returns together cover: a column begins in the first month in which half of
  /// the bodies with a row returned it.
  var span: ReturnSpan {
    let audited: [(AuditMeasure, Number)] = [
      (.payrollFTE, .payrollFTE), (.payrollCost, .payrollCost), (.nonPayrollFTE, .nonPayrollFTE),
      (.contingentCost, .contingentCost), (.consultancyCost, .consultancyCost),
    ]
    guard let oldest = columns.months.min(), let newest = columns.months.max() else {
      return ReturnSpan(first: [:], newest: nil)
    }
    var rows = [Int](repeating: 0, count: Int(newest - oldest) + 1)
    for month in columns.months { rows[Int(month - oldest)] += 1 }
    var first: [AuditMeasure: Int] = [:]
    for (measure, number) in audited {
      var returned = [Int](repeating: 0, count: rows.count)
      for (row, month) in columns.months.enumerated() where columns.has(number, row) {
        returned[Int(month - oldest)] += 1
      }
      first[measure] = rows.indices.first { rows[$0] > 0 && returned[$0] * 2 >= rows[$0] }
        .map { $0 + Int(oldest) }
    }
    return ReturnSpan(first: first, newest: Int(newest))
  }

  /// `2025-03` for a month counted from the year 0.
  public static func text(month: Int) -> String {
    let (year, number) = (month / 12, month % 12 + 1)
    return String(repeating: "0", count: max(4 - "\(year)".count, 0)) + "\(year)-"
      + (number < 10 ? "0" : "") + "\(number)"
  }

  /// Months from the year 0 to a month such as `2025-03`; nil for anything else.
  public static func month(_ text: some StringProtocol) -> Int? {
    guard text.utf8.count == 7, let year = Int(text.prefix(4)), let number = Int(text.suffix(2)),
      (1...12).contains(number), year >= 0, text.utf8.dropFirst(4).first == UInt8(ascii: "-")
    else { return nil }
    return 12 * year + number - 1
  }
}

extension MonthlyReturns.Columns {
  fileprivate func has(_ column: MonthlyReturns.Number, _ row: Int) -> Bool {
    !numbers[column.rawValue][row].isNaN
  }

  /// Contingent labour and consultancy; nil where neither was returned.
  fileprivate func spend(_ row: Int) -> Double? {
    let contingent = numbers[MonthlyReturns.Number.contingentCost.rawValue][row]
    let consultancy = numbers[MonthlyReturns.Number.consultancyCost.rawValue][row]
    if contingent.isNaN { return consultancy.isNaN ? nil : consultancy }
    return contingent + (consultancy.isNaN ? 0 : consultancy)
  }

  /// The same rows in another order.
  fileprivate mutating func arrange(_ order: [Int]) {
    months = order.map { months[$0] }
    returns = order.map { returns[$0] }
    for place in numbers.indices {
      let column = numbers[place]
      numbers[place] = order.map { column[$0] }
    }
    marks = order.map { marks[$0] }
    sources = order.map { sources[$0] }
  }
}

extension MonthlyReturns {
  /// Takes rows in as they are read.
  public struct Builder: Sendable {
    private var columns = Columns()
    private var bodyOfRow: [Int32] = []
    private var bodies = Numbering()
    private var sources = Numbering()

    public init() {}

    /// The rows of several, one after the other.
    public init(joining parts: consuming [Builder]) {
      reserve(parts.reduce(0) { $0 + $1.count })
      var rest = Array(parts.reversed())
      parts = []
      // Each is let go before the next is taken in.
      while let part = rest.popLast() { append(part) }
    }

    private mutating func append(_ part: Builder) {
      let bodyNumbers = part.bodies.names.map { Int32(bodies.number(of: $0)) }
      let sourceNumbers = part.sources.names.map { UInt32(sources.number(of: $0)) }
      bodyOfRow += part.bodyOfRow.lazy.map { bodyNumbers[Int($0)] }
      columns.months += part.columns.months
      columns.returns += part.columns.returns
      append(numbers: part.columns.numbers)
      columns.marks += part.columns.marks
      columns.sources += part.columns.sources.lazy.map { sourceNumbers[Int($0)] }
    }

    public var isEmpty: Bool { bodyOfRow.isEmpty }

    /// Number of rows.
    public var count: Int { bodyOfRow.count }

    /// Room for so many rows more.
    public mutating func reserve(_ rows: Int) {
      let count = bodyOfRow.count + rows
      bodyOfRow.reserveCapacity(count)
      columns.months.reserveCapacity(count)
      columns.returns.reserveCapacity(count)
      for place in columns.numbers.indices { columns.numbers[place].reserveCapacity(count) }
      columns.marks.reserveCapacity(count)
      columns.sources.reserveCapacity(count)
    }

    /// - Parameter row: a row whose period is a month such as `2025-03`.
    public mutating func append(_ row: WorkforceReturn) {
      let year = Int(row.period.prefix(4)) ?? 0
      append(
        body: row.body, month: year * 12 + (Int(row.period.suffix(2)) ?? 1) - 1,
        returns: row.returns, mark: row.mark, sourceID: row.sourceID)
      let numbers = [
        row.payrollFTE, row.payrollCost, row.nonPayrollFTE, row.agencyFTE, row.interimFTE,
        row.specialistFTE, row.contingentCost, row.consultancyCost,
      ]
      append(numbers: numbers.map { [$0 ?? .nan] })
    }

    /// What of a row is no number of the eight; those follow, column by column, for many rows. The
    /// month is counted from the year 0.
    public mutating func append(
      body: String, month: Int, returns: Int?, mark: Mark, sourceID: String
    ) {
      bodyOfRow.append(Int32(bodies.number(of: body)))
      columns.months.append(Int32(month))
      columns.returns.append(returns.map { Int32($0) } ?? -1)
      columns.marks.append(UInt8(Mark.allCases.firstIndex(of: mark) ?? 0))
      columns.sources.append(UInt32(sources.number(of: sourceID)))
    }

    /// - Parameter numbers: the eight columns of the rows added since, NaN for an empty cell.
    public mutating func append(numbers: [[Double]]) {
      for (place, column) in numbers.enumerated() { columns.numbers[place] += column }
    }

    /// The rows in order, and whether a body has a month twice.
    public consuming func finish() -> (returns: MonthlyReturns, hasRepeats: Bool) {
      let keys = bodyOfRow.indices.map { Int64(bodyOfRow[$0]) << 32 | Int64(columns.months[$0]) }
      var sorted = keys
      if keys.indices.dropFirst().contains(where: { keys[$0 - 1] > keys[$0] }) {
        let order = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
        columns.arrange(order)
        sorted = order.map { keys[$0] }
      }
      let hasRepeats = sorted.indices.dropFirst().contains { sorted[$0 - 1] == sorted[$0] }
      var ranges: [String: Range<Int>] = [:]
      var start = 0
      for row in sorted.indices
      where row + 1 == sorted.count || sorted[row + 1] >> 32 != sorted[row] >> 32 {
        ranges[bodies.names[Int(sorted[row] >> 32)]] = start..<row + 1
        start = row + 1
      }
      let returns = MonthlyReturns(
        bodies: bodies.names, sources: sources.names, ranges: ranges, columns: columns)
      return (returns, hasRepeats)
    }

    /// Names with numbers in the order of their coming.
    private struct Numbering: Sendable {
      private(set) var names: [String] = []
      private var numbers: [String: Int] = [:]
      private var last: (name: String, number: Int)?

      mutating func number(of name: String) -> Int {
        // Rows of one body stand together.
        if let last, last.name == name { return last.number }
        let number = numbers[name] ?? names.count
        if number == names.count {
          names.append(name)
          numbers[name] = number
        }
        last = (name, number)
        return number
      }
    }
  }

  /// The returns of some rows, in any order.
  public init(_ rows: [WorkforceReturn]) {
    var builder = Builder()
    builder.reserve(rows.count)
    for row in rows { builder.append(row) }
    self = builder.finish().returns
  }

  fileprivate init(
    bodies: [String], sources: [String], ranges: [String: Range<Int>], columns: Columns
  ) {
    self.bodies = bodies
    self.sources = sources
    self.ranges = ranges
    self.columns = columns
    yearsByBody = ranges.mapValues { range in
      var years: [Year] = []
      for row in range {
        let year = FinancialYear(holding: Int(columns.months[row]))
        if years.last?.year != year {
          years.append(Year(year: year, source: columns.sources[row], mark: .reported))
        }
        let last = years.count - 1
        let contingent = columns.numbers[Number.contingentCost.rawValue][row]
        let consultancy = columns.numbers[Number.consultancyCost.rawValue][row]
        if !contingent.isNaN {
          years[last].contingent += contingent
          years[last].contingentMonths += 1
        }
        if !consultancy.isNaN {
          years[last].consultancy += consultancy
          years[last].consultancyMonths += 1
        }
        years[last].months += contingent.isNaN && consultancy.isNaN ? 0 : 1
        years[last].source = columns.sources[row]
        years[last].mark = max(years[last].mark, Mark.allCases[Int(columns.marks[row])])
      }
      return years
    }
  }
}
