public import Figures

/// The verdicts on a folder's returns as rows of its table `contractor_audit`.
public struct AuditTable: Sendable {
  /// The table's file in the folder.
  public static var file: String { TableSchema.contractorAudit.file }

  /// In the order of departments, then of their bodies and months.
  public let verdicts: [Verdict]

  /// The verdicts on what departments and bodies returned.
  public init(_ evidence: Evidence) { verdicts = evidence.verdicts }

  /// The file: RFC 4180, UTF-8, lines ended by LF.
  public var bytes: [UInt8] {
    let lines = [TableSchema.contractorAudit.columnNames] + rows
    return Array(
      lines.map { $0.map { EditedTable.quoted($0) }.joined(separator: ",") + "\n" }.joined().utf8)
  }

  /// One row of cells a verdict, in the schema's order.
  public var rows: [[String]] {
    verdicts.map { verdict in
      let places = verdict.measure.places
      return [
        verdict.department, verdict.body, MonthlyReturns.text(month: verdict.months.lowerBound),
        MonthlyReturns.text(month: verdict.months.upperBound), verdict.measure.rawValue,
        verdict.rule.rawValue, Self.decimal(verdict.value, places: places),
        Self.decimal(verdict.expected, places: places), verdict.why,
      ]
    }
  }

  /// What of it a folder's own table lacks, and what that has beyond it; nil where the folder has no
  /// such table.
  public func difference(
    from folder: DataFolder
  ) throws(DataError) -> (missing: [[String]], extra: [[String]])? {
    let schema = TableSchema.contractorAudit
    guard let table = try folder.allTables().first(where: { $0.schema == schema }) else {
      return nil
    }
    let held = (0..<table.count).map { row in
      schema.columns.indices.map { table.text(row, $0) }
    }
    let (own, other) = (Set(rows), Set(held))
    return (rows.filter { !other.contains($0) }, held.filter { !own.contains($0) })
  }

  /// A number with at most so many decimals, and none that say nothing, as tables are read: the
  /// sign is a hyphen.
  private static func decimal(_ value: Double, places: Int) -> String {
    var text = Numbers.decimal(value, places: places).filter { $0 != "," }
      .replacing(Numbers.minus, with: "-")
    if places > 0 {
      while text.last == "0" { text.removeLast() }
      if text.last == "." { text.removeLast() }
    }
    return text == "-0" ? "0" : text
  }
}

extension AuditMeasure {
  /// Decimals of its values in the table: thousands of pounds, tenths of people.
  fileprivate var places: Int {
    switch self {
    case .payrollCost, .contingentCost, .consultancyCost: 3
    case .payrollFTE, .nonPayrollFTE, .returns: 1
    case .payrollCostPerHead, .contingentCostPerHead: 0
    }
  }
}
