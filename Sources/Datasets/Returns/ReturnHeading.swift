/// The words above one column of a return.
struct ReturnHeading {
  var group, part, unit: String

  /// The columns of measures: of two that claim the same one, the first; but a total of all
  /// non-payroll staff goes before one of contingent labour. With `isUnits`, the last row says only
  /// units.
  static func measures(
    in headings: [[String]], isUnits: Bool
  ) -> (columns: [ReturnMeasure: Int], totals: RowTotals, notes: [ReturnNote]) {
    let width = headings.map(\.count).max() ?? 0
    var found: [ReturnMeasure: Int] = [:]
    var totals = RowTotals()
    var notes: [ReturnNote] = []
    var (group, part) = ("", "")
    var isBehindKinds = false
    var isOfContingent = false
    for column in 0..<width {
      let texts = headings.map { column < $0.count ? $0[column] : "" }
      if let top = texts.first, !top.isEmpty { (group, part) = (top, "") }
      if texts.count > 1, !texts[1].isEmpty { part = texts[1] }
      // In one row the parts stand behind the group's name, which names no kind of staff.
      var heading =
        switch texts.count {
        case 1: ReturnHeading(group: texts[0], part: texts[0], unit: texts[0])
        case 2 where isUnits: ReturnHeading(group: group, part: group, unit: texts[1])
        default: ReturnHeading(group: group, part: part, unit: texts.last ?? "")
        }
      // A total without a group is of the kinds before it.
      if isBehindKinds, heading.isTotalAlone { heading.group = "non payroll" }
      if heading.isOfPeople { isBehindKinds = heading.isNonPayroll }
      if heading.isTotalOfOthers, totals.nonPayroll == nil { totals.nonPayroll = column }
      if heading.isTotalOfCosts, totals.all == nil { totals.all = column }
      guard let measure = heading.measure else { continue }
      let isContingent = heading.part.contains("contingent")
      if let other = found[measure] {
        guard measure == .nonPayrollFTE, isOfContingent, !isContingent else { continue }
        notes.append(
          ReturnNote(
            words:
              "non-payroll staff are those of column \(column + 1), \"Total\", and not of column \(other + 1), the total of contingent labour"
          ))
      }
      found[measure] = column
      if measure == .nonPayrollFTE { isOfContingent = isContingent }
    }
    return (found, totals, notes)
  }

  /// Whether it is the cost of contingent labour and consultancy together.
  private var isTotalOfOthers: Bool {
    isNonPayroll && !isOfPeople
      && (part.contains("total staff costs") || part.contains("total non payroll"))
  }

  /// Whether it is all pay and all other costs together.
  private var isTotalOfCosts: Bool {
    group.hasPrefix("grand total") && !isOfPeople && isCost
  }

  /// Whether it says "Total" and nothing of what.
  private var isTotalAlone: Bool {
    !group.contains("payroll") && part.split(separator: " ").first == "total"
      && part.split(separator: " ").dropFirst().allSatisfy(Self.units.contains)
  }

  private static let units: Set<Substring> = ["headcount", "full", "time", "equivalent", "fte"]

  private var isOfPeople: Bool {
    unit.contains("headcount") || unit.contains("equivalent")
      || unit.split(separator: " ").contains("fte")
  }

  private var measure: ReturnMeasure? {
    guard !group.hasPrefix("grand total") else { return nil }
    if unit.contains("headcount") {
      return !isNonPayroll && part.contains("total") ? .payrollHeadcount : nil
    }
    if isOfPeople { return staff }
    return isCost ? cost : nil
  }

  /// Some files name the kind of staff alone, without the group that it is of.
  private var isNonPayroll: Bool {
    if group.contains("non payroll") || group.contains("nonpayroll") { return true }
    return !group.contains("payroll")
      && ["agency staff", "interim", "specialist", "contingent", "consult"].contains {
        part.contains($0)
      }
  }

