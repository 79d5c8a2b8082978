/// What a body has undertaken to save by technical efficiencies: the sum that a source prints, and
/// the share of a budget that comes to a sum by arithmetic. The two need not agree.
public struct EfficiencyTarget: Equatable, Sendable {
  /// The sum in money, as a source prints it; nil where none does.
  public var published: Observation?
  /// The share of a day-to-day budget, in percent; nil where none is published.
  public var share: Observation?
  /// The budget that the share is of, in £m: that of the year that the share's source names.
  public var budget: Observation?

  /// The share of that budget in £m a year, not rounded.
  public var derived: Double? {
    guard let percent = share?.value, let budget = budget?.value else { return nil }
    return budget * percent / 100
  }

  /// In £m a year: the published sum, else the derived one.
  public var amount: Double? {
    published.flatMap { row in row.value.map { row.unit.hasPrefix(Money.billions) ? $0 * 1000 : $0 }
    }
      ?? derived
  }

  /// The sum as every form prints it: as published, else the share of the budget in whole millions,
  /// since a share of two figures says no more.
  public var money: String? {
    published?.figureValue.bare ?? derivedMoney
  }

  /// The share of the budget as every form prints it.
  public var derivedMoney: String? {
    derived.map { Numbers.bare(value: $0.rounded(), unit: "£m a year") }
  }

  /// The year by which it is to be reached.
  public var year: String { published?.period ?? share?.period ?? "" }
}

extension Evidence {
  /// The target of a body; nil where the data have none.
  public func efficiencyTarget(of code: String) -> EfficiencyTarget? {
    let measure = "Technical efficiencies, target"
    let published = [measure + " value", measure].lazy
      .compactMap { self.latest(.efficiencyPlans, $0, of: code) }
      .first { $0.value != nil && $0.unit.hasPrefix(Money.sign) }
    let share = latest(.efficiencyPlans, measure + " share of day-to-day budget", of: code)
    guard published != nil || share != nil else { return nil }
    let budget = share.flatMap { share in
      Self.namedYear(share.note).flatMap { year in
        rows(.budgets, of: code).first {
          $0.measure == "Day-to-day budget (RDEL)" && $0.period == year && $0.unit == Money.millions
        }
      }
    }
    return EfficiencyTarget(published: published, share: share, budget: budget)
  }

  /// The share as money, as a figure; nil where the share, or the budget that it is of, is missing.
  public func derivedFigure(_ target: EfficiencyTarget) -> Figure? {
    guard let share = target.share, let budget = target.budget, let amount = target.derived
    else { return nil }
    let value = FigureValue(
      number: amount, unit: "\(Money.millions) a year", body: share.body, period: share.period)
    // A share of two figures says no more than whole millions.
    let text = Numbers.quantity(value: amount.rounded(), unit: value.unit)
    return Figure(
      id: Self.derivedTargetID(of: share.body),
      label: "\(share.measure), as money, \(name(of: share.body)), \(share.period)", text: text,
      mark: .derived, confidence: share.confidence == .d ? .d : .c, asOf: share.asOf,
      source: source(share.sourceID), locator: share.locator,
      formula: "\(share.figureValue.text) of the day-to-day budget planned for \(budget.period), "
        + "\(budget.figureValue.text) (\(source(budget.sourceID)?.title ?? budget.sourceID)).",
      note: share.note,
      inputs: [figure(share, in: .efficiencyPlans), figure(budget, in: .budgets)].map(\.id),
      value: value)
  }

  /// The id of a body's target as derived money.
  public static func derivedTargetID(of code: String) -> String { "efficiency.\(code).amount" }

  /// The first financial year that a note names: `2025-26`.
  private static func namedYear(_ note: String) -> String? {
    note.split { !$0.isNumber && $0 != "-" }.map(String.init).first { word in
      let parts = word.split(separator: "-")
      guard parts.count == 2, parts[0].count == 4, parts[1].count == 2,
        let first = Int(parts[0]), let second = Int(parts[1])
      else { return false }
      return (first + 1) % 100 == second
    }
  }
}
