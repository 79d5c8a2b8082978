import Analytics
import Documents
import Figures

extension BookSheets {
  /// What sets two scenarios apart: the first less the other, over all years and by year; none where
  /// there is one.
  var differences: [Book.Sheet] {
    guard let rival = subjects[0].rival, subjects.count == 2 else { return [] }
    return [difference(rival), byYear].filter { !$0.rows.isEmpty }
  }

  private var names: (first: String, other: String) { ComparisonRules.names(subjects[0]) }

  private var order: String { "First: \(names.first). Other: \(names.other)." }

  private func difference(_ rival: Rival) -> Book.Sheet {
    let (first, other) = (subjects[0], subjects[1])
    func row(
      _ label: String, _ unit: String, _ one: Double, _ two: Double, _ value: Double,
      _ summary: Summary?, _ chance: Double?
    ) -> [Book.Cell] {
      [
        .text(label), .number(one), .number(two), .number(value), perhaps(summary?.p10),
        perhaps(summary?.p90), perhaps(chance), .text(unit), .text(statistic(first)),
        .text(Mark.modelled.rawValue), cell(first.evidence.date), .text("model"),
      ]
    }
    var rows = [
      row(
        "Net present social value", Money.billions, first.worth, other.worth, rival.value,
        rival.difference, rival.chance),
      row(
        "Benefit a year in \(first.lastYear)", Money.billionsAYear, first.benefit, other.benefit,
        first.benefit - other.benefit, nil, nil),
    ]
    let places = first.reviewPlaces
    if let start = places.first, let last = places.last, first.costs.count > last,
      other.costs.count > last
    {
      let years = "\(first.projection.years[start]) to \(first.projection.years[last])"
      func sum(_ values: [Double]) -> Double { places.reduce(0) { $0 + values[$1] } }
      rows += [("Cost", \Subject.costs), ("Benefit", \Subject.benefits)].map { name, series in
        let (one, two) = (sum(first[keyPath: series]), sum(other[keyPath: series]))
        return row("\(name), \(years)", Money.billions, one, two, one - two, nil, nil)
      }
    }
    return Book.Sheet(
      "Difference", title: "The first scenario less the other, \(first.name)",
      remarks: [
        Self.one, order,
        "Low and high are where eight runs in ten of the difference lie, run by run; the chance is "
          + "the share of runs in which the first is greater. " + modelled,
      ],
      header: [
        "Measure", "First scenario", "Other scenario", "Difference", "Low", "High",
        "Chance that the first is greater", "Unit", "Statistic", "Mark", "As of", "Source id",
      ], rows: rows)
  }

  /// Live: each difference follows its two numbers.
  private var byYear: Book.Sheet {
    let (first, other) = (subjects[0], subjects[1])
    let remarks = [Self.one, order + " " + modelled]
    let years = first.projection.years
    let count = [first.benefits, first.costs, other.benefits, other.costs].map(\.count).min() ?? 0
    return Book.Sheet(
      "Difference by year", title: "The first scenario less the other by year, \(first.name)",
      remarks: remarks,
      header: [
        "Year", "Benefit, first", "Benefit, other", "Benefit, difference", "Cost, first",
        "Cost, other", "Cost, difference", "Unit", "Statistic", "Mark", "As of", "Source id",
      ],
      rows: years.prefix(count).indices.map { place in
        let row = place + remarks.count + 3
        func three(_ one: Double, _ two: Double, _ formula: String) -> [Book.Cell] {
          [.number(one), .number(two), .formula(formula, one - two)]
        }
        return [.text(years[place])]
          + three(first.benefits[place], other.benefits[place], "B\(row)-C\(row)")
          + three(first.costs[place], other.costs[place], "E\(row)-F\(row)")
          + [
            .text(Money.billions), .text(statistic(first)), .text(Mark.modelled.rawValue),
            cell(first.evidence.date), .text("model"),
          ]
      })
  }
}
