import Analytics
import Frames

/// Numbers of single draws by their names: section 2b of the contract, and the way from the headline.
///
/// A series has its year behind `@`; an organisation's number has its code before it.
struct DrawSelection {
  /// As they were typed.
  let names: [String]
  private let numbers: [Number]

  private enum Number {
    case metric(Metric)
    case national(YearlySeries, year: Int)
    case nationalCost(year: Int)
    case npsv(organisation: Int)
    case organisation(Part, Int, year: Int)
    /// In the last year, of the nation or of an organisation.
    case step(HeadlineStep, code: String?)
  }

  private enum Part: String { case benefit, cash, cost }

  /// Reads names, each perhaps several with commas between them.
  init(typed: [String], _ model: Model) throws(CommandFailure) {
    names = typed.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }
      .map(String.init)
    var found: [Number] = []
    for name in names {
      guard let number = Self.number(name, model) else {
        let near = Nearest.matches(name, among: Self.all(model), most: 3)
        let hint =
          near.isEmpty
          ? "allowed a metric, benefit@YEAR, CODE.benefit@YEAR, CODE.npsv and the like"
          : "did you mean \(near.joined(separator: ", "))?"
        throw CommandFailure(
          code: 2, message: "unknown number of a draw \(neutralised(name)); \(hint)")
      }
      found.append(number)
    }
    numbers = found
  }

  private static func number(_ name: String, _ model: Model) -> Number? {
    let parts = name.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    let words = parts[0].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let codes = model.inputs.organisations.map(\.code)
    guard let series = words.last, words.count <= 2 else { return nil }
    var organisation: Int?
    if words.count == 2 {
      guard let place = codes.firstIndex(of: words[0]) else { return nil }
      organisation = place
    }
    guard parts.count == 2 else {
      if let organisation { return series == "npsv" ? .npsv(organisation: organisation) : nil }
      return Metric(rawValue: series).map { .metric($0) }
    }
    guard let year = model.years.firstIndex(of: String(parts[1])) else { return nil }
    if let organisation {
      if let part = Part(rawValue: series) { return .organisation(part, organisation, year: year) }
    } else if let found = YearlySeries(rawValue: series) {
      return .national(found, year: year)
    } else if series == Part.cost.rawValue {
      return .nationalCost(year: year)
    }
    guard year == model.years.count - 1 else { return nil }
    return HeadlineStep(rawValue: series).map { .step($0, code: organisation.map { codes[$0] }) }
  }

  /// Names of the last year, for hints.
  static func all(_ model: Model) -> [String] {
    let year = model.years.last ?? ""
    let codes = model.inputs.organisations.map(\.code)
    let steps = HeadlineStep.allCases.map(\.rawValue)
    let national =
      Metric.allCases.map(\.rawValue)
      + (YearlySeries.allCases.map(\.rawValue) + ["cost"] + steps).map { "\($0)@\(year)" }
    return national
      + codes.flatMap { code in
        ["\(code).npsv"] + (["cash"] + steps).map { "\(code).\($0)@\(year)" }
      }
  }

  /// A column of numbers a name, in the order of the draws.
  func columns(
    _ model: Model, _ scenario: Scenario, _ sample: Sample, _ run: Run, threads: Int
  ) -> [[Double]] {
    let cells = numbers.compactMap { number -> (organisation: Int, year: Int)? in
      if case .organisation(_, let place, let year) = number { (place, year) } else { nil }
    }
    var years = model.organisationYears(scenario, sample, of: cells, threads: threads)[...]
    let isOnTheWay = numbers.contains { if case .step = $0 { true } else { false } }
    let way = isOnTheWay ? model.headlineSteps(scenario, sample, threads: threads) : nil
    return numbers.map { number in
      switch number {
      case .metric(let metric): return run[metric]
      case .national(let series, let year): return run[series, year]
      case .nationalCost(let year):
        return zip(run[.benefit, year], run[.netBenefit, year]).map { $0 - $1 }
      case .npsv(let place): return run.npsv(organisation: place) ?? []
      case .organisation(let part, _, _):
        let cell = years.removeFirst()
        switch part {
        case .benefit: return cell.benefit
        case .cash: return cell.cash
        case .cost: return cell.cost
        }
      case .step(let step, let code): return way?.numbers(step, of: code) ?? []
      }
    }
  }
}
