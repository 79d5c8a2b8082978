import Analytics
import Frames

/// What `sensitivity --of` names: a metric, `benefit@YEAR`, `cash@YEAR`, or `CODE.` and one of npsv,
/// benefit and cash.
struct SensitivityTarget {
  let name: String
  let number: AnalysedNumber

  init(typed name: String, _ model: Model) throws(CommandFailure) {
    guard let number = Self.number(name, model) else {
      let near = Nearest.matches(name, among: Self.names(model), most: 3)
      let hint =
        near.isEmpty
        ? "allowed a metric, benefit@YEAR, cash@YEAR, CODE.npsv, CODE.benefit@YEAR or CODE.cash@YEAR"
        : "did you mean \(near.joined(separator: ", "))?"
      throw CommandFailure(code: 2, message: "--of \(neutralised(name)): unknown number; \(hint)")
    }
    self.name = name
    self.number = number
  }

  /// Every name, those of the years once for each.
  static func names(_ model: Model) -> [String] {
    func series(_ owner: String) -> [String] {
      ["benefit", "cash"].flatMap { series in model.years.map { "\(owner)\(series)@\($0)" } }
    }
    return Metric.allCases.map(\.rawValue) + series("")
      + model.inputs.organisations.flatMap { ["\($0.code).npsv"] + series($0.code + ".") }
  }

  private static func number(_ name: String, _ model: Model) -> AnalysedNumber? {
    let parts = name.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    let words = parts[0].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let series = words.last, words.count <= 2 else { return nil }
    let year = parts.count == 2 ? model.years.firstIndex(of: String(parts[1])) : nil
    if parts.count == 2, year == nil { return nil }
    guard words.count == 2 else {
      guard let year else { return Metric(rawValue: series).map { .metric($0) } }
      switch series {
      case "benefit": return .national(.benefit, year: year)
      case "cash": return .national(.cash, year: year)
      default: return nil
      }
    }
    guard let place = model.inputs.organisations.firstIndex(where: { $0.code == words[0] })
    else { return nil }
    switch (series, year) {
    case ("npsv", nil): return .npsv(organisation: place)
    case ("benefit", let year?): return .benefit(organisation: place, year: year)
    case ("cash", let year?): return .cash(organisation: place, year: year)
    default: return nil
    }
  }
}
