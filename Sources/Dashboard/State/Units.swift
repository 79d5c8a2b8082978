import Analytics
import Figures

/// The unit that results in money are shown in.
public enum MoneyUnit: String, CaseIterable, Hashable, Sendable {
  /// £bn in real prices.
  case billions
  /// Share of a year's day-to-day budget.
  case budgetShare
  /// £ for each member of staff.
  case perHead

  /// What it divides by, in words.
  fileprivate var divisor: String {
    switch self {
    case .billions: ""
    case .budgetShare: "budget"
    case .perHead: "staff count"
    }
  }

  var next: MoneyUnit {
    switch self {
    case .billions: .budgetShare
    case .budgetShare: .perHead
    case .perHead: .billions
    }
  }
}

/// What money is divided by for a unit: a budget in £bn or a number of people, with its source.
struct Divisor {
  var value: Double
  var figure: Figure
}

/// Money in the unit that is shown, for the nation or one organisation.
struct MoneyScale {
  var unit: MoneyUnit
  /// Nil for £bn, and where nothing is published.
  var divisor: Divisor?
  /// Of whom.
  var owner: String
  /// Whether sums in £ are of millions or of billions.
  var column = MoneyColumn([1])

  /// The scale for sums that stand together, which are given in £bn: its unit is that of the
  /// largest.
  func fitted(_ billions: [Double?]) -> MoneyScale {
    var scale = self
    scale.column = MoneyColumn(billions)
    return scale
  }

  /// The unit in titles.
  var title: String {
    switch unit {
    case .billions: "real \(column.unit)"
    case .budgetShare: "% of day-to-day budget"
    case .perHead: "real \(Money.sign) per member of staff"
    }
  }

  /// How a sum came to be in this unit: as arithmetic on published numbers, but for £bn.
  func mark(_ mark: Mark) -> Mark {
    guard unit != .billions, let divisor else { return mark }
    return max(mark, .derived, divisor.figure.mark)
  }

  /// Whether there is anything to show.
  var isKnown: Bool { unit == .billions || divisor != nil }

  /// What stands in place of the numbers where there is nothing to divide by.
  var absence: String { "no \(unit.divisor) of \(owner) in these data" }

  /// £bn in the unit as a number: £bn, a percentage or £; nil where it is not known.
  func value(_ billions: Double) -> Double? {
    switch unit {
    case .billions: billions
    case .budgetShare: divisor.map { billions / $0.value * 100 }
    case .perHead: divisor.map { billions * 1e9 / $0.value }
    }
  }

  /// What a number of £bn is in, in words: `£bn a year` stays, others are by budget or head.
  func unit(else billions: String) -> String { unit == .billions ? billions : title }

  /// A number of £bn of an account as data, in the unit.
  func accounted(
    _ billions: Double?, _ words: String, _ statistic: Statistic, of body: String = "",
    in period: String = ""
  ) -> FigureValue {
    FigureValue(
      number: billions.flatMap(value), unit: unit(else: words), statistic: statistic, body: body,
      period: period)
  }

  /// A number of £bn of the central case as data, in the unit.
  func central(
    _ billions: Double?, _ words: String, of body: String = "", in period: String = ""
  ) -> FigureValue {
    .central(billions.flatMap(value), unit(else: words), of: body, in: period)
  }

  /// The expected value of draws with their range, in the unit; the central case where there are
  /// none.
  func value(
    _ summary: Summary?, _ billions: Double?, _ words: String, in period: String = ""
  ) -> FigureValue {
    guard let middle = summary?.mean else { return central(billions, words, in: period) }
    return FigureValue(
      number: value(middle), low: summary?.p10.flatMap(value), high: summary?.p90.flatMap(value),
      unit: unit(else: words), statistic: .mean, period: period)
  }

  /// The number without the unit that a title names: `12`, `4.5%`, `£1,200`.
  func bare(_ billions: Double) -> String {
    unit == .billions ? column.bare(billions) : text(billions)
  }

  /// The number with its unit; `n/a` where it is not known.
  func text(_ billions: Double) -> String {
    guard let value = value(billions) else { return "n/a" }
    switch unit {
    case .billions: return Numbers.billions(value)
    case .budgetShare: return Numbers.percent(value)
    case .perHead:
      // Hundreds are as much as a range of this width can bear.
      let rounded = abs(value) >= 1000 ? (value / 100).rounded() * 100 : value
      let digits = Numbers.telling(abs(rounded), places: 0)
      return (rounded < 0 ? Numbers.minus : "") + Money.sign + digits
    }
  }

  /// How a number came to be, to stand after its formula.
  var formula: String {
    guard let divisor else { return "" }
    let words = divisor.figure.label + ": " + divisor.figure.text
    return unit == .budgetShare
      ? " Divided by the day-to-day budget of a year (\(words))."
      : " Divided by the number of staff (\(words))."
  }
}

extension State {
  /// The scale of the unit in force for the nation (nil) or an organisation.
  func moneyScale(of code: String? = nil) -> MoneyScale {
    let owner =
      code.map { code in inputs.organisations.first { $0.code == code }?.name ?? code }
      ?? evidence.wholeName
    return MoneyScale(unit: lab.unit, divisor: divisor(of: code), owner: owner)
  }

  private func divisor(of code: String?) -> Divisor? {
    let (table, rows): (ObservationTable, [(body: String, measure: String)]) =
      switch lab.unit {
      case .billions: (.budgets, [])
      case .budgetShare: (.budgets, [(code ?? evidence.roles[.government] ?? "", Self.budget)])
      case .perHead:
        (.workforce, Self.staff.map { (code ?? evidence.roles[.whole] ?? "", $0) })
      }
    for row in rows {
      let found = evidence.rows(table, of: row.body)
        .filter { $0.measure == row.measure && ($0.value ?? 0) > 0 }
      // The year whose prices the model has, else the newest that is published.
      let wanted =
        found.first { $0.period == projection?.years.first }
        ?? found.max { $0.asOf < $1.asOf }
      guard let wanted, let value = wanted.value, let scale = Self.scale(of: wanted.unit) else {
        continue
      }
      return Divisor(value: value * scale, figure: evidence.figure(wanted, in: table))
    }
    return nil
  }

  private static let budget = "Day-to-day budget (RDEL)"

  /// Measures that count a body's own staff, the best first.
  private static let staff = [
    "Payroll staff, departmental group", "NHS employment", "Workforce, full-time equivalent",
    "Public sector employment",
  ]

  /// Units as they are published, in £bn or people.
  private static func scale(of unit: String) -> Double? {
    switch unit {
    case Money.millions: 0.001
    case Money.billions, "FTE", "people": 1
    case "million people": 1e6
    default: nil
    }
  }
}