  private var isCost: Bool {
    [group, part].contains { $0.contains("cost") || $0.contains("paybill") } || isBill
  }

  /// "Total paybill", "Total pay bill", "Total bill".
  private var isBill: Bool { ["paybill", "pay bill", "total bill"].contains(where: part.contains) }

  private var staff: ReturnMeasure? {
    if !isNonPayroll { return part.contains("total") ? .payrollFTE : nil }
    if part.contains("total") { return .nonPayrollFTE }
    if part.contains("interim") || part.contains("intermin") || part.contains("manager") {
      return .interimFTE
    }
    // "Other contingent labour" stands in the place of the specialists since April 2022, and is
    // counted there, as in the tables that came before.
    if part.contains("specialist") || part.contains("other contingent") { return .specialistFTE }
    if part.contains("agency") || part.contains("clerical") { return .agencyFTE }
    return nil
  }

  private var cost: ReturnMeasure? {
    if !isNonPayroll { return isBill ? .payrollCost : nil }
    if isTotalOfOthers { return nil }
    // Some name contingent labour by its kinds, others one kind of it alone.
    let kinds = ["agency", "interim", "specialist"].count(where: part.contains)
    let isContingent = part.contains("contingent") || kinds > 1
    if part.contains("consult") { return isContingent ? nil : .consultancyCost }
    return isContingent ? .contingentCost : nil
  }
}

/// The words of headings, with slips of one letter put right.
struct HeadingWords {
  /// Each row's cells in small letters. A cell of signs alone is blank, but "(£)" is a heading
  /// that says nothing, and ends the group before it.
  private(set) var rows: [[String]] = []
  /// What was put right: as it is written, and what it was taken for.
  private(set) var slips: [(written: String, taken: String)] = []

  /// What cells say that were read before: the same nought stands in hundreds of them.
  private var known: [String: String] = [:]

  init(_ cells: [[String]]) {
    rows = cells.map { row in
      row.map { cell in
        if let words = known[cell] { return words }
        let words = read(cell)
        known[cell] = words
        return words
      }
    }
  }

  private mutating func read(_ cell: String) -> String {
    let words = cell.words
    if words.isEmpty { return cell.contains("£") ? " " : "" }
    let parts = words.split(separator: " ").map(String.init)
    let right = parts.map { Self.corrected($0) ?? $0 }
    for (written, taken) in zip(parts, right)
    where written != taken && !taken.hasPrefix(written) && !written.hasPrefix(taken) {
      if !slips.contains(where: { $0.written == written }) { slips.append((written, taken)) }
    }
    return parts == right ? words : right.joined(separator: " ")
  }

  /// The word that another is a letter away from; nil where it is none of those, or one of them.
  static func corrected(_ word: String) -> String? {
    let letters = Array(word.utf8)
    guard letters.count >= 4, !correct.contains(word) else { return nil }
    return telling.first { isNear(letters, Array($0.utf8)) }
  }

  private static let telling = [
    "payroll", "total", "headcount", "equivalent", "paybill", "consultancy", "consultants",
    "contingent", "labour", "agency", "clerical", "interim", "managers", "specialist",
    "contractors",
    "organisation", "department", "sponsoring", "parent", "staff",
  ]
  private static let correct = Set(telling)

  /// Whether one letter is another, too many, missing, or changed places with the next.
  static func isNear(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard abs(left.count - right.count) <= 1, left != right else { return false }
    let start = zip(left, right).prefix { $0 == $1 }.count
    let (a, b) = (left[start...], right[start...])
    if a.count == b.count {
      return a.dropFirst().elementsEqual(b.dropFirst())
        || a.count > 1 && a.first == b.dropFirst().first && b.first == a.dropFirst().first
          && a.dropFirst(2).elementsEqual(b.dropFirst(2))
    }
    return a.count < b.count ? a.elementsEqual(b.dropFirst()) : a.dropFirst().elementsEqual(b)
  }
}
