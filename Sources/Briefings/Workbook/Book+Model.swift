import Analytics
import Dashboard
import Documents
import Explanations
import Figures

/// The central case as live formulas: to change an assumption or a lever is to ask what `digigov
/// project` answers.
final class ModelSheets {
  private let subject: Subject
  /// Behind the names of sheets and numbers where a workbook has several models; empty for one.
  private let suffix: String

  // A class, since a copy of a subject is long code.
  init(subject: Subject, suffix: String) {
    self.subject = subject
    self.suffix = suffix
  }

  private typealias Part = Calculation.Part

  /// The columns before the numbers of each part.
  private static let heads: [Calculation.Part: [String]] = [
    .whole: ["Part", "Id", "What"],
    .years: ["Id", "What", "Unit"],
    .organisations: ["Code", "Organisation"],
    .workings: ["Id", "What", "Unit"],
  ]

  var sheets: [Book.Sheet] {
    let sites = Dictionary(
      uniqueKeysWithValues: Part.allCases.map { part in
        (
          part,
          Calculation.Site(
            sheet: name(part), row: remarks(part).count + 3,
            column: Self.heads[part]?.count ?? 0)
        )
      })
    let explainer = Explainer(
      inputs: subject.inputs, evidence: subject.evidence, projection: subject.projection)
    let calculation = explainer.calculation(
      of: subject.code, at: sites, suffix: suffix.isEmpty ? "" : "_" + suffix)
    return Part.allCases.compactMap { sheet($0, calculation) }.filter { !$0.rows.isEmpty }
  }

  private func name(_ part: Calculation.Part) -> String {
    let base = suffix.isEmpty ? "Model" : "Model " + suffix
    return switch part {
    case .whole: base
    case .years: base + " by year"
    case .organisations: base + " shares"
    case .workings: base + " workings"
    }
  }

  private func title(_ part: Calculation.Part) -> String {
    let of = "\(subject.name), scenario \(subject.state.scenarioName)"
    return switch part {
    case .whole: "The central case as formulas: \(of)"
    case .years: "The central case by year: \(of)"
    case .organisations: "What each organisation has of the whole: \(of)"
    case .workings: "The central case by organisation and year: \(of)"
    }
  }

  private func remarks(_ part: Calculation.Part) -> [String] {
    switch part {
    case .whole:
      [
        "This sheet has one table: results, then what they rest on. Change a shaded number in the "
          + "column Value and the workbook computes anew, as digigov project does with --set for a "
          + "lever and --assume for an assumption. The column When written keeps what this program "
          + "computed.",
        "One run with every assumption at its middle value: not the expected values of the other "
          + "sheets, which are means over many runs. The discounting and the split over "
          + "organisations are those of the scenario.",
        "Made again by: \(ProjectionSection.line(subject)). Source: that of each row.",
      ]
    case .years:
      [
        "This sheet has one table: a row for each series, all of it computed from the sheet \(name(.whole))."
      ]
    case .organisations:
      [
        "This sheet has one table. Only a weight's share of its column counts. Where a weight is "
          + "from: digigov explain key.KEY.CODE."
      ]
    case .workings:
      [
        "This sheet has one table: a row for each series of an organisation, all of it computed from the sheet \(name(.whole))."
      ]
    }
  }

  private func sheet(_ part: Calculation.Part, _ calculation: Calculation) -> Book.Sheet {
    let rows = calculation.rows[part] ?? []
    var sheet = Book.Sheet(
      name(part), title: title(part), remarks: remarks(part), header: Self.heads[part] ?? [])
    switch part {
    case .whole:
      sheet.header += ["Value", "When written", "Unit", "From", "To", "Mark", "Source"]
      sheet.rows = rows.map { row in
        let cell = row.cells.first ?? .none
        var limits: ClosedRange<Double>?
        if case .input(_, let range) = cell { limits = range }
        return [
          .text(row.kind), .text(row.id), .text(row.label), Self.cell(cell),
          Self.cell(cell.value), Self.cell(row.unit), Self.cell(limits?.lowerBound),
          Self.cell(limits?.upperBound), .text(row.mark.rawValue), Self.cell(row.source),
        ]
      }
      sheet.names = rows.enumerated().compactMap { place, row in
        row.name.map { Book.Sheet.Name($0, row: place, column: 3) }
      }
    case .years, .workings:
      sheet.header += calculation.years
      sheet.rows = rows.map { row in
        [.text(row.id), .text(row.label), Self.cell(row.unit)] + row.cells.map(Self.cell)
      }
    case .organisations:
      sheet.header += calculation.columns.map { column in
        column.label + (column.unit.isEmpty ? "" : ", \(column.unit)")
      }
      sheet.rows = rows.map { row in
        [.text(row.id), .text(row.label)] + row.cells.map(Self.cell)
      }
    }
    return sheet
  }

  private static func cell(_ cell: Calculation.Cell) -> Book.Cell {
    switch cell {
    case .input(let value, let range): .input(value, range)
    case .formula(let text, let value): .formula(text, value)
    case .none: .none
    }
  }

  private static func cell(_ value: Double?) -> Book.Cell {
    value.map { .number($0) } ?? .inapplicable
  }
  private static func cell(_ text: String) -> Book.Cell {
    text.isEmpty ? .inapplicable : .text(text)
  }
}
