import Analytics
import Frames

/// Numbers of the answer of `project` by their paths: section 2b of the contract. Nothing else of the
/// answer is computed.
struct AnswerSelection {
  /// As they were typed.
  let names: [String]
  private let numbers: [Number]

  private enum Number {
    case central((Projection) -> Double?)
    /// The numbers that the draws give, and what is made of them.
    case draws(Column, (Summary) -> Double?)
    case probability(Column, (Double) -> Bool)

    var column: Column? {
      switch self {
      case .central: nil
      case .draws(let column, _), .probability(let column, _): column
      }
    }
  }

  /// What is summarised.
  private enum Column: Hashable {
    case yearly(YearlySeries, year: Int)
    case metric(Metric)
    case finalBenefit(organisation: Int)
    case npsv(organisation: Int)

    var isOfOrganisation: Bool {
      switch self {
      case .yearly, .metric: false
      case .finalBenefit, .npsv: true
      }
    }
  }

  /// Reads names, each perhaps several with commas between them.
  init(typed: [String], _ model: Model) throws(CommandFailure) {
    names = typed.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }
      .map(String.init)
    let known = AnswerNames(model)
    var found: [Number] = []
    for name in names {
      guard let number = known.number(name) else { throw Self.unknown(name, known) }
      found.append(number)
    }
    numbers = found
  }

  private static func unknown(_ name: String, _ known: AnswerNames) -> CommandFailure {
    let all = known.all
    let ending = all.filter {
      $0.hasSuffix("." + name) || $0.hasSuffix("." + name.prefix { $0 != "@" })
    }
    let near = Nearest.matches(name, among: all, most: 3)
    let hints = (near.isEmpty ? ending : near).prefix(3)
    let hint =
      hints.isEmpty
      ? "allowed paths of the answer, such as central.metrics.npsv, central.benefit@2030-31, "
        + "organisations.HO.npsv and uncertainty.metrics.npsv.p10"
      : "did you mean \(hints.joined(separator: ", "))?"
    return CommandFailure(
      code: 2, message: "--select \(neutralised(name)): unknown number; \(hint)")
  }

  /// Whether any of them is of the draws.
  var needsDraws: Bool { numbers.contains { $0.column != nil } }

  /// What a run has to keep for them.
  var detail: Detail {
    numbers.contains { $0.column?.isOfOrganisation == true } ? Detail() : .national
  }

  /// The numbers in their order; nil where one is undefined, or there are no draws.
  /// - Parameters:
  ///   - central: the central case, which is computed where a number is of it.
  ///   - run: the draws, made with ``detail``.
  func values(central: () -> Projection, run: () -> Run?) -> [Double?] {
    var projection: Projection?
    if numbers.contains(where: { $0.column == nil }) { projection = central() }
    let run = needsDraws ? run() : nil
    var summaries: [Column: Summary] = [:]
    func draws(_ column: Column) -> [Double]? { run.flatMap { Self.draws(column, $0) } }
    return numbers.map { number -> Double? in
      switch number {
      case .central(let read): return projection.flatMap(read)
      case .draws(let column, let read):
        if summaries[column] == nil, let draws = draws(column), !draws.isEmpty {
          summaries[column] = Summary(draws)
        }
        return summaries[column].flatMap(read)
      case .probability(let column, let counts):
        guard let draws = draws(column), !draws.isEmpty else { return nil }
        return Double(draws.count(where: counts)) / Double(draws.count)
      }
    }
  }

  private static func draws(_ column: Column, _ run: Run) -> [Double]? {
    switch column {
    case .yearly(let series, let year): run[series, year]
    case .metric(let metric): run[metric]
    case .finalBenefit(let place): run.finalBenefit(organisation: place)
    case .npsv(let place): run.npsv(organisation: place)
    }
  }

  // MARK: - Names

  /// The names of section 3's numbers.
  private struct AnswerNames {
    let years: [String]
    let codes: [String]

    init(_ model: Model) {
      years = model.years
      codes = model.inputs.organisations.map(\.code)
    }

    func number(_ name: String) -> Number? {
      let parts = name.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
      let year = parts.count == 2 ? years.firstIndex(of: String(parts[1])) : nil
      if parts.count == 2, year == nil { return nil }
      let words = parts[0].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      switch words.first {
      case "central": return central(Array(words.dropFirst()), year)
      case "organisations": return organisation(Array(words.dropFirst()), year)
      case "uncertainty": return uncertain(Array(words.dropFirst()), year)
      default: return nil
      }
    }

    private func central(_ words: [String], _ year: Int?) -> Number? {
      if words.count == 1, let year, let series = Self.national[words[0]] {
        return .central { $0.national[keyPath: series][year] }
      }
      guard words.count == 2 else { return nil }
      if words[0] == "metrics", year == nil, let metric = Metric(rawValue: words[1]) {
        return .central { $0.metrics[metric] }
      }
      guard let stream = Stream(rawValue: words[1]), let year else { return nil }
      switch words[0] {
      case "gross": return .central { $0.national.gross[stream]?[year] }
      case "net": return .central { $0.national.net[stream]?[year] }
      default: return nil
      }
    }

    private func organisation(_ words: [String], _ year: Int?) -> Number? {
      guard let code = words.first, let place = codes.firstIndex(of: code) else { return nil }
      switch (words.count, year) {
      case (2, nil):
        return words[1] == "npsv" ? .central { $0.organisations[place].npsv } : nil
      case (2, let year?):
        return Self.ofOrganisation[words[1]].map { series in
          .central { $0.organisations[place][keyPath: series][year] }
        }
      case (3, let year?):
        guard words[1] == "net", let stream = Stream(rawValue: words[2]) else { return nil }
        return .central { $0.organisations[place].net[stream]?[year] }
      default: return nil
      }
    }

    private func uncertain(_ words: [String], _ year: Int?) -> Number? {
      switch (words.first, words.count, year) {
      case ("probability_npsv_positive", 1, nil): return .probability(.metric(.npsv)) { $0 > 0 }
      case ("probability_payback", 1, nil):
        return .probability(.metric(.paybackYears)) { !$0.isNaN }
      case ("yearly", 3, let year?):
        guard let series = YearlySeries(rawValue: words[1]), words[2] != "sd",
          let read = Self.statistics[words[2]]
        else { return nil }
        return .draws(.yearly(series, year: year)) { $0[keyPath: read] }
      case ("metrics", 3, nil):
        guard let metric = Metric(rawValue: words[1]), let read = Self.statistics[words[2]]
        else { return nil }
        return .draws(.metric(metric)) { $0[keyPath: read] }
      case ("organisations", 4, nil):
        guard let place = codes.firstIndex(of: words[1]), words[3] != "sd",
          let read = Self.statistics[words[3]]
        else { return nil }
        switch words[2] {
        case "npsv": return .draws(.npsv(organisation: place)) { $0[keyPath: read] }
        case "final_benefit":
          return .draws(.finalBenefit(organisation: place)) { $0[keyPath: read] }
        default: return nil
        }
      default: return nil
      }
    }

    private static let national: [String: any KeyPath<NationalSeries, [Double]> & Sendable] = [
      "benefit": \.benefit, "cash": \.cash, "exchequer": \.exchequer, "non_cash": \.nonCash,
      "investment": \.investment, "running": \.running, "conversion": \.conversion,
      "remediation": \.remediation, "cost": \.cost, "net_benefit": \.netBenefit,
      "outages": \.outages, "outages_baseline": \.outagesBaseline,
    ]

    private static let ofOrganisation:
      [String: any KeyPath<OrganisationSeries, [Double]> & Sendable] = [
        "benefit": \.benefit, "cash": \.cash, "exchequer": \.exchequer, "cost": \.cost,
        "legacy_share": \.legacyShare, "legacy_share_baseline": \.legacyShareBaseline,
      ]

    private static let statistics: [String: any KeyPath<Summary, Double?> & Sendable] = [
      "p10": \.p10, "p50": \.p50, "p90": \.p90, "mean": \.mean, "sd": \.sd,
    ]

    /// Every name, those by year with each year.
    var all: [String] {
      func byYear(_ names: [String]) -> [String] {
        names.flatMap { name in years.map { "\(name)@\($0)" } }
      }
      let four = ["p10", "p50", "p90", "mean"]
      let streams = Stream.allCases.map(\.rawValue)
      var names = Metric.allCases.map { "central.metrics.\($0.rawValue)" }
      names += byYear(Self.national.keys.sorted().map { "central.\($0)" })
      names += byYear(["gross", "net"].flatMap { kind in streams.map { "central.\(kind).\($0)" } })
      for code in codes {
        names.append("organisations.\(code).npsv")
        names += byYear(
          Self.ofOrganisation.keys.sorted().map { "organisations.\(code).\($0)" }
            + streams.map { "organisations.\(code).net.\($0)" })
      }
      names += Metric.allCases.flatMap { metric in
        (four + ["sd"]).map { "uncertainty.metrics.\(metric.rawValue).\($0)" }
      }
      names += byYear(
        YearlySeries.allCases.flatMap { series in
          four.map { "uncertainty.yearly.\(series.rawValue).\($0)" }
        })
      names += ["uncertainty.probability_npsv_positive", "uncertainty.probability_payback"]
      for code in codes {
        names += ["npsv", "final_benefit"].flatMap { number in
          four.map { "uncertainty.organisations.\(code).\(number).\($0)" }
        }
      }
      return names
    }
  }

  /// Every name that can be selected.
  static func names(_ model: Model) -> [String] { AnswerNames(model).all }
}

extension AnswerSelection {
  /// The first line of the table.
  var header: String {
    (["line", "id"] + names).map(Self.cell).joined(separator: ",") + "\n"
  }

  /// A line of the table; without numbers where the scenario is none.
  func row(line: Int, id: String, _ values: [Double?]?) -> String {
    let numbers = values ?? names.map { _ in nil }
    return ([String(line), Self.cell(id)] + numbers.map { $0.map { Decimal.text($0 + 0) } ?? "" })
      .joined(separator: ",") + "\n"
  }

  /// RFC 4180.
  private static func cell(_ text: String) -> String {
    guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
